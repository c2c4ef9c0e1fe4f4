"""Alerts: what came in from abroad goes to each US agency concerned at once, and each acknowledges it."""

from collections.abc import Iterable
from dataclasses import replace

from bot.desk import lookup
from bot.desk.ground import Ground, looking_again
from bot.desk.lookup import Record
from bot.desk.request_facts import AlertFacts
from bot.desk.transaction import Transaction
from bot.rules import concerned
from bot.rules.answers import several
from bot.rules.errors import InvalidForm, NoSuchRecord, NotYet
from bot.rules.moments import Moment
from bot.rules.permissions import Act
from bot.rules.records import kind_of
from storage.records.alerts import Alert
from storage.records.announcements import DESK, Surface, SurfaceKind, direct
from storage.records.notices import Means, Notice
from storage.records.outbox import Lane
from storage.records.people import Person
from storage.records.reminders import RecordKind, ReminderRule

FIELDS = ("offices", "task_force")
"""Answers that name agencies to be alerted."""
_CARDS = {RecordKind.REQUEST: SurfaceKind.REQUEST_CARD, RecordKind.NOTICE: SurfaceKind.NOTICE_CARD}


def alert(tx: Transaction, record: Record, agency_ids: Iterable[str], field: str) -> None:
    """Alerts these agencies, each once. Raises InvalidForm, by `field`, for one not registered."""
    for agency_id in agency_ids:
        agency = tx.stores.agencies.get(agency_id)
        if agency is None or agency.removed_at is not None:
            raise InvalidForm({field: "This agency is not in the registry any more. Choose another one."})
        made = Alert(
            id=tx.new_id(),
            record_kind=kind_of(record),
            record_id=record.id,
            agency_id=agency.id,
            told_at=tx.now,
        )
        if tx.stores.alerts.add(made):
            _tell(tx, made)


def alert_concerned(tx: Transaction, notice: Notice, before: Notice | None = None) -> None:
    """Alerts the agencies that an officer chose, and those that state and offence name.

    `before` is the notice as it was: whoever was chosen then was alerted then. Raises InvalidForm for one
    that is not registered any more.
    """
    known = several(before.answers.get("offices", "")) if before else ()
    chosen = several(notice.answers.get("offices", ""))
    alert(tx, notice, [each for each in chosen if each not in known], "offices")
    state = notice.answers.get("us_state", "")
    if state:
        there = tx.stores.agencies.of_state(state)
        alert(tx, notice, concerned.agencies(there, notice.answers.get("offence", "")), "us_state")


def moments(tx: Transaction, record_id: str) -> list[Moment]:
    """When the desk has to call agencies that have not acknowledged."""
    waiting = {each.told_at for each in tx.stores.alerts.of(record_id) if each.acknowledged_at is None}
    due = [told_at + tx.policy.requests.alert_acknowledged for told_at in sorted(waiting)]
    return [Moment(rule=ReminderRule.ALERT, at=at, limit_at=at) for at in due]


def surfaces(tx: Transaction, alert: Alert) -> list[Surface]:
    """The messages in which the people of the agency see it."""
    return [
        Surface(kind=SurfaceKind.ALERT, record_id=alert.id, place=direct(person.id))
        for person in tx.stores.people.requesters_of(alert.agency_id)
    ]


def unanswered(tx: Transaction, record: Record) -> None:
    """Tells who works on it which agencies have to be called."""
    told_before = tx.now - tx.policy.requests.alert_acknowledged
    for each in tx.stores.alerts.of(record.id):
        if each.acknowledged_at is None and each.told_at <= told_before:
            tx.show(_call(each, late=True), lane=Lane.ANSWER)


class Alerts:
    def __init__(self, ground: Ground) -> None:
        self._ground = ground

    @looking_again
    def acknowledge(self, asker: Person, alert_id: str) -> Record:
        """By somebody of the agency, or by an officer who heard it by telephone.

        Raises NotYet when it was acknowledged before, and Refusal, NoSuchRecord among them.
        """
        with self._ground.transaction(asker, "alert.acknowledge", alert_id) as tx:
            found, record = _seen(tx, alert_id)
            if not tx.may(Act.WORK) and (tx.person is None or tx.person.agency_id != found.agency_id):
                raise NoSuchRecord(lookup.CLICKED)
            if found.acknowledged_at is not None:
                raise NotYet("It was acknowledged already.")
            after = replace(
                found, acknowledged_at=tx.now, acknowledged_by=tx.actor, version=found.version + 1
            )
            tx.stores.alerts.save(after)
            tx.event(record.id, "alert_acknowledged", record.state, {"agency": found.agency_id})
            tx.audit("acknowledged_by")
            shown = [*surfaces(tx, after), _call(after), _call(after, late=True)]
            known = tx.stores.outbox.known({surface.key for surface in shown})
            card = Surface(kind=_CARDS[found.record_kind], record_id=record.id, place=DESK)
            tx.show(*(each for each in shown if each.key in known), card, lane=Lane.ANSWER)
            return record

    def facts(self, alert_id: str) -> AlertFacts | None:
        """What its message shows: no name of anybody it is about."""
        with self._ground.database.reading() as stores:
            found = stores.alerts.get(alert_id)
            record = lookup.kept(stores, found.record_kind, found.record_id) if found else None
            agency = stores.agencies.get(found.agency_id) if found else None
            if found is None or record is None:
                return None
            return AlertFacts(
                id=found.id,
                record_kind=found.record_kind,
                record_id=record.id,
                reference=record.reference,
                kind=None if isinstance(record, Notice) else record.kind,
                colour=record.colour if isinstance(record, Notice) else None,
                country=record.country,
                arrives_on=record.answers.get("arrives_on"),
                agency=agency.name if agency else found.agency_id,
                told_at=found.told_at,
                acknowledged_at=found.acknowledged_at,
                acknowledged_by=found.acknowledged_by,
                telephone=agency.telephone if agency else "",
                means=record.means if isinstance(record, Notice) else Means.NOTICE,
            )


def _seen(tx: Transaction, alert_id: str) -> tuple[Alert, Record]:
    tx.require(Act.SEE)
    found = tx.stores.alerts.get(alert_id)
    if found is None:
        raise NoSuchRecord(lookup.CLICKED)
    return found, lookup.clicked(tx, found.record_kind, found.record_id)


def _tell(tx: Transaction, made: Alert) -> None:
    shown = surfaces(tx, made)
    tx.show(*shown, lane=Lane.ANSWER)
    if not shown:
        tx.show(_call(made), lane=Lane.ANSWER)


def _call(each: Alert, *, late: bool = False) -> Surface:
    """To the desk: this agency has to be called. Late, it is said anew, since an edit notifies nobody."""
    return Surface(kind=SurfaceKind.ALERT_CALL, record_id=each.id, place=DESK, alarm=int(late))
