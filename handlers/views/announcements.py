"""What the desk says once, in words: to a filer, an owner, the desk channel or everybody on call."""

from datetime import datetime
from typing import assert_never

from bot.rules.texts import state_words
from handlers import action_ids
from handlers.views.blocks import Block, Message, actions, button, ours, section
from handlers.views.words import DeskWords, mention, owner
from storage.records.announcements import (
    Announcement,
    EveryonePaged,
    FilesRefused,
    NobodyAnswered,
    RecordDue,
    RecordMoved,
    RecordOverdue,
    RequestFiled,
)
from storage.records.people import Actor
from storage.records.reminders import RecordKind


def render(  # noqa: PLR0911  One return for each kind of announcement.
    announcement: Announcement, desk: DeskWords, *, sent_at: datetime | None = None
) -> Message:
    """`sent_at` is the moment of sending, which a late reminder names beside the one that it was due at."""
    match announcement:
        case RequestFiled():
            return _request_filed(announcement, desk)
        case RecordMoved():
            return _record_moved(announcement)
        case RecordDue():
            return _record_due(announcement, desk, sent_at)
        case RecordOverdue():
            return _record_overdue(announcement, desk, sent_at)
        case EveryonePaged():
            return _everyone_paged(announcement)
        case NobodyAnswered():
            return _nobody_answered(announcement, desk)
        case FilesRefused():
            return _files_refused(desk)
        case _:
            assert_never(announcement)


def _request_filed(facts: RequestFiled, desk: DeskWords) -> Message:
    answer = (
        f"You have an answer by {desk.moment(facts.due_at)}." if facts.due_at else "The desk answers you."
    )
    words = (
        f"*{facts.reference}* has arrived. An officer claims it and reviews it. {answer} "
        f"`/liaison status {facts.reference}` tells where it stands."
    )
    buttons = actions(_details(RecordKind.REQUEST, facts.request_id))
    return Message(text=f"{facts.reference} has arrived", blocks=[section(ours(words)), *buttons])


def _record_moved(facts: RecordMoved) -> Message:
    state = state_words(facts.record_kind, facts.state)
    words = f"*{facts.reference}* is now {state}, by {mention(Actor(facts.by))}."
    buttons = actions(_details(facts.record_kind, facts.record_id))
    return Message(text=f"{facts.reference} is now {state}", blocks=[section(ours(words)), *buttons])


def _record_due(facts: RecordDue, desk: DeskWords, sent_at: datetime | None) -> Message:
    state = state_words(facts.record_kind, facts.state)
    again = "As you asked, once more: " if facts.snoozed else ""
    late = _late(facts.due_at, desk, sent_at) if facts.late else ""
    words = (
        f"{again}*{facts.reference}* is {state}, and the next step is due {desk.moment(facts.due_at)}{late}."
    )
    buttons = actions(
        button("Snooze", action_ids.snooze(facts.record_kind), facts.record_id),
        _details(facts.record_kind, facts.record_id),
    )
    return Message(text=f"{facts.reference} is due{late}", blocks=[section(ours(words)), *buttons])


def _record_overdue(facts: RecordOverdue, desk: DeskWords, sent_at: datetime | None) -> Message:
    state = state_words(facts.record_kind, facts.state)
    late = _late(facts.overdue_at, desk, sent_at) if facts.late else ""
    words = (
        f":warning: *{facts.reference}* is overdue: still {state}, due {desk.moment(facts.due_at)}{late}. "
        f"Owner: {owner(facts.owner)}."
    )
    buttons = actions(
        button("Escalate", action_ids.escalate(facts.record_kind), facts.reference, style="danger"),
        _details(facts.record_kind, facts.record_id),
    )
    return Message(text=f"{facts.reference} is overdue{late}", blocks=[section(ours(words)), *buttons])


def _everyone_paged(facts: EveryonePaged) -> Message:
    words = (
        f"<!channel> *{facts.reference}*: the officers before you did not answer. Whoever can, "
        "acknowledge it."
    )
    return Message(text=f"{facts.reference} needs somebody", blocks=[section(ours(words)), *_page(facts)])


def _nobody_answered(facts: NobodyAnswered, desk: DeskWords) -> Message:
    words = (
        f"<!channel> :rotating_light: *{facts.reference}: NOBODY ANSWERED.* Everybody was told. "
        f"Call the command center now: {desk.telephone}."
    )
    return Message(text=f"{facts.reference}: nobody answered", blocks=[section(ours(words)), *_page(facts)])


def _files_refused(desk: DeskWords) -> Message:
    words = (
        "Files are not taken here, and yours was not downloaded. Please delete it from Slack. Write "
        f"to {desk.email} to ask by which secure channel it can be sent."
    )
    return Message(text="Files are not taken here", blocks=[section(ours(words))])


def _page(facts: EveryonePaged | NobodyAnswered) -> list[Block]:
    return actions(button("Acknowledge", action_ids.ACKNOWLEDGE, facts.escalation_id, style="primary"))


def _details(kind: RecordKind, record_id: str) -> Block:
    return button("Show details", action_ids.details(kind), record_id)


def _late(due_at: datetime, desk: DeskWords, sent_at: datetime | None) -> str:
    """Said after an outage: both times, in the desk's zone."""
    sent = f", sent {desk.time(sent_at)}" if sent_at else ", sent late"
    return f" (due {desk.time(due_at)}{sent})"
