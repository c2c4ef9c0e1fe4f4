"""What a step sets of a notice besides its state, and the guards that stand before it."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from bot.desk import alerting, automatic, handing, lookup, notice_days
from bot.desk.transaction import Transaction
from bot.rules import conditions, criteria, endings, notice_steps, notices, references
from bot.rules.errors import InvalidForm
from bot.rules.notice_forms.common import ENTITY_ID
from bot.rules.notice_states import in_force, with_secretariat
from bot.rules.steps import Step
from storage.records.links import Link
from storage.records.notices import Notice, NoticeState
from storage.records.people import PersonId
from storage.records.reminders import ReminderRule
from storage.records.requests import Direction, LiaisonRequest

SETS_DUE = frozenset({notice_steps.RENEW.name, notice_steps.REPLIED.name})
"""Steps after which something else is due though the state stays."""
COUNTED_FROM: Mapping[NoticeState, str] = {
    NoticeState.ARRESTED: "arrested_on",
    NoticeState.SUSPENDED: "suspended_on",
    NoticeState.RETURNED: "returned_on",
}
"""States whose time runs from a day that the step names."""
_BACK = frozenset({notice_steps.RESUME.name, notice_steps.GOES_ON.name})
"""By these it is in force again."""


def moved(  # noqa: C901, PLR0911, PLR0912  One case for each step that sets more than the state.
    tx: Transaction, notice: Notice, step: Step[NoticeState], given: Mapping[str, str]
) -> Notice:
    """The notice after the step. Raises InvalidForm, NotYet and Refusal where a guard stands before it."""
    me = PersonId(tx.actor)
    after = replace(notice, state=step.to or notice.state)
    notice_days.check(tx, notice, step, given)
    match step.name:
        case notice_steps.CLAIM.name:
            automatic.claimed(tx, replace(after, owner=me))
            return replace(after, owner=me)
        case notice_steps.APPROVE.name:
            check_approver(tx, notice)
            criteria.check_all(given[criteria.ASK.name])
            conditions.check_publishable(notice.reference, notices.findings_of(notice))
            return replace(after, approved_by=me)
        case notice_steps.SEND.name | notice_steps.CIRCULATE.name:
            # What was added since the approval may stand against it.
            conditions.check_publishable(notice.reference, notices.findings_of(notice))
        case notice_steps.PUBLISH.name:
            number = control_number(tx, given["control_number"], but=notice)
            entity = {name: given[name] for name in [ENTITY_ID.name] if given.get(name)}
            return replace(after, control_number=number, answers={**after.answers, **entity})
        case notice_steps.QUERY_ANSWERED.name:
            return replace(after, state=with_secretariat(notice))
        case notice_steps.ASK_WITHDRAWAL.name:
            endings.check_withdrawal(notice, given, supervisor=tx.is_supervisor)
        case notice_steps.CALLED_OFF.name:
            return replace(after, state=_before_withdrawal(tx, notice))
        case notice_steps.END.name:
            return replace(after, state=_end(tx, notice, given))
        case notice_steps.REPLIED.name if notice.direction is Direction.INCOMING:
            return replace(after, state=in_force(notice))
        case notice_steps.LINK.name:
            return _linked(tx, after, given)
        case notice_steps.ALERT.name:
            alerting.alert(tx, notice, [given["alerted"]], "alerted")
        case notice_steps.HAND.name:
            return replace(after, owner=handing.handed(tx, notice, PersonId(given["officer"])))
        case name if name in _BACK:
            return replace(after, state=in_force(notice))
    return after


def check_approver(tx: Transaction, notice: Notice) -> None:
    """Raises Refusal for whoever filed it, has it, or claimed it before they handed it over."""
    claims = (each for each in lookup.history(tx, notice.id) if each.step == notice_steps.CLAIM.name)
    notices.check_approver(notice, PersonId(tx.actor), {each.actor for each in claims})


def control_number(tx: Transaction, words: str, *, but: Notice | None = None) -> str:
    """In its one spelling. Raises InvalidForm for what is none, and for another notice's."""
    number = references.control_number(words) or words
    if error := references.control_number_error(number):
        raise InvalidForm({"control_number": error})
    # Two who give one number at one moment: the second waits here, and then sees the first.
    tx.stores.subjects.hold(number)
    other = tx.stores.notices.by_control_number(number)
    if other is not None and (but is None or other.id != but.id):
        # Whoever may not see the other one learns that the number is taken, and no more.
        whose = other.reference if lookup.is_visible(tx, other) else "Another notice"
        raise InvalidForm({"control_number": f"{whose} has this control number already."})
    return number


def in_force_since(
    tx: Transaction, notice: Notice, step_name: str = "", given: Mapping[str, str] | None = None
) -> date | None:
    """The day from which its five years run: of its publication, or of the last renewal (RPD article 50).

    With the step that is being taken, which stands in no history yet.
    """
    steps = [(step_name, given or {})]
    steps += [(each.step, each.evidence) for each in lookup.history(tx, notice.id)]
    days = [evidence.get(day) for name, evidence in steps for day in _DAYS.get(name, ())]
    days.append(notice.answers.get("issued_on"))
    return max((date.fromisoformat(each) for each in days if each), default=None)


_DAYS: Mapping[str, tuple[str, ...]] = {
    notice_steps.RENEW.name: ("renewed_on",),
    notice_steps.PUBLISH.name: ("published_on",),
    notice_steps.CIRCULATE.name: ("sent_on",),
    notice_steps.IMPORTED: ("published_on", "renewed_on"),
}


def _end(tx: Transaction, notice: Notice, given: Mapping[str, str]) -> NoticeState:
    """How long another country's is kept is not for this desk to say."""
    if notice.direction is Direction.OUTGOING:
        since = in_force_since(tx, notice)
        endings.check_expired(
            given,
            in_force_since=since,
            lifetime=notice_days.longest(tx, ReminderRule.REVIEW, since or tx.now.date()),
            supervisor=tx.is_supervisor,
        )
    return NoticeState(given["end"])


def _before_withdrawal(tx: Transaction, notice: Notice) -> NoticeState:
    """Where it goes on when the withdrawal is called off: what was not in force then is not in force now."""
    before = (each.state for each in lookup.history(tx, notice.id) if each.state != notice.state)
    stood = next(before, in_force(notice))
    if stood in {NoticeState.SENT, NoticeState.IPSG_QUERY}:
        return with_secretariat(notice)
    return NoticeState.SUSPENDED if stood == NoticeState.SUSPENDED else in_force(notice)


def _linked(tx: Transaction, notice: Notice, given: Mapping[str, str]) -> Notice:
    """A request is what it comes from; another notice is of the same case."""
    other = lookup.seen_or_none(tx, given["linked"])
    if other is None:
        raise InvalidForm({"linked": "There is no such record. Write it like NT-2026-00007."})
    if other.id == notice.id:
        raise InvalidForm({"linked": "This is the same notice. Name the other one."})
    if isinstance(other, LiaisonRequest):
        return replace(notice, request_id=other.id)
    tx.stores.links.add(Link(one=notice.id, other=other.id, since=tx.now, by=tx.actor))
    return notice
