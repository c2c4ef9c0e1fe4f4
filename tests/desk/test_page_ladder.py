"""The ladder of a page: somebody is always told, step by step, until its loud end."""

from datetime import timedelta

import pytest

from bot.rules.errors import NotYet
from storage.records.escalations import EscalationId, EscalationState
from storage.records.outbox import Lane
from tests.desk.around import CountingWake, both_databases
from tests.desk.floor import (
    OFFICER,
    OPERATOR,
    SECOND,
    SUPERVISOR,
    Floor,
)
from tests.storage.examples import all_at_once


@both_databases
def test_a_page_goes_to_the_officer_on_duty_and_the_channel_at_once(floor: Floor) -> None:
    floor.on_duty(OFFICER)
    opened = floor.page()

    assert not opened.joined
    assert (opened.page.reference, opened.page.told) == ("ES-2026-00001", (OFFICER.id,))
    assert opened.page.next_step_at == floor.clock.now() + timedelta(minutes=5)
    assert [row.lane for row in floor.waiting()] == [Lane.FIRST, Lane.FIRST, Lane.CARD]


def test_the_ladder_is_climbed_until_its_loud_end(floor: Floor) -> None:
    floor.on_duty(SECOND, 12)
    floor.on_duty(OFFICER, 6)
    page = floor.page().page
    told = [floor.told()]
    for minutes in (5, 5, 5, 10):
        floor.clock.advance(minutes=minutes)
        assert floor.desk.escalations.sweep() == 1
        told.append(floor.told())

    assert told == [
        ["page -> dm:UOFFICER", "page -> oncall", "page_thread -> oncall"],
        ["page -> dm:USECOND", "page -> oncall", "page_thread -> oncall"],
        ["page -> dm:USUPER", "page -> oncall", "page_thread -> oncall"],
        ["page -> oncall", "page_everyone -> oncall", "page_thread -> oncall"],
        [
            "PageMoved -> dm:UREQ",
            "page -> dm:UOFFICER",
            "page -> dm:USECOND",
            "page -> dm:USUPER",
            "page -> oncall",
            "page_everyone -> oncall",
            "page_nobody -> oncall",
            "page_thread -> oncall",
        ],
    ]
    exhausted = floor.desk.escalations.page(EscalationId(page.id))
    assert exhausted is not None
    assert (exhausted.state, exhausted.next_step_at) == (
        EscalationState.EXHAUSTED,
        floor.clock.now() + timedelta(minutes=15),
    )


def test_a_sweep_before_its_time_does_nothing_and_wakes_nobody(floor: Floor, wake: CountingWake) -> None:
    floor.on_duty()
    floor.page()
    before = wake.times

    assert floor.desk.escalations.sweep() == 0
    assert wake.times == before
    assert floor.desk.escalations.next_due() == floor.clock.now() + timedelta(minutes=5)


@both_databases
def test_eight_sweeps_at_once_take_one_step(floor: Floor) -> None:
    floor.on_duty()
    page = floor.page().page
    floor.clock.advance(minutes=5)
    steps = all_at_once(8, lambda _: floor.desk.escalations.sweep())
    after = floor.desk.escalations.page(EscalationId(page.id))

    assert sum(steps) == 1
    assert after is not None
    assert after.told == (OFFICER.id, SUPERVISOR.id)


def test_with_nobody_on_duty_the_next_rung_is_told_at_once_and_the_page_says_so(floor: Floor) -> None:
    page = floor.page().page

    assert page.nobody_on_duty
    assert page.told == (SUPERVISOR.id,)


def test_with_nobody_at_all_the_channel_is_told_at_once(floor: Floor) -> None:
    floor.desk.people.revoke(SUPERVISOR.id, by=OPERATOR)
    floor.page()

    assert floor.told() == ["page -> oncall", "page_everyone -> oncall", "page_thread -> oncall"]


def test_an_officer_who_left_does_not_swallow_a_page(floor: Floor) -> None:
    floor.on_duty(OFFICER)
    floor.change(OFFICER, deactivated=True)

    assert floor.page().page.told == (SUPERVISOR.id,)


def test_who_was_told_already_is_not_told_twice(floor: Floor) -> None:
    floor.on_duty(SUPERVISOR)
    floor.page()
    floor.clock.advance(minutes=5)
    floor.desk.escalations.sweep()

    assert floor.told().count("page_everyone -> oncall") == 1


def test_escalate_now_takes_the_next_rung_at_once(floor: Floor) -> None:
    floor.on_duty()
    page = floor.page().page
    hurried = floor.desk.escalations.escalate_now(OFFICER, EscalationId(page.id))

    assert hurried.told == (OFFICER.id, SUPERVISOR.id)
    assert hurried.next_step_at == floor.clock.now() + timedelta(minutes=5)


def test_escalate_now_is_refused_when_nobody_is_waited_for(floor: Floor) -> None:
    taken = floor.page(key="1").page
    floor.acknowledge(OFFICER, taken.id)
    with pytest.raises(NotYet) as refused:
        floor.desk.escalations.escalate_now(SECOND, EscalationId(taken.id))
    spent = floor.exhausted()

    assert refused.value.holder == OFFICER.id
    with pytest.raises(NotYet, match="Call the command center: 202-616-9000"):
        floor.desk.escalations.escalate_now(SECOND, EscalationId(spent.id))
