"""Addresses beyond Slack: how one is written when it is kept, and how much of it a list shows."""

import re

from bot.rules.errors import InvalidForm
from storage.records.reach import Way

_EMAIL_AT_MOST, _CHAT_AT_MOST = 254, 200
# No percent sign: old mail servers read a route out of it, and a gateway may unquote it once too often.
_EMAIL = re.compile(
    r"[\w.!#$&'*+/=?^`{|}~-]+@(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z0-9-]*[a-z0-9]",
    re.IGNORECASE | re.ASCII,
)
_TELEPHONE = re.compile(r"\+[1-9][0-9]{7,14}")
_BETWEEN_DIGITS = re.compile(r"[\s()./\u2010-\u2015-]")
_HIDDEN = "***"

_EMAIL_SENTENCE = (
    f"Write one e-mail address such as desk@agency.example, of at most {_EMAIL_AT_MOST} characters and "
    "without a name around it."
)
_TELEPHONE_SENTENCE = (
    "Write the number with a plus sign and the country's code, 8 to 15 digits, such as +1 202-555-0100."
)
_CHAT_SENTENCE = (
    "Write the name of a channel or person as the gateway knows it, without spaces, of at most "
    f"{_CHAT_AT_MOST} characters."
)


def kept_address(way: Way, text: str) -> str:
    """The address as it is kept: trimmed, and a telephone number as in E.164, such as +12025550100.

    Raises InvalidForm, for the field `address`, with a sentence that says what to write instead.
    """
    match way:
        case Way.EMAIL:
            return _email(text.strip())
        case Way.SMS | Way.PHONE:
            return _telephone(text.strip())
        case Way.CHAT:
            return _chat(text.strip())


def masked(way: Way, address: str) -> str:
    """Enough of an address to know one's own by, for lists: d***@agency.example, +1202***0100."""
    match way:
        case Way.EMAIL:
            local, at, domain = address.partition("@")
            return f"{local[:1]}{_HIDDEN}{at}{domain}"
        case Way.SMS | Way.PHONE:
            return _masked_telephone(address)
        case Way.CHAT:
            return f"{address[:2] if len(address) > len(_HIDDEN) else ''}{_HIDDEN}"


def _email(text: str) -> str:
    if len(text) > _EMAIL_AT_MOST or not _EMAIL.fullmatch(text):
        raise InvalidForm({"address": _EMAIL_SENTENCE})
    return text


def _telephone(text: str) -> str:
    number = _BETWEEN_DIGITS.sub("", text)
    if not _TELEPHONE.fullmatch(number):
        raise InvalidForm({"address": _TELEPHONE_SENTENCE})
    return number


def _chat(text: str) -> str:
    # What is not printable includes the marks that turn the direction of writing.
    if not 0 < len(text) <= _CHAT_AT_MOST or not text.isprintable() or " " in text:
        raise InvalidForm({"address": _CHAT_SENTENCE})
    return text


def _masked_telephone(number: str) -> str:
    """At least three digits stay hidden, however short the number is."""
    last = 4 if len(number) > len("+1234567890") else 2
    first = max(0, min(5, len(number) - last - len(_HIDDEN)))
    return f"{number[:first]}{_HIDDEN}{number[max(first, len(number) - last) :] if first else ''}"
