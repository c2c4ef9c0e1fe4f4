"""The control plane over HTTP: what the page does with it."""

import json
import threading
import urllib.request

import pytest

from bot.sandbox.server import Sandbox
from tests.sandbox.conftest import Desk
from tests.sandbox.control import get, read_events, send
from tests.sandbox.shapes import Json, actions, button, field, modal, option, section, select, text_field


def card(desk: Desk, *blocks: Json) -> str:
    desk.client.chat_postMessage(
        channel="C1", text="Card", blocks=list(blocks), unfurl_links=False, unfurl_media=False
    )
    return desk.sandbox.messages("C1")[-1].ts


def test_the_state_is_what_one_person_sees(desk: Desk) -> None:
    card(desk, section("Unread"))

    state = get(desk.sandbox, "state", user="U1")

    assert state["team"] == {"id": "T0SANDBOX", "name": "Sandbox"}
    assert [each["id"] for each in state["people"]] == ["U1", "U2"]
    assert set(state["people"][0]) == {
        "id",
        "name",
        "real_name",
        "title",
        "guest",
        "home",
        "do_not_disturb",
        "called",
    }
    assert {each["id"]: (each["member"], each["unread"]) for each in state["channels"]} == {
        "C1": (True, 1),
        "C2": (True, 0),
    }
    assert state["dm"]["unread"] == 0
    assert state["socket"] == {"connected": 1, "by_http": False}
    assert {"command": "/hello", "description": "Says hello", "usage_hint": "[name]"} in state["commands"]
    assert state["clock"]["rate"] == 1.0


def test_reading_a_channel_makes_it_read(desk: Desk) -> None:
    card(desk, section("Unread"))

    send(desk.sandbox, "read", user="U1", channel="C1")

    channels = get(desk.sandbox, "state", user="U1")["channels"]
    assert [each["unread"] for each in channels] == [0, 0]


@pytest.mark.parametrize(
    ("words", "called"),
    [
        ("Good evening", []),
        ("<@U2>, look", ["U2"]),
        ("<@U2|two>, look", ["U2"]),
        ("<!channel> Look", ["U1", "U2"]),
    ],
)
def test_a_channel_has_a_number_only_for_those_whom_a_message_calls(
    desk: Desk, words: str, called: list[str]
) -> None:
    card(desk, section(words))

    states = [get(desk.sandbox, "state", user=user) for user in ("U1", "U2")]

    places = [next(each for each in state["channels"] if each["id"] == "C1") for state in states]
    assert [each["unread"] for each in places] == [1, 1]
    assert [each["calling"] for each in places] == [int("U1" in called), int("U2" in called)]
    assert [each["id"] for each in states[0]["people"] if each["called"]] == called


def test_what_somebody_has_read_calls_them_no_more(desk: Desk) -> None:
    card(desk, section("<@U2>, look"))

    send(desk.sandbox, "read", user="U2", channel="C1")

    state = get(desk.sandbox, "state", user="U1")
    assert not any(each["called"] for each in state["people"])


def test_whoever_is_written_to_in_person_is_called(desk: Desk) -> None:
    desk.client.chat_postMessage(channel="U2", text="Hello", unfurl_links=False, unfurl_media=False)

    state = get(desk.sandbox, "state", user="U1")

    assert [each["id"] for each in state["people"] if each["called"]] == ["U2"]


def test_a_command_is_typed_and_its_answer_shown(desk: Desk) -> None:
    desk.bot.answers["/hello"] = lambda args: args.ack("Hello")

    outcome = send(desk.sandbox, "command", user="U1", channel="C1", text="/hello")

    assert (outcome["acked"], outcome["message"]["text"]) == (True, "Hello")
    (shown,) = get(desk.sandbox, "messages", user="U1", channel="C1")["messages"]
    assert (shown["ephemeral"], shown["bot"]) == (True, True)
    assert get(desk.sandbox, "messages", user="U2", channel="C1")["messages"] == []


def test_messages_come_in_pages_and_count_their_replies(desk: Desk) -> None:
    root = send(desk.sandbox, "message", user="U1", channel="C1", text="Root")["message"]["ts"]
    send(desk.sandbox, "message", user="U2", channel="C1", text="Reply", thread_ts=root)
    last = send(desk.sandbox, "message", user="U1", channel="C1", text="Last")["message"]["ts"]

    newest = get(desk.sandbox, "messages", user="U1", channel="C1", limit="1")["messages"]
    older = get(desk.sandbox, "messages", user="U1", channel="C1", before=last)["messages"]

    assert [each["text"] for each in newest] == ["Last"]
    assert [(each["text"], each["reply_count"]) for each in older] == [("Root", 1), ("Reply", 0)]


def test_the_direct_message_is_called_dm(desk: Desk) -> None:
    send(desk.sandbox, "message", user="U1", channel="dm", text="Hello")

    (said,) = get(desk.sandbox, "messages", user="U1", channel="dm")["messages"]
    assert said["text"] == "Hello"


def test_a_direct_message_of_another_person_is_not_there_to_be_read(desk: Desk) -> None:
    since = get(desk.sandbox, "state", user="U1")["sequence"]
    send(desk.sandbox, "message", user="U1", channel="dm", text="Between us")
    send(desk.sandbox, "message", user="U1", channel="C1", text="To all")

    refused = send(desk.sandbox, "message", user="U2", channel="D1", text="Hello?")
    (told,) = read_events(desk.sandbox, "U2", 1, since=since)

    assert (refused["status"], told["message"]["text"]) == (409, "To all")


def test_a_button_is_clicked_and_a_select_chosen_by_their_ids(desk: Desk) -> None:
    menu = select("colour", option("Red", "red"))
    ts = card(desk, actions(button("Claim", "claim"), menu, block_id="row"))
    where = {"user": "U1", "channel": "C1", "ts": ts, "block_id": "row"}

    clicked = send(desk.sandbox, "click", **where, action_id="claim")
    chosen = send(desk.sandbox, "click", **where, action_id="colour", value="red")
    missing = send(desk.sandbox, "click", **where, action_id="other")

    assert (clicked["acked"], chosen["acked"]) == (True, True)
    assert missing["status"] == 409
    assert "Claim" in missing["error"]


def test_a_form_is_filled_by_block_and_action(desk: Desk) -> None:
    desk.bot.answers["/form"] = lambda args: (
        args.client.views_open(trigger_id=args.body["trigger_id"], view=modal(text_field("Name", "name"))),
        args.ack(),
    )
    desk.bot.answers["form"] = lambda args: args.ack(response_action="errors", errors={"name": "Too short."})
    send(desk.sandbox, "command", user="U1", channel="C1", text="/form")
    (view,) = get(desk.sandbox, "views", user="U1")["views"]

    empty = send(desk.sandbox, "submit", user="U1", view_id=view["id"], values={"name": {"name": None}})
    refused = send(desk.sandbox, "submit", user="U1", view_id=view["id"], values={"name": {"name": "A"}})
    closed = send(desk.sandbox, "close", user="U1", view_id=view["id"])

    assert empty["errors"] == {"name": "Please complete this required field."}
    assert refused["errors"] == {"name": "Too short."}
    assert refused["views"][0]["state"]["values"]["name"]["name"]["value"] == "A"
    assert closed["views"] == []


def test_a_person_chosen_beforehand_is_submitted_unless_another_is_chosen(desk: Desk) -> None:
    who = {"type": "users_select", "action_id": "who", "initial_user": "U2"}
    desk.bot.answers["/form"] = lambda args: (
        args.client.views_open(trigger_id=args.body["trigger_id"], view=modal(field("Who", "person", who))),
        args.ack(),
    )
    for values in (None, {"person": {"who": "U1"}}):
        send(desk.sandbox, "command", user="U1", channel="C1", text="/form")
        (view,) = get(desk.sandbox, "views", user="U1")["views"]
        send(desk.sandbox, "submit", user="U1", view_id=view["id"], values=values)

    sent = [body["view"]["state"]["values"] for body in desk.bot.seen if "view" in body]
    assert [each["person"]["who"]["selected_user"] for each in sent] == ["U2", "U1"]


def test_do_not_disturb_is_switched_and_shown_to_everybody(sandbox: Sandbox) -> None:
    def shown() -> Json | None:
        ada: Json = get(sandbox, "state", user="U2")["people"][0]
        span: Json | None = ada["do_not_disturb"]
        return span

    send(sandbox, "do_not_disturb", user="U1", minutes=30)
    on = shown()
    send(sandbox, "do_not_disturb", user="U1", minutes=None)
    wrong = send(sandbox, "do_not_disturb", user="U1", minutes=0)

    assert on is not None
    assert on["ends"] - on["begins"] == 1800
    assert shown() is None
    assert (wrong["status"], wrong["error"]) == (400, "A snooze takes more than 0 minutes; None ends it.")


def test_time_is_moved(sandbox: Sandbox) -> None:
    send(sandbox, "clock", paused=True)
    before = get(sandbox, "clock")["now"]
    after = send(sandbox, "clock", advance="15m")["now"]
    wrong = send(sandbox, "clock", advance="soon")

    assert (before[:16], after[:16]) == ("2026-11-22T12:00", "2026-11-22T12:15")
    assert (wrong["status"], wrong["error"]) == (400, "'soon' is no span of time; write 90, 15m, 2h or 1d.")
    with urllib.request.urlopen(sandbox.clock_url, timeout=5) as response:
        assert json.loads(response.read()) == {"now": after, "rate": 1.0, "paused": True}


def test_faults_and_people_are_added(sandbox: Sandbox) -> None:
    send(sandbox, "faults", method="chat.postMessage", kind="error500")
    send(sandbox, "people", id="U7", name="cy", real_name="Cy Example")
    send(sandbox, "channels", id="C7", name="new", members=["U7"])
    there = get(sandbox, "faults")["faults"]
    send(sandbox, "faults", verb="DELETE")

    assert [(each["method"], each["kind"]) for each in there] == [("chat.postMessage", "error500")]
    assert get(sandbox, "faults")["faults"] == []
    assert "U7" in [each["id"] for each in get(sandbox, "state")["people"]]


def test_calls_and_violations_can_be_read(desk: Desk) -> None:
    desk.client.api_call("auth.test", json={})
    desk.client.chat_postMessage(channel="C1", text="x")

    assert get(desk.sandbox, "requests", limit="1")["requests"][0]["method"] == "chat.postMessage"
    assert get(desk.sandbox, "violations")["violations"][0]["kind"] == "unfurl not switched off"


@pytest.mark.parametrize("path", ["", "static/app.js"])
def test_the_page_is_served(sandbox: Sandbox, path: str) -> None:
    with urllib.request.urlopen(f"{sandbox.url}/{path}", timeout=5) as response:
        assert response.status == 200


def test_another_website_may_do_nothing(sandbox: Sandbox) -> None:
    assert send(sandbox, "clock", origin="https://evil.example", advance=1)["status"] == 403
    assert "now" in send(sandbox, "clock", origin=sandbox.url, advance=1)


def test_changes_are_streamed_to_those_who_may_see_them(sandbox: Sandbox) -> None:
    sandbox.message("U2", "C1", "Before")
    later = threading.Timer(0.05, lambda: sandbox.message("U2", "C1", "After"))
    sandbox.add_channel("G2", "secret", members=["U2"], private=True)
    sandbox.message("U2", "G2", "Secret")
    later.start()

    events = read_events(sandbox, "U1", 2)
    later.join()

    assert [each["message"]["text"] for each in events] == ["Before", "After"]
    assert [each["channel"] for each in events] == ["C1", "C1"]
    assert events[0]["sequence"] < events[1]["sequence"]
