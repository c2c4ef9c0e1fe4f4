"""The roster: who has the desk, who comes next, and taking it over."""

from dataclasses import replace
from datetime import timedelta

from bot.desk import rota
from bot.desk.changing import changing
from bot.desk.facts import OnCall
from bot.desk.ground import Ground
from bot.desk.roster_facts import RosterRow, Week
from bot.desk.transaction import Transaction
from bot.rules import business_days, roster
from bot.rules.errors import DeskError
from bot.rules.escalations import Watch
from bot.rules.fields import HOME_COUNTRY
from bot.rules.permissions import Act
from bot.rules.rota import layers
from bot.rules.rota.layers import Spell
from storage.records.people import Actor, Person, PersonId
from storage.records.roster import Tier

SHOWN = timedelta(days=7)


def on_call(tx: Transaction) -> OnCall:
    """Who has the desk and who comes next, of those who are still its officers."""
    outlook = roster.outlook(rota.read(tx, tx.now, tx.now + roster.AHEAD), tx.now)
    return OnCall(
        on_duty=outlook.on_duty,
        until=outlook.until,
        next_person=outlook.next_person,
        next_from=outlook.next_from,
        gone=outlook.gone,
        second=outlook.second,
    )


def watch(tx: Transaction) -> Watch:
    """Whom a page can tell at this moment. Whoever stands behind the first is the next that it tells."""
    now = on_call(tx)
    behind = now.second if now.second != now.on_duty else None
    roles = {step.role for ladder in tx.policy.ladders.values() for step in ladder if step.role}
    people = tx.stores.people.with_role(*roles) if roles else []
    return Watch(
        on_duty=now.on_duty,
        next_person=behind or now.next_person,
        gone=now.gone,
        roles={role: tuple(person.id for person in people if person.role is role) for role in roles},
    )


def week(tx: Transaction) -> Week:
    """Now, next, and the seven days to come, for whoever asks."""
    until = tx.now + SHOWN
    ahead = rota.read(tx, tx.now, until)
    return Week(
        oncall=on_call(tx),
        first=rows(tx, layers.spells(ahead, tx.now, until)),
        second=rows(tx, layers.spells(ahead, tx.now, until, Tier.SECOND)),
        may_take=tx.may(Act.TAKE_DUTY),
        may_edit=tx.may(Act.GIVE_DUTY),
        is_kept=tx.stores.roster.is_kept(),
        rotation=tx.stores.roster.rotation_of(Tier.FIRST),
    )


class Roster:
    def __init__(self, ground: Ground) -> None:
        self._ground = ground

    def now(self, asker: Person | Actor) -> OnCall:
        """Raises Refusal for people from outside."""
        with self._ground.reading(asker, "roster.read") as tx:
            tx.require(Act.ASK_ON_CALL)
            return on_call(tx)

    def week(self, asker: Person | Actor) -> Week:
        """Now, next, and the seven days to come. Raises Refusal for people from outside."""
        with self._ground.reading(asker, "roster.read") as tx:
            tx.require(Act.ASK_ON_CALL)
            return week(tx)

    def take(self, asker: Person | Actor, person: PersonId, hours: float | None = None) -> OnCall:
        """Gives somebody the desk from now on: for `hours`, or until the next shift, eight hours at most.

        Raises Refusal, InvalidForm for the hours, and DeskError for somebody who is no officer.
        """
        with self._ground.transaction(asker, "roster.take", person) as tx:
            tx.require(Act.TAKE_DUTY if tx.actor == Actor(person) else Act.GIVE_DUTY)
            if not tx.can_answer(person):
                raise DeskError("Only officers and supervisors can have the desk.")
            with changing(tx):
                ends_at = roster.shift_end(tx.now, hours, on_call(tx).next_from)
                rota.add_override(tx, person, Tier.FIRST, tx.now, ends_at)
            tx.audit("person", "ends_at")
            brief = next(iter(tx.stores.handovers.latest(1)), None)
            waits = brief and brief.incoming == person and brief.acknowledged_at is None
            return replace(on_call(tx), acknowledge_by=brief.acknowledge_by if brief and waits else None)


def rows(tx: Transaction, spells: tuple[Spell, ...]) -> tuple[RosterRow, ...]:
    """With the holidays in each."""
    return tuple(
        RosterRow(
            starts_at=each.starts_at,
            ends_at=each.ends_at,
            person=each.person,
            layer=each.claim.layer if each.claim else None,
            holidays=business_days.holidays_between(each.starts_at, each.ends_at, HOME_COUNTRY, tx.zone),
            gone=each.gone,
        )
        for each in spells
    )
