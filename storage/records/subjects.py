"""By what records are found to be about the same subject, and who watches for that."""

from dataclasses import dataclass
from datetime import datetime

from storage.records.people import PersonId
from storage.records.reminders import RecordKind


@dataclass(frozen=True, slots=True, kw_only=True)
class SubjectKey:
    """One sign of a record's subject, as a digest: the value itself is not kept a second time."""

    record_id: str
    record_kind: RecordKind
    sign: str
    """What kind of sign: `name`, `document`, `case` and so on."""
    digest: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Watch:
    """Somebody wants to hear of every new record on the subject of this one."""

    record_id: str
    person: PersonId
    since: datetime
