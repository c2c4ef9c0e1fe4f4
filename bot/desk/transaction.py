"""What one use case does in its transaction: checks, tells, shows, records and audits."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from bot.desk.ports import NewId
from bot.rules import permissions, reminders
from bot.rules.answers import Bounds
from bot.rules.errors import Refusal
from bot.rules.fields import earliest_today, latest_today
from bot.rules.moments import Moment
from bot.rules.permissions import Act
from bot.rules.policy import Policy
from storage.database import Stores
from storage.records.announcements import (
    Announcement,
    Place,
    RecordMoved,
    Surface,
    SurfaceKind,
    direct,
)
from storage.records.audit import AuditEntry
from storage.records.notices import Notice, RecordEvent
from storage.records.outbox import Lane
from storage.records.people import Actor, Person, PersonId
from storage.records.reminders import RecordKind, Reminder
from storage.records.requests import LiaisonRequest


@dataclass(frozen=True, slots=True, kw_only=True)
class Transaction:
    stores: Stores
    actor: Actor
    person: Person | None
    """None for an operator at the command line or the desk itself, who may do everything."""
    action: str
    subjects: list[str]
    """What it turned out to be about; the last is what a refusal is audited under."""
    now: datetime
    new_id: NewId
    policy: Policy
    zone: ZoneInfo
    """The desk's."""

    @property
    def bounds(self) -> Bounds:
        """What the answers of a form are measured by now."""
        return Bounds(
            earliest=earliest_today(self.now),
            latest=latest_today(self.now),
            limit=self.policy.text_limit,
            countries=self.stores.countries.known,
        )

    def about(self, subject: str) -> None:
        """Names the record that this is about, by reference."""
        self.subjects.append(subject)

    def may(self, act: Act, *, filed_by: PersonId | None = None, agency: str | None = None) -> bool:
        """Whether the asker's role allows it; with `filed_by` given, for that record."""
        if self.person is None:
            return True
        return permissions.may(self.person, act, record_filed_by=filed_by, record_agency=agency)

    def require(self, act: Act) -> None:
        """Raises Refusal, with a sentence, unless the asker's role allows the act."""
        if self.person is not None and (sentence := permissions.refusal(self.person, act)):
            raise Refusal(sentence)

    def can_answer(self, person: PersonId) -> bool:
        """Whether somebody named in a record or on the roster is still an officer of the desk."""
        known = self.stores.people.get(person)
        return known is not None and permissions.may(known, Act.ANSWER_PAGE)

    @property
    def is_supervisor(self) -> bool:
        return self.may(Act.OVERRIDE)

    def made_before(self, submission_key: str, record_id: str) -> str | None:
        """What this form of this person has made already; None when it comes for the first time."""
        key = f"{self.action}:{self.actor}:{submission_key}"
        return self.stores.submissions.claim(key, record_id, self.now)

    def audit(self, *fields: str) -> None:
        """Writes the act down, with the names of the fields that it read or set, never their values."""
        self.stores.audit.add(
            AuditEntry(
                at=self.now, actor=self.actor, action=self.action, subject=self.subjects[-1], fields=fields
            )
        )

    def event(self, record_id: str, step: str, state: str, evidence: Mapping[str, str] | None = None) -> None:
        self.stores.events.add(
            RecordEvent(
                record_id=record_id,
                at=self.now,
                actor=self.actor,
                step=step,
                state=state,
                evidence=evidence or {},
            )
        )

    def say(
        self, announcement: Announcement, *, place: Place, lane: Lane, once_key: str, record_key: str
    ) -> bool:
        """False: something with this key was said already."""
        return self.stores.outbox.say(
            announcement,
            place=place,
            lane=lane,
            once_key=once_key,
            record_key=record_key,
            now=self.now,
            id=self.new_id(),
        )

    def tell_moved(
        self, kind: RecordKind, record: LiaisonRequest | Notice, *, filer_too: bool = True
    ) -> None:
        """Tells the officer who has it that a record has moved, and the filer; not whoever moved it."""
        owner = record.owner if record.owner and self.can_answer(record.owner) else None
        # An operator who imported it has no messages.
        filer = record.filed_by if filer_too and not permissions.trusted(Actor(record.filed_by)) else None
        people = {each for each in (owner, filer) if each}
        moved = RecordMoved(
            record_kind=kind,
            record_id=record.id,
            reference=record.reference,
            state=record.state,
            by=self.actor,
        )
        for person in sorted(people - {PersonId(self.actor)}):
            self.say(
                moved,
                place=direct(person),
                lane=Lane.ANSWER,
                once_key=f"moved:{record.id}:{record.version}:{person}",
                record_key=record.id,
            )

    def show(self, *surfaces: Surface, lane: Lane) -> None:
        """Brings surfaces up to date, or posts them for the first time."""
        self.stores.outbox.show(surfaces, lane=lane, now=self.now, new_id=self.new_id)

    def show_homes(self, people: Iterable[PersonId | None]) -> None:
        """Brings the App Homes of these people up to date, as far as they were ever opened."""
        wanted = {
            Surface(kind=SurfaceKind.HOME, record_id=person, place=direct(person))
            for person in people
            if person is not None
        }
        if not wanted:
            return
        known = self.stores.outbox.known({surface.key for surface in wanted})
        homes = sorted((each for each in wanted if each.key in known), key=lambda each: each.key)
        self.show(*homes, lane=Lane.CARD)

    def remind(
        self,
        kind: RecordKind,
        record: LiaisonRequest | Notice,
        moments: Iterable[Moment],
        *,
        keeps_step: bool = False,
    ) -> None:
        """Replaces what the record is reminded of by these moments, except one that was seen to already.

        With `keeps_step` its next step is owed as before: what is pending about it stays, as does a snooze.
        """
        store = self.stores.reminders
        done = store.done_of(record.id)
        wanted: dict[object, Moment] = {
            (each.rule, each.about, each.at, each.stage, each.limit_at): each
            for each in moments
            if (each.rule, each.about, each.at) not in done
            and not (keeps_step and reminders.is_of_step(each.rule, each.about))
        }
        for pending in store.pending(record.id):
            key = (pending.rule, pending.about, pending.due_at, pending.stage, pending.limit_at)
            same = pending.state == record.state and wanted.pop(key, None) is not None
            if not same and not (keeps_step and reminders.stays(pending)):
                store.cancel(pending.id)
        store.add(*(self.reminder(kind, record, each) for each in wanted.values()))

    def reminder(self, kind: RecordKind, record: LiaisonRequest | Notice, moment: Moment) -> Reminder:
        """What is to be kept of one moment of a record in its state."""
        return Reminder(
            id=self.new_id(),
            record_kind=kind,
            record_id=record.id,
            rule=moment.rule,
            state=record.state,
            due_at=moment.at,
            stage=moment.stage,
            about=moment.about,
            limit_at=moment.limit_at,
        )
