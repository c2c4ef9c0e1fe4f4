"""A desk in a workspace of its own for each story, on both databases and over both of Slack's protocols.

What is at the core is told on both; every other story on one of them, half of the stories on each, and on the
other one by `make soak`.
"""

from collections.abc import Iterator
from pathlib import Path
from zlib import crc32

import pytest

from bot.settings import SlackMode
from tests.world import World, open_world

WAYS = ("socket mode, sqlite", "http mode, postgresql")
CORE = frozenset(
    {
        "test_at_once",
        "test_filing_requests",
        "test_holding_a_page",
        "test_ladder",
        "test_notices",
        "test_pages",
        "test_reminders",
        "test_requests",
        "test_rosters",
    }
)


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    chosen = [mark.args[0] for mark in metafunc.definition.iter_markers("parametrize")]
    if "world" not in metafunc.fixturenames or "world" in chosen or _own(metafunc):
        return
    core = Path(metafunc.module.__file__).stem in CORE
    first = crc32(metafunc.definition.nodeid.encode()) % len(WAYS)
    later = () if core else pytest.mark.soak
    ways = [pytest.param(WAYS[first]), pytest.param(WAYS[1 - first], marks=later)]
    metafunc.parametrize("world", ways, indirect=True)


@pytest.fixture
def world(request: pytest.FixtureRequest) -> Iterator[World]:
    mode, database = request.param.split(" mode, ")
    fixture = {"sqlite": "staffed_sqlite_url", "postgresql": "staffed_postgres_url"}[database]
    with open_world(request.getfixturevalue(fixture), SlackMode(mode)) as opened:
        yield opened


def _own(metafunc: pytest.Metafunc) -> bool:
    """Whether the file has a desk of its own."""
    return "world" in vars(metafunc.module)
