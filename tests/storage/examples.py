"""Invented records to keep, and threads to keep them at the same instant."""

from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from itertools import count
from threading import Barrier
from typing import Any, TypeVar

from sqlalchemy import Engine, create_engine

from storage.records.alerts import Alert
from storage.records.audit import AuditEntry
from storage.records.disclosures import Authority, Content, Disclosure
from storage.records.drafts import Draft, DraftId
from storage.records.escalations import Escalation, EscalationId, EscalationState
from storage.records.links import Link
from storage.records.notices import Colour, Notice, NoticeId, NoticeState
from storage.records.people import Actor, PersonId
from storage.records.reminders import RecordKind
from storage.records.requests import (
    Direction,
    LiaisonRequest,
    Offence,
    Priority,
    RequestId,
    RequestKind,
    RequestState,
)
from storage.records.subjects import SubjectKey

NOW = datetime(2026, 3, 2, 14, 0, tzinfo=UTC)
ADA = PersonId("UADA")
BORIS = PersonId("UBORIS")

Result = TypeVar("Result")
_numbers = count(1)


@contextmanager
def raw(url: str) -> Iterator[Engine]:
    """The database as any other program sees it."""
    engine = create_engine(url)
    try:
        yield engine
    finally:
        engine.dispose()


class Misfortune(Exception):
    """Something that goes wrong in the middle of a transaction."""


def after(**span: float) -> datetime:
    return NOW + timedelta(**span)


def new_id() -> str:
    return f"id-{next(_numbers):06}"


def all_at_once(number: int, act: Callable[[int], Result]) -> list[Result]:
    """What each of `number` threads returned that began at the same instant."""
    barrier = Barrier(number)

    def begin_together(index: int) -> Result:
        barrier.wait()
        return act(index)

    with ThreadPoolExecutor(number) as threads:
        return list(threads.map(begin_together, range(number)))


def a_request(**changes: Any) -> LiaisonRequest:
    return replace(
        LiaisonRequest(
            id=RequestId(new_id()),
            reference=f"LR-2026-{next(_numbers):05}",
            kind=RequestKind.FUGITIVE,
            direction=Direction.OUTGOING,
            country="FR",
            offence=Offence.KIDNAPPING,
            agency_id="example-city-police",
            agency_name="Example City Police Department",
            agency_case="2026/17",
            priority=Priority.NORMAL,
            facts="An invented story.",
            contact="The front desk",
            on_behalf=None,
            filed_by=ADA,
            state=RequestState.SUBMITTED,
            state_since=NOW,
            owner=None,
            due_at=after(hours=24),
            created_at=NOW,
        ),
        **changes,
    )


def a_notice(**changes: Any) -> Notice:
    return replace(
        Notice(
            id=NoticeId(new_id()),
            reference=f"NT-2026-{next(_numbers):05}",
            colour=Colour.RED,
            country="FR",
            answers={"family_name": "Example", "birth": "1990-05", "charge": "An invented charge"},
            request_id=None,
            agency_id="example-city-police",
            agency_name="Example City Police Department",
            agency_case="2026/17",
            filed_by=ADA,
            owner=None,
            approved_by=None,
            state=NoticeState.SUBMITTED,
            state_since=NOW,
            control_number=None,
            due_at=after(hours=24),
            created_at=NOW,
        ),
        **changes,
    )


def a_link(**changes: Any) -> Link:
    return replace(Link(one=NoticeId("N1"), other=NoticeId("N2"), since=NOW, by=Actor(ADA)), **changes)


def a_draft(**changes: Any) -> Draft:
    return replace(
        Draft(
            id=DraftId(new_id()),
            person=ADA,
            form="missing_child",
            answers={"country": "FR", "facts": "Invented, and not finished"},
            saved_at=NOW,
            stamp="1772460000.000100",
        ),
        **changes,
    )


def a_disclosure(**changes: Any) -> Disclosure:
    return replace(
        Disclosure(
            id=new_id(),
            record_id="R1",
            at=NOW,
            by=Actor(BORIS),
            recipient="country:FR",
            content=Content.REQUEST,
            authority=Authority.REQUESTING_AGENCY,
            told_on="2026-03-02",
            reference="IPW 2026-1",
        ),
        **changes,
    )


def a_sign(record_id: str, value: str, **changes: Any) -> SubjectKey:
    """One sign of a record; equal values are about the same."""
    key = SubjectKey(
        record_id=record_id,
        record_kind=RecordKind.REQUEST,
        sign="person",
        digest=sha256(value.encode()).hexdigest(),
    )
    return replace(key, **changes)


def an_alert(**changes: Any) -> Alert:
    return replace(
        Alert(
            id=new_id(),
            record_kind=RecordKind.REQUEST,
            record_id="R1",
            agency_id="example-city-police",
            told_at=NOW,
        ),
        **changes,
    )


def an_escalation(**changes: Any) -> Escalation:
    return replace(
        Escalation(
            id=EscalationId(new_id()),
            reference=f"ES-2026-{next(_numbers):05}",
            record_id=None,
            record_reference=None,
            words="Somebody must call back.",
            priority=Priority.FLASH,
            opened_by=Actor(ADA),
            identity_unchecked=False,
            opened_at=NOW,
            state=EscalationState.OPEN,
            rung=1,
            told=(ADA, BORIS),
            next_step_at=after(minutes=5),
        ),
        **changes,
    )


def an_entry(**changes: Any) -> AuditEntry:
    entry = AuditEntry(
        at=NOW, actor=Actor(ADA), action="notice.read", subject="NT-2026-00001", fields=("identity",)
    )
    return replace(entry, **changes)
