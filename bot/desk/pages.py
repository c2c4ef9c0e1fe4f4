"""A page's place in Slack: which messages show it, and who hears of what becomes of it."""

from collections.abc import Iterable, Sequence

from bot.desk.transaction import Transaction
from bot.rules import escalations
from bot.rules.permissions import trusted
from storage.database import Stores
from storage.records.announcements import (
    ONCALL,
    PagedAgain,
    PageMoved,
    Place,
    Surface,
    SurfaceKind,
    direct,
)
from storage.records.escalations import Escalation
from storage.records.outbox import Lane
from storage.records.people import Actor, PersonId, Role

JOINED = "joined"
"""The event that somebody paged again while it was open; its evidence holds their words."""
EVENTS = 200
"""Steps of a page that are looked at; more than any has outside a storm."""


def surface(kind: SurfaceKind, escalation: Escalation, place: Place, *, alarm: int = 0) -> Surface:
    return Surface(kind=kind, record_id=escalation.id, place=place, alarm=alarm)


def show(tx: Transaction, *changed: Escalation) -> None:
    """Brings every message of these pages up to date, alarms that have no purpose any more among them."""
    shown = [
        surface(SurfaceKind.PAGE, each, place)
        for each in changed
        for place in (ONCALL, *(direct(person) for person in each.told))
    ]
    tx.show(*shown, lane=Lane.PAGE)
    show_around(tx, changed)


def show_around(tx: Transaction, changed: Sequence[Escalation]) -> None:
    """What stands beside the messages of these pages: their threads, their alarms, and the desk's Homes."""
    threads = [surface(SurfaceKind.PAGE_THREAD, each, ONCALL) for each in changed]
    tx.show(*threads, lane=Lane.CARD)
    tx.show(*tx.stores.outbox.alarms_of([each.id for each in changed]), lane=Lane.PAGE)
    tx.show_homes(person.id for person in tx.stores.people.with_role(Role.OFFICER, Role.SUPERVISOR))


def say_again(tx: Transaction, escalation: Escalation, *, once_key: str) -> None:
    """Tells whoever has the page that somebody paged again; the channel while nobody of the desk has it."""
    holder = present_holder(tx, escalation)
    tx.say(
        PagedAgain(escalation_id=escalation.id, reference=escalation.reference, by=tx.actor),
        place=direct(holder) if holder else ONCALL,
        lane=Lane.FIRST,
        once_key=once_key,
        record_key=escalation.id,
    )


def present_holder(tx: Transaction, escalation: Escalation) -> PersonId | None:
    """Whoever has the page and is still of the desk."""
    holder = escalations.holder(escalation)
    return holder if holder and tx.can_answer(holder) else None


def tell_askers(tx: Transaction, escalation: Escalation, *, by: Actor | None) -> None:
    """Tells everybody who paged what has become of it; not whoever did it."""
    moved = PageMoved(
        escalation_id=escalation.id,
        reference=escalation.reference,
        state=escalation.state,
        by=by,
        came_back=escalation.round > 0,
    )
    for person in sorted(askers(tx.stores, escalation) - {PersonId(tx.actor)}):
        tx.say(
            moved,
            place=direct(person),
            lane=Lane.ANSWER,
            once_key=f"page:{escalation.id}:{escalation.state}:{escalation.version}:{person}",
            record_key=escalation.id,
        )


def askers(stores: Stores, escalation: Escalation) -> set[PersonId]:
    """The people who opened the page or joined it; an operator at the command line is none of them."""
    events = stores.events.latest(escalation.id, EVENTS)
    actors = {escalation.opened_by, *(event.actor for event in events if event.step == JOINED)}
    return set(_people(actors))


def _people(actors: Iterable[Actor]) -> Iterable[PersonId]:
    return (PersonId(actor) for actor in actors if not trusted(actor))
