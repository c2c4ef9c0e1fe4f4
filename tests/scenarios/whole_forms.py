"""Every question of a form answered as a person does it: typed, or chosen from what the menu offers."""

from collections.abc import Callable, Iterator

import pytest

from bot.rules.kinds import KINDS
from bot.rules.requests import whole_form
from bot.rules.steps import Ask, AskKind, Form
from storage.records.requests import Direction, RequestKind
from tests.world import SHERIFF, World

Way = tuple[RequestKind, Direction, int]
"""A kind, a direction, and which of the choices that bring other questions with them."""

CHILD: Way = (RequestKind.MISSING_CHILD, Direction.OUTGOING, 0)
FUGITIVE: Way = (RequestKind.FUGITIVE, Direction.OUTGOING, 0)

TYPED = frozenset({AskKind.LINE, AskKind.TEXT})
SHAPED = {
    "document": "US X1234567",
    "taker_document": "FR Y7654321",
    "ncic": "M123456789",
    "fbi_number": "123456AA1",
    "a_number": "A12345678",
    "report_number": "12345678",
    "victims": "2",
    "host_ip": "203.0.113.7",
    "hashes": "a1" * 16,
}
"""Identifiers: no other text fits their shape."""
SETTLED = {"agency": "", "priority": "normal"}
"""The agency is typed in a section instead, and nobody is paged."""
CHOSEN: dict[AskKind, object] = {
    AskKind.BIRTH: "2015-05",
    AskKind.COUNTRY: "ZA",
    AskKind.COUNTRIES: ["ZA", "MX"],
    AskKind.NATIONS: ["ZA", "US"],
    AskKind.AGENCY: SHERIFF,
    AskKind.AGENCIES: [SHERIFF],
    AskKind.OFFENCE: "kidnapping",
    AskKind.PROGRAMME: "icac",
    AskKind.WEB_ADDRESS: "https://agency.example/page",
}
PROTECTED = frozenset({"family_name", "forename"})
"""Of a kind that protects its subject, the details show initials instead."""


def every_way() -> Iterator[Way]:
    """Each kind in each of its directions, as often as it takes to bring up each question."""
    for kind, row in KINDS.items():
        for direction in row.forms:
            for turn in range(_turns(form_of((kind, direction, 0)))):
                yield kind, direction, turn


def named(way: Way) -> object:
    kind, direction, turn = way
    return pytest.param(way, id=f"{direction} {kind}{' otherwise' * turn}")


def form_of(way: Way) -> Form:
    """As an officer sees it."""
    form = whole_form(way[0], way[1], for_others=True)
    assert form is not None
    return form


def answers(way: Way, typed: Callable[[Ask], str]) -> dict[str, object]:
    """`typed` are the words for each question that takes any."""
    form, given = form_of(way), dict[str, object]()
    for ask in form.asks:
        told = {name: answer for name, answer in given.items() if isinstance(answer, str)}
        if ask.is_asked(told):
            given[ask.name] = typed(ask) if takes_words(ask) else _answer(form, ask, way[2])
    return given


def takes_words(ask: Ask) -> bool:
    return ask.kind in TYPED and ask.shape is None


def shows_words(way: Way, ask: Ask) -> bool:
    """Whether the details show what was typed there, whole."""
    return takes_words(ask) and not (KINDS[way[0]].protects and ask.name in PROTECTED)


def files(world: World, who: str, way: Way, given: dict[str, object]) -> str:
    """Fills in the whole form and sends it; answers the reference."""
    kind, direction, _ = way
    return world.files_request(who, kind=kind.value, direction=direction.value, **given)


def _answer(form: Form, ask: Ask, turn: int) -> object:
    if ask.name in SETTLED:
        return SETTLED[ask.name]
    if ask.shape is not None:
        return SHAPED[ask.name]
    if ask.choices:
        deciding = _deciding(form, ask) or [str(ask.choices[0][0])]
        value = deciding[turn % len(deciding)]
        return [value] if ask.kind is AskKind.CHOICES else value
    if ask.kind is AskKind.DATE:
        return "2027-05-17" if ask.future else "2026-02-01"
    return CHOSEN[ask.kind]


def _deciding(form: Form, ask: Ask) -> list[str]:
    """As few of its choices as bring up, one after the other, each question that depends on it."""
    left = {each.when.answers for each in form.asks if each.when and each.when.name == ask.name}
    found: list[str] = []
    while left:
        value = max(
            (str(value) for value, _ in ask.choices), key=lambda one: sum(one in each for each in left)
        )
        left = {each for each in left if value not in each}
        found.append(value)
    return found


def _turns(form: Form) -> int:
    return max([1, *(len(_deciding(form, ask)) for ask in form.asks)])
