"""Filing a request: checked, kept, shown, and compared with what the desk has already."""

from collections.abc import Mapping
from dataclasses import replace

from bot.desk import agencies, alerting, alike, automatic, lookup, request_step
from bot.desk.drafts import forget
from bot.desk.registry_entries import check_term
from bot.desk.request_facts import Alike, Filed
from bot.desk.transaction import Transaction
from bot.rules import checklist, deadlines, requests, subjects
from bot.rules.answers import several
from bot.rules.kinds import KINDS
from bot.rules.permissions import Act
from bot.rules.requests import COLUMNS, RequestForm
from storage.records.drafts import DraftId
from storage.records.people import PersonId
from storage.records.requests import LiaisonRequest, Priority, RequestId, RequestState
from storage.records.terms import TermKind


def file(tx: Transaction, asker: PersonId, form: RequestForm, submission_key: str) -> Filed:
    """The same key again gives the same request. Raises InvalidForm and Refusal."""
    tx.require(Act.FILE)
    if form.is_on_behalf:
        tx.require(Act.FILE_ON_BEHALF)
    kept = requests.check(form, tx.bounds)
    for term, field in ((TermKind.OFFENCE, "offence"), (TermKind.PROGRAMME, "programme")):
        check_term(tx, term, kept.get(field, ""), field)
    request_id = tx.new_id()
    if made := tx.made_before(submission_key, request_id):
        filed = lookup.request(tx, RequestId(made))
        return _filed(tx, filed, alike.again(tx, filed))
    request = _new(tx, RequestId(request_id), form, kept, asker)
    tx.stores.requests.add(request)
    forget(tx, DraftId(submission_key), asker)
    for field in alerting.FIELDS:
        alerting.alert(tx, request, several(kept.get(field, "")), field)
    request_step.remind(tx, request)
    tx.about(request.reference)
    tx.event(request.id, "filed", request.state)
    tx.audit("kind", "direction", "country", *kept)
    request_step.show(tx, request)
    automatic.flash(tx, request)
    return _filed(tx, request, alike.noted(tx, request, subjects.of_request(request)))


def _filed(tx: Transaction, request: LiaisonRequest, found: tuple[Alike, ...] = ()) -> Filed:
    items = checklist.items(request, tx.stores.disclosures.of(request.id), tx.stores.countries.name)
    return Filed(
        request=request,
        answer_by=deadlines.answer_due(request.created_at, request.priority, tx.policy),
        missing=checklist.missing(items),
        late=deadlines.announced_late(request, tx.policy, tx.zone),
        alike=found,
    )


def _new(
    tx: Transaction,
    request_id: RequestId,
    form: RequestForm,
    kept: Mapping[str, str],
    filed_by: PersonId,
) -> LiaisonRequest:
    agency = agencies.named(tx, kept.get("agency", ""))
    row = KINDS[form.kind]
    request = LiaisonRequest(
        id=request_id,
        reference=tx.stores.references.next("LR", tx.now.year),
        kind=form.kind,
        direction=form.direction,
        country=form.country,
        offence=kept.get("offence") or row.offence or "",
        agency_id=agency.id,
        agency_name=agency.name,
        agency_case=kept.get("agency_case", ""),
        priority=Priority(kept.get("priority") or row.priority),
        facts=kept.get("facts", ""),
        contact=kept.get("contact", ""),
        on_behalf=requests.on_behalf(kept),
        filed_by=filed_by,
        state=RequestState.SUBMITTED,
        state_since=tx.now,
        owner=None,
        due_at=None,
        created_at=tx.now,
        answers={name: answer for name, answer in kept.items() if name not in COLUMNS},
        departs_on=requests.departure(kept),
    )
    return replace(request, due_at=deadlines.request_due(request, tx.policy, tx.zone))
