"""`make bench-browser`: how fast the page of the sandbox answers in the browser. Nothing is asserted."""

import statistics
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial

from playwright.sync_api import Page

from storage.upgrade import upgrade
from tests.browser import chromium
from tests.browser.crowded import crowd
from tests.browser.windows import Windows
from tests.world import DESK, ELSEWHERE, NORA, OLGA, World, open_world

COMMANDS = 50
OPENINGS = 10
MANY = 5000
UNTIL_ANSWERED = """
(line) => new Promise((done) => {
  const box = document.querySelector("[data-testid=composer-input]");
  box.value = line;
  box.dispatchEvent(new Event("input"));
  const before = document.querySelectorAll(".message.ephemeral").length;
  const seen = new MutationObserver(() => {
    if (document.querySelectorAll(".message.ephemeral").length === before) return;
    seen.disconnect();
    requestAnimationFrame(() => setTimeout(() => done(performance.now() - began)));
  });
  seen.observe(document.getElementById("messages"), { childList: true });
  const began = performance.now();
  box.dispatchEvent(new KeyboardEvent("keydown", { key: "Enter", bubbles: true, cancelable: true }));
})
"""
UNTIL_SHOWN = """
([place, words]) => new Promise((done) => {
  const list = document.getElementById("messages");
  const seen = new MutationObserver(() => {
    if (!list.textContent.includes(words)) return;
    seen.disconnect();
    requestAnimationFrame(() => setTimeout(() => done(performance.now() - began)));
  });
  seen.observe(list, { childList: true });
  const began = performance.now();
  document.querySelector(`[data-testid=place-${place}]`).click();
})
"""
"""Both end when the browser has painted it: in the task after the next frame."""


def main() -> None:
    with open_page() as (world, page, line):
        _told("From Enter on /notice status to its answer on the screen", _answered(page, line))
        crowd(world.slack, ELSEWHERE, NORA, MANY)
        took = [_opened(page) for _ in range(OPENINGS)]
        _told(f"A channel of {MANY} messages, from the click to its end on the screen", took)
        _told("/notice status there", _answered(page, line))


@contextmanager
def open_page() -> Iterator[tuple[World, Page, str]]:
    """Olga's, on a desk that is awake, and a command for her to type."""
    with tempfile.TemporaryDirectory() as folder, chromium.running() as browser:
        url = f"sqlite:///{folder}/desk.db"
        upgrade(url)
        with open_world(url) as world, browser.new_context() as context:
            reference = world.files_notice("red")
            wakes = partial(world.bot.scheduler.start, world.bot.sweeps)
            windows = Windows(world.slack.url, context, wakes=wakes)
            yield world, windows.open(OLGA, DESK).page, f"/notice status {reference}"


def _answered(page: Page, line: str) -> list[float]:
    return [page.evaluate(UNTIL_ANSWERED, line) for _ in range(COMMANDS)]


def _opened(page: Page) -> float:
    page.get_by_test_id(f"place-{DESK}").click()
    page.get_by_role("log").get_by_text("This is the beginning of the #desk channel").wait_for()
    took: float = page.evaluate(UNTIL_SHOWN, [ELSEWHERE, f"Message {MANY}"])
    return took


def _told(what: str, milliseconds: list[float]) -> None:
    median, longest = statistics.median(milliseconds), max(milliseconds)
    print(f"{what}: median {median:.0f} ms, longest {longest:.0f} ms")


if __name__ == "__main__":
    main()
