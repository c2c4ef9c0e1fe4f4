"""A message as the workspace keeps it, and as the Web API and interactions show it."""

from dataclasses import dataclass

from bot.sandbox.shapes import Json
from bot.sandbox.visible import button_labels, plain_text


@dataclass(frozen=True, slots=True, kw_only=True)
class Message:
    """`ephemeral_to` names the one reader of a message that is in no history."""

    ts: str
    channel: str
    user: str
    text: str
    team_id: str
    blocks: tuple[Json, ...] = ()
    attachments: tuple[Json, ...] = ()
    files: tuple[Json, ...] = ()
    bot_id: str | None = None
    app_id: str | None = None
    subtype: str | None = None
    thread_ts: str | None = None
    edited: bool = False
    ephemeral_to: str | None = None
    metadata: Json | None = None
    reactions: tuple[Json, ...] = ()

    @property
    def plain(self) -> str:
        """All visible text. The top-level text is for notifications and shows only without blocks."""
        return plain_text(list(self.blocks)) if self.blocks else self.text

    @property
    def buttons(self) -> list[str]:
        return button_labels(list(self.blocks))

    @property
    def in_channel(self) -> bool:
        """A thread's reply that was not broadcast is seen in its thread only."""
        return self.thread_ts in (None, self.ts)

    def as_json(self, *, with_metadata: bool = True) -> Json:
        shown: Json = {"type": "message", "user": self.user, "ts": self.ts, "text": self.text}
        shown["team"] = self.team_id
        optional: Json = {
            "bot_id": self.bot_id,
            "app_id": self.app_id,
            "subtype": self.subtype,
            "thread_ts": self.thread_ts,
            "blocks": list(self.blocks),
            "attachments": list(self.attachments),
            "files": list(self.files),
            "reactions": list(self.reactions),
            "edited": {"user": self.user, "ts": self.ts} if self.edited else None,
            "metadata": self.metadata if with_metadata else None,
        }
        return shown | {key: value for key, value in optional.items() if value}
