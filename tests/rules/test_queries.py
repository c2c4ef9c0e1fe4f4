"""What `list` understands."""

from datetime import timedelta

import pytest

from bot.rules import notice_states, requests
from bot.rules.kinds import KINDS
from bot.rules.queries import Parsed, parse
from storage.records.notices import Colour, NoticeState
from storage.records.people import Person, Role
from storage.records.queries import RecordQuery
from storage.records.reminders import RecordKind
from storage.records.requests import Priority, RequestKind, RequestState
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
        ("country:fr", RecordQuery(country="FR")),
        ("country:south-africa", RecordQuery(country="ZA")),
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
        ("pink", RecordKind.NOTICE),
        ("colour:pink", RecordKind.NOTICE),
        ("colour:red", RecordKind.REQUEST),
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
        ("predator", RecordKind.REQUEST),
    ],
)
def test_what_is_not_understood_is_named_and_asks_nothing(words: str, kind: RecordKind) -> None:
    assert _parse(words, kind) == Parsed(query=RecordQuery(), not_understood=(words,))


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
