"""What `doctor` says of the database: each check names what is wrong and what to do about it."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from storage.records.outbox import DeadLetter
from storage.records.people import PersonId
from storage.records.reach import DESK_ITSELF, Contact, Owner, Way

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


def reach(
    ways: Collection[Way], contacts: Sequence[Contact], officers: Collection[PersonId], *, in_earnest: bool
) -> Finding:
    """Whether a page arrives while Slack is silent: a gateway, and proved addresses of officers and desk.

    In a sandbox nobody waits for one.
    """
    check = "beyond Slack"
    if not ways:
        words = "no gateway is set, so a page waits while Slack is down. Set PAGER_EMAIL or another in .env."
        return unwell(check, words) if in_earnest else well(check, words)
    usable = [contact for contact in contacts if contact.way in ways]
    reached = {contact.owner for contact in usable}
    wanted = {DESK_ITSELF, *(Owner(officer) for officer in officers)}
    if missing := sorted(wanted - reached):
        return unwell(
            check, f"no address for {', '.join(missing)}. Set one: people contact set {missing[0]} …"
        )
    if unproved := sorted({contact.owner for contact in usable if contact.proved_at is None}):
        return unwell(check, f"never proved: {', '.join(unproved)}. Run: people contact test {unproved[0]}")
    return well(check, "every officer and the desk have a proved address")


def clocks(check: str, whose: str, told: datetime, now: datetime) -> Finding:
    """Whether another machine and this one agree on the time."""
    apart = abs(told - now)
    if apart <= CLOCKS_MAY_DIFFER:
        return well(check, f"{whose} and this machine agree")
    seconds = int(apart.total_seconds())
    return unwell(check, f"{whose} and this machine differ by {seconds} s. Turn on NTP on both.")
