"""The written forms that some strings must have: addresses, dates, times of day, decimals."""

import re
from datetime import date, time

from bot.sandbox.blocks.kinds import String

_ADDRESS = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:\S+")
_WEB_ADDRESS = re.compile(r"https?://\S+")
_DATE = re.compile(r"\d{4}-\d{2}-\d{2}")
_TIME = re.compile(r"\d{2}:\d{2}")
_DECIMAL = re.compile(r"-?\d+(\.\d+)?")


def _is_date(text: str) -> bool:
    if not _DATE.fullmatch(text):
        return False
    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return True


def _is_time(text: str) -> bool:
    if not _TIME.fullmatch(text):
        return False
    try:
        time.fromisoformat(text)
    except ValueError:
        return False
    return True


def _is_decimal(text: str) -> bool:
    return _DECIMAL.fullmatch(text) is not None


def _is_address(text: str) -> bool:
    return _ADDRESS.fullmatch(text) is not None


def _is_web_address(text: str) -> bool:
    return _WEB_ADDRESS.fullmatch(text) is not None


URL = String(least=1, most=3000, form=_is_address, wording="must be a valid url")
WEB_URL = String(least=1, most=3000, form=_is_web_address, wording="must be a valid url")
DATE = String(form=_is_date, wording="must be a date that exists, written YYYY-MM-DD")
TIME = String(form=_is_time, wording="must be a time of day, written HH:mm")
DECIMAL = String(form=_is_decimal, wording="must be a number written as a string")
