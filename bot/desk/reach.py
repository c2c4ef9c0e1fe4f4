"""Reach beyond Slack: whose addresses are known, and which of them a page is to use when."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from bot.desk.ground import Ground
from bot.desk.transaction import Transaction
from bot.rules.contacts import kept_address
from bot.rules.errors import DeskError
from bot.rules.permissions import Act
from storage.database import Stores
from storage.records.announcements import TELLS_A_PERSON, direct
from storage.records.escalations import Escalation
from storage.records.people import Actor, Person, PersonId
from storage.records.reach import DESK_ITSELF, Contact, Owner, Reach, Way


def plan(tx: Transaction, told: Sequence[tuple[Escalation, Owner]]) -> None:
    """A row for each address of those who were told just now; the desk's own addresses are due at once."""
    contacts = tx.stores.reach.contacts({owner for _, owner in told}) if told else []
    of_owner: dict[Owner, list[Contact]] = {}
    for contact in contacts:
        of_owner.setdefault(contact.owner, []).append(contact)
    tx.stores.reach.add_all(
        [
            Reach(
                id=tx.new_id(),
                escalation_id=escalation.id,
                owner=owner,
                way=contact.way,
                told_at=tx.now,
                due_at=_first_due(tx, owner),
            )
            for escalation, owner in told
            for contact in of_owner.get(owner, ())
        ]
    )


def _first_due(tx: Transaction, owner: Owner) -> datetime:
    return tx.now if owner == DESK_ITSELF else tx.now + tx.policy.reach.slack_within


def slack_has_taken_it(stores: Stores, planned: Reach) -> bool:
    """Whether Slack took the message to this person since the ladder told them."""
    place = direct(PersonId(planned.owner))
    return any(
        taken.at is not None and taken.due_at >= planned.told_at
        for taken in stores.outbox.taken(planned.escalation_id).values()
        if taken.surface.place == place and taken.surface.kind in TELLS_A_PERSON
    )


class Contacts:
    """Where people can be told beyond Slack. Only supervisors and operators see and change it."""

    def __init__(self, ground: Ground) -> None:
        self._ground = ground

    def set(self, asker: Person | Actor, owner: Owner, way: Way, address: str) -> Contact:
        """In the place of the owner's former address for this way.

        Raises InvalidForm for the address, Refusal, and DeskError for somebody who is no officer.
        """
        with self._ground.transaction(asker, "contact.set", owner) as tx:
            tx.require(Act.SET_CONTACTS)
            if owner != DESK_ITSELF and not tx.can_answer(PersonId(owner)):
                raise DeskError(f"{owner} is no officer of this desk, so no page would use the address.")
            contact = Contact(
                owner=owner, way=way, address=kept_address(way, address), set_at=tx.now, set_by=tx.actor
            )
            tx.stores.reach.set_contact(contact)
            tx.audit(way)
            return contact

    def remove(self, asker: Person | Actor, owner: Owner, way: Way) -> None:
        """Raises DeskError when there is none, and Refusal."""
        with self._ground.transaction(asker, "contact.remove", owner) as tx:
            tx.require(Act.SET_CONTACTS)
            if not tx.stores.reach.remove_contact(owner, way):
                raise DeskError(f"{owner} has no address for {way}.")
            tx.audit(way)

    def listed(self, asker: Person | Actor, owner: Owner | None = None) -> list[Contact]:
        """Of one owner, or of all. Raises Refusal."""
        with self._ground.reading(asker, "contact.read", owner or "") as tx:
            tx.require(Act.SET_CONTACTS)
            return tx.stores.reach.contacts(None if owner is None else {owner})

    def proved(self, asker: Person | Actor, contact: Contact) -> None:
        """A test message went out by it."""
        with self._ground.transaction(asker, "contact.test", contact.owner) as tx:
            known = tx.stores.reach.contact(contact.owner, contact.way)
            if known is not None and known.address == contact.address:
                tx.stores.reach.set_contact(replace(known, proved_at=tx.now))
            tx.audit(contact.way)
