"""Slash commands, through a real Bolt app on a real socket."""

from tests.sandbox.conftest import Desk


def test_the_text_of_the_ack_is_seen_by_the_person_alone(desk: Desk) -> None:
    desk.bot.answers["/hello"] = lambda args: args.ack(f"Hello {args.body['text']}")

    outcome = desk.sandbox.command("U1", "/hello Ada", channel="C1")

    assert outcome.acked
    assert outcome.message is not None
    assert outcome.message.plain == "Hello Ada"
    assert [each.plain for each in desk.sandbox.ephemerals("U1")] == ["Hello Ada"]
    assert desk.sandbox.messages("C1") == []
    assert desk.sandbox.violations == []


def test_an_answer_in_the_channel_is_seen_by_all(desk: Desk) -> None:
    desk.bot.answers["/hello"] = lambda args: args.ack(text="Hello all", response_type="in_channel")

    desk.sandbox.command("U1", "/hello", channel="C1")

    assert [each.plain for each in desk.sandbox.messages("C1")] == ["Hello all"]


def test_a_command_takes_milliseconds(desk: Desk) -> None:
    desk.sandbox.command("U1", "/hello")

    quickest = min(desk.sandbox.command("U1", "/hello").seconds for _ in range(10))

    assert quickest < 0.02


def test_the_payload_has_every_field_of_slack(desk: Desk) -> None:
    desk.sandbox.command("U1", "/hello  two words ", channel="C1")

    (body,) = desk.bot.seen
    assert body | {"token": "", "response_url": "", "trigger_id": ""} == {
        "token": "",
        "team_id": "T0SANDBOX",
        "team_domain": "sandbox",
        "channel_id": "C1",
        "channel_name": "desk",
        "user_id": "U1",
        "user_name": "ada",
        "command": "/hello",
        "text": "two words",
        "api_app_id": "A0SANDBOX",
        "is_enterprise_install": "false",
        "response_url": "",
        "trigger_id": "",
    }
    assert body["response_url"].startswith(desk.sandbox.url)


def test_in_the_direct_message_the_channel_is_called_directmessage(desk: Desk) -> None:
    desk.sandbox.command("U1", "/hello")

    assert desk.bot.seen[0]["channel_name"] == "directmessage"


def test_a_command_that_is_not_in_the_manifest_never_reaches_the_bot(desk: Desk) -> None:
    outcome = desk.sandbox.command("U1", "/unknown thing", channel="C1")

    assert outcome.error == "/unknown is not a valid command."
    assert desk.bot.seen == []


def test_blocks_in_an_ack_are_checked(desk: Desk) -> None:
    too_long = {"type": "header", "text": {"type": "plain_text", "text": "x" * 151}}
    desk.bot.answers["/hello"] = lambda args: args.ack(text="Hello", blocks=[too_long])

    outcome = desk.sandbox.command("U1", "/hello", channel="C1")

    assert outcome.message is None
    assert [each.kind for each in desk.sandbox.violations] == ["wrong ack body"]


def test_an_ack_over_the_limit_of_the_builtin_client_arrives(desk: Desk) -> None:
    desk.bot.answers["/hello"] = lambda args: args.ack("ש" * 30_000)

    outcome = desk.sandbox.command("U1", "/hello", channel="C1")

    assert outcome.message is not None
    assert len(outcome.message.text) == 30_000
