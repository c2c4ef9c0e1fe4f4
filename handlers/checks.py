"""What `doctor` says of the database: each check names what is wrong and what to do about it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from storage.records.outbox import DeadLetter

OUTBOX_MAY_WAIT = timedelta(minutes=5)
A_DEAD_LETTER_COUNTS_FOR = timedelta(days=7)
"""Who was not told is told otherwise by then, and nobody takes a letter out of the table."""
CLOCKS_MAY_DIFFER = timedelta(seconds=60)  # Slack refuses signatures that are five minutes off.


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    check: str
    well: bool
    words: str
    """What was found; where it is not well, what to do about it."""


def well(check: str, words: str) -> Finding:
    return Finding(check=check, well=True, words=words)


def unwell(check: str, words: str) -> Finding:
    return Finding(check=check, well=False, words=words)


def outbox(oldest: datetime | None, now: datetime) -> Finding:
    """Whether anything has waited too long to be told."""
    if oldest is None or now - oldest <= OUTBOX_MAY_WAIT:
        return well("outbox", "nothing waits long")
    minutes = int((now - oldest).total_seconds() // 60)
    return unwell(
        "outbox",
        f"a message has waited {minutes} minutes. Is `run` running, and can it reach Slack? "
        "Its log says what it waits for.",
    )


def dead_letters(letters: Sequence[DeadLetter], now: datetime) -> Finding:
    """Whether Slack has lately refused messages for good."""
    lately = [letter for letter in letters if now - letter.died_at <= A_DEAD_LETTER_COUNTS_FOR]
    if not lately:
        return well("dead letters", "none in the last seven days")
    reasons = ", ".join(
        sorted({f"{letter.what} to {letter.place.partition(':')[0]}: {letter.error}" for letter in lately})
    )
    return unwell(
        "dead letters",
        f"{len(lately)} messages were refused for good ({reasons}). `not_in_channel`: invite the bot; "
        "`channel_not_found`: correct DESK_CHANNEL or ONCALL_CHANNEL; then take the step again.",
    )


def clocks(check: str, whose: str, told: datetime, now: datetime) -> Finding:
    """Whether another machine and this one agree on the time."""
    apart = abs(told - now)
    if apart <= CLOCKS_MAY_DIFFER:
        return well(check, f"{whose} and this machine agree")
    seconds = int(apart.total_seconds())
    return unwell(check, f"{whose} and this machine differ by {seconds} s. Turn on NTP on both.")
