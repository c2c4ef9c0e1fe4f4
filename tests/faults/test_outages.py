"""Slack is gone for hours, or refuses our token: nothing is lost, and it is told afterwards."""

import http.client
import json

import pytest

from bot.sandbox.faults import Fault
from tests.faults.trouble import cards, dead_letters, everything_is_told, files, pages, waiting
from tests.processes import until
from tests.world import DAN, DESK, NINA, ONCALL, World


def ready(world: World) -> tuple[int, dict[str, object]]:
    """What the operator's monitoring is told."""
    assert world.bot.port is not None
    asked = http.client.HTTPConnection("127.0.0.1", world.bot.port.port, timeout=5)
    try:
        asked.request("GET", "/readyz")
        answer = asked.getresponse()
        return answer.status, json.load(answer)
    finally:
        asked.close()


def test_what_happened_while_slack_was_down_for_hours_is_told_when_it_is_back(world: World) -> None:
    world.takes_duty(DAN, hours=24)
    request = files(world)
    world.settle()
    down = world.slack.faults.add(Fault(kind="down", times=None))

    world.after(hours=23)
    page = pages(world)
    for _ in range(8):
        world.after(minutes=15)
    silent = not world.said(ONCALL) and len(world.said(DESK)) == 1
    world.slack.faults.remove(down)
    world.after(minutes=1)

    assert silent
    assert "*Acknowledge" not in world.page(page.reference, DAN).plain
    assert any("NOBODY ANSWERED" in text for text in world.said(ONCALL))
    [reminder] = [text for text in world.said(DESK) if f"*{request.reference}* is submitted" in text]
    assert "(due 07:00 EST, sent 08:01 EST)" in reminder
    everything_is_told(world)


def test_the_ladder_went_on_while_slack_was_down(world: World) -> None:
    world.takes_duty(DAN)
    world.takes_duty(NINA, starts_in=8)
    down = world.slack.faults.add(Fault(kind="down", times=None))

    page = pages(world)
    world.settle()
    for _ in range(2):
        world.after(minutes=2)
    world.slack.faults.remove(down)
    world.after(seconds=10)

    for officer in (DAN, NINA):
        assert "Acknowledge" in world.page(page.reference, officer).buttons
    everything_is_told(world)


@pytest.mark.parametrize("kind", ["down", "error500"])
def test_an_operator_sees_that_slack_is_gone_and_back(any_world: World, kind: str) -> None:
    before = ready(any_world)
    gone = any_world.slack.faults.add(Fault(kind=kind, times=None))  # type: ignore[arg-type]  # Both are.

    why = "Slack does not answer; trying again"
    assert until(lambda: ready(any_world)[1].get("why") == why)
    during = ready(any_world)
    any_world.slack.faults.remove(gone)

    assert until(lambda: ready(any_world)[0] == 200)
    assert before == (200, {"ready": True, "slack": True, "database": True, "lag_seconds": 0.0})
    assert during == (
        503,
        {"ready": False, "slack": False, "database": True, "lag_seconds": 0.0, "why": why},
    )


def test_a_token_that_is_refused_at_run_time_buries_nothing(any_world: World) -> None:
    slack = any_world.slack
    slack.revoke_tokens()

    request, page = files(any_world), pages(any_world)
    any_world.settle()
    assert until(lambda: ready(any_world)[0] == 503)
    during = ready(any_world)
    held = waiting(any_world), dead_letters(any_world)
    slack._slack.workspace.revoked = None
    assert until(lambda: ready(any_world)[0] == 200)
    any_world.after(seconds=10)

    assert during[1]["why"] == (
        "Slack refuses SLACK_BOT_TOKEN (token_revoked). Copy it anew from OAuth & Permissions."
    )
    assert any_world.bot.fatal is None
    assert held[0] > 0
    assert held[1] == []
    assert len(cards(any_world, request)) == 1
    assert page.reference in any_world.page(page.reference).plain
    everything_is_told(any_world)
