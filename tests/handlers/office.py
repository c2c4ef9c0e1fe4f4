"""The real desk behind the edge, with two officers who type, click and submit."""

import json
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from bot.clock import new_id
from bot.desk.desk import Desk, build
from bot.desk.ground import Ground
from bot.policy import load
from handlers.escalations import Escalations
from handlers.home import Home
from handlers.modals import Modals
from handlers.notices import Notices
from handlers.oncall import OnCall
from handlers.reminders import Reminders
from handlers.requests import Requests
from handlers.router import register
from storage.database import Database
from storage.records.announcements import Announcement, Surface
from storage.records.outbox import Lane
from storage.records.people import Actor, Person, PersonId, Role
from tests.handlers.examples import ADA, DESK, NOW
from tests.handlers.filling import REQUEST, SUBJECT, fill
from tests.handlers.slack_edge import Bench, bench, body

BORIS = PersonId("U0BORIS")
OPERATOR = Actor("operator:test")
RED = {"facts": "text", "charge": "text", "basis": "sentence", "penalty": "2 years", "warrant": "text"}


class Still:
    """A clock that stands, and somebody who need not be woken."""

    def now(self) -> datetime:
        return NOW

    def seconds_until(self, moment: datetime) -> float:
        return (moment - NOW).total_seconds()

    def soon(self) -> None:
        pass


@dataclass
class Office:
    """The desk behind the edge, with two officers."""

    slack: Bench
    desk: Desk
    database: Database

    def type(self, command: str, *, as_: str = ADA) -> dict[str, Any]:
        name, _, text = command.partition(" ")
        payload = self.slack.command(text, command=name, user=as_) | {"trigger_id": new_id()}
        return body(self.slack.send(payload))

    def opened(self) -> dict[str, Any]:
        """The modal that Slack was asked to open."""
        method, sent = self.slack.slack.next_call()
        assert method in {"views.open", "views.push"}, (method, sent)
        view = sent["view"]
        return dict(json.loads(view) if isinstance(view, str) else view)

    def submit(
        self, view: Mapping[str, Any], answers: Mapping[str, str], *, as_: str = ADA
    ) -> dict[str, Any]:
        payload = self.slack.form(user=as_) | {"view": fill(dict(view), answers)}
        return body(self.slack.send(payload))

    def click(self, action_id: str, value: str, *, as_: str = ADA) -> None:
        payload = self.slack.click(action_id, user=as_)
        payload["actions"][0]["value"] = value
        self.slack.send(payload)

    def answer(self) -> dict[str, Any]:
        """What came by the reply lane."""
        method, sent = self.slack.slack.next_call()
        assert method == "response", (method, sent)
        return sent

    def file_request(self) -> str:
        """Files one and gives its reference back."""
        self.type("/liaison")
        return self._filed(self.submit(self.opened(), REQUEST))

    def file_notice(self) -> str:
        self.type("/notice new red")
        return self._filed(
            self.submit(self.opened(), SUBJECT | RED | {"request_reference": "", "extradition": "x"})
        )

    def person(self, person_id: PersonId = ADA) -> Person:
        known = self.desk.people.known(person_id)
        assert known is not None
        return known

    def waiting(self) -> list[Announcement | Surface]:
        """What the outbox holds."""
        with self.database.transaction() as stores:
            claimed = stores.outbox.claim(
                now=NOW, lease_until=NOW, lanes=tuple(Lane), held=frozenset(), limit=50
            )
        return [row.what for row in claimed]

    def _filed(self, answer: dict[str, Any]) -> str:
        words: str = answer["view"]["blocks"][0]["text"]["text"]
        return words.split("*")[1]


@contextmanager
def open_office(sqlite_url: str) -> Iterator[Office]:
    still = Still()
    database = Database(sqlite_url)
    desk = build(
        Ground(
            database=database,
            clock=still,
            new_id=new_id,
            wake=still,
            policy=load(),
        )
    )
    for person in (ADA, BORIS):
        desk.people.learn(
            person_id=person, outside=False, deactivated=False, is_bot=False, timezone="America/New_York"
        )
        desk.people.grant(person, Role.OFFICER, by=OPERATOR)
    with bench(desk.people) as slack:
        client = slack.slack.client()
        modals = Modals(client)
        parts = (
            Requests(desk, DESK, modals, new_id),
            Notices(desk, DESK, modals, new_id),
            Escalations(desk, DESK, modals, new_id),
            OnCall(desk, DESK),
            Reminders(desk, DESK),
            Home(desk, slack.replies),
        )
        register(slack.edge, parts)
        yield Office(slack=slack, desk=desk, database=database)
    database.close()
