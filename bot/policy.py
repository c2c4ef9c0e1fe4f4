"""Reads the desk's policy: the shipped TOML, and over it the operator's own."""

import re
import tomllib
from collections.abc import Mapping
from datetime import timedelta
from pathlib import Path
from typing import Any, TypeVar

from bot.rules.policy import LadderStep, Policy
from storage.records.escalations import Rung
from storage.records.notices import NoticeState
from storage.records.requests import Priority, RequestState

SHIPPED = Path(__file__).with_name("policy.toml")
_DURATION = re.compile(r"(\d+)([smhdy])")
_UNITS = {
    "s": timedelta(seconds=1),
    "m": timedelta(minutes=1),
    "h": timedelta(hours=1),
    "d": timedelta(days=1),
    "y": timedelta(days=365),
}
_Key = TypeVar("_Key", Priority, NoticeState, RequestState, Rung)


class InvalidPolicy(Exception):
    """The policy file cannot be used; the message names the file, the place and what would be right."""


def load(path: Path | None = None) -> Policy:
    """The policy in force. Raises InvalidPolicy; a value that `path` leaves out keeps the shipped one."""
    shipped = _read(SHIPPED)
    own = _read(path) if path else {}
    try:
        return _policy(_overlay(shipped, own))
    except InvalidPolicy as error:
        raise InvalidPolicy(f"{path or SHIPPED}: {error}") from None


def duration(text: object) -> timedelta:
    """`15m` as a timedelta: a whole number above zero, then s, m, h, d or y (365 days).

    Raises InvalidPolicy.
    """
    match = _DURATION.fullmatch(text) if isinstance(text, str) else None
    if not match or int(match[1]) == 0:
        raise InvalidPolicy(f"{text!r} is not a duration: write it like 2s, 15m, 24h, 10d or 5y, above zero")
    return int(match[1]) * _UNITS[match[2]]


def _read(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise InvalidPolicy(f"{path}: cannot be read ({error.strerror})") from None
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise InvalidPolicy(f"{path}: is not TOML: {error}") from None


def _overlay(shipped: Mapping[str, Any], own: Mapping[str, Any]) -> dict[str, Any]:
    merged = dict(shipped)
    for name, value in own.items():
        if name not in shipped:
            raise InvalidPolicy(f"[{name}] is not a part of the policy; the parts are {', '.join(shipped)}")
        if isinstance(shipped[name], dict):
            if not isinstance(value, dict):
                raise InvalidPolicy(f"[{name}] is a table: write its lines below a heading [{name}]")
            merged[name] = {**shipped[name], **value}
        else:
            merged[name] = value
    return merged


def _policy(read: Mapping[str, Any]) -> Policy:
    reminders, limits, desk = read["reminders"], read["limits"], read["desk"]
    _only(reminders, "reminders", {"overdue_after", "snooze", "late_after"})
    _only(limits, "limits", {"text", "list_page", "submission_keys"})
    _only(desk, "desk", {"email", "telephone"})
    return Policy(
        email=_words(desk["email"], "desk.email"),
        telephone=_words(desk["telephone"], "desk.telephone"),
        response=_durations(Priority, read["response"], "response"),
        notice_waits=_durations(NoticeState, read["notice_waits"], "notice_waits"),
        request_waits=_durations(RequestState, read["request_waits"], "request_waits"),
        overdue_after=_at("reminders.overdue_after", reminders["overdue_after"]),
        snooze=_at("reminders.snooze", reminders["snooze"]),
        late_after=_at("reminders.late_after", reminders["late_after"]),
        ladder=_ladder(read["ladder"]),
        text_limit=_count("limits.text", limits["text"], at_most=3000),
        list_page=_count("limits.list_page", limits["list_page"], at_most=20),
        submission_keys=_at("limits.submission_keys", limits["submission_keys"]),
    )


def _durations(keys: type[_Key], table: Mapping[str, object], part: str) -> dict[_Key, timedelta]:
    _only(table, part, {key.value for key in keys})
    return {keys(name): _at(f"{part}.{name}", value) for name, value in table.items()}


def _ladder(steps: object) -> tuple[LadderStep, ...]:
    if not isinstance(steps, list) or not steps:
        raise InvalidPolicy("[[ladder]] needs at least one step, or nobody would be paged")
    return tuple(_ladder_step(number, step) for number, step in enumerate(steps, start=1))


def _ladder_step(number: int, step: object) -> LadderStep:
    part = f"[[ladder]] step {number}"
    if not isinstance(step, dict) or set(step) != {"who", "wait"}:
        raise InvalidPolicy(f"{part} needs exactly `who` and `wait`")
    if step["who"] not in list(Rung):
        raise InvalidPolicy(f"{part}: who is one of {', '.join(Rung)}, not {step['who']!r}")
    return LadderStep(who=Rung(step["who"]), wait=_at(f"{part}.wait", step["wait"]))


def _only(table: object, part: str, known: set[str]) -> None:
    if not isinstance(table, dict):
        raise InvalidPolicy(f"[{part}] is a table")
    for name in table:
        if name not in known:
            raise InvalidPolicy(f"[{part}] has no {name!r}; it has {', '.join(sorted(known))}")


def _at(place: str, value: object) -> timedelta:
    try:
        return duration(value)
    except InvalidPolicy as error:
        raise InvalidPolicy(f"{place}: {error}") from None


def _count(place: str, value: object, *, at_most: int) -> int:
    if not isinstance(value, int) or isinstance(value, bool) or not 0 < value <= at_most:
        raise InvalidPolicy(f"{place}: {value!r} is not a whole number from 1 to {at_most}")
    return value


def _words(value: object, place: str) -> str:
    if not isinstance(value, str) or not value.strip():
        raise InvalidPolicy(f"{place}: write it as text in quotation marks")
    return value
