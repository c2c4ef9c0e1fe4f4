"""A request in the messages of whoever filed it: where it stands in plain words, and what they can do."""

from collections.abc import Mapping

from bot.desk.request_facts import OwnRequest
from bot.rules.kinds import KINDS
from bot.rules.requests import OVER
from bot.rules.steps import Offered
from bot.rules.texts import state_words
from handlers import action_ids
from handlers.views.blocks import Block, Message, actions, button, confirmed, context, ours, section
from handlers.views.filed import LATE
from handlers.views.words import OWN_AIM, DeskWords, ending, mention, promise, wanted, where_it_stands
from storage.records.reminders import RecordKind
from storage.records.requests import Direction, RequestState

WITHDRAWING = "Nobody works on it any more after that. To ask again, file a new request."
PLAIN: Mapping[RequestState, str] = {
    RequestState.SUBMITTED: "It has arrived.",
    RequestState.INTAKE_REVIEW: "An officer is looking at it.",
    RequestState.NEEDS_INFO: "*The desk needs something from you.* Press the button below.",
    RequestState.ACCEPTED: "The desk has accepted it and passes it on.",
    RequestState.TRANSMITTED: "It was passed on.",
    RequestState.CORRECTING: "Something in it was wrong, and the desk corrects it now.",
    RequestState.AWAITING_REPLY: "The other side has it, and the desk waits for the answer.",
    RequestState.FOLLOW_UP: "The answer is late, and the desk asks again.",
    RequestState.ANSWERED: "There is an answer. *Show details* has it.",
    RequestState.CLOSED: "It is over.",
    RequestState.REJECTED: "The desk cannot act on it. *Show details* says why.",
    RequestState.WITHDRAWN: "You have withdrawn it.",
}


def message(facts: OwnRequest, desk: DeskWords) -> Message:
    state = RequestState(facts.state)
    country = desk.country(facts.country)
    title = f"*{facts.reference}*  {KINDS[facts.kind].label}, {country}\n{PLAIN[state]}{_ended(facts)}"
    return Message(
        text=f"{facts.reference}: {state_words(RecordKind.REQUEST, facts.state)}",
        blocks=[section(ours(title)), *_notes(facts, desk, state), *_buttons(facts)],
    )


def _ended(facts: OwnRequest) -> str:
    words = ending(facts.kind, facts.outcome)
    return f" {words}." if words else ""


def _notes(facts: OwnRequest, desk: DeskWords, state: RequestState) -> list[Block]:
    if state in OVER:
        return []
    who = [context(f"With {mention(facts.owner)}.")] if facts.owner else []
    late = [context(LATE)] if facts.late and facts.direction is Direction.OUTGOING else []
    if state is RequestState.SUBMITTED:
        due = promise(desk, facts.due_at, facts.answer_by)
    else:
        due = f"An answer is due by {desk.moment(facts.answer_by)}{OWN_AIM}." if facts.answer_by else ""
    return [
        *who,
        *late,
        *([context(due)] if due else []),
        context(wanted(facts.missing)),
        context(where_it_stands(RecordKind.REQUEST, facts.reference)),
    ]


def _buttons(facts: OwnRequest) -> list[Block]:
    details = button("Show details", action_ids.details(RecordKind.REQUEST), facts.id)
    return actions(*(_step(each, facts.id) for each in facts.offered if not each.danger), details,
                   *(_step(each, facts.id) for each in facts.offered if each.danger))  # fmt: skip


def _step(offered: Offered, request_id: str) -> Block:
    style = "primary" if offered.primary else ""
    made = button(offered.label, action_ids.step(RecordKind.REQUEST, offered.name), request_id, style=style)
    return confirmed(made, WITHDRAWING, yes="Withdraw", no="Keep it") if offered.danger else made
