"""Brings commands, interactions and events to the bot, by socket or HTTP; repeats events as Slack does."""

from collections.abc import Callable

from bot.sandbox.changes import Changed
from bot.sandbox.clock import real_seconds
from bot.sandbox.delivery import ACK_SECONDS, Ack, Delivery
from bot.sandbox.faults import Faults
from bot.sandbox.http_bot import HttpBot
from bot.sandbox.ids import secret
from bot.sandbox.shapes import Json
from bot.sandbox.sockets import Sockets
from bot.sandbox.violations import Kind
from bot.sandbox.workspace import Workspace

RETRY_SECONDS = (0.0, 0.6, 3.0)
"""Slack repeats an event at once, after one minute and after five; here a minute lasts 0.6 s."""
_REMEMBERED = 2000


class Courier:
    def __init__(self, workspace: Workspace, sockets: Sockets, faults: Faults) -> None:
        self._workspace = workspace
        self._sockets = sockets
        self._faults = faults
        self._sent: dict[str, Delivery] = {}
        self._waiting: list[Delivery] = []
        self._http: HttpBot | None = None
        sockets.on_ack = self._acknowledged
        sockets.on_connected = self._bring_waiting
        sockets.on_lost = self._repeat_lost

    def clear(self) -> None:
        with self._workspace.lock:
            self._sent.clear()
            self._waiting.clear()

    @property
    def by_http(self) -> bool:
        """Whether the bot is called by HTTP, so that no socket is missed."""
        return self._http is not None

    def use_http(self, http: HttpBot | None) -> None:
        """From now on POST to the bot's address; None goes back to the socket."""
        if self._http is not None:
            self._http.close()
        self._http = http

    def ask(self, type_: str, payload: Json, *, wants_answer: bool) -> tuple[Ack | None, str | None]:
        """Bring it and wait for the acknowledgement; else None and the error that Slack shows the person."""
        delivery = self._noted(type_, payload, wants_answer=wants_answer)
        if not self._bring(delivery):
            return None, "dispatch_failed"
        ack = delivery.wait()
        if ack is None:
            self._violate(Kind.MISSING_ACK, delivery)
            return None, "dispatch_failed" if delivery.failure else "operation_timeout"
        return (None, "dispatch_failed") if self._faults.take_for_ack() else (ack, None)

    def announce(self, payload: Json) -> None:
        """Bring an event, and repeat it until it is acknowledged or three repeats were in vain.

        Without a connection it waits for one: real minutes of downtime are milliseconds here.
        """
        delivery = self._noted("events_api", payload, wants_answer=False)
        self._bring_event(delivery)

    def _noted(
        self, type_: str, payload: Json, *, wants_answer: bool, attempt: int = 0, reason: str = ""
    ) -> Delivery:
        delivery = Delivery(
            id=secret(),
            type=type_,
            payload=payload,
            wants_answer=wants_answer,
            attempt=attempt,
            reason=reason,
        )
        with self._workspace.lock:
            self._sent[delivery.id] = delivery
            if len(self._sent) > _REMEMBERED:
                self._sent.pop(next(iter(self._sent)))
        return delivery

    def _bring(self, delivery: Delivery) -> bool:
        delivery.sent_at = real_seconds()
        if self._http is None:
            return self._sockets.send(delivery)
        self._http.post(delivery, lambda: self._http_done(delivery))
        return True

    def _http_done(self, delivery: Delivery) -> None:
        self._workspace.tell(Changed.ACK)
        if delivery.type == "events_api" and delivery.failure:
            self._later(0.0, lambda: self._check(delivery))

    def _acknowledged(self, envelope_id: str, body: Json | None) -> None:
        delivery = self._sent.get(envelope_id)
        if delivery is None:
            return
        if not delivery.acknowledge(body):
            self._violate(Kind.DOUBLE_ACK, delivery)
        elif delivery.ack and delivery.ack.seconds > ACK_SECONDS:
            self._violate(Kind.LATE_ACK, delivery)
        self._workspace.tell(Changed.ACK)

    def _violate(self, kind: Kind, delivery: Delivery) -> None:
        if not self._faults.disturbed_since(delivery.sent_at):
            self._workspace.violate(kind, f"{kind}: {delivery.named}")

    # Events

    def _bring_event(self, delivery: Delivery) -> None:
        if self._bring(delivery):
            self._later(ACK_SECONDS, lambda: self._check(delivery))
        else:
            self._waiting.append(delivery)

    def _check(self, delivery: Delivery) -> None:
        """Repeat the event if this attempt was neither acknowledged nor followed by another."""
        if delivery.ack is not None or self._sent.pop(delivery.id, None) is None:
            return
        self._violate(Kind.MISSING_ACK, delivery)
        if delivery.attempt < len(RETRY_SECONDS) and not delivery.never_again:
            self._later(RETRY_SECONDS[delivery.attempt], lambda: self._repeat(delivery))

    def _repeat(self, delivery: Delivery) -> None:
        again = self._noted(
            delivery.type,
            delivery.payload,
            wants_answer=False,
            attempt=delivery.attempt + 1,
            reason=delivery.failure or "timeout",
        )
        self._bring_event(again)

    def _repeat_lost(self) -> None:
        with self._workspace.lock:
            lost = [each for each in self._sent.values() if each.type == "events_api" and each.ack is None]
            lost = [each for each in lost if each not in self._waiting]
            for delivery in lost:
                del self._sent[delivery.id]
        for delivery in lost:
            self._repeat(delivery)

    def _bring_waiting(self) -> None:
        waiting, self._waiting = self._waiting, []
        for delivery in waiting:
            if delivery.attempt:
                self._bring_event(delivery)
            else:
                self._sent.pop(delivery.id, None)
                self._repeat(delivery)

    def _later(self, seconds: float, work: Callable[[], None]) -> None:
        loop = self._sockets.loop
        assert loop is not None, "The sandbox has not been started."
        self._sockets.soon(lambda: loop.call_later(seconds, work))
