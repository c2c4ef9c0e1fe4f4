"""A form that is drawn anew after a choice, while its person goes on."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager

import pytest

from bot.sandbox.faults import Fault
from bot.sandbox.views import View
from tests.processes import until
from tests.scenarios.at_the_form import on_top, opens
from tests.world import RITA, World
from tests.world_forms import acknowledged, inputs

BOTH = pytest.mark.parametrize("world", ["socket mode, sqlite", "http mode, postgresql"], indirect=True)


@pytest.fixture(name="form")
def _form(world: World) -> View:
    return opens(world, RITA, "/notice new yellow FR")


def chooses(world: World, form: View, subject: str) -> None:
    action_id = inputs(form)["subject"]["element"]["action_id"]
    acknowledged(world.slack.choose(RITA, form, action_id, subject, block_id="subject"))


@contextmanager
def slowly_redrawn_after(world: World, form: View, subject: str) -> Iterator[None]:
    """Meanwhile the form with this choice is on its way to Slack; it is there afterwards."""
    world.slack.faults.add(Fault(kind="slow", method="views.update", seconds=0.5))
    with ThreadPoolExecutor() as threads:
        chosen = threads.submit(chooses, world, form, subject)
        assert until(lambda: not list(world.slack.faults))
        yield
        chosen.result()


@BOTH
def test_a_form_that_was_sent_is_not_drawn_over_its_answer(world: World, form: View) -> None:
    with slowly_redrawn_after(world, form, "unidentified"):
        sent = world.slack.submit(RITA, on_top(world, RITA), {"facts": "Invented example."})
        answer = on_top(world, RITA).plain

    assert not sent.errors
    assert "*NT-2026-00001* is filed" in answer
    assert on_top(world, RITA).plain == answer


@BOTH
def test_of_two_quick_choices_the_form_shows_what_the_later_one_asks(world: World, form: View) -> None:
    with slowly_redrawn_after(world, form, "child"):
        chooses(world, form, "unidentified")

    assert "family_name" not in inputs(on_top(world, RITA))
