"""What a name search found, as its answer shows it: nothing, and as much as there can be."""

from collections.abc import Mapping, Sequence

from bot.desk.search_facts import Found, FoundRow
from bot.rules.naming.ranking import Birth, Fit
from handlers.views import found
from handlers.views.blocks import Message
from storage.records.reminders import RecordKind
from storage.records.requests import Direction
from tests.handlers import facts
from tests.handlers.examples import DESK, LONG_LINE


def rows(count: int) -> Sequence[FoundRow]:
    births = list(Birth)
    return [
        FoundRow(
            row=facts.row(number),
            record_kind=list(RecordKind)[number % len(RecordKind)],
            direction=list(Direction)[number % len(Direction)],
            fit=list(Fit)[number % len(Fit)],
            birth=births[number % len(births)],
        )
        for number in range(count)
    ]


def a_search(count: int, *, page: int = 1, pages: int = 1, words: str = "Example Robin 1990") -> Found:
    return Found(
        words=words,
        rows=rows(count),
        page=page,
        pages=pages,
        total=count,
        is_cut=pages > 1,
        is_complete=pages == 1,
    )


MESSAGES: Mapping[str, Message] = {
    "nothing found": found.message(a_search(0), DESK),
    "much found": found.message(a_search(20, page=2, pages=3, words=LONG_LINE), DESK),
}
