"""What the desk tells the views, for tests of them."""

from dataclasses import replace
from datetime import datetime, timedelta

from bot.desk.facts import (
    HomeFacts,
    Listing,
    ListRow,
    OnCall,
    PageDetails,
    PageFacts,
    PageRow,
    Status,
    Timeline,
    TimelineEntry,
)
from bot.rules.page_report import Report, report
from storage.records.announcements import ONCALL, Surface, SurfaceKind
from storage.records.escalations import EscalationState, Trouble, TroubleKind
from storage.records.notices import Colour
from storage.records.people import Actor, Role
from storage.records.reach import Way
from storage.records.reminders import RecordKind
from storage.records.requests import Priority
from tests.handlers import examples
from tests.handlers.examples import ABROAD, ADA, DESK, LATER, NOW
from tests.handlers.request_facts import draft
from tests.rules.examples import an_escalation


def status(*, control_number: str = "A-1/1-2026", as_of: datetime = NOW) -> Status:
    return Status(
        as_of=as_of,
        record_kind=RecordKind.NOTICE,
        id="n1",
        reference="NT-2026-00007",
        colour=Colour.RED,
        kind=None,
        country="FR",
        country_name="France",
        state="submitted",
        state_words="submitted",
        state_since=NOW,
        next_step="An officer claims it and reviews it.",
        next_by="the desk",
        owner=ADA,
        due_at=LATER,
        due_is_desk_default=True,
        answer_by=LATER,
        control_number=control_number,
        events=(examples.event(), examples.event(), examples.event()),
        may_see_details=True,
    )


def row(number: int) -> ListRow:
    return ListRow(
        id=f"n{number}",
        reference=f"NT-2026-{number:05d}",
        what="Red Notice, Bosnia & Herzegovina",
        state_words="sent to the General Secretariat",
        owner=ADA,
        due_at=LATER,
        overdue=True,
    )


def listing(total: int, *, page: int = 1, size: int = 10, words: str = "", missed: str = "") -> Listing:
    start = (page - 1) * size
    return Listing(
        record_kind=RecordKind.NOTICE,
        words=words,
        rows=[row(number) for number in range(start + 1, min(start + size, total) + 1)],
        page=page,
        pages=max(1, -(-total // size)),
        total=total,
        not_understood=tuple(missed.split()),
        may_export=True,
    )


def page(state: EscalationState = EscalationState.OPEN) -> PageFacts:
    taken = state in (EscalationState.ACKNOWLEDGED, EscalationState.RESOLVED)
    resolved = state is EscalationState.RESOLVED
    return PageFacts(
        id="e1",
        reference="ES-2026-00003",
        record_reference="LR-2026-00042",
        priority=Priority.FLASH,
        state=state,
        opened_by=Actor(ABROAD),
        identity_unchecked=True,
        opened_at=NOW,
        next_step_at=LATER if state is EscalationState.OPEN else None,
        told=(ADA, ABROAD),
        troubles=(Trouble(kind=TroubleKind.NOBODY_ON_DUTY),),
        acknowledged_by=Actor("operator:ada") if taken else None,
        acknowledged_at=NOW if taken else None,
        resolved_by=Actor(ADA) if resolved else None,
        resolved_at=NOW if resolved else None,
        telephone="202-555-0100",
    )


def oncall(*, nobody: bool = False) -> OnCall:
    if nobody:
        return OnCall(on_duty=None, until=None, next_person=None, next_from=None)
    return OnCall(on_duty=ADA, until=LATER, next_person=ABROAD, next_from=LATER)


def home(rows: int, *, drafts: int = 0, role: Role = Role.OFFICER) -> HomeFacts:
    return HomeFacts(
        person=ADA,
        role=role,
        drafts=[draft(number) for number in range(drafts)],
        mine=[row(number) for number in range(rows)],
        due_soon=[row(number) for number in range(rows)],
        pages=[PageRow(reference="ES-2026-00003", state=EscalationState.OPEN) for _ in range(rows)],
        oncall=oncall(),
        telephone="202-555-0100",
        email="desk@agency.example",
    )


def page_details(state: EscalationState, *, words: str, outcome: str) -> PageDetails:
    added = replace(examples.event(), step="joined", evidence={"words": words})
    return PageDetails(page=page(state), words=words, added=[added] * 30, outcome=outcome)


def alarm(kind: SurfaceKind) -> Surface:
    return Surface(kind=kind, record_id="e1", place=ONCALL)


def timeline(entries: int) -> Timeline:
    entry = TimelineEntry(at=NOW, what="told", people=(ADA, ABROAD) * 4, took=LATER - NOW)
    beyond = TimelineEntry(
        at=LATER, what="reached", people=(ADA,), way=Way.SMS, took=LATER - NOW, failed=True
    )
    return Timeline(page=page(), entries=[entry, beyond] * (entries // 2), left_out=3)


def page_report() -> Report:
    month, day = "2026-11", timedelta(hours=1)
    pages = [
        an_escalation(opened_at=NOW + day * hour, priority=priority, first_acknowledged_at=NOW + day * 30)
        for hour in range(24)
        for priority in Priority
    ]
    return report(month, pages, DESK.zone)
