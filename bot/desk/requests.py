"""Requests: filed, looked at, and moved from state to state by `request_step`."""

from collections.abc import Mapping, Sequence

from bot.desk import alike, cards, listings, lookup, request_filing, request_step, supplementing
from bot.desk.facts import Listing, Status
from bot.desk.ground import Ground, looking_again
from bot.desk.request_facts import Filed, OwnRequest, RequestCard, RequestDetails
from bot.desk.statuses import status
from bot.desk.transaction import Transaction
from bot.rules import answers as filled_in
from bot.rules import checklist, deadlines, request_steps, requests
from bot.rules.errors import Refusal
from bot.rules.permissions import Act
from bot.rules.requests import RequestForm
from bot.rules.steps import Form
from storage.database import Stores
from storage.records.notices import RecordEvent
from storage.records.people import Actor, Person, PersonId
from storage.records.queries import RecordQuery
from storage.records.reminders import RecordKind
from storage.records.requests import Direction, LiaisonRequest, RequestId, RequestKind, RequestState

_LATELY = 20
"""Steps among which the last question of the desk is looked for."""
_READ = ("facts", "contact", "agency_case", "on_behalf", "answers", "evidence")


class Requests:
    def __init__(self, ground: Ground) -> None:
        self._ground = ground

    def check_filer(self, asker: Person) -> None:
        """Before a form opens: nobody types for nothing. Raises Refusal."""
        with self._ground.reading(asker, "request.file") as tx:
            tx.require(Act.FILE)

    def check_beginning(self, asker: Person, kind: RequestKind, direction: Direction, country: str) -> None:
        """Before the form of a kind opens. Raises InvalidForm and Refusal."""
        with self._ground.reading(asker, "request.file") as tx:
            tx.require(Act.FILE)
            requests.check_beginning(kind, direction, country, countries=tx.stores.countries.known)

    def check_section(self, asker: Person, form: Form, name: str, answers: Mapping[str, str]) -> None:
        """Before a section of a form is laid aside. Raises InvalidForm and Refusal."""
        with self._ground.reading(asker, "request.file") as tx:
            tx.require(Act.FILE)
            found = form.section(name)
            filled_in.check(found.asks if found else (), answers, tx.bounds)

    def remembered(self, asker: Person) -> Mapping[str, str]:
        """What a person need not say again: their agency, and the contact that they named last."""
        with self._ground.reading(asker, "request.file") as tx:
            person = tx.person or asker
            own = {"agency": person.agency_id} if person.agency_id else {}
            last = tx.stores.requests.last_of(person.id)
            if last is None:
                return own
            agency = tx.stores.agencies.get(last.agency_id) if last.agency_id else None
            there = agency is not None and agency.removed_at is None
            return {"agency": last.agency_id or "" if there else "", "contact": last.contact, **own}

    def file(self, asker: Person, form: RequestForm, submission_key: str) -> Filed:
        """The same key again gives the same request. Raises InvalidForm and Refusal."""
        with self._ground.transaction(asker, "request.file") as tx:
            return request_filing.file(tx, asker.id, form, submission_key)

    @looking_again
    def step(
        self,
        asker: Person,
        request_id: RequestId,
        step_name: str,
        answers: Mapping[str, str] | None = None,
        seen_version: int | None = None,
    ) -> LiaisonRequest:
        """Takes the step that a button or its form named.

        Raises NotYet, naming who has it, when the request has moved on since `seen_version` or the step does
        not begin here; InvalidForm for the answers; and Refusal.
        """
        with self._ground.transaction(asker, f"request.{step_name}", request_id) as tx:
            request = lookup.request(tx, request_id)
            return request_step.take(tx, request, step_name, answers or {}, seen_version)

    def claim(self, asker: Person, request_id: RequestId) -> LiaisonRequest:
        """Raises NotYet, naming who has it, for everybody but the first; and Refusal."""
        return self.step(asker, request_id, request_steps.CLAIM.name)

    @looking_again
    def take_next(self, asker: Person) -> LiaisonRequest | None:
        """Claims what should be worked now: by priority, then what is due first, then the oldest.

        None: nothing waits for an officer. Raises Refusal.
        """
        with self._ground.transaction(asker, "request.next") as tx:
            tx.require(Act.WORK)
            waiting = tx.stores.requests.next_unclaimed(frozenset({RequestState.SUBMITTED}))
            if waiting is None:
                return None
            tx.about(waiting.reference)
            return request_step.take(tx, waiting, request_steps.CLAIM.name, {}, None)

    def load(self, asker: Person) -> Mapping[PersonId | None, tuple[int, int]]:
        """For supervisors: open requests by owner, and how many are overdue. Raises Refusal."""
        with self._ground.reading(asker, "request.load") as tx:
            tx.require(Act.OVERRIDE)
            return tx.stores.requests.load(frozenset(requests.LIVE), tx.now)

    def begin_adding(self, asker: Person, request_id: RequestId) -> LiaisonRequest:
        """Before details are added: what stands there is read, and audited. Raises NotYet and Refusal."""
        with self._ground.transaction(asker, "request.read", request_id) as tx:
            return supplementing.opened(tx, request_id)

    def add(
        self,
        asker: Person,
        request_id: RequestId,
        section: str,
        answers: Mapping[str, str],
        seen_version: int | None = None,
    ) -> LiaisonRequest:
        """Keeps what one section of the request's form says now. Raises NotYet, InvalidForm and Refusal."""
        with self._ground.transaction(asker, "request.add", request_id) as tx:
            return supplementing.add(tx, request_id, section, answers, seen_version)

    def check_step(self, asker: Person, request_id: RequestId, step_name: str) -> None:
        """Before the form of a step opens. Raises Refusal, NoSuchRecord among them.

        The form that answers the desk shows its question, which is a read of the evidence.
        """
        asked = step_name == request_steps.INFO.name
        begin = self._ground.transaction if asked else self._ground.reading
        with begin(asker, "request.read" if asked else "request.step", request_id) as tx:
            request = lookup.request(tx, request_id)
            if step := request_steps.step_named(step_name):
                request_step.require(tx, request, step)
            if asked:
                tx.audit("evidence")

    def status(self, asker: Person | Actor, words: str) -> Status:
        """Where a request or notice stands, without personal data. Raises Refusal."""
        return status(self._ground, asker, words, action="request.status")

    def listing(self, asker: Person, words: str, page: int = 1) -> Listing:
        """Raises Refusal."""
        return listings.listing(self._ground, asker, RecordKind.REQUEST, words, page)

    def details(self, asker: Person, request_id: RequestId) -> RequestDetails:
        """Everything about a request; the read is audited. Raises Refusal, NoSuchRecord among them."""
        with self._ground.transaction(asker, "request.read", request_id) as tx:
            request = lookup.request(tx, request_id)
            tx.require(Act.READ)
            tx.audit(*_READ)
            return _details(tx, request)

    def text_for(self, asker: Person, request_id: RequestId) -> LiaisonRequest:
        """What an officer copies into the network; the read is audited. Raises Refusal."""
        with self._ground.transaction(asker, "request.text", request_id) as tx:
            request = lookup.request(tx, request_id)
            tx.require(Act.WORK)
            tx.audit(*_READ)
            return request

    def named(self, asker: Person, request_id: RequestId) -> LiaisonRequest:
        """Whom a protected request is about; the read is audited by itself. Raises Refusal."""
        with self._ground.transaction(asker, "request.name", request_id) as tx:
            request = lookup.request(tx, request_id)
            if not tx.may(Act.WORK) and not request_step.may_add(tx, request):
                raise Refusal("Only the agency that asks, or an officer, sees the whole name.")
            tx.audit(*requests.WHO)
            return request

    def card(self, request_id: RequestId) -> RequestCard | None:
        """What the channel shows of a request as it is now; None when there is none."""
        with self._ground.database.reading() as stores:
            request = stores.requests.get(request_id)
            if request is None:
                return None
            notices = stores.notices.find(RecordQuery(request_id=request.id))
            return cards.request_card(
                request,
                checklist.items(request, stores.disclosures.of(request.id), stores.countries.name),
                stores.alerts.of(request.id),
                notices=[notice.reference for notice in notices],
                merged_into=_reference(stores, request.merged_into),
                late=self._is_late(request),
            )

    def own(self, request_id: RequestId) -> OwnRequest | None:
        """What whoever filed it sees of it as it is now; None when there is none."""
        with self._ground.database.reading() as stores:
            request = stores.requests.get(request_id)
            if request is None:
                return None
            items = checklist.items(request, stores.disclosures.of(request.id), stores.countries.name)
            asked = _last_question(stores.events.latest(request.id, _LATELY))
            late, policy = self._is_late(request), self._ground.policy
            return cards.own_request(request, items, asked, late=late, policy=policy)

    def _is_late(self, request: LiaisonRequest) -> bool:
        return deadlines.announced_late(request, self._ground.policy, self._ground.zone)


def _reference(stores: Stores, request_id: RequestId | None) -> str | None:
    found = stores.requests.get(request_id) if request_id else None
    return found.reference if found else None


def _last_question(events: Sequence[RecordEvent]) -> str:
    """What an officer asked last, of the events newest first."""
    asked = (each for each in events if each.step == request_steps.ASK_INFO.name)
    return next((each.evidence.get("missing", "") for each in asked), "")


def _details(tx: Transaction, request: LiaisonRequest) -> RequestDetails:
    told = tuple(tx.stores.disclosures.of(request.id))
    works = tx.may(Act.WORK)
    return RequestDetails(
        request=request,
        events=lookup.history(tx, request.id),
        items=checklist.items(request, told, tx.stores.countries.name),
        told=told if works else (),
        alerts=tuple(tx.stores.alerts.of(request.id)) if works else (),
        alike=tuple(each.reference for each in alike.of(tx, request)) if works else (),
        preserved_until=deadlines.preserved_until(request, tx.policy, tx.zone),
        send_by=deadlines.send_by_of(request, tx.policy, tx.zone),
        late=deadlines.announced_late(request, tx.policy, tx.zone),
        works=works,
        may_name=works or request_step.may_add(tx, request),
        watched=works and tx.stores.subjects.watched_since(request.id, PersonId(tx.actor)) is not None,
    )
