"""One row of an old register: what it says of a notice, and what is wrong with it.

It is checked as a form is, but for the conditions of publication: it is published already.
"""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date

from bot.rules import ages, births, contradictions, images, places, references
from bot.rules import answers as filled_in
from bot.rules.answers import Bounds
from bot.rules.colours import title
from bot.rules.csv_rows import Row, nearest
from bot.rules.errors import InvalidForm
from bot.rules.fields import PASTED_IMAGE, date_error, found
from bot.rules.notice_file import COLUMNS, OF_A_FORM, STATES, questions
from bot.rules.notice_forms.yellow_conditions import ADULT, CHILD
from bot.rules.notice_states import IN_FORCE, OVER
from bot.rules.notices import check_beginning
from bot.rules.registry_fields import control_error
from bot.rules.steps import Ask, When
from storage.records.notices import Colour, Means, NoticeState
from storage.records.requests import Direction

Cells = Mapping[str, str]
EMPTY = "This is empty."


@dataclass(frozen=True, slots=True, kw_only=True)
class What:
    """What kind of notice it is, and where it stands."""

    colour: Colour
    direction: Direction
    means: Means
    country: str
    state: NoticeState


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """What a row says, checked as far as that goes without a look at what the desk has."""

    what: What
    control_number: str | None
    published_on: date | None
    renewed_on: date | None
    state_since: date
    agency: str
    """Id or ORI, as it stands there."""
    request_reference: str
    answers: Cells
    """As a notice keeps them, and the agency's case number."""


def key_of(row: Row) -> str:
    """A digest of what a row says, whatever the order of its columns: nothing of it can be read back."""
    return hashlib.sha256(json.dumps(_said(row), sort_keys=True).encode()).hexdigest()


def entry(row: Row, bounds: Bounds) -> Entry:
    """Raises InvalidForm with a sentence for each column that needs another look."""
    cells = _said(row)
    _check_cells(cells)
    what = _what(cells, bounds)
    if errors := _days_wrong(cells, what.state, bounds):
        raise InvalidForm(errors)
    published_on, renewed_on, since = (_day(cells.get(name)) for name in _DAYS)
    number = cells.get("control_number", "")
    return Entry(
        what=what,
        control_number=(references.control_number(number) or number) or None,
        published_on=published_on,
        renewed_on=renewed_on,
        state_since=since or published_on or bounds.latest,
        agency=cells.get("agency", ""),
        request_reference=cells.get("request_reference", ""),
        answers=_answers(cells, what, bounds, published_on or since or bounds.latest),
    )


def _said(row: Row) -> dict[str, str]:
    """The cells that say something."""
    return {name: cell.strip() for name, cell in row.cells.items() if cell.strip()}


def _check_cells(cells: Cells) -> None:
    """What no cell may hold, and which may not be empty. A formula is text like any other."""
    wrong = {
        name: PASTED_IMAGE if images.is_pasted(cell) else control_error(cell) for name, cell in cells.items()
    }
    wrong |= {name: EMPTY for name in COLUMNS.needed if name not in cells}
    if number := cells.get("control_number"):
        wrong["control_number"] = wrong["control_number"] or references.control_number_error(number)
    if errors := found(wrong):
        raise InvalidForm(errors)


def _what(cells: Cells, bounds: Bounds) -> What:
    """Raises InvalidForm."""
    words = {name: _word(cells.get(name, default)) for name, (_, default) in _WORDS.items()}
    wrong = {
        name: f"Not known.{nearest(words[name], known)} Known are: {', '.join(known)}."
        for name, (known, _) in _WORDS.items()
        if words[name] not in known
    }
    country = cells["country"].upper()
    if country not in bounds.countries:
        names = {code: each.name for code, each in bounds.countries.items()}
        if not (country := places.country(cells["country"], names)):
            wrong["country"] = f"This is no country.{nearest(cells['country'], tuple(names.values()))}"
    if wrong:
        raise InvalidForm(wrong)
    what = What(
        colour=Colour(words["colour"]),
        direction=Direction(words["direction"]),
        means=Means(words["means"]),
        country=country,
        state=NoticeState(words["state"]),
    )
    check_beginning(what.colour, what.direction, what.country, countries=bounds.countries)
    return what


_WORDS: Mapping[str, tuple[tuple[str, ...], str]] = {
    "colour": (tuple(Colour), ""),
    "direction": (tuple(Direction), Direction.OUTGOING),
    "means": (tuple(Means), Means.NOTICE),
    "state": (tuple(each for each in NoticeState if each in STATES), ""),
}
"""What may stand there, and what it means when nothing does."""


def _word(cell: str) -> str:
    return cell.casefold().replace(" ", "_").replace("-", "_")


_DAYS = ("published_on", "renewed_on", "state_since")


def _days_wrong(cells: Cells, state: NoticeState, bounds: Bounds) -> dict[str, str]:
    wrong = {name: date_error(cells[name], latest=bounds.latest) for name in _DAYS if name in cells}
    if "published_on" not in cells and state not in OVER:
        wrong["published_on"] = "Give the day of its publication: what is due later counts from it."
    if "state_since" not in cells and state not in IN_FORCE:
        wrong["state_since"] = f"Give the day since which it is {state.replace('_', ' ')}."
    if errors := found(wrong):
        return errors
    before = "This is before the day of its publication. Check both days."
    first = cells.get("published_on", "")
    return {name: before for name in _DAYS if name in cells and cells[name] < first}


def _day(cell: str | None) -> date | None:
    return date.fromisoformat(cell) if cell else None


def _answers(cells: Cells, what: What, bounds: Bounds, on: date) -> dict[str, str]:
    """What the form of its colour keeps of them; measured on the day of its publication.

    Raises InvalidForm.
    """
    asks = questions(what.colour, what.direction, what.means)
    given = {name: cell for name, cell in cells.items() if name in asks}
    given |= _implied(asks, given, on)
    wrong: dict[str, str | None] = {name: _not_asked(what) for name in _further(cells) if name not in asks}
    wrong |= {name: _only_when(asks[name].when) for name in given if not asks[name].is_asked(given)}
    who = asks.get("family_name")
    if who and who.when and who.when.name not in given:
        wrong[who.when.name] = f"Say it, or give the family name: {_choices(asks[who.when.name])}."
    kept: dict[str, str] = {}
    try:
        then = replace(bounds, earliest=min(on, bounds.earliest))
        kept = filled_in.check(tuple(asks.values()), given, then)
        wrong |= contradictions.errors(kept, on)
    except InvalidForm as mistakes:
        wrong |= mistakes.errors
    if errors := found(wrong):
        raise InvalidForm(errors)
    return kept


def _implied(asks: Mapping[str, Ask], given: Cells, on: date) -> dict[str, str]:
    """Answers that others leave no doubt about: a Blue with a name is about somebody who is known."""
    implied: dict[str, str] = {}
    for when in (ask.when for name, ask in asks.items() if name in given and ask.when):
        if when.name not in given and len(when.answers) == 1:
            implied[when.name] = next(iter(when.answers))
    if "subject" in asks and "subject" not in given and "family_name" in given:
        implied["subject"] = _subject(given.get("birth", ""), on)
    return {name: answer for name, answer in implied.items() if answer}


def _subject(birth: str, on: date) -> str:
    """Whom a Yellow is about, by the age on the day of its publication; empty for what is no birth date."""
    if births.birth_error(birth, today=on):
        return ""
    return ADULT if ages.is_surely_of_age(births.spelled(birth), on) else CHILD


def _further(cells: Cells) -> list[str]:
    """Columns that are questions of a form."""
    return [name for name in cells if name in OF_A_FORM]


def _not_asked(what: What) -> str:
    return f"{_a(title(what.colour, what.means, what.direction))} does not ask this. Leave it empty."


def _a(words: str) -> str:
    return f"{'An' if words[0] in 'AEIO' else 'A'} {words}"


def _only_when(when: When | None) -> str:
    assert when is not None, "what is asked always is asked"
    return f"This is asked only where {when.name} is {' or '.join(sorted(when.answers))}."


def _choices(ask: Ask) -> str:
    return ", ".join(value for value, _ in ask.choices)
