"""A whole desk, and people who look at it in Chromium."""

from collections.abc import Iterator
from functools import partial

import pytest
from playwright.sync_api import Browser, expect

from tests.browser import chromium
from tests.browser.windows import PATIENCE_MS, Windows, opened_in
from tests.world import World, open_world


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
    """What was told before the first opens happened while the desk stood still; from then on it is awake."""
    wakes = partial(world.bot.scheduler.start, world.bot.sweeps)
    with opened_in(browser, world.slack.url, wakes=wakes) as opened:
        yield opened
