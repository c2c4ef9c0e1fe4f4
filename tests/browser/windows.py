"""People at their browser windows, in the words of a story."""

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from playwright.sync_api import Browser, BrowserContext, Locator, Page, ViewportSize, expect

OVERFLOWING = """
() => [...document.querySelectorAll("body *")]
  .filter((node) => node.checkVisibility())
  .filter((node) => node.getBoundingClientRect().right > innerWidth + 1 ||
    (node.matches(".scroller, .dialog-body") && node.scrollWidth > node.clientWidth))
  .map((node) => node.outerHTML.slice(0, 200))
"""
COVERED = """
() => {
  Object.defineProperty(document, "hidden", { value: true, configurable: true });
  document.dispatchEvent(new Event("visibilitychange"));
}
"""
UNCOVERED = """
() => {
  delete document.hidden;
  document.dispatchEvent(new Event("visibilitychange"));
}
"""
DESK_WINDOW = ViewportSize(width=1160, height=800)
TELEPHONE = ViewportSize(width=375, height=700)
PATIENCE_MS = 20_000
"""For a machine that does much else; what is waited for comes within a few hundredths of a second."""


class Window:
    """One tab. Every verb waits, as Playwright does, until the page shows what it needs."""

    def __init__(self, page: Page, url: str) -> None:
        self.page = page
        self.url = url
        self.broken: list[str] = []
        page.on("pageerror", lambda error: self.broken.append(str(error)))

    @property
    def composer(self) -> Locator:
        return self.page.get_by_test_id("composer-input")

    @property
    def form(self) -> Locator:
        """The modal that is open."""
        return self.page.get_by_test_id("modal")

    @property
    def toast(self) -> Locator:
        return self.page.get_by_test_id("toast")

    def opens(self, who: str, channel: str | None = None) -> None:
        place = f"&channel={channel}" if channel else ""
        self.page.goto(f"{self.url}/?user={who}{place}")
        expect(self.composer).to_be_visible()

    def goes_to(self, channel: str) -> None:
        self.page.get_by_test_id(f"place-{channel}").click()

    def reads_the_app(self) -> None:
        """The bot's direct messages."""
        self.goes_to("dm")
        self.page.get_by_role("tab", name="Messages").click()

    def types(self, line: str) -> None:
        """Into the message box, and sends it: not while a form lies over it."""
        expect(self.form).to_be_hidden()
        self.composer.fill(line)
        self.composer.press("Enter")

    def message(self, words: str) -> Locator:
        """The newest message that holds them."""
        return self.page.get_by_test_id("message").filter(has_text=words).last

    def card(self, reference: str) -> Locator:
        """The message that shows this record, or this page, as it is."""
        named = self.page.get_by_test_id("message").filter(has_text=reference)
        return named.filter(has_text=re.compile("State|Opened")).last

    def fills(self, name: str, text: str) -> None:
        self.form.get_by_label(name).first.fill(text)

    def chooses(self, name: str, option: str) -> None:
        """In a select: types the option's first word and takes it from what is found."""
        self.form.get_by_label(name).first.fill(option.split(maxsplit=1)[0])
        self.page.get_by_role("option", name=option).first.click()

    def submits(self) -> None:
        self.form.get_by_test_id("submit").click()

    def makes_trouble(self) -> Locator:
        """The panel for it, which stays open beside the desk."""
        panel = self.page.get_by_test_id("trouble-panel")
        if not panel.is_visible():
            self.page.get_by_test_id("trouble").click()
        return panel

    def makes_slack(self, state: str) -> None:
        """By the panel: `well`, `slow`, `down` and so on, until another is chosen."""
        choice = self.makes_trouble().get_by_test_id(f"slack-{state}")
        how = "DELETE" if state == "well" else "POST"
        with self.page.expect_response(lambda told: (told.request.method, told.url[-7:]) == (how, "/faults")):
            choice.check()

    def is_covered(self) -> None:
        """By another tab; Playwright itself shows each of its tabs as if it lay on top."""
        self.page.evaluate(COVERED)

    def is_looked_at(self) -> None:
        self.page.evaluate(UNCOVERED)

    def overflows(self) -> list[str]:
        """What reaches beyond the right edge of the window."""
        wide = self.page.evaluate("document.documentElement.scrollWidth > innerWidth")
        return [*(["the page itself"] if wide else []), *self.page.evaluate(OVERFLOWING)]


class Windows:
    """The windows onto one workspace; `wakes` is called before the first of them opens."""

    def __init__(
        self, url: str, context: BrowserContext, *, wakes: Callable[[], object] = lambda: None
    ) -> None:
        self._url = url
        self._context = context
        self._wakes = wakes
        self.all: list[Window] = []

    def open(self, who: str, channel: str | None = None, *, size: ViewportSize = DESK_WINDOW) -> Window:
        if not self.all:
            self._wakes()
        page = self._context.new_page()
        page.set_viewport_size(size)
        window = Window(page, self._url)
        self.all.append(window)
        window.opens(who, channel)
        return window

    def close(self) -> None:
        """All of them."""
        for window in self.all:
            window.page.close()


@contextmanager
def opened_in(browser: Browser, url: str, *, wakes: Callable[[], object] = lambda: None) -> Iterator[Windows]:
    """All in one browser, so that two of one person are two tabs. No script of a page may have failed."""
    with browser.new_context(locale="en-US", timezone_id="America/New_York") as context:
        context.set_default_timeout(PATIENCE_MS)
        windows = Windows(url, context, wakes=wakes)
        yield windows
        broken = [error for window in windows.all for error in window.broken]
    assert not broken, broken
