"""Looking at pages: as messages show them, by reference, in a list, as a timeline, as figures of a month."""

from datetime import datetime
from zoneinfo import ZoneInfo

from bot.desk import answering, page_facts
from bot.desk.facts import PageDetails, PageFacts, PageRow, Timeline
from bot.desk.ground import Ground
from bot.rules import page_report
from bot.rules.page_report import Report
from bot.rules.permissions import Act
from storage.records.escalations import EscalationId
from storage.records.people import Actor, Person


class PageReading:
    def __init__(self, ground: Ground) -> None:
        self._ground = ground

    def next_due(self) -> datetime | None:
        with self._ground.database.reading() as stores:
            return stores.escalations.next_due()

    def page(self, escalation_id: EscalationId) -> PageFacts | None:
        """What the page's messages show as it stands now; None when there is none."""
        with self._ground.database.reading() as stores:
            escalation = stores.escalations.get(escalation_id)
            return page_facts.facts(stores, escalation, self._ground.policy) if escalation else None

    def progress(self, escalation_id: EscalationId) -> Timeline | None:
        """What stands in the page's thread: its timeline, without what people wrote."""
        with self._ground.database.reading() as stores:
            escalation = stores.escalations.get(escalation_id)
            return page_facts.timeline(stores, escalation, self._ground.policy) if escalation else None

    def status(self, asker: Person | Actor, reference: str) -> PageFacts:
        """A page by its reference, for who paged, with a role or without, and for all who see every record.

        Raises Refusal, NoSuchRecord among them.
        """
        with self._ground.reading(asker, "escalation.status") as tx:
            tx.require(Act.OPEN_PAGE)
            return page_facts.facts(tx.stores, answering.seen(tx, reference), tx.policy)

    def listing(self, asker: Person | Actor) -> tuple[PageRow, ...]:
        """Every page that is not resolved, oldest first. Raises Refusal."""
        with self._ground.reading(asker, "escalation.list") as tx:
            tx.require(Act.ANSWER_PAGE)
            return tuple(page_facts.row(each) for each in tx.stores.escalations.unresolved())

    def details(self, asker: Person, escalation_id: EscalationId) -> PageDetails:
        """A page with its words; the read is audited. Raises Refusal, NoSuchRecord among them."""
        with self._ground.transaction(asker, "escalation.read", escalation_id) as tx:
            tx.require(Act.ANSWER_PAGE)
            escalation = answering.clicked(tx, escalation_id)
            tx.audit("words")
            return page_facts.details(tx, escalation)

    def timeline(self, asker: Person | Actor, escalation_id: EscalationId) -> Timeline:
        """Who was told when and how, and what they did; no words. Raises Refusal, NoSuchRecord among them."""
        with self._ground.reading(asker, "escalation.timeline", escalation_id) as tx:
            tx.require(Act.ANSWER_PAGE)
            return page_facts.timeline(tx.stores, answering.clicked(tx, escalation_id), tx.policy)

    def report(self, asker: Person | Actor, words: str, zone: ZoneInfo) -> Report:
        """The figures of a month, such as `2026-11`. Raises Refusal, and DeskError for other words."""
        with self._ground.reading(asker, "escalation.report") as tx:
            tx.require(Act.REPORT)
            month, begins, ends = page_report.span(words, tx.now, zone)
            return page_report.report(month, tx.stores.escalations.opened_between(begins, ends), zone)

    def found(self, asker: Person | Actor, reference: str) -> EscalationId:
        """The page of this reference, for somebody who answers pages. Raises Refusal."""
        with self._ground.reading(asker, "escalation.status") as tx:
            tx.require(Act.ANSWER_PAGE)
            return answering.named(tx, reference).id
