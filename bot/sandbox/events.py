"""The Events API: what the bot is told of, if the manifest subscribes to it."""

from bot.sandbox.api.dnd import status
from bot.sandbox.api.users import shown
from bot.sandbox.changes import Change, Changed
from bot.sandbox.channels import Channel
from bot.sandbox.messages import Message
from bot.sandbox.shapes import Json
from bot.sandbox.slack import Slack


class Events:
    """Listens to the workspace for messages; the rest is told to it."""

    def __init__(self, slack: Slack) -> None:
        self._slack = slack
        slack.workspace.changes.listen(self._on_change)

    def joined(self, user: str, channel: str) -> None:
        where = self._slack.workspace.channels[channel]
        who = self._slack.workspace.identity
        self._announce(
            "member_joined_channel",
            {
                "user": user,
                "channel": channel,
                "channel_type": "G" if where.private else "C",
                "team": who.team_id,
                "inviter": who.bot_user_id,
            },
            where,
        )

    def user_changed(self, user: str) -> None:
        person = self._slack.workspace.people[user]
        now = int(self._slack.workspace.clock.now().timestamp())
        self._announce("user_change", {"user": shown(self._slack, person), "cache_ts": now})

    def quiet_changed(self, user: str) -> None:
        workspace = self._slack.workspace
        about = status(workspace.people[user], workspace.clock.now())
        self._announce("dnd_updated_user", {"user": user, "dnd_status": about})

    def home_opened(self, user: str, tab: str) -> None:
        where = self._slack.workspace.direct(user)
        home = self._slack.modals.home(user)
        event: Json = {"user": user, "channel": where.id, "tab": tab}
        if home and tab == "home":
            event["view"] = home.as_json(self._slack.workspace.identity)
        self._announce("app_home_opened", event)

    def tokens_revoked(self) -> None:
        bot = self._slack.workspace.identity.bot_user_id
        self._announce("tokens_revoked", {"tokens": {"oauth": [], "bot": [bot]}})

    def uninstalled(self) -> None:
        self._announce("app_uninstalled", {})

    def _on_change(self, change: Change) -> None:
        message = change.message
        if message is None or message.ephemeral_to:
            return
        channel = self._slack.workspace.channels[message.channel]
        if self._slack.workspace.identity.bot_user_id not in channel.members:
            return
        match change.type:
            case Changed.MESSAGE:
                self._said(message, channel)
            case Changed.CHANGED if change.before:
                self._rewritten(message, change.before, channel)
            case Changed.DELETED:
                self._deleted(message, channel)

    def _said(self, message: Message, channel: Channel) -> None:
        event = message.as_json(with_metadata=True) | {"channel": channel.id, "event_ts": message.ts}
        event["channel_type"] = channel.event_type
        if self._slack.workspace.people[message.user].team_id != self._slack.workspace.identity.team_id:
            event |= {"user_team": message.team_id, "source_team": message.team_id}
        self._announce(channel.event_name, event, channel)
        bot = self._slack.workspace.identity.bot_user_id
        if f"<@{bot}>" in message.text and message.user != bot and not channel.direct_with:
            mention = {key: value for key, value in event.items() if key != "channel_type"}
            self._announce("app_mention", mention | {"type": "app_mention"}, channel)
        for file in message.files:
            self._file_shared(message.user, channel, file["id"])

    def _file_shared(self, user: str, channel: Channel, file_id: str) -> None:
        event = {"channel_id": channel.id, "file_id": file_id, "user_id": user, "file": {"id": file_id}}
        self._announce("file_shared", event, channel)

    def _rewritten(self, message: Message, before: Message, channel: Channel) -> None:
        changed = {"message": message.as_json(), "previous_message": before.as_json()}
        self._hidden("message_changed", channel, changed)

    def _deleted(self, message: Message, channel: Channel) -> None:
        self._hidden(
            "message_deleted", channel, {"deleted_ts": message.ts, "previous_message": message.as_json()}
        )

    def _hidden(self, subtype: str, channel: Channel, fields: Json) -> None:
        stamp = self._slack.workspace.stamp()
        event = {"type": "message", "subtype": subtype, "hidden": True, "channel": channel.id, "ts": stamp}
        more = {"event_ts": stamp, "channel_type": channel.event_type}
        self._announce(channel.event_name, event | more | fields, channel)

    def _announce(self, name: str, event: Json, channel: Channel | None = None) -> None:
        """`name` is the subscription's; an event that names no type of its own has the same one."""
        workspace = self._slack.workspace
        if name not in workspace.manifest.events:
            return
        now = workspace.clock.now()
        whole: Json = {"type": name, "event_ts": workspace.stamp(), **event}
        self._slack.courier.announce(self._wrapped(whole, int(now.timestamp()), channel))

    def _wrapped(self, event: Json, event_time: int, channel: Channel | None) -> Json:
        who = self._slack.workspace.identity
        event_id = self._slack.workspace.ids.new("Ev")
        authorization = {
            "enterprise_id": None,
            "team_id": who.team_id,
            "user_id": who.bot_user_id,
            "is_bot": True,
            "is_enterprise_install": False,
        }
        return {
            "token": who.verification_token,
            "team_id": who.team_id,
            "context_team_id": who.team_id,
            "context_enterprise_id": None,
            "api_app_id": who.app_id,
            "event": event,
            "type": "event_callback",
            "event_id": event_id,
            "event_time": event_time,
            "authorizations": [authorization],
            "is_ext_shared_channel": channel.ext_shared if channel else False,
            "event_context": f"4-{event_id}",
        }
