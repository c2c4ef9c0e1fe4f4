"""`doctor` on Slack: each check, with the thing it looks at broken on purpose, and the advice it gives."""

from collections.abc import Mapping
from datetime import UTC, datetime, timedelta

import pytest

from bot.clock import real_now
from bot.sandbox.faults import Fault
from bot.sandbox.server import Sandbox
from bot.settings import SlackMode
from handlers.checks import Finding
from handlers.clients import web_client
from handlers.manifest import SCOPES, manifest
from handlers.slack_checks import SlackChecks, slacks_clock
from tests.handlers.doctor_bench import faults
from tests.world import people, settings

GOOD = {"type": "modal", "title": {"type": "plain_text", "text": "t"}, "blocks": []}
NOON = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    ("minutes", "words"),
    [
        (1, "Slack and this machine agree"),
        (3, "Slack and this machine differ by 180 s. Turn on NTP on both."),
    ],
)
def test_slacks_clock_is_read_from_its_answers(minutes: int, words: str) -> None:
    finding = slacks_clock("Sun, 22 Nov 2026 12:00:00 GMT", NOON + timedelta(minutes=minutes))

    assert (finding.check, finding.words) == ("Slack's clock", words)


def test_a_wrong_bot_token_is_named_and_nothing_more_is_asked(shell: pytest.MonkeyPatch) -> None:
    shell.setenv("SLACK_BOT_TOKEN", "xoxb-wrong")

    assert faults() == {
        "bot token": "Slack refuses SLACK_BOT_TOKEN (invalid_auth). Copy it anew from OAuth & Permissions."
    }


def test_a_wrong_app_token_is_named(shell: pytest.MonkeyPatch) -> None:
    shell.setenv("SLACK_APP_TOKEN", "xapp-wrong")

    assert faults() == {
        "app token": "Slack refuses SLACK_APP_TOKEN (invalid_auth). Make a new one with connections:write."
    }


def test_a_slack_that_is_away_is_named(shell: pytest.MonkeyPatch, slack: Sandbox) -> None:
    slack.stop()

    found = faults()

    assert set(found) == {"Slack"}
    assert "Check the network and SLACK_API_URL." in found["Slack"]


def test_a_slack_that_goes_away_meanwhile_is_named(shell: pytest.MonkeyPatch, slack: Sandbox) -> None:
    slack.faults.add(Fault(method="conversations.info", kind="reset_before"))

    assert set(faults()) == {"Slack"}


@pytest.mark.parametrize("scope", SCOPES)
def test_a_missing_scope_is_named(sqlite_url: str, scope: str) -> None:
    poorer = manifest()
    poorer["oauth_config"]["scopes"]["bot"].remove(scope)
    with Sandbox(poorer) as slack:
        people(slack)
        found = by_name(slack)

    assert found["scopes"].words == (
        f"missing: {scope}. Paste manifest.json into the app's manifest and reinstall it."
    )


def test_a_channel_that_the_bot_is_not_in_is_named(shell: pytest.MonkeyPatch, slack: Sandbox) -> None:
    slack.add_channel("C0OTHER", "other", with_bot=False)
    shell.setenv("DESK_CHANNEL", "C0OTHER")

    assert faults() == {
        "DESK_CHANNEL": "the bot is not a member of C0OTHER. In the channel, type: /invite @Liaison Desk"
    }


def test_a_channel_that_is_not_there_is_named(shell: pytest.MonkeyPatch) -> None:
    shell.setenv("ONCALL_CHANNEL", "C0NOWHERE")

    found = faults()

    assert set(found) == {"ONCALL_CHANNEL"}
    assert "Slack does not show C0NOWHERE (channel_not_found)" in found["ONCALL_CHANNEL"]


def test_a_form_that_slack_would_refuse_is_named_with_the_place(slack: Sandbox) -> None:
    broken = {"type": "modal", "title": {"type": "plain_text", "text": "t" * 25}, "blocks": []}

    found = by_name(slack, views={"good": GOOD, "broken": broken})

    assert [name for name in found if name.startswith("form")] == ["form broken"]
    assert not found["form broken"].well
    assert "/title" in found["form broken"].words
    assert "Update the bot" in found["form broken"].words


def test_a_slack_without_the_check_of_forms_is_not_blamed(slack: Sandbox) -> None:
    slack.faults.add(Fault(method="blocks.validate", kind="api_error", name="unknown_method", times=None))

    found = by_name(slack, views={"any": GOOD})

    assert found["forms"] == Finding(
        check="forms", well=True, words="not checked: this Slack does not offer blocks.validate"
    )


def test_forms_that_slack_accepts_take_one_line_together(slack: Sandbox) -> None:
    found = by_name(slack, views={"one": GOOD, "other": GOOD})

    assert [name for name in found if name.startswith("form")] == ["forms"]
    assert found["forms"] == Finding(check="forms", well=True, words="Slack accepts all 2")


def by_name(slack: Sandbox, *, views: Mapping[str, Mapping[str, object]] | None = None) -> dict[str, Finding]:
    client = web_client(settings(slack, "sqlite:///never-opened.db", SlackMode.SOCKET), timeout=5)
    looked = SlackChecks(client, app_token=slack.app_token, channels={"DESK_CHANNEL": "C0DESK"}, now=real_now)
    return {finding.check: finding for finding in looked.look(views or {})}
