"""Tells people by Slack: posts what is said once, edits what shows a record, finds what may have arrived.

Slack has no key that makes a post happen only once. Each message therefore carries the ids of its outbox rows
in its metadata, and after an unknown outcome the row's message is looked for before it is sent again.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import timedelta
from functools import partial
from typing import Any

from slack_sdk import WebClient
from slack_sdk.web import SlackResponse

from bot.desk.ports import Undeliverable
from handlers.budget import Budget
from handlers.calls import Calls
from handlers.outcomes import translated
from handlers.views.blocks import Message, View
from storage.records.announcements import DESK, ONCALL, Place, person_of
from storage.records.outbox import Posted, Waiting

EVENT_TYPE = "liaison_desk"
GONE = frozenset({"message_not_found", "cant_update_message", "edit_window_closed"})
GONE_ALREADY = frozenset({"message_not_found", "cant_delete_message"})
CLOCKS_MAY_DIFFER = timedelta(minutes=2)
LATE_TWINS_WITHIN_SECONDS = 3600.0


class SlackMessenger:
    """The desk's `Messenger`. `render` gives one row's content; several rows become one bundle.

    Without content there is nothing to show any more, and what stands is taken down.
    """

    def __init__(
        self,
        *,
        client: WebClient,
        desk_channel: str,
        oncall_channel: str,
        render: Callable[[Sequence[Waiting]], Message | View | None],
        budgets: Mapping[str, Budget],
        reached: Callable[[Sequence[Waiting]], None] = lambda _rows: None,
    ) -> None:
        """`client` has a timeout and no retry handlers: slack_sdk's own would post twice after a reset.

        `budgets` are by method, and there is one for each method but `chat.postMessage`. `reached` hears of
        rows that have just been posted; it never raises.
        """
        self._client = client
        self._calls = Calls(budgets)
        self._channels = {DESK: desk_channel, ONCALL: oncall_channel}
        self._render = render
        self._reached = reached

    def send(self, rows: Sequence[Waiting]) -> Posted | None:
        row, content = rows[0], self._render(rows)
        if content is None or _has_no_thread(row):
            self._take_down(row)
            return None
        if isinstance(content, Message):
            return self._put(rows, content)
        user = _user(row.place)
        self._calls.repeatable("views.publish", self._client.views_publish, user_id=user, view=content)
        return None

    def look_for(self, rows: Sequence[Waiting]) -> Mapping[str, Posted]:
        """One look at the place, or at the thread, answers for all."""
        channel = self._channel(rows[0].place)
        oldest = min((row.created_at - CLOCKS_MAY_DIFFER).timestamp() for row in rows)
        wanted, found = {row.id for row in rows}, dict[str, Posted]()
        for ts, ids in self._messages(channel, oldest=oldest, thread_ts=_thread_ts(rows[0])):
            found |= {each: Posted(channel=channel, ts=ts) for each in wanted.intersection(ids)}
        return found

    def remove_twins(self, outbox_id: str, kept: Posted, thread_ts: str | None = None) -> int:
        """Of a bundle and a message of its own the bundle stays: it may be all that others have."""
        oldest = float(kept.ts) - LATE_TWINS_WITHIN_SECONDS
        messages = self._messages(kept.channel, oldest=oldest, thread_ts=thread_ts)
        found = {ts: len(ids) for ts, ids in messages if outbox_id in ids}
        if not found:
            return 0
        stays = max(found, key=lambda ts: (found[ts], ts == kept.ts))
        for ts in found.keys() - {stays}:
            self._delete(Posted(channel=kept.channel, ts=ts))
        return len(found) - 1

    def _put(self, rows: Sequence[Waiting], message: Message) -> Posted:
        row = rows[0]
        if row.posted and self._edit(row.posted, message):
            return row.posted
        if row.posted and row.maybe_sent:
            # It had gone already when an earlier try posted it anew, perhaps.
            anew = self.look_for([row]).get(row.id)
            if anew and self._edit(anew, message):
                return anew
        return self._post(rows, row.posted.channel if row.posted else self._channel(row.place), message)

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
                thread_ts=_thread_ts(rows[0]),
                unfurl_links=False,
                unfurl_media=False,
            )
        self._reached(rows)
        return Posted(channel=channel, ts=told["ts"])

    def _edit(self, standing: Posted, message: Message) -> bool:
        """False: the message is not there any more, so that a new one has to be posted."""
        try:
            self._calls.repeatable(
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

    def _take_down(self, row: Waiting) -> None:
        """It has no purpose any more; what was never posted need not be."""
        if row.posted is not None:
            self._delete(row.posted)

    def _delete(self, standing: Posted) -> None:
        try:
            self._calls.repeatable(
                "chat.delete", self._client.chat_delete, channel=standing.channel, ts=standing.ts
            )
        except Undeliverable as refused:
            if str(refused) not in GONE_ALREADY:
                raise

    def _messages(
        self, channel: str, *, oldest: float, thread_ts: str | None
    ) -> Iterator[tuple[str, Sequence[str]]]:
        """The desk's messages since that moment: time stamp, and the outbox ids that each carries."""
        method = "conversations.history"
        call: Callable[..., SlackResponse] = self._client.conversations_history
        if thread_ts:
            method = "conversations.replies"
            call = partial(self._client.conversations_replies, ts=thread_ts)
        cursor: str | None = None
        while True:
            page = self._calls.repeatable(
                method,
                call,
                channel=channel,
                oldest=f"{oldest:.6f}",
                include_all_metadata=True,
                limit=200,
                cursor=cursor,
            )
            for message in page["messages"]:
                if ids := _outbox_ids(message):
                    yield str(message["ts"]), ids
            cursor = (page.get("response_metadata") or {}).get("next_cursor")
            if not cursor:
                return

    def _channel(self, place: Place) -> str:
        """A direct message is opened once; its channel stays."""
        if place not in self._channels:
            told = self._calls.repeatable(
                "conversations.open", self._client.conversations_open, users=_user(place)
            )
            self._channels[place] = str(told["channel"]["id"])
        return self._channels[place]


def _thread_ts(row: Waiting) -> str | None:
    """The message under which a row stands; None: in the channel itself."""
    return row.thread.ts if row.thread and row.thread.ts else None


def _has_no_thread(row: Waiting) -> bool:
    """A page that was given up, or shares its message with others, has none."""
    return row.thread is not None and not row.thread.ts


def _user(place: Place) -> str:
    """The user id in `dm:U1` or, for somebody of another workspace, `dm:T9/U1`."""
    return (person_of(place) or "").rpartition("/")[2]


def _outbox_ids(message: dict[str, Any]) -> Sequence[str]:
    metadata = message.get("metadata") or {}
    ours = metadata.get("event_type") == EVENT_TYPE
    return metadata.get("event_payload", {}).get("outbox_ids", ()) if ours else ()
