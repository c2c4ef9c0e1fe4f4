"""Details in a modal, for somebody who may see them; the read has been audited before this is drawn."""

from collections.abc import Callable, Sequence

from bot.desk.facts import NoticeDetails
from bot.rules import notice_steps
from bot.rules.colours import COLOURS
from bot.rules.steps import Ask, AskKind
from bot.rules.texts import state_words
from handlers.views.blocks import (
    SECTION_LIMIT,
    Block,
    View,
    context,
    fields,
    line,
    modal,
    our_field,
    ours,
    parts,
    said_field,
    section,
    told,
    words,
)
from handlers.views.cards import NOT_A_WARRANT
from handlers.views.words import (
    SEXES,
    DeskWords,
    history,
    mention,
    owner,
)
from storage.records.notices import Colour, Identity, Notice, RecordEvent
from storage.records.people import PersonId
from storage.records.reminders import RecordKind

EVENTS = 10
"""Steps of the history that are shown, newest first."""
OF_AGE = 18


def notice(details: NoticeDetails, desk: DeskWords) -> View:
    facts = details.notice
    colour = COLOURS[facts.colour]
    block = [part for ask in colour.fields for part in told(ask.label, _answer(facts, ask.name))]
    return modal(
        facts.reference,
        [
            section(ours(f"{colour.emoji} *{colour.label}*")),
            *([context(NOT_A_WARRANT)] if facts.colour is Colour.RED else []),
            *fields(
                our_field("Country asked", desk.country(facts.country)),
                our_field("State", state_words(RecordKind.NOTICE, facts.state)),
                our_field("Owner", owner(facts.owner)),
                our_field("Filed by", mention(facts.filed_by)),
                said_field("Control number", facts.control_number or "none yet"),
            ),
            *_identity(facts),
            *told("Agency", facts.agency_name),
            *told("Case number", facts.agency_case),
            *block,
            *events_told(RecordKind.NOTICE, details.events, desk, _asks_of),
        ],
    )


def _identity(notice: Notice) -> list[Block]:
    """Minors and victims by initials and year of birth only."""
    shown = notice.identity
    name, birth = f"{shown.family_name}, {shown.forename}", shown.birth
    if is_protected(notice):
        name, birth = f"{shown.family_name[:1]}. {shown.forename[:1]}. (initials only)", shown.birth[:4]
    return [
        *told("Name", name),
        *fields(our_field("Sex", SEXES[shown.sex]), said_field("Born", birth)),
        *told("Identified by", shown.identifier),
    ]


def is_protected(notice: Notice) -> bool:
    """A victim, or under age by the year of birth when the notice was filed."""
    return notice.block.get("role") == "victim" or _is_minor(notice.identity, notice.created_at.year)


def _is_minor(identity: Identity, year: int) -> bool:
    born = identity.birth[:4]
    return born.isdigit() and year - int(born) <= OF_AGE


def _answer(notice: Notice, name: str) -> str:
    """An answer as it reads: the label of a choice, or the words themselves."""
    said = notice.block.get(name, "")
    asked = next(ask for ask in COLOURS[notice.colour].fields if ask.name == name)
    return dict(asked.choices).get(said, said)


def events_told(
    kind: RecordKind,
    events: Sequence[RecordEvent],
    desk: DeskWords,
    asks_of: Callable[[str], Sequence[Ask]],
) -> list[Block]:
    """The last steps with what each was given, newest first; `asks_of` knows what a step asks by its name."""
    return [part for event in events[:EVENTS] for part in _event(kind, event, desk, asks_of(event.step))]


def _event(kind: RecordKind, event: RecordEvent, desk: DeskWords, asks: Sequence[Ask]) -> list[Block]:
    known = {ask.name: ask for ask in asks}
    given, to = [], ""
    for name, answer in event.evidence.items():
        ask = known.get(name) or Ask(name=name, label=name.replace("_", " ").capitalize(), kind=AskKind.LINE)
        if ask.kind is AskKind.OFFICER:
            to = f", to {mention(PersonId(answer))}"
        else:
            given.append(f"{ask.label}: {desk.answer(ask, answer)}")
    said = "; ".join(given)
    evidence = [line(words(part)) for part in parts(said, SECTION_LIMIT)] if said else []
    return [context(history(kind, event, desk) + to), *evidence]


def _asks_of(step_name: str) -> Sequence[Ask]:
    step = notice_steps.step_named(step_name)
    return step.asks if step else ()
