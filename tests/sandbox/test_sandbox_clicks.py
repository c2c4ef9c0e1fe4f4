"""Buttons and selects in messages: block_actions."""

import pytest

from bot.sandbox.messages import Message
from bot.sandbox.refusals import NotOnScreen
from tests.sandbox.conftest import Desk
from tests.sandbox.shapes import Json, actions, button, option, section, select


def post(desk: Desk, *blocks: Json, channel: str = "C1") -> Message:
    desk.client.chat_postMessage(
        channel=channel, text="A card", blocks=list(blocks), unfurl_links=False, unfurl_media=False
    )
    return desk.sandbox.messages(channel)[-1]


def test_a_button_is_pressed_by_its_visible_label(desk: Desk) -> None:
    card = post(desk, section("One"), actions(button("Claim", "claim", value="LR-1"), block_id="row"))

    outcome = desk.sandbox.click("U1", card, text="Claim")

    assert outcome.acked
    (body,) = desk.bot.seen
    (action,) = body["actions"]
    assert (action["action_id"], action["block_id"], action["value"]) == ("claim", "row", "LR-1")
    assert body["container"] == {
        "type": "message",
        "message_ts": card.ts,
        "channel_id": "C1",
        "is_ephemeral": False,
    }
    assert body["message"]["blocks"][0]["text"]["text"] == "One"
    assert body["channel"] == {"id": "C1", "name": "desk"}
    assert body["user"] == {"id": "U1", "username": "ada", "name": "ada", "team_id": "T0SANDBOX"}
    assert desk.sandbox.violations == []


def test_only_what_stands_in_the_current_message_can_be_clicked(desk: Desk) -> None:
    card = post(desk, actions(button("Claim", "claim")))
    desk.client.chat_update(channel="C1", ts=card.ts, text="Taken", blocks=[section("Taken")])

    with pytest.raises(NotOnScreen, match="no button Claim"):
        desk.sandbox.click("U1", card, text="Claim")


def test_one_of_two_equal_buttons_has_to_be_named_closer(desk: Desk) -> None:
    card = post(desk, actions(button("Open", "a", value="1"), button("Open", "b", value="2")))

    with pytest.raises(NotOnScreen, match="more than one"):
        desk.sandbox.click("U1", card, text="Open")
    desk.sandbox.click("U1", card, text="Open", value="2")

    assert [body["actions"][0]["action_id"] for body in desk.bot.seen] == ["b"]


def test_a_deleted_message_cannot_be_clicked(desk: Desk) -> None:
    card = post(desk, actions(button("Claim", "claim")))
    desk.client.chat_delete(channel="C1", ts=card.ts)

    with pytest.raises(NotOnScreen, match="gone"):
        desk.sandbox.click("U1", card, text="Claim")


def test_a_body_in_the_ack_of_a_click_is_dropped_and_noted(desk: Desk) -> None:
    card = post(desk, actions(button("Claim", "claim")))
    desk.bot.answers["claim"] = lambda args: args.ack(text="This goes nowhere")

    outcome = desk.sandbox.click("U1", card, text="Claim")

    assert outcome.message is None
    assert desk.sandbox.ephemerals("U1") == []
    assert [each.kind for each in desk.sandbox.violations] == ["block_actions ack with body"]


def test_an_overflow_menu_takes_an_option_by_value_or_label(desk: Desk) -> None:
    menu = {
        "type": "overflow",
        "action_id": "more",
        "options": [option("Resolve", "r"), option("Snooze", "s")],
    }
    card = post(desk, section("One", accessory=menu))

    desk.sandbox.choose("U1", card, "more", "Snooze")
    with pytest.raises(NotOnScreen, match="not on offer"):
        desk.sandbox.choose("U1", card, "more", "Explode")

    assert [body["actions"][0]["selected_option"]["value"] for body in desk.bot.seen] == ["s"]


def test_what_was_chosen_in_a_message_stands_in_the_state_of_the_next_click(desk: Desk) -> None:
    colours = select("colour", option("Red", "red"), option("Blue", "blue"), placeholder=None)
    del colours["placeholder"]
    card = post(desk, actions(colours, button("Go", "go"), block_id="row"))

    desk.sandbox.choose("U1", card, "colour", "blue")
    desk.sandbox.click("U1", card, text="Go")
    desk.sandbox.click("U2", card, text="Go")

    chosen = [body["state"]["values"]["row"]["colour"]["selected_option"] for body in desk.bot.seen]
    assert [each and each["value"] for each in chosen] == ["blue", "blue", None]


def test_a_link_button_sends_an_action_too(desk: Desk) -> None:
    card = post(desk, actions(button("Open", "open", url="https://example.org")))

    desk.sandbox.click("U1", card, text="Open")

    assert desk.bot.seen[0]["actions"][0]["url"] == "https://example.org"


def test_a_private_message_of_others_cannot_be_clicked(desk: Desk) -> None:
    desk.client.chat_postEphemeral(
        channel="C1", user="U1", text="Yours", blocks=[actions(button("Claim", "claim"))]
    )
    (mine,) = desk.sandbox.ephemerals("U1")

    with pytest.raises(NotOnScreen, match="does not see"):
        desk.sandbox.click("U2", mine, text="Claim")
    desk.sandbox.click("U1", mine, text="Claim")

    assert desk.bot.seen[0]["container"]["is_ephemeral"] is True
