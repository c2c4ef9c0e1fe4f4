"""Filing a notice: checked, kept, shown, and compared with what the desk has already."""

from collections.abc import Mapping
from dataclasses import replace

from bot.desk import agencies, alerting, alike, automatic, lookup, notice_moves, notice_step, notice_views
from bot.desk.drafts import forget
from bot.desk.notice_facts import NoticeFiled
from bot.desk.registry_entries import check_term
from bot.desk.transaction import Transaction
from bot.rules import notices, subjects
from bot.rules.errors import InvalidForm
from bot.rules.notices import COLUMNS, NoticeForm
from bot.rules.permissions import Act
from storage.records.drafts import DraftId
from storage.records.notices import Notice, NoticeId, NoticeState
from storage.records.people import PersonId
from storage.records.requests import Direction, LiaisonRequest, RequestId
from storage.records.terms import TermKind


def require_filer(tx: Transaction, direction: Direction) -> None:
    """Raises Refusal. What comes from another country is recorded by an officer."""
    tx.require(Act.FILE)
    if direction is Direction.INCOMING:
        tx.require(Act.WORK)


def file(tx: Transaction, asker: PersonId, form: NoticeForm, submission_key: str) -> NoticeFiled:
    """The same key again gives the same notice. Raises InvalidForm and Refusal."""
    require_filer(tx, form.direction)
    if form.is_on_behalf:
        tx.require(Act.FILE_ON_BEHALF)
    kept = notices.check(form, tx.bounds, for_others=tx.may(Act.FILE_ON_BEHALF))
    check_term(tx, TermKind.OFFENCE, kept.get("offence", ""), "offence")
    notice_id = tx.new_id()
    if made := tx.made_before(submission_key, notice_id):
        filed = lookup.notice(tx, NoticeId(made))
        return notice_views.filed(tx, filed, alike.again(tx, filed))
    notice = _new(tx, NoticeId(notice_id), form, kept, asker)
    tx.stores.notices.add(notice)
    forget(tx, DraftId(submission_key), asker)
    alerting.alert_concerned(tx, notice)
    notice_step.remind(tx, notice)
    tx.about(notice.reference)
    tx.event(notice.id, "filed", notice.state)
    tx.audit("colour", "direction", "means", "country", *kept)
    found = alike.noted(tx, notice, subjects.of_notice(notice))
    notice_step.show(tx, notice)
    automatic.flash(tx, notice)
    notice_step.show_around(tx, notice)
    return notice_views.filed(tx, notice, found)


def _new(
    tx: Transaction, notice_id: NoticeId, form: NoticeForm, kept: Mapping[str, str], filed_by: PersonId
) -> Notice:
    agency = agencies.named(tx, kept.get("agency", ""))
    incoming = form.direction is Direction.INCOMING
    state = NoticeState.RECEIVED if incoming else NoticeState.SUBMITTED
    notice = Notice(
        id=notice_id,
        reference=tx.stores.references.next("NT", tx.now.year),
        colour=form.colour,
        country=form.country,
        request_id=request_id(tx, kept.get("request_reference", "")),
        agency_id=agency.id,
        agency_name=agency.name,
        agency_case=kept.get("agency_case", ""),
        filed_by=filed_by,
        # Whoever records another country's notice goes on with it.
        owner=filed_by if incoming else None,
        approved_by=None,
        state=state,
        state_since=tx.now,
        control_number=_control_number(tx, kept),
        due_at=None,
        created_at=tx.now,
        answers={
            "priority": notices.usual_priority(kept),
            **{name: answer for name, answer in kept.items() if name not in COLUMNS},
        },
        direction=form.direction,
        means=form.means,
    )
    return replace(notice, due_at=notice_step.due(tx, notice, {}))


def _control_number(tx: Transaction, kept: Mapping[str, str]) -> str | None:
    return notice_moves.control_number(tx, kept["control_number"]) if kept.get("control_number") else None


def request_id(tx: Transaction, words: str) -> RequestId | None:
    """The request that the notice comes from, as far as the filer may see it. Raises InvalidForm."""
    if not words.strip():
        return None
    record = lookup.seen_or_none(tx, words)
    if not isinstance(record, LiaisonRequest):
        raise InvalidForm({"request_reference": "There is no such request. Write it like LR-2026-00042."})
    return record.id
