"""The desk's floor: its people by name, and what the outbox and the audit trail hold, in short words."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from bot.desk.desk import Desk
from bot.desk.facts import Opened
from bot.desk.request_facts import Filed
from bot.rules.criteria import CRITERIA
from bot.rules.kinds import outcomes
from storage.database import Database
from storage.records.alerts import Alert
from storage.records.announcements import ALARMS, Place, Surface
from storage.records.audit import AuditEntry, Outcome
from storage.records.disclosures import Disclosure
from storage.records.escalations import Escalation, EscalationId, EscalationState
from storage.records.notices import Colour, Notice, NoticeId
from storage.records.outbox import Lane, Posted, Waiting
from storage.records.people import Actor, Person, PersonId, Role
from storage.records.requests import Direction, LiaisonRequest, Priority, RequestId
from tests.desk.around import CountingIds, FrozenClock
from tests.notice_samples import RECEIVED
from tests.rules.examples import a_notice_form, a_request_form

OPERATOR = Actor("operator:root")
ALL_SEVEN = ",".join(code for code, _ in CRITERIA)

OFFICER = Person(id=PersonId("UOFFICER"), role=Role.OFFICER)
SECOND = Person(id=PersonId("USECOND"), role=Role.OFFICER)
SUPERVISOR = Person(id=PersonId("USUPER"), role=Role.SUPERVISOR)
AUDITOR = Person(id=PersonId("UAUDIT"), role=Role.AUDITOR)
REQUESTER = Person(id=PersonId("UREQ"), role=Role.REQUESTER)
ADMITTED = Person(id=PersonId("T9/UADM"), role=Role.REQUESTER, agency_id="harbor-city-police", outside=True)
NEWCOMER = Person(id=PersonId("UNEW"))
STRANGER = Person(id=PersonId("T9/USTRANGE"), outside=True)
LEFT = Person(id=PersonId("ULEFT"), role=Role.OFFICER, deactivated=True)
ROBOT = Person(id=PersonId("UBOT"), role=Role.OFFICER, is_bot=True)

STAFF = (OFFICER, SECOND, SUPERVISOR, AUDITOR, REQUESTER, ADMITTED, NEWCOMER, STRANGER, LEFT, ROBOT)


@dataclass(frozen=True, slots=True, kw_only=True)
class Floor:
    desk: Desk
    database: Database
    clock: FrozenClock
    new_id: CountingIds

    def hire(self) -> None:
        with self.database.transaction() as stores:
            for person in STAFF:
                stores.people.save(person)

    def change(self, person: Person, **changes: Any) -> None:
        """Slack or a supervisor changed somebody since the last click."""
        with self.database.transaction() as stores:
            stores.people.save(replace(person, **changes))

    def file(self, asker: Person = REQUESTER, key: str = "k", **changes: Any) -> Filed:
        return self.desk.requests.file(asker, a_request_form(**changes), key)

    def file_request(self, asker: Person = REQUESTER, key: str = "k", **changes: Any) -> LiaisonRequest:
        return self.file(asker, key, **changes).request

    def file_another(self, asker: Person = REQUESTER, key: str = "k", **changes: Any) -> LiaisonRequest:
        """On somebody of another name and with another case number for each key: like no other request."""
        return self.file_request(
            asker, key, **{"family_name": f"Example-{key}", "agency_case": f"EX-{key}", **changes}
        )

    def take(self, asker: Person, request: LiaisonRequest, name: str, **answers: str) -> LiaisonRequest:
        """Takes a step of a request as it is now."""
        return self.desk.requests.step(asker, request.id, name, answers)

    def close(
        self, asker: Person, request: LiaisonRequest, outcome: str = "", note: str = ""
    ) -> LiaisonRequest:
        """With the first of its kind's own endings unless another is named."""
        ending = outcome or outcomes(request.kind)[0][0]
        return self.take(asker, request, "close", outcome=ending, note=note)

    def claimed(self, key: str = "k", **changes: Any) -> LiaisonRequest:
        """A request that the officer has."""
        return self.desk.requests.claim(OFFICER, self.file_another(key=key, **changes).id)

    def accepted(self, **changes: Any) -> LiaisonRequest:
        return self.take(OFFICER, self.claimed(**changes), "accept", criteria=ALL_SEVEN)

    def transmitted(self, **changes: Any) -> LiaisonRequest:
        """A request that the other side has."""
        return self.take(OFFICER, self.accepted(**changes), "transmit", **self.a_message())

    def a_message(self, **changes: str) -> dict[str, str]:
        """What is said of a message that went out today."""
        answers = {
            "message_reference": "IPW 1",
            "sent_on": self.today.isoformat(),
            "content": "request",
            "authority": "requesting_agency",
            "requirements": "looked_at",
        }
        return answers | changes

    def file_notice(
        self, asker: Person = REQUESTER, colour: Colour = Colour.RED, key: str = "k", **changes: Any
    ) -> Notice:
        """One of which nothing is missing."""
        return self.desk.notices.file(asker, a_notice_form(colour, **changes), key).notice

    def step(
        self, asker: Person, notice: Notice, name: str, answers: Mapping[str, str] | None = None
    ) -> Notice:
        return self.desk.notices.step(asker, notice.id, name, answers or {})

    def approved(self, colour: Colour = Colour.RED, key: str = "k", **changes: Any) -> Notice:
        """A notice that a second pair of eyes has approved; the officer's."""
        notice = self.file_notice(colour=colour, key=key, **changes)
        self.step(OFFICER, notice, "claim")
        if colour is Colour.RED:
            self.step(OFFICER, notice, "legal_review", {"reviewer": "Example prosecutor"})
        return self.step(SUPERVISOR, notice, "approve", {"criteria": ALL_SEVEN})

    def sent(self, colour: Colour = Colour.RED, key: str = "k", **changes: Any) -> Notice:
        """A notice that the General Secretariat has."""
        return self.step(OFFICER, self.approved(colour, key, **changes), "send", self.a_letter())

    def a_letter(self) -> dict[str, str]:
        """What is said of a message that went out today."""
        return {"message_reference": "IPW 1", "sent_on": self.today.isoformat()}

    def published(self, colour: Colour = Colour.RED, number: str = "A-1/3-2026", **changes: Any) -> Notice:
        answers = {"control_number": number, "published_on": self.today.isoformat()}
        return self.step(OFFICER, self.sent(colour, **changes), "publish", answers)

    def received(self, colour: Colour = Colour.RED, key: str = "k", **changes: Any) -> Notice:
        """Another country's notice, recorded by the officer."""
        return self.file_notice(
            OFFICER, colour, key, direction=Direction.INCOMING, answers={**RECEIVED, **changes}
        )

    def page(self, asker: Person | None = REQUESTER, key: str = "p", **changes: Any) -> Opened:
        wanted: dict[str, Any] = {
            "actor": Actor(asker.id) if asker else OPERATOR,
            "reference_words": None,
            "words": "Please call back.",
            "priority": Priority.URGENT,
            "submission_key": key,
        }
        return self.desk.escalations.open(asker, **(wanted | changes))

    def acknowledge(self, person: Person, page_id: str) -> Escalation:
        return self.desk.escalations.acknowledge(Actor(person.id), EscalationId(page_id))

    def exhausted(self, reference_words: str | None = None) -> Escalation:
        """A page that nobody answered; nobody is on duty, so it begins with the supervisors."""
        page = self.page(key="spent", reference_words=reference_words).page
        for minutes in (5, 10):
            self.clock.advance(minutes=minutes)
            self.desk.escalations.sweep()
        with self.database.reading() as stores:
            found = stores.escalations.get(EscalationId(page.id))
        assert found is not None
        assert found.state is EscalationState.EXHAUSTED
        return found

    def on_duty(self, person: Person = OFFICER, hours: float = 8) -> None:
        self.desk.roster.take(OPERATOR, person.id, hours)

    @property
    def today(self) -> date:
        return self.clock.now().date()

    def waiting(self, *, alarms_stand: bool = True) -> list[Waiting]:
        """What is to be told, the most urgent first; it is told now. Alarms may be taken down by that."""
        now = self.clock.now()
        with self.database.transaction() as stores:
            everything: list[Waiting] = []
            while rows := stores.outbox.claim(
                now=now, lease_until=now, lanes=tuple(Lane), held=frozenset(), limit=50
            ):
                everything += rows
                for row in rows:
                    stands = alarms_stand or not (isinstance(row.what, Surface) and row.what.kind in ALARMS)
                    posted = Posted(channel=row.place, ts=row.id) if stands else None
                    stores.outbox.settle(row, now=now, posted=posted)
        return everything

    def told(self) -> list[str]:
        """The same in short words: `RecordMoved -> dm:UREQ`, `page -> oncall`."""
        return sorted(_in_short(row.what, row.place) for row in self.waiting())

    def told_anew(self) -> list[str]:
        """As `told`, without what stands in Slack already and is edited or taken down."""
        return sorted(_in_short(row.what, row.place) for row in self.waiting() if row.posted is None)

    def told_by(self, kind: type) -> list[Any]:
        return [row.what for row in self.waiting() if isinstance(row.what, kind)]

    def audited(self, subject: str) -> list[tuple[str, str]]:
        """Who did what to this, newest first."""
        return [(entry.actor, entry.action) for entry in self.trail(subject)]

    def refused(self, subject: str) -> list[tuple[str, str]]:
        return [
            (entry.actor, entry.action) for entry in self.trail(subject) if entry.outcome is Outcome.REFUSED
        ]

    def trail(self, subject: str) -> list[AuditEntry]:
        with self.database.reading() as stores:
            return stores.audit.of(subject, 100)

    def request(self, request_id: RequestId) -> LiaisonRequest:
        """As it is now; nobody is asked whether they may see it."""
        with self.database.reading() as stores:
            found = stores.requests.get(request_id)
        assert found is not None
        return found

    def log(self, record: LiaisonRequest | Notice) -> list[Disclosure]:
        """What left the desk in this matter."""
        with self.database.reading() as stores:
            return list(stores.disclosures.of(record.id))

    def alerts(self, record: LiaisonRequest | Notice) -> list[Alert]:
        with self.database.reading() as stores:
            return stores.alerts.of(record.id)

    def notice(self, notice_id: NoticeId) -> Notice:
        with self.database.reading() as stores:
            found = stores.notices.get(notice_id)
        assert found is not None
        return found


def _in_short(what: object, place: Place) -> str:
    name = what.kind.value if isinstance(what, Surface) else type(what).__name__
    return f"{name} -> {place}"
