"""Reminders: each due moment is said once, to its owner or to the desk, whatever happens meanwhile."""

from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import pytest

from bot.scheduler import Sweep
from tests.world import DESK, OLGA, RITA, SAM, World

DAY = timedelta(days=1)
TODAY = "2026-11-22"
DUE = "is submitted, and the next step is due"


def test_what_nobody_owns_is_said_to_the_desk_when_it_is_due_and_when_it_is_overdue(world: World) -> None:
    request, notice = world.files_request(), world.files_notice()

    world.after(hours=23, minutes=59)
    early = reminders(world)
    world.after(minutes=1)
    due = reminders(world)
    world.after(hours=12)
    overdue = reminders(world)[len(due) :]

    assert early == []
    for reference in (request, notice):
        [said] = [each for each in due if reference in each]
        assert f"*{reference}* {DUE} <!date^" in said
        assert "07:00 EST)." in said
        [said] = [each for each in overdue if reference in each]
        assert f":warning: *{reference}* is overdue: still submitted, due <!date^" in said
        assert "Owner: nobody yet." in said
    assert buttons(world, DUE) == [["Snooze", "Show details"]] * 2
    assert buttons(world, "is overdue") == [["Escalate", "Show details"]] * 2


@pytest.mark.parametrize("world", ["socket mode, sqlite"], indirect=True)
def test_what_is_overdue_is_escalated_from_its_reminder(world: World) -> None:
    request = world.files_request()
    world.after(hours=36)
    [overdue] = [each for each in world.slack.messages(DESK) if "is overdue" in each.plain]

    world.clicks(OLGA, "Escalate", overdue)
    world.submits(OLGA, {"words": "Nobody has claimed it."})

    assert f"*About*\n{request}" in world.page("ES-2026-00001").plain


def test_the_owner_is_told_in_their_own_messages_and_the_desk_when_it_is_overdue(world: World) -> None:
    request, notice = world.files_request(kind="fugitive"), world.files_notice()
    world.clicks(OLGA, "Claim", world.card(request))
    world.clicks(OLGA, "Claim", world.card(notice))

    world.after(days=3)
    told = world.told(OLGA)
    world.after(hours=12)

    assert any(f"*{request}* is in intake review, and the next step is due" in each for each in told)
    assert any(f"*{notice}* is in review, and the next step is due" in each for each in told)
    due = [each.buttons for each in world.slack.dms(OLGA) if "the next step is due" in each.plain]
    assert due == [["Snooze", "Show details"]] * 2
    assert world.told(OLGA) == told
    overdue = reminders(world)
    assert len(overdue) == 2
    assert all("is overdue" in each and f"Owner: <@{OLGA}>." in each for each in overdue)


def test_snoozed_it_comes_up_again_after_four_hours_and_the_desk_hears_all_the_same(world: World) -> None:
    request = world.files_request(kind="fugitive")
    world.clicks(OLGA, "Claim", world.card(request))
    world.after(days=3)

    world.clicks(OLGA, "Snooze", world.slack.dms(OLGA)[-1])
    world.clicks(OLGA, "Snooze", world.slack.dms(OLGA)[-1])
    world.after(hours=3, minutes=59)
    before = world.told(OLGA)
    world.after(minutes=1)
    again = world.told(OLGA)[len(before) :]
    world.after(hours=8)

    assert "11:00 EST), unless it has moved on by then." in world.sees(OLGA, "It comes up again")
    assert len(before) == 1
    assert len(again) == 1
    assert f"As you asked, once more: *{request}* is in intake review, and the next step was due" in again[0]
    assert [f"*{request}* is overdue" in each for each in reminders(world)] == [True]


def test_a_step_cancels_what_was_to_be_said_and_an_old_reminder_snoozes_nothing(world: World) -> None:
    request = world.files_request()
    world.after(hours=24)
    old = next(each for each in world.slack.messages(DESK) if DUE in each.plain)
    world.clicks(OLGA, "Claim", world.card(request))

    world.clicks(SAM, "Snooze", old)
    world.clicks(RITA, "Snooze", old)
    world.after(days=2)

    assert world.sees(SAM, f"{request} has moved on, and nothing of it is due now. It is with <@{OLGA}>.")
    assert world.sees(RITA, "Only officers and supervisors may do this.")
    assert len(reminders(world)) == 1
    assert world.told(OLGA) == []


def test_a_partner_who_does_not_know_of_a_missing_child_is_named_until_the_desk_has_told_them(
    world: World,
) -> None:
    request = world.files_request()
    world.clicks(OLGA, "Claim", world.card(request))

    world.after(hours=4)
    [first] = world.told(OLGA)
    world.steps(
        OLGA,
        "Tell a partner",
        request,
        recipient="State Department, Office of Children's Issues",
        sent_on=TODAY,
    )
    world.after(hours=20)
    second = world.told(OLGA)[1:]

    assert f":warning: *{request}*: to be told by <!date^1795435200^" in first
    assert "(desk default): National Center for Missing and Exploited Children and State Department" in first
    assert len(second) == 1
    assert second[0].partition("(desk default): ")[2].startswith("National Center for Missing and Exploited")
    assert "State Department" not in second[0]
    assert reminders(world) == []


def test_a_restart_repeats_no_reminder_and_loses_none(world: World) -> None:
    request = world.files_request()
    world.slack.clock.advance(DAY)
    run([sweep for sweep in world.bot.sweeps if sweep.name == "reminders"])

    world.restarts()
    world.settle()
    first = reminders(world)
    world.restarts()
    world.after(hours=12)

    assert [DUE in each for each in first] == [True]
    assert [f"*{request}* is overdue" in each for each in reminders(world)] == [False, True]


@pytest.mark.parametrize("world", ["socket mode, postgresql"], indirect=True)
def test_two_bots_on_one_database_say_each_reminder_once(world: World) -> None:
    references = [world.files_request() for _ in range(4)]
    with world.second_bot() as other:
        rounds = [world.bot.sweeps, other.sweeps] * 4
        world.slack.clock.advance(DAY)
        with ThreadPoolExecutor(8) as threads:
            for done in [threads.submit(run, sweeps) for sweeps in rounds]:
                done.result()
        world.slack.clock.advance(DAY / 2)
        for sweeps in rounds:
            run(sweeps)
    world.settle()

    for reference in references:
        said = [each for each in reminders(world) if reference in each]
        assert [DUE in each for each in said] == [True, False]


def test_after_an_outage_only_the_latest_is_said_with_both_times(world: World) -> None:
    request, notice = world.files_request(), world.files_notice()
    world.clicks(OLGA, "Claim", world.card(notice))

    world.after(days=3, minutes=7)

    assert [f"*{request}* is overdue" in each for each in reminders(world)] == [True]
    assert "(meant for Nov 23, 2026, 19:00 EST, sent Nov 25, 2026, 07:07 EST)" in reminders(world)[0]
    [told] = world.told(OLGA)
    assert f"*{notice}* is in review, and the next step was due <!date^" in told
    assert "(due 07:00 EST, sent 07:07 EST)" in told


def run(sweeps: Sequence[Sweep]) -> None:
    for sweep in sweeps:
        sweep.run()


def reminders(world: World) -> list[str]:
    """What the desk channel was reminded of."""
    return [each for each in world.said(DESK) if "the next step" in each or "is overdue" in each]


def buttons(world: World, words: str) -> list[list[str]]:
    return [each.buttons for each in world.slack.messages(DESK) if words in each.plain]
