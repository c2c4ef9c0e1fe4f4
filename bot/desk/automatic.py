"""Pages that the desk opens by itself, and what ends them: nobody has to think of them at 4 a.m."""

from dataclasses import replace

from bot.desk import answering
from bot.desk.ground import Ground
from bot.desk.opening import About, Asking, about, open_about
from bot.desk.transaction import Transaction
from bot.rules import escalations, holding, notices
from bot.rules.notice_states import awaits_approval
from bot.rules.requests import PRESSING
from storage.records.announcements import TELLS_A_PERSON, Surface, person_of
from storage.records.escalations import (
    Cause,
    Escalation,
    EscalationId,
    EscalationState,
    Trouble,
    TroubleKind,
)
from storage.records.notices import Notice
from storage.records.outbox import Given
from storage.records.people import SYSTEM, PersonId
from storage.records.reach import Owner
from storage.records.reminders import ReminderRule
from storage.records.requests import LiaisonRequest, Priority

DELIVERY = About(id="delivery")
"""What a page about given-up messages is about; one is open at a time."""
_AT_ONCE = 50


def flash(tx: Transaction, record: LiaisonRequest | Notice) -> None:
    """A flash record pages the officer on duty as it is filed, or becomes one."""
    if priority_of(record) is Priority.FLASH:
        do = "Claim it in the desk channel." if record.owner is None else "Look at it in the desk channel."
        what = "notice" if isinstance(record, Notice) else "request"
        _open(
            _as_the_desk(tx),
            Cause.FLASH_REQUEST,
            about(record),
            f"{record.reference} is a flash {what}. {do}",
        )


def priority_of(record: LiaisonRequest | Notice) -> Priority:
    return notices.priority_of(record) if isinstance(record, Notice) else record.priority


_TO_CLAIM = frozenset({Cause.FLASH_REQUEST, Cause.PICK_UP})
"""Pages that want somebody to claim a record."""


def claimed(tx: Transaction, record: LiaisonRequest | Notice) -> None:
    """Whoever claims a flash request has its page as well; one that only wants a claim is over by it."""
    page = tx.stores.escalations.open_for(record.id)
    if page and page.cause is Cause.PICK_UP:
        answering.ended(tx, page, f"{record.reference} is claimed now.")
    elif page and page.cause is Cause.FLASH_REQUEST and page.state in escalations.WAITING:
        taken = holding.taken(page, tx.actor, tx.policy.pages, tx.now)
        answering.changed(tx, taken, by=tx.actor, step="acknowledge")


def over(tx: Transaction, record: LiaisonRequest | Notice) -> None:
    """It was withdrawn, merged or rejected: nobody has to be paged to claim it any more."""
    page = tx.stores.escalations.open_for(record.id)
    if page and page.cause in _TO_CLAIM and page.state in escalations.WAITING:
        answering.ended(tx, page, f"{record.reference} is {record.state} now.")


def approval_turn(tx: Transaction, notice: Notice) -> None:
    """Whether it awaits its second pair of eyes now, or does not any more."""
    if awaits_approval(notice):
        _approval(tx, notice)
    else:
        _approval_over(tx, notice)


def _approval(tx: Transaction, notice: Notice) -> None:
    """A flash item that awaits its second pair of eyes pages whoever may approve it, by the same ladder."""
    request = tx.stores.requests.get(notice.request_id) if notice.request_id else None
    of_flash = request is not None and request.priority is Priority.FLASH
    if not of_flash and priority_of(notice) is not Priority.FLASH:
        return
    whose = (
        f"belongs to the flash request {request.reference}" if request and of_flash else "is a flash notice"
    )
    words = (
        f"{notice.reference} {whose} and awaits approval by a second officer. Approve it in the desk "
        "channel, or ask there for what is missing."
    )
    makers = {notice.filed_by, *([notice.owner] if notice.owner else [])}
    _open(_as_the_desk(tx), Cause.APPROVAL, _approval_of(notice), words, excluded=tuple(sorted(makers)))


def _approval_over(tx: Transaction, notice: Notice) -> None:
    """It was approved, or is not before a second pair of eyes any more."""
    if page := tx.stores.escalations.open_for(_approval_of(notice).key):
        answering.ended(tx, page, f"{notice.reference} is {notice.state} now.")


def _approval_of(notice: Notice) -> About:
    """Whoever has another page about the notice may be the very one who must not approve it."""
    return replace(about(notice), apart="approval")


def critical(tx: Transaction, record: LiaisonRequest | Notice, rule: ReminderRule | None) -> None:
    """So little time is left for what the rule is about that somebody has to look at it now."""
    if rule is ReminderRule.PICK_UP:
        words = f"{record.reference} was filed, and nobody has claimed it. Claim it in the desk channel."
        pressing = isinstance(record, LiaisonRequest) and record.priority in PRESSING
        priority = Priority.FLASH if pressing else Priority.URGENT
        _open(tx, Cause.PICK_UP, about(record), words, priority=priority)
    elif isinstance(record, Notice):
        words = (
            f"The full extradition request for {record.reference} is due soon. Without it the person who was "
            "arrested may be released."
        )
        _open(tx, Cause.DEADLINE, about(record), words)
    else:
        words = f"{record.reference}: the departure is near. What has to reach the country asked must go now."
        _open(tx, Cause.DEPARTURE, about(record), words)


def _open(
    tx: Transaction,
    cause: Cause,
    subject: About,
    words: str,
    *,
    excluded: tuple[PersonId, ...] = (),
    priority: Priority = Priority.FLASH,
) -> Escalation:
    asking = Asking(
        words=words, priority=priority, submission_key=tx.new_id(), cause=cause, excluded=excluded
    )
    page, _ = open_about(tx, asking, subject)
    return page


def _as_the_desk(tx: Transaction) -> Transaction:
    """What follows from an officer's act is the desk's own doing, in the same transaction."""
    return replace(tx, actor=SYSTEM, person=None, action="escalation.automatic", subjects=[*tx.subjects])


class DeadLetters:
    """Messages that were given up: a page's goes on up the ladder, any other's pages whoever is on duty."""

    def __init__(self, ground: Ground) -> None:
        self._ground = ground

    def sweep(self) -> int:
        """Takes notice of what was given up since the last time; answers how much."""
        with self._ground.database.reading() as stores:
            if not stores.outbox.has_unnoticed():
                return 0
        with self._ground.transaction(SYSTEM, "delivery.given_up") as tx:
            given = tx.stores.outbox.take_unnoticed(tx.now, _AT_ONCE)
            lost = [each for each in given if not _went_up(tx, each)]
            if lost:
                kinds = ", ".join(sorted({_kind(each) for each in lost}))
                why = "`doctor` says why, and what to do."
                words = f"Slack refused {len(lost)} messages for good ({kinds}). {why}"
                _open(tx, Cause.DEAD_LETTER, DELIVERY, words)
        return len(given)


def _kind(given: Given) -> str:
    what = given.what.kind if isinstance(given.what, Surface) else type(given.what).__name__
    return f"{what}: {given.error}"


def _went_up(tx: Transaction, given: Given) -> bool:
    """Whether it was a page to somebody whom Slack cannot reach, and its ladder goes on without them."""
    what = given.what
    if not isinstance(what, Surface) or what.kind not in TELLS_A_PERSON:
        return False
    page, person = tx.stores.escalations.get(EscalationId(what.record_id)), person_of(what.place)
    if page is None or person is None:
        # The channel of pages itself refuses them: that is for a page of its own, unless this is it.
        return page is not None and page.cause is Cause.DEAD_LETTER
    pass_over(tx, page, TroubleKind.UNREACHABLE, person)
    return True


def pass_over(tx: Transaction, page: Escalation, kind: TroubleKind, person: PersonId) -> None:
    """Somebody who was told cannot notice it now, so others are told without waiting."""
    trouble = Trouble(kind=kind, person=person)
    if page.state is not EscalationState.OPEN or person not in page.awaited:
        return
    after = escalations.passed_over(page, trouble, tx.now)
    answering.changed(tx, after, by=None, step=kind, evidence={"person": person}, tells=False)
    tx.stores.reach.hurry(page.id, Owner(person), tx.now)
