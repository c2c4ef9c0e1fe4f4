"""Notices: what a form of any colour must say before it is filed, and what is kept of it."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace

from bot.rules import answers as filled_in
from bot.rules import conditions, contradictions
from bot.rules.answers import Bounds
from bot.rules.colours import COLOURS, form_of
from bot.rules.errors import InvalidForm, Refusal
from bot.rules.fields import country_error, found
from bot.rules.forms.common import CALLER, THE_DESK
from bot.rules.notice_forms.blue import VICTIM
from bot.rules.notice_forms.common import RECIPIENTS
from bot.rules.requests import BASICS, OF_AGE, SETTLED, caller_error
from bot.rules.steps import Form, Section
from bot.rules.verdicts import Finding
from storage.records.countries import Country
from storage.records.notices import Colour, Means, Notice
from storage.records.people import PersonId
from storage.records.requests import Direction, Priority

COLUMNS = frozenset({"agency", "agency_typed", "agency_case", "request_reference", "control_number"})
"""Answers that every notice keeps by name; all others are its colour's own."""
_FIXED = SETTLED | {"request_reference", "control_number", RECIPIENTS.name}
"""What nobody adds or changes once a notice is filed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NoticeForm:
    """What somebody filled in; `check` says what needs another look."""

    colour: Colour
    country: str
    answers: Mapping[str, str]
    """By the names of the colour's form; an agency is the id of a registered one."""
    direction: Direction = Direction.OUTGOING
    means: Means = Means.NOTICE

    @property
    def is_on_behalf(self) -> bool:
        return bool(self.answers.get("channel") or self.answers.get("call_back"))


def whole_form(colour: Colour, direction: Direction, means: Means, *, for_others: bool) -> Form | None:
    """All that is asked; with `for_others` also who called. None when the colour does not go that way."""
    form = form_of(colour, direction)
    if form is None:
        return None
    outgoing = direction is Direction.OUTGOING
    if means is Means.DIFFUSION and outgoing:
        form = replace(form, first=(*form.first, RECIPIENTS))
    if not outgoing:
        return form
    return replace(form, sections=(*form.sections, CALLER)) if for_others else without_the_desks(form)


def without_the_desks(form: Form) -> Form:
    """The same form without what the desk itself owes: nobody else can answer it."""
    sections = (
        replace(each, asks=tuple(ask for ask in each.asks if ask.wanted != THE_DESK))
        for each in form.sections
    )
    return replace(form, sections=tuple(sections))


def check_beginning(
    colour: Colour, direction: Direction, country: str, *, countries: Mapping[str, Country]
) -> None:
    """Raises InvalidForm when this colour does not go that way, or that country cannot be asked."""
    wrong = {"country": country_error(country, countries)}
    if form_of(colour, direction) is None:
        wrong["direction"] = f"“{COLOURS[colour].label}” is only received here. Choose incoming."
    if errors := found(wrong):
        raise InvalidForm(errors)


def check(form: NoticeForm, bounds: Bounds, *, for_others: bool = False) -> dict[str, str]:
    """The answers as they are kept; `for_others` as in `whole_form`.

    Raises InvalidForm with a sentence for each field that needs another look, and for each condition of the
    colour that cannot hold. What is only not known yet stands on the checklist.
    """
    check_beginning(form.colour, form.direction, form.country, countries=bounds.countries)
    by_officer = for_others or form.is_on_behalf
    whole = whole_form(form.colour, form.direction, form.means, for_others=by_officer)
    assert whole is not None
    answers = dict(form.answers)
    # Typed further below, it is meant rather than what was remembered; without either the choice is missing.
    answers["agency"] = answers.get("agency_typed") or answers.get("agency", "")
    kept = filled_in.check(whole.asks, answers, bounds)
    found_wrong = conditions.failures(conditions.findings(form.colour, form.direction, kept))
    wrong = {"call_back": caller_error(kept), **found_wrong, **contradictions.errors(kept, bounds.latest)}
    if errors := found(wrong):
        raise InvalidForm(errors)
    return kept


def answers_of(notice: Notice) -> dict[str, str]:
    """All answers of a filed notice by the names of its form."""
    registered = {"agency_registered": "yes"} if notice.agency_id else {}
    columns = {"agency_case": notice.agency_case, "control_number": notice.control_number or ""}
    given = {name: answer for name, answer in columns.items() if answer}
    return {**notice.answers, **given, **registered}


def added_form(notice: Notice) -> Form:
    """What may be added to a filed notice: its form, with what was asked at once as a section of its own."""
    form = form_of(notice.colour, notice.direction)
    assert form is not None, "a notice was filed in a direction that its colour does not have"
    basics = Section(name=BASICS, label="What was asked first", asks=form.first)
    sections = (
        replace(each, asks=tuple(ask for ask in each.asks if ask.name not in _FIXED))
        for each in (*form.sections, basics)
    )
    return Form(first=(), sections=tuple(each for each in sections if each.asks))


def findings_of(notice: Notice) -> tuple[Finding, ...]:
    return conditions.findings(notice.colour, notice.direction, answers_of(notice))


def priority_of(notice: Notice) -> Priority:
    """How fast it goes; before notices had one they went as usual."""
    return Priority(notice.answers.get("priority", Priority.NORMAL))


def usual_priority(answers: Mapping[str, str]) -> Priority:
    """How fast it goes unless somebody says otherwise: a missing child is urgent (desk default)."""
    return Priority.URGENT if answers.get("subject") == "child" else Priority.NORMAL


def is_protected(notice: Notice) -> bool:
    """A victim, or under age by the year of birth when the notice was filed: shown by initials."""
    answers = notice.answers
    born = answers.get("birth", "")[:4]
    minor = born.isdigit() and notice.created_at.year - int(born) <= OF_AGE
    return answers.get("role") == VICTIM or answers.get("subject") == "child" or minor


def check_approver(notice: Notice, approver: PersonId, claimers: Collection[str] = ()) -> None:
    """Raises Refusal unless a second pair of eyes approves: neither who filed it nor who worked on it.

    `claimers` are those who have claimed it at any time, also if they handed it over.
    """
    if approver == notice.filed_by:
        raise Refusal("You filed this notice, so somebody else must approve it.")
    if approver == notice.owner or approver in claimers:
        raise Refusal("You claimed this notice, so somebody else must approve it.")
