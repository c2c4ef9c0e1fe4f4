"""The roster: who has the desk, who comes next, taking it over, and planning it."""

from dataclasses import replace
from datetime import datetime, timedelta

from bot.desk import rota
from bot.desk.changing import changing
from bot.desk.facts import OnCall
from bot.desk.ground import Ground
from bot.desk.roster_facts import Overrides, Preview, RosterRow, Scheduled, Week
from bot.desk.transaction import Transaction
from bot.rules import business_days, roster
from bot.rules.errors import DeskError, Overtaken
from bot.rules.escalations import Watch
from bot.rules.fields import HOME_COUNTRY
from bot.rules.permissions import Act
from bot.rules.rota import changes, entries, layers, troubles
from bot.rules.rota.entries import OverrideForm, Plan, RotationForm
from bot.rules.rota.layers import Roster as Layers
from bot.rules.rota.layers import Spell
from storage.records.people import Actor, Person, PersonId
from storage.records.roster import Rotation, Shift, Tier

SHOWN = timedelta(days=7)
PREVIEWED = timedelta(days=14)


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
            until = tx.now + SHOWN
            ahead = rota.read(tx, tx.now, until)
            return Week(
                oncall=on_call(tx),
                first=_rows(tx, layers.spells(ahead, tx.now, until)),
                second=_rows(tx, layers.spells(ahead, tx.now, until, Tier.SECOND)),
                may_take=tx.may(Act.TAKE_DUTY),
                may_edit=tx.may(Act.GIVE_DUTY),
                is_kept=tx.stores.roster.is_kept(),
            )

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
                _add_override(tx, person, Tier.FIRST, tx.now, ends_at)
            tx.audit("person", "ends_at")
            return on_call(tx)

    def scheduled(self, asker: Person, tier: Tier) -> Scheduled:
        """The rotation that goes on, to be edited. Raises Refusal for whoever is no supervisor."""
        with self._ground.reading(asker, "roster.plan") as tx:
            tx.require(Act.GIVE_DUTY)
            today = tx.now.astimezone(tx.zone).date()
            return Scheduled(tier=tier, rotation=tx.stores.roster.rotation_of(tier), today=today)

    def preview(self, asker: Person, form: RotationForm) -> Preview:
        """The next fourteen days by this rotation, and what changes for whom. Raises InvalidForm, Refusal."""
        with self._ground.reading(asker, "roster.plan") as tx:
            tx.require(Act.GIVE_DUTY)
            plan = _plan(tx, form)
            standing = tx.stores.roster.rotation_of(form.tier)
            until = tx.now + PREVIEWED
            before = rota.read(tx, tx.now, until)
            after = _with(before, _rotation(tx, form.tier, plan, standing))
            old, new = (layers.spells(each, tx.now, until, form.tier) for each in (before, after))
            return Preview(
                form=form,
                seen_version=standing.version if standing else 0,
                rows=_rows(tx, new),
                changes=changes.between(old, new),
                troubles=troubles.found(after, tx.now, until),
                until=until,
            )

    def schedule(self, asker: Person, form: RotationForm, seen_version: int) -> Week:
        """Saves a rotation as it was previewed; each officer whose shifts it changes is told.

        Raises InvalidForm, Overtaken when somebody else changed the rotation since, and Refusal.
        """
        with self._ground.transaction(asker, "roster.plan", f"rotation:{form.tier}") as tx:
            tx.require(Act.GIVE_DUTY)
            with changing(tx):
                standing = tx.stores.roster.rotation_of(form.tier)
                if seen_version != (standing.version if standing else 0):
                    raise Overtaken
                rotation = _rotation(tx, form.tier, _plan(tx, form), standing)
                if standing:
                    tx.stores.roster.save_rotation(rotation)
                else:
                    tx.stores.roster.add_rotation(rotation)
            tx.audit("people", "starts_on", "handover_at", "days")
        return self.week(asker)

    def end(self, asker: Person, tier: Tier) -> Week:
        """A rotation says nothing any more from now on. Raises DeskError when there is none, and Refusal."""
        with self._ground.transaction(asker, "roster.end", f"rotation:{tier}") as tx:
            tx.require(Act.GIVE_DUTY)
            with changing(tx):
                standing = tx.stores.roster.rotation_of(tier)
                if standing is None:
                    raise DeskError("There is no rotation to end.")
                ended = replace(standing, ends_at=tx.now, version=standing.version + 1)
                tx.stores.roster.save_rotation(ended)
            tx.audit("ends_at")
        return self.week(asker)

    def overrides(self, asker: Person) -> Overrides:
        """Those that run or are to come. Raises Refusal for whoever is no supervisor."""
        with self._ground.reading(asker, "roster.override") as tx:
            tx.require(Act.GIVE_DUTY)
            return _overrides(tx)

    def override(self, asker: Person, form: OverrideForm) -> Shift:
        """Puts somebody in for whoever has the desk by the rotation. Raises InvalidForm and Refusal."""
        with self._ground.transaction(asker, "roster.override", form.person) as tx:
            tx.require(Act.GIVE_DUTY)
            starts_at, ends_at = entries.override(form, tx.now, tx.zone, tx.can_answer)
            with changing(tx):
                shift = _add_override(tx, form.person, form.tier, starts_at, ends_at)
            tx.audit("person", "starts_at", "ends_at")
            return shift

    def remove(self, asker: Person, shift_id: str) -> Overrides:
        """Takes an override out. Raises DeskError when it is not there any more, and Refusal."""
        with self._ground.transaction(asker, "roster.remove", shift_id) as tx:
            tx.require(Act.GIVE_DUTY)
            with changing(tx):
                shift = tx.stores.roster.remove(shift_id)
            if shift is None:
                raise DeskError("This override is not there any more.")
            tx.about(shift.person)
            tx.audit("person", "starts_at", "ends_at")
            return _overrides(tx)


def _overrides(tx: Transaction) -> Overrides:
    found = tx.stores.roster.between(tx.now, tx.now + entries.FAR + entries.LONGEST_OVERRIDE)
    return Overrides(
        shifts=tuple(each for each in found if not each.source), today=tx.now.astimezone(tx.zone).date()
    )


def _add_override(
    tx: Transaction, person: PersonId, tier: Tier, starts_at: datetime, ends_at: datetime
) -> Shift:
    shift = Shift(
        id=tx.new_id(),
        person=person,
        tier=tier,
        starts_at=starts_at,
        ends_at=ends_at,
        entered_at=tx.now,
        entered_by=tx.actor,
    )
    tx.stores.roster.add(shift)
    return shift


def _plan(tx: Transaction, form: RotationForm) -> Plan:
    return entries.plan(form, tx.now.astimezone(tx.zone).date(), tx.can_answer)


def _rotation(tx: Transaction, tier: Tier, plan: Plan, standing: Rotation | None) -> Rotation:
    """The one that stands, changed, so that swaps of its turns stay; or a new one."""
    planned = Rotation(
        id=standing.id if standing else tx.new_id(),
        tier=tier,
        people=plan.people,
        starts_on=plan.starts_on,
        handover_at=plan.handover_at,
        days=plan.days,
        entered_at=tx.now,
        entered_by=tx.actor,
    )
    return replace(planned, version=standing.version + 1) if standing else planned


def _with(before: Layers, rotation: Rotation) -> Layers:
    others = [each for each in before.rotations if each.id != rotation.id]
    return replace(before, rotations=(*others, rotation))


def _rows(tx: Transaction, spells: tuple[Spell, ...]) -> tuple[RosterRow, ...]:
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
