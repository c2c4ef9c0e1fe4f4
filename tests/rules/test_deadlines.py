"""When the next step is owed."""

from datetime import timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.policy import load
from bot.rules.deadlines import answer_due, is_desk_default, notice_due, request_due, send_by_of, unsent_due
from bot.rules.requests import LIVE, OVER
from storage.records.notices import NoticeState
from storage.records.requests import Priority, RequestState
from tests.rules.examples import NOW, a_notice, a_request, after

POLICY = load()
DESK = ZoneInfo("America/New_York")
S = RequestState


@pytest.mark.parametrize(
    ("priority", "state", "entered", "due"),
    [
        pytest.param(Priority.FLASH, "submitted", 0, 1, id="flash: the promised hour"),
        pytest.param(Priority.URGENT, "submitted", 0, 1, id="urgent: picked up within an hour"),
        pytest.param(Priority.NORMAL, "submitted", 0, 24, id="normal: a business day"),
        pytest.param(Priority.URGENT, "intake_review", 3, 24, id="capped by the promise"),
        pytest.param(Priority.NORMAL, "intake_review", 3, 3 + 72, id="the state's wait is shorter"),
        pytest.param(Priority.FLASH, "intake_review", 5, 5 + 72, id="the promise is past"),
        pytest.param(Priority.NORMAL, "correcting", 5, 5 + 1, id="wrong abroad: within the hour"),
        pytest.param(Priority.FLASH, "closed", 5, None, id="over"),
    ],
)
def test_a_request_is_due(priority: Priority, state: str, entered: int, due: int | None) -> None:
    request = a_request(state=RequestState(state), state_since=after(hours=entered), priority=priority)

    assert request_due(request, POLICY, DESK) == (None if due is None else after(hours=due))


@pytest.mark.parametrize(
    ("priority", "state", "entered", "due"),
    [
        pytest.param("flash", "submitted", 0, 1, id="flash: the promised hour"),
        pytest.param("urgent", "review", 3, 24, id="urgent: capped by the promise"),
        pytest.param("flash", "review", 5, None, id="the promise is past: the state's own wait"),
        pytest.param("normal", "review", 3, None, id="the state's wait is shorter"),
    ],
)
def test_an_unsent_notice_is_due_by_what_its_priority_promises(
    priority: str, state: str, entered: int, due: int | None
) -> None:
    since = after(hours=entered)
    notice = a_notice(state=NoticeState(state), state_since=since, answers={"priority": priority})

    of_the_state = notice_due(notice.state, since=since, policy=POLICY, zone=DESK)
    assert unsent_due(notice, POLICY, DESK) == (of_the_state if due is None else after(hours=due))


@pytest.mark.parametrize(
    ("state", "departs_on", "due"),
    [
        pytest.param(S.SUBMITTED, "2026-03-10", "2026-03-03", id="to be sent a week before"),
        pytest.param(S.ACCEPTED, "2026-03-10", "2026-03-03", id="accepted, and not sent yet"),
        pytest.param(S.TRANSMITTED, "2026-03-10", None, id="sent: the state's own wait"),
        pytest.param(S.SUBMITTED, "2026-05-10", None, id="far away: the state's own wait"),
        pytest.param(S.SUBMITTED, "2026-03-05", None, id="the day to send it is past"),
    ],
)
def test_a_departure_is_to_be_told_in_time(state: RequestState, departs_on: str, due: str | None) -> None:
    request = a_request(state=state, departs_on=departs_on)
    without = a_request(state=state)

    moment = request_due(request, POLICY, DESK)

    if due is None:
        assert moment == request_due(without, POLICY, DESK)
    else:
        assert moment is not None
        assert moment.astimezone(DESK).isoformat() == f"{due}T00:00:00-05:00"


moments = st.integers(min_value=0, max_value=24 * 40)
days = st.none() | st.dates(min_value=NOW.date(), max_value=NOW.date() + timedelta(days=60)).map(str)


@settings(max_examples=50, deadline=None)
@given(
    state=st.sampled_from(sorted(LIVE)),
    priority=st.sampled_from(Priority),
    entered=moments,
    departs_on=days,
)
def test_no_step_is_due_later_than_was_promised_while_that_can_be_kept(
    state: RequestState, priority: Priority, entered: int, departs_on: str | None
) -> None:
    request = a_request(
        state=state, priority=priority, state_since=after(hours=entered), departs_on=departs_on
    )
    promised = [answer_due(request.created_at, priority, POLICY)]
    if state in {S.SUBMITTED, S.INTAKE_REVIEW, S.NEEDS_INFO, S.ACCEPTED} and departs_on:
        promised.append(send_by_of(request, POLICY, DESK) or NOW)

    due = request_due(request, POLICY, DESK)

    assert due is not None
    assert request.state_since < due <= request.state_since + timedelta(days=12)
    assert all(due <= moment for moment in promised if moment > request.state_since)


@pytest.mark.parametrize("state", RequestState)
def test_each_state_waits_for_somebody_until_it_is_over(state: RequestState) -> None:
    assert (request_due(a_request(state=state), POLICY, DESK) is None) == (state in OVER)


@pytest.mark.parametrize("state", RequestState)
def test_no_source_gives_how_long_a_request_may_wait(state: RequestState) -> None:
    assert is_desk_default(state)


@pytest.mark.parametrize(
    ("state", "wait"),
    [
        (NoticeState.SUBMITTED, timedelta(hours=24)),
        (NoticeState.ARRESTED, timedelta(days=40)),
        (NoticeState.APPROVED, timedelta(hours=24)),
        (NoticeState.WITHDRAWN, None),
    ],
)
def test_a_notice_is_due(state: NoticeState, wait: timedelta | None) -> None:
    since = NOW + timedelta(days=7)  # The clock has just been put forward.

    due = notice_due(state, since=since, policy=POLICY, zone=DESK)

    assert due == (None if wait is None else since + wait)
