"""Where records stand, at the Slack edge: the same of either command, over requests and notices."""

from collections.abc import Mapping
from dataclasses import dataclass

from bot.desk.desk import Desk
from bot.desk.facts import Listing
from bot.rules import references
from handlers import action_ids, notices, requests
from handlers.answers import Answer, Replace
from handlers.asking import Asked, Clicked
from handlers.edge import Edge
from handlers.files import Files
from handlers.router import Subcommand, subcommand
from handlers.views import export, listing, pages, refusal, status
from handlers.views.blocks import Message
from handlers.views.listing import Turn
from handlers.views.words import DeskWords
from storage.records.people import Person
from storage.records.reminders import RecordKind

MINE = "mine"


@dataclass(frozen=True, slots=True, kw_only=True)
class _Noun:
    """What differs between the two."""

    command: str
    example: str
    """A reference."""
    words: str


_NOUNS: Mapping[RecordKind, _Noun] = {
    RecordKind.REQUEST: _Noun(command=requests.COMMAND, example="LR-2026-00042", words="request"),
    RecordKind.NOTICE: _Noun(command=notices.COMMAND, example="NT-2026-00007", words="notice"),
}
_OTHER = {RecordKind.REQUEST: RecordKind.NOTICE, RecordKind.NOTICE: RecordKind.REQUEST}


class Listings:
    def __init__(self, desk: Desk, words: DeskWords, files: Files) -> None:
        self._desk = desk
        self._words = words
        self._files = files

    def subcommands(self) -> tuple[Subcommand, ...]:
        own = subcommand(requests.COMMAND, MINE, self.mine, words="your own requests")
        return (*(each for kind in _NOUNS for each in self._of(kind)), own)

    def _of(self, kind: RecordKind) -> tuple[Subcommand, ...]:
        noun = _NOUNS[kind]
        where = f"where a {noun.words} stands: by reference, number or name; without one, yours"
        example = f"{noun.words}s that fit, such as `{listing.EXAMPLES[kind]}`"
        return (
            subcommand(
                noun.command,
                "status",
                lambda asked: self.status(kind, asked),
                usage=noun.example,
                words=where,
            ),
            subcommand(
                noun.command, "list", lambda asked: self.list(kind, asked), usage="[words]", words=example
            ),
        )

    def register(self, edge: Edge) -> None:
        edge.on_button(action_ids.HOME_MINE, self.mine_from_home)
        for kind in _NOUNS:
            edge.on_button(action_ids.next_page(kind), self.turn)
            edge.on_button(action_ids.previous_page(kind), self.turn)
            edge.on_button(action_ids.export(kind), self.export)

    def status(self, kind: RecordKind, asked: Asked) -> Answer:
        """By reference or control number at once; anything else is a question that may find several.

        Whoever names nothing reads what is theirs, or how it is typed.
        """
        if not asked.text:
            return self._own(kind, asked.person)
        reference = references.recognise(asked.text)
        if reference is not None and reference.startswith(references.ESCALATION):
            return pages.standing(self._desk.escalations.status(asked.person, reference), self._words)
        if reference or references.control_number(asked.text):
            return self._standing(kind, asked.person, asked.text)
        turn = Turn.first(asked.text)
        found = self._listing(kind, asked.person, turn)
        if not found.total:
            found = self._other(kind, asked.person, turn) or found
        if found.total == 1:
            return self._standing(found.record_kind, asked.person, found.rows[0].reference)
        return listing.message(found, self._words)

    def list(self, kind: RecordKind, asked: Asked) -> Answer:
        return self._page(kind, asked.person, Turn.first(asked.text))

    def mine(self, asked: Asked) -> Answer:
        turn = Turn.first(f"{MINE} {asked.text}".strip())
        return self._page(RecordKind.REQUEST, asked.person, turn)

    def mine_from_home(self, clicked: Clicked) -> Answer:
        return self._page(RecordKind.REQUEST, clicked.person, Turn.first(MINE))

    def turn(self, clicked: Clicked) -> Answer:
        kind = action_ids.read_kind(clicked.action_id)
        return Replace(message=self._page(kind, clicked.person, Turn.read(clicked.value)))

    def export(self, clicked: Clicked) -> Answer:
        """The whole list as a file in the direct messages of whoever clicked."""
        kind, turn = action_ids.read_kind(clicked.action_id), Turn.read(clicked.value)
        exported = self._desk.exporting.export(clicked.person, kind, turn.words)
        self._files.send(clicked.person.id, export.file(exported))
        return export.sent(exported)

    def _standing(self, kind: RecordKind, person: Person, words: str) -> Message:
        noun = self._desk.notices if kind is RecordKind.NOTICE else self._desk.requests
        return status.message(noun.status(person, words), self._words)

    def _other(self, kind: RecordKind, person: Person, turn: Turn) -> Listing | None:
        """A number or a name may be of a request as well as of a notice."""
        found = self._listing(_OTHER[kind], person, turn)
        return found if found.total and not found.not_understood else None

    def _own(self, kind: RecordKind, person: Person) -> Message:
        found = self._listing(kind, person, Turn.first(MINE))
        if found.total:
            return listing.message(found, self._words)
        noun = _NOUNS[kind]
        return refusal.which_one(f"{noun.command} status {noun.example}")

    def _page(self, kind: RecordKind, person: Person, turn: Turn) -> Message:
        return listing.message(self._listing(kind, person, turn), self._words)

    def _listing(self, kind: RecordKind, person: Person, turn: Turn) -> Listing:
        noun = self._desk.notices if kind is RecordKind.NOTICE else self._desk.requests
        return noun.listing(person, turn.words, turn.page)
