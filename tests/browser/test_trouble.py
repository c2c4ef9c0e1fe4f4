"""The panel in which a visitor breaks things: what a person sees of it, and that the desk loses nothing."""

import re

import pytest
from playwright.sync_api import Locator, expect

from tests.browser.windows import Window, Windows
from tests.world import DAN, DESK, ELSEWHERE, OLGA, ONCALL, RITA, World

PAGE = "/escalate please call the sheriff"


def paged(window: Window) -> Locator:
    """The messages about a page that stand before somebody's eyes."""
    return window.page.get_by_test_id("message").filter(has_text="ES-2026-00001").filter(has_text="Priority")


def standing(window: Window) -> Locator:
    """What the panel says of the bot."""
    return window.makes_trouble().get_by_test_id("bot-standing")


@pytest.mark.parametrize("trouble", ["error500", "ratelimited", "silent"])
def test_who_is_paged_while_slack_is_in_trouble_hears_of_it_once_when_slack_is_well(
    world: World, windows: Windows, trouble: str
) -> None:
    world.takes_duty(DAN)
    world.slack.clock.resume()
    rita, dan = windows.open(RITA, ELSEWHERE), windows.open(DAN, ONCALL)

    rita.makes_slack(trouble)
    rita.types(PAGE)
    expect(rita.message("Only visible to you")).to_contain_text("ES-2026-00001")
    world.slack.wait_for(lambda: [each for each in world.slack.requests if each.status != 200])
    meanwhile = paged(dan).count()
    rita.makes_slack("well")
    expect(paged(dan)).to_have_count(1)
    dan.reads_the_app()
    paged(dan).get_by_role("button", name="Acknowledge").click()
    expect(paged(dan)).to_contain_text("@dan")
    dan.goes_to(ONCALL)

    expect(paged(dan)).to_contain_text("@dan")
    assert meanwhile == 0


def test_what_slack_could_not_bring_while_it_was_down_is_sent_again_by_one_key(
    world: World, windows: Windows
) -> None:
    world.takes_duty(DAN)
    world.slack.clock.resume()
    rita, olga = windows.open(RITA, ELSEWHERE), windows.open(OLGA, ONCALL)

    rita.makes_slack("down")
    expect(standing(rita)).to_have_text("It is not connected.")
    rita.types(PAGE)
    expect(rita.toast).to_contain_text("/escalate failed with the error “dispatch_failed”")
    rita.makes_slack("well")
    expect(standing(rita)).to_have_text("It is up and connected.")
    rita.composer.press("ArrowUp")
    rita.composer.press("Enter")

    expect(rita.message("ES-2026-00001")).to_be_visible()
    expect(paged(olga)).to_have_count(1)


def test_a_slow_slack_is_waited_for(world: World, windows: Windows) -> None:
    world.asks(OLGA, "/liaison drafts")
    olga = windows.open(OLGA, DESK)

    olga.makes_slack("slow")
    olga.types("/liaison child FR")
    expect(olga.form.get_by_label("Family name")).to_be_visible()

    assert world.slack.requests.to("views.open")[0].seconds > 1


@pytest.mark.parametrize("harm", ["drop", "refresh"])
def test_a_connection_that_breaks_comes_back_by_itself(world: World, windows: Windows, harm: str) -> None:
    rita = windows.open(RITA, ELSEWHERE)
    before = len(world.slack.requests.to("apps.connections.open"))

    rita.makes_trouble().get_by_test_id(f"socket-{harm}").click()
    world.slack.wait_for(lambda: len(world.slack.requests.to("apps.connections.open")) > before)
    expect(standing(rita)).to_have_text("It is up and connected.")
    expect(rita.page.get_by_test_id("socket")).to_have_accessible_name(re.compile("Bot connected"))
    rita.types("/liaison drafts")

    expect(rita.message("Only visible to you")).to_be_visible()
    assert rita.toast.all_text_contents() == []


def test_the_panel_says_in_each_window_which_trouble_there_is(windows: Windows) -> None:
    rita, olga = windows.open(RITA, ELSEWHERE), windows.open(OLGA, DESK)
    button, panel = rita.page.get_by_test_id("trouble"), olga.makes_trouble()

    expect(panel.get_by_test_id("slack-well")).to_be_checked()
    expect(panel.get_by_test_id("slack-well")).to_be_focused()
    rita.makes_slack("error500")
    expect(panel.get_by_test_id("slack-error500")).to_be_checked()
    rita.page.keyboard.press("Escape")
    expect(rita.page.get_by_test_id("trouble-panel")).to_have_count(0)
    expect(button).to_be_focused()
    expect(button).to_have_attribute("aria-expanded", "false")
    rita.page.reload()

    expect(rita.makes_trouble().get_by_test_id("slack-error500")).to_be_checked()
