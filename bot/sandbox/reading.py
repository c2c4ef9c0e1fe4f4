"""Reading the workspace: what stands in channels, DMs, modals and homes, and waiting until it does."""

from collections.abc import Callable
from typing import TypeVar

from bot.sandbox.clock import real_seconds
from bot.sandbox.messages import Message
from bot.sandbox.refusals import NotOnScreen
from bot.sandbox.slack import Slack
from bot.sandbox.views import View

T = TypeVar("T")
_SHOWN = 12


class Reading:
    """The part of `Sandbox` that looks."""

    _slack: Slack

    def messages(self, channel: str) -> list[Message]:
        """All messages of a channel as they are now, thread replies among them, oldest first."""
        return self._slack.workspace.messages(channel)

    def dms(self, user: str) -> list[Message]:
        """The messages between a person and the bot."""
        return self._slack.workspace.messages(self._slack.workspace.direct(user).id)

    def ephemerals(self, user: str) -> list[Message]:
        """What only this person sees, in any channel."""
        return self._slack.workspace.ephemerals(user)

    def file(self, message: Message) -> bytes:
        """What is in the one file that the bot uploaded with this message. Raises NotOnScreen without one."""
        contents = [self._slack.uploads.content(each["id"]) for each in message.files]
        if len(contents) != 1 or contents[0] is None:
            raise NotOnScreen(f"Not one uploaded file, but {[each['name'] for each in message.files]}.")
        return contents[0]

    def view(self, user: str) -> View | None:
        """The modal on top."""
        stack = self._slack.modals.stack(user)
        return stack[-1] if stack else None

    def views(self, user: str) -> list[View]:
        """The person's open modals, the one on top last."""
        return self._slack.modals.stack(user)

    def home(self, user: str) -> View | None:
        return self._slack.modals.home(user)

    def wait_for(self, predicate: Callable[[], T | None], timeout: float = 10.0) -> T:
        """The first true value of `predicate`, asked again after each change, for real seconds.

        The bot's acks count as changes, so `predicate` may also look at what the bot has done. Raises
        AssertionError with what is there instead.
        """
        ends_at = real_seconds() + timeout
        workspace = self._slack.workspace
        while True:
            sequence = workspace.changes.sequence
            if value := predicate():
                return value
            left = ends_at - real_seconds()
            if left <= 0:
                raise AssertionError(f"Not within {timeout:g} s. There is:\n{self.dump()}")
            with workspace.changed:
                if workspace.changes.sequence == sequence:
                    workspace.changed.wait(left)

    def dump(self) -> str:
        """Everything a person could see and the last calls of the bot, for a failing test."""
        workspace = self._slack.workspace
        with workspace.lock:
            lines = [
                f"connections: {self._slack.sockets.connected}, clock: {workspace.clock.now().isoformat()}"
            ]
            for channel in workspace.channels.values():
                name = channel.direct_with or f"#{channel.name}"
                lines += [_line(name, each) for each in self.messages(channel.id)[-_SHOWN:]]
            for user in workspace.people:
                lines += [_line(f"only {user}", each) for each in self.ephemerals(user)[-_SHOWN:]]
                lines += [f"modal of {user}: {view.plain!r}" for view in self.views(user)]
                home = self.home(user)
                lines += [f"home of {user}: {home.plain!r}"] if home else []
            for call in list(self._slack.requests)[-_SHOWN:]:
                lines.append(f"call {call.method}: {call.status} {call.error or 'ok'}")
            lines += [f"violation {each.kind}: {each.text}" for each in workspace.violations]
        return "\n".join(lines)


def _line(where: str, message: Message) -> str:
    buttons = f" [{'] ['.join(message.buttons)}]" if message.buttons else ""
    files = "".join(f" ({each['name']})" for each in message.files)
    return f"{where} {message.ts} {message.user}: {message.plain!r}{buttons}{files}"
