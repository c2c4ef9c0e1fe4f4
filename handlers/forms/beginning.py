"""What every request begins with: its kind, its direction and the other country."""

from dataclasses import dataclass

from bot.rules.kinds import KINDS
from handlers import action_ids
from handlers.asking import Payload
from handlers.forms.fields import choice, chosen, read, search
from handlers.forms.modal import carried, form
from handlers.views.blocks import View, context, line, words
from handlers.views.words import DIRECTIONS, DeskWords
from storage.records.requests import Direction, RequestKind

CALLBACK_ID = "request.begin"
TITLE = "New liaison request"
OPEN_CHANNEL = (
    ":warning: The message stands in an open channel, where everybody of the workspace can read it. "
    "If it names somebody, ask its author to delete it."
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Beginning:
    """As far as it is known already; `country` is a member's code or empty."""

    key: str
    kind: RequestKind | None = None
    direction: Direction = Direction.OUTGOING
    country: str = ""
    from_open_channel: bool = False
    note: str = ""
    """Why the words behind a command did not lead straight into a form."""


def render(began: Beginning, desk: DeskWords) -> View:
    country = [(began.country, desk.country_name(began.country))] if began.country else []
    return form(
        callback_id=CALLBACK_ID,
        title=TITLE,
        submit="Next",
        fields=[
            choice(
                "kind",
                "What is it about?",
                [(kind.value, row.label) for kind, row in KINDS.items()],
                initial=began.kind or "",
            ),
            choice(
                "direction",
                "Which way?",
                [(each.value, label) for each, label in DIRECTIONS.items()],
                initial=began.direction,
            ),
            search(
                "country",
                "The other country",
                action_ids.FIND_COUNTRY,
                least=1,
                initial=country,
                hint="Type the first letters.",
            ),
        ],
        carries={"key": began.key},
        above=[
            *([context(OPEN_CHANNEL)] if began.from_open_channel else []),
            *([line(words(began.note))] if began.note else []),
        ],
    )


def parse(view: Payload) -> Beginning:
    """Raises InvalidForm by field."""
    return Beginning(
        key=carried(view)["key"],
        kind=chosen(view, "kind", RequestKind),
        direction=chosen(view, "direction", Direction),
        country=read(view, "country"),
    )
