"""What falls due when, page by page, as far as the asker may see it."""

import re
from collections.abc import Sequence
from math import ceil

from bot.desk import cards, questions
from bot.desk.facts import DueList, DueRow
from bot.desk.ground import Ground
from bot.desk.transaction import Transaction
from bot.rules.deadline_rules import OF_STATE
from bot.rules.errors import DeskError
from bot.rules.permissions import Act
from bot.rules.spans import Span
from storage.records.people import Person, Role
from storage.records.queries import RecordQuery
from storage.records.reminders import DueItem, RecordKind

USUAL_DAYS = 7
_AHEAD = re.compile(r"(\d{1,4}) ?d?")
_DAYS_AHEAD = 3660


class Due:
    def __init__(self, ground: Ground) -> None:
        self._ground = ground

    def listing(self, asker: Person, kind: RecordKind, words: str, page: int = 1) -> DueList:
        """What is overdue or falls due in so many days, soonest first; a page beyond the end is the last.

        An auditor's look is itself audited. Raises DeskError for other words than `7d`, and Refusal.
        """
        action = f"{kind}.due"
        with self._ground.reading(asker, action) as tx:
            tx.require(Act.SEE)
            found = _page(tx, tx.person or asker, kind, _days(words), page)
        if asker.role is Role.AUDITOR:
            with self._ground.transaction(asker, action) as tx:
                tx.audit("state", "owner", "due_at")
        return found


def _days(words: str) -> int:
    found = _AHEAD.fullmatch(words.strip().lower()) if words.strip() else None
    days = int(found[1]) if found else (0 if words.strip() else USUAL_DAYS)
    if not 0 < days <= _DAYS_AHEAD:
        raise DeskError(f"Write how many days ahead to look, from 1d to {_DAYS_AHEAD}d, such as 7d.")
    return days


def _page(tx: Transaction, asker: Person, kind: RecordKind, days: int, page: int) -> DueList:
    until = Span(days=days).after(tx.now, tx.zone)
    eyes = questions.seen_by(asker, RecordQuery()).visible_to
    total = tx.stores.due.count([kind], until=until, visible_to=eyes)
    size = tx.policy.list_page
    pages = max(1, ceil(total / size))
    page = min(max(1, page), pages)
    items = tx.stores.due.find([kind], until=until, visible_to=eyes, limit=size, offset=(page - 1) * size)
    return DueList(
        record_kind=kind,
        days=days,
        rows=_rows(tx, kind, items),
        page=page,
        pages=pages,
        total=total,
    )


def _rows(tx: Transaction, kind: RecordKind, items: Sequence[DueItem]) -> tuple[DueRow, ...]:
    """With the record of each, read together."""
    records = tx.stores.due.records(kind, {each.record_id for each in items})
    countries = tx.stores.countries.names()
    return tuple(
        DueRow(
            row=cards.row(records[each.record_id], now=tx.now, countries=countries),
            rule=each.rule or OF_STATE.get(each.state),
            at=each.at,
            overdue=each.at <= tx.now,
        )
        for each in items
    )
