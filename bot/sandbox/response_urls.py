"""Response URLs: five answers within thirty real minutes to one command or click."""

from dataclasses import dataclass

from bot.sandbox.clock import real_seconds
from bot.sandbox.ids import secret
from bot.sandbox.messages import Message
from bot.sandbox.posting import Content, by_bot, checked, content_of, rewritten
from bot.sandbox.refusals import Refused
from bot.sandbox.shapes import Json
from bot.sandbox.workspace import Workspace

USES = 5
LIFETIME_SECONDS = 30 * 60


@dataclass(slots=True, kw_only=True)
class _Ticket:
    """`source_ts` is the message that was clicked; a command has none, so nothing can be replaced."""

    channel: str
    user: str
    source_ts: str | None
    issued_at: float
    uses: int = 0


class ResponseUrls:
    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace
        self._tickets: dict[str, _Ticket] = {}
        self.base = ""

    def clear(self) -> None:
        self._tickets.clear()

    def issue(self, *, channel: str, user: str, source: Message | None = None) -> str:
        key = secret()
        self._tickets[key] = _Ticket(
            channel=channel, user=user, source_ts=source.ts if source else None, issued_at=real_seconds()
        )
        return f"{self.base}{key}"

    def answer(self, key: str, payload: Json) -> None:
        """Do what the bot asks. Raises Refused: expired_url, used_url, and those of the content."""
        with self._workspace.lock:
            ticket = self._ticket(key)
            ticket.uses += 1
            source = self._workspace.find(ticket.channel, ticket.source_ts) if ticket.source_ts else None
            if payload.get("delete_original"):
                if source:
                    self._workspace.delete(source)
                return
            content = checked(self._workspace, content_of(payload))
            if payload.get("replace_original") and source:
                self._workspace.change(rewritten(source, content))
                return
            self._say(ticket, payload, content, source)

    def _ticket(self, key: str) -> _Ticket:
        ticket = self._tickets.get(key)
        if ticket is None or real_seconds() - ticket.issued_at > LIFETIME_SECONDS:
            raise Refused("expired_url")
        if ticket.uses >= USES:
            raise Refused("used_url")
        return ticket

    def _say(self, ticket: _Ticket, payload: Json, content: Content, source: Message | None) -> None:
        to_all = payload.get("response_type") == "in_channel"
        by_bot(
            self._workspace,
            content,
            channel=ticket.channel,
            ephemeral_to=None if to_all else ticket.user,
            thread_ts=payload.get("thread_ts") or (source.thread_ts if source else None),
        )
