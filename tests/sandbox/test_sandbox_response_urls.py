"""Answers through a response URL, by Bolt's own `respond`."""

import json
import urllib.error
import urllib.request

from slack_sdk.webhook import WebhookClient

from bot.sandbox.messages import Message
from tests.sandbox.conftest import Desk
from tests.sandbox.shapes import actions, button


def response_url(desk: Desk) -> str:
    desk.sandbox.command("U1", "/hello", channel="C1")
    return str(desk.bot.seen[-1]["response_url"])


def card(desk: Desk) -> Message:
    desk.client.chat_postEphemeral(
        channel="C1", user="U1", text="Page 1", blocks=[actions(button("Next", "next"))]
    )
    return desk.sandbox.ephemerals("U1")[-1]


def test_it_answers_the_person_alone_unless_told_otherwise(desk: Desk) -> None:
    url = WebhookClient(response_url(desk))

    url.send(text="For you")
    url.send(text="For all", response_type="in_channel")

    assert [each.plain for each in desk.sandbox.ephemerals("U1")] == ["For you"]
    assert [each.plain for each in desk.sandbox.messages("C1")] == ["For all"]


def test_five_answers_are_taken_and_the_sixth_is_not_found(desk: Desk) -> None:
    url = WebhookClient(response_url(desk))

    statuses = [url.send(text=f"Answer {number}").status_code for number in range(6)]

    assert statuses == [200, 200, 200, 200, 200, 404]
    assert len(desk.sandbox.ephemerals("U1")) == 5


def test_a_private_message_can_be_turned_over_like_a_page(desk: Desk) -> None:
    desk.bot.answers["next"] = lambda args: (
        args.ack(),
        args.respond(text="Page 2", replace_original=True),
    )

    desk.sandbox.click("U1", card(desk), text="Next")

    assert [each.plain for each in desk.sandbox.ephemerals("U1")] == ["Page 2"]


def test_the_original_can_be_deleted(desk: Desk) -> None:
    desk.bot.answers["next"] = lambda args: (args.ack(), args.respond(delete_original=True))

    desk.sandbox.click("U1", card(desk), text="Next")

    assert desk.sandbox.ephemerals("U1") == []


def test_blocks_are_checked(desk: Desk) -> None:
    answer = WebhookClient(response_url(desk)).send(text="Hello", blocks=[{"type": "nonsense"}])

    assert answer.status_code == 400
    assert json.loads(answer.body)["error"] == "invalid_blocks"


def test_a_url_that_slack_never_gave_is_not_found(desk: Desk) -> None:
    answer = WebhookClient(f"{desk.sandbox.url}/response/guessed").send(text="Hello")

    assert answer.status_code == 404


def post_raw(url: str, body: bytes) -> int:
    request = urllib.request.Request(url, data=body, headers={"content-type": "application/json"})
    try:
        with urllib.request.urlopen(request, timeout=5) as response:
            return int(response.status)
    except urllib.error.HTTPError as refused:
        with refused:
            return refused.code


def test_a_body_that_is_not_json_is_refused(desk: Desk) -> None:
    assert post_raw(response_url(desk), b"text=hello") == 400
