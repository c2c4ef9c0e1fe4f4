"""The checklist of a request: what may still be missing, whose turn each item is, and which partners know."""

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass

from bot.rules.answers import several
from bot.rules.forms.common import THE_DESK
from bot.rules.kinds import KINDS, form_of
from bot.rules.partners import PARTNERS
from storage.records.disclosures import Disclosure
from storage.records.requests import LiaisonRequest, Partner

CountryName = Callable[[str], str | None]
"""By code, as the registry has it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    label: str
    done: bool
    owed_by: str


def items(request: LiaisonRequest, told: Collection[Disclosure], country: CountryName) -> tuple[Item, ...]:
    """What this kind needs in this direction, answered or not, and who is to be told besides the country."""
    return (*_answers(request), *_partners(request, told), *_further(request, told, country))


def missing(found: Collection[Item]) -> Mapping[str, tuple[str, ...]]:
    """The labels of the items that each still owes."""
    owed: dict[str, tuple[str, ...]] = {}
    for item in found:
        if not item.done:
            owed[item.owed_by] = (*owed.get(item.owed_by, ()), item.label)
    return owed


def partners_told(told: Collection[Disclosure]) -> frozenset[str]:
    return frozenset(each.recipient for each in told)


def untold_in_time(request: LiaisonRequest, told: Collection[Disclosure]) -> tuple[Partner, ...]:
    """Partners for whom the policy sets a time, and who do not know yet."""
    row, known = KINDS[request.kind], partners_told(told)
    return tuple(each for each in row.told if each in row.told_in_time and each not in known)


def _answers(request: LiaisonRequest) -> tuple[Item, ...]:
    form = form_of(request.kind, request.direction)
    given = {**request.answers, "agency_case": request.agency_case, "offence": request.offence}
    return tuple(
        Item(label=ask.label, done=bool(given.get(ask.name)), owed_by=ask.wanted)
        for ask in (form.asks if form else ())
        if ask.wanted and ask.is_asked(given)
    )


def _partners(request: LiaisonRequest, told: Collection[Disclosure]) -> tuple[Item, ...]:
    known = partners_told(told)
    return tuple(
        Item(label=f"{PARTNERS[each].label} told", done=each in known, owed_by=THE_DESK)
        for each in KINDS[request.kind].told
    )


def _further(request: LiaisonRequest, told: Collection[Disclosure], country: CountryName) -> tuple[Item, ...]:
    """Each further country on a journey is told as well."""
    known = partners_told(told)
    return tuple(
        Item(
            label=f"Bureau of {country(code) or code} told",
            done=f"country:{code}" in known,
            owed_by=THE_DESK,
        )
        for code in several(request.answers.get("countries", ""))
    )
