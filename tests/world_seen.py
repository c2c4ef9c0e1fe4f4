"""What people see of the desk in their workspace, in the words of a story."""

import re

from bot.sandbox.messages import Message
from bot.sandbox.server import Sandbox
from tests.cast import DESK, ONCALL

DIGEST = "*Digest of "


class Seen:
    """The part of `World` that reads the workspace."""

    slack: Sandbox

    def card(self, reference: str, channel: str = DESK) -> Message:
        """The one message in a channel that shows this record."""
        cards = [
            message
            for message in self.slack.messages(channel)
            if reference in message.plain.partition("\n")[0] and "*State*" in message.plain
        ]
        assert len(cards) == 1, f"{len(cards)} cards of {reference}:\n{self.slack.dump()}"
        return cards[0]

    def page(self, reference: str, whose: str | None = None) -> Message:
        """The one message that shows a page: in the on-call channel, or in somebody's direct messages."""
        messages = self.slack.dms(whose) if whose else self.slack.messages(ONCALL)
        pages = [each for each in messages if reference in each.plain and "*Priority*" in each.plain]
        assert len(pages) == 1, f"{len(pages)} messages show {reference}:\n{self.slack.dump()}"
        return pages[0]

    def said(self, channel: str = DESK) -> list[str]:
        """What stands in a channel itself, oldest first; what stands in threads is `thread`'s."""
        return [
            message.plain
            for message in self.slack.messages(channel)
            if message.in_channel and not message.plain.startswith(DIGEST)
        ]

    def digests(self, who: str | None = None) -> list[str]:
        """The daily digests of one person, or else of the desk channel; no other method here reads them."""
        messages = self.slack.dms(who) if who else self.slack.messages(DESK)
        return [each.plain for each in messages if each.plain.startswith(DIGEST)]

    def thread(self, reference: str) -> str:
        """What has happened: the one reply under a notice's card, or under a page's message."""
        return self.reply(reference).plain

    def reply(self, reference: str) -> Message:
        shown = self.card(reference) if reference.startswith("NT") else self.page(reference)
        replies = [each for each in self.slack.messages(shown.channel) if each.thread_ts == shown.ts]
        assert len(replies) == 1, f"{len(replies)} replies under {reference}:\n{self.slack.dump()}"
        return replies[0]

    def told(self, who: str) -> list[str]:
        """What the desk wrote to one person."""
        return [each.plain for each in self.slack.dms(who) if not each.plain.startswith(DIGEST)]

    def sees(self, who: str, words: str) -> str:
        """Waits for an answer that only this person sees and that holds the words."""

        def found() -> str | None:
            shown = [message.plain for message in self.slack.ephemerals(who)]
            shown += [view.plain for view in self.slack.views(who)]
            return next((text for text in shown if words in text), None)

        text = self.slack.wait_for(found)
        assert text is not None
        return text

    def references(self, prefix: str) -> set[str]:
        """Of the records of one kind that the desk channel names."""
        return {found for text in self.said() for found in re.findall(rf"{prefix}\d{{4}}-\d{{5}}", text)}

    def new_reference(self, prefix: str, before: set[str]) -> str:
        """The one that was not there before."""
        found = self.references(prefix) - before
        assert len(found) == 1, f"new {prefix}: {found}\n{self.slack.dump()}"
        return found.pop()
