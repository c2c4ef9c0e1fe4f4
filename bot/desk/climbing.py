"""Taking steps of the ladder: who is told by which message, and what is planned beyond Slack.

Many pages that fall due at once are taken in one go: what they share is read once, and each kind of row is
written by one statement.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from bot.desk import pages, reach
from bot.desk.pages import surface
from bot.desk.roster import watch
from bot.desk.transaction import Transaction
from bot.rules import escalations
from bot.rules.escalations import Climb
from storage.records.announcements import ONCALL, Surface, SurfaceKind, direct
from storage.records.escalations import Escalation, EscalationState
from storage.records.notices import RecordEvent
from storage.records.outbox import Lane
from storage.records.people import SYSTEM
from storage.records.reach import DESK_ITSELF, Owner


def open_ladder(tx: Transaction, escalation: Escalation) -> Escalation:
    """The first step of a new page. The caller adds what comes back."""
    [climbed] = _climbed(tx, [escalation])
    return climbed


def climb(tx: Transaction, due: Sequence[Escalation]) -> list[Escalation]:
    """The next step of each, saved; fenced by their versions, so that nobody takes one twice."""
    climbed = _climbed(tx, [replace(each, version=each.version + 1) for each in due])
    tx.stores.escalations.save_all(climbed)
    return climbed


def _climbed(tx: Transaction, due: Sequence[Escalation]) -> list[Escalation]:
    now_on = watch(tx)
    steps = [
        _numbered(escalations.climb(each, tx.policy.ladders[each.priority], now_on, tx.policy.pages, tx.now))
        for each in due
    ]
    _tell(tx, steps)
    tx.stores.events.add(*(event for step in steps for event in _events(tx, step)))
    reach.plan(tx, [(step.escalation, owner) for step in steps for owner in _owners(step)])
    return [step.escalation for step in steps]


def _numbered(step: Climb) -> Climb:
    """A step that notifies once more takes down the alarm before it."""
    if not step.is_loud and not step.nudged:
        return step
    return replace(step, escalation=replace(step.escalation, alarm=step.escalation.alarm + 1))


def _tell(tx: Transaction, steps: Sequence[Climb]) -> None:
    first = [each for step in steps for each in _first(step)]
    tx.show(*first, lane=Lane.FIRST)
    again = [each for step in steps for each in _brought_up_to_date(step)]
    tx.show(*again, lane=Lane.PAGE)
    pages.show_around(tx, [step.escalation for step in steps])
    for step in steps:
        if _has_just_ended(tx, step.escalation):
            pages.tell_askers(tx, step.escalation, by=None)


def _has_just_ended(tx: Transaction, page: Escalation) -> bool:
    """Nobody is left to be told, and that was not said before."""
    length = len(tx.policy.ladders[page.priority])
    return page.state is EscalationState.EXHAUSTED and page.rung == length + 1


def _first(step: Climb) -> Iterable[Surface]:
    """What somebody must notice now."""
    page = step.escalation
    if page.version == 1:
        yield surface(SurfaceKind.PAGE, page, ONCALL)
    for person in step.told:
        yield surface(SurfaceKind.PAGE, page, direct(person))
    for person in step.nudged:
        yield surface(SurfaceKind.PAGE_NUDGE, page, direct(person), alarm=page.alarm)
    if step.is_loud:
        yield surface(_loud(step), page, ONCALL, alarm=page.alarm)


def _loud(step: Climb) -> SurfaceKind:
    if step.escalation.state is EscalationState.EXHAUSTED:
        return SurfaceKind.PAGE_NOBODY
    return SurfaceKind.PAGE_EVERYONE if step.everyone else SurfaceKind.PAGE_GROUP


def _brought_up_to_date(step: Climb) -> Iterable[Surface]:
    """The channel sees each step; those who were told before see when nobody is left to be told."""
    page = step.escalation
    if page.version > 1:
        yield surface(SurfaceKind.PAGE, page, ONCALL)
    if page.state is EscalationState.EXHAUSTED:
        yield from (surface(SurfaceKind.PAGE, page, direct(person)) for person in page.told)


def _owners(step: Climb) -> Iterable[Owner]:
    """Whose addresses are used if Slack is silent, and the desk's own once nobody in particular is told."""
    yield from (Owner(person) for person in (*step.told, *step.nudged))
    if step.is_loud:
        yield DESK_ITSELF


def _events(tx: Transaction, step: Climb) -> Iterable[RecordEvent]:
    page = step.escalation
    for trouble in step.troubles:
        yield _event(tx, page, trouble.kind, person=trouble.person or "")
    if page.state is EscalationState.EXHAUSTED:
        yield _event(tx, page, "exhausted")
    elif step.everyone:
        yield _event(tx, page, "everyone")
    elif step.group is not None:
        yield _event(tx, page, "group", group=step.group)
    else:
        yield _event(tx, page, "told", people=" ".join((*step.told, *step.nudged)))


def _event(tx: Transaction, page: Escalation, step: str, **evidence: str) -> RecordEvent:
    """The ladder's own doing, whoever opened or hurried the page."""
    numbered = {"round": str(page.round), "rung": str(page.rung)} | evidence
    return RecordEvent(
        record_id=page.id, at=tx.now, actor=SYSTEM, step=step, state=page.state, evidence=numbered
    )
