"""Requests: filed, looked at, and moved from state to state by `request_step`."""

from datetime import datetime

from bot.desk import agencies, automatic, cards, listings, lookup, request_step
from bot.desk.facts import Listing, RequestCard, RequestDetails, Status
from bot.desk.ground import Ground, looking_again
from bot.desk.registry_entries import check_offence
from bot.desk.statuses import status
from bot.desk.transaction import Transaction
from bot.rules import deadlines, requests
from bot.rules.errors import Refusal, taken_already
from bot.rules.fields import earliest_today
from bot.rules.permissions import Act
from bot.rules.policy import Policy
from bot.rules.requests import RequestForm
from storage.records.people import Actor, Person, PersonId
from storage.records.reminders import RecordKind
from storage.records.requests import LiaisonRequest, RequestId, RequestState

_READ = ("facts", "contact", "agency_case", "on_behalf", "evidence")


class Requests:
    def __init__(self, ground: Ground) -> None:
        self._ground = ground

    def check_filer(self, asker: Person) -> None:
        """Before a form opens: nobody types for nothing. Raises Refusal."""
        with self._ground.reading(asker, "request.file") as tx:
            tx.require(Act.FILE)

    def answer_due(self, request: LiaisonRequest) -> datetime:
        """When the answer is due that the request's priority promises."""
        return _answer_due(request, self._ground.policy)

    def file(self, asker: Person, form: RequestForm, submission_key: str) -> LiaisonRequest:
        """The same key again gives the same request. Raises InvalidForm and Refusal."""
        with self._ground.transaction(asker, "request.file") as tx:
            tx.require(Act.FILE)
            if form.on_behalf is not None:
                tx.require(Act.FILE_ON_BEHALF)
            requests.check(
                form,
                countries=tx.countries(form.country),
                limit=tx.policy.text_limit,
                today=earliest_today(tx.now),
            )
            check_offence(tx, form.offence)
            form = requests.tidy(form)
            request_id = tx.new_id()
            if made := tx.made_before(submission_key, request_id):
                return lookup.request(tx, RequestId(made))
            request = _new(tx, RequestId(request_id), form, asker.id)
            tx.stores.requests.add(request)
            request_step.remind(tx, request)
            tx.about(request.reference)
            tx.event(request.id, "filed", request.state)
            tx.audit(*RequestForm.__dataclass_fields__)
            tx.tell_filed(RecordKind.REQUEST, request, answer_by=_answer_due(request, tx.policy))
            request_step.show(tx, request)
            automatic.flash_request(tx, request)
            return request

    @looking_again
    def claim(self, asker: Person, request_id: RequestId) -> LiaisonRequest:
        """Raises NotYet, naming who has it, for everybody but the first; and Refusal."""
        with self._ground.transaction(asker, "request.claim", request_id) as tx:
            request = lookup.request(tx, request_id)
            tx.require(Act.WORK)
            if request.owner is not None and request.state in requests.LIVE:
                raise taken_already(request.owner, asker.id)
            claimed = request_step.take(tx, request, requests.CLAIM, owner=asker.id)
            automatic.claimed(tx, claimed)
            return claimed

    @looking_again
    def close(
        self, asker: Person, request_id: RequestId, outcome: str, seen_version: int | None = None
    ) -> LiaisonRequest:
        """Raises InvalidForm without an outcome, NotYet when it has moved on since, and Refusal."""
        with self._ground.transaction(asker, "request.close", request_id) as tx:
            request = lookup.request(tx, request_id)
            tx.require(Act.WORK)
            given = {"outcome": outcome}
            return request_step.take(tx, request, requests.CLOSE, answers=given, seen_version=seen_version)

    @looking_again
    def withdraw(self, asker: Person, request_id: RequestId) -> LiaisonRequest:
        """Raises Refusal for everybody but the filer, and NotYet when it is over."""
        with self._ground.transaction(asker, "request.withdraw", request_id) as tx:
            request = lookup.request(tx, request_id)
            tx.require(Act.WITHDRAW)
            if not tx.may(Act.WITHDRAW, filed_by=request.filed_by, agency=request.agency_id):
                raise Refusal("Only who filed a request may withdraw it. Ask the desk to close it.")
            return request_step.take(tx, request, requests.WITHDRAW)

    def check_worker(self, asker: Person, request_id: RequestId) -> None:
        """Before the form of a step opens. Raises Refusal, NoSuchRecord among them."""
        with self._ground.reading(asker, "request.step", request_id) as tx:
            lookup.request(tx, request_id)
            tx.require(Act.WORK)

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
            return RequestDetails(request=request, events=lookup.history(tx, request.id))

    def card(self, request_id: RequestId) -> RequestCard | None:
        """What the channel shows of a request as it is now; None when there is none."""
        with self._ground.database.reading() as stores:
            request = stores.requests.get(request_id)
            return cards.request_card(request) if request else None


def _answer_due(request: LiaisonRequest, policy: Policy) -> datetime:
    return deadlines.answer_due(request.created_at, request.priority, policy)


def _new(tx: Transaction, request_id: RequestId, form: RequestForm, filed_by: PersonId) -> LiaisonRequest:
    agency = agencies.named(tx, form.agency)
    state = RequestState.SUBMITTED
    return LiaisonRequest(
        id=request_id,
        reference=tx.stores.references.next("LR", tx.now.year),
        kind=form.kind,
        direction=form.direction,
        country=form.country,
        offence=form.offence,
        agency_id=agency.id,
        agency_name=agency.name,
        agency_case=form.agency_case,
        priority=form.priority,
        facts=form.facts,
        contact=form.contact,
        on_behalf=form.on_behalf,
        filed_by=filed_by,
        state=state,
        state_since=tx.now,
        owner=None,
        due_at=deadlines.request_due(
            state, since=tx.now, created_at=tx.now, priority=form.priority, policy=tx.policy
        ),
        created_at=tx.now,
        departs_on=form.departs_on or None,
    )
