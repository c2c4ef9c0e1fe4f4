"""What the bot does against Slack's rules: in everybody's sight on the page, and the end of any test here."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, expect
from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError

from bot.sandbox.server import Sandbox
from handlers.manifest import manifest
from tests.browser.windows import Window, opened_in
from tests.world import ELSEWHERE, RITA, open_world, people


@pytest.fixture(name="slack")
def _slack() -> Iterator[Sandbox]:
    """A workspace without a bot; the test calls in its name."""
    with Sandbox(manifest()) as slack:
        people(slack)
        yield slack


def misbehaves(slack: Sandbox) -> None:
    """A method that there is not, asked for with the bot's token."""
    with pytest.raises(SlackApiError, match="unknown_method"):
        WebClient(token=slack.bot_token, base_url=slack.api_url).api_call("chat.shout")


def shown(window: Window) -> list[str]:
    return window.makes_trouble().locator(".violations li").all_inner_texts()


def test_a_violation_is_in_sight_at_once_at_the_top_and_in_the_panel(
    slack: Sandbox, browser: Browser
) -> None:
    with opened_in(browser, slack.url) as windows:
        rita = windows.open(RITA, ELSEWHERE)
        pill, panel = rita.page.get_by_test_id("violations"), rita.makes_trouble()

        expect(panel).to_contain_text("None. The bot has kept to Slack's limits")
        expect(pill).to_have_text("0violations")
        misbehaves(slack)

        expect(panel.get_by_role("listitem")).to_have_text(
            "unknown methodchat.shout is no method that the sandbox knows."
        )
        expect(pill).to_have_text("1violation")
        pill.click()
        expect(rita.page.get_by_test_id("violations-list")).to_contain_text("chat.shout")


def test_a_violation_fails_whatever_test_it_happens_in(sqlite_url: str) -> None:
    with pytest.raises(AssertionError, match=r"chat\.shout"), open_world(sqlite_url) as world:
        misbehaves(world.slack)
