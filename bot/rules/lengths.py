"""Lengths of sentences and penalties, as people write them."""

import re

_LENGTH = re.compile(r"(\d{1,4})\s*(years?|yrs?|y|months?|mos?|m)", re.IGNORECASE)
_ENDLESS = frozenset({"life", "life imprisonment", "death"})
_A_YEAR = 12
_FOR_LIFE = 100 * _A_YEAR
HOW_TO_WRITE = "Say how long in years or months: 10 years, 6 months, life."


def months(text: str) -> int | None:
    """`10 years`, `6 months`, `2y 6m` or `life` in months; None for what says no length."""
    said = text.strip().lower()
    if said in _ENDLESS:
        return _FOR_LIFE
    found = list(_LENGTH.finditer(said))
    if not found or re.sub(r"[\s,&]|and", "", _LENGTH.sub("", said)):
        return None
    return sum(int(each[1]) * (_A_YEAR if each[2].startswith("y") else 1) for each in found)
