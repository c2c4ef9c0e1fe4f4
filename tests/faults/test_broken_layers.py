"""A layer of the desk itself fails: whoever typed, clicked or sent is answered all the same, and in words."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from slack_bolt.authorization import AuthorizeResult
from sqlalchemy import text

from bot.clock import new_id
from bot.sandbox.server import Sandbox
from bot.settings import SlackMode
from handlers.answers import Answer
from handlers.asking import Asked
from handlers.clients import web_client
from handlers.desk_app import DeskApp
from handlers.edge import Edge
from handlers.identity import Identity
from handlers.manifest import manifest
from handlers.replies import Replies
from handlers.router import Subcommand, register, subcommand
from handlers.socket_mode import Socket
from handlers.views.blocks import Message
from storage.database import DatabaseBusy
from storage.records.people import Person, PersonId, Role
from tests.faults.envelopes import Envelopes
from tests.faults.trouble import waiting
from tests.storage.examples import raw
from tests.world import OLGA, World, people, settings

APOLOGY = "Something went wrong on our side"
BUSY = "The desk is busy; nothing was saved."
TELEPHONE = "202-616-9000"
Work = Callable[[Any], Any]


def broken(_: object) -> Answer:
    raise RuntimeError("broken")


def busy(_: object) -> Answer:
    raise DatabaseBusy("broken")


def unspeakable(_: object) -> Answer:
    return Message(text="x", blocks=[{"type": object()}])


class OneOfEach:
    """A part of the desk in which every handler does the same."""

    def __init__(self, work: Work) -> None:
        self._work = work

    def subcommands(self) -> tuple[Subcommand, ...]:
        def work(asked: Asked) -> Answer:
            answer: Answer = self._work(asked)
            return answer

        return (
            subcommand("/notice", "", work, words="try"),
            subcommand("/escalate", "", work, words="try", takes_any_words=True),
        )

    def register(self, edge: Edge) -> None:
        edge.on_button("try", self._work)
        edge.on_form("try", self._work)
        edge.on_options("try", self._work)
        edge.on_shortcut("try", self._work)
        edge.on_event("app_home_opened", self._work)


class Colleagues:
    """Everybody is an officer, unless asking for people is what fails."""

    def __init__(self, work: Work) -> None:
        self._work = work

    def known(self, person_id: PersonId) -> Person:
        self._work(person_id)
        return Person(id=person_id, role=Role.OFFICER)

    def learn(self, *, person_id: PersonId, **_facts: object) -> Person:
        return self.known(person_id)


def well(_: object) -> Answer:
    return Message(text="done", blocks=[])


@contextmanager
def desk_that_is(
    *, handler: Work = well, middleware: Work | None = None, people_: Work = well, authorize: Work = well
) -> Iterator[Envelopes]:
    """A desk of hand-written layers, joined over a real socket."""
    with Sandbox(manifest()) as slack:
        people(slack)
        client = web_client(settings(slack, "sqlite:///unused.db", SlackMode.SOCKET), timeout=2)
        who = slack.identity

        def authorized() -> AuthorizeResult:
            authorize(None)
            ids = {"team_id": who.team_id, "bot_id": who.bot_id, "bot_user_id": who.bot_user_id}
            return AuthorizeResult(enterprise_id=None, bot_token=slack.bot_token, **ids)

        replies = Replies(client)
        app = DeskApp(
            new_id=new_id, telephone=lambda: TELEPHONE, replies=replies, client=client, authorize=authorized
        )
        identity = Identity(people=Colleagues(people_), home_team=lambda: who.team_id, client=client)
        edge = Edge(
            app=app,
            identity=identity,
            replies=replies,
            busy=DatabaseBusy,
            new_id=new_id,
            telephone=lambda: TELEPHONE,
        )
        register(edge, [OneOfEach(handler)])
        if middleware:
            app.use(middleware)
        socket = Socket(app, slack.app_token, client)
        assert socket.join(lost=lambda: None)
        try:
            yield Envelopes(slack, OLGA)
        finally:
            socket.leave()
            replies.close()


def whisper(envelopes: Envelopes, words: str) -> str:
    """An answer that does not travel in the acknowledgement."""
    slack = envelopes._slack
    return slack.wait_for(
        lambda: next((each.plain for each in slack.ephemerals(OLGA) if words in each.plain), None)
    )


@pytest.mark.parametrize(
    ("layers", "words"),
    [
        ({"handler": broken}, APOLOGY),
        ({"handler": busy}, BUSY),
        ({"people_": broken}, APOLOGY),
        ({"people_": busy}, BUSY),
        ({"middleware": broken}, APOLOGY),
        ({"middleware": lambda: None}, APOLOGY),
        ({"authorize": broken}, APOLOGY),
    ],
)
def test_everything_is_acknowledged_and_answered_in_words(layers: dict[str, Work], words: str) -> None:
    with desk_that_is(**layers) as envelopes:
        acks = {name: envelopes.send(envelope) for name, envelope in envelopes.each().items()}

        assert max(ack.seconds for ack in acks.values()) < 1
        assert words in str(acks["command"].body)
        assert words in str(acks["page"].body)
        assert TELEPHONE in str(acks["page"].body)
        assert words in str(acks["form"].body)
        assert acks["search"].body == {"options": []}
        assert [acks[name].body for name in ("click", "shortcut", "closing", "event")] == [None] * 4
        assert words in whisper(envelopes, words)


def test_an_answer_that_is_no_json_is_an_apology() -> None:
    with desk_that_is(handler=unspeakable) as envelopes:
        acks = {name: envelopes.send(envelope) for name, envelope in envelopes.each().items()}

        assert APOLOGY in str(acks["command"].body)
        assert APOLOGY in str(acks["form"].body)


def test_a_page_needs_no_more_of_the_database_than_it_must(any_world: World) -> None:
    lose(any_world, "requests")

    assert APOLOGY in any_world.asks(OLGA, "/liaison list")
    assert "is on its way" in any_world.asks(OLGA, "/escalate please come")


def test_a_page_that_a_damaged_database_swallows_names_the_command_center(any_world: World) -> None:
    lose(any_world, "escalations")

    answer = any_world.asks(OLGA, "/escalate please come")

    assert APOLOGY in answer
    assert TELEPHONE in answer
    assert waiting(any_world) == 0


def lose(world: World, table: str) -> None:
    with raw(world.bot.settings.database_url) as engine, engine.begin() as connection:
        connection.execute(text(f"ALTER TABLE {table} RENAME TO lost"))
