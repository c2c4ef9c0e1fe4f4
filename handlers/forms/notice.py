"""The form of one colour of notice, on the form engine."""

from collections.abc import Mapping

from bot.rules.checklist import wanted_of_notice
from bot.rules.colours import COLOURS, title
from bot.rules.notices import NoticeForm, whole_form
from bot.rules.steps import Form
from handlers.forms import engine
from handlers.forms.asking import Lists
from handlers.forms.engine import Answers, Began
from handlers.views.blocks import View, context, ours, section
from handlers.views.words import NOTICE_DIRECTIONS, DeskWords
from storage.records.notices import Colour, Means
from storage.records.requests import Direction

RULES = (
    "No images and no files. File it with what you know: what is wanted for its publication may follow. "
    "*Cancel* keeps what you have written as a draft: `/notice drafts`."
)
_NOBODYS = {"agency": "", "contact": ""}
"""Another country's notice is given to no agency only because somebody filed for it the last time."""
RECORDED = "Recorded as it came. The agencies that you name are alerted at once, and acknowledge."


def begin(key: str, colour: Colour, means: Means, direction: Direction, country: str) -> Began:
    about = {"means": means.value, "direction": direction.value, "country": country}
    return Began(key=key, name=colour.value, about=about)


def form_of(began: Began, *, for_others: bool) -> Form:
    """What this colour asks that way; an officer is asked who called, too."""
    found = whole_form(colour_of(began), direction_of(began), means_of(began), for_others=for_others)
    assert found is not None, "a form was opened for a colour that does not go that way"
    return found


def usual(began: Began) -> dict[str, str]:
    """What stands in it before anybody answers."""
    form = form_of(began, for_others=False)
    begins = {ask.name: ask.initial for ask in form.asks if ask.initial}
    return begins if direction_of(began) is Direction.OUTGOING else {**begins, **_NOBODYS}


def colour_of(began: Began) -> Colour:
    return Colour(began.name)


def means_of(began: Began) -> Means:
    return Means(began.about["means"])


def direction_of(began: Began) -> Direction:
    return Direction(began.about["direction"])


def render(began: Began, whole: Form, answers: Answers, lists: Lists, desk: DeskWords) -> View:
    row, direction = COLOURS[colour_of(began)], direction_of(began)
    country = desk.country(began.about["country"])
    name = title(colour_of(began), means_of(began), direction)
    rules = RULES if direction is Direction.OUTGOING else RECORDED
    return engine.hub(
        began,
        whole,
        answers,
        lists,
        title=row.label,
        above=[
            section(ours(f"{row.emoji} *{name}*\n{row.purpose}")),
            context(f"{country}. {NOTICE_DIRECTIONS[direction]}. {rules}"),
            *([context(row.warning)] if row.warning else []),
        ],
        submit="File",
        wanted=wanted_of_notice(colour_of(began), direction, whole, answers),
    )


def filled(began: Began, answers: Mapping[str, str]) -> NoticeForm:
    return NoticeForm(
        colour=colour_of(began),
        means=means_of(began),
        direction=direction_of(began),
        country=began.about["country"],
        answers=answers,
    )
