"""One thing on its way to the bot, and the acknowledgement that comes back."""

import threading
from dataclasses import dataclass, field

from bot.sandbox.clock import real_seconds
from bot.sandbox.shapes import Json

ACK_SECONDS = 3.0


@dataclass(frozen=True, slots=True)
class Ack:
    """`body` is None when the bot said nothing beyond "received"."""

    body: Json | None
    seconds: float


@dataclass(slots=True, kw_only=True, eq=False)
class Delivery:
    """`type` is the envelope's: slash_commands, interactive or events_api."""

    id: str
    type: str
    payload: Json
    wants_answer: bool
    attempt: int = 0
    reason: str = ""
    sent_at: float = field(default_factory=real_seconds)
    ack: Ack | None = None
    failure: str | None = None
    never_again: bool = False
    _answered: threading.Event = field(default_factory=threading.Event)

    def envelope(self) -> Json:
        envelope: Json = {
            "envelope_id": self.id,
            "type": self.type,
            "accepts_response_payload": self.wants_answer,
            "payload": self.payload,
        }
        if self.type == "events_api":
            envelope |= {"retry_attempt": self.attempt, "retry_reason": self.reason}
        return envelope

    def acknowledge(self, body: Json | None) -> bool:
        """False when it was acknowledged before: the first word counts."""
        if self.ack is not None:
            return False
        self.ack = Ack(body or None, real_seconds() - self.sent_at)
        self._answered.set()
        return True

    def fail(self, reason: str, *, never_again: bool = False) -> None:
        """Nothing will come back; `reason` is Slack's name for why, `never_again` the bot's wish."""
        self.failure, self.never_again = reason, never_again
        self._answered.set()

    def wait(self) -> Ack | None:
        """The acknowledgement, or None when none came within Slack's three seconds."""
        left = ACK_SECONDS - (real_seconds() - self.sent_at)
        self._answered.wait(max(0.0, left))
        return self.ack if self.ack and self.ack.seconds <= ACK_SECONDS else None

    @property
    def named(self) -> str:
        """What a violation calls it: no payload, only what kind of thing it was."""
        payload = self.payload
        inner = payload.get("command") or payload.get("type")
        event = payload.get("event", {}).get("type")
        return f"{self.type} {event or inner or ''}".strip()
