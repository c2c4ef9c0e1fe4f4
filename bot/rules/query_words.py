"""The words of a question, as somebody types them: `country:"South Africa" robin` is a field and a word."""

import re
from dataclasses import dataclass

_QUOTES = str.maketrans(dict.fromkeys("“”„«»", '"'))
_WORD = re.compile(r'(?=\S)(?:(?P<field>[^\W\d_]+):)?(?:"(?P<quoted>[^"]*)"|(?P<plain>\S*))')


@dataclass(frozen=True, slots=True)
class Word:
    typed: str
    """As it stands in the question."""
    field: str
    """What stands before a colon, in small letters; empty when there is none."""
    value: str
    quoted: bool

    @property
    def is_bare(self) -> bool:
        """It may mean anything, together with its neighbours."""
        return not self.field and not self.quoted

    @property
    def has_digit(self) -> bool:
        return any(letter.isdigit() for letter in self.value)


def split(text: str) -> tuple[Word, ...]:
    """A quote that is not closed is a letter like any other."""
    return tuple(_word(found) for found in _WORD.finditer(text.translate(_QUOTES)))


def _word(found: re.Match[str]) -> Word:
    quoted, plain = found["quoted"], found["plain"]
    return Word(
        typed=found[0],
        field=(found["field"] or "").casefold(),
        value=quoted if quoted is not None else plain,
        quoted=quoted is not None,
    )
