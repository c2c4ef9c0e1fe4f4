"""When the next step is owed."""

from datetime import timedelta

import pytest

from bot.policy import load
from bot.rules.deadlines import notice_due, request_due
from storage.records.notices import NoticeState
from storage.records.requests import Priority, RequestState
from tests.rules.examples import NOW, after

POLICY = load()


@pytest.mark.parametrize(
    ("priority", "state", "entered", "due"),
    [
        pytest.param(Priority.FLASH, "submitted", 0, 1, id="flash: the promised hour"),
        pytest.param(Priority.URGENT, "submitted", 0, 24, id="urgent: a day"),
        pytest.param(Priority.NORMAL, "submitted", 0, 24, id="normal: the wait of the state"),
        pytest.param(Priority.URGENT, "intake_review", 3, 24, id="capped by the promise"),
        pytest.param(Priority.NORMAL, "intake_review", 3, 3 + 72, id="the state's wait is shorter"),
        pytest.param(Priority.FLASH, "intake_review", 5, 5 + 72, id="the promise is past"),
        pytest.param(Priority.FLASH, "closed", 5, None, id="over"),
    ],
)
def test_a_request_is_due(priority: Priority, state: str, entered: int, due: int | None) -> None:
    moment = request_due(
        RequestState(state), since=after(hours=entered), created_at=NOW, priority=priority, policy=POLICY
    )

    assert moment == (None if due is None else after(hours=due))


@pytest.mark.parametrize(
    ("state", "wait"),
    [
        (NoticeState.SUBMITTED, timedelta(hours=24)),
        (NoticeState.ARRESTED, timedelta(days=40)),
        (NoticeState.SUSPENDED, timedelta(days=182)),
        (NoticeState.PUBLISHED, timedelta(days=5 * 365)),
        (NoticeState.WITHDRAWN, None),
    ],
)
def test_a_notice_is_due(state: NoticeState, wait: timedelta | None) -> None:
    assert notice_due(state, since=NOW, policy=POLICY) == (None if wait is None else NOW + wait)
