"""One page of a list of requests or notices, with the way to the next and the previous page."""

import json
from dataclasses import dataclass, replace

from bot.desk.facts import Listing, ListRow
from bot.rules.errors import DeskError
from handlers import action_ids
from handlers.views.blocks import (
    Block,
    Message,
    actions,
    button,
    context,
    escaped,
    line,
    ours,
    section,
    words,
)
from handlers.views.words import DeskWords, owner
from storage.records.reminders import RecordKind

LONGEST_QUERY = 300
"""In characters: the query travels in the value of a button, which holds 2000 bytes of JSON."""

TITLES = {RecordKind.REQUEST: "Requests", RecordKind.NOTICE: "Notices"}
EXAMPLES = {
    RecordKind.REQUEST: "pending kind:child country:FR priority:flash agency:harbor tag:predator due:7d mine",
    RecordKind.NOTICE: "red pending country:FR agency:harbor older:30d due:7d overdue mine Example Robin",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Turn:
    """Which page of which query a button asks for."""

    words: str
    page: int

    @staticmethod
    def first(words: str) -> "Turn":
        """Raises DeskError for a query that no button could carry."""
        if len(words) > LONGEST_QUERY:
            raise DeskError(f"That is a long query. Use at most {LONGEST_QUERY} characters.")
        return Turn(words=words, page=1)

    @staticmethod
    def read(value: str) -> "Turn":
        asked = json.loads(value)
        return Turn(words=asked["words"], page=asked["page"])

    def value(self) -> str:
        return json.dumps({"words": self.words, "page": self.page}, ensure_ascii=False)


def message(listing: Listing, desk: DeskWords) -> Message:
    title = TITLES[listing.record_kind]
    rows = [row(each, listing.record_kind, number, desk) for number, each in enumerate(listing.rows)]
    total = f"more than {listing.total}" if listing.is_cut else str(listing.total)
    return Message(
        text=f"{title}: {total} found, page {listing.page} of {listing.pages}",
        blocks=[
            section(ours(f"*{title}*: {total} found{', by due date' if rows[1:] else ''}")),
            *_query(listing),
            *(
                rows
                or [context(f"Nothing fits. You can narrow a list so: `{EXAMPLES[listing.record_kind]}`")]
            ),
            context(f"Page {listing.page} of {listing.pages}"),
            *_buttons(listing),
        ],
    )


def row(facts: ListRow, kind: RecordKind, number: int, desk: DeskWords) -> Block:
    """One record; `number` tells its button from those of the other rows."""
    details = button("Show details", action_ids.details(kind, number), facts.id)
    return section(ours(summary(facts, desk)), accessory=details)


def summary(facts: ListRow, desk: DeskWords) -> str:
    """A record in two lines of mrkdwn."""
    late = ":warning: overdue, " if facts.overdue else ""
    due = f"due {desk.moment(facts.due_at)}" if facts.due_at else "nothing is due"
    return (
        f"*{facts.reference}*  {escaped(facts.what)}\n"
        f"{facts.state_words}, owner: {owner(facts.owner)}, {late}{due}"
    )


def _query(listing: Listing) -> list[Block]:
    """The query as it was understood, in rich text since a person typed it."""
    lines = [line(words("For: ", bold=True), words(listing.words))] if listing.words else []
    if listing.readings:
        lines.append(line(words("Read as: ", bold=True), words(", ".join(listing.readings))))
    if listing.not_understood:
        missed = ", ".join(listing.not_understood)
        lines.append(line(words("Not understood, so left out: ", bold=True), words(missed)))
    if listing.guesses:
        lines.append(line(words("Did you mean: ", bold=True), words(", ".join(listing.guesses))))
    return lines


def turning(at: Turn, pages: int, *, previous: str, following: str) -> list[Block]:
    """The buttons to the pages around this one, by their action ids; none beyond the first and the last."""
    back, on = (replace(at, page=at.page + step).value() for step in (-1, 1))
    return [
        *([button("Previous", previous, back)] if at.page > 1 else []),
        *([button("Next", following, on)] if at.page < pages else []),
    ]


def _buttons(listing: Listing) -> list[Block]:
    here, kind = Turn(words=listing.words, page=listing.page), listing.record_kind
    turns = turning(
        here, listing.pages, previous=action_ids.previous_page(kind), following=action_ids.next_page(kind)
    )
    may_export = listing.may_export and listing.total
    export = [button("Export", action_ids.export(kind), here.value())] if may_export else []
    return actions(*turns, *export)
