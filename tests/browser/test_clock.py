"""The desk's clock at the top of the page, which anybody may turn."""

from functools import partial

from playwright.sync_api import expect

from handlers.cli import example_desk
from tests.browser.windows import Windows
from tests.world import DESK, ELSEWHERE, OLGA, RITA, World


def test_the_clock_goes_to_the_next_event_and_says_which_it_is(world: World, windows: Windows) -> None:
    world.slack.stage.next_event = partial(example_desk.next_event, world.bot.desk)
    reference = world.files_request()
    olga = windows.open(OLGA, DESK)
    clock, further = olga.page.get_by_test_id("desk-clock"), olga.page.get_by_test_id("clock-next")

    further.click()
    expect(olga.toast).to_have_text("The daily digest: Sun 8:00 AM")
    expect(olga.message("Digest of")).to_be_visible()
    further.click()
    expect(olga.toast.last).to_have_text("A reminder: Sun 11:00 AM")

    expect(clock).to_have_text("11:00:00 AM")
    expect(olga.message("to be told by")).to_contain_text(reference)


def test_where_nothing_waits_the_clock_stays_and_says_so(windows: Windows) -> None:
    olga = windows.open(OLGA, DESK)

    olga.page.get_by_test_id("clock-next").click()

    expect(olga.toast).to_have_text("Nothing is waiting: there is no next event.")
    expect(olga.page.get_by_test_id("desk-clock")).to_have_text("7:00:00 AM")


def test_the_clock_is_stopped_and_made_to_run_fast_for_every_window(world: World, windows: Windows) -> None:
    rita, olga = windows.open(RITA, ELSEWHERE), windows.open(OLGA, DESK)
    clock = olga.page.get_by_test_id("desk-clock")
    pause, fast = (olga.page.get_by_test_id(f"clock-{which}") for which in ("pause", "fast"))

    expect(clock).to_have_text("7:00:00 AM")
    rita.page.get_by_test_id("clock-fast").click()
    expect(fast).to_have_attribute("aria-pressed", "true")
    rita.page.get_by_role("button", name="Run").click()
    expect(clock).not_to_contain_text("7:00")
    expect(pause).to_have_text("Pause")
    pause.click()
    expect(pause).to_have_text("Run")
    expect(rita.page.get_by_test_id("clock-zone")).to_have_text("paused")

    expect(rita.page.get_by_test_id("desk-clock")).to_have_text(clock.text_content() or "")
    assert world.slack.clock.reading()["paused"]
