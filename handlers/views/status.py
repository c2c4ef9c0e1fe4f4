"""Where a record stands: state, owner, due moment and the last steps, without personal data."""

from bot.desk.facts import Status
from bot.rules.colours import COLOURS, title
from bot.rules.kinds import KINDS
from handlers import action_ids
from handlers.views.blocks import (
    Block,
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
from handlers.views.cards import warnings
from handlers.views.words import DeskWords, country_words, due, history, owed, owner
from storage.records.reminders import RecordKind


def message(status: Status, desk: DeskWords) -> Message:
    promised = due(desk, status.answer_by, desk_default=True, now=status.as_of)
    step_due = due(desk, status.due_at, desk_default=status.due_is_desk_default, now=status.as_of)
    answer = [our_field("Answer due", promised)] if status.answer_by else []
    turn = f" Whose turn it is: {status.next_by}." if status.next_by else ""
    facts = fields(
        our_field("State", f"{status.state_words}, since {desk.moment(status.state_since)}"),
        our_field("Next step", f"{status.next_step}{turn}"),
        our_field("Owner", owner(status.owner)),
        our_field("Due", step_due),
        *answer,
        our_field("Country", country_words(status.country_name)),
        *([said_field("Control number", status.control_number)] if status.control_number else []),
    )
    warning = [context(each) for each in warnings(status.colour, status.direction)]
    missing = [context(owed(status.missing))] if status.missing else []
    steps = [context(history(status.record_kind, each, desk)) for each in status.events]
    details = [button("Show details", action_ids.details(status.record_kind), status.id)]
    card = [button("Post its card", action_ids.NOTICE_CARD, status.id)] if status.card_wanted else []
    return Message(
        text=f"{status.reference}: {status.state_words}",
        blocks=[
            section(ours(f"{_sign(status)} *{status.reference}*  {_what(status)}")),
            *facts,
            *warning,
            *missing,
            *steps,
            *actions(
                *(details if status.may_see_details else []), *_timeline(status), *_adding(status), *card
            ),
        ],
    )


def _sign(status: Status) -> str:
    return COLOURS[status.colour].emoji if status.colour else ":page_facing_up:"


def _what(status: Status) -> str:
    if status.colour:
        return title(status.colour, status.means, status.direction)
    return KINDS[status.kind].label if status.kind else "Request"


def _adding(status: Status) -> list[Block]:
    add = button("Add details", action_ids.step(status.record_kind, "supplement"), status.id)
    return [add] if status.may_add else []


def _timeline(status: Status) -> list[Block]:
    notice = status.record_kind is RecordKind.NOTICE
    return [button("Timeline", action_ids.NOTICE_TIMELINE, status.id)] if notice else []
