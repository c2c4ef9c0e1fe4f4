"""A whole desk, and people who look at it in Chromium."""

from collections.abc import Iterator
from functools import partial

import pytest
from playwright.sync_api import Browser, expect

from tests.browser import chromium
from tests.browser.windows import Windows
from tests.world import World, open_world

PATIENCE_MS = 20_000
"""For a machine that does much else; what is waited for comes within a few hundredths of a second."""


def pytest_configure() -> None:
    if chromium.path() is None:
        raise pytest.UsageError(chromium.ABSENT)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    expect.set_options(timeout=PATIENCE_MS)
    with chromium.running() as browser:
        yield browser


@pytest.fixture
def world(sqlite_url: str) -> Iterator[World]:
    with open_world(sqlite_url) as opened:
        yield opened


@pytest.fixture
def windows(world: World, browser: Browser) -> Iterator[Windows]:
    """All in one browser, so that two of one person are two tabs. No script of a page may have failed.

    What was told before the first opens happened while the desk stood still; from then on it is awake.
    """
    with browser.new_context(locale="en-US", timezone_id="America/New_York") as context:
        context.set_default_timeout(PATIENCE_MS)
        wakes = partial(world.bot.scheduler.start, world.bot.sweeps)
        opened = Windows(world.slack.url, context, wakes=wakes)
        yield opened
        broken = [error for window in opened.all for error in window.broken]
    assert not broken, broken
