"""Help for a command, and the short answer to somebody who writes to the bot."""

from collections.abc import Sequence
from dataclasses import dataclass

from handlers.views.blocks import Message, context, cut, line, ours, section, words

WORD_LIMIT = 60


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One subcommand: how it is typed and what it does."""

    usage: str
    words: str


def message(command: str, lines: Sequence[Line], *, unknown: str = "", guess: str = "") -> Message:
    """`unknown` is a word that somebody typed and nobody knows; `guess` is what they may have meant."""
    listed = "\n".join(f"• `{each.usage}`: {each.words}" for each in lines)
    blocks = [section(ours(f"*What {command} does*\n{listed}"))]
    if unknown:
        meant = f" Did you mean {guess}?" if guess else ""
        sentence = f"I do not know “{cut(unknown, WORD_LIMIT)}”.{meant}"
        blocks.insert(0, line(words(sentence)))
    return Message(text=f"Help for {command}", blocks=blocks)


def greeting() -> Message:
    """To somebody who wrote to the bot in direct messages."""
    text = (
        "I run the liaison desk. `/liaison` makes a request, `/notice status` tells where a notice stands, "
        "`/escalate` pages the officer on duty, `/oncall` tells who that is."
    )
    return Message(
        text="How to use the liaison desk",
        blocks=[
            section(ours(text)),
            context("Nobody reads what is written here. Please write no names and send no files."),
        ],
    )
