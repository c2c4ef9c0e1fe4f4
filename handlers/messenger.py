"""Tells people by Slack: posts what is said once, edits what shows a record, finds what may have arrived.

Slack has no key that makes a post happen only once. Each message therefore carries the id of its outbox row
in its metadata, and after an unknown outcome the row's message is looked for before it is sent again.
"""

from collections.abc import Callable, Iterator, Sequence
from datetime import timedelta
from typing import Any

from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError

from bot.desk.ports import Limited
from handlers.budget import Budget
from handlers.outcomes import translated
from handlers.views.blocks import Message, View
from storage.records.announcements import DESK, ONCALL, Place, Surface
from storage.records.outbox import Posted, Waiting

EVENT_TYPE = "liaison_desk"
GONE = frozenset({"message_not_found", "cant_update_message", "edit_window_closed"})
CLOCKS_MAY_DIFFER = timedelta(minutes=2)
LATE_TWINS_WITHIN_SECONDS = 3600.0


class SlackMessenger:
    """The desk's `Messenger`. `render` gives one row's content; several rows become one bundle."""

    def __init__(
        self,
        *,
        client: WebClient,
        desk_channel: str,
        oncall_channel: str,
        render: Callable[[Sequence[Waiting]], Message | View],
        edits: Budget,
    ) -> None:
        """`client` has a timeout and no retry handlers: slack_sdk's own would post twice after a reset."""
        self._client = client
        self._channels = {DESK: desk_channel, ONCALL: oncall_channel}
        self._render = render
        self._edits = edits

    def send(self, rows: Sequence[Waiting]) -> Posted | None:
        with translated():
            row = rows[0]
            content = self._render(rows)
            if isinstance(content, Message):
                return self._put(rows, content)
            self._client.views_publish(user_id=_user(row.place), view=content)
            return None

    def remove_twins(self, outbox_id: str, kept: Posted) -> int:
        with translated():
            oldest = float(kept.ts) - LATE_TWINS_WITHIN_SECONDS
            found = list(self._carrying(outbox_id, kept.channel, oldest=oldest))
            twins = [ts for ts in found if ts != kept.ts]
            for ts in twins:
                self._client.chat_delete(channel=kept.channel, ts=ts)
            return len(twins)

    def _put(self, rows: Sequence[Waiting], message: Message) -> Posted:
        row = rows[0]
        channel = row.posted.channel if row.posted else self._channel(row.place)
        standing = row.posted or (self._look_for(row, channel) if row.maybe_sent else None)
        if standing and not isinstance(row.what, Surface):
            return standing
        if standing and self._edit(standing, message):
            return standing
        return self._post(rows, channel, message)

    def _post(self, rows: Sequence[Waiting], channel: str, message: Message) -> Posted:
        told = self._client.chat_postMessage(
            channel=channel,
            text=message.text,
            blocks=list(message.blocks),
            metadata={"event_type": EVENT_TYPE, "event_payload": {"outbox_ids": [row.id for row in rows]}},
            unfurl_links=False,
            unfurl_media=False,
        )
        return Posted(channel=channel, ts=told["ts"])

    def _edit(self, standing: Posted, message: Message) -> bool:
        """False: the message is not there any more, so that a new one has to be posted."""
        if (seconds := self._edits.take()) > 0:
            raise Limited(seconds)
        try:
            self._client.chat_update(
                channel=standing.channel, ts=standing.ts, text=message.text, blocks=list(message.blocks)
            )
        except SlackApiError as error:
            if error.response.get("error") in GONE:
                return False
            raise
        return True

    def _look_for(self, row: Waiting, channel: str) -> Posted | None:
        oldest = (row.created_at - CLOCKS_MAY_DIFFER).timestamp()
        for ts in self._carrying(row.id, channel, oldest=oldest):
            return Posted(channel=channel, ts=ts)
        return None

    def _carrying(self, outbox_id: str, channel: str, *, oldest: float) -> Iterator[str]:
        """Time stamps of the messages in a channel that carry an outbox id."""
        cursor: str | None = None
        while True:
            page = self._client.conversations_history(
                channel=channel, oldest=f"{oldest:.6f}", include_all_metadata=True, limit=200, cursor=cursor
            )
            for message in page["messages"]:
                if outbox_id in _outbox_ids(message):
                    yield str(message["ts"])
            cursor = (page.get("response_metadata") or {}).get("next_cursor")
            if not cursor:
                return

    def _channel(self, place: Place) -> str:
        if place in self._channels:
            return self._channels[place]
        return str(self._client.conversations_open(users=_user(place))["channel"]["id"])


def _user(place: Place) -> str:
    """The user id in `dm:U1` or, for somebody of another workspace, `dm:T9/U1`."""
    return place.removeprefix("dm:").rpartition("/")[2]


def _outbox_ids(message: dict[str, Any]) -> Sequence[str]:
    metadata = message.get("metadata") or {}
    ours = metadata.get("event_type") == EVENT_TYPE
    return metadata.get("event_payload", {}).get("outbox_ids", ()) if ours else ()
