"""Everything of a notice in a modal, for somebody who may see it; the read has been audited before."""

from collections.abc import Callable, Sequence

from bot.desk.notice_facts import NoticeDetails
from bot.rules import notice_offers, notice_steps
from bot.rules.answers import LINE_LIMIT
from bot.rules.colours import COLOURS, title
from bot.rules.notice_forms.common import ENTITY_ID
from bot.rules.notices import whole_form
from bot.rules.requests import NAME, WHO
from bot.rules.steps import Ask
from bot.rules.texts import state_words
from handlers import action_ids
from handlers.views import checklists
from handlers.views.blocks import (
    Block,
    View,
    actions,
    button,
    context,
    divider,
    fields,
    modal,
    our_field,
    ours,
    said_field,
    section,
    told,
)
from handlers.views.cards import warnings
from handlers.views.details import SHORT, alerted, events_told, fitting
from handlers.views.disclosed import log
from handlers.views.filed_notice import linked
from handlers.views.words import NOTICE_DIRECTIONS, DeskWords, mention, owner
from storage.records.notices import Notice
from storage.records.reminders import RecordKind
from storage.records.requests import Direction

NAMES_TOO = ("parents", "aliases")
"""Answers that would name a protected subject as well."""


def view(details: NoticeDetails, desk: DeskWords) -> View:
    facts = details.notice
    row = COLOURS[facts.colour]
    return modal(
        facts.reference,
        fitting(
            [
                section(ours(f"{row.emoji} *{title(facts.colour, facts.means, facts.direction)}*")),
                *(context(each) for each in warnings(facts.colour, facts.direction)),
                *_heading(facts, desk),
                *linked(details.linked),
                *told("Agency", facts.agency_name),
                *told("Case number", facts.agency_case),
                *_answers(details, desk),
                *_buttons(details),
                divider(),
                *checklists.lines(details.items),
                *(context(f":warning: {each}") for each in details.warnings),
                *log(details.told, desk),
                *([context(f"About the same: {', '.join(details.alike)}")] if details.alike else []),
                *([context(alerted(details.alerts))] if details.alerts else []),
                *events_told(RecordKind.NOTICE, details.events, desk, _asks_of(facts)),
            ]
        ),
    )


def _heading(facts: Notice, desk: DeskWords) -> list[Block]:
    return fields(
        our_field("Direction", NOTICE_DIRECTIONS[facts.direction]),
        our_field("Country", desk.country(facts.country)),
        our_field("State", state_words(RecordKind.NOTICE, facts.state)),
        our_field("Owner", owner(facts.owner)),
        our_field("Filed by", mention(facts.filed_by)),
        our_field("Approved by", mention(facts.approved_by) if facts.approved_by else "nobody yet"),
        said_field("Control number", facts.control_number or "none yet"),
        *_entity(facts),
    )


def _entity(facts: Notice) -> list[Block]:
    """The General Secretariat gives it with the publication; of an incoming one its form asks."""
    entity = facts.answers.get(ENTITY_ID.name, "")
    return [said_field(ENTITY_ID.label, entity)] if entity and facts.direction is Direction.OUTGOING else []


def _asks(facts: Notice) -> list[Ask]:
    """What its form asks and was answered; the name of a protected subject is one of them."""
    form = whole_form(facts.colour, facts.direction, facts.means, for_others=True)
    return [ask for ask in (form.asks if form else ()) if facts.answers.get(ask.name)]


def _answers(details: NoticeDetails, desk: DeskWords) -> list[Block]:
    """Short answers in two columns; below them one line each, and long ones whole."""
    facts = details.notice
    shown = [
        (ask.label, _shown(ask, facts.answers[ask.name], desk, protected=details.protected))
        for ask in _asks(facts)
    ]
    short = [said_field(label, answer) for label, answer in shown if len(answer) <= SHORT]
    long = [part for label, answer in shown if len(answer) > SHORT for part in _long(label, answer)]
    return [*fields(*short), *long]


def _long(label: str, answer: str) -> list[Block]:
    """A form has many lines, and a view room for a hundred blocks."""
    return [section(said_field(label, answer))] if len(answer) <= LINE_LIMIT else told(label, answer)


def _shown(ask: Ask, answer: str, desk: DeskWords, *, protected: bool) -> str:
    """Victims and children by initials and the year of birth only."""
    if protected and ask.name in NAME:
        return f"{answer[:1]}. (initial only)"
    if protected and ask.name in NAMES_TOO:
        return "given: see the name"
    if protected and ask.name == "birth":
        return answer[:4]
    return desk.answer(ask, answer)


def _buttons(details: NoticeDetails) -> list[Block]:
    facts = details.notice
    hidden = details.protected and details.may_name and facts.answers.get("family_name")
    return actions(
        *([button("Show the name", action_ids.NOTICE_NAME, facts.id)] if hidden else []),
        button("Timeline", action_ids.NOTICE_TIMELINE, facts.id),
    )


def named(facts: Notice) -> View:
    """Whom a protected notice is about."""
    asks = [ask for ask in _asks(facts) if ask.name in WHO or ask.name in NAMES_TOO]
    return modal(facts.reference, fields(*(said_field(ask.label, facts.answers[ask.name]) for ask in asks)))


def _asks_of(facts: Notice) -> Callable[[str], Sequence[Ask]]:
    """What a step of this notice asks."""

    def asks(step_name: str) -> Sequence[Ask]:
        step = notice_steps.step_named(step_name)
        return notice_offers.asks_of(step, facts) if step else ()

    return asks
