"""From a notice to what the views show: its card, its details, what became of its form."""

from collections.abc import Sequence
from dataclasses import replace

from bot.desk import alike, cards, cases, lookup
from bot.desk.notice_facts import Linked, NoticeCard, NoticeDetails, NoticeFiled, NoticeTimeline
from bot.desk.request_facts import Alike
from bot.desk.transaction import Transaction
from bot.rules import checklist, conditions, deadlines, notice_offers, notice_steps, notices
from bot.rules.answers import spoken
from bot.rules.colours import form_of
from bot.rules.notice_states import UNSENT
from bot.rules.permissions import Act
from storage.database import Stores
from storage.records.notices import Notice, NoticeState, RecordEvent

_LATELY = 20
"""Steps among which the last question of the desk is looked for."""
_WHOLE_LIFE = 1000


def card(stores: Stores, notice: Notice) -> NoticeCard:
    request = stores.requests.get(notice.request_id) if notice.request_id else None
    alerts = stores.alerts.of(notice.id)
    items = checklist.of_notice(notice)
    asks = notice.state is NoticeState.NEEDS_INFO
    return NoticeCard(
        id=notice.id,
        reference=notice.reference,
        colour=notice.colour,
        direction=notice.direction,
        means=notice.means,
        country=notice.country,
        agency_name=cards.agency(notice),
        state=notice.state,
        state_since=notice.state_since,
        owner=notice.owner,
        due_at=notice.due_at,
        due_is_desk_default=deadlines.is_desk_default(notice.state),
        control_number=notice.control_number,
        approved_by=notice.approved_by,
        priority=notices.priority_of(notice),
        about=_about(notice),
        request_reference=request.reference if request else None,
        offered=notice_offers.offered(notice),
        missing=cards.missing_of_notice(notice, items),
        failed=tuple(item.label for item in items if item.failed) if notice.state in UNSENT else (),
        warnings=warnings(notice),
        linked=linked(stores, notice),
        alerted=len(alerts),
        acknowledged=sum(each.acknowledged_at is not None for each in alerts),
        asked=_last_question(stores.events.latest(notice.id, _LATELY)) if asks else "",
        items=items,
        version=notice.version,
    )


_GENERAL = ("subject", "role", "basis")
"""Choices of a form that say whom it is about and name nobody."""


def _about(notice: Notice) -> str:
    form = form_of(notice.colour, notice.direction)
    asks = [ask for ask in (form.first if form else ()) if ask.name in _GENERAL]
    return next((spoken(ask, notice.answers[ask.name]) for ask in asks if ask.name in notice.answers), "")


def own_card(stores: Stores, notice: Notice) -> NoticeCard:
    """The same for whoever filed it, with the steps that are theirs."""
    return replace(card(stores, notice), offered=notice_offers.offered_to_filer(notice))


def details(tx: Transaction, notice: Notice) -> NoticeDetails:
    works = tx.may(Act.WORK)
    return NoticeDetails(
        notice=notice,
        events=lookup.history(tx, notice.id),
        items=checklist.of_notice(notice),
        warnings=warnings(notice),
        linked=linked(tx.stores, notice),
        told=tuple(tx.stores.disclosures.of(notice.id)) if works else (),
        alerts=tuple(tx.stores.alerts.of(notice.id)) if works else (),
        alike=tuple(each.reference for each in alike.of(tx, notice)) if works else (),
        protected=notices.is_protected(notice),
        may_name=works or may_add(tx, notice),
    )


def may_add(tx: Transaction, notice: Notice) -> bool:
    """Whether the asker is of the agency that asks, or of the desk."""
    return tx.may(Act.FILE, filed_by=notice.filed_by, agency=notice.agency_id)


def filed(tx: Transaction, notice: Notice, found: Sequence[Alike]) -> NoticeFiled:
    return NoticeFiled(
        notice=notice,
        missing=cards.missing_of_notice(notice, checklist.of_notice(notice)),
        warnings=warnings(notice),
        alike=tuple(found),
        linked=linked(tx.stores, notice),
    )


def linked(stores: Stores, notice: Notice) -> tuple[Linked, ...]:
    return tuple(
        Linked(reference=each.reference, colour=each.colour, state=each.state)
        for each in cases.linked(stores, notice)
    )


def warnings(notice: Notice) -> tuple[str, ...]:
    """What may hinder its publication; once it is published nothing does."""
    return conditions.warnings(notices.findings_of(notice)) if notice.state in UNSENT else ()


def _last_question(events: Sequence[RecordEvent]) -> str:
    """What an officer asked last, of the events newest first."""
    asked = (each for each in events if each.step == notice_steps.ASK_INFO.name)
    return next((each.evidence.get("missing", "") for each in asked), "")


def timeline(stores: Stores, notice: Notice, most: int) -> NoticeTimeline:
    """The last steps, oldest first. Evidence may name people, so they come without it."""
    found = stores.events.latest(notice.id, _WHOLE_LIFE)
    shown = [replace(each, evidence={}) for each in reversed(found[:most])]
    return NoticeTimeline(reference=notice.reference, events=tuple(shown), left_out=len(found) - len(shown))
