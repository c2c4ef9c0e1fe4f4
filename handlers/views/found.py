"""What a name search found: references and how well each fits, never a name of a record."""

from collections.abc import Mapping

from bot.desk.search_facts import Found, FoundRow
from bot.rules.naming.ranking import Birth, Fit
from handlers import action_ids
from handlers.views import listing
from handlers.views.blocks import Block, Message, actions, button, context, line, ours, section, words
from handlers.views.listing import Turn
from handlers.views.words import DeskWords

FITS: Mapping[Fit, str] = {Fit.SAME: "same name", Fit.SIMILAR: "similar name"}
BIRTHS: Mapping[Birth, str] = {
    Birth.NOT_ASKED: "",
    Birth.FITS: ", birth fits",
    Birth.SAME_YEAR: ", year of birth fits, but not the day",
    Birth.NEAR: ", born a year before or after",
    Birth.UNKNOWN: ", no birth recorded",
}
NOTHING = "Nothing that you may see fits. Leave out the year of birth, or type the name in its own alphabet."
MORE = "More fit than are shown. Add a forename or a year of birth."
INCOMPLETE = (
    "Older records are still being read for their names, so some may be missing. Ask again in a while."
)


def message(found: Found, desk: DeskWords) -> Message:
    return Message(
        text=f"Search: {found.total} found, page {found.page} of {found.pages}",
        blocks=[
            section(ours(f"*Search by name*: {found.total} found, the best first")),
            # In rich text, since a person typed it.
            line(words("For: ", bold=True), words(found.words)),
            *(_row(each, number, desk) for number, each in enumerate(found.rows)),
            *([] if found.rows else [context(NOTHING)]),
            *([context(MORE)] if found.is_cut else []),
            *([] if found.is_complete else [context(INCOMPLETE)]),
            context(f"Page {found.page} of {found.pages}"),
            *_turning(found),
        ],
    )


def _row(found: FoundRow, number: int, desk: DeskWords) -> Block:
    fit = f"{found.direction}, _{FITS[found.fit]}{BIRTHS[found.birth]}_"
    details = button("Show details", action_ids.details(found.record_kind, number), found.row.id)
    return section(ours(f"{listing.summary(found.row, desk)}\n{fit}"), accessory=details)


def _turning(found: Found) -> list[Block]:
    here = Turn(words=found.words, page=found.page)
    ids = {"previous": action_ids.FOUND_PREVIOUS, "following": action_ids.FOUND_NEXT}
    return actions(*listing.turning(here, found.pages, **ids))
