"""Escalations: a page is opened, climbs its ladder, is acknowledged and resolved."""

from datetime import datetime

from bot.desk import answering, pages
from bot.desk.facts import Opened, PageDetails, PageFacts
from bot.desk.ground import Ground, looking_again
from bot.desk.opening import Asking, open_page
from bot.rules.fields import kept
from bot.rules.permissions import Act, trusted
from storage.records.escalations import Escalation, EscalationId
from storage.records.people import SYSTEM, Actor, Person, PersonId
from storage.records.requests import Priority

_AT_ONCE = 50


class Escalations:
    def __init__(self, ground: Ground) -> None:
        self._ground = ground

    @looking_again
    def open(
        self,
        asker: Person | None,
        *,
        actor: Actor,
        reference_words: str | None,
        words: str,
        priority: Priority,
        submission_key: str,
        identity_unchecked: bool = False,
    ) -> Opened:
        """Pages the officer on duty, or joins the page that is open for the same record.

        Without an asker, an actor who is no operator is somebody whom Slack could not check: they page too,
        and are told nothing of any record. A reference that leads to no record loses no page: it goes out as
        it was typed. Raises Refusal.
        """
        unchecked = identity_unchecked or (asker is None and not trusted(actor))
        asking = Asking(
            reference_words=reference_words,
            words=kept(words)[: self._ground.policy.text_limit],
            priority=priority,
            submission_key=submission_key,
            unchecked=unchecked,
        )
        with self._ground.transaction(actor if unchecked else asker or actor, "escalation.open") as tx:
            if not unchecked:
                tx.require(Act.OPEN_PAGE)
            escalation, joined = open_page(tx, asking)
            missed = reference_words if escalation.record_id is None and not unchecked else None
            page = pages.facts(tx.stores, escalation, tx.policy)
            again = pages.present_holder(tx, escalation) if joined else None
            return Opened(page=page, joined=joined, told_again=again, not_found=missed or None)

    @looking_again
    def acknowledge(
        self, actor: Actor, escalation_id: EscalationId, *, holder: PersonId | None = None
    ) -> Escalation:
        """Takes a page; an operator may name the officer who has it.

        Raises NotYet, naming who has it, for everybody but the first; Refusal; and DeskError for a holder
        who is no officer.
        """
        with self._ground.transaction(actor, "escalation.acknowledge", escalation_id) as tx:
            tx.require(Act.ANSWER_PAGE)
            return answering.acknowledge(tx, answering.clicked(tx, escalation_id), holder)

    @looking_again
    def acknowledge_by_reference(
        self, actor: Actor, reference: str, *, holder: PersonId | None = None
    ) -> Escalation:
        """As `acknowledge`, for a page that is named by its reference."""
        with self._ground.transaction(actor, "escalation.acknowledge") as tx:
            tx.require(Act.ANSWER_PAGE)
            return answering.acknowledge(tx, answering.named(tx, reference), holder)

    @looking_again
    def escalate_now(self, asker: Person | Actor, escalation_id: EscalationId) -> Escalation:
        """Takes the next rung of the ladder at once. Raises NotYet when nobody is waited for, and Refusal."""
        with self._ground.transaction(asker, "escalation.escalate_now", escalation_id) as tx:
            tx.require(Act.ANSWER_PAGE)
            return answering.hurry(tx, answering.clicked(tx, escalation_id))

    @looking_again
    def resolve(self, asker: Person | Actor, escalation_id: EscalationId, outcome: str) -> Escalation:
        """Raises InvalidForm without an outcome, NotYet unless somebody has the page, and Refusal."""
        with self._ground.transaction(asker, "escalation.resolve", escalation_id) as tx:
            tx.require(Act.ANSWER_PAGE)
            return answering.resolve(tx, answering.clicked(tx, escalation_id), outcome)

    def sweep(self) -> int:
        """Takes every step of a ladder that is due; answers how many."""
        if not self._ground.is_due(self.next_due()):
            return 0
        with self._ground.transaction(SYSTEM, "escalation.climb", wakes=False) as tx:
            due = tx.stores.escalations.due(tx.now, _AT_ONCE)
            for escalation in due:
                pages.save_climbed(tx, escalation)
        if due:
            self._ground.wake.soon()
        return len(due)

    def next_due(self) -> datetime | None:
        with self._ground.database.reading() as stores:
            return stores.escalations.next_due()

    def page(self, escalation_id: EscalationId) -> PageFacts | None:
        """What the page's messages show as it stands now; None when there is none."""
        with self._ground.database.reading() as stores:
            escalation = stores.escalations.get(escalation_id)
            return pages.facts(stores, escalation, self._ground.policy) if escalation else None

    def status(self, asker: Person | Actor, reference: str) -> PageFacts:
        """A page by its reference, for who paged, with a role or without, and for all who see every record.

        Raises Refusal, NoSuchRecord among them.
        """
        with self._ground.reading(asker, "escalation.status") as tx:
            tx.require(Act.OPEN_PAGE)
            return pages.facts(tx.stores, answering.seen(tx, reference), tx.policy)

    def details(self, asker: Person, escalation_id: EscalationId) -> PageDetails:
        """A page with its words; the read is audited. Raises Refusal, NoSuchRecord among them."""
        with self._ground.transaction(asker, "escalation.read", escalation_id) as tx:
            tx.require(Act.ANSWER_PAGE)
            escalation = answering.clicked(tx, escalation_id)
            tx.audit("words")
            return pages.details(tx, escalation)
