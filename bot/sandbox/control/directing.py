"""POST /control/...: what nobody in a real workspace could do: move time, break things, add people."""

import re
import time
from dataclasses import asdict
from datetime import timedelta

from bot.sandbox.actions import Actions
from bot.sandbox.changes import Changed
from bot.sandbox.clock import real_seconds
from bot.sandbox.faults import Fault
from bot.sandbox.refusals import NotOnScreen
from bot.sandbox.shapes import Json
from bot.sandbox.slack import Slack
from bot.sandbox.stage import Caption, Event

_STEP = re.compile(r"(\d+(?:\.\d+)?)\s*([smhd]?)")
_BUSY_SECONDS = 3.0
_LOOK_EVERY_SECONDS = 0.05
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

    def jump(self, _asked: Json) -> Json:
        """To the moment at which the bot has something to do next."""
        clock = self._slack.workspace.clock
        event = self._next_event()
        clock.advance(max(timedelta(), event.at - clock.now()))
        return {**clock.reading(), "what": event.what}

    def _next_event(self) -> Event:
        """What is due already is being done; only if it stays so there is nothing to jump to."""
        give_up_at = real_seconds() + _BUSY_SECONDS
        while event := self._slack.stage.next_event():
            if event.at > self._slack.workspace.clock.now():
                return event
            if real_seconds() > give_up_at:
                raise NotOnScreen(f"{event.what} is due now, and is not done yet. Is the bot running?")
            time.sleep(_LOOK_EVERY_SECONDS)
        raise NotOnScreen("Nothing is waiting: there is no next event.")

    def stage(self, asked: Json) -> Json:
        """{do: a deed that is on offer}, or {caption: text, user, channel} and {caption: null}."""
        stage = self._slack.stage
        if "do" in asked:
            stage.do(asked["do"])
        else:
            text = asked["caption"]
            caption = Caption(text=text, user=asked.get("user"), channel=asked.get("channel"))
            stage.say(caption if text else None)
        return {"offered": stage.offered}

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
        return self._told_faults(asked)

    def clear_faults(self, asked: Json) -> Json:
        self._slack.faults.clear()
        return self._told_faults(asked)

    def _told_faults(self, asked: Json) -> Json:
        """Every window shows them."""
        self._slack.workspace.tell(Changed.STAGE)
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
