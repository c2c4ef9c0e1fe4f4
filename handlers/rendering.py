"""From a row of the outbox to what Slack shows: a surface as its record is now, a fact as it was said."""

from collections.abc import Sequence
from dataclasses import replace
from typing import TypeVar, assert_never

from bot.desk.desk import Desk
from bot.desk.facts import PageFacts
from bot.desk.ports import Clock, Undeliverable
from bot.rules.reminders import is_late
from handlers.views import alarms, announcements, cards, home, pages
from handlers.views.blocks import Message, View, ours, section
from handlers.views.words import DeskWords
from storage.records.announcements import RecordDue, RecordOverdue, Surface, SurfaceKind
from storage.records.escalations import EscalationId
from storage.records.notices import NoticeId
from storage.records.outbox import Waiting
from storage.records.people import PersonId
from storage.records.requests import RequestId

Facts = TypeVar("Facts")


class Rendering:
    """What the messenger sends, made at the last moment."""

    def __init__(self, desk: Desk, words: DeskWords, clock: Clock) -> None:
        self._desk = desk
        self._words = words
        self._clock = clock

    def render(self, rows: Sequence[Waiting]) -> Message | View:
        """One row by itself, several facts as one bundle."""
        if len(rows) > 1:
            return self._bundle(rows)
        what = rows[0].what
        return self._surface(what) if isinstance(what, Surface) else self._said(rows[0])

    def _surface(self, surface: Surface) -> Message | View:
        match surface.kind:
            case SurfaceKind.REQUEST_CARD:
                return cards.request(
                    _there(self._desk.requests.card(RequestId(surface.record_id))), self._words
                )
            case SurfaceKind.NOTICE_CARD:
                return cards.notice(_there(self._desk.notices.card(NoticeId(surface.record_id))), self._words)
            case SurfaceKind.PAGE:
                return pages.page(self._page(surface), self._words)
            case SurfaceKind.PAGE_EVERYONE:
                return alarms.everyone(self._page(surface), self._words)
            case SurfaceKind.PAGE_NOBODY:
                return alarms.nobody(self._page(surface), self._words)
            case SurfaceKind.HOME:
                return home.view(self._desk.home(PersonId(surface.record_id)), self._words)
            case _:
                assert_never(surface.kind)

    def _page(self, surface: Surface) -> PageFacts:
        return _there(self._desk.escalations.page(EscalationId(surface.record_id)))

    def _said(self, row: Waiting) -> Message:
        what, now = row.what, self._clock.now()
        assert not isinstance(what, Surface)
        policy = self._desk.ground.policy
        if isinstance(what, RecordDue | RecordOverdue) and is_late(row.created_at, now=now, policy=policy):
            what = replace(what, late=True)  # It was said in time, and then Slack was away.
        return announcements.render(what, self._words, sent_at=now)

    def _bundle(self, rows: Sequence[Waiting]) -> Message:
        """The notification texts of all, which hold references and states only, in one message."""
        lines = "\n".join(f"• {self._said(row).text}" for row in rows)
        title = f"{len(rows)} updates at once"
        return Message(text=title, blocks=[section(ours(f"*{title}*\n{lines}"))])


def _there(facts: Facts | None) -> Facts:
    """Raises Undeliverable when the record was deleted before its surface could be shown."""
    if facts is None:
        raise Undeliverable("the record is not there any more")
    return facts
