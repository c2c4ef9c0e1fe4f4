"""chat.* through the real client: what is kept, changed and refused."""

from datetime import timedelta

import pytest
from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError

from bot.sandbox.server import Sandbox
from tests.sandbox.conftest import fill
from tests.sandbox.shapes import section
from tests.sandbox.tiny_bot import MANIFEST


def post(client: WebClient, channel: str = "C1", text: str = "Hello", **more: object) -> str:
    sent = {"channel": channel, "text": text, "unfurl_links": False, "unfurl_media": False, **more}
    return str(client.api_call("chat.postMessage", json=sent)["ts"])


def error_of(refused: pytest.ExceptionInfo[SlackApiError]) -> str:
    return str(refused.value.response["error"])


def test_a_message_gets_a_stamp_of_the_virtual_clock(sandbox: Sandbox, client: WebClient) -> None:
    first, second = post(client), post(client)
    sandbox.clock.advance(timedelta(days=1))
    third = post(client)

    assert first < second < third
    assert float(third) - float(first) == pytest.approx(86_400, abs=5)
    assert [each.ts for each in sandbox.messages("C1")] == [first, second, third]


def test_a_person_as_channel_means_their_direct_message(sandbox: Sandbox, client: WebClient) -> None:
    answer = client.chat_postMessage(channel="U1", text="Hello", unfurl_links=False, unfurl_media=False)

    assert str(answer["channel"]).startswith("D")
    assert [each.plain for each in sandbox.dms("U1")] == ["Hello"]


@pytest.mark.parametrize(
    ("channel", "more", "error"),
    [
        ("C2", {}, "not_in_channel"),
        ("G1", {}, "channel_not_found"),
        ("C404", {}, "channel_not_found"),
        ("C1", {"text": ""}, "no_text"),
        ("C1", {"text": "x" * 40_001}, "msg_too_long"),
        ("C1", {"blocks": [section("x" * 3001)]}, "invalid_blocks"),
        ("C1", {"blocks": [section("x" * 2700)] * 5}, "msg_blocks_too_long"),
        ("C1", {"metadata": {"event_type": "x"}}, "invalid_metadata_format"),
        ("C1", {"thread_ts": "1.000001"}, "cannot_reply_to_message"),
    ],
)
def test_a_post_is_refused(client: WebClient, channel: str, more: dict[str, object], error: str) -> None:
    with pytest.raises(SlackApiError) as refused:
        post(client, channel, **{"text": "Hello", **more})  # type: ignore[arg-type]  # Texts and more.

    assert error_of(refused) == error


def test_refused_blocks_are_explained_with_a_pointer(client: WebClient) -> None:
    with pytest.raises(SlackApiError) as refused:
        post(client, blocks=[section("fine"), section("x" * 3001)])

    (message,) = refused.value.response["response_metadata"]["messages"]
    assert message.startswith("[ERROR] ")
    assert message.endswith("[json-pointer:/blocks/1/text/text]")


def test_an_archived_channel_takes_nothing(sandbox: Sandbox, client: WebClient) -> None:
    sandbox.archive("C1")

    with pytest.raises(SlackApiError) as refused:
        post(client)

    assert error_of(refused) == "is_archived"


def test_metadata_comes_back_when_asked_for(client: WebClient) -> None:
    metadata = {"event_type": "desk", "event_payload": {"outbox_id": "7"}}
    post(client, metadata=metadata)

    shown = client.conversations_history(channel="C1", include_all_metadata=True)["messages"][0]
    hidden = client.conversations_history(channel="C1")["messages"][0]

    assert shown["metadata"] == metadata
    assert "metadata" not in hidden


def test_an_update_without_blocks_drops_those_there_were(sandbox: Sandbox, client: WebClient) -> None:
    ts = post(client, blocks=[section("Card")])

    client.chat_update(channel="C1", ts=ts, text="Bare")

    (message,) = sandbox.messages("C1")
    assert message.blocks == ()
    assert (message.plain, message.edited) == ("Bare", True)


def test_an_update_with_blocks_leaves_no_mark(sandbox: Sandbox, client: WebClient) -> None:
    ts = post(client, blocks=[section("Card")])

    client.chat_update(channel="C1", ts=ts, text="Card 2", blocks=[section("Card 2")])

    (message,) = sandbox.messages("C1")
    assert (message.plain, message.edited) == ("Card 2", False)


def test_only_own_messages_can_be_changed(sandbox: Sandbox, client: WebClient) -> None:
    said = sandbox.message("U1", "C1", "Mine").message
    assert said is not None

    with pytest.raises(SlackApiError) as refused_update:
        client.chat_update(channel="C1", ts=said.ts, text="Yours")
    with pytest.raises(SlackApiError) as refused_delete:
        client.chat_delete(channel="C1", ts=said.ts)

    assert error_of(refused_update) == "cant_update_message"
    assert error_of(refused_delete) == "cant_delete_message"


def test_an_update_takes_four_thousand_characters(client: WebClient) -> None:
    ts = post(client)

    with pytest.raises(SlackApiError) as refused:
        client.chat_update(channel="C1", ts=ts, text="x" * 4001)

    assert error_of(refused) == "msg_too_long"


def test_a_deleted_message_is_gone(sandbox: Sandbox, client: WebClient) -> None:
    client.chat_delete(channel="C1", ts=post(client))

    assert sandbox.messages("C1") == []


def test_a_whisper_is_in_no_history_and_only_for_members(sandbox: Sandbox, client: WebClient) -> None:
    sandbox.add_person("U3", "cy")
    client.chat_postEphemeral(channel="C1", user="U1", text="Psst")

    with pytest.raises(SlackApiError) as refused:
        client.chat_postEphemeral(channel="C1", user="U3", text="Psst")

    assert error_of(refused) == "user_not_in_channel"
    assert [each.plain for each in sandbox.ephemerals("U1")] == ["Psst"]
    assert client.conversations_history(channel="C1")["messages"] == []


def test_a_permalink_leads_to_the_message(client: WebClient) -> None:
    ts = post(client)

    link = client.chat_getPermalink(channel="C1", message_ts=ts)["permalink"]

    assert link == f"https://sandbox.slack.com/archives/C1/p{ts.replace('.', '')}"


def test_a_post_that_a_careful_bot_would_not_make_is_noted(sandbox: Sandbox, client: WebClient) -> None:
    post(client, text="", blocks=[section("Silent")])
    post(client, text="https://example.org", unfurl_links=True)
    post(client, text="x" * 4001)

    kinds = [each.kind for each in sandbox.violations]

    assert kinds == ["missing text", "unfurl not switched off", "limit broken"]


def test_a_bot_of_somebody_elses_is_held_to_slacks_rules_only() -> None:
    with Sandbox(MANIFEST, house_rules=False) as sandbox:
        fill(sandbox)
        client = WebClient(sandbox.bot_token, base_url=sandbox.api_url)
        client.chat_postMessage(channel="C1", text="https://example.org")
        client.chat_postMessage(channel="C1", text="x" * 4001)

        assert [each.kind for each in sandbox.violations] == ["limit broken"]


def test_a_text_in_markdown_is_shown_as_such_and_stands_alone(sandbox: Sandbox, client: WebClient) -> None:
    post(client, text="", markdown_text="**Hello**")
    with pytest.raises(SlackApiError) as refused:
        post(client, text="Hello", markdown_text="**Hello**")

    (message,) = sandbox.messages("C1")
    assert message.blocks[0]["type"] == "markdown"
    assert (message.text, message.plain) == ("**Hello**", "**Hello**")
    assert error_of(refused) == "markdown_text_conflict"
    assert sandbox.violations == []


def test_writing_where_the_bot_is_no_member_is_noted(sandbox: Sandbox, client: WebClient) -> None:
    with pytest.raises(SlackApiError):
        post(client, "C2")

    assert [each.kind for each in sandbox.violations] == ["post where not a member"]
