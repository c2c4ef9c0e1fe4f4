"""The cards in the desk channel: a request and a notice, without a word about the people in them."""

from collections.abc import Sequence

from bot.desk.notice_facts import NoticeCard
from bot.desk.request_facts import RequestCard
from bot.rules.colours import COLOURS, title
from bot.rules.kinds import KINDS
from bot.rules.notice_states import OVER as NOTICES_OVER
from bot.rules.notice_states import UNSENT
from bot.rules.requests import OVER
from bot.rules.steps import Offered
from bot.rules.texts import notice_standing, state_words
from handlers import action_ids
from handlers.views.blocks import (
    Block,
    Message,
    actions,
    button,
    context,
    divider,
    fields,
    our_field,
    ours,
    said_field,
    section,
)
from handlers.views.filed import LATE
from handlers.views.filed_notice import linked
from handlers.views.words import DIRECTIONS, PRIORITIES, DeskWords, due, ending, mention, owed, owner
from storage.records.notices import Colour, NoticeState
from storage.records.reminders import RecordKind
from storage.records.requests import Direction, RequestState

NO_ARREST_ALONE = (
    ":warning: By itself it is no basis for an arrest in the United States: that needs a treaty, a request "
    "for provisional arrest, and a warrant of a court here."
)
"""Justice Department, Organization and Functions Manual 3."""


def request(card: RequestCard, desk: DeskWords) -> Message:
    state = state_words(RecordKind.REQUEST, card.state)
    facts = fields(
        our_field("State", f"{state}, since {desk.moment(card.state_since)}"),
        our_field("Owner", owner(card.owner)),
        our_field("Due", due(desk, card.due_at, desk_default=card.due_is_desk_default)),
        our_field("Priority", PRIORITIES[card.priority]),
        our_field("Country", desk.country(card.country)),
        our_field("Direction", DIRECTIONS[card.direction]),
        our_field("Offence", desk.offence(card.offence)),
        said_field("Agency", card.agency_name),
        *([our_field("Departure", card.departs_on)] if card.departs_on else []),
        *([our_field("Arrival", card.arrives_on)] if card.arrives_on else []),
    )
    heading = section(ours(f"*{card.reference}*  {KINDS[card.kind].label}"))
    notes = [context(note) for note in _notes(card)]
    buttons = _buttons(RecordKind.REQUEST, card.id, card.offered)
    return Message(
        text=f"Request {card.reference}: {state}", blocks=[divider(), heading, *facts, *notes, *buttons]
    )


def _notes(card: RequestCard) -> list[str]:
    """What an officer should know before they open it."""
    over = RequestState(card.state) in OVER
    ended = ending(card.kind, card.outcome)
    return [
        *(["Filed by an officer for somebody outside Slack."] if card.on_behalf else []),
        *([LATE] if card.late and not over and card.direction is Direction.OUTGOING else []),
        *(["tag: Operation Predator"] if card.predator else []),
        *([f"Notices from it: {', '.join(card.notices)}"] if card.notices else []),
        *([_alerts(card)] if card.alerted else []),
        *([] if over else [owed(card.missing)]),
        *([f"Ended: {ended}{f': {card.merged_into}' if card.merged_into else ''}."] if ended else []),
    ]


def _alerts(card: RequestCard | NoticeCard) -> str:
    return f"US agencies alerted: {card.alerted}; acknowledged: {card.acknowledged}"


def notice(card: NoticeCard, desk: DeskWords) -> Message:
    row = COLOURS[card.colour]
    state = state_words(RecordKind.NOTICE, card.state)
    facts = fields(
        our_field("State", f"{state}, since {desk.moment(card.state_since)}"),
        our_field("Owner", owner(card.owner)),
        our_field("Due", due(desk, card.due_at, desk_default=card.due_is_desk_default)),
        our_field("Priority", PRIORITIES[card.priority]),
        our_field("Country", desk.country(card.country)),
        *([our_field("About", card.about)] if card.about else []),
        our_field("Request", card.request_reference or "none"),
        said_field("Control number", card.control_number or "none yet"),
        said_field("Agency", card.agency_name),
        *([our_field("Approved by", mention(card.approved_by))] if card.approved_by else []),
    )
    name = title(card.colour, card.means, card.direction)
    heading = section(ours(f"{row.emoji} *{card.reference}*  {name}"))
    notes = [context(note) for note in _notice_notes(card)]
    return Message(
        text=f"Notice {card.reference}: {state}",
        blocks=[divider(), heading, *facts, *notes, *linked(card.linked), *_notice_buttons(card)],
    )


def _notice_notes(card: NoticeCard) -> list[str]:
    """What an officer should know before they open it."""
    unsent = NoticeState(card.state) in UNSENT
    return [
        *warnings(card.colour, card.direction),
        *([] if NoticeState(card.state) in NOTICES_OVER else [_next(card)]),
        *([owed(card.missing)] if unsent else []),
        *([f":x: It does not hold: {'; '.join(card.failed)}."] if card.failed else []),
        *(f":warning: {each}" for each in card.warnings),
        *([_alerts(card)] if card.alerted else []),
    ]


def _next(card: NoticeCard) -> str:
    standing = notice_standing(NoticeState(card.state))
    return f"Next: {standing.next_step} Whose turn it is: {standing.next_by}."


def warnings(colour: Colour | None, direction: Direction) -> list[str]:
    """What must be known wherever a notice of this colour is shown; nothing for a request."""
    if colour is None or not COLOURS[colour].warning:
        return []
    alone = direction is Direction.INCOMING and colour is Colour.RED
    return [COLOURS[colour].warning, *([NO_ARREST_ALONE] if alone else [])]


def _notice_buttons(card: NoticeCard) -> list[Block]:
    timeline = button("Timeline", action_ids.NOTICE_TIMELINE, card.id)
    return _buttons(RecordKind.NOTICE, card.id, card.offered, timeline)


def _buttons(kind: RecordKind, record_id: str, offered: Sequence[Offered], *more: Block) -> list[Block]:
    """What can be done now, the first step first; what moves nothing on stands in a second row."""
    details = button("Show details", action_ids.details(kind), record_id)
    return [
        *actions(*(_step(kind, record_id, each) for each in offered if not each.aside), details, *more),
        *actions(*(_step(kind, record_id, each) for each in offered if each.aside)),
    ]


def _step(kind: RecordKind, record_id: str, offered: Offered) -> Block:
    return button(offered.label, action_ids.step(kind, offered.name), record_id, style=_style(offered))


def _style(offered: Offered) -> str:
    if offered.danger:
        return "danger"
    return "primary" if offered.primary else ""
