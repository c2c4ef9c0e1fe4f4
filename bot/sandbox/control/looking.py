"""GET /control/...: what one person's client shows."""

from dataclasses import asdict
from zoneinfo import ZoneInfo

from bot.sandbox.acting.payloads import place
from bot.sandbox.channels import Channel
from bot.sandbox.control.shapes import message_shape, request_shape, view_shape
from bot.sandbox.people import Person
from bot.sandbox.refusals import NotOnScreen
from bot.sandbox.shapes import Json
from bot.sandbox.slack import Slack

_PAGE = 100


class Looking:
    def __init__(self, slack: Slack) -> None:
        self._slack = slack

    def state(self, asked: Json) -> Json:
        workspace = self._slack.workspace
        who, manifest = workspace.identity, workspace.manifest
        with workspace.lock:
            people = [each for each in workspace.people.values() if not each.is_bot and not each.deleted]
            me = asked.get("user") or (people[0].id if people else None)
            return {
                "team": {"id": who.team_id, "name": who.team_name},
                "me": me,
                "people": [self._person(each) for each in people],
                "bot": {"user_id": who.bot_user_id, "name": manifest.bot_name},
                "commands": [
                    {"command": each.command, "description": each.description, "usage_hint": each.usage_hint}
                    for each in manifest.commands
                ],
                "shortcuts": [
                    {"name": each.name, "callback_id": each.callback_id, "type": each.type}
                    for each in manifest.shortcuts
                ],
                **(self._places(me) if me else {"channels": [], "dm": None}),
                "clock": workspace.clock.reading(),
                "socket": {
                    "connected": self._slack.sockets.connected,
                    "by_http": self._slack.courier.by_http,
                },
                "stage": self._stage(),
                "sequence": workspace.changes.sequence,
            }

    def _stage(self) -> Json:
        caption = self._slack.stage.caption
        return {
            "offered": self._slack.stage.offered,
            "caption": asdict(caption) if caption else None,
            "faults": [fault.kind for fault in self._slack.faults],
        }

    def messages(self, asked: Json) -> Json:
        """The newest `limit` before `before`, oldest first; ephemeral ones stand where they were said."""
        user, workspace = asked["user"], self._slack.workspace
        channel = place(self._slack, user, asked["channel"])
        with workspace.lock:
            said = workspace.messages(channel.id)
            whispered = [each for each in workspace.ephemerals(user) if each.channel == channel.id]
            replies: dict[str, int] = {}
            for each in said:
                if each.thread_ts and not each.in_channel:
                    replies[each.thread_ts] = replies.get(each.thread_ts, 0) + 1
        shown = sorted([*said, *whispered], key=lambda each: each.ts)
        if before := asked.get("before"):
            shown = [each for each in shown if each.ts < before]
        newest = shown[-int(asked.get("limit", _PAGE)) :]
        return {"messages": [message_shape(each, reply_count=replies.get(each.ts, 0)) for each in newest]}

    def views(self, asked: Json) -> Json:
        home = self._slack.modals.home(asked["user"])
        stack = self._slack.modals.stack(asked["user"])
        return {"views": [view_shape(each) for each in stack], "home": view_shape(home) if home else None}

    def violations(self, _asked: Json) -> Json:
        found = self._slack.workspace.violations
        return {"violations": [{"kind": each.kind.value, "text": each.text} for each in found]}

    def requests(self, asked: Json) -> Json:
        latest = list(self._slack.requests)[-int(asked.get("limit", _PAGE)) :]
        return {"requests": [request_shape(each) for each in latest]}

    def clock(self, _asked: Json) -> Json:
        return self._slack.workspace.clock.reading()

    def _person(self, person: Person) -> Json:
        return {
            "id": person.id,
            "name": person.name,
            "real_name": person.real_name,
            "title": person.title,
            "guest": person.guest or person.ultra,
            "home": person.team_id == self._slack.workspace.identity.team_id,
            "do_not_disturb": self._quiet(person),
            "called": self._is_called(person),
        }

    def _quiet(self, person: Person) -> Json | None:
        """In seconds since 1970; it runs now or is the next one."""
        span = person.quiet.span(self._slack.workspace.clock.now(), ZoneInfo(person.tz))
        return {"begins": span.begins_at.timestamp(), "ends": span.ends_at.timestamp()} if span else None

    def _is_called(self, person: Person) -> bool:
        """Something unread is to them, in one of their channels or in the direct messages."""
        workspace = self._slack.workspace
        mine = [each.id for each in workspace.visible_to(person.id) if person.id in each.members]
        return any(workspace.calling(person.id, channel) for channel in mine)

    def _places(self, me: str) -> Json:
        workspace = self._slack.workspace
        if me not in workspace.people:
            raise NotOnScreen(f"{me} is nobody here.")
        direct = workspace.direct(me)
        channels = [each for each in workspace.visible_to(me) if not each.direct_with]
        return {
            "channels": [self._channel(each, me) for each in channels],
            "dm": {"id": direct.id, "unread": workspace.unread(me, direct.id)},
        }

    def _channel(self, channel: Channel, me: str) -> Json:
        workspace, member = self._slack.workspace, me in channel.members
        return {
            "id": channel.id,
            "name": channel.name,
            "member": member,
            "private": channel.private,
            "unread": workspace.unread(me, channel.id) if member else 0,
            "calling": workspace.calling(me, channel.id) if member else 0,
        }
