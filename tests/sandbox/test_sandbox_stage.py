"""What whoever started the sandbox lets the page do: deeds, a caption, a jump to the next event."""

from datetime import timedelta

from slack_sdk import WebClient

from bot.sandbox.server import Sandbox
from bot.sandbox.stage import Event
from tests.sandbox.conftest import NOON
from tests.sandbox.control import get, send
from tests.sandbox.shapes import Json


def stage(sandbox: Sandbox) -> Json:
    shown: Json = get(sandbox, "state")["stage"]
    return shown


def test_the_page_does_what_is_on_offer_and_nothing_else(sandbox: Sandbox) -> None:
    done: list[str] = []
    sandbox.stage.offer("ring", lambda: done.append("ring"))

    send(sandbox, "stage", do="ring")
    unknown = send(sandbox, "stage", do="sing")

    assert (done, stage(sandbox)["offered"]) == (["ring"], ["ring"])
    assert (unknown["status"], unknown["error"]) == (400, "Missing or unknown: sing")


def test_a_deed_may_take_the_place_of_another(sandbox: Sandbox) -> None:
    sandbox.stage.offer("begin", lambda: sandbox.stage.offer("end", lambda: None, instead_of="begin"))

    after = send(sandbox, "stage", do="begin")
    again = send(sandbox, "stage", do="begin")

    assert after["offered"] == ["end"]
    assert again["status"] == 400


def test_a_caption_stands_for_everybody_until_it_is_taken_away(sandbox: Sandbox) -> None:
    before = get(sandbox, "state")["sequence"]
    send(sandbox, "stage", caption="22:05  Ada writes.", user="U1", channel="dm")
    shown = stage(sandbox)["caption"]
    told = get(sandbox, "state")["sequence"]
    send(sandbox, "stage", caption=None)

    assert shown == {"text": "22:05  Ada writes.", "user": "U1", "channel": "dm"}
    assert told > before
    assert stage(sandbox)["caption"] is None


def test_the_clock_jumps_to_the_next_event(sandbox: Sandbox) -> None:
    sandbox.clock.pause()
    at = sandbox.clock.now() + timedelta(hours=7)
    sandbox.stage.next_event = lambda: Event(at, "A reminder")

    jumped = send(sandbox, "jump")

    assert (jumped["now"], jumped["what"]) == (at.isoformat(timespec="microseconds"), "A reminder")
    assert sandbox.clock.now() == at


def test_what_is_due_already_is_not_jumped_to_but_waited_for(sandbox: Sandbox) -> None:
    sandbox.clock.pause()
    moments = iter([NOON - timedelta(minutes=1), sandbox.clock.now() + timedelta(minutes=5)])
    sandbox.stage.next_event = lambda: Event(next(moments), "A reminder")
    before = sandbox.clock.now()

    send(sandbox, "jump")

    assert sandbox.clock.now() == before + timedelta(minutes=5)


def test_without_a_next_event_the_clock_stays(sandbox: Sandbox) -> None:
    refused = send(sandbox, "jump")

    assert (refused["status"], refused["error"]) == (409, "Nothing is waiting: there is no next event.")


def test_a_workspace_may_be_told_its_past_without_the_rate_limits(
    sandbox: Sandbox, client: WebClient
) -> None:
    with sandbox.without_rates():
        for number in range(20):
            client.chat_postMessage(
                channel="C1", text=f"Message {number}", unfurl_links=False, unfurl_media=False
            )

    assert len(sandbox.messages("C1")) == 20
    assert sandbox.violations == []


def test_the_page_is_told_which_trouble_there_is(sandbox: Sandbox) -> None:
    before = get(sandbox, "state")["sequence"]

    send(sandbox, "faults", kind="error500", times=None)

    assert stage(sandbox)["faults"] == ["error500"]
    assert get(sandbox, "state")["sequence"] > before
