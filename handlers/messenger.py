"""Tells people by Slack: posts what is said once, edits what shows a record, finds what may have arrived.

Slack has no key that makes a post happen only once. Each message therefore carries the ids of its outbox rows
in its metadata, and after an unknown outcome the row's message is looked for before it is sent again.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import timedelta
from typing import Any

from slack_sdk import WebClient
from slack_sdk.web import SlackResponse

from bot.desk.ports import Later, Limited, OutcomeUnknown, Undeliverable
from handlers.budget import Budget
from handlers.outcomes import translated
from handlers.views.blocks import Message, View
from storage.records.announcements import DESK, ONCALL, Place, Surface
from storage.records.outbox import Posted, Waiting

EVENT_TYPE = "liaison_desk"
GONE = frozenset({"message_not_found", "cant_update_message", "edit_window_closed"})
CLOCKS_MAY_DIFFER = timedelta(minutes=2)
LATE_TWINS_WITHIN_SECONDS = 3600.0
AGAIN_SECONDS = 2.0


class SlackMessenger:
    """The desk's `Messenger`. `render` gives one row's content; several rows become one bundle."""

    def __init__(
        self,
        *,
        client: WebClient,
        desk_channel: str,
        oncall_channel: str,
        render: Callable[[Sequence[Waiting]], Message | View],
        budgets: Mapping[str, Budget],
    ) -> None:
        """`client` has a timeout and no retry handlers: slack_sdk's own would post twice after a reset.

        `budgets` are by method, and there is one for each method but `chat.postMessage`.
        """
        self._client = client
        self._channels = {DESK: desk_channel, ONCALL: oncall_channel}
        self._render = render
        self._budgets = budgets

    def send(self, rows: Sequence[Waiting]) -> Posted | None:
        content = self._render(rows)
        if isinstance(content, Message):
            return self._put(rows, content)
        self._repeatable(
            "views.publish", self._client.views_publish, user_id=_user(rows[0].place), view=content
        )
        return None

    def remove_twins(self, outbox_id: str, kept: Posted) -> int:
        """Of a bundle and a message of its own the bundle stays: it may be all that others have."""
        oldest = float(kept.ts) - LATE_TWINS_WITHIN_SECONDS
        found = dict(self._carrying(outbox_id, kept.channel, oldest=oldest))
        if not found:
            return 0
        stays = max(found, key=lambda ts: (found[ts], ts == kept.ts))
        for ts in found.keys() - {stays}:
            self._repeatable("chat.delete", self._client.chat_delete, channel=kept.channel, ts=ts)
        return len(found) - 1

    def _put(self, rows: Sequence[Waiting], message: Message) -> Posted:
        row = rows[0]
        if row.posted and self._edit(row.posted, message):
            return row.posted
        channel = row.posted.channel if row.posted else self._channel(row.place)
        found = self._look_for(row, channel) if row.maybe_sent else None
        if found and (not isinstance(row.what, Surface) or self._edit(found, message)):
            return found
        return self._post(rows, channel, message)

    def _post(self, rows: Sequence[Waiting], channel: str, message: Message) -> Posted:
        with translated():
            told = self._client.chat_postMessage(
                channel=channel,
                text=message.text,
                blocks=list(message.blocks),
                metadata={
                    "event_type": EVENT_TYPE,
                    "event_payload": {"outbox_ids": [row.id for row in rows]},
                },
                unfurl_links=False,
                unfurl_media=False,
            )
        return Posted(channel=channel, ts=told["ts"])

    def _edit(self, standing: Posted, message: Message) -> bool:
        """False: the message is not there any more, so that a new one has to be posted."""
        try:
            self._repeatable(
                "chat.update",
                self._client.chat_update,
                channel=standing.channel,
                ts=standing.ts,
                text=message.text,
                blocks=list(message.blocks),
            )
        except Undeliverable as refused:
            if str(refused) in GONE:
                return False
            raise
        return True

    def _look_for(self, row: Waiting, channel: str) -> Posted | None:
        oldest = (row.created_at - CLOCKS_MAY_DIFFER).timestamp()
        for ts, _ in self._carrying(row.id, channel, oldest=oldest):
            return Posted(channel=channel, ts=ts)
        return None

    def _carrying(self, outbox_id: str, channel: str, *, oldest: float) -> Iterator[tuple[str, int]]:
        """The messages in a channel that carry an outbox id: time stamp, and how many ids each carries."""
        cursor: str | None = None
        while True:
            page = self._repeatable(
                "conversations.history",
                self._client.conversations_history,
                channel=channel,
                oldest=f"{oldest:.6f}",
                include_all_metadata=True,
                limit=200,
                cursor=cursor,
            )
            for message in page["messages"]:
                ids = _outbox_ids(message)
                if outbox_id in ids:
                    yield str(message["ts"]), len(ids)
            cursor = (page.get("response_metadata") or {}).get("next_cursor")
            if not cursor:
                return

    def _channel(self, place: Place) -> str:
        """A direct message is opened once; its channel stays."""
        if place not in self._channels:
            told = self._repeatable("conversations.open", self._client.conversations_open, users=_user(place))
            self._channels[place] = str(told["channel"]["id"])
        return self._channels[place]

    def _repeatable(
        self, method: str, call: Callable[..., SlackResponse], **arguments: object
    ) -> SlackResponse:
        """A call that may be made twice, so that its failure leaves no doubt.

        Raises Later, Unreachable or Undeliverable.
        """
        if (seconds := self._budgets[method].take()) > 0:
            raise Later(seconds, f"the budget of {method} is spent")
        try:
            with translated():
                return call(**arguments)
        except Limited as limited:
            self._budgets[method].asked_to_wait(limited.seconds)
            raise Later(limited.seconds, str(limited)) from None
        except OutcomeUnknown as unknown:
            raise Later(AGAIN_SECONDS, str(unknown)) from None


def _user(place: Place) -> str:
    """The user id in `dm:U1` or, for somebody of another workspace, `dm:T9/U1`."""
    return place.removeprefix("dm:").rpartition("/")[2]


def _outbox_ids(message: dict[str, Any]) -> Sequence[str]:
    metadata = message.get("metadata") or {}
    ours = metadata.get("event_type") == EVENT_TYPE
    return metadata.get("event_payload", {}).get("outbox_ids", ()) if ours else ()
