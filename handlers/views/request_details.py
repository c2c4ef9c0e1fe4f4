"""Everything of a request in a modal, for somebody who may see it; the read has been audited before."""

from collections.abc import Callable, Iterator, Sequence

from bot.desk.request_facts import RequestDetails
from bot.rules import request_offers, request_steps
from bot.rules.kinds import KINDS, form_of
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
    said_field,
    told,
)
from handlers.views.details import SHORT, alerted, events_told, fitting
from handlers.views.disclosed import log
from handlers.views.filed import LATE
from handlers.views.words import (
    CHANNELS,
    DIRECTIONS,
    PRIORITIES,
    DeskWords,
    ending,
    mention,
    owner,
)
from storage.records.reminders import RecordKind
from storage.records.requests import Direction, LiaisonRequest

FILER = "Whoever filed it, in Slack"
SHOWN_LETTERS = 4
"""Of a masked answer, from its end."""


def view(details: RequestDetails, desk: DeskWords) -> View:
    facts = details.request
    blocks = [
        *_heading(facts, desk),
        *_limits(details, desk),
        *told("Agency", facts.agency_name),
        *told("Case number", facts.agency_case),
        *told("Contact", facts.contact or FILER),
        *_caller(facts),
        *(told("Facts", facts.facts) if facts.facts else []),
        *_answers(facts, desk),
        *_naming(details),
        divider(),
        *checklists.lines(details.items),
        *(_for_officers(details, desk) if details.works else []),
        *events_told(RecordKind.REQUEST, details.events, desk, _asks_of(facts)),
    ]
    return modal(facts.reference, fitting(blocks))


def _asks_of(facts: LiaisonRequest) -> Callable[[str], Sequence[Ask]]:
    """What a step of this request asks, with the endings and partners of its kind."""

    def asks(step_name: str) -> Sequence[Ask]:
        step = request_steps.step_named(step_name)
        return request_offers.asks_of(step, facts) if step else ()

    return asks


def _heading(facts: LiaisonRequest, desk: DeskWords) -> list[Block]:
    ended = ending(facts.kind, facts.outcome)
    return fields(
        our_field("Kind", KINDS[facts.kind].label),
        our_field("Direction", DIRECTIONS[facts.direction]),
        our_field("Country", desk.country(facts.country)),
        our_field("Offence", desk.offence(facts.offence)),
        our_field("Priority", PRIORITIES[facts.priority]),
        our_field("State", state_words(RecordKind.REQUEST, facts.state)),
        our_field("Owner", owner(facts.owner)),
        our_field("Filed by", mention(facts.filed_by)),
        *([our_field("Ended", ended)] if ended else []),
    )


def _limits(details: RequestDetails, desk: DeskWords) -> list[Block]:
    outgoing = details.request.direction is Direction.OUTGOING
    notes = [
        *([LATE] if details.late and outgoing else []),
        *([f"To be sent by {desk.moment(details.send_by)} (desk default)."] if details.send_by else []),
        *(
            [f"The provider keeps the evidence until {desk.moment(details.preserved_until)}."]
            if details.preserved_until
            else []
        ),
    ]
    return [context(note) for note in notes]


def _caller(facts: LiaisonRequest) -> list[Block]:
    if facts.on_behalf is None:
        return []
    way = CHANNELS[facts.on_behalf.channel]
    return told(f"Reached us by: {way}. Call back", facts.on_behalf.call_back)


def _asks(facts: LiaisonRequest) -> Iterator[Ask]:
    """What its form asks and was answered; the name of a protected subject is one of them."""
    form = form_of(facts.kind, facts.direction)
    return (ask for ask in (form.asks if form else ()) if facts.answers.get(ask.name))


def _answers(facts: LiaisonRequest, desk: DeskWords) -> list[Block]:
    """Short answers in two columns, long ones whole below."""
    shown = [(ask.label, _shown(ask, facts, desk)) for ask in _asks(facts)]
    short = [said_field(label, answer) for label, answer in shown if len(answer) <= SHORT]
    long = [part for label, answer in shown if len(answer) > SHORT for part in told(label, answer)]
    return [*fields(*short), *long]


def _naming(details: RequestDetails) -> list[Block]:
    protected = KINDS[details.request.kind].protects and details.request.answers.get("family_name")
    if not protected or not details.may_name:
        return []
    return actions(button("Show the name", action_ids.SHOW_NAME, details.request.id))


def named(facts: LiaisonRequest) -> View:
    """Whom a protected request is about."""
    asks = [ask for ask in _asks(facts) if ask.name in WHO]
    return modal(facts.reference, fields(*(said_field(ask.label, facts.answers[ask.name]) for ask in asks)))


def _shown(ask: Ask, facts: LiaisonRequest, desk: DeskWords) -> str:
    answer = facts.answers[ask.name]
    if ask.masked:
        return "\n".join(_masked(piece) for piece in answer.split("\n"))
    return desk.answer(ask, _protected(ask, facts, answer))


def _protected(ask: Ask, facts: LiaisonRequest, answer: str) -> str:
    """Victims and children by initials and the year of birth only."""
    if not KINDS[facts.kind].protects:
        return answer
    if ask.name in NAME:
        return f"{answer[:1]}. (initial only)"
    return answer[:4] if ask.name == "birth" else answer


def _masked(piece: str) -> str:
    return f"…{piece[-SHOWN_LETTERS:]}" if len(piece) > SHOWN_LETTERS else "…"


def _for_officers(details: RequestDetails, desk: DeskWords) -> list[Block]:
    facts = details.request
    watch = "off" if details.watched else "on"
    label = "Stop watching the subject" if details.watched else "Watch the subject"
    return [
        *log(details.told, desk),
        *([context(f"About the same: {', '.join(details.alike)}")] if details.alike else []),
        *([context(alerted(details.alerts))] if details.alerts else []),
        *actions(
            button("Text to copy", action_ids.COPY_TEXT, facts.id),
            button(label, action_ids.watch(watch), facts.id),
        ),
    ]
