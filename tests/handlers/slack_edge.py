"""The edge on a real Bolt app, with a stub in Slack's place and a few people that it knows."""

import json
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from typing import Any

from slack_bolt import BoltRequest, BoltResponse
from slack_bolt.authorization import AuthorizeResult

from handlers.answers import Answer
from handlers.desk_app import DeskApp
from handlers.edge import Edge
from handlers.identity import Identity, KnownPeople
from handlers.replies import Replies
from handlers.views.blocks import Message, line, words
from storage.records.people import Person, PersonId
from tests.handlers.examples import HOME_TEAM, NOW, OFFICER
from tests.handlers.slack_stub import SlackStub, running

TELEPHONE = "202-555-0100"


class Slow(Exception):
    """What the database raises when it is busy."""


@dataclass
class FewPeople:
    """The desk's people in memory."""

    by_id: dict[PersonId, Person] = field(default_factory=lambda: {OFFICER.id: OFFICER})
    broken: Exception | None = None

    def known(self, person_id: PersonId) -> Person | None:
        if self.broken:
            raise self.broken
        return self.by_id.get(person_id)

    def learn(
        self, *, person_id: PersonId, outside: bool, deactivated: bool, is_bot: bool, timezone: str
    ) -> Person:
        person = replace(
            self.by_id.get(person_id, Person(id=person_id)),
            outside=outside,
            deactivated=deactivated,
            is_bot=is_bot,
            timezone=timezone,
            checked_at=NOW,
        )
        self.by_id[person_id] = person
        return person


@dataclass
class Authorisation:
    broken: bool = False


@dataclass
class Bench:
    edge: Edge
    app: DeskApp
    slack: SlackStub
    people: FewPeople
    authorisation: Authorisation
    replies: Replies

    def send(self, payload: Mapping[str, Any]) -> BoltResponse:
        return self.app.dispatch(BoltRequest(mode="socket_mode", body=dict(payload)))

    def command(self, text: str = "", *, command: str = "/try", user: str = OFFICER.id) -> dict[str, Any]:
        return {
            "command": command,
            "text": text,
            "user_id": user,
            "team_id": HOME_TEAM,
            "channel_id": "C1",
            "trigger_id": "1.1",
            "response_url": f"{self.slack.url}response",
        }

    def click(
        self, action_id: str = "try", *, user: str = OFFICER.id, team: str = HOME_TEAM
    ) -> dict[str, Any]:
        return self._interaction("block_actions", user, team) | {
            "actions": [{"type": "button", "action_id": action_id, "block_id": "b", "value": "v"}],
            "container": {"type": "message"},
            "response_url": f"{self.slack.url}response",
        }

    def click_in_home(self) -> dict[str, Any]:
        payload = self.click() | {"container": {"type": "view"}, "view": {"type": "home"}}
        return {name: value for name, value in payload.items() if name != "response_url"}

    def form(self, *, callback_id: str = "try", user: str = OFFICER.id) -> dict[str, Any]:
        blocks = [{"type": "section", "block_id": "s"}, {"type": "input", "block_id": "first"}]
        view = {"type": "modal", "callback_id": callback_id, "blocks": blocks, "state": {"values": {}}}
        return self._interaction("view_submission", user, HOME_TEAM) | {"view": view}

    def search(self) -> dict[str, Any]:
        asked = {"action_id": "try", "block_id": "b", "value": "f", "view": {"type": "modal"}}
        return self._interaction("block_suggestion", OFFICER.id, HOME_TEAM) | asked

    def shortcut(self) -> dict[str, Any]:
        return self._interaction("shortcut", OFFICER.id, HOME_TEAM) | {"callback_id": "try"}

    def event(self, event_type: str = "app_home_opened", **facts: Any) -> dict[str, Any]:
        event = {"type": event_type, "user": OFFICER.id} | facts
        return {"type": "event_callback", "team_id": HOME_TEAM, "event_id": "E1", "event": event}

    def _interaction(self, kind: str, user: str, team: str) -> dict[str, Any]:
        return {
            "type": kind,
            "user": {"id": user, "team_id": team},
            "team": {"id": HOME_TEAM},
            "trigger_id": "1.1",
        }


@contextmanager
def bench(known: KnownPeople | None = None) -> Iterator[Bench]:
    """Nothing is listened to yet: each test registers what it needs, then `catch_the_rest`."""
    with running() as slack:
        people = FewPeople()
        authorisation = Authorisation()

        def authorize() -> AuthorizeResult:
            if authorisation.broken:
                raise RuntimeError("authorisation is broken")
            return AuthorizeResult(
                enterprise_id=None,
                team_id=HOME_TEAM,
                bot_user_id="UBOT",
                bot_id="BBOT",
                bot_token="xoxb-test",
            )

        replies = Replies(slack.client())
        app = DeskApp(
            new_id=lambda: "id-00000001",
            telephone=lambda: TELEPHONE,
            replies=replies,
            client=slack.client(),
            authorize=authorize,
            token_verification_enabled=False,
        )
        edge = Edge(
            app=app,
            identity=Identity(people=known or people, home_team=lambda: HOME_TEAM, client=slack.client()),
            replies=replies,
            busy=Slow,
            new_id=lambda: "id-00000001",
            telephone=lambda: TELEPHONE,
        )
        try:
            yield Bench(
                edge=edge, app=app, slack=slack, people=people, authorisation=authorisation, replies=replies
            )
        finally:
            replies.close()


DONE = Message(text="LR-2026-00042 is filed", blocks=[line(words("done"))])


def body(response: BoltResponse) -> dict[str, Any]:
    return json.loads(response.body) if response.body else {}


def sentence(message: dict[str, Any]) -> str:
    """What a refusal says, without the mention at its end."""
    pieces = message["blocks"][0]["elements"][0]["elements"]
    return "".join(piece.get("text", "") for piece in pieces)


def raising(error: Exception) -> Any:
    """A handler of any kind that fails."""

    def handler(_: object) -> Answer:
        raise error

    return handler


def listening(bench: Bench, handler: Any) -> None:
    """One handler behind every kind of payload."""
    bench.edge.on_command("/try", handler)
    bench.edge.on_command("/vital", handler, vital=True)
    bench.edge.on_button("try", handler)
    bench.edge.on_form("try", handler)
    bench.edge.on_options("try", handler)
    bench.edge.on_shortcut("try", handler)
    bench.edge.on_event("app_home_opened", handler)
    bench.edge.catch_the_rest()
