"""The form of one kind of request, on the form engine."""

from collections.abc import Mapping, Sequence

from bot.rules.checklist import wanted_of_request
from bot.rules.kinds import KINDS
from bot.rules.requests import RequestForm, whole_form
from bot.rules.steps import Form
from handlers.forms import engine
from handlers.forms.asking import Lists
from handlers.forms.beginning import TITLE
from handlers.forms.engine import Answers, Began
from handlers.views.blocks import View, context, ours, section
from handlers.views.countries import required
from handlers.views.words import DIRECTIONS, DeskWords
from storage.records.countries import Requirement
from storage.records.requests import Direction, RequestKind

RULES = "No images and no files. What is optional can follow later: the desk asks for it."


def begin(key: str, kind: RequestKind, direction: Direction, country: str) -> Began:
    return Began(key=key, name=kind.value, about={"direction": direction.value, "country": country})


def form_of(began: Began, *, for_others: bool) -> Form:
    """What this kind asks that way; an officer is asked who called, too."""
    found = whole_form(kind_of(began), direction_of(began), for_others=for_others)
    assert found is not None, "a form was opened for a kind that does not go that way"
    return found


def usual(began: Began) -> dict[str, str]:
    """What stands in it before anybody answers: how fast this kind goes, and its offence if it has one."""
    row = KINDS[kind_of(began)]
    return {"priority": row.priority.value, "offence": row.offence or ""}


def kind_of(began: Began) -> RequestKind:
    return RequestKind(began.name)


def direction_of(began: Began) -> Direction:
    return Direction(began.about["direction"])


def render(
    began: Began,
    whole: Form,
    answers: Answers,
    lists: Lists,
    desk: DeskWords,
    requirements: Sequence[Requirement] = (),
) -> View:
    """`requirements` are those of the other country."""
    row = KINDS[kind_of(began)]
    direction, country = DIRECTIONS[direction_of(began)], desk.country(began.about["country"])
    return engine.hub(
        began,
        whole,
        answers,
        lists,
        title=TITLE,
        above=[
            section(ours(f"*{row.label}*\n{row.purpose}")),
            context(f"{country}. {direction}. {RULES}"),
            *required(desk.country_name(began.about["country"]), requirements),
        ],
        submit="File",
        wanted=wanted_of_request(whole, answers),
    )


def filled(began: Began, answers: Mapping[str, str]) -> RequestForm:
    return RequestForm(
        kind=kind_of(began),
        direction=direction_of(began),
        country=began.about["country"],
        answers=answers,
    )
