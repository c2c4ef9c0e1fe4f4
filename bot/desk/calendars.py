"""Calendars: taken into the roster, read again and again, and the roster given out as one."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from bot.desk import rota
from bot.desk.changing import ROSTER, changing
from bot.desk.ground import Ground
from bot.desk.transaction import Transaction
from bot.rules.errors import DeskError
from bot.rules.permissions import Act
from bot.rules.rota import ical, layers
from bot.rules.rota.ical import OnDuty, Reading
from storage.records.announcements import ONCALL, CalendarTrouble
from storage.records.calendars import Calendar
from storage.records.outbox import Lane
from storage.records.people import SYSTEM, Actor, PersonId, Role
from storage.records.roster import Shift, ShiftKind, Tier

_NAME = re.compile(r"[a-z0-9][a-z0-9-]{0,39}")
MOST_DAYS = 400


@dataclass(frozen=True, slots=True, kw_only=True)
class Taken:
    """What came of reading a calendar."""

    shifts: int
    mistakes: Sequence[str]
    """Events that were left out, or that overlap."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """Where a calendar comes from, and for whom it speaks."""

    tier: Tier
    url: str | None
    """None: a file, which is read once."""


class Calendars:
    def __init__(self, ground: Ground) -> None:
        self._ground = ground

    def take_in(
        self, asker: Actor, name: str, source: Source, reading: Reading, *, only_check: bool = False
    ) -> Taken:
        """Its shifts, in place of those that it had before. Events that name no officer are left out.

        Raises DeskError for the name, and Refusal.
        """
        if _NAME.fullmatch(name) is None:
            raise DeskError("Name the calendar in small letters, digits and hyphens, such as night-shift.")
        with self._ground.transaction(asker, "roster.import", f"calendar:{name}") as tx:
            tx.require(Act.GIVE_DUTY)
            shifts, mistakes = _shifts(tx, name, source.tier, reading)
            if not only_check:
                before = tx.stores.calendars.get(name)
                calendar = Calendar(
                    name=name,
                    url=source.url,
                    tier=source.tier,
                    added_at=before.added_at if before else tx.now,
                    added_by=before.added_by if before else asker,
                    read_at=tx.now,
                    next_at=tx.now + tx.policy.roster.refresh if source.url else None,
                    error=" ".join(mistakes) or None,
                )
                _keep(tx, calendar, shifts)
            return Taken(shifts=len(shifts), mistakes=mistakes)

    def refreshed(self, name: str, reading: Reading) -> None:
        """It was read again; nothing, when it was forgotten meanwhile."""
        with self._ground.transaction(SYSTEM, "roster.refresh", f"calendar:{name}") as tx:
            calendar = tx.stores.calendars.get(name)
            if calendar is None:
                return
            shifts, mistakes = _shifts(tx, name, calendar.tier, reading)
            _tell(tx, calendar, mistakes, is_read=True)
            _keep(tx, replace(calendar, read_at=tx.now, error=" ".join(mistakes) or None), shifts)

    def next_due(self) -> datetime | None:
        """When one is to be read again."""
        with self._ground.database.reading() as stores:
            return stores.calendars.next_due()

    def take_due(self) -> Calendar | None:
        """One that is to be read now, by whoever asks; None: none is, or another process reads it."""
        if not self._ground.is_due(self.next_due()):
            return None
        with self._ground.transaction(SYSTEM, "roster.refresh", wakes=False) as tx:
            return tx.stores.calendars.take_due(tx.now, tx.now + tx.policy.roster.refresh)

    def failed(self, name: str, why: str) -> None:
        """It could not be read. What it said before stays, and the desk hears of it once."""
        with self._ground.transaction(SYSTEM, "roster.refresh", f"calendar:{name}") as tx:
            calendar = tx.stores.calendars.get(name)
            if calendar is not None:
                tx.stores.calendars.save(replace(calendar, error=why))
                _tell(tx, calendar, [why], is_read=False)

    def all(self, asker: Actor) -> Sequence[Calendar]:
        """Raises Refusal."""
        with self._ground.reading(asker, "roster.read") as tx:
            tx.require(Act.GIVE_DUTY)
            return tx.stores.calendars.all()

    def forget(self, asker: Actor, name: str) -> None:
        """Its shifts to come go with it. Raises DeskError when there is none of this name, and Refusal."""
        with self._ground.transaction(asker, "roster.forget", f"calendar:{name}") as tx:
            tx.require(Act.GIVE_DUTY)
            with changing(tx):
                tx.stores.roster.replace_written(name, (), since=tx.now)
                known = tx.stores.calendars.remove(name)
            if not known:
                raise DeskError(f"There is no calendar “{name}”. `oncall calendars` lists them.")
            tx.audit("shifts")

    def roster(self, asker: Actor, days: int) -> tuple[Sequence[OnDuty], datetime]:
        """Who has the desk in the days to come, and now. Raises DeskError for the days, and Refusal."""
        if not 0 < days <= MOST_DAYS:
            raise DeskError(f"Give a number of days from 1 to {MOST_DAYS}.")
        with self._ground.reading(asker, "roster.export") as tx:
            tx.require(Act.ASK_ON_CALL)
            end = tx.now + timedelta(days=days)
            ahead = rota.read(tx, tx.now, end)
            found = [
                OnDuty(
                    id=f"{each.claim.id}-{tier}-{each.starts_at:%Y%m%dT%H%M%S}",
                    person=each.claim.person,
                    tier=tier,
                    starts_at=each.starts_at,
                    ends_at=each.ends_at,
                )
                for tier in Tier
                for each in layers.spells(ahead, tx.now, end, tier)
                if each.claim
            ]
            return found, tx.now


def _keep(tx: Transaction, calendar: Calendar, shifts: Sequence[Shift]) -> None:
    """The same shifts again are no change."""
    standing = tx.stores.roster.written(calendar.name, since=tx.now)
    tx.stores.calendars.save(calendar)
    if [_told(each) for each in standing] != [_told(each) for each in shifts]:
        with changing(tx):
            tx.stores.roster.replace_written(calendar.name, shifts, since=tx.now)
        tx.audit("shifts")


def _told(shift: Shift) -> tuple[PersonId, Tier, datetime, datetime]:
    return shift.person, shift.tier, shift.starts_at, shift.ends_at


def _shifts(tx: Transaction, name: str, tier: Tier, reading: Reading) -> tuple[list[Shift], tuple[str, ...]]:
    officers = [each.id for each in tx.stores.people.with_role(Role.OFFICER, Role.SUPERVISOR)]
    known: list[tuple[ical.Entry, PersonId]] = []
    mistakes = list(reading.mistakes)
    for entry in reading.entries:
        found = ical.named(entry, officers)
        if found.person is None:
            mistakes.append(found.mistake)
        else:
            known.append((entry, found.person))
    mistakes += ical.overlaps(known)
    shifts = [
        Shift(
            id=tx.new_id(),
            person=person,
            starts_at=entry.starts_at,
            ends_at=entry.ends_at,
            entered_at=tx.now,
            entered_by=tx.actor,
            kind=ShiftKind.WRITTEN,
            tier=tier,
            source=name,
        )
        for entry, person in known
    ]
    return shifts, ical.shortened(mistakes)


def _tell(tx: Transaction, before: Calendar, mistakes: Sequence[str], *, is_read: bool) -> None:
    """Once for each thing that is wrong, and not each time that it is read."""
    if mistakes and " ".join(mistakes) != before.error:
        tx.say(
            CalendarTrouble(name=before.name, mistakes=len(mistakes), is_read=is_read),
            place=ONCALL,
            lane=Lane.ANSWER,
            once_key=f"calendar:{tx.new_id()}",
            record_key=ROSTER,
        )
