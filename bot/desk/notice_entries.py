"""From a row of an old register to a notice of this desk: its agency, its request, its state, what is due."""

from dataclasses import dataclass, field
from datetime import date

from bot.desk import notice_filing
from bot.desk.agencies import Named
from bot.desk.registry_entries import check_term
from bot.desk.transaction import Transaction
from bot.rules import deadlines, notice_offers, notice_steps, subjects, texts
from bot.rules.answers import Bounds
from bot.rules.colours import title
from bot.rules.csv_rows import Row, nearest
from bot.rules.errors import InvalidForm
from bot.rules.notice_file import DAY_OF
from bot.rules.notice_row import Entry, entry
from bot.rules.notice_states import IN_FORCE
from bot.rules.notices import COLUMNS
from bot.rules.registry_fields import ori_of
from bot.rules.spans import midnight
from storage.records.notices import Notice, NoticeId, RecordEvent
from storage.records.people import PersonId
from storage.records.reminders import RecordKind, Reminder, Stage
from storage.records.requests import Direction
from storage.records.subjects import SubjectKey
from storage.records.terms import TermKind


@dataclass(frozen=True, slots=True, kw_only=True)
class New:
    """A notice that is to be kept, and what is kept with it."""

    notice: Notice
    event: RecordEvent
    reminders: tuple[Reminder, ...]
    signs: tuple[SubjectKey, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """Reads rows in one transaction; each agency is looked for once."""

    tx: Transaction
    bounds: Bounds
    _agencies: dict[str, Named] = field(default_factory=dict)

    def new(self, row: Row) -> New:
        """What a row makes; the notice has no reference yet. Raises InvalidForm by column."""
        read = entry(row, self.bounds)
        check_term(self.tx, TermKind.OFFENCE, read.answers.get("offence", ""), "offence")
        notice = self._notice(read)
        if notice.state not in notice_offers.reachable(notice):
            words = texts.notice_standing(notice.state).words
            what = title(notice.colour, notice.means, notice.direction)
            raise InvalidForm({"state": f"No {what} is ever “{words}”. Check colour, direction and means."})
        event = self._event(read, notice)
        return New(
            notice=notice,
            event=event,
            reminders=_reminders(self.tx, notice, event),
            signs=subjects.of_notice(notice),
        )

    def _notice(self, read: Entry) -> Notice:
        """Whoever imports it is an operator, and no filer who is told of it."""
        agency, zone = self._agency(read), self.tx.zone
        since = midnight(_counted_from(read), zone)
        answers = {name: answer for name, answer in read.answers.items() if name not in COLUMNS}
        if read.what.direction is Direction.INCOMING and read.published_on:
            answers["issued_on"] = read.published_on.isoformat()
        return Notice(
            id=NoticeId(self.tx.new_id()),
            reference="",
            colour=read.what.colour,
            country=read.what.country,
            request_id=notice_filing.request_id(self.tx, read.request_reference),
            agency_id=agency.id,
            agency_name=agency.name,
            agency_case=read.answers.get("agency_case", ""),
            filed_by=PersonId(self.tx.actor),
            owner=None,
            approved_by=None,
            state=read.what.state,
            state_since=midnight(read.state_since, zone),
            control_number=read.control_number,
            due_at=deadlines.notice_due(read.what.state, since=since, policy=self.tx.policy, zone=zone),
            created_at=midnight(read.published_on or read.state_since, zone),
            answers=answers,
            direction=read.what.direction,
            means=read.what.means,
        )

    def _agency(self, read: Entry) -> Named:
        """By id or ORI, also of one that was removed since; or else by the name that the row gives it.

        Raises InvalidForm.
        """
        if not read.agency:
            return Named(None, read.answers.get("agency_typed", ""))
        if read.agency not in self._agencies:
            self._agencies[read.agency] = self._registered(read.agency)
        return self._agencies[read.agency]

    def _registered(self, words: str) -> Named:
        known = self.tx.stores.agencies
        if found := known.get(words.casefold()) or known.by_ori(ori_of(words) or ""):
            return Named(found.id, found.name)
        guess = nearest(words.casefold(), [each.id for each in known.all()])
        raise InvalidForm({"agency": f"The registry has no agency with this id or ORI.{guess}"})

    def _event(self, read: Entry, notice: Notice) -> RecordEvent:
        """With the days that later steps look for in its history."""
        days = {"published_on": read.published_on, "renewed_on": read.renewed_on}
        if notice.state in DAY_OF:
            days[DAY_OF[notice.state]] = read.state_since
        return RecordEvent(
            record_id=notice.id,
            at=self.tx.now,
            actor=self.tx.actor,
            step=notice_steps.IMPORTED,
            state=notice.state,
            evidence={name: day.isoformat() for name, day in days.items() if day},
        )


def _counted_from(read: Entry) -> date:
    """The day on which its time began: in force, of its publication or last renewal (RPD article 50)."""
    in_force_since = read.renewed_on or read.published_on
    return in_force_since if read.what.state in IN_FORCE and in_force_since else read.state_since


def _reminders(tx: Transaction, notice: Notice, event: RecordEvent) -> tuple[Reminder, ...]:
    """What will be due of it. What is past at its import is told in one line for all, not one by one."""
    return tuple(
        tx.reminder(RecordKind.NOTICE, notice, each)
        for each in deadlines.of_notice(notice, [event], tx.policy, tx.zone)
        if each.at > tx.now or each.stage is Stage.LIMIT
    )
