"""Reads the desk's policy: the shipped TOML, and over it the operator's own."""

import tomllib
from collections.abc import Mapping
from dataclasses import fields
from datetime import timedelta
from pathlib import Path
from typing import Any, TypeVar

from bot.policy_deadlines import deadlines
from bot.policy_part import InvalidPolicy, Part, duration, line_of
from bot.rules.hours import Quiet
from bot.rules.policy import (
    Digest,
    LadderStep,
    NoticeLimits,
    PageWaits,
    Policy,
    ReachWaits,
    RequestLimits,
    Retention,
    RosterLimits,
    WatchLimits,
)
from storage.records.escalations import Rung
from storage.records.notices import NoticeState
from storage.records.people import Role
from storage.records.requests import Priority, RequestState

__all__ = ["SHIPPED", "InvalidPolicy", "duration", "load"]

SHIPPED = Path(__file__).with_name("policy.toml")
LONGEST_STEP = timedelta(hours=24)
"""A page that waits longer than a day for its next step is as good as lost."""
MOST_REPEATS = 5
PER_PRIORITY = frozenset({"ladder"})
"""Parts of which an operator's file may replace one priority and leave the others."""
_PLAIN_WHO = (Rung.ON_DUTY, Rung.NEXT, Rung.CHANNEL)
Durations = TypeVar(
    "Durations", NoticeLimits, ReachWaits, RequestLimits, Retention, RosterLimits, WatchLimits
)


def load(path: Path | None = None) -> Policy:
    """The policy in force. Raises InvalidPolicy; a value that `path` leaves out keeps the shipped one."""
    shipped, own = _read(SHIPPED), _read(path) if path else ""
    try:
        return _policy(_overlay(_parsed(SHIPPED, shipped), _parsed(path or SHIPPED, own)))
    except InvalidPolicy as error:
        raise _located(error, path, own, shipped) from None


def _located(error: InvalidPolicy, path: Path | None, own: str, shipped: str) -> InvalidPolicy:
    """The same mistake with its file and, where it can be found, its line."""
    if not error.place:
        return error
    for where, text in ((path, own), (SHIPPED, shipped)):
        if where and (line := line_of(text, error.place)):
            return InvalidPolicy(f"{where}: line {line}: {error}")
    return InvalidPolicy(f"{path or SHIPPED}: {error}")


def _read(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except OSError as error:
        raise InvalidPolicy(f"{path}: cannot be read ({error.strerror})") from None
    except UnicodeDecodeError as error:
        raise InvalidPolicy(f"{path}: is not TOML: {error}") from None


def _parsed(path: Path, text: str) -> dict[str, Any]:
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise InvalidPolicy(f"{path}: is not TOML: {error}") from None


def _overlay(shipped: Mapping[str, Any], own: Mapping[str, Any]) -> dict[str, Any]:
    merged = dict(shipped)
    for name, value in own.items():
        if name not in shipped:
            raise InvalidPolicy(
                f"[{name}] is not a part of the policy; the parts are {', '.join(shipped)}", place=(name,)
            )
        if name in PER_PRIORITY and isinstance(value, list):
            raise InvalidPolicy(f"write [[{name}.flash]]: each priority has its own {name}", place=(name,))
        merged[name] = _merged(shipped[name], Part(value, name).table)
    return merged


def _merged(shipped: Mapping[str, Any], own: Mapping[str, Any]) -> dict[str, Any]:
    below = {
        name: _merged(shipped[name], value)
        for name, value in own.items()
        if isinstance(value, Mapping) and isinstance(shipped.get(name), Mapping)
    }
    return {**shipped, **own, **below}


def _policy(read: Mapping[str, Any]) -> Policy:
    desk, reminders, quiet, limits = (
        Part(read[name], name) for name in ("desk", "reminders", "quiet", "limits")
    )
    desk.only("email", "telephone")
    reminders.only("overdue_after", "snooze", "late_after", "digest_at", "cap")
    quiet.only("from", "to")
    limits.only("text", "list_page", "list_most", "submission_keys")
    return Policy(
        email=desk.words("email"),
        telephone=desk.words("telephone"),
        response=Part(read["response"], "response").durations(Priority),
        notice_waits=Part(read["notice_waits"], "notice_waits").durations(NoticeState),
        request_waits=Part(read["request_waits"], "request_waits").durations(RequestState),
        deadlines=deadlines(Part(read["deadlines"], "deadlines")),
        requests=_durations(RequestLimits, Part(read["requests"], "requests"), at_most=None),
        retention=_durations(Retention, Part(read["retention"], "retention"), at_most=None),
        notices=_durations(NoticeLimits, Part(read["notices"], "notices"), at_most=None),
        overdue_after=reminders.duration("overdue_after"),
        snooze=reminders.duration("snooze"),
        late_after=reminders.duration("late_after"),
        digest=Digest(at=reminders.clock("digest_at"), cap=reminders.count("cap", at_most=100)),
        quiet=Quiet(begins=quiet.clock("from"), ends=quiet.clock("to")),
        ladders=_ladders(Part(read["ladder"], "ladder")),
        pages=_pages(Part(read["pages"], "pages")),
        roster=_durations(RosterLimits, Part(read["roster"], "roster")),
        reach=_durations(ReachWaits, Part(read["reach"], "reach")),
        watch=_durations(WatchLimits, Part(read["watch"], "watch")),
        text_limit=limits.count("text", at_most=3000),
        list_page=limits.count("list_page", at_most=20),
        list_most=limits.count("list_most", at_most=50_000),
        submission_keys=limits.duration("submission_keys"),
    )


def _pages(part: Part) -> PageWaits:
    named = [each.name for each in fields(PageWaits) if each.name != "renew"]
    part.only("renew", *named)
    renew = part.part("renew").durations(Priority)
    if missing := [priority for priority in Priority if priority not in renew]:
        raise part.wrong("renew", f"pages.renew says nothing of {', '.join(missing)}")
    waits = {name: part.duration(name, at_most=LONGEST_STEP) for name in named}
    return PageWaits(renew=renew, **waits)


def _durations(kind: type[Durations], part: Part, *, at_most: timedelta | None = LONGEST_STEP) -> Durations:
    """A table of durations, and of a number of tries where it has one."""
    names = [each.name for each in fields(kind)]
    part.only(*names)
    read: dict[str, Any] = {name: part.duration(name, at_most=at_most) for name in names if name != "tries"}
    if "tries" in names:
        read["tries"] = part.count("tries", at_most=10)
    return kind(**read)


def _ladders(part: Part) -> dict[Priority, tuple[LadderStep, ...]]:
    part.only(*(priority.value for priority in Priority))
    return {priority: _ladder(part, priority) for priority in Priority}


def _ladder(part: Part, priority: Priority) -> tuple[LadderStep, ...]:
    steps = part.table.get(priority)
    if not isinstance(steps, list) or not steps:
        raise part.wrong(priority, f"[[ladder.{priority}]] needs at least one step, or nobody would be paged")
    read: list[LadderStep] = []
    for number, step in enumerate(steps):
        steps_of_one = _steps(Part(step, *part.place, priority, number), number + 1)
        if any((each.who, each.role, each.group) == _whom(steps_of_one[0]) for each in read):
            raise InvalidPolicy(
                f"[[ladder.{priority}]] step {number + 1} tells {step['who']} again, which makes a loop; "
                "write repeat = 2 in the first one",
                place=(*part.place, priority, number, "who"),
            )
        read += steps_of_one
    return tuple(read)


def _whom(step: LadderStep) -> tuple[Rung, Role | None, str | None]:
    return step.who, step.role, step.group


def _steps(part: Part, number: int) -> list[LadderStep]:
    """One step as it is written, and what repeats it."""
    part.only("who", "wait", "repeat")
    if not {"who", "wait"} <= set(part.table):
        raise part.wrong("", f"[[ladder.{part.place[1]}]] step {number} needs `who` and `wait`")
    first = _whom_it_tells(part, part.duration("wait", at_most=LONGEST_STEP))
    repeat = part.count("repeat", at_most=MOST_REPEATS) if "repeat" in part.table else 1
    again = LadderStep(who=first.who, wait=first.wait, role=first.role, group=first.group, again=True)
    return [first, *[again] * (repeat - 1)]


def _whom_it_tells(part: Part, wait: timedelta) -> LadderStep:
    kind, _, which = part.words("who").partition(":")
    if kind in _PLAIN_WHO and not which:
        return LadderStep(who=Rung(kind), wait=wait)
    if kind == Rung.ROLE and which in list(Role):
        return LadderStep(who=Rung.ROLE, wait=wait, role=Role(which))
    if kind == Rung.GROUP and which.startswith("S") and which.isalnum():
        return LadderStep(who=Rung.GROUP, wait=wait, group=which)
    raise part.wrong(
        "who",
        f"who is one of {', '.join(_PLAIN_WHO)}, role:supervisor (or another role) or group:S0123 (the id of "
        f"a Slack user group), not {part.table['who']!r}",
    )
