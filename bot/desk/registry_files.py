"""The registries, taken from a file: every row is checked first, and then all are taken, or none."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from bot.desk.ground import Ground
from bot.desk.registry_entries import (
    add_term,
    check_country_name,
    check_ori,
    country_there,
    record_requirement,
    save_agency,
    save_country,
    save_term,
)
from bot.desk.transaction import Transaction
from bot.rules import registry, registry_file
from bot.rules.csv_rows import BrokenFile, Row
from bot.rules.errors import DeskError, InvalidForm
from bot.rules.fields import latest_today
from bot.rules.permissions import Act
from bot.rules.registry import CountryForm
from bot.rules.registry_fields import is_agency_id
from bot.rules.registry_file import FileKind, Taken
from storage.records.agencies import Agency
from storage.records.countries import Country
from storage.records.people import Actor, Person

_COUNTRY_CODE = re.compile(r"[A-Z]{2}")
_SAID = 50
"""So many broken rows are named; the rest are counted."""


class _OnlyChecked(Exception):
    """Takes back what was tried."""


class RegistryFiles:
    def __init__(self, ground: Ground) -> None:
        self._ground = ground

    def take(
        self, asker: Person | Actor, kind: FileKind, rows: Sequence[Row], *, only_check: bool = False
    ) -> Taken:
        """The same file again changes nothing. Raises BrokenFile, which names each line, and Refusal."""
        taken = Taken()
        try:
            with self._ground.transaction(asker, f"registry.import.{kind}", str(kind), wakes=False) as tx:
                tx.require(Act.EDIT_REGISTRY)
                taken = _taken(tx, kind, rows)
                _take_back(only_check)
        except _OnlyChecked:
            pass
        return taken


def _take_back(only_check: bool) -> None:
    if only_check:
        raise _OnlyChecked


def _taken(tx: Transaction, kind: FileKind, rows: Sequence[Row]) -> Taken:
    wrong: list[str] = []
    done: list[str] = []
    first_line: dict[tuple[str, ...], int] = {}
    for row in rows:
        try:
            registry_file.check_cells(kind, row)
            before = first_line.setdefault(registry_file.key_of(kind, row), row.line)
            registry_file.check_first(row, before)
            done.append(_TAKING[kind](tx, row))
        except InvalidForm as mistakes:
            wrong.append(f"Line {row.line}: {_by_column(mistakes.errors)}")
        except DeskError as mistake:
            wrong.append(f"Line {row.line}: {mistake}")
    if wrong:
        more = [f"{len(wrong) - _SAID} more lines are broken."] if len(wrong) > _SAID else []
        raise BrokenFile([*wrong[:_SAID], *more])
    counts = {name: done.count(name) for name in ("added", "changed", "unchanged")}
    return Taken(**counts)


def _by_column(errors: Mapping[str, str]) -> str:
    return " ".join(f"{column}: {sentence}" for column, sentence in errors.items())


def _agency(tx: Transaction, row: Row) -> str:
    facts = dict(registry.agency(registry_file.agency_form(row)))
    agency_id = row.cells["id"].strip()
    if not is_agency_id(agency_id):
        raise InvalidForm({"id": "Use small letters, digits and hyphens, at most 80."})
    check_ori(tx, facts["ori"], agency_id)
    before = tx.stores.agencies.get(agency_id)
    removed = registry_file.yes(row, "removed")
    facts["removed_at"] = ((before and before.removed_at) or tx.now) if removed else None
    tx.about(f"agency:{agency_id}")
    if before is None:
        tx.stores.agencies.add(Agency(id=agency_id, **facts))
        tx.audit(*facts)
        return "added"
    return _changed(before, save_agency(tx, before, _named(row, facts, removed_at="removed")))


def _country(tx: Transaction, row: Row) -> str:
    code, parent = row.cells["code"].strip(), row.cells.get("parent", "").strip() or None
    if not _COUNTRY_CODE.fullmatch(code):
        raise InvalidForm({"code": "Give the two capital letters of ISO 3166-1, such as MX."})
    names = ("name", "ncb", "languages", "response_days", "source", "left_on")
    form = CountryForm(**{name: row.cells.get(name, "") for name in names})
    facts = {**registry.country(code, form, today=latest_today(tx.now)), "parent": parent}
    check_country_name(tx, code, facts["name"])
    if parent is not None and (parent == code or country_there(tx, parent).parent is not None):
        raise InvalidForm({"parent": "A sub-bureau belongs to a member, not to another sub-bureau."})
    tx.about(f"country:{code}")
    before = tx.stores.countries.get(code)
    if before is None:
        tx.stores.countries.add(Country(code=code, **facts))
        tx.audit(*facts)
        return "added"
    return _changed(before, save_country(tx, before, _named(row, facts)))


def _requirement(tx: Transaction, row: Row) -> str:
    form = registry.requirement(registry_file.requirement_form(row))
    country = country_there(tx, row.cells["country"].strip())
    tx.about(f"country:{country.parent or country.code}")
    standing = tx.stores.countries.requirements(country.parent or country.code)
    same = [each for each in standing if (each.topic, each.text) == (form.topic, form.text)]
    if any(each.source == form.source for each in same):
        return "unchanged"
    for each in same:
        tx.stores.countries.withdraw_requirement(each.id, at=tx.now, by=tx.actor)
    record_requirement(tx, country, form, tx.new_id())
    return "changed" if same else "added"


def _term(tx: Transaction, row: Row) -> str:
    form = registry.term(registry_file.term_form(row))
    tx.about(f"{form.kind}:{form.code}")
    before = tx.stores.terms.get(form.kind, form.code)
    if before is None:
        add_term(tx, form)
        return "added"
    if "retired" not in row.cells:
        form = replace(form, retired=before.retired_at is not None)
    return _changed(before, save_term(tx, before, form))


def _named(row: Row, facts: Mapping[str, object], **columns: str) -> dict[str, object]:
    """Only what the file has a column for: what it does not speak of stays as it is."""
    return {name: value for name, value in facts.items() if columns.get(name, name) in row.cells}


def _changed(before: object, after: object) -> str:
    return "unchanged" if after is before else "changed"


_TAKING: Mapping[FileKind, Callable[[Transaction, Row], str]] = {
    FileKind.AGENCIES: _agency,
    FileKind.COUNTRIES: _country,
    FileKind.REQUIREMENTS: _requirement,
    FileKind.TERMS: _term,
}
