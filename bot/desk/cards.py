"""From records to what the views show: cards, status and rows of a list, none with personal data."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime

from bot.desk.facts import ListRow, Status
from bot.desk.request_facts import OwnRequest, RequestCard
from bot.rules import checklist, colours, deadlines, request_offers, requests, texts
from bot.rules.checklist import Item
from bot.rules.kinds import KINDS
from bot.rules.notice_states import UNSENT
from bot.rules.policy import Policy
from bot.rules.records import kind_of
from storage.records.alerts import Alert
from storage.records.notices import Means, Notice, RecordEvent
from storage.records.requests import LiaisonRequest

NO_AGENCY = "none named yet"
UNLISTED = "not in the registry: see the details"


def request_card(
    request: LiaisonRequest,
    items: Sequence[Item],
    alerts: Sequence[Alert],
    *,
    notices: Sequence[str],
    merged_into: str | None,
    late: bool,
) -> RequestCard:
    return RequestCard(
        id=request.id,
        reference=request.reference,
        kind=request.kind,
        direction=request.direction,
        country=request.country,
        offence=request.offence,
        agency_name=agency(request),
        priority=request.priority,
        state=request.state,
        state_since=request.state_since,
        owner=request.owner,
        due_at=request.due_at,
        due_is_desk_default=deadlines.is_desk_default(request.state),
        on_behalf=request.on_behalf is not None,
        offered=request_offers.offered(request),
        missing=_missing(request, items),
        late=late,
        departs_on=request.departs_on,
        arrives_on=request.answers.get("arrives_on"),
        predator=request.answers.get("predator") == "yes",
        notices=notices,
        alerted=len(alerts),
        acknowledged=sum(each.acknowledged_at is not None for each in alerts),
        outcome=request.outcome,
        merged_into=merged_into,
        version=request.version,
    )


def own_request(
    request: LiaisonRequest, items: Sequence[Item], asked: str, *, late: bool, policy: Policy
) -> OwnRequest:
    return OwnRequest(
        id=request.id,
        reference=request.reference,
        kind=request.kind,
        direction=request.direction,
        country=request.country,
        state=request.state,
        state_since=request.state_since,
        owner=request.owner,
        due_at=request.due_at,
        answer_by=_answer_by(request, policy),
        missing=_missing(request, items),
        late=late,
        outcome=request.outcome,
        offered=request_offers.offered_to_filer(request),
        version=request.version,
        asked=asked,
    )


def _missing(request: LiaisonRequest, items: Sequence[Item]) -> Mapping[str, tuple[str, ...]]:
    """What is over misses nothing any more."""
    return {} if request.state in requests.OVER else checklist.missing(items)


def missing_of_notice(notice: Notice, items: Sequence[Item]) -> Mapping[str, tuple[str, ...]]:
    """What was sent misses nothing any more."""
    return checklist.missing(items) if notice.state in UNSENT else {}


def _standing(record: LiaisonRequest | Notice) -> texts.Standing:
    if isinstance(record, Notice):
        return texts.notice_standing(record.state)
    return texts.request_standing(record.state)


def status(
    record: LiaisonRequest | Notice,
    events: Sequence[RecordEvent],
    *,
    as_of: datetime,
    may_see_details: bool,
    may_add: bool,
    items: Sequence[Item],
    policy: Policy,
    country_name: str | None,
    card_wanted: bool = False,
) -> Status:
    """Evidence may name people, so the events come without it."""
    standing = _standing(record)
    return Status(
        as_of=as_of,
        record_kind=kind_of(record),
        id=record.id,
        reference=record.reference,
        colour=record.colour if isinstance(record, Notice) else None,
        kind=None if isinstance(record, Notice) else record.kind,
        country=record.country,
        country_name=country_name,
        state=record.state,
        state_words=standing.words,
        state_since=record.state_since,
        next_step=standing.next_step,
        next_by=standing.next_by,
        owner=record.owner,
        due_at=record.due_at,
        due_is_desk_default=deadlines.is_desk_default(record.state),
        answer_by=None if isinstance(record, Notice) else _answer_by(record, policy),
        control_number=record.control_number if isinstance(record, Notice) else None,
        events=tuple(replace(event, evidence={}) for event in events),
        may_see_details=may_see_details,
        may_add=may_add,
        missing=missing_of_notice(record, items) if isinstance(record, Notice) else _missing(record, items),
        direction=record.direction,
        means=record.means if isinstance(record, Notice) else Means.NOTICE,
        card_wanted=card_wanted,
    )


def agency(record: LiaisonRequest | Notice) -> str:
    """What somebody typed for an agency may say anything, so that only the details show it."""
    if not record.agency_name:
        return NO_AGENCY
    return record.agency_name if record.agency_id else UNLISTED


def _answer_by(request: LiaisonRequest, policy: Policy) -> datetime | None:
    if request.state in requests.OVER:
        return None
    return deadlines.answer_due(request.created_at, request.priority, policy)


def row(record: LiaisonRequest | Notice, *, now: datetime, countries: Mapping[str, str]) -> ListRow:
    if isinstance(record, Notice):
        what = colours.title(record.colour, record.means, record.direction)
        state_words = texts.notice_standing(record.state).words
    else:
        what = KINDS[record.kind].label
        state_words = texts.request_standing(record.state).words
    return ListRow(
        id=record.id,
        reference=record.reference,
        what=f"{what}, {countries.get(record.country, record.country)}",
        state_words=state_words,
        owner=record.owner,
        due_at=record.due_at,
        overdue=record.due_at is not None and record.due_at <= now,
    )
