"""The checklist of a record: what may still be missing, whose turn each item is, and which partners know."""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass

from bot.rules import notices
from bot.rules.answers import several
from bot.rules.colours import form_of as form_of_colour
from bot.rules.conditions import cited, findings
from bot.rules.forms.common import THE_DESK
from bot.rules.kinds import KINDS, form_of
from bot.rules.partners import PARTNERS
from bot.rules.steps import Ask, Form, asks_after
from bot.rules.verdicts import Finding, Standing
from storage.records.disclosures import Disclosure
from storage.records.notices import Colour, Notice
from storage.records.requests import Direction, LiaisonRequest, Partner

CountryName = Callable[[str], str | None]
"""By code, as the registry has it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    label: str
    done: bool
    owed_by: str
    note: str = ""
    """What is wanted or wrong, and the rule that says so."""
    failed: bool = False
    """What was given shows that it cannot be met."""


def items(request: LiaisonRequest, told: Collection[Disclosure], country: CountryName) -> tuple[Item, ...]:
    """What this kind needs in this direction, answered or not, and who is to be told besides the country."""
    return (*_answers(request), *_partners(request, told), *_further(request, told, country))


def of_notice(notice: Notice) -> tuple[Item, ...]:
    """The conditions of its colour, and what else its form wants to know."""
    found = notices.findings_of(notice)
    read = {name for each in found for name in each.condition.reads}
    form = form_of_colour(notice.colour, notice.direction)
    given = notices.answers_of(notice)
    return (
        *(_condition(each) for each in found),
        *(
            Item(label=ask.label, done=bool(given.get(ask.name)), owed_by=ask.wanted)
            for ask in asks_after(form.asks if form else (), given)
            if ask.wanted and ask.name not in read
        ),
    )


def wanted_of_request(form: Form, answers: Mapping[str, str]) -> Mapping[str, tuple[str, ...]]:
    """What a form still wants to know, by the names of its sections."""
    return _by_section(form, [(ask.name, ask.label) for ask in _unanswered(form, answers)])


def wanted_of_notice(
    colour: Colour, direction: Direction, form: Form, answers: Mapping[str, str]
) -> Mapping[str, tuple[str, ...]]:
    """The same for a colour: the conditions that are not met yet stand where their first answer is asked."""
    given = {**answers, **({"agency_registered": "yes"} if answers.get("agency") else {})}
    found = findings(colour, direction, given)
    read = {name for each in found for name in each.condition.reads}
    unmet = [(each.verdict.field, each.condition.label) for each in found if not each.holds]
    others = [(ask.name, ask.label) for ask in _unanswered(form, given) if ask.name not in read]
    return _by_section(form, [*unmet, *others])


def _unanswered(form: Form, answers: Mapping[str, str]) -> list[Ask]:
    return [ask for ask in asks_after(form.asks, answers) if ask.wanted and not answers.get(ask.name)]


def _by_section(form: Form, wanted: Sequence[tuple[str, str]]) -> Mapping[str, tuple[str, ...]]:
    """`wanted`: name of a question, and what is said to be wanted."""
    return {
        each.name: labels
        for each in form.sections
        if (labels := tuple(label for name, label in wanted if name in {ask.name for ask in each.asks}))
    }


def _condition(found: Finding) -> Item:
    verdict = found.verdict
    return Item(
        label=found.condition.label,
        done=found.holds,
        owed_by=found.condition.owed_by,
        note=f"{verdict.why} {cited(found)}".strip(),
        failed=verdict.standing is Standing.FAILED,
    )


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
        for ask in asks_after(form.asks if form else (), given)
        if ask.wanted
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
