"""People: who is known, who has which role, and who from outside is admitted."""

from collections.abc import Iterable
from dataclasses import replace

from bot.desk.changing import changing
from bot.desk.ground import Ground
from bot.desk.transaction import Transaction
from bot.rules import permissions
from bot.rules.errors import DeskError
from bot.rules.permissions import Act
from storage.records.announcements import FilesRefused, direct
from storage.records.outbox import Lane
from storage.records.people import SYSTEM, Actor, Person, PersonId, Role


class People:
    def __init__(self, ground: Ground) -> None:
        self._ground = ground

    def known(self, person_id: PersonId) -> Person | None:
        with self._ground.database.reading() as stores:
            return stores.people.get(person_id)

    def learn(
        self, *, person_id: PersonId, outside: bool, deactivated: bool, is_bot: bool, timezone: str
    ) -> Person:
        """Keeps what Slack told of somebody; role and agency are the desk's own and stay."""
        with self._ground.transaction(SYSTEM, "people.learn", person_id, wakes=False) as tx:
            person = replace(
                tx.stores.people.hold(person_id) or Person(id=person_id),
                outside=outside,
                deactivated=deactivated,
                is_bot=is_bot,
                timezone=timezone,
                checked_at=tx.now,
            )
            changed = _save(tx, person)
        if changed:
            self._ground.wake.soon()
        return person

    def grant(self, person_id: PersonId, role: Role, *, by: Actor) -> Person:
        """Raises Refusal unless a supervisor or operator asks, and DeskError for somebody from outside."""
        with self._ground.transaction(by, "people.grant", person_id) as tx:
            tx.require(Act.GRANT)
            person = _person(tx, person_id)
            if person.outside:
                raise DeskError(
                    f"{person_id} is from outside. Admit them as requester of one agency instead."
                )
            return _changed(tx, replace(person, role=role), "role")

    def revoke(self, person_id: PersonId, *, by: Actor) -> Person:
        """Takes role and agency away, at once. Raises Refusal, and DeskError for somebody unknown."""
        with self._ground.transaction(by, "people.revoke", person_id) as tx:
            tx.require(Act.GRANT)
            person = tx.stores.people.hold(person_id)
            if person is None:
                raise DeskError(f"The desk does not know {person_id}. `people list` shows whom it knows.")
            return _changed(tx, replace(person, role=None, agency_id=None), "role", "agency")

    def admit(self, person_id: PersonId, agency: str, *, by: Actor) -> Person:
        """Makes somebody requester of one agency, named by id or ORI.

        Raises Refusal, and DeskError for an agency that is not registered or a person of the desk.
        """
        with self._ground.transaction(by, "people.admit", person_id) as tx:
            tx.require(Act.GRANT)
            person = _person(tx, person_id)
            found = tx.stores.agencies.get(agency) or tx.stores.agencies.by_ori(agency.strip().upper())
            if found is None or found.removed_at is not None:
                raise DeskError(f"No agency is registered as “{agency}”. Give its id or its ORI.")
            if person.role not in {None, Role.REQUESTER}:
                raise DeskError(f"{person_id} works at this desk. Revoke that role first.")
            return _changed(tx, replace(person, role=Role.REQUESTER, agency_id=found.id), "role", "agency")

    def supervisors_from_settings(self, person_ids: Iterable[PersonId]) -> None:
        """The first supervisors; whoever is one already stays as they are."""
        for person_id in person_ids:
            with self._ground.transaction(SYSTEM, "people.grant", person_id) as tx:
                person = _person(tx, person_id)
                if person.role is not Role.SUPERVISOR:
                    _changed(tx, replace(person, role=Role.SUPERVISOR), "role")

    def file_refused(self, person: Person, once_key: str) -> None:
        """Tells somebody who shared a file what to do instead; once for each key."""
        with self._ground.transaction(person, "file.refuse", once_key) as tx:
            first = tx.say(
                FilesRefused(person=person.id),
                place=direct(person.id),
                lane=Lane.ANSWER,
                once_key=once_key,
                record_key=once_key,
            )
            if first:
                tx.audit()

    def everybody(self) -> tuple[Person, ...]:
        with self._ground.database.reading() as stores:
            return tuple(stores.people.all())

    def officers(self) -> tuple[Person, ...]:
        """Officers and supervisors who can act now."""
        with self._ground.database.reading() as stores:
            return tuple(stores.people.with_role(Role.OFFICER, Role.SUPERVISOR))


def _person(tx: Transaction, person_id: PersonId) -> Person:
    """Somebody to change. Whom Slack has not told of yet is from outside when the id says so."""
    return tx.stores.people.hold(person_id) or Person(id=person_id, outside="/" in person_id)


def _changed(tx: Transaction, person: Person, *fields: str) -> Person:
    _save(tx, person)
    tx.audit(*fields)
    tx.show_homes([person.id])
    return person


def _save(tx: Transaction, person: Person) -> bool:
    """Whether they come to the desk or leave it by this, which may change who has it."""
    if tx.can_answer(person.id) == permissions.may(person, Act.ANSWER_PAGE):
        tx.stores.people.save(person)
        return False
    with changing(tx):
        tx.stores.people.save(person)
    return True
