"""Every announcement survives the way through the outbox."""

from dataclasses import replace
from datetime import UTC, datetime
from typing import get_args

import pytest

from storage.announcement_json import decode, encode
from storage.json_facts import from_plain, to_plain
from storage.records.announcements import (
    ONCALL,
    Ahead,
    Announcement,
    CalendarTrouble,
    DailyDigest,
    DigestPart,
    DigestRow,
    FilesRefused,
    HandoverUnanswered,
    Hours,
    NoticesImported,
    PagedAgain,
    PageMoved,
    RecordDue,
    RecordHanded,
    RecordLimit,
    RecordMoved,
    RecordOverdue,
    RecordsAlike,
    RecordSupplemented,
    RosterTrouble,
    ShiftsChanged,
    SubjectSeen,
    Surface,
    SurfaceKind,
    SwapAnswered,
)
from storage.records.escalations import EscalationId, EscalationState
from storage.records.people import Actor, PersonId
from storage.records.reminders import RecordKind, ReminderRule
from storage.records.roster import Tier, TroubleKind

MOMENT = datetime(2026, 3, 2, 14, 0, 0, 5, tzinfo=UTC)
MOVED = RecordMoved(
    record_kind=RecordKind.NOTICE, record_id="N1", reference="NT-2026-00001", state="review", by="UADA"
)
DUE = RecordDue(
    record_kind=RecordKind.NOTICE,
    record_id="N1",
    reference="NT-2026-00001",
    state="review",
    due_at=MOMENT,
    late=True,
)
OVERDUE = RecordOverdue(
    record_kind=RecordKind.NOTICE,
    record_id="N1",
    reference="NT-2026-00001",
    state="review",
    due_at=MOMENT,
    overdue_at=MOMENT,
    owner=PersonId("UADA"),
    late=False,
)
TAKEN = PageMoved(
    escalation_id=EscalationId("E1"),
    reference="ES-2026-00001",
    state=EscalationState.ACKNOWLEDGED,
    by=Actor("UADA"),
)

LIMIT = RecordLimit(
    record_kind=RecordKind.REQUEST,
    record_id="R1",
    reference="LR-2026-00001",
    rule=ReminderRule.PARTNER,
    limit_at=MOMENT,
    partners=("ncmec", "childrens_issues"),
)

EXAMPLES: list[Announcement | Surface] = [
    MOVED,
    replace(DUE, snoozed=True),
    OVERDUE,
    replace(OVERDUE, owner=None),
    PagedAgain(escalation_id=EscalationId("E1"), reference="ES-2026-00001", by="UADA"),
    TAKEN,
    replace(TAKEN, state=EscalationState.EXHAUSTED, by=None),
    FilesRefused(person=PersonId("UADA")),
    LIMIT,
    replace(LIMIT, rule=ReminderRule.PRESERVATION, partners=()),
    RecordHanded(record_id="R1", reference="LR-2026-00001", by=Actor("UADA")),
    RecordSupplemented(record_id="R1", reference="LR-2026-00001", by=Actor("UADA")),
    RecordsAlike(
        record_kind=RecordKind.REQUEST, record_id="R1", reference="LR-2026-00001", other="NT-2026-00001"
    ),
    SubjectSeen(
        record_kind=RecordKind.NOTICE, record_id="N1", reference="NT-2026-00001", watched="LR-2026-00001"
    ),
    NoticesImported(overdue=1234),
    RosterTrouble(
        kind=TroubleKind.GAP,
        tier=Tier.FIRST,
        starts_at=MOMENT,
        ends_at=None,
        person=PersonId("UADA"),
        ahead=Ahead.WEEK,
        supervisors=(PersonId("USAM"),),
    ),
    CalendarTrouble(name="night-shift", mistakes=7, is_read=False),
    HandoverUnanswered(handover_id="H1", at=MOMENT, outgoing=None, incoming=PersonId("UADA")),
    SwapAnswered(swap_id="W1", starts_at=MOMENT, ends_at=MOMENT, by=PersonId("UADA"), accepted=True),
    ShiftsChanged(
        by=Actor("operator:root"),
        tier=Tier.SECOND,
        gained=(Hours(starts_at=MOMENT, ends_at=MOMENT),),
        lost=(),
        seen_until=MOMENT,
    ),
    DailyDigest(
        day="2026-03-02",
        at=MOMENT,
        late=True,
        rows=tuple(
            DigestRow(
                part=part,
                record_kind=RecordKind.NOTICE,
                record_id="N1",
                reference="NT-2026-00001",
                state="published",
                owner=PersonId("UADA"),
                rule=rule,
                at=MOMENT,
            )
            for part, rule in ((DigestPart.OVERDUE, None), (DigestPart.COMING, ReminderRule.REVIEW))
        ),
        more=3,
    ),
    *(Surface(kind=kind, record_id="R1", place=ONCALL) for kind in SurfaceKind),
    Surface(kind=SurfaceKind.PAGE_NOBODY, record_id="E1", place=ONCALL, alarm=5),
]


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: type(example).__name__)
def test_it_comes_back_as_it_was(example: Announcement | Surface) -> None:
    again = decode(encode(example))

    assert again == example
    assert type(again) is type(example)


def test_every_kind_of_announcement_has_an_example_here() -> None:
    assert {type(example) for example in EXAMPLES} == {*get_args(Announcement), Surface}


def test_a_field_that_a_newer_version_added_takes_its_default() -> None:
    written_before = encode(DUE).replace(', "snoozed": false', "")

    assert "snoozed" not in written_before
    assert decode(written_before) == DUE


def test_what_waited_during_an_upgrade_is_still_told() -> None:
    """Before requests had a message of their own, what was filed also said when the answer is due."""
    written_before = encode(DUE).replace('"due_at"', f'"answer_by": "{MOMENT.isoformat()}", "due_at"')

    assert "answer_by" in written_before
    assert decode(written_before) == DUE


def test_text_from_people_keeps_its_letters() -> None:
    moved = replace(MOVED, by="زهرة 🕊 “quoted”")

    assert decode(encode(moved)) == moved
    assert "زهرة" in encode(moved)


def test_what_has_no_form_in_json_is_refused() -> None:
    with pytest.raises(TypeError, match="set has no form in JSON"):
        to_plain({1, 2})


def test_tuples_come_back_as_tuples() -> None:
    assert from_plain(tuple[datetime, ...], to_plain((MOMENT, MOMENT))) == (MOMENT, MOMENT)
