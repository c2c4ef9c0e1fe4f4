"""What the menus of forms offer, asked of the desk when a form is drawn."""

from bot.desk.desk import Desk
from handlers.forms.asking import Lists
from handlers.views.words import DeskWords
from storage.records.terms import TermKind


def lists(desk: Desk, words: DeskWords) -> Lists:
    """The lists as they are now."""
    return Lists(
        limit=words.text_limit,
        country=words.country_name,
        agency=desk.names.agency,
        offences=desk.names.offered(TermKind.OFFENCE),
        programmes=desk.names.offered(TermKind.PROGRAMME),
    )
