"""What every notice begins with: its colour, by what means, its direction and the other country."""

from dataclasses import dataclass

from bot.rules.colours import COLOURS, FILED_HERE
from bot.rules.notice_forms.common import MEANS
from handlers import action_ids
from handlers.asking import Payload
from handlers.forms.engine import Began
from handlers.forms.fields import choice, chosen, read, search
from handlers.forms.modal import carried, form
from handlers.views.blocks import View, context, cut, line, words
from handlers.views.help import WORD_LIMIT
from handlers.views.words import NOTICE_DIRECTIONS, DeskWords
from storage.records.notices import Colour, Means
from storage.records.requests import Direction

CALLBACK_ID = "notice.begin"
TITLE = "New notice"


@dataclass(frozen=True, slots=True, kw_only=True)
class NoticeBeginning:
    """As far as it is known already; `country` is a member's code or empty."""

    key: str
    colour: Colour | None = None
    means: Means = Means.NOTICE
    direction: Direction = Direction.OUTGOING
    country: str = ""
    unknown: str = ""
    """What was typed for a colour and is none."""
    note: str = ""
    """Why the words behind the command did not lead straight into a form."""

    @staticmethod
    def of(began: Began) -> "NoticeBeginning":
        return NoticeBeginning(
            key=began.key,
            colour=Colour(began.name),
            means=Means(began.about["means"]),
            direction=Direction(began.about["direction"]),
            country=began.about["country"],
        )


def render(began: NoticeBeginning, desk: DeskWords) -> View:
    country = [(began.country, desk.country_name(began.country))] if began.country else []
    sentence = f"I do not know the colour “{cut(began.unknown, WORD_LIMIT)}”. I know these:"
    return form(
        callback_id=CALLBACK_ID,
        title=TITLE,
        submit="Next",
        fields=[
            choice("colour", "Which notice?", _colours(), initial=began.colour or ""),
            choice("means", "By what means?", MEANS, initial=began.means),
            choice(
                "direction",
                "Which way?",
                [(each.value, label) for each, label in NOTICE_DIRECTIONS.items()],
                initial=began.direction,
            ),
            search(
                "country",
                "The other country",
                action_ids.FIND_COUNTRY,
                least=1,
                initial=country,
                hint="Where the person may be, or whose notice it is. Type the first letters.",
            ),
        ],
        carries={"key": began.key},
        above=[
            *([line(words(sentence))] if began.unknown else []),
            *([line(words(began.note))] if began.note else []),
            *(context(f"{COLOURS[each].emoji} *{COLOURS[each].label}*: {COLOURS[each].purpose}")
              for each in FILED_HERE),
        ],
    )  # fmt: skip


def parse(view: Payload) -> NoticeBeginning:
    """Raises InvalidForm by field."""
    return NoticeBeginning(
        key=carried(view)["key"],
        colour=chosen(view, "colour", Colour),
        means=chosen(view, "means", Means),
        direction=chosen(view, "direction", Direction),
        country=read(view, "country"),
    )


def _colours() -> list[tuple[str, str]]:
    """Those that are asked for here first."""
    return [
        (colour.value, row.label if colour in FILED_HERE else f"{row.label} (only received)")
        for colour, row in COLOURS.items()
    ]
