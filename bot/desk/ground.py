"""The ground of every use case: one transaction each, refusals audited, somebody woken after it."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from functools import wraps
from typing import ParamSpec, TypeVar
from zoneinfo import ZoneInfo

from bot.desk.ports import Clock, NewId, Wake
from bot.desk.transaction import Transaction
from bot.rules.errors import Overtaken, Refusal
from bot.rules.permissions import trusted
from bot.rules.policy import Policy
from storage.database import Database, StaleRecord, Stores
from storage.records.audit import AuditEntry, Outcome
from storage.records.people import Actor, Person, PersonId

Given = ParamSpec("Given")
Result = TypeVar("Result")

_TRIES = 3
STEP, REMINDER = "step", "reminder"
DESK_ZONE = ZoneInfo("America/New_York")


def unmeasured(_what: str, _seconds: float) -> None:
    """Nobody measures."""


@dataclass(slots=True, kw_only=True)
class Ground:
    database: Database
    clock: Clock
    new_id: NewId
    wake: Wake
    policy: Policy
    zone: ZoneInfo = DESK_ZONE
    """The desk's: in it days begin, and hours are quiet."""
    late: Callable[[str, float], None] = unmeasured
    """Hears by how many seconds a step or a reminder was late at its commit."""

    def follow(self, policy: Policy) -> None:
        """Another policy from now on; what is under way ends with the one that it began with."""
        self.policy = policy

    @contextmanager
    def transaction(
        self, asker: Person | Actor, action: str, subject: str = "", *, wakes: bool = True
    ) -> Iterator[Transaction]:
        """One use case that writes: all of it is saved, or nothing. Somebody is woken after the commit.

        A Refusal is written to the audit trail. Raises Overtaken when another change came in between.
        """
        subjects = [subject]
        try:
            with self.database.transaction() as stores:
                yield self._begun(stores, asker, action, subjects)
        except StaleRecord as stale:
            raise Overtaken from stale
        except Refusal:
            self._audit_refusal(asker, action, subjects[-1])
            raise
        if wakes:
            self.wake.soon()

    @contextmanager
    def reading(self, asker: Person | Actor, action: str, subject: str = "") -> Iterator[Transaction]:
        """One use case that only looks. A Refusal is written to the audit trail all the same."""
        subjects = [subject]
        try:
            with self.database.reading() as stores:
                yield self._begun(stores, asker, action, subjects)
        except Refusal:
            self._audit_refusal(asker, action, subjects[-1])
            raise

    def is_due(self, moment: datetime | None) -> bool:
        """Whether a sweep has something to do: an idle one neither writes nor wakes anybody."""
        return moment is not None and moment <= self.clock.now()

    def _begun(self, stores: Stores, asker: Person | Actor, action: str, subjects: list[str]) -> Transaction:
        return Transaction(
            stores=stores,
            actor=_actor(asker),
            person=_person(stores, asker),
            action=action,
            subjects=subjects,
            now=self.clock.now(),
            new_id=self.new_id,
            policy=self.policy,
            zone=self.zone,
        )

    def _audit_refusal(self, asker: Person | Actor, action: str, subject: str) -> None:
        with self.database.transaction() as stores:
            stores.audit.add(
                AuditEntry(
                    at=self.clock.now(),
                    actor=_actor(asker),
                    action=action,
                    subject=subject,
                    outcome=Outcome.REFUSED,
                )
            )


def looking_again(use_case: Callable[Given, Result]) -> Callable[Given, Result]:
    """Does a use case anew when another change came in between, so that the loser is told who has it."""

    @wraps(use_case)
    def tried(*args: Given.args, **kwargs: Given.kwargs) -> Result:
        for _ in range(_TRIES - 1):
            try:
                return use_case(*args, **kwargs)
            except Overtaken:
                continue
        return use_case(*args, **kwargs)

    return tried


def _actor(asker: Person | Actor) -> Actor:
    return Actor(asker.id) if isinstance(asker, Person) else asker


def _person(stores: Stores, asker: Person | Actor) -> Person | None:
    """The asker as the desk knows them at this moment: a role that was revoked a second ago is gone."""
    if isinstance(asker, Person):
        return stores.people.get(asker.id) or asker
    if trusted(asker):
        return None
    return stores.people.get(PersonId(asker)) or Person(id=PersonId(asker))
