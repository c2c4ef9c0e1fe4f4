"""Forms filled in: an invented answer to whatever any kind of request asks."""

from collections.abc import Callable, Mapping

from bot.rules.kinds import KINDS, form_of
from bot.rules.steps import Ask, AskKind
from storage.records.requests import Direction, RequestKind

_BY_NAME = {
    "family_name": "Example",
    "forename": "Edgar",
    "facts": "An invented story.",
    "agency": "example-city-police",
    "agency_case": "2026/17",
    "contact": "The front desk, by telephone",
    "document": "X1234567",
    "taker_document": "X7654321",
    "ncic": "M123456789",
    "fbi_number": "123456AA1",
    "a_number": "A12345678",
    "report_number": "12345678",
    "victims": "2",
    "host_ip": "203.0.113.7",
    "hashes": "a1" * 16,
    "their_reference": "IP Paris 2026/1",
    "taken_by": "Erin Example, the mother",
    "told_registry_on": "2026-01-05",
}
_OF_A_CHILD = "2018-05"
_BY_KIND: Mapping[AskKind, str] = {
    AskKind.BIRTH: "1990-05",
    AskKind.COUNTRY: "ZA",
    AskKind.COUNTRIES: "ZA",
    AskKind.NATIONS: "ZA,US",
    AskKind.AGENCY: "harbor-city-police",
    AskKind.AGENCIES: "example-city-police,harbor-city-police",
    AskKind.OFFICER: "UOLGA",
    AskKind.OFFENCE: "kidnapping",
    AskKind.PROGRAMME: "predator",
    AskKind.WEB_ADDRESS: "https://agency.example/page",
}


def an_answer(ask: Ask) -> str:
    """Something that is taken for an answer; days are past or far enough ahead for any clock of a test."""
    if ask.name in _BY_NAME:
        return _BY_NAME[ask.name]
    if ask.choices:
        return str(ask.choices[0][0])
    if ask.kind is AskKind.DATE:
        return "2027-05-17" if ask.future else "2026-02-01"
    return _BY_KIND.get(ask.kind, f"Invented: {ask.name}.")


def least(
    kind: RequestKind, direction: Direction = Direction.OUTGOING, given: Mapping[str, str] | None = None
) -> dict[str, str]:
    """The fewest answers with which a request of this kind is filed, these among them."""
    return _filled(kind, direction, given or {}, lambda ask: ask.required)


def whole(
    kind: RequestKind, direction: Direction = Direction.OUTGOING, given: Mapping[str, str] | None = None
) -> dict[str, str]:
    """An answer to each question that is asked after these answers."""
    return _filled(kind, direction, given or {}, lambda _: True)


def _filled(
    kind: RequestKind, direction: Direction, given: Mapping[str, str], wanted: Callable[[Ask], bool]
) -> dict[str, str]:
    form = form_of(kind, direction)
    answers = {**({"birth": _OF_A_CHILD} if KINDS[kind].minors else {}), **given}
    for ask in form.asks if form else ():
        if ask.name not in answers and wanted(ask) and ask.is_asked(answers):
            answers[ask.name] = an_answer(ask)
    return answers
