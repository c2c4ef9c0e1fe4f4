"""Two windows in one, and windows of every width."""

import re

from playwright.sync_api import FrameLocator, Page, ViewportSize, expect

from tests.browser.windows import Windows
from tests.world import DESK, ELSEWHERE, NORA, OLGA, World

WIDTHS = (320, 375, 520, 640, 720, 760, 761, 840, 841, 900, 1000, 1120, 1121, 1240, 1241)


def halves(page: Page) -> tuple[FrameLocator, FrameLocator]:
    return page.frame_locator("#left"), page.frame_locator("#right")


def test_what_one_does_in_the_left_window_the_other_sees_in_the_right_one(windows: Windows) -> None:
    page = windows.open(OLGA, ELSEWHERE).page

    page.get_by_role("button", name="Side by side").click()
    left, right = halves(page)
    right.get_by_test_id(f"person-{NORA}").click()
    expect(right.get_by_test_id(f"person-{NORA}")).to_have_attribute("aria-current", "true")
    right.get_by_role("button", name="Show people and channels").click()
    right.get_by_test_id(f"place-{ELSEWHERE}").click()
    left.get_by_test_id("composer-input").fill("Good evening")
    left.get_by_test_id("composer-input").press("Enter")

    expect(right.get_by_test_id("message").filter(has_text="Good evening")).to_be_visible()


def test_two_windows_outlive_a_reload_and_one_of_them_can_be_kept(windows: Windows) -> None:
    page = windows.open(OLGA, ELSEWHERE).page
    page.get_by_role("button", name="Side by side").click()
    left, right = halves(page)

    right.get_by_test_id(f"person-{NORA}").click()
    expect(page).to_have_url(re.compile(NORA))
    page.reload()
    expect(left.get_by_test_id(f"person-{OLGA}")).to_have_attribute("aria-current", "true")
    expect(right.get_by_test_id(f"person-{NORA}")).to_have_attribute("aria-current", "true")
    right.get_by_role("button", name="One window").click()

    expect(page.get_by_test_id(f"person-{NORA}")).to_have_attribute("aria-current", "true")


def test_both_windows_turn_dark_together(windows: Windows) -> None:
    page = windows.open(OLGA, ELSEWHERE).page
    page.get_by_role("button", name="Side by side").click()
    left, right = halves(page)

    left.get_by_role("button", name="Switch to dark colours").click()

    expect(right.locator("html")).to_have_attribute("data-theme", "dark")


def test_nothing_reaches_beyond_the_edge_of_a_window_of_any_width(world: World, windows: Windows) -> None:
    reference = world.files_request()
    olga = windows.open(OLGA, DESK)
    expect(olga.message(reference)).to_be_visible()

    beyond = {}
    for width in WIDTHS:
        olga.page.set_viewport_size(ViewportSize(width=width, height=700))
        beyond[width] = olga.overflows()

    assert beyond == {width: [] for width in WIDTHS}
