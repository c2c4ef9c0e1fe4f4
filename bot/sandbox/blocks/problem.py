"""What the block check found: one sentence in Slack's words and the place it is about."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Problem:
    """`message` is worded as Slack words it; `pointer` is a JSON pointer (RFC 6901) into what was checked."""

    message: str
    pointer: str
