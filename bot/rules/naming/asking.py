"""Reads the question of a name search: a name, and perhaps when somebody was born."""

import re
from dataclasses import dataclass
from datetime import date

from bot.rules import births
from bot.rules.errors import DeskError
from bot.rules.naming import names
from bot.rules.naming.names import Name
from storage.records.names import UNKNOWN

EXAMPLE = "`Example Robin 1990`"
LONGEST = 150
_MOST_WORDS = 12
_DIGITS = re.compile(r"\d[\d/.\-]*")
TOO_COMMON = "Too many people are called so. Add a forename or a year of birth, as in `Example Robin 1990`."


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    name: Name
    birth: str
    """A year, a year and month, or a full date; empty when it was not said."""

    @property
    def years(self) -> tuple[int, ...]:
        """Of birth that may be meant, the one that was said first; empty: any."""
        if not self.birth:
            return ()
        year = int(self.birth[:4])
        return (year, year - 1, year + 1, UNKNOWN)


def read(text: str, *, today: date) -> Question:
    """Raises DeskError with a sentence for whatever no name can be found by."""
    if len(text) > LONGEST:
        raise DeskError(f"That is a long name. Use at most {LONGEST} characters.")
    birth = _birth(text, today)
    name = names.asked(_DIGITS.sub(" ", text))
    if not name.words:
        alone = "A year alone fits too many. " if birth else ""
        raise DeskError(f"{alone}Type a name, with a year of birth if you know it: {EXAMPLE}.")
    if all(word.is_initial for word in name.words):
        raise DeskError(f"One letter fits too many. Type a whole family name or forename: {EXAMPLE}.")
    if len(name.words) > _MOST_WORDS:
        raise DeskError(f"That is a long name. Use at most {_MOST_WORDS} words.")
    return Question(name=name, birth=birth)


def _birth(text: str, today: date) -> str:
    said = [births.spelled(word.strip(".,")) for word in text.split()]
    born = [birth for birth in said if birth]
    if len(born) > 1:
        raise DeskError(f"I can search for one year of birth at a time: {EXAMPLE}.")
    if born and (wrong := births.birth_error(born[0], today=today)):
        raise DeskError(wrong)
    return born[0] if born else ""
