"""The machine's own Chromium, driven by Playwright. No browser is ever downloaded."""

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager

from playwright.sync_api import Browser, sync_playwright

NAMES = ("chromium", "chromium-browser", "google-chrome")
"""What Debian, Ubuntu and Google call it; `.ci/run` looks for the same."""
ABSENT = "There is no Chromium here. On Debian: apt-get install chromium"


def path() -> str | None:
    """Where it is installed, if it is."""
    return next((found for name in NAMES if (found := shutil.which(name))), None)


@contextmanager
def running() -> Iterator[Browser]:
    """One browser, without a window. Raises LookupError when there is none on this machine."""
    executable = path()
    if executable is None:
        raise LookupError(ABSENT)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=executable, args=_arguments())
        try:
            yield browser
        finally:
            browser.close()


def _arguments() -> list[str]:
    """A container's /dev/shm is small, and Chromium's own sandbox refuses to run as root."""
    quiet = ["--disable-dev-shm-usage", "--disable-gpu", "--disable-background-networking"]
    return [*quiet, "--no-sandbox"] if os.geteuid() == 0 else quiet
