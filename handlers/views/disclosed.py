"""The third-agency log of a record: who was told what, when and on whose authority."""

from collections.abc import Sequence

from bot.rules.partners import PARTNERS
from bot.rules.telling import AUTHORITIES, CONTENTS, COUNTRY
from handlers.views.blocks import Block, context, line, ours, section, words
from handlers.views.words import DeskWords, mention
from storage.records.disclosures import Disclosure
from storage.records.requests import Partner

LOGGED = 10
"""Entries of the log that are shown, of all that are kept."""


def log(told_to: Sequence[Disclosure], desk: DeskWords) -> list[Block]:
    """The third-agency log, newest first."""
    heading = [section(ours("*Told to others* (third-agency log)"))] if told_to else []
    entries = [block for each in reversed(told_to[-LOGGED:]) for block in _logged(each, desk)]
    more = len(told_to) - LOGGED
    return [*heading, *entries, *([context(f"And {more} earlier entries.")] if more > 0 else [])]


def _logged(each: Disclosure, desk: DeskWords) -> list[Block]:
    what = (
        f"{each.told_on}: {recipient(each.recipient, desk)}; {CONTENTS[each.content].lower()}; "
        f"authority: {AUTHORITIES[each.authority].lower()}; written down by {mention(each.by)}"
    )
    reference = [line(words(f"Message: {each.reference}"))] if each.reference else []
    return [context(what), *reference]


def recipient(code: str, desk: DeskWords) -> str:
    """Whom an entry of the log names, as mrkdwn."""
    name, _, country = code.partition(":")
    if name == COUNTRY:
        return f"the bureau of {desk.country(country)}"
    return PARTNERS[Partner(name)].label
