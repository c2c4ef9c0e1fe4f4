"""Planning the roster: rotations with a preview, and overrides."""

from dataclasses import replace
from datetime import datetime

from bot.desk import rota
from bot.desk.changing import changing, seen_until
from bot.desk.ground import Ground
from bot.desk.roster import rows, week
from bot.desk.roster_facts import OverridePreview, Overrides, Preview, Scheduled, Week
from bot.desk.transaction import Transaction
from bot.rules.errors import DeskError, Overtaken
from bot.rules.permissions import Act
from bot.rules.rota import changes, entries, layers, troubles, turns
from bot.rules.rota.entries import OverrideForm, Plan, RotationForm
from bot.rules.rota.layers import Roster
from storage.records.people import Person
from storage.records.roster import Rotation, Shift, Tier


class Planning:
    def __init__(self, ground: Ground) -> None:
        self._ground = ground

    def scheduled(self, asker: Person, tier: Tier) -> Scheduled:
        """The rotation that goes on, to be edited. Raises Refusal for whoever is no supervisor."""
        with self._ground.reading(asker, "roster.plan") as tx:
            tx.require(Act.GIVE_DUTY)
            today = tx.now.astimezone(tx.zone).date()
            return Scheduled(tier=tier, rotation=tx.stores.roster.rotation_of(tier), today=today)

    def preview(self, asker: Person, form: RotationForm) -> Preview:
        """A whole round of this rotation, two weeks at least, and what changes for whom.

        Raises InvalidForm and Refusal.
        """
        with self._ground.reading(asker, "roster.plan") as tx:
            tx.require(Act.GIVE_DUTY)
            plan = _plan(tx, form)
            standing = tx.stores.roster.rotation_of(form.tier)
            planned = _rotation(tx, form.tier, plan, standing)
            until = _round(tx, planned)
            before = rota.read(tx, tx.now, until)
            after = _with(before, planned)
            old, new = (layers.spells(each, tx.now, until, form.tier) for each in (before, after))
            return Preview(
                form=form,
                seen_version=standing.version if standing else 0,
                rows=rows(tx, new),
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
            standing = tx.stores.roster.rotation_of(form.tier)
            rotation = _rotation(tx, form.tier, _plan(tx, form), standing)
            with changing(tx, until=_round(tx, rotation)):
                standing = tx.stores.roster.rotation_of(form.tier)
                if seen_version != (standing.version if standing else 0):
                    raise Overtaken
                if standing:
                    tx.stores.roster.save_rotation(rotation)
                else:
                    tx.stores.roster.add_rotation(rotation)
            tx.audit("people", "starts_on", "handover_at", "days")
            return week(tx)

    def end(self, asker: Person, tier: Tier) -> Week:
        """A rotation says nothing any more from now on. Raises DeskError when there is none, and Refusal."""
        with self._ground.transaction(asker, "roster.end", f"rotation:{tier}") as tx:
            tx.require(Act.GIVE_DUTY)
            standing = tx.stores.roster.rotation_of(tier)
            if standing is None:
                raise DeskError("There is no rotation to end.")
            with changing(tx, until=_round(tx, standing)):
                ended = replace(standing, ends_at=tx.now, version=standing.version + 1)
                tx.stores.roster.save_rotation(ended)
            tx.audit("ends_at")
            return week(tx)

    def overrides(self, asker: Person) -> Overrides:
        """Those that run or are to come. Raises Refusal for whoever is no supervisor."""
        with self._ground.reading(asker, "roster.override") as tx:
            tx.require(Act.GIVE_DUTY)
            return _overrides(tx)

    def preview_override(self, asker: Person, form: OverrideForm) -> OverridePreview:
        """Whom an override would put in, and what that changes for whom. Raises InvalidForm and Refusal."""
        with self._ground.reading(asker, "roster.override") as tx:
            tx.require(Act.GIVE_DUTY)
            starts_at, ends_at = entries.override(form, tx.now, tx.zone, tx.can_answer)
            before = rota.read(tx, tx.now, ends_at)
            shift = rota.override_of(tx, form.person, form.tier, starts_at, ends_at)
            after = replace(before, shifts=(*before.shifts, shift))
            old, new = (layers.spells(each, tx.now, ends_at, form.tier) for each in (before, after))
            return OverridePreview(form=form, shift=shift, changes=changes.between(old, new))

    def override(self, asker: Person, form: OverrideForm) -> Shift:
        """Puts somebody in for whoever has the desk by the rotation. Raises InvalidForm and Refusal."""
        with self._ground.transaction(asker, "roster.override", form.person) as tx:
            tx.require(Act.GIVE_DUTY)
            starts_at, ends_at = entries.override(form, tx.now, tx.zone, tx.can_answer)
            with changing(tx, until=ends_at):
                shift = rota.add_override(tx, form.person, form.tier, starts_at, ends_at)
            tx.audit("person", "starts_at", "ends_at")
            return shift

    def remove(self, asker: Person, shift_id: str) -> Overrides:
        """Takes an override out. Raises DeskError when it is not there any more, and Refusal."""
        with self._ground.transaction(asker, "roster.remove", shift_id) as tx:
            tx.require(Act.GIVE_DUTY)
            standing = next((each for each in _overrides(tx).shifts if each.id == shift_id), None)
            with changing(tx, until=standing.ends_at if standing else None):
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


def _round(tx: Transaction, rotation: Rotation) -> datetime:
    """So far that everybody of it is seen to have a turn."""
    return seen_until(tx.now, turns.round_end(rotation, tx.now, tx.zone))


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
        turns_a_day=plan.turns_a_day,
        entered_at=tx.now,
        entered_by=tx.actor,
    )
    return replace(planned, version=standing.version + 1) if standing else planned


def _with(before: Roster, rotation: Rotation) -> Roster:
    others = [each for each in before.rotations if each.id != rotation.id]
    return replace(before, rotations=(*others, rotation))
