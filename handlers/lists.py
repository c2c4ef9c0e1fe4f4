"""What the menus of forms offer, asked of the desk when a form is drawn."""

from bot.desk.desk import Desk
from handlers.forms.asking import Lists
from handlers.views.words import OFFENCES, PROGRAMMES, DeskWords


def lists(desk: Desk, words: DeskWords) -> Lists:
    """The lists as they are now."""
    return Lists(
        limit=words.text_limit,
        country=words.country_name,
        agency=desk.people.agency_label,
        offences=list(OFFENCES.items()),
        programmes=list(PROGRAMMES.items()),
    )
