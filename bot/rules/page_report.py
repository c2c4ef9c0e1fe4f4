"""The figures of a month's pages: how soon somebody had them, after how many steps, at which hour."""

import math
import statistics
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from bot.rules.errors import DeskError
from storage.records.escalations import Escalation
from storage.records.requests import Priority

HOURS = 24


@dataclass(frozen=True, slots=True, kw_only=True)
class Figures:
    """Of some pages; None where none of them was acknowledged."""

    pages: int
    acknowledged: int
    median: timedelta | None
    ninetieth: timedelta | None
    """Nine of ten were acknowledged within this time."""
    steps: float | None
    """Steps of the ladder until then, on average."""


@dataclass(frozen=True, slots=True, kw_only=True)
class HourOfDay:
    hour: int
    pages: int
    median: timedelta | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    month: str
    """`2026-11`"""
    overall: Figures
    by_priority: tuple[tuple[Priority, Figures], ...]
    by_hour: tuple[HourOfDay, ...]
    """Hours in which pages were opened, by the desk's clock."""
    came_back: int
    """Pages whose holder did not say that they were still on it."""


def span(words: str, now: datetime, zone: ZoneInfo) -> tuple[str, datetime, datetime]:
    """The month that is meant, and its beginning and end by the desk's calendar; no words: the present one.

    Raises DeskError.
    """
    local = now.astimezone(zone)
    year, month = (local.year, local.month) if not words.strip() else _read(words.strip())
    begins = datetime(year, month, 1, tzinfo=zone)
    ends = datetime(year + month // 12, month % 12 + 1, 1, tzinfo=zone)
    return f"{year}-{month:02}", begins.astimezone(UTC), ends.astimezone(UTC)


def _read(words: str) -> tuple[int, int]:
    year, _, month = words.partition("-")
    if year.isdecimal() and month.isdecimal() and 2000 <= int(year) <= 2999 and 1 <= int(month) <= 12:  # noqa: PLR2004  Years of this desk, months of any.
        return int(year), int(month)
    raise DeskError("Name the month as year-month, such as 2026-11, or leave it out for the present one.")


def report(month: str, pages: Sequence[Escalation], zone: ZoneInfo) -> Report:
    """`pages` are all that were opened in the month."""
    return Report(
        month=month,
        overall=_figures(pages),
        by_priority=tuple(
            (priority, _figures(of_it))
            for priority in Priority
            if (of_it := [page for page in pages if page.priority is priority])
        ),
        by_hour=tuple(
            HourOfDay(hour=hour, pages=len(in_it), median=_median(_waits(in_it)))
            for hour in range(HOURS)
            if (in_it := [page for page in pages if page.opened_at.astimezone(zone).hour == hour])
        ),
        came_back=sum(page.round > 0 for page in pages),
    )


def _figures(pages: Sequence[Escalation]) -> Figures:
    waits = _waits(pages)
    steps = [page.steps for page in pages if page.first_acknowledged_at is not None]
    return Figures(
        pages=len(pages),
        acknowledged=len(waits),
        median=_median(waits),
        ninetieth=_quantile(waits, 0.9),
        steps=sum(steps) / len(steps) if steps else None,
    )


def _waits(pages: Sequence[Escalation]) -> list[timedelta]:
    """How long each waited for the first who had it, the shortest first."""
    return sorted(
        page.first_acknowledged_at - page.opened_at
        for page in pages
        if page.first_acknowledged_at is not None
    )


def _median(waits: Sequence[timedelta]) -> timedelta | None:
    return timedelta(seconds=statistics.median(each.total_seconds() for each in waits)) if waits else None


def _quantile(waits: Sequence[timedelta], share: float) -> timedelta | None:
    """The least wait within which this share of them ended."""
    return waits[max(0, math.ceil(share * len(waits)) - 1)] if waits else None
