"""Purging notices: another country's after the shorter time, and links with either of the two."""

from storage.database import Database
from storage.records.notices import Colour, Notice
from tests.desk.around import both_databases
from tests.desk.floor import OFFICER, SUPERVISOR, Floor
from tests.desk.notice_life import takes
from tests.whole_tables import everything, naming

NAME = "Lingersample"
THIRTY_DAYS, SEVEN_YEARS = 30, 7 * 365
AUDIT = frozenset({"audit", "audit_head"})


def _refused(floor: Floor) -> Notice:
    """Our own, which the General Secretariat refused."""
    return takes(floor, floor.sent(Colour.BLUE), "refuse", reason=f"Nothing against {NAME}.")


def _withdrawn_abroad(floor: Floor, **changes: str) -> Notice:
    """Another country's, which is over."""
    notice = floor.received(Colour.BLUE, "in", family_name=NAME, **changes)
    return takes(floor, notice, "end", end="withdrawn", evidence=f"About {NAME}")


def _due(floor: Floor) -> list[str]:
    return [each.reference for each in floor.desk.purging.due(SUPERVISOR)]


def _purged(floor: Floor) -> list[str]:
    return [each.reference for each in floor.desk.purging.purge_all(SUPERVISOR, 100)]


@both_databases
def test_another_countrys_notice_is_erased_after_the_shorter_time(floor: Floor, database: Database) -> None:
    received, own = _withdrawn_abroad(floor, offices="harbor-city-police"), _refused(floor)
    alerts = [each.id for each in floor.alerts(received)]
    floor.clock.advance(days=THIRTY_DAYS, seconds=-1)
    early = _due(floor)
    floor.clock.advance(seconds=1)

    assert (early, _purged(floor)) == ([], [received.reference])
    assert naming(database, received.id, *alerts, but=AUDIT) == set()
    assert floor.notice(own.id) == own


def test_its_erasure_is_one_row_of_the_audit_trail_with_the_names_of_what_was_erased(floor: Floor) -> None:
    notice = _withdrawn_abroad(floor, offices="harbor-city-police")
    floor.clock.advance(days=THIRTY_DAYS)
    _purged(floor)
    entry = floor.trail(notice.reference)[0]

    assert entry.action == "record.purge"
    assert {"answers", "agency_case", "alerts", "events", "notices", "outbox"} <= set(entry.fields)
    assert NAME not in str(floor.trail(notice.reference))


def test_another_countrys_notice_that_is_in_force_stays(floor: Floor) -> None:
    floor.received()
    floor.clock.advance(days=SEVEN_YEARS)

    assert _due(floor) == []


def test_a_request_of_which_it_comes_is_kept_as_long_as_any_other(floor: Floor) -> None:
    request = floor.close(OFFICER, floor.claimed())
    notice = _withdrawn_abroad(floor, request_reference=request.reference)
    floor.clock.advance(days=THIRTY_DAYS)
    first = _purged(floor)
    floor.clock.advance(days=SEVEN_YEARS - THIRTY_DAYS)

    assert (first, _purged(floor)) == ([notice.reference], [request.reference])


@both_databases
def test_its_links_go_with_it_and_the_other_notice_stays(floor: Floor, database: Database) -> None:
    gone, stays = _refused(floor), floor.published(Colour.GREEN, key="g", agency_case="EX-9")
    takes(floor, stays, "link", linked=gone.reference)
    before = floor.desk.notices.card(stays.id)
    floor.clock.advance(days=SEVEN_YEARS)
    purged = _purged(floor)
    after = floor.desk.notices.card(stays.id)

    assert before is not None
    assert after is not None
    assert purged == [gone.reference]
    assert ([each.reference for each in before.linked], after.linked) == ([gone.reference], ())
    assert not everything(database)["links"]
