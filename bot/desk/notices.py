"""Notices: filed, looked at, and moved from state to state by `notice_step`."""

from collections.abc import Mapping

from bot.desk import (
    listings,
    lookup,
    notice_filing,
    notice_moves,
    notice_step,
    notice_supplementing,
    notice_views,
)
from bot.desk.facts import Listing, Status
from bot.desk.ground import Ground, looking_again
from bot.desk.notice_facts import NoticeCard, NoticeDetails, NoticeFiled, NoticeTimeline
from bot.desk.statuses import status
from bot.rules import conditions, notice_steps, notices
from bot.rules.errors import Refusal
from bot.rules.notices import NoticeForm
from bot.rules.permissions import Act
from bot.rules.requests import WHO
from storage.records.notices import Colour, Notice, NoticeId
from storage.records.people import Actor, Person
from storage.records.reminders import RecordKind
from storage.records.requests import Direction

_READ = ("answers", "agency_case", "evidence")
_MOST_STEPS = 100
"""Of a timeline: a modal has room for no more."""


class Notices:
    def __init__(self, ground: Ground) -> None:
        self._ground = ground

    def check_filer(self, asker: Person, direction: Direction = Direction.OUTGOING) -> None:
        """Before a form opens: nobody types for nothing. Raises Refusal."""
        with self._ground.reading(asker, "notice.file") as tx:
            notice_filing.require_filer(tx, direction)

    def check_beginning(self, asker: Person, colour: Colour, direction: Direction, country: str) -> None:
        """Before the form of a colour opens. Raises InvalidForm and Refusal."""
        with self._ground.reading(asker, "notice.file") as tx:
            notice_filing.require_filer(tx, direction)
            notices.check_beginning(colour, direction, country, countries=tx.stores.countries.known)

    def file(self, asker: Person, form: NoticeForm, submission_key: str) -> NoticeFiled:
        """The same key again gives the same notice. Raises InvalidForm and Refusal."""
        with self._ground.transaction(asker, "notice.file") as tx:
            return notice_filing.file(tx, asker.id, form, submission_key)

    @looking_again
    def step(
        self,
        asker: Person,
        notice_id: NoticeId,
        step_name: str,
        answers: Mapping[str, str] | None = None,
        seen_version: int | None = None,
    ) -> Notice:
        """Takes the step that a button or its form named.

        Raises NotYet when the notice has moved on since `seen_version` or the step does not begin here,
        InvalidForm for the answers, and Refusal.
        """
        with self._ground.transaction(asker, f"notice.{step_name}", notice_id) as tx:
            notice = lookup.notice(tx, notice_id)
            return notice_step.take(tx, notice, step_name, answers or {}, seen_version)

    def check_step(self, asker: Person, notice_id: NoticeId, step_name: str) -> None:
        """Before the form of a step opens. Raises NotYet and Refusal, NoSuchRecord among them.

        Whoever must not approve it, or not yet, is told before they fill anything in. The form that answers
        the desk shows its question, which is a read of the evidence.
        """
        asked = step_name == notice_steps.INFO.name
        begin = self._ground.transaction if asked else self._ground.reading
        with begin(asker, "notice.read" if asked else f"notice.{step_name}", notice_id) as tx:
            notice = lookup.notice(tx, notice_id)
            if step := notice_steps.step_named(step_name):
                notice_step.require(tx, notice, step)
            if step_name == notice_steps.APPROVE.name:
                notice_moves.check_approver(tx, notice)
                conditions.check_publishable(notice.reference, notices.findings_of(notice))
            if asked:
                tx.audit("evidence")

    def begin_adding(self, asker: Person, notice_id: NoticeId) -> Notice:
        """Before details are added: what stands there is read, and audited. Raises NotYet and Refusal."""
        with self._ground.transaction(asker, "notice.read", notice_id) as tx:
            return notice_supplementing.opened(tx, notice_id)

    def add(
        self,
        asker: Person,
        notice_id: NoticeId,
        section: str,
        answers: Mapping[str, str],
        seen_version: int | None = None,
    ) -> Notice:
        """Keeps what one section of the notice's form says now. Raises NotYet, InvalidForm and Refusal."""
        with self._ground.transaction(asker, "notice.add", notice_id) as tx:
            return notice_supplementing.add(tx, notice_id, section, answers, seen_version)

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
            return notice_views.details(tx, notice)

    def named(self, asker: Person, notice_id: NoticeId) -> Notice:
        """Whom a protected notice is about; the read is audited by itself. Raises Refusal."""
        with self._ground.transaction(asker, "notice.name", notice_id) as tx:
            notice = lookup.notice(tx, notice_id)
            if not tx.may(Act.WORK) and not notice_views.may_add(tx, notice):
                raise Refusal("Only the agency that asks, or an officer, sees the whole name.")
            tx.audit(*WHO)
            return notice

    def timeline(self, asker: Person, notice_id: NoticeId) -> NoticeTimeline:
        """What has happened, without what anybody wrote. Raises Refusal, NoSuchRecord among them."""
        with self._ground.reading(asker, "notice.timeline", notice_id) as tx:
            notice = lookup.notice(tx, notice_id)
            return notice_views.timeline(tx.stores, notice, _MOST_STEPS)

    def progress(self, notice_id: NoticeId, most: int) -> NoticeTimeline | None:
        """The same for the thread under its card; None when there is none."""
        with self._ground.database.reading() as stores:
            notice = stores.notices.get(notice_id)
            return notice_views.timeline(stores, notice, most) if notice else None

    def post_card(self, asker: Person, notice_id: NoticeId) -> Notice:
        """Brings the card of one that was imported into the channel. Raises Refusal."""
        with self._ground.transaction(asker, "notice.card", notice_id) as tx:
            notice = lookup.notice(tx, notice_id)
            tx.require(Act.WORK)
            notice_step.show(tx, notice)
            return notice

    def card(self, notice_id: NoticeId) -> NoticeCard | None:
        """What the channel shows of a notice as it is now; None when there is none."""
        with self._ground.database.reading() as stores:
            notice = stores.notices.get(notice_id)
            return notice_views.card(stores, notice) if notice else None

    def own(self, notice_id: NoticeId) -> NoticeCard | None:
        """The same with the steps of whoever filed it."""
        with self._ground.database.reading() as stores:
            notice = stores.notices.get(notice_id)
            return notice_views.own_card(stores, notice) if notice else None
