"""The ladder of a page, rung by rung."""

import pytest

from bot.policy import load
from bot.rules.escalations import Watch, climb, holder, roused
from bot.rules.policy import LadderStep
from storage.records.escalations import EscalationState, Rung
from storage.records.people import Actor, PersonId
from tests.rules.examples import ADA, BORIS, CHIDI, DORA, NOW, after, an_escalation

LADDER = load().ladder
FULL = Watch(on_duty=ADA, next_person=BORIS, supervisors=(CHIDI, DORA))
NOBODY = Watch(on_duty=None, next_person=None, supervisors=())


def test_the_whole_ladder_is_climbed_one_rung_after_the_other() -> None:
    page, told = an_escalation(), []
    for _ in range(5):
        step = climb(page, LADDER, FULL, NOW)
        page = step.escalation
        told.append((step.told, step.everyone, page.state))

    assert told == [
        ((ADA,), False, EscalationState.OPEN),
        ((BORIS,), False, EscalationState.OPEN),
        ((CHIDI, DORA), False, EscalationState.OPEN),
        ((), True, EscalationState.OPEN),
        ((), False, EscalationState.EXHAUSTED),
    ]
    assert page.told == (ADA, BORIS, CHIDI, DORA)


@pytest.mark.parametrize(("rung", "minutes"), [(0, 5), (1, 5), (2, 5), (3, 10)])
def test_each_rung_has_its_time(rung: int, minutes: int) -> None:
    step = climb(an_escalation(rung=rung), LADDER, FULL, NOW)

    assert step.escalation.next_step_at == after(minutes=minutes)


def test_at_its_end_nothing_is_due_any_more() -> None:
    step = climb(an_escalation(rung=len(LADDER), next_step_at=NOW), LADDER, FULL, NOW)

    assert step.escalation.next_step_at is None


@pytest.mark.parametrize(
    ("watch", "told", "rung", "nobody_on_duty"),
    [
        pytest.param(FULL, (ADA,), 1, False, id="somebody is on duty"),
        pytest.param(
            Watch(on_duty=None, next_person=BORIS, supervisors=()), (BORIS,), 2, True, id="the next"
        ),
        pytest.param(
            Watch(on_duty=None, next_person=None, supervisors=(CHIDI,)), (CHIDI,), 3, True, id="boss"
        ),
        pytest.param(NOBODY, (), 4, True, id="the channel, at once"),
    ],
)
def test_a_rung_that_reaches_nobody_is_not_waited_for(
    watch: Watch, told: tuple[PersonId, ...], rung: int, nobody_on_duty: bool
) -> None:
    step = climb(an_escalation(), LADDER, watch, NOW)

    assert (step.told, step.escalation.rung, step.nobody_on_duty) == (told, rung, nobody_on_duty)


def test_nobody_is_told_twice() -> None:
    watch = Watch(on_duty=ADA, next_person=ADA, supervisors=(ADA, CHIDI))
    first = climb(an_escalation(), LADDER, watch, NOW).escalation
    second = climb(first, LADDER, watch, NOW)

    assert second.told == (CHIDI,)
    assert second.escalation.rung == 3


def test_a_page_at_its_end_that_is_roused_pages_everybody_again() -> None:
    spent = an_escalation(rung=len(LADDER), state=EscalationState.EXHAUSTED, told=(ADA,))
    step = climb(roused(spent, LADDER), LADDER, FULL, NOW)

    assert step.everyone
    assert step.escalation.state is EscalationState.OPEN


def test_a_ladder_that_ends_without_the_channel_still_ends_loudly() -> None:
    ladder = (LadderStep(who=Rung.ON_DUTY, wait=LADDER[0].wait),)
    step = climb(an_escalation(rung=1), ladder, FULL, NOW)

    assert step.escalation.state is EscalationState.EXHAUSTED


@pytest.mark.parametrize(
    ("actor", "person"), [(None, None), (Actor("operator:root"), None), (Actor(ADA), ADA)]
)
def test_who_holds_a_page(actor: Actor | None, person: PersonId | None) -> None:
    assert holder(an_escalation(acknowledged_by=actor)) == person
