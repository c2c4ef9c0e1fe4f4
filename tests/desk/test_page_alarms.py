"""The alarms of a page to the whole on-call channel: each is a message, and none outlives its reason."""

from datetime import timedelta

from storage.records.announcements import Place, Surface
from storage.records.outbox import Lane, Posted
from tests.desk.around import both_databases
from tests.desk.floor import OFFICER, OPERATOR, SUPERVISOR, Floor


@both_databases
def test_each_alarm_is_a_message_of_its_own_and_all_are_taken_down_when_somebody_has_the_page(
    floor: Floor,
) -> None:
    floor.file_request()
    page = floor.exhausted(reference_words="LR-2026-00001")
    floor.page(key="again", reference_words="LR-2026-00001")
    floor.clock.advance(minutes=10)
    floor.desk.escalations.sweep()
    posted = _alarms(floor)
    floor.acknowledge(OFFICER, page.id)
    taken_down = _alarms(floor, stand=False)
    floor.desk.escalations.resolve(OFFICER, page.id, "Done.")

    assert len(posted) == len(set(posted)) == 4
    assert sorted(taken_down) == sorted(posted)
    assert _alarms(floor) == []


def test_an_alarm_that_is_being_sent_while_somebody_takes_the_page_is_looked_at_afterwards(
    floor: Floor,
) -> None:
    floor.desk.people.revoke(SUPERVISOR.id, by=OPERATOR)
    page = floor.page().page
    with floor.database.transaction() as stores:
        now = floor.clock.now()
        later = now + timedelta(seconds=30)
        lanes, nowhere = (Lane.FIRST,), frozenset[Place]()
        first = stores.outbox.claim(now=now, lease_until=later, lanes=lanes, held=nowhere, limit=1)[0]
        stores.outbox.settle(first, now=now, posted=Posted(channel="C", ts="1"))
        alarm = stores.outbox.claim(now=now, lease_until=later, lanes=lanes, held=nowhere, limit=1)[0]
    floor.acknowledge(OFFICER, page.id)
    with floor.database.transaction() as stores:
        stores.outbox.settle(alarm, now=now, posted=Posted(channel="C", ts="2"))
    looked_at = [row for row in floor.waiting() if row.what == alarm.what]

    assert [row.posted for row in looked_at] == [Posted(channel="C", ts="2")]


def _alarms(floor: Floor, *, stand: bool = True) -> list[str]:
    """The keys of the alarms that are posted, edited or taken down now; afterwards they stand, or do not."""
    surfaces = [row.what for row in floor.waiting(alarms_stand=stand) if isinstance(row.what, Surface)]
    return [each.key for each in surfaces if each.alarm]
