"""The real desk behind the edge, with two officers who type, click and submit."""

import json
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from bot.clock import new_id
from bot.desk.desk import Desk, build
from bot.desk.ground import Ground
from bot.policy import load
from handlers.app import parts
from handlers.files import Files
from handlers.modals import Modals
from handlers.router import register
from storage.database import Database
from storage.records.announcements import Announcement, Surface
from storage.records.outbox import Lane
from storage.records.people import Actor, Person, PersonId, Role
from storage.records.requests import LiaisonRequest
from tests.handlers.examples import ADA, DESK, NOW
from tests.handlers.filling import BEGINNING, REQUEST, fill, inputs
from tests.handlers.slack_edge import Bench, bench, body

BORIS = PersonId("U0BORIS")
OPERATOR = Actor("operator:test")
SHIPPED = load()
HUB = "V-HUB"
"""The id that Slack gives to the form of a kind."""


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
    """The desk behind the edge, with two officers. People type, click, choose, submit and close."""

    slack: Bench
    desk: Desk
    database: Database

    def type(self, command: str, *, as_: str = ADA) -> dict[str, Any]:
        name, _, text = command.partition(" ")
        payload = self.slack.command(text, command=name, user=as_) | {"trigger_id": new_id()}
        return body(self.slack.send(payload))

    def opened(self) -> dict[str, Any]:
        """The modal that Slack was asked to open."""
        return self._view({"views.open", "views.push"})

    def redrawn(self, view: Mapping[str, Any]) -> dict[str, Any]:
        """The same modal, as the desk has just drawn it anew."""
        return self._view({"views.update"}, view["id"])

    def begin(self, as_: str = ADA, **beginning: str) -> dict[str, Any]:
        """The form of a kind, by the question which one it is."""
        self.type("/liaison", as_=as_)
        answer = self.submit(self.opened(), BEGINNING | beginning, as_=as_)
        assert answer.get("response_action") == "update", answer
        return dict(answer["view"]) | {"id": HUB}

    def submit(
        self, view: Mapping[str, Any], answers: Mapping[str, str], *, as_: str = ADA
    ) -> dict[str, Any]:
        payload = self.slack.form(user=as_) | {"view": fill(dict(view), answers)}
        return body(self.slack.send(payload))

    def click(self, action_id: str, value: str, *, as_: str = ADA) -> None:
        payload = self.slack.click(action_id, user=as_)
        payload["actions"][0]["value"] = value
        self.slack.send(payload)

    def press(
        self, view: Mapping[str, Any], answers: Mapping[str, str], action_id: str, value: str = ""
    ) -> None:
        """A button of an open form, with what stands in the form so far."""
        self._acts(view, answers, {"type": "button", "action_id": action_id, "value": value})

    def choose(self, view: Mapping[str, Any], answers: Mapping[str, str], name: str) -> None:
        """The choice that was just made in a field, of all that stands in the form."""
        action_id = inputs(dict(view))[name]["action_id"]
        self._acts(view, answers, {"type": "static_select", "action_id": action_id, "block_id": name})

    def type_into(
        self, view: Mapping[str, Any], answers: Mapping[str, str], name: str, *, at: str = "1700000000.000001"
    ) -> None:
        """A letter in a field, with all that stands in the form; `at` is Slack's own time of it."""
        typing = {"type": "plain_text_input", "block_id": name, "value": answers[name], "action_ts": at}
        self._acts(view, answers, typing | {"action_id": inputs(dict(view))[name]["action_id"]})

    def close(
        self, view: Mapping[str, Any], answers: Mapping[str, str], *, all_at_once: bool = False
    ) -> None:
        payload = self.slack.form() | {"type": "view_closed", "is_cleared": all_at_once}
        self.slack.send(payload | {"view": fill(dict(view), answers)})

    def _acts(self, view: Mapping[str, Any], answers: Mapping[str, str], action: dict[str, str]) -> None:
        payload = self.slack.click() | {
            "actions": [action],
            "view": fill(dict(view), answers),
            "container": {"type": "view", "view_id": view["id"]},
        }
        payload.pop("response_url")
        self.slack.send(payload)

    def _view(self, methods: set[str], view_id: str | None = None) -> dict[str, Any]:
        method, sent = self.slack.slack.next_call()
        assert method in methods, (method, sent)
        assert view_id in {None, sent.get("view_id")}, sent
        view = sent["view"]
        return dict(json.loads(view) if isinstance(view, str) else view) | {"id": view_id or f"V-{new_id()}"}

    def answer(self) -> dict[str, Any]:
        """What came by the reply lane."""
        method, sent = self.slack.slack.next_call()
        assert method == "response", (method, sent)
        return sent

    def file_request(self) -> str:
        """Files one and gives its reference back."""
        return reference_of(self.submit(self.begin(), REQUEST))

    def person(self, person_id: PersonId = ADA) -> Person:
        known = self.desk.people.known(person_id)
        assert known is not None
        return known

    def admit(self, person_id: PersonId, agency: str) -> None:
        """Makes an officer a requester of this agency."""
        self.desk.people.revoke(person_id, by=OPERATOR)
        self.desk.people.admit(person_id, agency, by=OPERATOR)

    def request(self, reference: str) -> LiaisonRequest:
        with self.database.reading() as stores:
            found = stores.requests.by_reference(reference)
        assert found is not None
        return found

    def waiting(self) -> list[Announcement | Surface]:
        """What the outbox holds."""
        with self.database.transaction() as stores:
            claimed = stores.outbox.claim(
                now=NOW, lease_until=NOW, lanes=tuple(Lane), held=frozenset(), limit=50
            )
        return [row.what for row in claimed]


def reference_of(filed: Mapping[str, Any]) -> str:
    """Which one was filed, by the answer to its form."""
    words: str = filed["view"]["blocks"][0]["text"]["text"]
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
            policy=SHIPPED,
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
        words = replace(DESK, names=desk.names)
        register(slack.edge, parts(desk, words, modals, Files(client), slack.replies, new_id))
        yield Office(slack=slack, desk=desk, database=database)
    database.close()
