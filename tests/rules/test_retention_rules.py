"""Retention: when a record that is over may be erased."""

from dataclasses import replace
from datetime import timedelta

import pytest

from bot.policy import load
from bot.rules import notice_states, requests
from bot.rules.policy import Retention
from bot.rules.retention import cutoff, due_at, kept_for, over_states
from storage.records.notices import NoticeState
from storage.records.reminders import RecordKind
from storage.records.requests import RequestId, RequestState
from tests.rules.examples import NOW, a_notice, a_request, after

OWN, RECEIVED = timedelta(days=100), timedelta(days=10)
POLICY = replace(load(), retention=Retention(own=OWN, received=RECEIVED))
SHORT = replace(load(), retention=Retention(own=RECEIVED, received=OWN))


@pytest.mark.parametrize("state", RequestState)
def test_a_request_is_due_when_it_was_kept_since_it_was_over(state: RequestState) -> None:
    request = a_request(state=state, state_since=NOW)

    assert due_at(request, POLICY) == (NOW + OWN if state in requests.OVER else None)


@pytest.mark.parametrize("state", NoticeState)
def test_a_notice_is_due_when_it_was_kept_since_it_was_over(state: NoticeState) -> None:
    notice = a_notice(state=state, state_since=NOW)

    assert due_at(notice, POLICY) == (NOW + OWN if state in notice_states.OVER else None)


def test_a_merged_request_is_due_like_any_other() -> None:
    request = a_request(state=RequestState.CLOSED, merged_into=RequestId("r2"))

    assert due_at(request, POLICY) == NOW + OWN


def test_another_countrys_notice_is_kept_for_a_time_of_its_own() -> None:
    assert (kept_for(POLICY, received=False), kept_for(POLICY, received=True)) == (OWN, RECEIVED)


def test_a_request_waits_for_the_last_notice_that_comes_from_it() -> None:
    request = a_request(state=RequestState.CLOSED)
    earlier = a_notice(state=NoticeState.REFUSED, state_since=after(days=-1))
    later = a_notice(state=NoticeState.WITHDRAWN, state_since=after(days=3))

    assert due_at(request, POLICY, [earlier]) == NOW + OWN
    assert due_at(request, POLICY, [later, earlier]) == after(days=3) + OWN
    assert due_at(request, POLICY, [earlier, a_notice()]) is None


def test_nothing_that_is_due_is_over_since_later_than_the_cutoff() -> None:
    assert cutoff(RecordKind.REQUEST, NOW, POLICY) == NOW - OWN
    assert cutoff(RecordKind.NOTICE, NOW, POLICY) == NOW - RECEIVED
    assert cutoff(RecordKind.NOTICE, NOW, SHORT) == NOW - RECEIVED


def test_the_states_in_which_a_record_is_over_are_those_of_its_kind() -> None:
    assert over_states(RecordKind.REQUEST) == requests.OVER
    assert over_states(RecordKind.NOTICE) == notice_states.OVER
