"""Adding details to a request that is filed: the checklist fills up, and whoever has it is told."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import timedelta

from bot.desk import alerting, alike, automatic, lookup, request_step
from bot.desk.registry_entries import check_term
from bot.desk.transaction import Transaction
from bot.rules import answers as filled_in
from bot.rules import deadlines, request_steps, requests, subjects, texts
from bot.rules.answers import Bounds, several
from bot.rules.errors import STALE, NotYet
from bot.rules.permissions import Act
from bot.rules.records import kind_of
from storage.records.announcements import RecordSupplemented, direct
from storage.records.outbox import Lane
from storage.records.people import PersonId
from storage.records.requests import LiaisonRequest, Priority, RequestId
from storage.records.terms import TermKind

_ALWAYS = ("priority", "offence")
"""Every request has them: left empty they stay as they are."""
_A_DAY = timedelta(days=1)


def opened(tx: Transaction, request_id: RequestId) -> LiaisonRequest:
    """A request that the asker may add to; the read is audited. Raises NotYet and Refusal."""
    request = _addable(tx, request_id)
    tx.audit("facts", "contact", "agency_case", "answers")
    return request


def add(
    tx: Transaction,
    request_id: RequestId,
    section: str,
    answers: Mapping[str, str],
    seen_version: int | None,
) -> LiaisonRequest:
    """Keeps what one section of its form says now. Raises NotYet, InvalidForm and Refusal."""
    request = _addable(tx, request_id)
    if seen_version not in {None, request.version}:
        raise NotYet(f"{STALE}Open it again.", holder=request.owner)
    found = requests.added_form(request.kind, request.direction).section(section)
    asks = found.asks if found else ()
    before = requests.answers_of(request)
    kept = _kept(tx, filled_in.check(asks, {**before, **answers}, bounds_of(tx, request)), before)
    rest = {name: answer for name, answer in before.items() if name not in {ask.name for ask in asks}}
    changed = sorted(ask.name for ask in asks if kept.get(ask.name, "") != before.get(ask.name, ""))
    if not changed:
        return request
    requests.check_days({**rest, **kept})
    if "birth" in changed:
        requests.check_age(request.kind, kept, tx.bounds.latest)
    return _changed(tx, request, {**rest, **kept}, changed)


def bounds_of(tx: Transaction, record: lookup.Record) -> Bounds:
    """A day that was to come when it was filed may have passed, and stays as it is."""
    return replace(tx.bounds, earliest=min(tx.bounds.earliest, record.created_at.date() - _A_DAY))


def _kept(tx: Transaction, given: Mapping[str, str], before: Mapping[str, str]) -> dict[str, str]:
    """As it is kept. Raises InvalidForm for a term that is not offered any more, unless it stood there."""
    for term, field in ((TermKind.OFFENCE, "offence"), (TermKind.PROGRAMME, "programme")):
        if given.get(field, "") != before.get(field, ""):
            check_term(tx, term, given.get(field, ""), field)
    return {**{name: before[name] for name in _ALWAYS if name in before}, **given}


def _addable(tx: Transaction, request_id: RequestId) -> LiaisonRequest:
    request = lookup.request(tx, request_id)
    tx.require(Act.FILE)
    request_step.require_adder(tx, request)
    if request.state not in request_steps.SUPPLEMENT.starts:
        words = texts.request_standing(request.state).words
        raise NotYet(f"{request.reference} is now {words}, so nothing is added to it.", holder=request.owner)
    return request


def _changed(
    tx: Transaction, request: LiaisonRequest, answers: Mapping[str, str], names: list[str]
) -> LiaisonRequest:
    own = {name: answer for name, answer in answers.items() if name not in requests.COLUMNS}
    after = replace(
        request,
        answers=own,
        facts=answers.get("facts", ""),
        contact=answers.get("contact", ""),
        agency_case=answers.get("agency_case", ""),
        offence=answers.get("offence") or request.offence,
        priority=Priority(answers.get("priority") or request.priority),
        departs_on=requests.departure(own),
        version=request.version + 1,
    )
    after = replace(after, due_at=deadlines.request_due(after, tx.policy, tx.zone))
    tx.stores.requests.save(after)
    for field in alerting.FIELDS:
        new = set(several(own.get(field, ""))) - set(several(request.answers.get(field, "")))
        alerting.alert(tx, after, sorted(new), field)
    request_step.remind(tx, after, keeps_step=after.due_at == request.due_at)
    tx.event(after.id, request_steps.SUPPLEMENT.name, after.state, {"added": ", ".join(names)})
    tx.audit(*names)
    tell_owner(tx, after)
    if request.priority is not Priority.FLASH:
        automatic.flash(tx, after)
    request_step.show(tx, after)
    alike.noted(tx, after, subjects.of_request(after))
    return after


def tell_owner(tx: Transaction, record: lookup.Record) -> None:
    """That something was added, unless they did it themselves."""
    owner = record.owner
    if owner is None or owner == PersonId(tx.actor) or not tx.can_answer(owner):
        return
    tx.say(
        RecordSupplemented(
            record_kind=kind_of(record), record_id=record.id, reference=record.reference, by=tx.actor
        ),
        place=direct(owner),
        lane=Lane.ANSWER,
        once_key=f"supplemented:{record.id}:{record.version}",
        record_key=record.id,
    )
