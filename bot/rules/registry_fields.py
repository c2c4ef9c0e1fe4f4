"""Single fields of a registry's entry: names, ORIs, telephones, addresses, and the people at an agency."""

import re
from collections.abc import Mapping
from datetime import date

from bot.rules.contacts import kept_address
from bot.rules.errors import InvalidForm
from bot.rules.fields import date_error
from bot.rules.states import STATES
from storage.records.agencies import LiaisonPerson
from storage.records.reach import Way

LINE, TEXT, NAME, TELEPHONE = 200, 400, 100, 40
"""Longest source, requirement, name and telephone number as Slack counts; a card holds many of them."""
LIAISONS = 5
DAYS = 366

_AGENCY_ID = re.compile(r"[a-z0-9][a-z0-9-]{0,79}")
_ORI = re.compile(r"[A-Z]{2}[A-Z0-9]{7}")
_TELEPHONE = re.compile(r"[+(]?\d[\d ()./-]{5,}(?: ?(?:x|ext\.?) ?\d{1,6})?", re.IGNORECASE)
_LABEL = re.compile(r"[^\W\d_](?:[^\W\d_]|[ '\u2019,()&-]|\. )*")
"""Letters of any script. Names stand in formatted text, where other signs would be links or formatting."""
_FORMULA = re.compile(r"[=@+\t\r-]")
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")
_SPACES = re.compile(r"\s+")
_DAYS_FIRST = re.compile(r"(\d{1,3})\b")


def line(text: str) -> str:
    """A text on one line, without stray spaces."""
    return _SPACES.sub(" ", text).strip()


def units(text: str) -> int:
    """Characters as Slack counts them: UTF-16 units, so that most emoji are two."""
    return len(text.encode("utf-16-le", errors="surrogatepass")) // 2


def cell_error(text: str) -> str | None:
    """What is wrong with a cell, whatever it means: a spreadsheet would run it."""
    if _FORMULA.match(text.strip(" ")) and not _TELEPHONE.fullmatch(text.strip()):
        return "It looks like a formula. Write it without the sign at its beginning."
    return control_error(text)


def control_error(text: str) -> str | None:
    """A sign that no database and no screen takes, such as a zero byte."""
    return "It holds a sign that nothing can show. Type it anew." if _CONTROL.search(text) else None


def line_error(text: str, *, limit: int, required: bool = True) -> str | None:
    if required and not text:
        return "Please fill this in."
    if (length := units(text)) > limit:
        return f"This has {length:,} characters; at most {limit:,} fit. Shorten it."
    return cell_error(text)


def label_error(text: str) -> str | None:
    """What is wrong with a name that cards and menus show as a word of the desk's own."""
    wrong = line_error(text, limit=NAME)
    if wrong is None and not _LABEL.fullmatch(text):
        return "Use letters, spaces, apostrophes, commas, hyphens and brackets only."
    return wrong


def ori_of(text: str) -> str | None:
    """As it is kept; None when none is at hand."""
    return re.sub(r"[\s-]", "", text).upper() or None


def is_agency_id(text: str) -> bool:
    return _AGENCY_ID.fullmatch(text) is not None


def ori_error(ori: str | None) -> str | None:
    if ori is None or _ORI.fullmatch(ori):
        return None
    return (
        "An ORI has nine characters, two letters of the state first, such as VAEX00100. Leave it empty when "
        "none is at hand."
    )


def state_error(state: str) -> str | None:
    return None if state in STATES else "Give the state's two letters, such as TX; DC for the District."


def telephone_error(text: str) -> str | None:
    if not text or (len(text) <= TELEPHONE and _TELEPHONE.fullmatch(text)):
        return None
    return "Write a telephone number such as 202-555-0100, or +1 202 555 0100 ext. 12."


def email_error(text: str) -> str | None:
    if not text:
        return None
    try:
        kept_address(Way.EMAIL, text)
    except InvalidForm as wrong:
        return str(wrong)
    return None


def days_error(text: str) -> str | None:
    if not text or (text.isascii() and text.isdigit() and 0 < int(text) <= DAYS):
        return None
    return f"Give whole days, from 1 to {DAYS}, or leave it empty."


def arrest_error(text: str) -> str | None:
    found = _DAYS_FIRST.match(text)
    if found and 0 < int(found[1]) <= DAYS:
        return None
    return "Begin with the number of days, such as: 60, by article 12 of the treaty."


def past_error(text: str, *, today: date) -> str | None:
    """What is wrong with a date that may be left out and must not be in the future."""
    return date_error(text, latest=today) if text else None


def liaisons_of(text: str) -> tuple[LiaisonPerson, ...]:
    """One person on each line, or between bars: `name; telephone; e-mail`. Nothing is checked."""
    lines = [line(part) for part in re.split(r"[\n|]", text)]
    return tuple(_liaison(part) for part in lines if part)


def liaisons_text(people: tuple[LiaisonPerson, ...]) -> str:
    """As `liaisons_of` reads it."""
    return "\n".join(f"{each.name}; {each.telephone}; {each.email}".rstrip("; ") for each in people)


def liaisons_error(people: tuple[LiaisonPerson, ...]) -> str | None:
    if len(people) > LIAISONS:
        return f"At most {LIAISONS} people fit."
    for number, each in enumerate(people, 1):
        wrong = (
            line_error(each.name, limit=NAME) or telephone_error(each.telephone) or email_error(each.email)
        )
        if wrong:
            return f"Line {number}: {wrong} Write one person on each line: name; telephone; e-mail."
    return None


def _liaison(text: str) -> LiaisonPerson:
    name, telephone, email = (*(part.strip() for part in text.split(";", 2)), "", "")[:3]
    return LiaisonPerson(name=name, telephone=telephone, email=email)


def changed(before: object, after: Mapping[str, object]) -> dict[str, object]:
    """Only what is different now."""
    return {name: value for name, value in after.items() if getattr(before, name) != value}
