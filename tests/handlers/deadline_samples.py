"""The digest, what falls due, and the answer to a snooze, at their limits."""

from bot.desk.facts import DueList, DueRow, ListRow
from bot.rules.deadline_rules import RULES
from bot.rules.digest import MOST_ROWS
from bot.rules.hours import Snooze
from handlers.views import announcements, due, snoozing
from handlers.views.blocks import Message
from handlers.views.snoozing import Snoozing
from storage.records.announcements import DailyDigest, DigestPart, DigestRow
from storage.records.reminders import RecordKind, ReminderRule
from tests.handlers.examples import ABROAD, ADA, DESK, LATER, NOW

LONGEST_NAME = "Saint Helena, Ascension and Tristan da Cunha & Example"


def a_row(number: int, part: DigestPart, rule: ReminderRule | None = ReminderRule.REVIEW) -> DigestRow:
    return DigestRow(
        part=part,
        record_kind=RecordKind.NOTICE,
        record_id=f"n{number}",
        reference=f"NT-2026-{number:05}",
        state="withdrawal_requested",
        owner=ABROAD,
        rule=rule,
        at=LATER,
    )


def a_digest(*rows: DigestRow, late: bool = False, more: int = 0) -> Message:
    facts = DailyDigest(day="2026-03-02", at=NOW, late=late, rows=rows, more=more)
    return announcements.render(facts, DESK, sent_at=LATER)


def a_list(total: int, page: int = 1, kind: RecordKind = RecordKind.NOTICE) -> DueList:
    numbers = range(10 * (page - 1), min(10 * page, total))
    return DueList(
        record_kind=kind,
        days=7,
        rows=[
            DueRow(
                row=ListRow(
                    id=f"n{number}",
                    reference=f"NT-2026-{number:05}",
                    what=f"Yellow Notice, {LONGEST_NAME}",
                    state_words="published",
                    owner=ADA,
                    due_at=LATER,
                    overdue=False,
                ),
                rule=tuple(RULES)[number % len(RULES)],
                at=LATER,
                overdue=number == 0,
            )
            for number in numbers
        ],
        page=page,
        pages=max(1, -(-total // 10)),
        total=total,
    )


def a_snooze(kind: RecordKind, until: Snooze) -> Message:
    chosen = Snoozing(record_id="r" * 36, about=ReminderRule.PRESERVATION, until=until)
    return snoozing.answer(kind, chosen, LATER, DESK)


MESSAGES = {
    "a full digest": a_digest(
        *(a_row(number, tuple(DigestPart)[number % 5]) for number in range(MOST_ROWS)),
        late=True,
        more=99_999,
    ),
    "nothing due": due.message(a_list(0), DESK),
    **{f"{kind}s due": due.message(a_list(5000, page=250, kind=kind), DESK) for kind in RecordKind},
    **{f"{kind} snoozed: {until}": a_snooze(kind, until) for kind in RecordKind for until in Snooze},
}
