"""Escalations: a page is opened, climbs its ladder, is taken, handed on and resolved."""

from collections.abc import Iterator
from contextlib import contextmanager

from bot.desk import answering, automatic, climbing, holding, page_facts, pages
from bot.desk.facts import Opened
from bot.desk.ground import STEP, looking_again
from bot.desk.opening import Asking, open_page
from bot.desk.page_reading import PageReading
from bot.desk.transaction import Transaction
from bot.rules.fields import kept
from bot.rules.permissions import Act, trusted
from storage.records.escalations import Escalation, EscalationId, EscalationState, TroubleKind
from storage.records.people import SYSTEM, Actor, Person, PersonId
from storage.records.requests import Priority

_AT_ONCE = 200


class Escalations(PageReading):
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
            linked = escalation.record_id or joined
            page = page_facts.facts(tx.stores, escalation, tx.policy)
            again = pages.present_holder(tx, escalation) if joined else None
            missed = None if linked or unchecked else reference_words
            return Opened(page=page, joined=joined, told_again=again, not_found=missed or None)

    @looking_again
    def acknowledge(
        self, actor: Actor, escalation_id: EscalationId, *, holder: PersonId | None = None
    ) -> Escalation:
        """Takes a page, or says that one is still on it; an operator may name the officer who has it.

        Raises NotYet, naming who has it, for everybody but the first; Refusal; and DeskError for a holder
        who is no officer.
        """
        with self._answering(actor, "acknowledge", escalation_id) as tx:
            return answering.acknowledge(tx, answering.clicked(tx, escalation_id), holder)

    @looking_again
    def acknowledge_by_reference(
        self, actor: Actor, reference: str, *, holder: PersonId | None = None
    ) -> Escalation:
        """As `acknowledge`, and raises NoSuchRecord when there is no such page."""
        with self._answering(actor, "acknowledge") as tx:
            return answering.acknowledge(tx, answering.named(tx, reference), holder)

    @looking_again
    def escalate_now(self, asker: Person | Actor, escalation_id: EscalationId) -> Escalation:
        """Takes the next step of the ladder at once. Raises NotYet when nobody is waited for, and Refusal."""
        with self._answering(asker, "escalate_now", escalation_id) as tx:
            return answering.hurry(tx, answering.clicked(tx, escalation_id))

    @looking_again
    def hand(self, asker: Person | Actor, escalation_id: EscalationId, to: PersonId) -> Escalation:
        """Asks another officer to take it over. Raises InvalidForm for who cannot, NotYet, and Refusal."""
        with self._answering(asker, "hand", escalation_id) as tx:
            return holding.hand(tx, answering.clicked(tx, escalation_id), to)

    @looking_again
    def note(self, asker: Person | Actor, escalation_id: EscalationId, words: str) -> Escalation:
        """Adds words that only the details show. Raises InvalidForm without any, and Refusal."""
        with self._answering(asker, "note", escalation_id) as tx:
            return answering.note(tx, answering.clicked(tx, escalation_id), words)

    @looking_again
    def resolve(self, asker: Person | Actor, escalation_id: EscalationId, outcome: str) -> Escalation:
        """Raises InvalidForm without an outcome, NotYet unless somebody has the page, and Refusal."""
        with self._answering(asker, "resolve", escalation_id) as tx:
            return answering.resolve(tx, answering.clicked(tx, escalation_id), outcome)

    def sweep(self) -> int:
        """Takes everything that is due, the most important first; answers how much."""
        taken = 0
        while self._ground.is_due(self.next_due()) and (some := self._take_due()):
            taken += some
        return taken

    def _take_due(self) -> int:
        with self._ground.transaction(SYSTEM, "escalation.climb", wakes=False) as tx:
            due = tx.stores.escalations.due(tx.now, _AT_ONCE)
            held = [each for each in due if each.state is EscalationState.ACKNOWLEDGED]
            climbing.climb(tx, [each for each in due if each not in held])
            for escalation in held:
                holding.advance(tx, escalation)
        if due:
            self._ground.wake.soon()
        now = self._ground.clock.now()
        for escalation in due:
            assert escalation.next_step_at is not None
            self._ground.late(STEP, (now - escalation.next_step_at).total_seconds())
        return len(due)

    @looking_again
    def passed_over(self, escalation_id: EscalationId, person: PersonId) -> None:
        """Slack says that somebody who was told is in *do not disturb*: others are told without waiting."""
        with self._ground.transaction(SYSTEM, "escalation.quiet", escalation_id) as tx:
            page = tx.stores.escalations.get(escalation_id)
            if page is not None:
                automatic.pass_over(tx, page, TroubleKind.QUIET, person)

    @contextmanager
    def _answering(
        self, asker: Person | Actor, action: str, escalation_id: str = ""
    ) -> Iterator[Transaction]:
        """A change that only those make who answer pages."""
        with self._ground.transaction(asker, f"escalation.{action}", escalation_id) as tx:
            tx.require(Act.ANSWER_PAGE)
            yield tx
