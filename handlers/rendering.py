"""From a row of the outbox to what Slack shows: a surface as its record is now, a fact as it was said."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import TypeVar

from bot.desk.desk import Desk
from bot.desk.facts import PageFacts
from bot.desk.ports import Clock, Undeliverable
from bot.rules.reminders import is_late
from handlers.views import (
    agency_alerts,
    alarms,
    announcements,
    cards,
    handover,
    home,
    notice_timeline,
    own,
    own_notice,
    pages,
    storms,
    swaps,
    timeline,
)
from handlers.views.blocks import Message, View, ours, section
from handlers.views.words import DeskWords
from storage.records.announcements import (
    DailyDigest,
    RecordDue,
    RecordLimit,
    RecordOverdue,
    Surface,
    SurfaceKind,
    person_of,
)
from storage.records.escalations import EscalationId
from storage.records.notices import NoticeId
from storage.records.outbox import Waiting
from storage.records.people import PersonId
from storage.records.requests import RequestId

Facts = TypeVar("Facts")
Shown = Message | View | None


class Rendering:
    """What the messenger sends, made at the last moment."""

    def __init__(self, desk: Desk, words: DeskWords, clock: Clock) -> None:
        self._desk = desk
        self._words = words
        self._clock = clock
        self._surfaces: Mapping[SurfaceKind, Callable[[Surface], Shown]] = {
            SurfaceKind.REQUEST_CARD: self._request,
            SurfaceKind.REQUEST_OWN: self._own,
            SurfaceKind.ALERT: self._agency_alert,
            SurfaceKind.ALERT_CALL: self._call,
            SurfaceKind.NOTICE_CARD: self._notice,
            SurfaceKind.NOTICE_OWN: self._own_notice,
            SurfaceKind.NOTICE_THREAD: self._notice_thread,
            SurfaceKind.PAGE: self._page,
            SurfaceKind.PAGE_THREAD: self._thread,
            SurfaceKind.PAGE_NUDGE: self._alarm,
            SurfaceKind.PAGE_ASK: self._alarm,
            SurfaceKind.PAGE_OFFER: self._alarm,
            SurfaceKind.PAGE_EVERYONE: self._alarm,
            SurfaceKind.PAGE_GROUP: self._alarm,
            SurfaceKind.PAGE_NOBODY: self._alarm,
            SurfaceKind.HANDOVER: self._handover,
            SurfaceKind.SWAP: self._swap,
            SurfaceKind.HOME: self._home,
        }

    def render(self, rows: Sequence[Waiting]) -> Shown:
        """One row by itself, several as one bundle; None: there is nothing to show any more."""
        surfaces = [row.what for row in rows if isinstance(row.what, Surface)]
        if not surfaces:
            return self._bundle(rows) if len(rows) > 1 else self._said(rows[0])
        together = {*surfaces, *rows[0].beside}
        if len(together) == 1:
            return self._surfaces[surfaces[0].kind](surfaces[0])
        return self._storm(sorted(together, key=lambda each: each.key))

    def _request(self, surface: Surface) -> Shown:
        return cards.request(_there(self._desk.requests.card(RequestId(surface.record_id))), self._words)

    def _own(self, surface: Surface) -> Shown:
        return own.message(_there(self._desk.requests.own(RequestId(surface.record_id))), self._words)

    def _agency_alert(self, surface: Surface) -> Shown:
        return agency_alerts.message(_there(self._desk.alerts.facts(surface.record_id)), self._words)

    def _call(self, surface: Surface) -> Shown:
        return agency_alerts.call(_there(self._desk.alerts.facts(surface.record_id)))

    def _notice(self, surface: Surface) -> Shown:
        return cards.notice(_there(self._desk.notices.card(NoticeId(surface.record_id))), self._words)

    def _own_notice(self, surface: Surface) -> Shown:
        return own_notice.message(_there(self._desk.notices.own(NoticeId(surface.record_id))), self._words)

    def _notice_thread(self, surface: Surface) -> Shown:
        found = self._desk.notices.progress(NoticeId(surface.record_id), notice_timeline.IN_THREAD)
        return notice_timeline.thread(_there(found), self._words)

    def _home(self, surface: Surface) -> Shown:
        return home.view(self._desk.home(PersonId(surface.record_id)), self._words)

    def _page(self, surface: Surface) -> Shown:
        return pages.page(self._late(surface), self._words)

    def _thread(self, surface: Surface) -> Shown:
        return timeline.thread(
            _there(self._desk.escalations.progress(EscalationId(surface.record_id))), self._words
        )

    def _alarm(self, surface: Surface) -> Shown:
        facts = self._facts(surface)
        return alarms.render(surface, facts, self._words) if alarms.is_wanted(surface, facts) else None

    def _storm(self, surfaces: Sequence[Surface]) -> Shown:
        """Many pages in one message: those that it is still about."""
        kind = surfaces[0].kind
        facts = [(each, self._facts(each)) for each in surfaces]
        wanted = [found for each, found in facts if kind is SurfaceKind.PAGE or alarms.is_wanted(each, found)]
        return storms.message(kind, wanted, self._words) if wanted else None

    def _handover(self, surface: Surface) -> Shown:
        found = _there(self._desk.handovers.get(surface.record_id))
        return handover.message(found, self._words, reader=person_of(surface.place))

    def _swap(self, surface: Surface) -> Shown:
        return swaps.offer(_there(self._desk.swaps.facts(surface.record_id)), self._words)

    def _late(self, surface: Surface) -> PageFacts:
        """A page that Slack took long after it was to be shown says so for good."""
        facts = self._facts(surface)
        first = facts.taken.get(surface.key)
        shown_at = self._clock.now() if first is None or first.at is None else first.at
        late = first is not None and is_late(first.due_at, now=shown_at, policy=self._desk.ground.policy)
        return replace(facts, late=(first.due_at, shown_at)) if first and late else facts

    def _facts(self, surface: Surface) -> PageFacts:
        return _there(self._desk.escalations.page(EscalationId(surface.record_id)))

    def _said(self, row: Waiting) -> Message:
        what, now = row.what, self._clock.now()
        assert not isinstance(what, Surface)
        policy = self._desk.ground.policy
        if isinstance(what, RecordDue | RecordOverdue | RecordLimit | DailyDigest) and is_late(
            row.created_at, now=now, policy=policy
        ):
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
