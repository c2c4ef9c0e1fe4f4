"""A real process, killed by SIGKILL at seeded points: nothing is lost, and each message is seen once."""

import random
from collections import Counter
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from datetime import timedelta

import pytest
from _pytest.mark import ParameterSet

from bot import policy
from bot.clock import new_id
from bot.desk.desk import Desk
from bot.sandbox.faults import ApiKind, Fault
from bot.sandbox.server import Sandbox
from handlers.app import desk_over
from handlers.manifest import manifest
from storage.database import Database
from storage.records.escalations import EscalationId
from storage.records.people import SYSTEM, Actor, Person, PersonId, Role
from storage.records.requests import LiaisonRequest, Priority
from tests.faults.trouble import a_form
from tests.processes import DeskProcess, desk_process, until
from tests.world import DAN, NINA, OLGA, ROLES, SAM, TurnedByHand, people

PATIENCE = 30.0
DRAINS_WITHIN = 90.0
"""Seconds of real time: Slack takes some fifty edits a minute, and the desk obeys."""
POINTS: tuple[ApiKind, ...] = ("silent", "silent_after", "slow", "reset_before", "reset_after")
"""Before the post has an effect, after it, an effect that lands when the sender is dead, and two resets."""


class NobodyToWake:
    def soon(self) -> None:
        """The processes look by themselves every second."""


class Story:
    """A desk of its own over the same database, which makes work for the processes that are killed."""

    def __init__(self, slack: Sandbox, database: Database, seed: int) -> None:
        self.slack = slack
        self.database = database
        self.desk: Desk = desk_over(
            database,
            clock=TurnedByHand(slack.clock),
            new_id=new_id,
            wake=NobodyToWake(),
            policy=policy.load(),
        )
        self.random = random.Random(seed)
        self.requests: list[LiaisonRequest] = []
        self.page: EscalationId | None = None

    def staff(self) -> None:
        for person, role in ROLES.items():
            self.desk.people.grant(PersonId(person), role, by=SYSTEM)
        self.desk.roster.take(SYSTEM, PersonId(DAN), 24)

    def work(self) -> None:
        """A request with its card and confirmation, a claim, a page, and the page before it taken."""
        request = self._file()
        self.requests.append(request)
        owner = self.random.choice([OLGA, DAN, NINA])
        self.desk.requests.claim(_officer(owner), request.id)
        if self.page is not None:
            self.desk.escalations.acknowledge(Actor(owner), self.page)
        opened = self.desk.escalations.open(
            None,
            actor=Actor("operator:test"),
            reference_words=request.reference,
            words="Please call.",
            priority=Priority.FLASH,
            submission_key=new_id(),
        )
        self.page = EscalationId(opened.page.id)

    def kill_at_a_point(self, process: DeskProcess) -> None:
        """Arms a fault for one of the next posts or edits, makes work, and kills when it is met."""
        method = self.random.choice(["chat.postMessage", "chat.postMessage", "chat.update"])
        kind = self.random.choice(POINTS)
        fault = Fault(method=method, kind=kind, after=self.random.randrange(3), seconds=0.4)
        self.slack.faults.add(fault)
        met = len(self.slack.requests)
        self.work()
        if self.random.random() < 0.5:
            self.slack.clock.advance(timedelta(minutes=6))  # A rung of the ladder falls due meanwhile.
        assert until(lambda: len(self.slack.requests) > met + fault.after), process.log
        process.kill()
        self.slack.faults.clear()

    def settle(self) -> None:
        """Lets leases run out and late twins be removed, then waits until nothing is left to tell."""
        self.slack.wait_for(lambda: self.slack.sockets.connected, timeout=PATIENCE)
        for _ in range(2):
            self.slack.clock.advance(timedelta(seconds=40))
            assert until(self._everything_is_told, seconds=DRAINS_WITHIN), self.slack.dump()
        self.slack.clock.advance(timedelta(minutes=6))
        assert until(self._nothing_is_awaited, seconds=DRAINS_WITHIN), self.slack.dump()

    def _everything_is_told(self) -> bool:
        return everything_is_told(self.database)

    def _nothing_is_awaited(self) -> bool:
        with self.database.reading() as stores:
            return not any(stores.outbox.depth().values()) and stores.twins.next_due() is None

    def _file(self) -> LiaisonRequest:
        return self.desk.requests.file(_officer(SAM, Role.SUPERVISOR), a_form(), new_id()).request


def _officer(person: str, role: Role = Role.OFFICER) -> Person:
    return Person(id=PersonId(person), role=role)


@contextmanager
def told(database_url: str, seed: int) -> Iterator[Story]:
    with Sandbox(manifest(), rates=False) as slack, ExitStack() as closing:
        people(slack)
        database = Database(database_url, wait=10)
        closing.callback(database.close)
        story = Story(slack, database, seed)
        story.staff()
        yield story


def everything_is_told(database: Database) -> bool:
    with database.reading() as stores:
        return not any(stores.outbox.depth().values())


def each_stands_once(slack: Sandbox) -> None:
    """No message of the outbox stands twice in Slack."""
    everywhere = [message for channel in ("C0DESK", "C0ONCALL") for message in slack.messages(channel)]
    everywhere += [message for person in ROLES for message in slack.dms(person)]
    ids = Counter(
        outbox_id
        for message in everywhere
        for outbox_id in (message.metadata or {}).get("event_payload", {}).get("outbox_ids", ())
    )
    assert [outbox_id for outbox_id, count in ids.items() if count > 1] == [], slack.dump()


def each_is_seen_once(story: Story) -> None:
    """No message stands twice, and each record has its card and its page."""
    slack = story.slack
    each_stands_once(slack)
    for request in story.requests:
        cards = [message for message in slack.messages("C0DESK") if f"*{request.reference}*" in message.plain]
        pages = [message for message in slack.messages("C0ONCALL") if request.reference in message.plain]
        own = [message for message in slack.dms(SAM) if message.plain.startswith(f"*{request.reference}*")]
        assert (len(cards), len(own)) == (1, 1), f"{request.reference}\n{slack.dump()}"
        assert "An officer is looking at it." in own[0].plain, "so does the message to whoever filed it"
        assert pages, f"{request.reference}\n{slack.dump()}"
        assert "nobody yet" not in cards[0].plain, "the card shows the record as it is"
    with story.database.reading() as stores:
        assert stores.outbox.dead_letters(10) == []
        assert stores.audit.verify().broken_at is None


def runs(*samples: tuple[int, int], soak: range) -> list[ParameterSet]:
    """Seeds and numbers of kills: a sample in every run of the tests, ten kills a seed in the soak."""
    always = [pytest.param(seed, kills, id=f"seed {seed}, {kills} kills") for seed, kills in samples]
    long = [pytest.param(seed, 10, marks=pytest.mark.soak, id=f"seed {seed}, 10 kills") for seed in soak]
    return [*always, *long]


@pytest.mark.parametrize(("seed", "kills"), runs((1, 3), soak=range(100, 110)))
def test_one_process_on_sqlite_killed_at_seeded_points(sqlite_url: str, seed: int, kills: int) -> None:
    with told(sqlite_url, seed) as story, desk_process(story.slack, sqlite_url) as process:
        for _ in range(kills):
            story.slack.wait_for(lambda: story.slack.sockets.connected, timeout=PATIENCE)
            story.kill_at_a_point(process)
            process.start()
        story.settle()

        each_is_seen_once(story)


@pytest.mark.parametrize(("seed", "kills"), runs((3, 4), soak=range(200, 210)))
def test_two_processes_on_postgresql_of_which_one_is_killed(postgres_url: str, seed: int, kills: int) -> None:
    with (
        told(postgres_url, seed) as story,
        desk_process(story.slack, postgres_url) as first,
        desk_process(story.slack, postgres_url) as second,
    ):
        for number in range(kills):
            story.slack.wait_for(lambda: story.slack.sockets.connected == 2 or None, timeout=PATIENCE)
            killed = (first, second)[number % 2]
            story.kill_at_a_point(killed)
            killed.start()
        story.settle()

        each_is_seen_once(story)
