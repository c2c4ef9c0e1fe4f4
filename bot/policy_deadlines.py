"""The part of the policy that says when something is due and when it is reminded of."""

import re
from collections.abc import Mapping
from datetime import timedelta

from bot.policy_part import Part
from bot.rules.deadline_rules import RULES
from bot.rules.policy import Deadline, Then
from bot.rules.spans import Span
from storage.records.reminders import ReminderRule
from storage.records.requests import Priority

_SPAN = re.compile(r"(\d{1,4})(s|m|h|d|mo|y)")
_SHARE = re.compile(r"(\d{1,3})%")
_LONGEST = timedelta(days=36500)
_HOW = "write it like 4h, 10d, 6mo or 5y, above zero"
_KNOWN = ("due", "before", "after", "every", "at_once", "business_days", "urgent", "page", "then")


def deadlines(part: Part) -> dict[ReminderRule, Deadline]:
    """One for each rule. Raises InvalidPolicy."""
    part.only(*(rule.value for rule in RULES))
    return {rule: _deadline(part.part(rule), rule) for rule in RULES}


def _deadline(part: Part, rule: ReminderRule) -> Deadline:
    part.only(*_KNOWN)
    due, before = _due(part, rule), tuple(_span(part, "before", each) for each in _list(part, "before"))
    if longest := next((each for each in before if _reaches_back(each, due)), None):
        written = part.table["before"][before.index(longest)]
        raise part.wrong("before", f"{part.named('before')}: {written!r} is no shorter than the wait itself")
    then, page = _then(part), _maybe(part, "page")
    if not RULES[rule].paged and (page or then is Then.ONCALL):
        word = "page" if page else "then"
        raise part.wrong(word, f"{part.named(word)}: the desk has no words for a page about this")
    after = _list(part, "after")
    return Deadline(
        due=due,
        before=before,
        after=tuple(_span(part, "after", each) for each in after if not _is_share(each)),
        shares=tuple(_share(part, each) for each in after if _is_share(each)),
        every=_maybe(part, "every"),
        at_once=part.flag("at_once"),
        business_days=part.flag("business_days"),
        urgent=part.flag("urgent"),
        page=page,
        then=then,
    )


def _due(part: Part, rule: ReminderRule) -> Mapping[Priority, Span]:
    given = part.table.get("due")
    if RULES[rule].counted != (given is not None):
        why = (
            "says when this is due, in words such as 10d"
            if given is None
            else "does not say when this is due"
        )
        raise part.wrong("due", f"{part.named('due')}: the policy {why}")
    if given is None:
        return {}
    if not isinstance(given, Mapping):
        return dict.fromkeys(Priority, _span(part, "due", given))
    by_priority = part.part("due")
    by_priority.only(*(each.value for each in Priority))
    if missing := [each.value for each in Priority if each not in given]:
        raise part.wrong("due", f"{part.named('due')} says nothing of {', '.join(missing)}")
    return {each: _span(by_priority, each, given[each]) for each in Priority}


def _reaches_back(before: Span, due: Mapping[Priority, Span]) -> bool:
    return any(not before.is_shorter_than(each) for each in due.values())


def _list(part: Part, name: str) -> list[object]:
    value = part.table.get(name, [])
    if not isinstance(value, list):
        raise part.wrong(name, f'{part.named(name)}: {value!r} is no list: write it like ["30d", "7d"]')
    return value


def _maybe(part: Part, name: str) -> Span | None:
    return _span(part, name, part.table[name]) if name in part.table else None


def _is_share(value: object) -> bool:
    return isinstance(value, str) and value.endswith("%")


def _share(part: Part, value: object) -> int:
    match = _SHARE.fullmatch(str(value))
    if match is None or not int(match[1]):
        raise part.wrong(
            "after", f"{part.named('after')}: {value!r} is no share of the wait: write it like 150%"
        )
    return int(match[1])


def _span(part: Part, name: str, value: object) -> Span:
    match = _SPAN.fullmatch(value) if isinstance(value, str) else None
    number = int(match[1]) if match else 0
    if match is None or not number:
        raise part.wrong(name, f"{part.named(name)}: {value!r} is not a span of time: {_HOW}")
    span = _UNITS[match[2]](number)
    if timedelta(days=30 * span.months + span.days) + span.time > _LONGEST:
        raise part.wrong(name, f"{part.named(name)}: {value!r} is longer than a hundred years")
    return span


_UNITS = {
    "s": lambda number: Span(time=timedelta(seconds=number)),
    "m": lambda number: Span(time=timedelta(minutes=number)),
    "h": lambda number: Span(time=timedelta(hours=number)),
    "d": lambda number: Span(days=number),
    "mo": lambda number: Span(months=number),
    "y": lambda number: Span(months=12 * number),
}


def written(span: Span) -> str:
    """As the policy may write it."""
    if span.months:
        return f"{span.months // 12}y" if span.months % 12 == 0 else f"{span.months}mo"
    if span.days:
        return f"{span.days}d"
    seconds = int(span.time.total_seconds())
    return next(f"{seconds // size}{unit}" for unit, size in _SIZES if seconds % size == 0)


_SIZES = (("h", 3600), ("m", 60), ("s", 1))


def _then(part: Part) -> Then | None:
    value = part.table.get("then")
    if value is None or value in list(Then):
        return None if value is None else Then(value)
    raise part.wrong("then", f"{part.named('then')}: {value!r} is neither {' nor '.join(Then)}")
