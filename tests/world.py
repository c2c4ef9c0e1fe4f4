"""The test bench: the real desk in a local Slack, told in the words of a story.

People type, click and submit over the real protocol; the clock is turned; what the desk said is read from the
workspace. The desk's threads stand still: `settle` runs its sweeps until nothing more is due.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta

from pydantic import SecretStr

from bot import policy
from bot.clock import new_id
from bot.delivery import Delivery
from bot.desk.desk import Desk
from bot.pacing import Pace
from bot.sandbox.acting.outcome import Outcome
from bot.sandbox.clock import VirtualClock
from bot.sandbox.server import Sandbox
from bot.sandbox.views import View
from bot.settings import Settings, SlackMode
from handlers.app import assemble
from handlers.bot import Bot
from handlers.manifest import manifest
from handlers.messenger import SlackMessenger
from storage.records.people import SYSTEM, PersonId
from tests import cast
from tests.world_acts import Woken
from tests.world_notices import Notices

POLICY = policy.load()
PLENTY = 1_000_000
START = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)
DESK, ONCALL, ELSEWHERE = cast.DESK, cast.ONCALL, cast.ELSEWHERE
RITA, OLGA, DAN, NINA, SAM, ADA = cast.RITA, cast.OLGA, cast.DAN, cast.NINA, cast.SAM, cast.ADA
NORA, GUS, STRANGER = cast.NORA, cast.GUS, cast.STRANGER
SHERIFF, AGENCY, ROLES = cast.SHERIFF, cast.AGENCY, cast.ROLES

BEGINNING = {"kind": "missing_child", "direction": "outgoing", "country": "FR"}
REQUEST = {
    "family_name": "Example",
    "forename": "Casey",
    "birth": "2018-05",
    "agency": AGENCY,
    "priority": "normal",
    "facts": "Invented example: a child was not brought back.",
}


class World(Notices):
    """One desk in one workspace. Every verb fails the test when the desk does not acknowledge."""

    def __init__(self, slack: Sandbox, assembled: Callable[[], Bot]) -> None:
        self.slack = slack
        self._assembled = assembled
        self._takes(assembled())

    def files_request(self, who: str = RITA, **changes: object) -> str:
        """By the form, each on a child of another name unless it is named; answers the reference.

        `changes` are answers: to the beginning, to what is asked at once, or in a section.
        """
        before = self.references("LR-")
        outcome = self.sends_request(who, **changes)
        assert not outcome.errors, outcome.errors
        return self.new_reference("LR-", before)

    def sends_request(self, who: str = RITA, **changes: object) -> Outcome:
        """As `files_request`, wherever it leads."""
        beginning = {name: changes.pop(name) for name in BEGINNING if name in changes}
        self.begins_request(who, **beginning)
        self.fills_request(who, **changes)
        return self.submits(who, {})

    def begins_request(self, who: str = RITA, **beginning: object) -> View:
        """Kind, direction and country; answers the form that follows."""
        self.types(who, "/liaison")
        outcome = self.submits(who, {**BEGINNING, **beginning})
        assert not outcome.errors, outcome.errors
        return outcome.views[-1]

    def fills_request(self, who: str = RITA, **answers: object) -> View:
        """Fills in the form that is open, with its sections; what is not answered here is as in `REQUEST`."""
        return self.fills_hub(who, answers, {**REQUEST, **self._another()})

    def pages(self, who: str, words: str) -> str:
        """By command; answers what they read, after everybody was told."""
        answer = self.asks(who, f"/escalate {words}")
        self.settle()
        return answer

    def takes_duty(self, who: str, *, hours: int = 8, starts_in: int = 0) -> None:
        """Puts an officer on the roster."""
        clock = self.bot.desk.ground.clock
        assert isinstance(clock, TurnedByHand)
        with clock.shifted(timedelta(hours=starts_in)):
            self.bot.desk.roster.take(SYSTEM, PersonId(who), hours)

    def joins(self) -> None:
        """The desk takes its place in the workspace."""
        port = self.bot.port
        assert port is not None
        port.start()
        self.bot.connection.start()
        if self.bot.settings.mode is SlackMode.HTTP:
            self.slack.deliver_to(f"http://127.0.0.1:{port.port}/slack/events")
        assert self.bot.connection.wait_until_joined(10)

    def restarts(self) -> None:
        """The desk stops, and another one goes on with the same database."""
        self.bot.stop()
        self.comes_up_again()

    def comes_up_again(self) -> None:
        """Another desk on the same database, some time after the last one has stopped."""
        self._takes(self._assembled())
        self.joins()

    def _takes(self, bot: Bot) -> None:
        self.bot = bot
        self.woken = bot.desk.ground.wake = Woken(bot.scheduler)

    @contextmanager
    def second_bot(self) -> Iterator[Bot]:
        """Another process on the same database. Its sweeps are the test's to run."""
        bot = self._assembled()
        assert bot.port is not None
        bot.port.start()
        try:
            yield bot
        finally:
            bot.port.stop()
            bot.replies.close()
            bot.database.close()


class TurnedByHand:
    """The workspace's clock, as the desk's."""

    def __init__(self, clock: VirtualClock) -> None:
        self._clock = clock
        self._shift = timedelta()

    def now(self) -> datetime:
        return self._clock.now() + self._shift

    def seconds_until(self, moment: datetime) -> float:
        return (moment - self.now()).total_seconds()

    @contextmanager
    def shifted(self, by: timedelta) -> Iterator[None]:
        self._shift = by
        try:
            yield
        finally:
            self._shift = timedelta()


def people(slack: Sandbox) -> None:
    """The workspace's people and channels."""
    for person in (*ROLES, NORA):
        slack.add_person(
            person, person[2:].lower(), tz="America/Chicago" if person == RITA else "America/New_York"
        )
    slack.add_person(GUS, "gus", guest=True)
    slack.add_person(STRANGER, "far", team_id="T0FAR")
    slack.add_channel(DESK, "desk", members=[OLGA, DAN, NINA, SAM, ADA])
    slack.add_channel(ONCALL, "on-call", members=[OLGA, DAN, NINA, SAM])
    slack.add_channel(ELSEWHERE, "elsewhere", members=[*ROLES, NORA, GUS, STRANGER])


def hire(desk: Desk) -> None:
    """Gives each of the cast their role."""
    for person, role in ROLES.items():
        desk.people.grant(PersonId(person), role, by=SYSTEM)
    desk.people.admit(PersonId(RITA), SHERIFF, by=SYSTEM)


def settings(slack: Sandbox, database_url: str, mode: SlackMode) -> Settings:
    return Settings(
        slack_bot_token=SecretStr(slack.bot_token),
        slack_app_token=SecretStr(slack.app_token) if mode is SlackMode.SOCKET else None,
        slack_signing_secret=SecretStr(slack.signing_secret),
        slack_api_url=slack.api_url,
        database_url=database_url,
        http_port=0,
        desk_channel=DESK,
        oncall_channel=ONCALL,
    )


def bot_for(slack: Sandbox, database_url: str, mode: SlackMode) -> Bot:
    """Assembled and not started. It keeps no pace: a story takes less time than its messages would."""
    bot = assemble(
        settings(slack, database_url, mode),
        policy=POLICY,
        clock=TurnedByHand(slack.clock),
        new_id=new_id,
        pace=Pace(burst=PLENTY),
    )
    for budget in messenger(bot)._calls._budgets.values():
        budget._calls = PLENTY
    return bot


def messenger(bot: Bot) -> SlackMessenger:
    """What speaks to Slack."""
    deliveries = (getattr(sweep.run, "__self__", None) for sweep in bot.sweeps)
    found = next(each for each in deliveries if isinstance(each, Delivery))._messenger
    assert isinstance(found, SlackMessenger)
    return found


@contextmanager
def open_world(
    database_url: str,
    mode: SlackMode = SlackMode.SOCKET,
    *,
    bot_for: Callable[[Sandbox, str, SlackMode], Bot] = bot_for,
) -> Iterator[World]:
    """A desk that is joined and at rest. At the end, any violation of Slack's rules fails the test."""
    with Sandbox(manifest(), start_at=START, rates=False) as slack:
        slack.clock.pause()
        people(slack)
        world = World(slack, lambda: bot_for(slack, database_url, mode))
        if not world.bot.desk.people.everybody():
            hire(world.bot.desk)
        world.joins()
        try:
            yield world
            violations = slack.violations  # An event that reaches a desk which has just stopped is no fault.
        finally:
            world.bot.stop()
        assert not violations, violations
