"""Forms filled in to the brim: each field takes as much as it can, in letters that count most."""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from bot.rules import notices
from bot.rules.colours import COLOURS
from bot.rules.fields import HOME_COUNTRY
from bot.rules.kinds import KINDS
from bot.rules.requests import whole_form
from bot.rules.steps import Ask, AskKind, Form
from handlers.forms.asking import Lists
from handlers.forms.fields import INPUT_LIMIT, LINE_LIMIT
from handlers.views.blocks import cut
from storage.records.notices import Colour, Means
from storage.records.requests import Direction, RequestKind
from storage.records.terms import TermKind
from storage.reference import countries
from tests.handlers import examples
from tests.handlers.examples import StillNames

LONGEST = "مرحبا بالعالم 👩‍👩‍👧‍👦 " * 200
"""Arabic and emoji: six bytes of ASCII JSON for each character as Slack counts them."""
LINE, TEXT = cut(LONGEST, LINE_LIMIT), cut(LONGEST, INPUT_LIMIT)
FEW, ALL = "CI,FR", ",".join(sorted(set(countries()) - {HOME_COUNTRY}))


class AllNames(StillNames):
    """Every member's name."""

    def country(self, code: str) -> str | None:
        return countries().get(code)

    def agency(self, agency_id: str) -> str | None:
        return LINE if agency_id else None


DESK = replace(examples.DESK, names=AllNames())
LISTS = Lists(
    limit=INPUT_LIMIT,
    country=DESK.country_name,
    agency=DESK.names.agency,
    offences=DESK.names.offered(TermKind.OFFENCE),
    programmes=DESK.names.offered(TermKind.PROGRAMME),
)
WAYS = [(kind, way) for kind, row in KINDS.items() for way in row.forms]
NOTICES = [(colour, means, way) for colour, row in COLOURS.items() for way in row.forms for means in Means]
_CHOSEN: Mapping[AskKind, str] = {
    AskKind.DATE: "2027-05-17",
    AskKind.COUNTRY: "FR",
    AskKind.COUNTRIES: FEW,
    AskKind.NATIONS: FEW,
    AskKind.AGENCY: "example-city-police",
    AskKind.AGENCIES: "example-city-police,harbor-city-police",
    AskKind.OFFICER: "U0ADA",
    AskKind.OFFENCE: "sexual_offence_against_child",
    AskKind.PROGRAMME: "national_strategy",
}


def whole(kind: RequestKind, way: Direction) -> Form:
    """All that an officer is asked."""
    form = whole_form(kind, way, for_others=True)
    assert form is not None
    return form


def whole_notice(colour: Colour, means: Means, way: Direction) -> Form:
    """The same of a notice."""
    form = notices.whole_form(colour, way, means, for_others=True)
    assert form is not None
    return form


def answers(form: Form, text: str = LONGEST) -> dict[str, str]:
    """The last of each choice, and as much of the text as each other field takes."""
    return {ask.name: _answer(ask, text, -1) for ask in form.asks}


def every_turn(form: Form) -> Iterator[dict[str, str]]:
    """As `answers`, with each value once of every choice on which other questions depend."""
    deciding = {ask.when.name for ask in form.asks if ask.when}
    for turn in range(max((len(ask.choices) for ask in form.asks if ask.name in deciding), default=1)):
        yield {
            ask.name: _answer(ask, LONGEST, turn % len(ask.choices) if ask.name in deciding else -1)
            for ask in form.asks
        }


def _answer(ask: Ask, text: str, turn: int) -> str:
    if ask.kind is AskKind.CHOICES:
        return ",".join(value for value, _ in ask.choices)
    if ask.choices:
        return str(ask.choices[turn][0])
    return _CHOSEN.get(ask.kind) or cut(text, INPUT_LIMIT if ask.kind is AskKind.TEXT else LINE_LIMIT)
