"""The roster changes: somebody takes over, somebody is told, and it is written down when it changes next.

The moments are reminders of no record: when the next officer takes over, and when the roster has to be looked
through. Each is written anew with every change, and taken by the sweep that takes all reminders.
"""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import datetime, timedelta

from bot.desk import handovers, rota
from bot.desk.transaction import Transaction
from bot.rules import roster as outlooks
from bot.rules.rota import changes, layers, troubles
from bot.rules.rota.changes import Change
from bot.rules.rota.layers import Spell
from bot.rules.rota.troubles import Trouble
from storage.records.announcements import ONCALL, Ahead, RosterTrouble, ShiftsChanged, direct
from storage.records.outbox import Lane
from storage.records.people import Actor, PersonId, Role
from storage.records.reminders import Reminder, ReminderRule
from storage.records.roster import Tier, TroubleKind

ROSTER = "roster"
"""What its reminders are of, and what its messages are ordered by."""
_A_MOMENT = timedelta(microseconds=1)
_DAILY = timedelta(days=1)
TOLD_AHEAD = timedelta(days=14)
"""So far ahead officers hear of what changes for them, and further while a round or an override goes on."""
FURTHEST = timedelta(days=182)


@contextmanager
def changing(tx: Transaction, *, tells: bool = True, until: datetime | None = None) -> Iterator[None]:
    """Whatever is done to the roster in here: whoever has the desk by it afterwards takes over now.

    With `tells` each officer whose shifts it changes hears of it, but for whoever changes it: of two weeks,
    and of all that comes before `until`.
    """
    tx.stores.roster.hold()
    end = seen_until(tx.now, until)
    before, holder = _plans(tx, end), _held(tx)
    yield
    if tells and tx.stores.roster.is_kept():
        after = _plans(tx, end)
        for tier in Tier:
            _tell(tx, tier, changes.between(before[tier], after[tier]), end)
    passed(tx, tx.now, holder)
    look(tx)
    tx.show_homes(known.id for known in tx.stores.people.all())


def seen_until(now: datetime, until: datetime | None) -> datetime:
    """So far ahead a change is looked at: two weeks, or until then, but no further than half a year."""
    return min(max(now + TOLD_AHEAD, until or now), now + FURTHEST)


def due(tx: Transaction, reminder: Reminder) -> None:
    """A moment of the roster has come."""
    match reminder.rule:
        case ReminderRule.CHANGE:
            just_before = reminder.due_at - _A_MOMENT
            claim = layers.who(rota.read(tx, just_before, just_before), just_before)
            passed(tx, reminder.due_at, claim.person if claim else None)
            tx.show_homes(known.id for known in tx.stores.people.all())
        case ReminderRule.HANDOVER:
            handovers.unanswered(tx, reminder.record_id)
            return
        case _:
            pass
    look(tx)


def passed(tx: Transaction, since: datetime, outgoing: PersonId | None) -> None:
    """The desk went from `outgoing` to whoever has it now, by a change at `since` or after it."""
    if not tx.stores.roster.is_kept():
        return
    end = tx.now + outlooks.AHEAD
    held = layers.by_person(layers.spells(rota.read(tx, since, end), since, end))
    now = next(each for each in held if each.starts_at <= tx.now < each.ends_at)
    if now.person == outgoing:
        return
    until = now.ends_at if now is not held[-1] else None
    if now.person is None:
        gap = Trouble(
            kind=TroubleKind.GAP, tier=Tier.FIRST, starts_at=now.starts_at, ends_at=until, person=now.gone
        )
        _say(tx, gap, Ahead.NOW)
    else:
        handovers.begin(tx, at=now.starts_at, outgoing=outgoing, incoming=now.person, until=until)


def look(tx: Transaction) -> None:
    """Says what is wrong with the roster as far as it is time, and writes down when to look again."""
    store = tx.stores.reminders
    for pending in store.pending(ROSTER):
        store.cancel(pending.id)
    if not tx.stores.roster.is_kept():
        return
    roster = rota.read(tx, tx.now, tx.now + outlooks.AHEAD)
    later = [tx.now + _DAILY]
    for trouble in troubles.ahead_of(roster, tx.now):
        moments = troubles.told_at(trouble)
        later += [at for _, at in moments if at > tx.now]
        if come := [ahead for ahead, at in moments if at <= tx.now]:
            _say(tx, trouble, come[-1])
    store.add(_moment(tx, ReminderRule.ROSTER, min(later)))
    if change := outlooks.next_change(roster, tx.now):
        store.add(_moment(tx, ReminderRule.CHANGE, change))


def _moment(tx: Transaction, rule: ReminderRule, at: datetime) -> Reminder:
    return Reminder(id=tx.new_id(), record_kind=None, record_id=ROSTER, rule=rule, state="", due_at=at)


def _held(tx: Transaction) -> PersonId | None:
    """Who has the desk; if a change has come of which nothing was said yet, who had it before that."""
    changed = [
        each.due_at
        for each in tx.stores.reminders.pending(ROSTER)
        if each.rule is ReminderRule.CHANGE and each.due_at <= tx.now
    ]
    moment = min(changed) - _A_MOMENT if changed else tx.now
    claim = layers.who(rota.read(tx, moment, moment), moment)
    return claim.person if claim else None


def _plans(tx: Transaction, end: datetime) -> Mapping[Tier, tuple[Spell, ...]]:
    """Who has the desk and who stands behind, as things stand at this point of the transaction."""
    roster = rota.read(tx, tx.now, end)
    return {tier: layers.spells(roster, tx.now, end, tier) for tier in Tier}


def _tell(tx: Transaction, tier: Tier, changed: Mapping[PersonId, Change], seen: datetime) -> None:
    for person, change in changed.items():
        if Actor(person) != tx.actor and tx.can_answer(person):
            tx.say(
                ShiftsChanged(
                    by=tx.actor,
                    tier=tier,
                    gained=change.gained,
                    lost=change.lost,
                    seen_until=seen,
                ),
                place=direct(person),
                lane=Lane.ANSWER,
                once_key=f"shifts:{tx.new_id()}",
                record_key=ROSTER,
            )


def _say(tx: Transaction, trouble: Trouble, ahead: Ahead) -> None:
    tx.say(
        RosterTrouble(
            kind=trouble.kind,
            tier=trouble.tier,
            starts_at=trouble.starts_at,
            ends_at=trouble.ends_at,
            person=trouble.person,
            ahead=ahead,
            supervisors=tuple(sorted(each.id for each in tx.stores.people.with_role(Role.SUPERVISOR))),
        ),
        place=ONCALL,
        lane=Lane.ANSWER,
        once_key=f"roster:{trouble.key}:{ahead}",
        record_key=ROSTER,
    )
