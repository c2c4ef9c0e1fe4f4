"""Merging a request into another that goes on: of the same kind, with a reason unless a sign shows why."""

from datetime import timedelta
from typing import Any

import pytest

from bot.rules.errors import InvalidForm
from storage.records.announcements import RecordMoved, SubjectSeen
from storage.records.requests import LiaisonRequest, RequestKind, RequestState
from tests.desk.around import both_databases
from tests.desk.floor import ADMITTED, OFFICER, REQUESTER, SECOND, SUPERVISOR, Floor

WHY = "The telephone number is the same."


def _two(floor: Floor, **changes: Any) -> tuple[LiaisonRequest, LiaisonRequest]:
    """About people of different names, in different cases."""
    return floor.file_another(key="1", **changes), floor.file_another(key="2", **changes)


def _merge(
    floor: Floor, one: LiaisonRequest, other: LiaisonRequest | str, reason: str = WHY
) -> LiaisonRequest:
    into = other if isinstance(other, str) else other.reference
    return floor.take(OFFICER, one, "merge", into=into, reason=reason)


def _faults(
    floor: Floor, one: LiaisonRequest, other: LiaisonRequest | str, reason: str = WHY
) -> dict[str, str]:
    with pytest.raises(InvalidForm) as invalid:
        _merge(floor, one, other, reason)
    return invalid.value.errors


@both_databases
def test_a_request_is_merged_into_another_that_goes_on(floor: Floor) -> None:
    one, other = _two(floor)
    merged = _merge(floor, one, other.reference.lower().replace("-", " "))

    assert (merged.state, merged.outcome, merged.merged_into, merged.due_at) == (
        RequestState.CLOSED,
        "duplicate",
        other.id,
        None,
    )
    assert floor.request(other.id) == other


def test_the_card_names_the_request_that_goes_on(floor: Floor) -> None:
    one, other = _two(floor)
    _merge(floor, one, other)
    cards = [floor.desk.requests.card(each.id) for each in (one, other)]

    assert [card.merged_into for card in cards if card] == [other.reference, None]


def test_who_filed_the_merged_one_hears_that_it_is_over(floor: Floor) -> None:
    one, other = _two(floor)
    floor.told()
    _merge(floor, one, other)

    assert [each.record_id for each in floor.told_by(RecordMoved)] == [one.id]


def test_why_both_are_the_same_stands_in_the_history(floor: Floor) -> None:
    one, other = _two(floor)
    _merge(floor, one, other)
    last = floor.desk.requests.details(OFFICER, one.id).events[0]

    assert (last.step, last.evidence) == ("merge", {"into": other.reference, "reason": WHY})


@pytest.mark.parametrize(
    "sign",
    [
        pytest.param({"family_name": "Example", "forename": "Edgar", "birth": "1990"}, id="person"),
        pytest.param({"document": "X1234567"}, id="document"),
        pytest.param({"agency_case": "2026/1700"}, id="case"),
    ],
)
def test_no_reason_is_needed_where_a_sign_shows_that_both_are_the_same(
    floor: Floor, sign: dict[str, str]
) -> None:
    one, other = _two(floor, **sign)

    assert _merge(floor, one, other, reason="").merged_into == other.id


@pytest.mark.parametrize("reason", ["", "  "])
def test_without_a_sign_and_without_a_reason_nothing_is_merged(floor: Floor, reason: str) -> None:
    one, other = _two(floor)

    assert _faults(floor, one, other, reason) == {
        "reason": "Nothing shows that both are about the same. Say why they are."
    }
    assert floor.request(one.id) == one


def test_a_sign_that_a_third_request_shares_is_no_reason(floor: Floor) -> None:
    one, other = _two(floor)
    floor.file_request(key="3", family_name="Example-1", agency_case="EX-3")

    assert set(_faults(floor, one, other, "")) == {"reason"}


def test_what_asks_for_something_else_is_not_merged_whatever_the_reason(floor: Floor) -> None:
    one = floor.file_request(key="1")
    other = floor.file_request(key="2", kind=RequestKind.INQUIRY, asked="identity")

    assert _faults(floor, one, other) == {
        "into": f"{other.reference} asks for something else: Inquiry to or from a country."
    }
    assert floor.request(one.id) == one


@pytest.mark.parametrize("words", ["", "LR-2026-00099", "somebody", "NT-2026-00001"])
def test_it_is_merged_into_a_request_that_is_there(floor: Floor, words: str) -> None:
    one = floor.file_request()
    floor.file_notice()

    assert set(_faults(floor, one, words)) == {"into"}
    assert floor.request(one.id) == one


def test_it_is_not_merged_into_itself(floor: Floor) -> None:
    one = floor.file_request()

    assert "the same request" in _faults(floor, one, one)["into"]


def test_it_is_not_merged_into_what_is_over_so_that_two_never_end_in_each_other(floor: Floor) -> None:
    one, other = _two(floor)
    _merge(floor, one, other)

    assert "is over" in _faults(floor, other, one)["into"]


def test_a_supervisor_takes_a_merge_back(floor: Floor) -> None:
    one, other = _two(floor)
    floor.desk.requests.claim(OFFICER, one.id)
    _merge(floor, one, other)
    floor.clock.advance(hours=1)
    reopened = floor.take(SUPERVISOR, one, "reopen", reason="They are two.")
    card = floor.desk.requests.card(one.id)

    assert (reopened.state, reopened.merged_into, reopened.outcome) == (
        RequestState.INTAKE_REVIEW,
        None,
        None,
    )
    assert reopened.due_at == floor.clock.now() + timedelta(days=3)
    assert card is not None
    assert card.merged_into is None


@both_databases
def test_who_watched_the_merged_one_hears_of_the_subject_of_the_other(floor: Floor) -> None:
    one, other = _two(floor)
    for watcher in (SECOND, SUPERVISOR):
        floor.take(watcher, one, "watch")
    _merge(floor, one, other)
    floor.told()
    floor.file_request(
        ADMITTED, "3", family_name="Example-2", agency="harbor-city-police", agency_case="EX-3"
    )
    seen = [(row.place, row.what) for row in floor.waiting() if isinstance(row.what, SubjectSeen)]

    assert sorted(place for place, _ in seen) == ["dm:USECOND", "dm:USUPER"]
    assert {what.watched for _, what in seen} == {other.reference}
    assert [floor.desk.requests.details(each, other.id).watched for each in (OFFICER, SECOND)] == [
        False,
        True,
    ]


def test_who_watched_both_hears_once_of_a_third(floor: Floor) -> None:
    same = {"family_name": "Example", "agency_case": "EX-7"}
    one, other = _two(floor, **same)
    for request in (one, other):
        floor.take(SECOND, request, "watch")
    _merge(floor, one, other, "")
    floor.told()
    floor.file_request(REQUESTER, "3", **same)

    assert [each for each in floor.told() if each.startswith("SubjectSeen")] == ["SubjectSeen -> dm:USECOND"]
