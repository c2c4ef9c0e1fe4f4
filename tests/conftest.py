"""What all tests share: databases, and leaving out the long fault runs unless they are asked for."""

import gc
import os
from collections.abc import Generator

import pytest

pytest_plugins = ["tests.databases", "tests.staffed"]


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--soak", action="store_true", help="run the long fault runs, too")


def pytest_xdist_auto_num_workers() -> int:
    """More than there are cores: a test waits for sockets and other processes about half of its time."""
    return max(2, (os.cpu_count() or 1) * 3 // 2)


@pytest.hookimpl(wrapper=True)
def pytest_collection() -> Generator[None, object, object]:
    """Tests and what they import stay to the end: to look for garbage there is half of collecting."""
    gc.disable()
    try:
        return (yield)
    finally:
        gc.freeze()
        gc.enable()


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    if config.getoption("--soak"):
        return
    long = [item for item in items if item.get_closest_marker("soak")]
    config.hook.pytest_deselected(items=long)
    items[:] = [item for item in items if item not in long]
