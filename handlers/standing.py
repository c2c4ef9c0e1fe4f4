"""The answer to `status` of either command: where a request, a notice or a page stands."""

from collections.abc import Callable

from bot.desk.desk import Desk
from bot.desk.facts import Status
from bot.rules import references
from handlers.asking import Asked
from handlers.views import pages, status
from handlers.views.blocks import Message
from handlers.views.words import DeskWords
from storage.records.people import Person


def standing(desk: Desk, words: DeskWords, asked: Asked, find: Callable[[Person, str], Status]) -> Message:
    """`find` knows requests and notices. Raises Refusal, NoSuchRecord among them."""
    reference = references.recognise(asked.text)
    if reference is not None and reference.startswith(references.ESCALATION):
        return pages.standing(desk.escalations.status(asked.person, reference), words)
    return status.message(find(asked.person, asked.text), words)
