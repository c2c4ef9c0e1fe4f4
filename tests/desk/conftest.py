"""The real desk on the real storage: only the clock, the ids and who is woken are the test's own."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.desk.desk import Desk, build
from bot.desk.ground import Ground
from bot.policy import load
from storage.database import Database
from tests.desk.around import CountingIds, CountingWake, FrozenClock
from tests.desk.floor import Floor
from tests.storage.restored import Restored, restored

POLICY = load()


@pytest.fixture(scope="session")
def sqlite_desk(sqlite_template: Path) -> Iterator[Restored]:
    with restored(sqlite_template) as made:
        yield made


@pytest.fixture
def database(request: pytest.FixtureRequest, sqlite_desk: Restored) -> Iterator[Database]:
    """SQLite, unless a test is marked as one of both databases: the desk's own rules are the same on both."""
    if getattr(request, "param", "sqlite") == "sqlite":
        yield sqlite_desk.anew()
        return
    opened = Database(request.getfixturevalue("postgres_url"), wait=10, pool_size=20)
    yield opened
    opened.close()


@pytest.fixture
def clock() -> FrozenClock:
    return FrozenClock()


@pytest.fixture
def wake() -> CountingWake:
    return CountingWake()


@pytest.fixture
def new_id() -> CountingIds:
    return CountingIds()


@pytest.fixture
def ground(database: Database, clock: FrozenClock, wake: CountingWake, new_id: CountingIds) -> Ground:
    return Ground(
        database=database,
        clock=clock,
        new_id=new_id,
        wake=wake,
        policy=POLICY,
    )


@pytest.fixture
def desk(ground: Ground) -> Desk:
    return build(ground)


@pytest.fixture
def floor(desk: Desk, database: Database, clock: FrozenClock, new_id: CountingIds) -> Floor:
    """The desk with its people in: two officers, a supervisor, an auditor, two requesters, one admitted."""
    floor = Floor(desk=desk, database=database, clock=clock, new_id=new_id)
    floor.hire()
    return floor
