"""The night shift: plays the acts in the sandbox while its clock runs sixty times as fast."""

import threading
from collections.abc import Callable, Mapping, Sequence
from datetime import datetime, time, timedelta

from bot.demo.acts import NIGHT, Act
from bot.demo.hands import Hands, NotThere, SandboxGone, Unanswered
from bot.desk.ground import DESK_ZONE

RATE = 60
BEGINS_AT = time(22)
"""By the desk's clock."""
QUIET = timedelta(minutes=15)
"""Longer than that nobody wants to watch a clock: it goes forward to shortly before the next act."""
SHORTLY = timedelta(minutes=3)
_LOOK_EVERY_SECONDS = 0.1
_LOOKS = 25
_PATIENCE = 200
READ_WITHIN_SECONDS = 1.5


class NightShift:
    """Acts when the clock of the sandbox says so, whoever moves it; a visitor may do all of it before."""

    def __init__(
        self,
        base: str,
        *,
        over: Callable[[], None],
        acts: Sequence[Act] = NIGHT,
        read_within: float = READ_WITHIN_SECONDS,
    ) -> None:
        """`base` is the address of the sandbox; `over` is called once, when the night has ended.

        A caption stays for `read_within` real seconds at least.
        """
        self._hands = Hands(base)
        self._over = over
        self._acts = acts
        self._read_within = read_within
        self._ending = threading.Event()
        self._kept: dict[str, str] = {}

    def begin(self) -> None:
        threading.Thread(target=self._run, name="night shift", daemon=True).start()

    def end(self) -> None:
        """Nothing more happens by itself."""
        self._ending.set()

    def _run(self) -> None:
        try:
            self._play()
        except SandboxGone:
            return  # Whoever ended it knows.
        self._over()

    def _play(self) -> None:
        begins_at = self._nightfall()
        for act in self._acts:
            if not self._wait_until(begins_at + act.after):
                break
            self._do(act)
            self._ending.wait(self._read_within)
        self._hands.tell("clock", rate=1)
        if self._ending.is_set():
            self._hands.tell("stage", caption=None)

    def _nightfall(self) -> datetime:
        """Turns the clock to 22:00 and lets it run fast."""
        now = self._now()
        begins_at = now.astimezone(DESK_ZONE).replace(hour=BEGINS_AT.hour, minute=0, second=0, microsecond=0)
        if begins_at < now:
            begins_at += timedelta(days=1)
        self._go_forward(begins_at - now)
        self._hands.tell("clock", rate=RATE, paused=False)
        return begins_at

    def _wait_until(self, moment: datetime) -> bool:
        """False when the night ends first."""
        while (left := moment - self._now()) > timedelta():
            if left > QUIET and not self._hands.ask("clock")["paused"]:
                self._go_forward(left - SHORTLY)
                self._hands.tell("stage", caption="A quiet while passes.")
            if self._ending.wait(_LOOK_EVERY_SECONDS):
                return False
        return not self._ending.is_set()

    def _do(self, act: Act) -> None:
        self._say(act, act.caption)
        try:
            reference = self._take(act)
        except NotThere:
            why = "It went another way." if act.sees else "Somebody was faster."
            self._say(act, f"{act.caption} ({why})")
            return
        except Unanswered:
            self._say(act, f"{act.caption} (The bot did not answer.)")
            return
        if act.keeps:
            self._kept[act.keeps] = reference

    def _take(self, act: Act) -> str:
        """Answers the reference of what came of it, or ""."""
        hands, user = self._hands, act.who.id
        reference = ""
        if act.types:
            self._let_them_finish(user)
            reference = hands.type_in(user, self._filled(act.types))
        if button := act.presses or act.sees:
            about = self._filled(act.about)
            self._wait_until_there(act, button, about)
            reference = hands.press(user, act.where, button, about) if act.presses else ""
        if act.fills:
            reference = hands.fill_in(user, self._all_filled(act.fills))
        return reference

    def _let_them_finish(self, user: str) -> None:
        """The visitor may be filling in a form as that person. Raises NotThere when it stays open."""
        for _ in range(_PATIENCE):
            if not self._hands.has_a_form_open(user):
                return
            self._ending.wait(_LOOK_EVERY_SECONDS)
        raise NotThere(f"{user} has a form open")

    def _wait_until_there(self, act: Act, button: str, about: str) -> None:
        """The bot may still be posting. Raises NotThere when the button does not come."""
        for _ in range(_LOOKS):
            if self._hands.sees(act.who.id, act.where, button, about):
                return
            self._ending.wait(_LOOK_EVERY_SECONDS)
        raise NotThere(f"no button {button} about {about}")

    def _say(self, act: Act, words: str) -> None:
        at = self._now().astimezone(DESK_ZONE)
        self._hands.tell("stage", caption=f"{at:%H:%M %Z}  {words}", user=act.who.id, channel=act.where)

    def _all_filled(self, values: Mapping[str, object]) -> dict[str, object]:
        return {name: self._filled(each) if isinstance(each, str) else each for name, each in values.items()}

    def _filled(self, words: str) -> str:
        """Raises NotThere when an earlier act, which kept the reference, was left out."""
        in_two_days = (self._now() + timedelta(days=2)).date().isoformat()
        try:
            return words.format_map({"in two days": in_two_days, **self._kept})
        except KeyError as missing:
            raise NotThere(f"nothing is known of {missing}") from None

    def _now(self) -> datetime:
        return datetime.fromisoformat(self._hands.ask("clock")["now"])

    def _go_forward(self, step: timedelta) -> None:
        self._hands.tell("clock", advance=step.total_seconds())
