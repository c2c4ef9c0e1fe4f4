"""Retention: which records are over, and that everything that is kept of one of them is erased."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pytest

from storage.database import Database, Stores
from storage.records.announcements import DESK, RecordMoved, RecordsAlike, Surface, SurfaceKind
from storage.records.drafts import DraftId
from storage.records.escalations import Escalation
from storage.records.handovers import BriefPart, BriefRow, Handover
from storage.records.names import NameKeys
from storage.records.notices import Notice, NoticeId, NoticeState, RecordEvent
from storage.records.outbox import Lane, Posted
from storage.records.people import Actor
from storage.records.reach import DESK_ITSELF, Reach, Way
from storage.records.reminders import RecordKind, Reminder, ReminderRule
from storage.records.requests import LiaisonRequest, RequestState
from storage.records.subjects import Watch
from storage.retention import ERASED
from storage.tables import metadata
from tests.storage.examples import (
    ADA,
    BORIS,
    NOW,
    a_disclosure,
    a_draft,
    a_link,
    a_notice,
    a_request,
    a_sign,
    after,
    all_at_once,
    an_alert,
    an_escalation,
    new_id,
)
from tests.whole_tables import everything, naming

Record = LiaisonRequest | Notice
KINDS = (RecordKind.REQUEST, RecordKind.NOTICE)
OF_THE_OTHER = {RecordKind.REQUEST: {"notices", "links"}, RecordKind.NOTICE: {"requests"}}
OVER = frozenset({RequestState.CLOSED, RequestState.WITHDRAWN})
NAME = "Lingersample"

STAYS = {
    "agencies": "a registry: contacts of units, whichever records they have",
    "people": "who works here, by their ids in Slack; no record stands in it",
    "workspace": "the desk's own Slack",
    "reference_numbers": "a number is never given out again",
    "contacts": "where officers are told",
    "shifts": "who had the desk",
    "rotations": "who takes turns",
    "swaps": "who took whose turn",
    "calendars": "where the roster is read from",
    "handovers": "who handed the desk over; the lines about a record go",
    "countries": "a registry",
    "requirements": "a registry",
    "terms": "a registry",
    "names_read": "how far records have been read for their keys",
    "audit": "append-only and chained; it holds references and names of fields only",
    "audit_head": "of the audit trail",
    "digests": "the days that had a digest",
}
REFERS = {
    "record_id", "request_id", "notice_id", "escalation_id", "alert_id", "outbox_id", "record_key",
    "surface_record_id", "record_reference", "merged_into",
}  # fmt: skip


def an_ended(kind: RecordKind) -> Record:
    if kind is RecordKind.NOTICE:
        return a_notice(state=NoticeState.WITHDRAWN)
    return a_request(state=RequestState.CLOSED, answers={"family_name": NAME}, facts=f"About {NAME}. " * 200)


def keep(stores: Stores, record: Record, kind: RecordKind) -> None:
    """With a row about it in every table that can have one."""
    if isinstance(record, Notice):
        stores.notices.add(record)
        for one, other in ((record.id, NoticeId("N1")), (NoticeId("N2"), record.id)):
            stores.links.add(a_link(one=one, other=other))
    else:
        stores.requests.add(record)
    stores.subjects.replace(record.id, [a_sign(record.id, NAME)])
    stores.names.replace([NameKeys(record_id=record.id, record_kind=kind, keys=frozenset({"LNKRSMPL"}))])
    stores.subjects.watch(Watch(record_id=record.id, person=BORIS, since=NOW))
    stores.disclosures.add(a_disclosure(record_id=record.id, reference=NAME))
    stores.reminders.add(a_reminder(record.id, kind))
    draft = a_draft(answers={"facts": NAME})
    stores.drafts.save(draft)
    stores.submissions.claim(f"{kind}.file:{ADA}:{draft.id}", record.id, NOW)
    alert = an_alert(record_id=record.id)
    stores.alerts.add(alert)
    told_of(stores, record.id, record.id, alert.id)
    joined = an_escalation(record_id=record.id, words=NAME)
    for page in (joined, *pages_apart(record)):
        page_about(stores, page)


def a_reminder(record_id: str, kind: RecordKind) -> Reminder:
    rule = ReminderRule.DUE
    return Reminder(id=new_id(), record_kind=kind, record_id=record_id, rule=rule, state="x", due_at=NOW)


def pages_apart(record: Record) -> Sequence[Escalation]:
    return (
        an_escalation(record_id=f"approval:{record.id}", words=NAME),
        an_escalation(record_reference=record.reference, words=NAME),
    )


def page_about(stores: Stores, page: Escalation) -> None:
    stores.escalations.add(page)
    stores.submissions.claim(f"escalation.open:operator:root:{new_id()}", page.id, NOW)
    reach = Reach(
        id=new_id(), escalation_id=page.id, owner=DESK_ITSELF, way=Way.EMAIL, told_at=NOW, due_at=NOW
    )
    stores.reach.add_all([reach])
    told_of(stores, page.id, page.id)


def told_of(stores: Stores, record_id: str, *shown: str) -> None:
    """An event, what was said, and what is shown: one that stands in Slack, one that is not sent yet."""
    event = RecordEvent(
        record_id=record_id, at=NOW, actor=Actor(ADA), step="x", state="x", evidence={"a": NAME}
    )
    stores.events.add(event)
    say(stores, record_id, f"filed:{record_id}")
    for each in shown:
        for kind in (SurfaceKind.REQUEST_CARD, SurfaceKind.PAGE_THREAD):
            surface = Surface(kind=kind, record_id=each, place=DESK)
            stores.outbox.show([surface], lane=Lane.CARD, now=NOW, new_id=new_id)
    for row in stores.outbox.claim(now=NOW, lease_until=NOW, lanes=(Lane.CARD,), held=frozenset(), limit=1):
        stores.outbox.settle(row, now=NOW, posted=Posted(channel="C", ts="1.2"))
        stores.twins.watch(row.id, Posted(channel="C", ts="1.2"), [after(minutes=1)])


def say(stores: Stores, record_id: str, once_key: str) -> None:
    moved = RecordMoved(
        record_kind=RecordKind.REQUEST, record_id=record_id, reference="LR-1", state="submitted", by="UADA"
    )
    stores.outbox.say(
        moved, place=DESK, lane=Lane.ANSWER, once_key=once_key, record_key=record_id, now=NOW, id=new_id()
    )


def kept(database: Database, kind: RecordKind) -> Record:
    record = an_ended(kind)
    with database.transaction() as tx:
        keep(tx, record, kind)
    return record


def erase(database: Database, record: Record) -> tuple[str, ...]:
    with database.reading() as tx:
        told = tx.retention.told_of(record)
    with database.transaction() as tx:
        return tx.retention.erase(record, told)


def test_every_table_is_erased_from_or_stays_for_a_reason() -> None:
    assert ERASED | set(STAYS) == {table.name for table in metadata.sorted_tables}
    assert ERASED & set(STAYS) == set()


def test_no_table_that_stays_refers_to_a_record() -> None:
    referring = {
        f"{table.name}.{column.name}"
        for table in metadata.sorted_tables
        for column in table.columns
        if table.name in STAYS and (column.name in REFERS or _to_a_record(column.foreign_keys))
    }

    assert referring == set()


def _to_a_record(keys: object) -> bool:
    return any(key.column.table.name in {"requests", "notices"} for key in keys)  # type: ignore[attr-defined]


@pytest.mark.parametrize("kind", KINDS)
def test_after_it_everything_is_as_if_the_record_had_never_been(database: Database, kind: RecordKind) -> None:
    kept(database, RecordKind.REQUEST)
    kept(database, RecordKind.NOTICE)
    before = everything(database)
    record = kept(database, kind)
    meanwhile = everything(database)

    erased = erase(database, record)

    held = {name for name in meanwhile if meanwhile[name] != before[name]}
    assert held == ERASED - OF_THE_OTHER[kind]
    assert (set(erased), everything(database)) == (held, before)


def test_what_was_told_after_the_look_into_the_outbox_goes_as_well(database: Database) -> None:
    record = kept(database, RecordKind.REQUEST)
    with database.reading() as tx:
        told = tx.retention.told_of(record)
    with database.transaction() as tx:
        say(tx, record.id, f"moved:{record.id}")

    with database.transaction() as tx:
        tx.retention.erase(record, told)

    assert naming(database, record.id) == set()


def test_that_another_record_looks_like_it_is_forgotten_and_the_other_stays(database: Database) -> None:
    record, other = kept(database, RecordKind.REQUEST), kept(database, RecordKind.REQUEST)
    alike = RecordsAlike(
        record_kind=RecordKind.REQUEST, record_id=other.id, reference=other.reference, other=record.reference
    )
    with database.transaction() as tx:
        tx.outbox.say(
            alike,
            place=DESK,
            lane=Lane.ANSWER,
            once_key=f"alike:{record.id}:{other.id}:desk",
            record_key=other.id,
            now=NOW,
            id=new_id(),
        )

    erase(database, record)

    assert naming(database, record.id) == set()
    with database.reading() as tx:
        assert tx.requests.by_reference(other.reference) == other
        assert len(tx.subjects.of(other.id)) == 1


def test_a_request_that_was_merged_into_it_goes_on_without_saying_where_it_went(database: Database) -> None:
    record = kept(database, RecordKind.REQUEST)
    merged = a_request(state=RequestState.CLOSED, merged_into=record.id)
    with database.transaction() as tx:
        tx.requests.add(merged)

    erase(database, record)

    with database.reading() as tx:
        found = tx.requests.get(merged.id)
    assert found is not None
    assert (found.merged_into, found.version) == (None, 2)


def test_it_goes_from_the_briefs_and_the_handover_stays(database: Database) -> None:
    record, other = kept(database, RecordKind.REQUEST), kept(database, RecordKind.NOTICE)
    lines = tuple(
        BriefRow(part=BriefPart.DUE, record_id=each.id, reference=each.reference, state="x")
        for each in (record, other)
    )
    handover = Handover(
        id="H1", at=NOW, outgoing=ADA, incoming=BORIS, until=None, rows=lines, more=0, acknowledge_by=NOW
    )
    with database.transaction() as tx:
        tx.handovers.add(handover)

    erased = erase(database, record)

    assert "handovers" in erased
    assert naming(database, record.id) == set()
    with database.reading() as tx:
        assert tx.handovers.get("H1") == replace(handover, rows=lines[1:])


def test_another_persons_draft_of_the_same_id_stays(database: Database) -> None:
    record, draft = an_ended(RecordKind.REQUEST), a_draft(id=DraftId("d-1"), person=BORIS)
    with database.transaction() as tx:
        keep(tx, record, RecordKind.REQUEST)
        tx.drafts.save(draft)
        tx.submissions.claim(f"request.file:{ADA}:{draft.id}", record.id, NOW)

    erase(database, record)

    with database.reading() as tx:
        assert tx.drafts.get(draft.id) == draft


@pytest.mark.parametrize(
    ("resolved_at", "open_"), [pytest.param(None, True, id="open"), pytest.param(NOW, False, id="resolved")]
)
@pytest.mark.parametrize("by", ["id", "id apart", "reference"])
def test_a_page_about_it_is_found_however_it_names_it(
    database: Database, by: str, resolved_at: datetime | None, open_: bool
) -> None:
    request = a_request()
    named = {
        "id": an_escalation(record_id=request.id),
        "id apart": an_escalation(record_id=f"approval:{request.id}"),
        "reference": an_escalation(record_reference=request.reference),
    }
    with database.transaction() as tx:
        tx.requests.add(request)
        tx.escalations.add(replace(named[by], resolved_at=resolved_at))
        tx.escalations.add(an_escalation(record_id="another", record_reference="LR-2026-99999"))

    with database.reading() as tx:
        assert tx.retention.is_paged(request) is open_


def test_what_is_over_comes_oldest_first_and_by_pages(database: Database) -> None:
    same = [a_request(state=RequestState.CLOSED, state_since=after(days=-1)) for _ in range(3)]
    oldest = a_request(state=RequestState.WITHDRAWN, state_since=after(days=-9))
    at_the_cutoff = a_request(state=RequestState.CLOSED, state_since=NOW)
    younger = a_request(state=RequestState.CLOSED, state_since=after(seconds=1))
    with database.transaction() as tx:
        for request in (younger, *reversed(same), at_the_cutoff, oldest, a_request()):
            tx.requests.add(request)

    found: list[Record] = []
    with database.reading() as tx:
        while some := tx.retention.ended(
            RecordKind.REQUEST, OVER, until=NOW, after=found[-1] if found else None, limit=2
        ):
            assert len(some) <= 2
            found += some
    assert found == [oldest, *same, at_the_cutoff]


def test_a_record_that_is_held_is_not_changed_by_anybody_else(postgres_url: str) -> None:
    database, request = Database(postgres_url, wait=10), a_request(state=RequestState.CLOSED)
    with database.transaction() as tx:
        tx.requests.add(request)

    def hold_it(_index: int) -> int:
        with database.transaction() as tx:
            held = tx.retention.get(RecordKind.REQUEST, request.reference, held=True)
            if held is None:
                return 0
            return len(tx.retention.erase(held, tx.retention.told_of(held)))

    assert sorted(all_at_once(4, hold_it)) == [0, 0, 0, 1]
    database.close()


def test_on_sqlite_nothing_that_was_erased_lingers_in_the_files(sqlite_url: str) -> None:
    database = Database(sqlite_url)
    records = [kept(database, kind) for kind in KINDS for _ in range(5)]
    with database.transaction() as tx:
        tx.requests.add(a_request(facts="About Staysample."))
    database.clear_log()
    before = _bytes_of(sqlite_url)

    for record in records:
        erase(database, record)
    database.clear_log()

    assert NAME.encode() in before
    assert NAME.encode() not in _bytes_of(sqlite_url)
    assert b"Staysample" in _bytes_of(sqlite_url)
    database.close()


def _bytes_of(url: str) -> bytes:
    """The file with all that stands beside it."""
    file = Path(url.removeprefix("sqlite:///"))
    return b"".join(each.read_bytes() for each in sorted(file.parent.glob(f"{file.name}*")))
