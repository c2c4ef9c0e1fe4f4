"""The tables of what waits to be done or told, and of the audit trail."""

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    Identity,
    Index,
    Integer,
    SmallInteger,
    String,
    Table,
    Text,
)

from storage.records import escalations as escalation_records
from storage.records import reach as reach_records
from storage.records.audit import Outcome
from storage.records.outbox import DeliveryState
from storage.records.reminders import RecordKind, ReminderRule, Stage
from storage.records.requests import Priority
from storage.tables import Number, metadata
from storage.types import Json, Moment, Word

escalations = Table(
    "escalations",
    metadata,
    Column("id", Text, primary_key=True),
    Column("reference", String(20), nullable=False, unique=True),
    Column("record_id", Text),
    Column("record_reference", String(20)),
    Column("words", Text, nullable=False),
    Column("priority", Word(Priority), nullable=False),
    Column("opened_by", Text, nullable=False),
    Column("identity_unchecked", Boolean, nullable=False),
    Column("opened_at", Moment, nullable=False),
    Column("state", Word(escalation_records.EscalationState), nullable=False),
    Column("rung", SmallInteger, nullable=False),
    Column("told", Json(tuple[str, ...]), nullable=False),
    Column("next_step_at", Moment, index=True),
    Column("acknowledged_by", Text),
    Column("acknowledged_at", Moment),
    Column("resolved_by", Text),
    Column("resolved_at", Moment),
    Column("outcome", Text),
    Column("cause", Word(escalation_records.Cause), nullable=False),
    Column("excluded", Json(tuple[str, ...]), nullable=False),
    Column("round", SmallInteger, nullable=False),
    Column("awaited", Json(tuple[str, ...]), nullable=False),
    Column("alarm", Integer, nullable=False),
    Column("troubles", Json(tuple[escalation_records.Trouble, ...]), nullable=False),
    Column("asked_at", Moment),
    Column("offered_to", Text),
    Column("first_acknowledged_at", Moment),
    Column("steps", SmallInteger, nullable=False),
    Column("version", Integer, nullable=False),
    Index("escalations_by_opening", "opened_at"),
)
_unresolved = escalations.c.resolved_at.is_(None)
Index(
    "escalations_one_per_record",
    escalations.c.record_id,
    unique=True,
    sqlite_where=_unresolved,
    postgresql_where=_unresolved,
)
Index(
    "escalations_unresolved", escalations.c.opened_at, sqlite_where=_unresolved, postgresql_where=_unresolved
)

contacts = Table(
    "contacts",
    metadata,
    Column("owner", Text, primary_key=True),
    Column("way", Word(reach_records.Way), primary_key=True),
    Column("address", Text, nullable=False),
    Column("set_at", Moment, nullable=False),
    Column("set_by", Text, nullable=False),
    Column("proved_at", Moment),
)

reaches = Table(
    "reaches",
    metadata,
    Column("id", Text, primary_key=True),
    Column("escalation_id", Text, nullable=False, index=True),
    Column("owner", Text, nullable=False),
    Column("way", Word(reach_records.Way), nullable=False),
    Column("told_at", Moment, nullable=False),
    Column("due_at", Moment, nullable=False),
    Column("state", Word(reach_records.ReachState), nullable=False),
    Column("tries", SmallInteger, nullable=False),
    Column("fence", Integer, nullable=False),
    Column("lease_until", Moment),
    Column("ended_at", Moment),
    Column("error", Text),
)
_still_to_reach = reaches.c.ended_at.is_(None)
Index("reaches_due", reaches.c.due_at, sqlite_where=_still_to_reach, postgresql_where=_still_to_reach)

reminders = Table(
    "reminders",
    metadata,
    Column("id", Text, primary_key=True),
    Column("record_kind", Word(RecordKind)),
    Column("record_id", Text, nullable=False),
    Column("rule", Word(ReminderRule), nullable=False),
    Column("state", Text, nullable=False),
    Column("due_at", Moment, nullable=False),
    Column("stage", Word(Stage), nullable=False),
    Column("about", Word(ReminderRule)),
    Column("limit_at", Moment),
    Column("done_at", Moment),
    Column("told_to", Text),
    Index("reminders_of_record", "record_id"),
)
_pending = reminders.c.done_at.is_(None)
Index(
    "reminders_due", reminders.c.stage, reminders.c.due_at, sqlite_where=_pending, postgresql_where=_pending
)
_told = reminders.c.told_to.is_not(None)
Index("reminders_told", reminders.c.told_to, reminders.c.done_at, sqlite_where=_told, postgresql_where=_told)

digests = Table(
    "digests", metadata, Column("day", String(10), primary_key=True), Column("at", Moment, nullable=False)
)

outbox = Table(
    "outbox",
    metadata,
    Column("seq", Number, Identity(), primary_key=True),
    Column("id", Text, nullable=False, unique=True),
    Column("kind", String(40), nullable=False),
    Column("payload", Text, nullable=False),
    Column("place", Text, nullable=False),
    Column("lane", SmallInteger, nullable=False),
    Column("record_key", Text, nullable=False),
    Column("once_key", Text, unique=True),
    Column("surface_key", Text),
    Column("surface_record_id", Text, index=True),
    Column("created_at", Moment, nullable=False),
    Column("not_before", Moment, nullable=False),
    Column("lease_until", Moment),
    Column("fence", Integer, nullable=False),
    Column("attempts", Integer, nullable=False),
    Column("maybe_sent", Boolean, nullable=False),
    Column("maybe_sent_at", Moment),
    Column("state", Word(DeliveryState), nullable=False),
    Column("settled_at", Moment),
    Column("error", Text),
    Column("channel", Text),
    Column("ts", Text),
    Column("noticed_at", Moment),
)
_unsettled = outbox.c.settled_at.is_(None)
Index("outbox_waiting", outbox.c.lane, outbox.c.seq, sqlite_where=_unsettled, postgresql_where=_unsettled)
Index(
    "outbox_order",
    outbox.c.record_key,
    outbox.c.place,
    outbox.c.seq,
    sqlite_where=_unsettled,
    postgresql_where=_unsettled,
)
Index("outbox_surface", outbox.c.surface_key, sqlite_where=_unsettled, postgresql_where=_unsettled)
Index("outbox_state", outbox.c.state, outbox.c.settled_at)
_unnoticed = (outbox.c.state == DeliveryState.DEAD) & outbox.c.noticed_at.is_(None)
Index("outbox_unnoticed", outbox.c.seq, sqlite_where=_unnoticed, postgresql_where=_unnoticed)

twin_checks = Table(
    "twin_checks",
    metadata,
    Column("seq", Number, Identity(), primary_key=True),
    Column("outbox_id", Text, nullable=False),
    Column("channel", Text, nullable=False),
    Column("ts", Text, nullable=False),
    Column("thread_ts", Text),
    Column("check_at", Moment, nullable=False, index=True),
)

surfaces = Table(
    "surfaces",
    metadata,
    Column("key", Text, primary_key=True),
    Column("payload", Text, nullable=False),
    Column("record_id", Text, nullable=False, index=True),
    Column("channel", Text, nullable=False),
    Column("ts", Text, nullable=False),
    Column("posted_at", Moment, nullable=False),
    Index("surfaces_by_message", "channel", "ts"),
)

audit = Table(
    "audit",
    metadata,
    Column("seq", BigInteger, primary_key=True, autoincrement=False),
    Column("at", Moment, nullable=False),
    Column("actor", Text, nullable=False),
    Column("action", Text, nullable=False),
    Column("subject", Text, nullable=False),
    Column("fields", Json(tuple[str, ...]), nullable=False),
    Column("outcome", Word(Outcome), nullable=False),
    Column("prev_hash", String(64), nullable=False),
    Column("hash", String(64), nullable=False),
    Index("audit_by_subject", "subject", "seq"),
)

audit_head = Table(
    "audit_head",
    metadata,
    Column("id", SmallInteger, primary_key=True, autoincrement=False),
    Column("seq", BigInteger, nullable=False),
    Column("hash", String(64), nullable=False),
)
