"""What `list` understands."""

from datetime import timedelta

import pytest

from bot.rules import notice_states, requests
from bot.rules.kinds import KINDS
from bot.rules.queries import Parsed, parse
from storage.records.notices import Colour, Means, NoticeState
from storage.records.people import Person, PersonId, Role
from storage.records.queries import RecordQuery
from storage.records.reminders import RecordKind
from storage.records.requests import Direction, Priority, RequestKind, RequestState
from tests.rules.examples import ADA, NAMES, NOW

OFFICER = Person(id=ADA, role=Role.OFFICER)


def _parse(words: str, kind: RecordKind = RecordKind.NOTICE, asker: Person = OFFICER) -> Parsed:
    return parse(words, kind=kind, asker=asker, now=NOW, countries=NAMES)


@pytest.mark.parametrize(
    ("words", "query"),
    [
        ("", RecordQuery()),
        ("colour:red", RecordQuery(colours=frozenset({Colour.RED}))),
        ("color:RED blue", RecordQuery(colours=frozenset({Colour.RED, Colour.BLUE}))),
        ("colour:un", RecordQuery(colours=frozenset({Colour.UN}))),
        ("state:sent", RecordQuery(states=frozenset({"sent"}))),
        ("needs-info", RecordQuery(states=frozenset({"needs_info"}))),
        ("state:pending", RecordQuery(states=frozenset(notice_states.PENDING))),
        ("open", RecordQuery(states=frozenset(notice_states.LIVE))),
        ("over", RecordQuery(states=frozenset(notice_states.OVER))),
        ("older:30d", RecordQuery(created_before=NOW - timedelta(days=30))),
        ("older:2w", RecordQuery(created_before=NOW - timedelta(weeks=2))),
        ("needs info", RecordQuery(states=frozenset({"needs_info"}))),
        ("waiting for information", RecordQuery(states=frozenset({"needs_info"}))),
        ("state:waiting for information", RecordQuery(states=frozenset({"needs_info"}))),
        ("older:30", RecordQuery(created_before=NOW - timedelta(days=30))),
        ("due:7d", RecordQuery(due_before=NOW + timedelta(days=7))),
        ("incoming", RecordQuery(directions=frozenset({Direction.INCOMING}))),
        ("diffusion", RecordQuery(means=frozenset({Means.DIFFUSION}))),
        ("owner:me", RecordQuery(owner=ADA)),
        ("owner:nobody", RecordQuery(unowned=True)),
        ("unowned", RecordQuery(unowned=True)),
        ("owner:<@u0officer|olga>", RecordQuery(owner=PersonId("U0OFFICER"))),
        ("NT-2026-00007", RecordQuery(references=frozenset({"NT-2026-00007"}))),
        ("ref:nt-2026-7", RecordQuery(references=frozenset({"NT-2026-00007"}))),
        ("LR 2026 00042", RecordQuery(references=frozenset({"LR-2026-00042"}))),
        ("overdue", RecordQuery(overdue_at=NOW)),
        ("mine", RecordQuery(owner=ADA)),
        (
            "red overdue mine",
            RecordQuery(colours=frozenset({Colour.RED}), overdue_at=NOW, owner=ADA),
        ),
    ],
)
def test_words_become_a_question(words: str, query: RecordQuery) -> None:
    assert _parse(words) == Parsed(query=query, not_understood=())


@pytest.mark.parametrize(
    "words",
    [
        "country:za",
        "country:south-africa",
        "country:South Africa",
        'country:"south africa"',
        "south africa",
        "ZA",
        "za",
    ],
)
def test_a_country_is_read_by_its_code_and_its_name(words: str) -> None:
    wanted = RecordQuery(countries=frozenset({"ZA"}))

    assert _parse(words) == Parsed(query=wanted, readings=("country South Africa",))


@pytest.mark.parametrize("words", ["2021/75051", "2021-75051", "entity:2021/75051", "number:2021-75051"])
def test_a_file_number_is_read_with_a_slash_and_with_a_dash(words: str) -> None:
    (number,) = _parse(words).query.numbers

    assert (number.entity, number.case) == ("2021/75051", "202175051")


@pytest.mark.parametrize("words", ["26-1234/a", "case:26-1234a", 'case:"26 1234 A"', "“26 1234 A”"])
def test_a_case_number_is_compared_without_its_marks(words: str) -> None:
    assert {number.case for number in _parse(words).query.numbers} == {"261234A"}


def test_a_control_number_is_a_number() -> None:
    (number,) = _parse("a-1234/5-2020").query.numbers

    assert number.control == "A-1234/5-2020"


def test_what_nothing_else_knows_is_a_name_with_its_year_of_birth() -> None:
    parsed = _parse("red Robin Example 1990 pending")

    assert parsed.name == "Robin Example 1990"
    assert parsed.query.numbers == frozenset()
    assert parsed.query.colours == {Colour.RED}
    assert parsed.readings == ("name “Robin Example 1990”",)


def test_a_number_beside_a_name_stays_a_number() -> None:
    parsed = _parse("robin 26-1234")

    assert parsed.name == "robin"
    assert parsed.readings == ("number 26-1234", "name “robin”")


@pytest.mark.parametrize("words", ['"Robin Green"', "name:Robin name:Green", "Robin name:green"])
def test_a_name_that_is_also_a_word_of_the_desk_is_quoted_or_named(words: str) -> None:
    parsed = _parse(words)

    assert parsed.name.casefold() == "robin green"
    assert parsed.query == RecordQuery()


def test_small_words_between_say_nothing_but_are_countries_in_capitals() -> None:
    assert _parse("red in france") == _parse("red france")
    assert _parse("the mine of south africa") == _parse("mine ZA")
    assert _parse("AT").name == "AT"


def test_a_short_name_is_no_country() -> None:
    assert _parse("Robin Za").name == "Robin Za"


def test_an_agency_is_left_to_the_registry() -> None:
    assert _parse('agency:harbor agency:"Example City"').agencies == ("harbor", "Example City")


@pytest.mark.parametrize(
    ("words", "guesses"),
    [
        ("pubished", ("published",)),
        ("overdu", ("overdue",)),
        ("colur:red", ("colour:",)),
        ("Robin Example", ()),
        ('"pubished"', ()),
    ],
)
def test_a_slip_of_the_keys_is_guessed(words: str, guesses: tuple[str, ...]) -> None:
    assert _parse(words).guesses == guesses


@pytest.mark.parametrize(
    ("words", "query"),
    [
        ("kind:missing_child", RecordQuery(kinds=frozenset({RequestKind.MISSING_CHILD}))),
        ("kind:child", RecordQuery(kinds=frozenset({RequestKind.MISSING_CHILD}))),
        (
            "kind:child kind:url",
            RecordQuery(kinds=frozenset({RequestKind.MISSING_CHILD, RequestKind.WEB_ADDRESS})),
        ),
        ("priority:flash", RecordQuery(priorities=frozenset({Priority.FLASH}))),
        (
            "priority:flash PRIORITY:urgent",
            RecordQuery(priorities=frozenset({Priority.FLASH, Priority.URGENT})),
        ),
        ("tag:predator", RecordQuery(answered=("predator", "yes"))),
        ("tag:adam-walsh", RecordQuery(answered=("programme", "adam_walsh"))),
        ("state:correcting", RecordQuery(states=frozenset({"correcting"}))),
        ("flash", RecordQuery(priorities=frozenset({Priority.FLASH}))),
        ("child", RecordQuery(kinds=frozenset({RequestKind.MISSING_CHILD}))),
        ("pending", RecordQuery(states=frozenset(requests.LIVE))),
        ("state:closed", RecordQuery(states=frozenset({"closed"}))),
    ],
)
def test_requests_have_words_of_their_own(words: str, query: RecordQuery) -> None:
    assert _parse(words, RecordKind.REQUEST) == Parsed(query=query, not_understood=())


def test_a_requesters_own_are_those_they_filed() -> None:
    requester = Person(id=ADA, role=Role.REQUESTER)

    assert _parse("mine", asker=requester).query == RecordQuery(filed_by=ADA)


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("%", RecordKind.NOTICE),
        ("_", RecordKind.NOTICE),
        ("***", RecordKind.REQUEST),
        ("12", RecordKind.NOTICE),
        ("owner:somebody", RecordKind.NOTICE),
        ("ref:ES-2026-00003", RecordKind.NOTICE),
        ("due:soon", RecordKind.NOTICE),
        ("agency:", RecordKind.NOTICE),
        ("colour:pink", RecordKind.NOTICE),
        ("colour:red", RecordKind.REQUEST),
        ("red", RecordKind.REQUEST),
        ("fugitive", RecordKind.NOTICE),
        ("kind:fugitive", RecordKind.NOTICE),
        ("kind:nonsense", RecordKind.REQUEST),
        ("state:nonsense", RecordKind.NOTICE),
        ("older:soon", RecordKind.NOTICE),
        ("older:9999y", RecordKind.NOTICE),
        ("country:atlantis", RecordKind.NOTICE),
        ("shape:round", RecordKind.NOTICE),
        ("kind:travelling_offender", RecordKind.REQUEST),
        ("priority:soon", RecordKind.REQUEST),
        ("priority:flash", RecordKind.NOTICE),
        ("tag:predator", RecordKind.NOTICE),
    ],
)
def test_what_is_not_understood_is_named_and_asks_nothing(words: str, kind: RecordKind) -> None:
    parsed = _parse(words, kind)

    assert (parsed.query, parsed.name, parsed.not_understood) == (RecordQuery(), "", (words,))


def test_the_longest_age_can_still_be_counted() -> None:
    assert _parse("older:999y").query.created_before is not None


def test_every_state_of_a_notice_can_be_asked_for() -> None:
    assert all(_parse(state).not_understood == () for state in NoticeState)


@pytest.mark.parametrize("colour", Colour)
def test_every_colour_can_be_asked_for_with_and_without_its_word(colour: Colour) -> None:
    wanted = Parsed(query=RecordQuery(colours=frozenset({colour})), not_understood=())

    assert _parse(colour) == _parse(f"colour:{colour}") == wanted


@pytest.mark.parametrize("kind", RequestKind)
def test_every_kind_of_request_can_be_asked_for_by_its_word_and_by_its_name(kind: RequestKind) -> None:
    wanted = RecordQuery(kinds=frozenset({kind}))

    for word in (KINDS[kind].word, kind.value):
        assert _parse(f"kind:{word}", RecordKind.REQUEST) == Parsed(query=wanted, not_understood=())


def test_every_state_and_priority_of_a_request_can_be_asked_for() -> None:
    words = [*(f"state:{state}" for state in RequestState), *(f"priority:{each}" for each in Priority)]

    assert _parse(" ".join(words), RecordKind.REQUEST).not_understood == ()
