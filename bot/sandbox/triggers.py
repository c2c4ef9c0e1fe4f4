"""Trigger ids: what lets the bot open a view, for three real seconds and once."""

from dataclasses import dataclass, replace

from bot.sandbox.clock import real_seconds
from bot.sandbox.refusals import Refused
from bot.sandbox.violations import Kind
from bot.sandbox.workspace import Workspace

LIFETIME_SECONDS = 3.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Trigger:
    """`view_id` is the view in which the person acted, if it was one."""

    user: str
    view_id: str | None
    issued_at: float
    used: bool = False


class Triggers:
    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace
        self._triggers: dict[str, Trigger] = {}

    def clear(self) -> None:
        self._triggers.clear()

    def issue(self, user: str, *, view_id: str | None = None) -> str:
        with self._workspace.lock:
            trigger_id = self._workspace.ids.new("trigger.")
            self._triggers[trigger_id] = Trigger(user=user, view_id=view_id, issued_at=real_seconds())
            return trigger_id

    def redeem(self, trigger_id: str, *, excused: bool) -> Trigger:
        """The trigger, now used up. A late one is a violation, unless an injected fault excuses it."""
        with self._workspace.lock:
            trigger = self._triggers.get(trigger_id)
            if trigger is None:
                raise Refused("invalid_trigger_id")
            if trigger.used:
                raise Refused("exchanged_trigger_id")
            age = real_seconds() - trigger.issued_at
            if age > LIFETIME_SECONDS:
                if not excused:
                    self._workspace.violate(Kind.LATE_TRIGGER, f"A trigger was used after {age:.1f} s.")
                raise Refused("expired_trigger_id")
            self._triggers[trigger_id] = replace(trigger, used=True)
            return trigger

    def issued_at(self, trigger_id: str) -> float:
        """When the person acted, in real seconds; now, for a trigger that nobody issued."""
        trigger = self._triggers.get(trigger_id)
        return trigger.issued_at if trigger else real_seconds()
