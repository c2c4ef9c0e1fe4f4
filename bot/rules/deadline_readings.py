"""Since when a deadline beside the next step is counted: read from the record and what is known of it.

Each answers None where it is not due: it never was, or it is done.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from zoneinfo import ZoneInfo

from bot.rules import ages, notice_steps
from bot.rules.checklist import untold_in_time
from bot.rules.kinds import KINDS
from bot.rules.notice_states import IN_FORCE
from bot.rules.notice_states import OVER as OVER_NOTICES
from bot.rules.policy import Policy
from bot.rules.requests import OVER as OVER_REQUESTS
from bot.rules.retention import due_at as kept_until
from bot.rules.spans import midnight
from storage.records.disclosures import Content, Disclosure
from storage.records.notices import Colour, Notice, NoticeState, RecordEvent
from storage.records.requests import Direction, LiaisonRequest, RequestState

UNSENT = frozenset(
    {RequestState.SUBMITTED, RequestState.INTAKE_REVIEW, RequestState.NEEDS_INFO, RequestState.ACCEPTED}
)
"""The other side has heard nothing yet."""
_SEEN_ANEW = {
    notice_steps.PUBLISH.name: "published_on",
    notice_steps.CIRCULATE.name: "sent_on",
    notice_steps.RENEW.name: "renewed_on",
    notice_steps.UPDATE.name: "sent_on",
    notice_steps.IMPORTED: "published_on",
}
"""Steps with which the photograph of a child is looked at anew, and the day that each asks for."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Wait:
    since: datetime
    until: datetime | None = None
    """When it is due; None: the policy says how long after `since`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """A record with what stands around it."""

    record: LiaisonRequest | Notice
    events: Sequence[RecordEvent] = ()
    """Its history, newest first; needed for notices only."""
    told: Collection[Disclosure] = ()
    policy: Policy
    zone: ZoneInfo
    """The desk's."""

    @property
    def request(self) -> LiaisonRequest | None:
        """Unless it is a notice, or over."""
        return self.record if isinstance(self.record, LiaisonRequest) and not self.is_over else None

    @property
    def notice(self) -> Notice | None:
        return self.record if isinstance(self.record, Notice) and not self.is_over else None

    @property
    def is_over(self) -> bool:
        over = OVER_NOTICES if isinstance(self.record, Notice) else OVER_REQUESTS
        return self.record.state in over

    def day(self, answer: str | None) -> datetime | None:
        """When a day that a record names begins at the desk."""
        return midnight(date.fromisoformat(answer), self.zone) if answer else None

    def last(self, days: Mapping[str, str]) -> str | None:
        """The latest day in its history; `days` names the one that each of these steps asks for."""
        named = [each.evidence.get(days[each.step]) for each in self.events if each.step in days]
        return max(filter(None, named), default=None)


def stale(known: Known) -> Wait | None:
    waits = known.record.state in {RequestState.NEEDS_INFO, NoticeState.NEEDS_INFO}
    return Wait(since=known.record.state_since) if waits else None


def owed(known: Known) -> Wait | None:
    """What another bureau asks is answered in the time of its priority."""
    request = known.request
    if request is None or request.direction is Direction.OUTGOING or KINDS[request.kind].announced:
        return None  # A journey hither asks for nothing.
    if any(each.content is Content.REPLY for each in known.told):
        return None
    until = request.created_at + known.policy.response[request.priority]
    return Wait(since=request.created_at, until=until)


def limitation(known: Known) -> Wait | None:
    notice = known.notice
    return None if notice is None else _until(known, notice.answers.get("limitation_on"))


def birthday(known: Known) -> Wait | None:
    """The first day that it can be: the day or the month of the birth may not be known."""
    born = _childs_birth(known)
    return None if born is None else _until(known, ages.comes_of_age(born).isoformat())


def photograph(known: Known) -> Wait | None:
    """A year after it was published, renewed or supplemented abroad, while the child is one."""
    notice, born = known.notice, _childs_birth(known)
    taken = known.last(_SEEN_ANEW)
    if notice is None or born is None or taken is None or notice.state not in IN_FORCE:
        return None
    since = known.day(taken)
    of_age = known.day(ages.comes_of_age(born).isoformat())
    return Wait(since=since) if since and of_age and since < of_age else None


def departure(known: Known) -> Wait | None:
    """Until the country of destination knows."""
    request = known.request
    if request is None or request.state not in UNSENT:
        return None
    leaves = departure_of(request, known.zone)
    return Wait(since=request.created_at, until=leaves) if leaves else None


def departure_of(request: LiaisonRequest, zone: ZoneInfo) -> datetime | None:
    """The day of departure begins at the place of departure where its zone is known, else at the desk."""
    if not request.departs_on:
        return None
    there = request.answers.get("departs_zone")
    return midnight(date.fromisoformat(request.departs_on), ZoneInfo(there) if there else zone)


def journey(known: Known) -> Wait | None:
    request = known.request
    back = known.day(request.answers.get("returns_on")) if request else None
    return Wait(since=back) if back else None


def preservation(known: Known) -> Wait | None:
    request = known.request
    if request is None or not KINDS[request.kind].preserved:
        return None
    reported = known.day(request.answers.get("reported_on"))
    return Wait(since=reported) if reported else None


def partner(known: Known) -> Wait | None:
    request = known.request
    untold = request is not None and untold_in_time(request, known.told)
    return Wait(since=request.created_at) if request and untold else None


def ccf(known: Known) -> Wait | None:
    decided = known.day(known.last({notice_steps.CCF_DECIDED.name: "decided_on"})) if known.notice else None
    return Wait(since=decided) if decided else None


def retention(known: Known) -> Wait | None:
    until = kept_until(known.record, known.policy)
    return Wait(since=known.record.state_since, until=until) if until else None


def _until(known: Known, day: str | None) -> Wait | None:
    until = known.day(day)
    return Wait(since=known.record.created_at, until=until) if until else None


def _childs_birth(known: Known) -> str | None:
    """Of a missing child for whom the United States asks."""
    notice = known.notice
    if notice is None or notice.colour is not Colour.YELLOW or notice.direction is Direction.INCOMING:
        return None
    return notice.answers.get("birth") if notice.answers.get("subject") == "child" else None
