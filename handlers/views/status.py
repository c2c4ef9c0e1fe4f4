"""Where a record stands: state, owner, due moment and the last steps, without personal data."""

from bot.desk.facts import Status
from bot.rules.colours import COLOURS
from bot.rules.kinds import KINDS
from handlers import action_ids
from handlers.views.blocks import (
    Message,
    actions,
    button,
    context,
    fields,
    our_field,
    ours,
    said_field,
    section,
)
from handlers.views.cards import NOT_A_WARRANT
from handlers.views.words import DeskWords, country_words, due, history, owner
from storage.records.notices import Colour


def message(status: Status, desk: DeskWords) -> Message:
    promised = due(desk, status.answer_by, desk_default=True)
    answer = [our_field("Answer due", promised)] if status.answer_by else []
    turn = f" Whose turn it is: {status.next_by}." if status.next_by else ""
    facts = fields(
        our_field("State", f"{status.state_words}, since {desk.moment(status.state_since)}"),
        our_field("Next step", f"{status.next_step}{turn}"),
        our_field("Owner", owner(status.owner)),
        our_field("Due", due(desk, status.due_at, desk_default=status.due_is_desk_default)),
        *answer,
        our_field("Country", country_words(status.country_name)),
        *([said_field("Control number", status.control_number)] if status.control_number else []),
    )
    warning = [context(NOT_A_WARRANT)] if status.colour is Colour.RED else []
    steps = [context(history(status.record_kind, each, desk)) for each in status.events]
    details = [button("Show details", action_ids.details(status.record_kind), status.id)]
    return Message(
        text=f"{status.reference}: {status.state_words}",
        blocks=[
            section(ours(f"{_sign(status)} *{status.reference}*  {_what(status)}")),
            *facts,
            *warning,
            *steps,
            *actions(*(details if status.may_see_details else [])),
        ],
    )


def _sign(status: Status) -> str:
    return COLOURS[status.colour].emoji if status.colour else ":page_facing_up:"


def _what(status: Status) -> str:
    if status.colour:
        return COLOURS[status.colour].label
    return KINDS[status.kind].label if status.kind else "Request"
