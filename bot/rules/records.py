"""Records: requests and notices alike."""

from storage.records.notices import Notice
from storage.records.reminders import RecordKind
from storage.records.requests import LiaisonRequest


def kind_of(record: LiaisonRequest | Notice) -> RecordKind:
    return RecordKind.NOTICE if isinstance(record, Notice) else RecordKind.REQUEST
