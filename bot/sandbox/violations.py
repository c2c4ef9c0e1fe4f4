"""What a correct bot would not have done: the list that fails a test at its end."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import StrEnum


class Kind(StrEnum):
    MISSING_ACK = "missing ack"
    LATE_ACK = "late ack"
    DOUBLE_ACK = "double ack"
    ACK_WITH_BODY = "block_actions ack with body"
    WRONG_ACK_BODY = "wrong ack body"
    OVER_RATE = "over-rate"
    MISSING_TEXT = "missing text"
    NOT_A_MEMBER = "post where not a member"
    LIMIT_BROKEN = "limit broken"
    UNKNOWN_METHOD = "unknown method"
    WRONG_ARGUMENT = "wrong argument"
    WRONG_ENCODING = "wrong encoding"
    UNFURL = "unfurl not switched off"
    LATE_TRIGGER = "trigger used late"


HOUSE_RULES = frozenset({Kind.UNFURL})
"""Slack allows these; the desk of this project does not. Another bot is not held to them."""


@dataclass(frozen=True, slots=True)
class Violation:
    kind: Kind
    text: str


class Violations:
    """Grows under the workspace's lock; `told` hears of each new one."""

    def __init__(self, told: Callable[[], None], *, house_rules: bool) -> None:
        self._found: list[Violation] = []
        self._told = told
        self._allowed = frozenset() if house_rules else HOUSE_RULES

    def __iter__(self) -> Iterator[Violation]:
        return iter(list(self._found))

    def add(self, kind: Kind, text: str) -> None:
        if kind in self._allowed:
            return
        self._found.append(Violation(kind, text))
        self._told()

    def clear(self) -> None:
        self._found.clear()
