"""Adding details to a notice that is filed: its conditions are looked at anew, and whoever has it is told."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from bot.desk import alerting, alike, automatic, lookup, notice_step
from bot.desk.registry_entries import check_term
from bot.desk.supplementing import bounds_of, tell_owner
from bot.desk.transaction import Transaction
from bot.rules import answers as filled_in
from bot.rules import contradictions, deadlines, notice_steps, notices, subjects, texts
from bot.rules.errors import STALE, InvalidForm, NotYet
from bot.rules.notice_states import UNSENT
from bot.rules.permissions import Act
from storage.records.notices import Notice, NoticeId
from storage.records.requests import Priority
from storage.records.terms import TermKind


def opened(tx: Transaction, notice_id: NoticeId) -> Notice:
    """A notice that the asker may add to; the read is audited. Raises NotYet and Refusal."""
    notice = _addable(tx, notice_id)
    tx.audit("answers", "agency_case")
    return notice


def add(
    tx: Transaction,
    notice_id: NoticeId,
    section: str,
    answers: Mapping[str, str],
    seen_version: int | None,
) -> Notice:
    """Keeps what one section of its form says now. Raises NotYet, InvalidForm and Refusal.

    What shows that a condition cannot hold is kept all the same: it is true, and stands against the approval.
    """
    notice = _addable(tx, notice_id)
    if seen_version not in {None, notice.version}:
        raise NotYet(f"{STALE}Open it again.", holder=notice.owner)
    found = notices.added_form(notice).section(section)
    asks = found.asks if found else ()
    before = {**notice.answers, "agency_case": notice.agency_case}
    kept = filled_in.check(asks, {**before, **answers}, bounds_of(tx, notice))
    if kept.get("offence") != before.get("offence"):
        check_term(tx, TermKind.OFFENCE, kept.get("offence", ""), "offence")
    changed = sorted(ask.name for ask in asks if kept.get(ask.name, "") != before.get(ask.name, ""))
    if not changed:
        return notice
    rest = {name: answer for name, answer in before.items() if name not in {ask.name for ask in asks}}
    if wrong := _new_contradictions(before, {**rest, **kept}, tx.bounds.latest):
        raise InvalidForm(wrong)
    return _changed(tx, notice, {**rest, **kept}, changed)


def _new_contradictions(before: Mapping[str, str], after: Mapping[str, str], today: date) -> dict[str, str]:
    """A child who has come of age meanwhile does not stand against what somebody adds now."""
    known = contradictions.errors(before, today)
    found = contradictions.errors(after, today)
    return {name: sentence for name, sentence in found.items() if known.get(name) != sentence}


def _addable(tx: Transaction, notice_id: NoticeId) -> Notice:
    notice = lookup.notice(tx, notice_id)
    tx.require(Act.FILE)
    notice_step.require_adder(tx, notice)
    if notice.state not in notice_steps.SUPPLEMENT.starts:
        words = texts.notice_standing(notice.state).words
        raise NotYet(f"{notice.reference} is now {words}, so nothing is added to it.", holder=notice.owner)
    return notice


def _changed(tx: Transaction, notice: Notice, answers: Mapping[str, str], names: list[str]) -> Notice:
    after = replace(
        notice,
        answers={
            "priority": notices.priority_of(notice),
            **{name: answer for name, answer in answers.items() if name not in notices.COLUMNS},
        },
        agency_case=answers.get("agency_case", ""),
        version=notice.version + 1,
    )
    if after.state in UNSENT:
        after = replace(after, due_at=deadlines.unsent_due(after, tx.policy, tx.zone))
    tx.stores.notices.save(after)
    alerting.alert_concerned(tx, after, notice)
    notice_step.remind(tx, after, keeps_step=after.due_at == notice.due_at)
    tx.event(after.id, notice_steps.SUPPLEMENT.name, after.state, {"added": ", ".join(names)})
    tx.audit(*names)
    tell_owner(tx, after)
    if notices.priority_of(notice) is not Priority.FLASH:
        automatic.flash(tx, after)
    alike.noted(tx, after, subjects.of_notice(after))
    notice_step.show(tx, after)
    notice_step.show_case(tx, after)
    return after
