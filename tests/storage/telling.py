"""What is to be told, put into the outbox and taken out of it again."""

from datetime import datetime, timedelta

from storage.database import Database
from storage.records.announcements import DESK, Place, RecordMoved, Surface, SurfaceKind, direct
from storage.records.outbox import Lane, Posted, Waiting
from storage.records.people import PersonId
from storage.records.reminders import RecordKind
from tests.storage.examples import NOW, new_id


def a_card(record_id: str = "R1", place: Place = DESK) -> Surface:
    return Surface(kind=SurfaceKind.REQUEST_CARD, record_id=record_id, place=place)


def home_of(person: PersonId) -> Surface:
    return Surface(kind=SurfaceKind.HOME, record_id=person, place=direct(person))


def say(
    database: Database,
    once_key: str,
    *,
    record_key: str = "R1",
    place: Place = DESK,
    lane: Lane = Lane.ANSWER,
    now: datetime = NOW,
) -> bool:
    with database.transaction() as tx:
        return tx.outbox.say(
            RecordMoved(
                record_kind=RecordKind.REQUEST,
                record_id=record_key,
                reference=once_key,
                state="submitted",
                by="UADA",
            ),
            place=place,
            lane=lane,
            once_key=once_key,
            record_key=record_key,
            now=now,
            id=new_id(),
        )


def show(database: Database, surface: Surface, *, lane: Lane = Lane.CARD) -> None:
    with database.transaction() as tx:
        tx.outbox.show([surface], lane=lane, now=NOW, new_id=new_id)


def claim(
    database: Database,
    *,
    now: datetime = NOW,
    limit: int = 10,
    lanes: tuple[Lane, ...] = tuple(Lane),
    held: frozenset[Place] = frozenset(),
) -> list[Waiting]:
    """Under a lease of a minute."""
    with database.transaction() as tx:
        return tx.outbox.claim(
            now=now, lease_until=now + timedelta(minutes=1), lanes=lanes, held=held, limit=limit
        )


def told(claimed: list[Waiting]) -> list[str]:
    """The references of announcements, the keys of surfaces."""
    return [
        row.what.key if isinstance(row.what, Surface) else getattr(row.what, "reference", "")
        for row in claimed
    ]


def settle(database: Database, row: Waiting, *, now: datetime = NOW, posted: Posted | None = None) -> bool:
    with database.transaction() as tx:
        return tx.outbox.settle(row, now=now, posted=posted)
