"""The test bench: the real desk in a local Slack, told in the words of a story.

People type, click and submit over the real protocol; the clock is turned; what the desk said is read from the
workspace. The desk's threads stand still: `settle` runs its sweeps until nothing more is due.
"""

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta

from pydantic import SecretStr

from bot import policy
from bot.clock import new_id
from bot.pacing import Pace
from bot.sandbox.acting.outcome import Outcome
from bot.sandbox.clock import VirtualClock
from bot.sandbox.messages import Message
from bot.sandbox.server import Sandbox
from bot.sandbox.views import View
from bot.settings import Settings, SlackMode
from handlers.app import assemble
from handlers.bot import Bot
from handlers.manifest import manifest
from storage.records.audit import AuditEntry
from storage.records.people import SYSTEM, PersonId, Role
from tests import world_seen
from tests.world_forms import acknowledged, as_now, fills, fills_sections, inputs

START = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)
DESK, ONCALL, ELSEWHERE = world_seen.DESK, world_seen.ONCALL, "C0ELSE"
RITA, OLGA, DAN, NINA, SAM, ADA = "U0RITA", "U0OLGA", "U0DAN", "U0NINA", "U0SAM", "U0ADA"
"""A requester of the sheriff's office, three officers, a supervisor and an auditor."""
NORA, GUS, STRANGER = "U0NORA", "U0GUS", "U0FAR"
"""Somebody of the workspace with no role, a guest, and a member of another workspace."""
SHERIFF, AGENCY = "example-county-sheriff", "Example County Sheriff's Office (VAEX00100)"

ROLES = {
    RITA: Role.REQUESTER,
    OLGA: Role.OFFICER,
    DAN: Role.OFFICER,
    NINA: Role.OFFICER,
    SAM: Role.SUPERVISOR,
    ADA: Role.AUDITOR,
}

BEGINNING = {"kind": "missing_child", "direction": "outgoing", "country": "FR"}
REQUEST = {
    "family_name": "Example",
    "forename": "Casey",
    "birth": "2018-05",
    "agency": AGENCY,
    "priority": "normal",
    "facts": "Invented example: a child was not brought back.",
}
IDENTITY = {
    "family_name": "Example",
    "forename": "Casey",
    "sex": "unknown",
    "birth": "2018-05",
    "identifier": "Photograph held as EX-77",
    "country": "FR",
    "agency": AGENCY,
    "agency_case": "EX-2026-1",
}
BLOCKS: Mapping[str, Mapping[str, str]] = {
    "red": {
        "facts": "Invented example: failed to appear in court.",
        "charge": "Invented charge, Example Code section 1",
        "basis": "prosecution",
        "penalty": "10 years",
        "warrant": "Example County Court, EX-W-5",
        "extradition": "Example prosecutor, agreed",
    },
    "blue": {"role": "witness", "sought": "Whereabouts", "facts": "Invented example: saw it happen."},
    "green": {
        "grounds": "Invented example: two convictions.",
        "assessor": "Example task force",
        "assessment": "Invented example: high risk of travel.",
    },
    "yellow": {
        "police_report": "EX-2026-1",
        "last_seen": "At home, Example County",
        "age_group": "child",
        "circumstances": "Invented example: not brought back.",
    },
}


class World(world_seen.Seen):
    """One desk in one workspace. Every verb fails the test when the desk does not acknowledge."""

    def __init__(self, slack: Sandbox, assembled: Callable[[], Bot]) -> None:
        self.slack = slack
        self.bot = assembled()
        self._assembled = assembled
        self._filed = 0

    # What people do.

    def types(self, who: str, line: str, *, channel: str | None = None) -> Outcome:
        return acknowledged(self.slack.command(who, line, channel=channel))

    def asks(self, who: str, line: str) -> str:
        """Types a command and reads the answer that only they see."""
        answer = self.types(who, line).message
        assert answer is not None, f"{line} was not answered in words"
        return answer.plain

    def clicks(self, who: str, label: str, on: Message | View) -> Outcome:
        outcome = acknowledged(self.slack.click(who, on, text=label))
        self.settle()
        return outcome

    def submits(self, who: str, values: Mapping[str, object]) -> Outcome:
        """Fills in the form that is open and sends it."""
        form = self.slack.view(who)
        assert form is not None, f"{who} has no form open"
        outcome = acknowledged(self.slack.submit(who, form, values))
        self.settle()
        return outcome

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
        hub = self.slack.view(who)
        assert hub is not None, f"{who} has no form open"
        hub = fills(self.slack, who, hub, {**REQUEST, **self._another(), **answers})
        further = {name: answer for name, answer in answers.items() if name not in inputs(hub)}
        nowhere = fills_sections(self.slack, who, hub, further)
        assert not nowhere, f"no part of this form asks for {nowhere}"
        return as_now(self.slack, who, hub)

    def adds(self, who: str, on: Message, **answers: object) -> None:
        """By *Add details* on a message that shows the request, section by section."""
        overview = self.clicks(who, "Add details", on).views[-1]
        nowhere = fills_sections(self.slack, who, overview, answers)
        self.slack.close(who, as_now(self.slack, who, overview))
        self.settle()
        assert not nowhere, f"nobody may add {nowhere}"

    def files_notice(self, colour: str = "red", who: str = RITA, **changes: object) -> str:
        """By the form, each on somebody of another name unless they are named; answers the reference."""
        before = self.references("NT-")
        self.types(who, f"/notice new {colour}")
        outcome = self.submits(who, {**IDENTITY, **self._another(), **BLOCKS[colour], **changes})
        assert not outcome.errors, outcome.errors
        return self.new_reference("NT-", before)

    def pages(self, who: str, words: str) -> str:
        """By command; answers what they read, after everybody was told."""
        answer = self.asks(who, f"/escalate {words}")
        self.settle()
        return answer

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

    def takes_duty(self, who: str, *, hours: int = 8, starts_in: int = 0) -> None:
        """Puts an officer on the roster."""
        clock = self.bot.desk.ground.clock
        assert isinstance(clock, TurnedByHand)
        with clock.shifted(timedelta(hours=starts_in)):
            self.bot.desk.roster.take(SYSTEM, PersonId(who), hours)

    # Time.

    def after(self, **step: float) -> None:
        """Turns the clock, as `timedelta` counts, and lets the desk do what is due."""
        self.slack.clock.advance(timedelta(**step))
        self.settle()

    def settle(self) -> None:
        """Runs the sweeps until nothing is due. What has to wait for Slack or for later stays."""
        for _ in range(100):
            for sweep in self.bot.sweeps:
                sweep.run()
            if not self._something_is_due():
                return
        raise AssertionError("the desk does not come to rest")

    # The desk's own fate.

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
        self.bot = self._assembled()
        self.joins()

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

    def _another(self) -> dict[str, str]:
        """A name that no record has yet."""
        self._filed += 1
        return {"family_name": f"Example{self._filed}"}

    def _something_is_due(self) -> bool:
        now = self.bot.desk.ground.clock.now()
        # What goes beyond Slack is under way in threads of its own, or waits for one.
        here = [sweep for sweep in self.bot.sweeps if sweep.name != "reach"]
        if any((due := sweep.next_due()) and due <= now for sweep in here):
            return True
        with self.bot.database.reading() as stores:
            waits = stores.outbox.next_due()
        return waits is not None and waits <= now and not self.bot.pace.silent and not self.bot.pace.waiting()


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
    """Assembled and not started."""
    return assemble(
        settings(slack, database_url, mode),
        policy=policy.load(),
        clock=TurnedByHand(slack.clock),
        new_id=new_id,
        pace=Pace(burst=1_000_000),
    )


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
        for person, role in ROLES.items():
            world.bot.desk.people.grant(PersonId(person), role, by=SYSTEM)
        world.bot.desk.people.admit(PersonId(RITA), SHERIFF, by=SYSTEM)
        world.joins()
        try:
            yield world
            violations = slack.violations  # An event that reaches a desk which has just stopped is no fault.
        finally:
            world.bot.stop()
        assert not violations, violations
