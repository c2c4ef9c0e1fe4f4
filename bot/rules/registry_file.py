"""A file of registry entries: which columns it has, and what each of its rows means."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from bot.rules.csv_rows import Columns, Row
from bot.rules.errors import DeskError, InvalidForm
from bot.rules.registry import AgencyForm, RequirementForm, TermForm
from bot.rules.registry_fields import cell_error
from storage.records.agencies import AgencyKind
from storage.records.countries import Topic
from storage.records.terms import TermKind

LONGEST_CELL = 2_000
"""Characters; enough for the people of an agency, and each column has its own limit below it."""
MOST_ROWS = 1_500
"""All are taken in one transaction; on SQLite a running desk waits meanwhile, less than a second."""
_YES_OR_NO = {"": False, "no": False, "yes": True}


class FileKind(StrEnum):
    AGENCIES = "agencies"
    COUNTRIES = "countries"
    REQUIREMENTS = "requirements"
    TERMS = "terms"


COLUMNS: Mapping[FileKind, Columns] = {
    FileKind.AGENCIES: Columns(
        ("id", "name", "kind", "state"), ("ori", "telephone", "email", "liaisons", "removed")
    ),
    FileKind.COUNTRIES: Columns(
        ("code", "name"), ("parent", "ncb", "languages", "response_days", "source", "left_on")
    ),
    FileKind.REQUIREMENTS: Columns(("country", "topic", "text", "source")),
    FileKind.TERMS: Columns(("kind", "code", "label", "source"), ("retired",)),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Taken:
    """What a file did, or would do."""

    added: int = 0
    changed: int = 0
    unchanged: int = 0


def check_cells(kind: FileKind, row: Row) -> None:
    """Raises InvalidForm by column: what is wrong whatever the cell means."""
    wrong = {name: sentence for name, cell in row.cells.items() if (sentence := _cell_error(cell))}
    wrong |= {name: "This is empty." for name in COLUMNS[kind].needed if not row.cells.get(name, "").strip()}
    if wrong:
        raise InvalidForm(wrong)


def check_first(row: Row, line: int) -> None:
    """Raises DeskError when the entry stands on an earlier line, `line`, as well."""
    if row.line != line:
        raise DeskError(f"It speaks of the same entry as line {line}.")


def key_of(kind: FileKind, row: Row) -> tuple[str, ...]:
    """Two rows with the same key speak of the same entry."""
    names = {
        FileKind.AGENCIES: ("id",),
        FileKind.COUNTRIES: ("code",),
        FileKind.REQUIREMENTS: ("country", "topic", "text"),
        FileKind.TERMS: ("kind", "code"),
    }
    return tuple(row.cells[name].strip().casefold() for name in names[kind])


def agency_form(row: Row) -> AgencyForm:
    """Raises InvalidForm for a kind that is not known."""
    return AgencyForm(
        kind=_member(AgencyKind, row, "kind"),
        **{
            name: row.cells.get(name, "")
            for name in ("name", "state", "ori", "telephone", "email", "liaisons")
        },
    )


def requirement_form(row: Row) -> RequirementForm:
    """Raises InvalidForm for a topic that is not known."""
    return RequirementForm(
        topic=_member(Topic, row, "topic"), text=row.cells["text"], source=row.cells["source"]
    )


def term_form(row: Row) -> TermForm:
    """Raises InvalidForm for a kind that is not known."""
    return TermForm(
        kind=_member(TermKind, row, "kind"),
        code=row.cells["code"],
        label=row.cells["label"],
        source=row.cells["source"],
        retired=yes(row, "retired"),
    )


def yes(row: Row, name: str) -> bool:
    """Raises InvalidForm for anything but yes, no and nothing."""
    word = row.cells.get(name, "").strip().casefold()
    if word not in _YES_OR_NO:
        raise InvalidForm({name: "Write yes or no, or leave it empty."})
    return _YES_OR_NO[word]


def _member(kind: Callable[[str], Any], row: Row, name: str) -> Any:
    try:
        return kind(row.cells[name].strip().casefold())
    except ValueError:
        known = ", ".join(kind)  # type: ignore[arg-type]  # An enumeration's members.
        raise InvalidForm({name: f"Known are: {known}."}) from None


def _cell_error(cell: str) -> str | None:
    if len(cell) > LONGEST_CELL:
        return f"This has {len(cell):,} characters; at most {LONGEST_CELL:,} fit in any cell."
    return cell_error(cell)
