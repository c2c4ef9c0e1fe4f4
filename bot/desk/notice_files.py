"""The notices of an old register, taken from a file: row by row, some rows in one short transaction."""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum

from bot.desk import name_keys
from bot.desk.ground import Ground
from bot.desk.notice_entries import New, Reading
from bot.desk.transaction import Transaction
from bot.rules.csv_rows import Row
from bot.rules.errors import InvalidForm
from bot.rules.notice_row import key_of
from bot.rules.permissions import Act
from storage.records.announcements import DESK, NoticesImported
from storage.records.countries import Country
from storage.records.notices import Notice
from storage.records.outbox import Lane
from storage.records.people import Actor, Person
from storage.records.queries import RecordQuery

_ACTION = "notice.import"


class Fate(StrEnum):
    """What became of a row."""

    ADDED = "added"
    THERE = "there"
    """A row that says the same was taken before."""
    WRONG = "wrong"


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    line: int
    fate: Fate
    errors: Mapping[str, str] = field(default_factory=dict)
    """By column, a sentence each; they may repeat what the row says."""


class NoticeFiles:
    def __init__(self, ground: Ground) -> None:
        self._ground = ground

    def begin(self, asker: Person | Actor, *, only_check: bool = False) -> "NoticeFile":
        """With `only_check` nothing is kept. Raises Refusal."""
        with self._ground.reading(asker, _ACTION) as tx:
            tx.require(Act.IMPORT)
            countries = tx.stores.countries.all()
        return NoticeFile(self._ground, asker, countries, only_check=only_check)


class NoticeFile:
    """One run through a file. Whoever runs through it again adds nothing twice."""

    def __init__(
        self, ground: Ground, asker: Person | Actor, countries: Mapping[str, Country], *, only_check: bool
    ) -> None:
        self._ground = ground
        self._asker = asker
        self._countries = countries
        self._only_check = only_check
        self._lines: dict[str, int] = {}
        """On which line a key or a control number stood first."""

    def take(self, rows: Sequence[Row]) -> tuple[Outcome, ...]:
        """What became of each. They are looked at before the transaction, which does nothing but write."""
        keys = {row.line: _ACTION + key_of(row) for row in rows}
        with self._ground.reading(self._asker, _ACTION) as tx:
            outcomes, new = self._looked_at(tx, rows, keys)
        if new and not self._only_check:
            with self._ground.transaction(self._asker, _ACTION, wakes=False) as tx:
                outcomes |= _kept(tx, new, keys)
        return tuple(outcomes[row.line] for row in rows)

    def end(self, name: str) -> int:
        """How many notices of the desk are past their due moment now; it is told, once for each `name`."""
        with self._ground.transaction(self._asker, _ACTION) as tx:
            overdue = tx.stores.notices.count(RecordQuery(overdue_at=tx.now))
            tx.say(
                NoticesImported(overdue=overdue),
                place=DESK,
                lane=Lane.DIGEST,
                once_key=f"{_ACTION}:{name}",
                record_key=_ACTION,
            )
        return overdue

    def _looked_at(
        self, tx: Transaction, rows: Sequence[Row], keys: Mapping[int, str]
    ) -> tuple[dict[int, Outcome], dict[int, New]]:
        """What is known of each row, and what is new, by line."""
        made = tx.stores.submissions.made(keys.values())
        reading = Reading(tx=tx, bounds=replace(tx.bounds, countries=self._countries))
        outcomes: dict[int, Outcome] = {}
        new: dict[int, New] = {}
        for row in rows:
            if keys[row.line] in made or keys[row.line] in self._lines:
                outcomes[row.line] = Outcome(line=row.line, fate=Fate.THERE)
                continue
            try:
                new[row.line] = reading.new(row)
            except InvalidForm as mistakes:
                outcomes[row.line] = _wrong(row.line, mistakes.errors)
        taken = _taken(tx, new.values())
        for line, found in list(new.items()):
            outcomes[line] = self._first(line, keys[line], found.notice, taken)
            if outcomes[line].fate is not Fate.ADDED:
                del new[line]
        return outcomes, new

    def _first(self, line: int, key: str, notice: Notice, taken: Mapping[str, str]) -> Outcome:
        """Whether it is the first row that says so, and the first notice with its control number."""
        if key in self._lines:
            return Outcome(line=line, fate=Fate.THERE)
        number = notice.control_number or key
        if number in taken:
            return _wrong(line, _not_free(taken[number]))
        if number in self._lines:
            return _wrong(line, _not_free(f"Line {self._lines[number]}"))
        self._lines |= {key: line, number: line}
        return Outcome(line=line, fate=Fate.ADDED)


def _wrong(line: int, errors: Mapping[str, str]) -> Outcome:
    return Outcome(line=line, fate=Fate.WRONG, errors=errors)


def _not_free(whose: str) -> dict[str, str]:
    return {"control_number": f"{whose} has this control number already, and says something else."}


def _taken(tx: Transaction, new: Collection[New]) -> Mapping[str, str]:
    """References of notices that have one of these control numbers already, by number."""
    numbers = {each.notice.control_number for each in new} - {None}
    return tx.stores.notices.references_by_control_number({str(number) for number in numbers})


def _kept(tx: Transaction, new: Mapping[int, New], keys: Mapping[int, str]) -> dict[int, Outcome]:
    """Keeps what nobody else has imported since it was looked at."""
    tx.stores.subjects.hold(_ACTION)
    made, taken = tx.stores.submissions.made([keys[line] for line in new]), _taken(tx, new.values())
    outcomes: dict[int, Outcome] = {}
    for line, each in new.items():
        if keys[line] in made:
            outcomes[line] = Outcome(line=line, fate=Fate.THERE)
        elif (number := each.notice.control_number) in taken:
            outcomes[line] = _wrong(line, _not_free(taken[str(number)]))
    free = {line: each for line, each in new.items() if line not in outcomes}
    notices = _with_references(tx, [each.notice for each in free.values()])
    tx.stores.notices.add(*notices)
    tx.stores.submissions.keep({keys[line]: each.notice.id for line, each in free.items()})
    tx.stores.events.add(*(each.event for each in free.values()))
    tx.stores.reminders.add(*(one for each in free.values() for one in each.reminders))
    name_keys.keep(tx, *notices)
    # Nobody is told which others are about the same: of a register they would be thousands.
    tx.stores.subjects.add(*(key for each in free.values() for key in each.signs))
    for notice in notices:
        tx.about(notice.reference)
        tx.audit("colour", "direction", "means", "country", "state", "agency_case", *notice.answers)
    return outcomes


def _with_references(tx: Transaction, notices: Sequence[Notice]) -> list[Notice]:
    """Of the year in which each was published, so that those of this year go on being short."""
    years: dict[int, list[Notice]] = defaultdict(list)
    for each in notices:
        years[each.created_at.year].append(each)
    found: list[Notice] = []
    for year, of_year in sorted(years.items()):
        references = tx.stores.references.next_few("NT", year, len(of_year))
        found += [replace(one, reference=each) for one, each in zip(of_year, references, strict=True)]
    return found
