"""Notices: filed, and looked at; `notice_step` takes them from state to state."""

from collections.abc import Mapping

from bot.desk import agencies, alike, cards, listings, lookup, notice_step
from bot.desk.facts import Listing, NoticeCard, NoticeDetails, Status
from bot.desk.ground import Ground, looking_again
from bot.desk.statuses import status
from bot.desk.transaction import Transaction
from bot.rules import deadlines, notice_steps, notices, subjects
from bot.rules.errors import InvalidForm
from bot.rules.notices import NoticeForm
from bot.rules.permissions import Act
from bot.rules.steps import Offered
from storage.records.announcements import DESK, Surface, SurfaceKind
from storage.records.notices import Notice, NoticeId, NoticeState
from storage.records.outbox import Lane
from storage.records.people import Actor, Person, PersonId
from storage.records.reminders import RecordKind
from storage.records.requests import LiaisonRequest, RequestId

_READ = ("identity", "block", "agency_case", "evidence")


class Notices:
    def __init__(self, ground: Ground) -> None:
        self._ground = ground

    def check_filer(self, asker: Person) -> None:
        """Before a form opens: nobody types for nothing. Raises Refusal."""
        with self._ground.reading(asker, "notice.file") as tx:
            tx.require(Act.FILE)

    def file(self, asker: Person, form: NoticeForm, submission_key: str) -> Notice:
        """The same key again gives the same notice. Raises InvalidForm and Refusal."""
        with self._ground.transaction(asker, "notice.file") as tx:
            tx.require(Act.FILE)
            block = notices.check(form, tx.bounds)
            notice_id = tx.new_id()
            if made := tx.made_before(submission_key, notice_id):
                return lookup.notice(tx, NoticeId(made))
            notice = _new(tx, NoticeId(notice_id), notices.tidy(form), block, asker.id)
            tx.stores.notices.add(notice)
            tx.remind(RecordKind.NOTICE, notice.id, notice.state, notice.due_at)
            tx.about(notice.reference)
            tx.event(notice.id, "filed", notice.state)
            tx.audit(*NoticeForm.__dataclass_fields__)
            tx.tell_filed(notice)
            notice_step.show(tx, notice)
            if notice.request_id:
                # Its card names the notices that come from it.
                card = Surface(kind=SurfaceKind.REQUEST_CARD, record_id=notice.request_id, place=DESK)
                tx.show(card, lane=Lane.CARD)
            alike.noted(tx, notice, subjects.of_notice(notice.identity, record_id=notice.id))
            return notice

    @looking_again
    def step(
        self,
        asker: Person,
        notice_id: NoticeId,
        step_name: str,
        answers: Mapping[str, str],
        seen_version: int | None = None,
    ) -> Notice:
        """Takes the step that a button or its form named.

        Raises NotYet when the notice has moved on since `seen_version` or the step does not begin here,
        InvalidForm for the answers, and Refusal.
        """
        with self._ground.transaction(asker, f"notice.{step_name}", notice_id) as tx:
            notice = lookup.notice(tx, notice_id)
            tx.require(Act.WORK)
            return notice_step.take(tx, notice, step_name, answers, seen_version)

    def check_worker(self, asker: Person, notice_id: NoticeId) -> None:
        """Before the form of a step opens. Raises Refusal, NoSuchRecord among them."""
        with self._ground.reading(asker, "notice.step", notice_id) as tx:
            lookup.notice(tx, notice_id)
            tx.require(Act.WORK)

    def steps_for(self, notice: Notice) -> tuple[Offered, ...]:
        return notice_steps.offered(notice)

    def status(self, asker: Person | Actor, words: str) -> Status:
        """Where a notice or request stands, without personal data. Raises Refusal."""
        return status(self._ground, asker, words, action="notice.status")

    def listing(self, asker: Person, words: str, page: int = 1) -> Listing:
        """Raises Refusal."""
        return listings.listing(self._ground, asker, RecordKind.NOTICE, words, page)

    def details(self, asker: Person, notice_id: NoticeId) -> NoticeDetails:
        """Everything about a notice; the read is audited. Raises Refusal, NoSuchRecord among them."""
        with self._ground.transaction(asker, "notice.read", notice_id) as tx:
            notice = lookup.notice(tx, notice_id)
            tx.require(Act.READ)
            tx.audit(*_READ)
            return NoticeDetails(notice=notice, events=lookup.history(tx, notice.id))

    def card(self, notice_id: NoticeId) -> NoticeCard | None:
        """What the channel shows of a notice as it is now; None when there is none."""
        with self._ground.database.reading() as stores:
            notice = stores.notices.get(notice_id)
            if notice is None:
                return None
            request = stores.requests.get(notice.request_id) if notice.request_id else None
            return cards.notice_card(notice, request.reference if request else None)


def _new(
    tx: Transaction, notice_id: NoticeId, form: NoticeForm, block: Mapping[str, str], filed_by: PersonId
) -> Notice:
    request_id = _request_id(tx, form.request_reference)
    agency = agencies.named(tx, form.agency)
    state = NoticeState.SUBMITTED
    return Notice(
        id=notice_id,
        reference=tx.stores.references.next("NT", tx.now.year),
        colour=form.colour,
        country=form.country,
        identity=form.identity,
        block=block,
        request_id=request_id,
        agency_id=agency.id,
        agency_name=agency.name,
        agency_case=form.agency_case,
        filed_by=filed_by,
        owner=None,
        approved_by=None,
        state=state,
        state_since=tx.now,
        control_number=None,
        due_at=deadlines.notice_due(state, since=tx.now, policy=tx.policy),
        created_at=tx.now,
    )


def _request_id(tx: Transaction, words: str) -> RequestId | None:
    """The request that the notice comes from, as far as the filer may see it."""
    if not words.strip():
        return None
    record = lookup.seen_or_none(tx, words)
    if not isinstance(record, LiaisonRequest):
        raise InvalidForm({"request_reference": "There is no such request. Write it like LR-2026-00042."})
    return record.id
