"""Notices: what is asked in the form, and who may approve. The steps are in `notice_steps`."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date

from bot.rules import answers, conditions, identity
from bot.rules.colours import COLOURS
from bot.rules.errors import InvalidForm, Refusal
from bot.rules.fields import country_error, found, kept, text_error
from storage.records.countries import Country
from storage.records.notices import Colour, Identity, Notice
from storage.records.people import PersonId


@dataclass(frozen=True, slots=True, kw_only=True)
class NoticeForm:
    """What somebody filled in for a new notice."""

    colour: Colour
    country: str
    identity: Identity
    block: Mapping[str, str]
    agency: str
    """Id of a registered agency, or a name that the registry does not have."""
    agency_case: str
    request_reference: str = ""
    """Reference of the request that it comes from; empty when it stands on its own."""


def check_approver(notice: Notice, approver: PersonId) -> None:
    """Raises Refusal unless a second pair of eyes approves: neither who filed it nor who worked on it."""
    if approver == notice.filed_by:
        raise Refusal("You filed this notice, so somebody else must approve it.")
    if approver == notice.owner:
        raise Refusal("You claimed this notice, so somebody else must approve it.")


def check(form: NoticeForm, *, countries: Mapping[str, Country], today: date, limit: int) -> dict[str, str]:
    """The block of the form, trimmed.

    Raises InvalidForm with a sentence for each field that needs another look.
    """
    wrong = found(
        {
            "country": country_error(form.country, countries),
            "agency": text_error(form.agency, limit=limit),
            "agency_case": text_error(form.agency_case, limit=limit),
        }
    )
    wrong |= identity.errors(form.identity, today=today, limit=limit)
    block: dict[str, str] = {}
    try:
        block = answers.check(COLOURS[form.colour].fields, form.block, latest=today, limit=limit)
    except InvalidForm as invalid:
        wrong |= invalid.errors
    else:
        wrong |= conditions.errors(form.colour, block)
    if wrong:
        raise InvalidForm(wrong)
    return block


def tidy(form: NoticeForm) -> NoticeForm:
    """The same form with its texts as they are kept."""
    return replace(
        form,
        identity=identity.tidy(form.identity),
        agency=kept(form.agency),
        agency_case=kept(form.agency_case),
    )
