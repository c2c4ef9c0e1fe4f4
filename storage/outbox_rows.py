"""One row of the outbox, as it is first written and as a claim finds it."""

from datetime import datetime
from typing import Any

from sqlalchemy import Row

from storage.announcement_json import decode, encode
from storage.records.announcements import Announcement, Place, Surface
from storage.records.outbox import DeliveryState, Lane, Posted, Waiting


def new_row(
    what: Announcement | Surface,
    *,
    place: Place,
    lane: Lane,
    record_key: str,
    now: datetime,
    id: str,  # noqa: A002  # The row's own word for it.
) -> dict[str, Any]:
    """Nobody has it yet, and it may go at once."""
    return {
        "id": id,
        "kind": str(what.kind) if isinstance(what, Surface) else type(what).__name__,
        "payload": encode(what),
        "place": place,
        "lane": lane,
        "record_key": record_key,
        "created_at": now,
        "not_before": now,
        "fence": 0,
        "attempts": 0,
        "maybe_sent": False,
        "state": DeliveryState.WAITING,
    }


def waiting_of(row: Row[Any], posted: Posted | None) -> Waiting:
    """A row as the claim has just found it, with what the claim makes of it."""
    return Waiting(
        id=row.id,
        what=decode(row.payload),
        place=Place(row.place),
        lane=Lane(row.lane),
        created_at=row.created_at,
        attempts=row.attempts + 1,
        fence=row.fence + 1,
        # A lease that ran out is a sender that never came back: it may have got as far as Slack.
        maybe_sent=row.maybe_sent or row.lease_until is not None,
        maybe_sent_at=row.lease_until or row.maybe_sent_at,
        posted=posted,
    )
