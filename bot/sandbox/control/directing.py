"""POST /control/...: what nobody in a real workspace could do: move time, break things, add people."""

import re
from dataclasses import asdict
from datetime import timedelta

from bot.sandbox.actions import Actions
from bot.sandbox.faults import Fault
from bot.sandbox.shapes import Json
from bot.sandbox.slack import Slack

_STEP = re.compile(r"(\d+(?:\.\d+)?)\s*([smhd]?)")
_UNIT_SECONDS = {"": 1, "s": 1, "m": 60, "h": 3600, "d": 86_400}


class Directing:
    def __init__(self, slack: Slack, actions: Actions) -> None:
        self._slack = slack
        self._actions = actions

    def clock(self, asked: Json) -> Json:
        """Any of {advance: "15m" or seconds}, {rate: 60}, {paused: true}."""
        clock = self._slack.workspace.clock
        if "advance" in asked:
            clock.advance(_step(asked["advance"]))
        if "rate" in asked:
            clock.set_rate(float(asked["rate"]))
        if "paused" in asked:
            (clock.pause if asked["paused"] else clock.resume)()
        return clock.reading()

    def sockets(self, asked: Json) -> Json:
        sockets = self._slack.sockets
        verbs = {
            "drop": sockets.drop,
            "half_open": sockets.half_open,
            "mute": sockets.mute,
            "refresh": sockets.refresh,
        }
        verbs[asked["do"]]()
        return {"connected": sockets.connected}

    def faults(self, _asked: Json) -> Json:
        return {"faults": [asdict(fault) for fault in self._slack.faults]}

    def add_fault(self, asked: Json) -> Json:
        self._slack.faults.add(Fault(**asked))
        return self.faults(asked)

    def clear_faults(self, asked: Json) -> Json:
        self._slack.faults.clear()
        return self.faults(asked)

    def add_person(self, asked: Json) -> Json:
        return {"id": self._actions.add_person(**asked).id}

    def add_channel(self, asked: Json) -> Json:
        return {"id": self._actions.add_channel(**asked).id}


def _step(words: object) -> timedelta:
    found = _STEP.fullmatch(str(words).strip())
    if found is None:
        raise ValueError(f"{words!r} is no span of time; write 90, 15m, 2h or 1d.")
    return timedelta(seconds=float(found[1]) * _UNIT_SECONDS[found[2]])
