"""A new notice: its colour first, then what this colour asks."""

from dataclasses import dataclass

from bot.rules.colours import COLOURS
from bot.rules.notices import NoticeForm
from handlers import action_ids
from handlers.asking import Payload
from handlers.forms import agency
from handlers.forms.asking import Lists, asked
from handlers.forms.fields import Field, choice, chosen, read, search, text
from handlers.forms.modal import carried, form
from handlers.views.blocks import View, context, cut, line, words
from handlers.views.help import WORD_LIMIT
from handlers.views.words import SEXES, DeskWords
from storage.records.notices import Colour, Identity, Sex

COLOUR_CALLBACK_ID = "notice.colour"
CALLBACK_ID = "notice.new"


@dataclass(frozen=True, slots=True, kw_only=True)
class Filled:
    """The form as it was sent, with the key of this opening of it."""

    key: str
    form: NoticeForm


def render_colour(*, key: str, unknown: str = "") -> View:
    """Asked when the command did not name a colour; `unknown` is what it named instead."""
    choices = [(colour.value, facts.label) for colour, facts in COLOURS.items()]
    sentence = f"I do not know the colour “{cut(unknown, WORD_LIMIT)}”. I know these:"
    return form(
        callback_id=COLOUR_CALLBACK_ID,
        title="New notice",
        submit="Next",
        fields=[choice("colour", "Which notice?", choices)],
        carries={"key": key},
        above=[
            *([line(words(sentence))] if unknown else []),
            *(context(f"{facts.emoji} *{facts.label}*: {facts.purpose}") for facts in COLOURS.values()),
        ],
    )


def parse_colour(view: Payload) -> tuple[str, Colour]:
    """The key and the colour. Raises InvalidForm."""
    return carried(view)["key"], chosen(view, "colour", Colour)


def render(*, key: str, colour: Colour, desk: DeskWords) -> View:
    facts = COLOURS[colour]
    return form(
        callback_id=CALLBACK_ID,
        title=f"New {facts.label}",
        submit="File",
        fields=[*_subject(), *(asked(ask, Lists.plain(desk.text_limit)) for ask in facts.fields), *_case()],
        carries={"key": key, "colour": colour.value},
        above=[context(f"{facts.emoji} {facts.purpose}")],
    )


def parse(view: Payload) -> Filled:
    """Raises InvalidForm by field."""
    carries = carried(view)
    colour = Colour(carries["colour"])
    return Filled(
        key=carries["key"],
        form=NoticeForm(
            colour=colour,
            country=read(view, "country"),
            identity=Identity(
                family_name=read(view, "family_name"),
                forename=read(view, "forename"),
                sex=chosen(view, "sex", Sex),
                birth=read(view, "birth"),
                identifier=read(view, "identifier"),
            ),
            block={ask.name: read(view, ask.name) for ask in COLOURS[colour].fields},
            agency=agency.agency(view),
            agency_case=read(view, "agency_case"),
            request_reference=read(view, "request_reference"),
        ),
    )


def _subject() -> tuple[Field, ...]:
    return (
        text("family_name", "Family name"),
        text("forename", "Forename"),
        choice("sex", "Sex", [(sex.value, label) for sex, label in SEXES.items()]),
        text(
            "birth",
            "Born",
            limit=10,
            hint="Year, month and day as far as known: 1990, 1990-05 or 1990-05-17.",
        ),
        text(
            "identifier",
            "What identifies the person",
            hint="Physical description, or the reference of a photograph, fingerprints, DNA or a document.",
        ),
        search(
            "country", "Country asked first", action_ids.FIND_COUNTRY, least=1, hint="Type the first letters."
        ),
    )


def _case() -> tuple[Field, ...]:
    return (
        *agency.fields(),
        text("agency_case", "The agency's case number"),
        text(
            "request_reference", "Request that it comes from", required=False, hint="Such as LR-2026-00042."
        ),
    )
