"""Files that are imported: which columns one must have, and what is wrong with its first line."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from difflib import get_close_matches

from bot.rules import images
from bot.rules.errors import DeskError

_FORMULA = ("=", "+", "-", "@", "\t", "\r")
_FEW = 20
"""So many columns can be named in a sentence."""


@dataclass(frozen=True, slots=True)
class Columns:
    needed: tuple[str, ...]
    """A row says something in each of them."""
    others: tuple[str, ...] = ()
    """May be left out, or empty."""
    names_people: bool = False
    """What stands in such a file is not repeated where an operator reads: its first line may be a person."""

    @property
    def all(self) -> tuple[str, ...]:
        return (*self.needed, *self.others)


@dataclass(frozen=True, slots=True)
class Row:
    """`line` is the number of its first line in the file, which begins with the names of the columns at 1."""

    line: int
    cells: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Torn:
    """A row that has more or fewer cells than there are columns."""

    line: int
    cells: tuple[str, ...]
    columns: tuple[str, ...]

    @property
    def sentence(self) -> str:
        return f"it has {len(self.cells)} cells for {len(self.columns)} columns."


class BrokenFile(DeskError):
    """What is wrong, a sentence for each line; nothing of the file was taken."""

    def __init__(self, sentences: Sequence[str]) -> None:
        super().__init__("\n".join(sentences))


def check_columns(columns: Columns, names: Sequence[str]) -> None:
    """Raises BrokenFile for a column that is missing, unknown or there twice."""
    wrong = [f"The column {name} is missing." for name in columns.needed if name not in names]
    wrong += [
        _unknown(columns, number, name) for number, name in enumerate(names, 1) if name not in columns.all
    ]
    wrong += [f"The column {name} stands there twice." for name in columns.all if names.count(name) > 1]
    if wrong:
        raise BrokenFile(wrong)


def all_named(columns: Columns) -> str:
    """Which there are, in a few words."""
    if len(columns.all) > _FEW:
        return f"{', '.join(columns.needed)} and others: --columns lists them"
    return ", ".join(columns.all)


def nearest(word: str, known: Sequence[str]) -> str:
    """`Did you mean …?` with the most similar of them; empty when none is."""
    found = get_close_matches(word, known, n=1)
    return f" Did you mean {found[0]}?" if found else ""


def harmless(cell: str) -> str:
    """As it may stand in a file that somebody opens: no program runs it, and it is no image."""
    if images.is_pasted(cell):
        return "(left out: an image or a file as text)"
    return f"'{cell}" if cell.lstrip(" ").startswith(_FORMULA) else cell


def _unknown(columns: Columns, number: int, name: str) -> str:
    which = f"Column {number}" if columns.names_people else f"The column “{name[:40]}”"
    return f"{which} is not known.{nearest(name, columns.all)} Known are: {all_named(columns)}."
