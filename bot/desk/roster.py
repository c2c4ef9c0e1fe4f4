"""The roster: who has the desk, who comes next, and taking it over."""

from bot.desk.facts import OnCall
from bot.desk.ground import Ground
from bot.desk.transaction import Transaction
from bot.rules import roster
from bot.rules.errors import DeskError
from bot.rules.escalations import Watch
from bot.rules.permissions import Act
from storage.records.people import Actor, Person, PersonId
from storage.records.roster import Shift


def on_call(tx: Transaction) -> OnCall:
    """Who has the desk and who comes next, of those who are still its officers."""
    shifts = tx.stores.roster.between(tx.now, tx.now + roster.AHEAD)
    fit = {person for person in {shift.person for shift in shifts} if tx.can_answer(person)}
    outlook = roster.outlook([shift for shift in shifts if shift.person in fit], tx.now)
    return OnCall(
        on_duty=outlook.on_duty,
        until=outlook.until,
        next_person=outlook.next_person,
        next_from=outlook.next_from,
        gone=None if outlook.on_duty else roster.on_duty(shifts, tx.now),
    )


def watch(tx: Transaction) -> Watch:
    """Whom a page can tell at this moment."""
    now = on_call(tx)
    roles = {step.role for ladder in tx.policy.ladders.values() for step in ladder if step.role}
    people = tx.stores.people.with_role(*roles) if roles else []
    return Watch(
        on_duty=now.on_duty,
        next_person=now.next_person,
        gone=now.gone,
        roles={role: tuple(person.id for person in people if person.role is role) for role in roles},
    )


class Roster:
    def __init__(self, ground: Ground) -> None:
        self._ground = ground

    def now(self, asker: Person | Actor) -> OnCall:
        """Raises Refusal for people from outside."""
        with self._ground.reading(asker, "roster.read") as tx:
            tx.require(Act.ASK_ON_CALL)
            return on_call(tx)

    def take(self, asker: Person | Actor, person: PersonId, hours: float | None = None) -> OnCall:
        """Gives somebody the desk from now on: for `hours`, or until the next shift, eight hours at most.

        Raises Refusal, InvalidForm for the hours, and DeskError for somebody who is no officer.
        """
        with self._ground.transaction(asker, "roster.take", person) as tx:
            tx.require(Act.TAKE_DUTY if tx.actor == Actor(person) else Act.GIVE_DUTY)
            if not tx.can_answer(person):
                raise DeskError("Only officers and supervisors can have the desk.")
            before = on_call(tx)
            ends_at = roster.shift_end(tx.now, hours, before.next_from)
            tx.stores.roster.add(
                Shift(
                    id=tx.new_id(),
                    person=person,
                    starts_at=tx.now,
                    ends_at=ends_at,
                    entered_at=tx.now,
                    entered_by=tx.actor,
                )
            )
            tx.audit("person", "ends_at")
            tx.show_homes(known.id for known in tx.stores.people.all())
            return on_call(tx)
