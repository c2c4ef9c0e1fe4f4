"""What people do in their workspace, and how time passes there, in the words of a story."""

import threading
from collections.abc import Iterable, Mapping
from datetime import timedelta

from bot.delivery import Delivery
from bot.desk.ports import Wake
from bot.sandbox.acting.outcome import Outcome
from bot.sandbox.messages import Message
from bot.sandbox.views import View
from bot.scheduler import Sweep
from handlers.bot import Bot
from storage.records.audit import AuditEntry
from tests.world_forms import acknowledged, as_now, fills, fills_sections, inputs
from tests.world_seen import Seen

NOTHING: Mapping[str, object] = {}


class Woken:
    """Whether something was committed since that was last asked; hands each call on."""

    def __init__(self, scheduler: Wake) -> None:
        self._scheduler = scheduler
        self._committed = threading.Event()

    def soon(self) -> None:
        self._committed.set()
        self._scheduler.soon()

    def taken(self) -> bool:
        """Whether it was; from now on it was not."""
        committed = self._committed.is_set()
        self._committed.clear()
        return committed


class Acts(Seen):
    """The part of `World` that types, clicks, submits and turns the clock."""

    bot: Bot
    woken: Woken
    _named = 0

    def types(self, who: str, line: str, *, channel: str | None = None) -> Outcome:
        return acknowledged(self.slack.command(who, line, channel=channel))

    def asks(self, who: str, line: str) -> str:
        """Types a command and reads the answer that only they see."""
        answer = self.types(who, line).message
        assert answer is not None, f"{line} was not answered in words"
        return answer.plain

    def clicks(self, who: str, label: str, on: Message | View) -> Outcome:
        outcome = acknowledged(self.slack.click(who, on, text=label))
        self._settle_what_was_done()
        return outcome

    def submits(self, who: str, values: Mapping[str, object]) -> Outcome:
        """Fills in the form that is open and sends it."""
        form = self.slack.view(who)
        assert form is not None, f"{who} has no form open"
        outcome = acknowledged(self.slack.submit(who, form, values))
        self._settle_what_was_done()
        return outcome

    def fills_hub(
        self, who: str, answers: Mapping[str, object], usual: Mapping[str, object] = NOTHING
    ) -> View:
        """Fills in the form that is open, with its sections; what it shows only after a choice, too.

        `usual` is what stands on its first page unless it is answered otherwise, as far as that asks for it.
        """
        hub = self.slack.view(who)
        assert hub is not None, f"{who} has no form open"
        hub = fills(self.slack, who, hub, {**usual, **answers})
        further = {name: answer for name, answer in answers.items() if name not in inputs(hub)}
        nowhere = fills_sections(self.slack, who, hub, further)
        assert not nowhere, f"no part of this form asks for {nowhere}"
        return as_now(self.slack, who, hub)

    def adds(self, who: str, on: Message, **answers: object) -> None:
        """By *Add details* on a message that shows the record, section by section."""
        overview = self.clicks(who, "Add details", on).views[-1]
        nowhere = fills_sections(self.slack, who, overview, answers)
        self.slack.close(who, as_now(self.slack, who, overview))
        self.settle()
        assert not nowhere, f"nobody may add {nowhere}"

    def steps(self, who: str, label: str, reference: str, **answers: object) -> Outcome:
        """Takes a step from the card in the desk channel; with answers, by the form that opens."""
        outcome = self.clicks(who, label, self.card(reference))
        return self.submits(who, answers) if answers else outcome

    def answer_to_click(self, who: str, label: str, on: Message | View) -> str:
        """Clicks, and reads the answer that only they see."""
        before = len(self.slack.ephemerals(who))
        self.clicks(who, label, on)
        return self.slack.wait_for(lambda: self.slack.ephemerals(who)[before:])[0].plain

    def reads(self, who: str, on: Message | View) -> str:
        """Presses *Show details*, reads them and closes them."""
        details = self.clicks(who, "Show details", on).views[-1]
        self.slack.close(who, details)
        return details.plain

    def audited(self, subject: str) -> list[AuditEntry]:
        """What the audit trail holds of a record, oldest first."""
        with self.bot.database.reading() as stores:
            return stores.audit.of(subject, 100)[::-1]

    def after(self, **step: float) -> None:
        """Turns the clock, as `timedelta` counts, and lets the desk do what is due."""
        self.slack.clock.advance(timedelta(**step))
        self._sweep(self.bot.sweeps)

    def settle(self) -> None:
        """Runs what a commit wakes, until nothing is due. What has to wait for Slack or for later stays."""
        self._sweep(sweep for sweep in self.bot.sweeps if sweep.nudged)

    def _settle_what_was_done(self) -> None:
        """Whoever only looked at something wakes nobody."""
        if self.woken.taken():
            self.settle()

    def _sweep(self, sweeps: Iterable[Sweep]) -> None:
        for _ in range(100):
            for sweep in sweeps:
                sweep.run()
            if not (sweeps := self._due()):
                return
        raise AssertionError("the desk does not come to rest")

    def _due(self) -> list[Sweep]:
        """The sweeps that have something to do."""
        now = self.bot.desk.ground.clock.now()
        # What goes beyond Slack is under way in threads of its own, or waits for one.
        here = [sweep for sweep in self.bot.sweeps if sweep.name != "reach"]
        due = [sweep for sweep in here if (moment := sweep.next_due()) and moment <= now]
        with self.bot.database.reading() as stores:
            waits = stores.outbox.next_due()
        if waits is None or waits > now or self.bot.pace.silent or self.bot.pace.waiting():
            return due
        return due + [sweep for sweep in here if isinstance(getattr(sweep.run, "__self__", None), Delivery)]

    def _another(self) -> dict[str, str]:
        """A name that no record has yet."""
        self._named += 1
        return {"family_name": f"Example{self._named}"}
