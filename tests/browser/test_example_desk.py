"""The sandbox as `make run` starts it: its bot is killed from the page, a night at the desk is watched."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, expect

from bot.demo.acts import DESK, NIGHT, Act
from bot.demo.people import DUTY, OFFICER, REQUESTER
from tests.browser.windows import Window, Windows, opened_in
from tests.cli.processes import started
from tests.cli.sandboxes import act, address, look

ARRIVES, FILED, CLAIMED = NIGHT[:3]


@pytest.fixture(name="visitors")
def _visitors(browser: Browser, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[Windows]:
    """In front of a sandbox in a process of its own."""
    monkeypatch.chdir(tmp_path)
    with started("sandbox --port 0") as sandbox:
        base = address(sandbox)
        with opened_in(browser, base) as windows:
            yield windows
        assert look(base, "violations") == {"violations": []}


def caption(window: Window) -> Locator:
    return window.page.get_by_test_id("caption-text")


def goes_on(window: Window, now: Act, following: Act) -> None:
    """From one act of the night to the next."""
    expect(caption(window)).to_contain_text(now.caption)
    act(window.url, "clock", advance=(following.after - now.after).total_seconds())
    expect(caption(window)).to_contain_text(following.caption)


def test_a_page_outlives_the_bot_that_is_killed_and_started_from_the_panel(visitors: Windows) -> None:
    rita, dan = visitors.open(REQUESTER.id), visitors.open(DUTY.id)
    deed, standing = (rita.makes_trouble().get_by_test_id(f"bot-{which}") for which in ("deed", "standing"))
    paged = dan.page.get_by_test_id("message").filter(has=dan.page.get_by_role("button", name="Acknowledge"))
    dan.reads_the_app()

    rita.types("/escalate please call the sheriff")
    expect(rita.message("ES-")).to_be_visible()
    deed.click()
    expect(standing).to_have_text("It is down: killed, and not started again.")
    expect(dan.toast).to_have_text("The bot is down: it was killed.")
    expect(dan.page.get_by_test_id("socket")).to_have_accessible_name("Bot is down")
    rita.types("/liaison drafts")
    expect(rita.toast.last).to_contain_text("/liaison failed with the error “dispatch_failed”")
    rita.page.get_by_test_id("clock-15m").click()
    expect(deed).to_have_text("Start it again")
    deed.click()
    expect(dan.toast.last).to_have_text("The bot is back.")

    expect(standing).to_have_text("It is up and connected.")
    expect(paged).to_have_count(1)


def test_the_night_is_watched_from_where_it_happens_until_somebody_ends_it(visitors: Windows) -> None:
    olga = visitors.open(OFFICER.id, DESK)
    night = olga.page.get_by_test_id("night-shift")

    expect(caption(olga)).to_be_hidden()
    night.click()
    expect(caption(olga)).to_have_text(re.compile(rf"22:00 E[SD]T\s+{ARRIVES.caption}"))
    expect(night).to_have_text("End the night")
    olga.page.get_by_role("button", name="See it as Dan").click()
    expect(olga.page.get_by_test_id("me")).to_contain_text("Dan Duty")
    expect(olga.message("Only visible to you")).to_contain_text("on duty")
    expect(olga.page.get_by_test_id("caption-look")).to_be_hidden()
    night.click()

    expect(caption(olga)).to_be_hidden()
    expect(night).to_have_text("Night shift")


def test_what_a_visitor_does_before_its_time_the_night_leaves_out(visitors: Windows) -> None:
    olga = visitors.open(OFFICER.id, DESK)
    cards = olga.page.get_by_test_id("message").filter(has_text="State")

    olga.page.get_by_test_id("night-shift").click()
    expect(caption(olga)).to_contain_text(ARRIVES.caption)
    olga.page.get_by_test_id("clock-pause").click()
    before, filed = cards.count(), cards.last
    goes_on(olga, ARRIVES, FILED)
    expect(cards).to_have_count(before + 1)
    filed.get_by_role("button", name="Claim").click()
    expect(filed).to_contain_text("@Olga Officer")
    goes_on(olga, FILED, CLAIMED)

    expect(caption(olga)).to_contain_text("(Somebody was faster.)")
    expect(filed).not_to_contain_text("@Dan Duty")
