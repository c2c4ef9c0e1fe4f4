"""Work for a desk that Slack leaves alone, and what became of it."""

import re

from slack_sdk import WebClient

from bot.clock import new_id
from bot.delivery import Delivery, TwinRemoval
from bot.desk.facts import PageFacts
from bot.rules.requests import RequestForm
from bot.sandbox.faults import Fault
from bot.sandbox.messages import Message
from handlers.messenger import SlackMessenger
from storage.records.outbox import DeadLetter
from storage.records.people import Actor, Person, PersonId
from storage.records.requests import Direction, LiaisonRequest, Priority, RequestKind
from tests.world import DESK, OLGA, SAM, World

OPERATOR = Actor("operator:test")
POST, EDIT = "chat.postMessage", "chat.update"


def dm(person: str) -> str:
    """The channel of the bot's direct messages with somebody."""
    return f"D{person[1:]}"


def fails(world: World, kind: str, method: str = POST, **more: object) -> Fault:
    """The next such call goes wrong in this way."""
    return world.slack.faults.add(Fault(method=method, kind=kind, **more))  # type: ignore[arg-type]  # Spelt out by the caller.


def files(world: World, who: str = SAM) -> LiaisonRequest:
    """Past Slack, which may be down; nothing is sent yet. Each is about somebody else."""
    return world.bot.desk.requests.file(person(world, who), a_form(), new_id()).request


def a_form() -> RequestForm:
    """On a fugitive of a name that no other has."""
    return RequestForm(
        kind=RequestKind.FUGITIVE,
        direction=Direction.OUTGOING,
        country="FR",
        answers={
            "family_name": f"Example {new_id()}",
            "forename": "Edgar",
            "birth": "1990-05",
            "agency": "Example agency",
            "priority": Priority.NORMAL,
            "facts": "Invented example.",
            "contact": "Example desk",
        },
    )


def claims(world: World, request: LiaisonRequest, who: str = OLGA) -> None:
    world.bot.desk.requests.claim(person(world, who), request.id)


def closes(world: World, request: LiaisonRequest, who: str = OLGA) -> None:
    world.bot.desk.requests.step(person(world, who), request.id, "close", {"outcome": "located"})


def pages(world: World, words: str = "Please call.") -> PageFacts:
    """By the operator's command line, which needs no Slack."""
    return world.bot.desk.escalations.open(
        None,
        actor=OPERATOR,
        reference_words=None,
        words=words,
        priority=Priority.FLASH,
        submission_key=new_id(),
    ).page


def person(world: World, who: str) -> Person:
    known = world.bot.desk.people.known(PersonId(who))
    assert known is not None
    return known


def cards(world: World, request: LiaisonRequest) -> list[Message]:
    """Every message in the desk channel that shows this request."""
    return [each for each in world.slack.messages(DESK) if each.plain.startswith(f"*{request.reference}*")]


def times_told(world: World, who: str, words: str) -> int:
    """In how many of somebody's direct messages these words stand."""
    return sum(words in text for text in world.told(who))


def times_told_that_it_is_over(world: World, who: str, request: LiaisonRequest) -> int:
    """By itself, or as a line of a bundle when much had waited."""
    over = re.compile(rf"{request.reference}\*? is now closed")
    return sum(over.search(text) is not None for text in world.told(who))


def dead_letters(world: World) -> list[DeadLetter]:
    with world.bot.database.reading() as stores:
        return stores.outbox.dead_letters(10)


def waiting(world: World) -> int:
    with world.bot.database.reading() as stores:
        return sum(stores.outbox.depth().values())


def deletes(world: World, message: Message) -> None:
    """Somebody with the right to it takes a message of the bot away."""
    client = WebClient(token=world.slack.bot_token, base_url=world.slack.api_url)
    client.chat_delete(channel=message.channel, ts=message.ts)


def messenger(world: World) -> SlackMessenger:
    [delivery] = [each.run.__self__ for each in world.bot.sweeps if each.name == "messages"]  # type: ignore[attr-defined]  # A bound method.
    assert isinstance(delivery, Delivery)
    assert isinstance(delivery._messenger, SlackMessenger)
    return delivery._messenger


def twins_removed(world: World) -> int:
    [removal] = [each.run.__self__ for each in world.bot.sweeps if each.name == "twins"]  # type: ignore[attr-defined]  # As above.
    assert isinstance(removal, TwinRemoval)
    return removal.removed


def everything_is_told(world: World) -> None:
    """Nothing waits, nothing was given up."""
    assert waiting(world) == 0
    assert dead_letters(world) == []
