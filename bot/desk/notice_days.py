"""Days that a step of a notice names: none before that without which it could not have come."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from bot.desk import lookup
from bot.desk.transaction import Transaction
from bot.rules import endings, notice_steps
from bot.rules.errors import InvalidForm
from bot.rules.fields import earliest_today
from bot.rules.steps import Step
from storage.records.notices import Notice, NoticeState, RecordEvent
from storage.records.reminders import ReminderRule
from storage.records.requests import Priority


@dataclass(frozen=True, slots=True)
class _Earlier:
    """A day of the history: how it is named, which steps gave it, and what it was."""

    name: str
    steps: tuple[Step[NoticeState], ...]
    words: str


_SENDS = (notice_steps.SEND, notice_steps.CIRCULATE)
_SENT = _Earlier("sent_on", _SENDS, "it was sent")
_ASKED = _Earlier("asked_on", (notice_steps.QUERY,), "the question")
_PUBLISHED = _Earlier("published_on", (notice_steps.PUBLISH,), "it was published")
_LOCATED = _Earlier("located_on", (notice_steps.LOCATED,), "the location")
_ARRESTED = _Earlier("arrested_on", (notice_steps.ARRESTED,), "the arrest")
_SUSPENDED = _Earlier("suspended_on", (notice_steps.SUSPEND,), "it was suspended")
_WITHDRAWAL = _Earlier("sent_on", (notice_steps.ASK_WITHDRAWAL,), "the withdrawal was asked for")
_AFTER: Mapping[str, tuple[tuple[str, _Earlier], ...]] = {
    notice_steps.PUBLISH.name: (("published_on", _SENT),),
    notice_steps.QUERY.name: (("asked_on", _SENT),),
    notice_steps.QUERY_ANSWERED.name: (("sent_on", _ASKED),),
    notice_steps.LOCATED.name: (("located_on", _PUBLISHED),),
    notice_steps.ARRESTED.name: (("arrested_on", _PUBLISHED), ("arrested_on", _LOCATED)),
    notice_steps.EXTRADITION.name: (("requested_on", _ARRESTED),),
    notice_steps.RETURNED.name: (("returned_on", _SENT), ("returned_on", _ARRESTED)),
    notice_steps.SUSPEND.name: (("suspended_on", _PUBLISHED),),
    notice_steps.RESUME.name: (("resumed_on", _SUSPENDED),),
    notice_steps.RENEW.name: (("renewed_on", _PUBLISHED),),
    notice_steps.ASK_WITHDRAWAL.name: (("returned_on", _SENT), ("returned_on", _ARRESTED)),
    notice_steps.END.name: (("ended_on", _SENT),),
    notice_steps.WITHDRAWN.name: (("withdrawn_on", _WITHDRAWAL),),
}
"""By step: a day that it names, and one of its history that cannot be after it."""


def check(tx: Transaction, notice: Notice, step: Step[NoticeState], given: Mapping[str, str]) -> None:
    """Raises InvalidForm for days in the wrong order, and after six months of suspension."""
    history = lookup.history(tx, notice.id)
    for name, earlier in _AFTER.get(step.name, ()):
        day = _last(history, earlier)
        if name in given and day and given[name] < day:
            raise InvalidForm({name: f"This is before {earlier.words}, {day}. Check both days."})
    if step in _SENDS and given["sent_on"] < earliest_today(notice.created_at).isoformat():
        raise InvalidForm({"sent_on": "This is before the notice was filed here. Check the day."})
    if step is notice_steps.RESUME and (suspended := _last(history, _SUSPENDED)):
        endings.check_resumed(
            given,
            suspended_on=date.fromisoformat(suspended),
            longest=longest(tx, ReminderRule.SUSPENSION, date.fromisoformat(suspended)),
            supervisor=tx.is_supervisor,
        )


def longest(tx: Transaction, rule: ReminderRule, since: date) -> timedelta:
    """How long it may last that began on this day: a month is not always as long as another."""
    return tx.policy.deadlines[rule].due[Priority.NORMAL].after_day(since) - since


def suspended_on(tx: Transaction, notice: Notice) -> str | None:
    """The day of its last suspension, where its history has one."""
    return _last(lookup.history(tx, notice.id), _SUSPENDED)


def _last(history: Sequence[RecordEvent], earlier: _Earlier) -> str | None:
    """The newest of these days; `history` comes newest first."""
    # A row of an old register names its days together.
    steps = {step.name for step in earlier.steps} | {notice_steps.IMPORTED}
    found = (each.evidence.get(earlier.name) for each in history if each.step in steps)
    return next(filter(None, found), None)
