"""The tables of the roster: shifts, rotations, swaps, handovers, and the calendars that it is read from."""

from sqlalchemy import Column, Index, Integer, SmallInteger, Table, Text

from storage.records.handovers import BriefRow
from storage.records.roster import ShiftKind, SwapState, Tier
from storage.tables import metadata
from storage.types import Day, Json, Moment, TimeOfDay, Word

shifts = Table(
    "shifts",
    metadata,
    Column("id", Text, primary_key=True),
    Column("person", Text, nullable=False),
    Column("starts_at", Moment, nullable=False, index=True),
    Column("ends_at", Moment, nullable=False, index=True),
    Column("entered_at", Moment, nullable=False),
    Column("entered_by", Text, nullable=False),
    Column("kind", Word(ShiftKind), nullable=False),
    Column("tier", Word(Tier), nullable=False),
    Column("source", Text, nullable=False),
    Index("shifts_of_calendar", "source", "ends_at"),
)

rotations = Table(
    "rotations",
    metadata,
    Column("id", Text, primary_key=True),
    Column("tier", Word(Tier), nullable=False),
    Column("people", Json(tuple[str, ...]), nullable=False),
    Column("starts_on", Day, nullable=False),
    Column("handover_at", TimeOfDay, nullable=False),
    Column("days", SmallInteger, nullable=False),
    Column("turns_a_day", SmallInteger, nullable=False),
    Column("entered_at", Moment, nullable=False),
    Column("entered_by", Text, nullable=False),
    Column("ends_at", Moment, index=True),
    Column("version", Integer, nullable=False),
)
_endless = rotations.c.ends_at.is_(None)
Index(
    "rotations_one_per_tier",
    rotations.c.tier,
    unique=True,
    sqlite_where=_endless,
    postgresql_where=_endless,
)

swaps = Table(
    "swaps",
    metadata,
    Column("id", Text, primary_key=True),
    Column("rotation_id", Text, nullable=False),
    Column("turn", Integer, nullable=False),
    Column("offered_by", Text, nullable=False),
    Column("offered_to", Text, nullable=False),
    Column("offered_at", Moment, nullable=False),
    Column("state", Word(SwapState), nullable=False),
    Column("answered_at", Moment),
    Column("version", Integer, nullable=False),
    Index("swaps_of_turn", "rotation_id", "turn"),
)

handovers = Table(
    "handovers",
    metadata,
    Column("id", Text, primary_key=True),
    Column("at", Moment, nullable=False),
    Column("outgoing", Text),
    Column("incoming", Text, nullable=False),
    Column("until", Moment),
    Column("rows", Json(tuple[BriefRow, ...]), nullable=False),
    Column("more", Integer, nullable=False),
    Column("acknowledge_by", Moment, nullable=False),
    Column("acknowledged_by", Text),
    Column("acknowledged_at", Moment),
    Column("version", Integer, nullable=False),
    Index("handovers_once", "at", "incoming", unique=True),
)

calendars = Table(
    "calendars",
    metadata,
    Column("name", Text, primary_key=True),
    Column("url", Text),
    Column("tier", Word(Tier), nullable=False),
    Column("added_at", Moment, nullable=False),
    Column("added_by", Text, nullable=False),
    Column("read_at", Moment),
    Column("next_at", Moment, index=True),
    Column("error", Text),
)
