"""Handovers: the brief at a change of shift, and who has acknowledged it."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime, timedelta

from bot.desk.ground import Ground
from bot.desk.transaction import Transaction
from bot.rules import requests
from bot.rules.errors import DeskError, taken_already
from bot.rules.permissions import Act
from storage.records.announcements import HandoverUnanswered, Surface, SurfaceKind, direct
from storage.records.handovers import BriefPart, BriefRow, Handover
from storage.records.outbox import Lane
from storage.records.people import Actor, Person, PersonId, Role
from storage.records.queries import RecordQuery
from storage.records.reminders import RecordKind, Reminder, ReminderRule

MOST_ROWS = 40
"""Of a brief; what more there is is counted."""
_UNKNOWN_END = timedelta(hours=24)
"""So far ahead a brief looks when nobody knows when the shift ends."""
_AT_ONCE = 500


def begin(
    tx: Transaction, *, at: datetime, outgoing: PersonId | None, incoming: PersonId, until: datetime | None
) -> None:
    """The desk went over: both get the brief, and the incoming officer has to acknowledge it."""
    rows = [*_pages(tx), *_pressing(tx), *_due(tx, until or tx.now + _UNKNOWN_END)]
    handover = Handover(
        id=tx.new_id(),
        at=at,
        outgoing=outgoing if outgoing and tx.can_answer(outgoing) else None,
        incoming=incoming,
        until=until,
        rows=tuple(rows[:MOST_ROWS]),
        more=max(0, len(rows) - MOST_ROWS),
        acknowledge_by=tx.now + tx.policy.roster.acknowledge,
    )
    if tx.stores.handovers.add(handover):
        _show(tx, handover)
        tx.stores.reminders.add(
            Reminder(
                id=tx.new_id(),
                record_kind=None,
                record_id=handover.id,
                rule=ReminderRule.HANDOVER,
                state="",
                due_at=handover.acknowledge_by,
            )
        )


def unanswered(tx: Transaction, handover_id: str) -> None:
    """Both officers and the supervisors hear of a brief that is not acknowledged, unless the desk went on."""
    handover = next(iter(tx.stores.handovers.latest(1)), None)
    if handover is None or handover.id != handover_id or handover.acknowledged_at is not None:
        return
    told = {handover.incoming, *([handover.outgoing] if handover.outgoing else [])}
    told |= {each.id for each in tx.stores.people.with_role(Role.SUPERVISOR)}
    for person in sorted(told):
        tx.say(
            HandoverUnanswered(
                handover_id=handover.id,
                at=handover.at,
                outgoing=handover.outgoing,
                incoming=handover.incoming,
            ),
            place=direct(person),
            lane=Lane.ANSWER,
            once_key=f"handover:{handover.id}:{person}",
            record_key=handover.id,
        )


class Handovers:
    def __init__(self, ground: Ground) -> None:
        self._ground = ground

    def get(self, handover_id: str) -> Handover | None:
        """As it is now, to be shown; nobody is asked whether they may see it."""
        with self._ground.database.reading() as stores:
            return stores.handovers.get(handover_id)

    def latest(self, asker: Person) -> Handover | None:
        """The last change of shift. Raises Refusal for whoever is no officer."""
        with self._ground.reading(asker, "handover.read") as tx:
            tx.require(Act.ANSWER_PAGE)
            return next(iter(tx.stores.handovers.latest(1)), None)

    def read(self, asker: Person, handover_id: str) -> Handover:
        """One of them. Raises DeskError when it is not there any more, and Refusal."""
        with self._ground.reading(asker, "handover.read", handover_id) as tx:
            tx.require(Act.ANSWER_PAGE)
            return _there(tx, handover_id)

    def acknowledge(self, asker: Person, handover_id: str) -> Handover:
        """The incoming officer has read the brief; also when it is late.

        Raises NotYet when they said so before, DeskError for anybody else, and Refusal.
        """
        with self._ground.transaction(asker, "handover.acknowledge", handover_id) as tx:
            tx.require(Act.ANSWER_PAGE)
            handover = _there(tx, handover_id)
            if handover.incoming != asker.id:
                raise DeskError("Only the officer who takes over acknowledges the brief.")
            if handover.acknowledged_by is not None:
                raise taken_already(handover.incoming, asker.id)
            acknowledged = replace(
                handover,
                acknowledged_by=Actor(asker.id),
                acknowledged_at=tx.now,
                version=handover.version + 1,
            )
            tx.stores.handovers.save(acknowledged)
            for pending in tx.stores.reminders.pending(handover.id):
                tx.stores.reminders.cancel(pending.id)
            tx.audit("acknowledged_by")
            _show(tx, acknowledged)
            return acknowledged


def _there(tx: Transaction, handover_id: str) -> Handover:
    handover = tx.stores.handovers.get(handover_id)
    if handover is None:
        raise DeskError("This handover is not there any more.")
    return handover


def _show(tx: Transaction, handover: Handover) -> None:
    people = [handover.incoming, *([handover.outgoing] if handover.outgoing else [])]
    tx.show(
        *(Surface(kind=SurfaceKind.HANDOVER, record_id=handover.id, place=direct(each)) for each in people),
        lane=Lane.ANSWER,
    )


def _pages(tx: Transaction) -> Iterator[BriefRow]:
    for page in tx.stores.escalations.unresolved():
        holder = page.acknowledged_by
        yield BriefRow(
            part=BriefPart.PAGE,
            record_id=page.id,
            reference=page.reference,
            state=page.state,
            owner=PersonId(holder) if holder else None,
            at=page.opened_at,
        )


def _pressing(tx: Transaction) -> Iterator[BriefRow]:
    query = RecordQuery(priorities=requests.PRESSING, states=frozenset(requests.LIVE), limit=_AT_ONCE)
    for request in tx.stores.requests.find(query):
        yield BriefRow(
            part=BriefPart.PRESSING,
            record_id=request.id,
            reference=request.reference,
            state=request.state,
            record_kind=RecordKind.REQUEST,
            owner=request.owner,
            at=request.due_at,
        )


def _due(tx: Transaction, until: datetime) -> Iterator[BriefRow]:
    for item in tx.stores.due.find(tuple(RecordKind), until=until, limit=_AT_ONCE):
        yield BriefRow(
            part=BriefPart.DUE,
            record_id=item.record_id,
            reference=item.reference,
            state=item.state,
            record_kind=item.record_kind,
            owner=item.owner,
            at=item.at,
            rule=item.rule,
        )
