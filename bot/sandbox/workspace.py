"""The state of the workspace: its people, channels and messages, under one lock that wakes whoever waits."""

import threading
from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime

from bot.sandbox.changes import Changed, Changes
from bot.sandbox.channels import Channel
from bot.sandbox.clock import VirtualClock
from bot.sandbox.elements import State
from bot.sandbox.identity import Identity
from bot.sandbox.ids import Ids
from bot.sandbox.manifest import Manifest
from bot.sandbox.marks import Marks
from bot.sandbox.messages import Message
from bot.sandbox.people import Person
from bot.sandbox.shapes import Json
from bot.sandbox.violations import Kind, Violations

SLACKBOT = "USLACKBOT"


class Workspace:
    """Every method may be called from any thread. `changed` is notified at each change."""

    def __init__(
        self, manifest: Manifest, identity: Identity, clock: VirtualClock, *, house_rules: bool
    ) -> None:
        self.lock = threading.RLock()
        self.changed = threading.Condition(self.lock)
        self.manifest = manifest
        self.identity = identity
        self.clock = clock
        self.ids = Ids()
        self.changes = Changes()
        self.violations = Violations(lambda: self.tell(Changed.VIOLATION), house_rules=house_rules)
        clock.watch(lambda: self.tell(Changed.CLOCK))
        self.clear()

    def clear(self) -> None:
        """Back to an empty workspace with only the bot in it; ids go on counting."""
        with self.lock:
            self.people: dict[str, Person] = {}
            self.channels: dict[str, Channel] = {}
            self.chosen: dict[
                tuple[str, str], State
            ] = {}  # By reader and a message's ts: what they chose in it.
            self.offered: dict[tuple[str, str], list[Json]] = {}  # By view id or ts, and action_id.
            self.usergroups: dict[str, list[str]] = {}
            self.revoked: str | None = None
            self._messages: dict[str, dict[str, Message]] = {}
            self._ephemerals: dict[str, Message] = {}
            self._marks = Marks()
            self.violations.clear()
            team = self.identity.team_id
            for user_id, name in (
                (self.identity.bot_user_id, self.manifest.bot_name),
                (SLACKBOT, "slackbot"),
            ):
                self.people[user_id] = Person(id=user_id, name=name, team_id=team, is_bot=True)

    def tell(
        self,
        changed: Changed,
        *,
        channel: str | None = None,
        user: str | None = None,
        message: Message | None = None,
        before: Message | None = None,
    ) -> None:
        with self.lock:
            self.changes.add(changed, channel=channel, user=user, message=message, before=before)
            self.changed.notify_all()

    def violate(self, kind: Kind, text: str) -> None:
        with self.lock:
            self.violations.add(kind, text)

    # People and channels

    def put_person(self, person: Person) -> None:
        with self.lock:
            self.people[person.id] = person
            self.tell(Changed.PEOPLE)

    def put_channel(self, channel: Channel) -> None:
        with self.lock:
            self.channels[channel.id] = channel
            self._messages.setdefault(channel.id, {})
            self.tell(Changed.PEOPLE, channel=channel.id)

    def direct(self, user: str) -> Channel:
        """The DM between the bot and a person, opened when it is first asked for."""
        with self.lock:
            for channel in self.channels.values():
                if channel.direct_with == user:
                    return channel
            bot = self.identity.bot_user_id
            channel = Channel(
                id=f"D{user[1:]}",
                name="",
                created=int(self.clock.now().timestamp()),
                creator=bot,
                members=frozenset({user, bot}),
                direct_with=user,
            )
            self.put_channel(channel)
            return channel

    def visible_to(self, user: str) -> list[Channel]:
        """The channels a person finds in their client: public ones and those they are in, DMs too."""
        with self.lock:
            return [each for each in self.channels.values() if each.shows_to(user)]

    # Messages

    def post(self, message: Message) -> Message:
        with self.lock:
            if message.ephemeral_to:
                self._ephemerals[message.ts] = message
                self.tell(
                    Changed.EPHEMERAL, channel=message.channel, user=message.ephemeral_to, message=message
                )
            else:
                self._messages.setdefault(message.channel, {})[message.ts] = message
                self.tell(Changed.MESSAGE, channel=message.channel, message=message)
                if self._marks.posted(message) or self._is_direct(message.channel):
                    self.tell(Changed.PEOPLE)  # A mark beside whoever is called.
            return message

    def change(self, message: Message) -> Message:
        with self.lock:
            shelf = self._shelf(message)
            before = shelf[message.ts]
            shelf[message.ts] = message
            changed = Changed.EPHEMERAL if message.ephemeral_to else Changed.CHANGED
            self.tell(
                changed, channel=message.channel, user=message.ephemeral_to, message=message, before=before
            )
            return message

    def delete(self, message: Message) -> None:
        with self.lock:
            gone = self._shelf(message).pop(message.ts)
            self.tell(
                Changed.DELETED, channel=gone.channel, user=gone.ephemeral_to, message=gone, before=gone
            )

    def find(self, channel: str, ts: str) -> Message | None:
        """The message as it is now, be it in the channel or ephemeral."""
        with self.lock:
            found = self._messages.get(channel, {}).get(ts) or self._ephemerals.get(ts)
            return found if found and found.channel == channel else None

    def messages(self, channel: str) -> list[Message]:
        """All messages of a channel, replies among them, oldest first."""
        with self.lock:
            return sorted(self._messages.get(channel, {}).values(), key=lambda each: each.ts)

    def ephemerals(self, user: str) -> list[Message]:
        with self.lock:
            return [each for each in self._ephemerals.values() if each.ephemeral_to == user]

    def replies(self, channel: str, thread_ts: str) -> list[Message]:
        return [each for each in self.messages(channel) if thread_ts in (each.thread_ts, each.ts)]

    def stamp(self) -> str:
        with self.lock:
            return self.ids.stamp(self.clock.now())

    # Reading

    def read(self, user: str, channel: str, *, until: datetime | None = None) -> None:
        """They have seen all that stands there; or what stood there `until` then."""
        with self.lock:
            latest = max((each.ts for each in self.messages(channel)), default="")
            self._marks.seen(user, channel, f"{until.timestamp():.6f}" if until else latest)
            self.tell(Changed.UNREAD, channel=channel, user=user)

    def unread(self, user: str, channel: str) -> int:
        with self.lock:
            return len(self._unread(user, channel))

    def calling(self, user: str, channel: str) -> int:
        """How many unread messages are to this person: all in a DM, else what calls them or everybody."""
        with self.lock:
            unread = self._unread(user, channel)
            return len(unread) if self._is_direct(channel) else self._marks.calling(user, unread)

    def _unread(self, user: str, channel: str) -> list[Message]:
        return self._marks.unread(user, channel, self._messages.get(channel, {}).values())

    def _is_direct(self, channel: str) -> bool:
        known = self.channels.get(channel)
        return known is not None and known.direct_with is not None

    def _shelf(self, message: Message) -> dict[str, Message]:
        return self._ephemerals if message.ephemeral_to else self._messages[message.channel]


def with_members(channel: Channel, members: Iterable[str]) -> Channel:
    return replace(channel, members=channel.members | frozenset(members))
