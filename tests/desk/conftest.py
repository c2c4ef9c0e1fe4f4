"""The real desk on the real storage: only the clock, the ids and who is woken are the test's own."""

import pytest

from bot.desk.desk import Desk, build
from bot.desk.ground import Ground
from bot.policy import load
from storage.database import Database
from tests.desk.around import CountingIds, CountingWake, FrozenClock
from tests.desk.floor import Floor


@pytest.fixture
def database_url(request: pytest.FixtureRequest) -> str:
    """SQLite, unless a test is marked as one of both databases: the desk's own rules are the same on both."""
    fixture = {"sqlite": "sqlite_url", "postgresql": "postgres_url"}[getattr(request, "param", "sqlite")]
    return str(request.getfixturevalue(fixture))


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
        policy=load(),
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
