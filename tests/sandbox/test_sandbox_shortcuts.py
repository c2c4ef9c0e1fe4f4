"""Global shortcuts and those in a message's menu."""

import pytest

from bot.sandbox.refusals import NotOnScreen
from tests.sandbox.conftest import Desk
from tests.sandbox.shapes import modal, section


def test_a_global_shortcut_brings_a_trigger_but_no_response_url(desk: Desk) -> None:
    desk.bot.answers["new_request"] = lambda args: (
        args.client.views_open(trigger_id=args.body["trigger_id"], view=modal(section("New"))),
        args.ack(),
    )

    outcome = desk.sandbox.shortcut("U1", "new_request")

    assert len(outcome.views) == 1
    (body,) = desk.bot.seen
    assert body["type"] == "shortcut"
    assert "response_url" not in body


def test_a_message_shortcut_carries_the_message(desk: Desk) -> None:
    said = desk.sandbox.message("U1", "C1", "Please look").message
    assert said is not None

    desk.sandbox.message_shortcut("U2", "take_this", said)

    body = next(each for each in desk.bot.seen if each["type"] == "message_action")
    assert body["message"]["text"] == "Please look"
    assert body["message_ts"] == said.ts
    assert body["channel"] == {"id": "C1", "name": "desk"}
    assert body["response_url"].startswith(desk.sandbox.url)


def test_a_shortcut_that_is_not_in_the_manifest_is_in_no_menu(desk: Desk) -> None:
    with pytest.raises(NotOnScreen, match="take_this"):
        desk.sandbox.shortcut("U1", "take_this")
