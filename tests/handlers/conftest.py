"""Fixtures for tests of the Slack edge."""

from collections.abc import Iterator

import pytest

from tests.handlers.office import Office, open_office
from tests.handlers.slack_edge import Bench, bench


@pytest.fixture(name="slack_edge")
def _slack_edge() -> Iterator[Bench]:
    with bench() as made:
        yield made


@pytest.fixture(name="office")
def _office(sqlite_url: str) -> Iterator[Office]:
    with open_office(sqlite_url) as opened:
        yield opened
