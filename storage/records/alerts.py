"""Alerts: what came in from abroad, told at once to each US agency concerned, and acknowledged by it."""

from dataclasses import dataclass
from datetime import datetime

from storage.records.people import Actor
from storage.records.reminders import RecordKind


@dataclass(frozen=True, slots=True, kw_only=True)
class Alert:
    id: str
    record_kind: RecordKind
    record_id: str
    agency_id: str
    told_at: datetime
    acknowledged_at: datetime | None = None
    acknowledged_by: Actor | None = None
    """Whoever of the agency did so in Slack, or the officer who heard it by telephone."""
    version: int = 1
