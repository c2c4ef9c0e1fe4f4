"""A form outlives the bot that opened it, the window in which it stood, and being sent twice."""

import pytest

from bot.sandbox.faults import Fault
from tests.scenarios.at_the_form import (
    BEGUN,
    KEPT,
    begins,
    fills_in,
    keeps_section,
    my_drafts,
    on_top,
    opens_section,
    resumes,
    standing,
)
from tests.world import DESK, OLGA, RITA, World

GONE = "This draft is not there any more: it was sent, thrown away, or grew too old."
on_socket = pytest.mark.parametrize("world", ["socket mode, sqlite"], indirect=True)


def test_a_form_outlives_the_bot_that_opened_it(world: World) -> None:
    begins(world)
    world.restarts()
    keeps_section(world, RITA, "search", ncmec_case="EX-NCMEC-1")
    filed = world.submits(RITA, {})

    assert "*LR-2026-00001* is filed" in filed.views[-1].plain
    details = world.reads(OLGA, world.card("LR-2026-00001"))
    assert all(answer in details for answer in ("US X1234567", "EX-NCMEC-1", "Invented example."))


@pytest.mark.parametrize("world", ["socket mode, postgresql"], indirect=True)
def test_a_form_sent_while_no_bot_runs_stays_open_and_is_sent_again(world: World) -> None:
    begins(world)
    world.bot.stop()
    world.slack.wait_for(lambda: not world.slack.sockets.connected)
    lost = world.slack.submit(RITA, on_top(world, RITA))
    world.comes_up_again()
    filed = world.submits(RITA, {})

    assert lost.error
    assert "*LR-2026-00001* is filed" in filed.views[-1].plain
    assert len(world.said(DESK)) == 1


@on_socket
def test_a_form_whose_window_died_with_the_bot_is_resumed_as_of_the_last_choice(world: World) -> None:
    begins(world)
    fills_in(world, RITA, priority="flash")
    world.slack.fill(RITA, on_top(world, RITA), {"facts": "Typed after the last choice."})
    world.bot.stop()
    world.slack.wait_for(lambda: not world.slack.sockets.connected)
    world.slack.close(RITA, on_top(world, RITA))
    world.comes_up_again()
    hub = resumes(world, RITA)

    assert standing(hub).items() >= {**BEGUN, "priority": "flash"}.items()
    assert standing(opens_section(world, RITA, "identity")) == KEPT


@on_socket
def test_a_form_sent_twice_is_one_request_and_its_old_list_says_that_it_was_sent(world: World) -> None:
    begins(world)
    world.slack.close(RITA, on_top(world, RITA))
    old = my_drafts(world, RITA)
    resumes(world, RITA)
    world.slack.faults.add(Fault(kind="repeat_next"))
    world.submits(RITA, {})
    world.slack.wait_for(lambda: not list(world.slack.faults))
    world.settle()
    too_late = [world.answer_to_click(RITA, label, old) for label in ("Resume", "Throw away")]

    assert too_late == [GONE, GONE]
    assert len(world.said(DESK)) == 1
    assert len(world.told(RITA)) == 1
    assert "*Your drafts*: 0" in my_drafts(world, RITA).plain
