"""References: recognises what people type, however sloppily, as `LR-2026-00042` or a control number."""

import re

REQUEST = "LR"
NOTICE = "NT"
ESCALATION = "ES"

_GAP = r"[\s\-_/.:#\u2010-\u2015]"
_REFERENCE = (
    rf"(?P<prefix>lr|nt|es){_GAP}*(?P<year>\d{{4}})(?:{_GAP}+0*(?P<number>[1-9]\d{{0,6}})|(?P<five>\d{{5}}))"
)
_WHOLE = re.compile(rf"\W*{_REFERENCE}\W*", re.IGNORECASE)
_LEADING = re.compile(rf"\s*{_REFERENCE}\b[\s:,;.-]*", re.IGNORECASE)
_CONTROL = re.compile(r"([A-Z])\s*-?\s*(\d{1,7})\s*/\s*(\d{1,2})\s*-\s*(\d{4})", re.IGNORECASE)

_ROUGHLY_CONTROL = re.compile(r"[A-Z]{0,3}[\s-]?\d[\d\s/.-]{0,18}", re.IGNORECASE)


def recognise(text: str) -> str | None:
    """The reference that somebody meant, in its one spelling, or None."""
    found = _WHOLE.fullmatch(text)
    return _spelled(found) if found else None


def leading(text: str) -> tuple[str | None, str]:
    """The reference that a text begins with, if any, and the words after it."""
    found = _LEADING.match(text)
    return (_spelled(found), text[found.end() :].strip()) if found else (None, text.strip())


def control_number(text: str) -> str | None:
    """A notice's control number such as `A-1234/5-2020` in its one spelling, or None.

    The form is not published; what `may_be_control_number` says is kept as it was typed.
    """
    found = _CONTROL.fullmatch(text.strip())
    if not found:
        return None
    letter, number, month, year = found.groups()
    return f"{letter.upper()}-{number}/{month}-{year}"


def may_be_control_number(text: str) -> bool:
    """Whether it has a number's digits. A word or a name has none, and would stand in the channel."""
    return _ROUGHLY_CONTROL.fullmatch(text.strip()) is not None


def control_number_error(text: str) -> str | None:
    """What is wrong with something that should be a control number."""
    if control_number(text) or may_be_control_number(text):
        return None
    return "Write the number as INTERPOL gave it, such as A-1234/5-2020."


def _spelled(found: re.Match[str]) -> str:
    number = int(found["number"] or found["five"])
    return f"{found['prefix'].upper()}-{found['year']}-{number:05d}"
