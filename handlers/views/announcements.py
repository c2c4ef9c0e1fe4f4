"""What the desk says once, in words: to a filer, an owner, the desk channel or everybody on call."""

from datetime import datetime
from typing import assert_never

from bot.rules import request_steps
from bot.rules.deadline_rules import RULES
from bot.rules.partners import PARTNERS
from bot.rules.texts import next_step, state_words
from handlers import action_ids
from handlers.views import digest, roster_told
from handlers.views.blocks import Block, Message, actions, button, ours, section
from handlers.views.snoozing import snoozed
from handlers.views.words import DESK_DEFAULT, DeskWords, late_words, mention, owner
from storage.records.announcements import (
    Announcement,
    CalendarTrouble,
    DailyDigest,
    FilesRefused,
    HandoverUnanswered,
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
    SwapAnswered,
)
from storage.records.escalations import EscalationState
from storage.records.people import Actor
from storage.records.reminders import RecordKind
from storage.records.requests import Partner, RequestState


def render(  # noqa: C901, PLR0911  One return for each kind of announcement.
    announcement: Announcement, desk: DeskWords, *, sent_at: datetime | None = None
) -> Message:
    """`sent_at` is the moment of sending, which a late reminder names beside the one that it was due at."""
    match announcement:
        case RecordMoved():
            return _record_moved(announcement)
        case RecordDue():
            return _record_due(announcement, desk, sent_at)
        case RecordOverdue():
            return _record_overdue(announcement, desk, sent_at)
        case RecordLimit():
            return _record_limit(announcement, desk, sent_at)
        case DailyDigest():
            return digest.message(announcement, desk, sent_at)
        case RecordHanded() | RecordSupplemented() | RecordsAlike() | SubjectSeen():
            return _pointing(announcement)
        case NoticesImported():
            return _imported(announcement)
        case PagedAgain():
            return _paged_again(announcement)
        case PageMoved():
            return _page_moved(announcement, desk)
        case FilesRefused():
            return _files_refused(desk)
        case RosterTrouble() | HandoverUnanswered() | SwapAnswered() | ShiftsChanged() | CalendarTrouble():
            return roster_told.message(announcement, desk)
        case _:
            assert_never(announcement)


def _record_moved(facts: RecordMoved) -> Message:
    state, after = state_words(facts.record_kind, facts.state), next_step(facts.record_kind, facts.state)
    words = f"*{facts.reference}* is now {state}, by {mention(Actor(facts.by))}. {after}"
    answer = [_answer(facts)] if facts.state == RequestState.NEEDS_INFO else []
    buttons = actions(*answer, _details(facts.record_kind, facts.record_id))
    return Message(text=f"{facts.reference} is now {state}", blocks=[section(ours(words)), *buttons])


def _answer(facts: RecordMoved) -> Block:
    """Opens the form in which whoever filed it sends what the desk asked for."""
    step = request_steps.INFO
    return button(step.label, action_ids.step(facts.record_kind, step.name), facts.record_id, style="primary")


def _record_due(facts: RecordDue, desk: DeskWords, sent_at: datetime | None) -> Message:
    state = state_words(facts.record_kind, facts.state)
    again = "As you asked, once more: " if facts.snoozed else ""
    late = late_words("due", facts.due_at, desk, sent_at) if facts.late else ""
    is_due = "was due" if facts.late or facts.snoozed else "is due"
    words = (
        f"{again}*{facts.reference}* is {state}, and the next step {is_due} "
        f"{desk.moment(facts.due_at)}{late}."
    )
    buttons = actions(
        button("Snooze", action_ids.snooze(facts.record_kind), snoozed(facts.record_id)),
        _details(facts.record_kind, facts.record_id),
    )
    return Message(text=f"{facts.reference} is due{late}", blocks=[section(ours(words)), *buttons])


def _record_overdue(facts: RecordOverdue, desk: DeskWords, sent_at: datetime | None) -> Message:
    state = state_words(facts.record_kind, facts.state)
    late = late_words("meant for", facts.overdue_at, desk, sent_at) if facts.late else ""
    what = f"still {state}" if facts.rule is None else RULES[facts.rule].words
    told = f" {' '.join(map(mention, facts.supervisors))}" if facts.supervisors else ""
    words = (
        f":warning: *{facts.reference}* is overdue: {what}, due {desk.moment(facts.due_at)}{late}. "
        f"Owner: {owner(facts.owner)}.{told}"
    )
    buttons = actions(
        button("Escalate", action_ids.escalate(facts.record_kind), facts.reference, style="danger"),
        _details(facts.record_kind, facts.record_id),
    )
    return Message(text=f"{facts.reference} is overdue{late}", blocks=[section(ours(words)), *buttons])


def _record_limit(facts: RecordLimit, desk: DeskWords, sent_at: datetime | None) -> Message:
    what, at = RULES[facts.rule].words, desk.moment(facts.limit_at)
    again = "As you asked, once more: " if facts.snoozed else ""
    late = late_words("due", facts.at, desk, sent_at) if facts.late and facts.at else ""
    default = "" if facts.sourced else DESK_DEFAULT
    if facts.partners:
        names = " and ".join(PARTNERS[Partner(each)].label for each in facts.partners)
        words = f"to be told by {at}{default}: {names}{late}."
    else:
        words = f"{what}, due {at}{default}{late}."
    buttons = actions(
        button("Snooze", action_ids.snooze(facts.record_kind), snoozed(facts.record_id, facts.rule)),
        _details(facts.record_kind, facts.record_id),
    )
    told = f"{facts.reference}: {what}{late}"
    return Message(
        text=told, blocks=[section(ours(f"{again}:warning: *{facts.reference}*: {words}")), *buttons]
    )


def _pointing(facts: RecordHanded | RecordSupplemented | RecordsAlike | SubjectSeen) -> Message:
    """A sentence about a record, and the way to it."""
    match facts:
        case RecordSupplemented():
            words, told = f"has more details now: {mention(facts.by)} added them.", "has more details"
        case RecordHanded():
            words, told = f"is yours now: {mention(facts.by)} handed it over.", "is yours now"
        case RecordsAlike():
            words = f"and *{facts.other}* may be about the same person, document, case or address."
            told = "may be a duplicate"
        case SubjectSeen():
            words = f"is about a subject that you watch since *{facts.watched}*."
            told = "is about a subject that you watch"
    return Message(
        text=f"{facts.reference} {told}",
        blocks=[
            section(ours(f"*{facts.reference}* {words}")),
            *actions(_details(facts.record_kind, facts.record_id)),
        ],
    )


def _imported(facts: NoticesImported) -> Message:
    are_past = "1 is past its" if facts.overdue == 1 else f"{facts.overdue:,} are past their"
    late = f" {are_past} due moment, and nobody is reminded of each: `/notice list overdue`."
    card = "None has a card here yet: `/notice status NT-…` offers *Post its card*."
    words = f"The notices of an old register are in.{late if facts.overdue else ''} {card}"
    return Message(text="The notices of an old register are in", blocks=[section(ours(words))])


def _paged_again(facts: PagedAgain) -> Message:
    words = (
        f":rotating_light: *{facts.reference}*: {mention(Actor(facts.by))} has paged again for the same "
        "record. The details hold what they add."
    )
    buttons = actions(button("Show details", action_ids.PAGE_DETAILS, facts.escalation_id))
    return Message(text=f"{facts.reference} is paged again", blocks=[section(ours(words)), *buttons])


def _page_moved(facts: PageMoved, desk: DeskWords) -> Message:
    if facts.by is None:
        call = f"call the command center now: {desk.telephone}"
        nobody = "nobody has your page any more" if facts.came_back else "nobody has answered your page"
        words = f":rotating_light: *{facts.reference}*: {nobody}, so {call}."
        return Message(text=f"{facts.reference}: nobody answered, {call}", blocks=[section(ours(words))])
    resolved = facts.state is EscalationState.RESOLVED
    done = "is resolved by" if resolved else "is now with"
    words = f":white_check_mark: Your page *{facts.reference}* {done} {mention(facts.by)}."
    told = f"{facts.reference} is {'resolved' if resolved else 'acknowledged'}"
    return Message(text=told, blocks=[section(ours(words))])


def _files_refused(desk: DeskWords) -> Message:
    words = (
        "Files are not taken here, and yours was not downloaded. Please delete it from Slack. Write "
        f"to {desk.email} to ask by which secure channel it can be sent."
    )
    return Message(text="Files are not taken here", blocks=[section(ours(words))])


def _details(kind: RecordKind, record_id: str) -> Block:
    return button("Show details", action_ids.details(kind), record_id)
