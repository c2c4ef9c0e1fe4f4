"""The ladder of a page, step by step."""

from dataclasses import replace
from datetime import timedelta

import pytest

from bot.policy import load
from bot.rules.escalations import Climb, Watch, alarm_wait, climb, holder, passed_over, roused
from bot.rules.policy import LadderStep
from storage.records.escalations import Escalation, EscalationState, Rung, Trouble, TroubleKind
from storage.records.people import Actor, PersonId, Role
from storage.records.requests import Priority
from tests.rules.examples import ADA, BORIS, CHIDI, DORA, NOW, after, an_escalation

POLICY = load()
LADDER, WAITS = POLICY.ladders[Priority.URGENT], POLICY.pages
BOSSES = {Role.SUPERVISOR: (CHIDI, DORA)}
FULL = Watch(on_duty=ADA, next_person=BORIS, roles=BOSSES)
NOBODY = Watch(on_duty=None, next_person=None, roles={})
NONE_ON_DUTY = Trouble(kind=TroubleKind.NOBODY_ON_DUTY)


def climbed(page: Escalation, watch: Watch = FULL, ladder: tuple[LadderStep, ...] = LADDER) -> Climb:
    return climb(page, ladder, watch, WAITS, NOW)


def test_the_whole_ladder_is_climbed_one_step_after_the_other() -> None:
    page, told = an_escalation(), []
    for _ in range(5):
        step = climbed(page)
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
    assert page.steps == 4


@pytest.mark.parametrize(("rung", "minutes"), [(0, 5), (1, 5), (2, 5), (3, 10)])
def test_each_step_has_its_time(rung: int, minutes: int) -> None:
    step = climbed(an_escalation(rung=rung))

    assert step.escalation.next_step_at == after(minutes=minutes)


def test_at_its_end_it_alarms_again_and_each_time_later() -> None:
    page, waits = an_escalation(rung=len(LADDER)), []
    for _ in range(6):
        page = climbed(page).escalation
        assert page.next_step_at is not None
        waits.append((page.next_step_at - NOW) / timedelta(minutes=1))

    assert waits == [15, 30, 60, 120, 240, 240]


def test_however_often_it_has_alarmed_the_next_alarm_has_a_moment() -> None:
    assert alarm_wait(10**6, WAITS) == WAITS.alarm_again_at_most


@pytest.mark.parametrize(
    ("watch", "told", "rung", "troubles"),
    [
        pytest.param(FULL, (ADA,), 1, (), id="somebody is on duty"),
        pytest.param(
            Watch(on_duty=None, next_person=BORIS, roles={}), (BORIS,), 2, (NONE_ON_DUTY,), id="the next"
        ),
        pytest.param(
            Watch(on_duty=None, next_person=None, roles=BOSSES), (CHIDI, DORA), 3, (NONE_ON_DUTY,), id="boss"
        ),
        pytest.param(NOBODY, (), 4, (NONE_ON_DUTY,), id="the channel, at once"),
        pytest.param(
            replace(NOBODY, gone=ADA), (), 4, (Trouble(kind=TroubleKind.GONE, person=ADA),), id="who has left"
        ),
    ],
)
def test_a_step_that_reaches_nobody_is_not_waited_for(
    watch: Watch, told: tuple[PersonId, ...], rung: int, troubles: tuple[Trouble, ...]
) -> None:
    step = climbed(an_escalation(), watch)

    assert (step.told, step.escalation.rung, step.troubles) == (told, rung, troubles)
    assert step.escalation.troubles == troubles


def test_nobody_is_told_twice() -> None:
    watch = Watch(on_duty=ADA, next_person=ADA, roles={Role.SUPERVISOR: (ADA, CHIDI)})
    first = climbed(an_escalation(), watch).escalation
    second = climbed(first, watch)

    assert (second.told, second.nudged) == ((CHIDI,), ())
    assert second.escalation.rung == 3


def test_a_step_that_repeats_the_one_before_it_tells_the_same_people_once_more() -> None:
    twice = (LADDER[0], replace(LADDER[0], again=True))
    first = climbed(an_escalation(), ladder=twice).escalation
    second = climbed(first, ladder=twice)

    assert (second.told, second.nudged) == ((), (ADA,))
    assert second.escalation.awaited == (ADA,)


def test_a_repeat_tells_whoever_has_taken_the_desk_over_meanwhile() -> None:
    twice = (LADDER[0], replace(LADDER[0], again=True))
    first = climbed(an_escalation(), ladder=twice).escalation
    second = climbed(first, replace(FULL, on_duty=BORIS), ladder=twice)

    assert (second.told, second.nudged) == ((BORIS,), ())


@pytest.mark.parametrize("kind", [TroubleKind.QUIET, TroubleKind.UNREACHABLE])
def test_whoever_could_not_notice_it_is_not_waited_for_once_more(kind: TroubleKind) -> None:
    twice = (LADDER[0], replace(LADDER[0], again=True), LADDER[1])
    deaf = an_escalation(rung=1, told=(ADA,), troubles=(Trouble(kind=kind, person=ADA),))

    step = climbed(deaf, ladder=twice)

    assert (step.nudged, step.told, step.escalation.rung) == ((), (BORIS,), 3)


def test_a_page_that_came_back_tells_everybody_on_its_way_once_more() -> None:
    page = an_escalation(round=1, told=(ADA, BORIS))
    first, second = climbed(page), climbed(replace(page, rung=1))

    assert (first.nudged, second.nudged) == ((ADA,), (BORIS,))


def test_whoever_may_not_take_it_is_not_told() -> None:
    step = climbed(an_escalation(excluded=(ADA, BORIS, CHIDI)))

    assert step.told == (DORA,)
    assert step.troubles == (), "somebody is on duty, only not for this one"


def test_a_user_group_is_told_by_a_mention_and_has_its_time() -> None:
    ladder = (LadderStep(who=Rung.GROUP, group="S0HTCP", wait=timedelta(minutes=3)),)
    step = climbed(an_escalation(), ladder=ladder)

    assert (step.group, step.told, step.is_loud) == ("S0HTCP", (), True)
    assert step.escalation.next_step_at == after(minutes=3)


@pytest.mark.parametrize(
    ("awaited", "moment"),
    [
        pytest.param((ADA,), NOW, id="nobody else is awaited: at once"),
        pytest.param((ADA, BORIS), after(minutes=5), id="another one may still answer"),
        pytest.param((BORIS,), after(minutes=5), id="it had gone past them already"),
    ],
)
def test_whoever_cannot_notice_a_page_is_not_waited_for(
    awaited: tuple[PersonId, ...], moment: object
) -> None:
    trouble = Trouble(kind=TroubleKind.QUIET, person=ADA)
    page = an_escalation(rung=1, told=(ADA, BORIS), awaited=awaited, next_step_at=after(minutes=5))

    after_it = passed_over(page, trouble, NOW)

    assert after_it.next_step_at == moment
    assert after_it.troubles == (trouble,)
    assert ADA not in after_it.awaited


def test_a_page_at_its_end_that_is_roused_pages_everybody_again() -> None:
    spent = an_escalation(rung=len(LADDER) + 3, state=EscalationState.EXHAUSTED, told=(ADA,))
    step = climbed(roused(spent, LADDER))

    assert step.everyone
    assert step.escalation.state is EscalationState.OPEN


def test_a_ladder_that_ends_without_the_channel_still_ends_loudly() -> None:
    ladder = (LadderStep(who=Rung.ON_DUTY, wait=LADDER[0].wait),)
    step = climbed(an_escalation(rung=1), ladder=ladder)

    assert step.escalation.state is EscalationState.EXHAUSTED
    assert step.is_loud


def test_a_ladder_that_became_shorter_meanwhile_is_at_its_end() -> None:
    step = climbed(an_escalation(rung=9))

    assert step.escalation.state is EscalationState.EXHAUSTED


@pytest.mark.parametrize(
    ("actor", "person"), [(None, None), (Actor("operator:root"), None), (Actor(ADA), ADA)]
)
def test_who_holds_a_page(actor: Actor | None, person: PersonId | None) -> None:
    assert holder(an_escalation(acknowledged_by=actor)) == person
