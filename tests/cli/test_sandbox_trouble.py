"""The bot of the sandbox is killed and started again from the page: nothing is lost, nothing comes twice."""

from collections.abc import Iterator
from datetime import UTC, datetime

import pytest

from bot.demo.people import DUTY, NEXT, REQUESTER
from tests.cli.processes import started
from tests.cli.sandboxes import act, address, look, messages
from tests.processes import until


@pytest.fixture(name="base")
def _base() -> Iterator[str]:
    """The address of a sandbox with the example desk."""
    with started("sandbox --port 0") as sandbox:
        yield address(sandbox)


def has_joined(base: str) -> bool:
    return bool(look(base, "state")["socket"]["connected"])


def test_a_page_outlives_the_bot(base: str) -> None:
    reference = f"LR-{datetime.now(UTC).year}-00001"
    act(base, "command", user=REQUESTER.id, channel="dm", text=f"/escalate {reference} call me")
    killed = act(base, "stage", do="kill_bot")["offered"]
    unanswered = act(base, "command", user=REQUESTER.id, channel="dm", text="/liaison list")["error"]
    act(base, "clock", advance="6m")
    act(base, "stage", do="start_bot")

    def paged(user: str) -> int:
        return len(messages(base, user, "dm", about='"Acknowledge"'))

    assert ("start_bot" in killed, "kill_bot" in killed) == (True, False)
    assert unanswered == "dispatch_failed"
    assert until(lambda: has_joined(base))
    assert until(lambda: paged(NEXT.id) == 1)
    assert paged(DUTY.id) == 1
    assert look(base, "violations") == {"violations": []}


def test_the_clock_jumps_to_what_the_desk_does_next(base: str) -> None:
    act(base, "clock", paused=True)
    before = look(base, "clock")["now"]

    jumped = act(base, "jump")

    assert jumped["now"] > before
    assert jumped["what"] in {"A reminder", "The daily digest", "The next step of a page"}
