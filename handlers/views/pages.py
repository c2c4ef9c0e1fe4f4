"""A page as it stands: open, with nobody on duty, at its end, acknowledged, resolved.

Its words and its outcome are a narrative, so no message shows them; the details do.
"""

from bot.desk.facts import PageDetails, PageFacts
from bot.rules.page_words import CAUSES
from bot.rules.permissions import trusted
from handlers import action_ids
from handlers.views.blocks import (
    Block,
    Message,
    View,
    actions,
    button,
    context,
    fields,
    modal,
    our_field,
    ours,
    section,
    told,
)
from handlers.views.refusal import command_center
from handlers.views.words import PAGES, PRIORITIES, DeskWords, mention
from storage.records.escalations import Cause, EscalationState, TroubleKind
from storage.records.notices import RecordEvent
from storage.records.people import SYSTEM

SHOWN = 20
"""People named on a page at most; a ladder tells fewer."""
ADDED = 10
"""Of those who paged again, the latest are shown."""


def page(facts: PageFacts, desk: DeskWords) -> Message:
    state = standing_words(facts)
    blocks = [
        section(ours(f"{sign(facts.state)} *{facts.reference}*  {state}")),
        *fields(*_facts(facts, desk)),
        *_notes(facts, desk),
        *_buttons(facts),
    ]
    return Message(text=f"Page {facts.reference}: {state}", blocks=blocks)


def standing_words(facts: PageFacts) -> str:
    """Who has it, in a few words: somebody did have it who did not say that they were still on it."""
    if facts.round and facts.state is EscalationState.EXHAUSTED:
        return "Came back, and nobody answered"
    return PAGES[facts.state]


def standing(facts: PageFacts, desk: DeskWords) -> Message:
    """To somebody who asks, as it is at this moment: the buttons are on the messages that stay up to date."""
    shown = page(facts, desk)
    call = [context(command_center(desk.telephone))] if facts.state is EscalationState.OPEN else []
    without_buttons = [block for block in shown.blocks if block["type"] != "actions"]
    return Message(text=shown.text, blocks=[*without_buttons, *call])


def details(found: PageDetails, desk: DeskWords) -> View:
    """With the words that came with it, for somebody who answers pages; the read has been audited."""
    return modal(
        found.page.reference,
        [
            *fields(*_facts(found.page, desk)),
            *told("What the officer must know", found.words),
            *(part for event in found.added[-ADDED:] for part in _added(event, desk)),
            *(told("Outcome", found.outcome) if found.outcome else []),
        ],
    )


def _added(event: RecordEvent, desk: DeskWords) -> list[Block]:
    """What somebody wrote who paged again, or added a note."""
    what = "Note" if event.step == "note" else "Paged again"
    return [
        context(f"{what} {desk.moment(event.at)} by {mention(event.actor)}:"),
        *told("Added", event.evidence.get("words", "")),
    ]


def _facts(facts: PageFacts, desk: DeskWords) -> list[Block]:
    shown = [
        our_field("Priority", PRIORITIES[facts.priority]),
        our_field("About", about(facts) or "no record yet"),
        our_field("Opened", f"{desk.moment(facts.opened_at)} by {mention(facts.opened_by)}"),
        our_field("Told", ", ".join(mention(each) for each in facts.told[:SHOWN]) or "nobody yet"),
    ]
    if facts.acknowledged_by and facts.acknowledged_at:
        taken = f"{mention(facts.acknowledged_by)}, {desk.moment(facts.acknowledged_at)}"
        shown.append(our_field("Acknowledged", taken))
    if facts.resolved_by and facts.resolved_at:
        ended = f"{mention(facts.resolved_by)}, {desk.moment(facts.resolved_at)}"
        shown.append(our_field("Resolved", ended))
    if facts.next_step_at and facts.state is EscalationState.OPEN:
        shown.append(our_field("Next step of the ladder", desk.moment(facts.next_step_at)))
    return shown


def about(facts: PageFacts) -> str:
    """What it is about; whoever paged may not see it, or it is not there. Empty: nothing was named."""
    named = facts.record_reference or ""
    return named if facts.linked or not named else f"{named} (as it was named; not linked)"


def _held(facts: PageFacts, desk: DeskWords) -> list[str]:
    """What is asked of whoever has it."""
    notes = []
    if facts.answer_by:
        notes.append(
            f"Asked whether they are still on it; without an answer it goes back to the ladder "
            f"{desk.moment(facts.answer_by)}."
        )
    if facts.offered_to:
        notes.append(f"Handed to {mention(facts.offered_to)}, who has not taken it over yet.")
    return notes


def _notes(facts: PageFacts, desk: DeskWords) -> list[Block]:
    notes = []
    if facts.cause is Cause.ASKED and facts.is_waiting:
        notes.append("What the officer must know is behind *Show details*: it may name somebody.")
    if facts.cause is not Cause.ASKED:
        notes.append(f"Opened by the desk itself: {CAUSES[facts.cause]}.")
    if facts.identity_unchecked:
        notes.append("Identity unchecked: Slack could not say who opened this. Call back before you act.")
    if facts.late:
        due, shown = facts.late
        notes.append(f"Late: it was to be shown {desk.moment(due)}, and Slack took it {desk.moment(shown)}.")
    if facts.round and facts.is_waiting:
        notes.append("It came back to the ladder: whoever had it did not say that they were still on it.")
    return [context(each) for each in (*notes, *_troubles(facts), *_held(facts, desk))]


def _troubles(facts: PageFacts) -> list[str]:
    """Why it went on without waiting, and whom to call: while nobody has it."""
    if not facts.is_waiting:
        return []
    words = [TROUBLES[each.kind].format(who=mention(each.person or SYSTEM)) for each in facts.troubles]
    if facts.state is EscalationState.EXHAUSTED:
        words.append("Everybody was told and nobody answered.")
    return [*words, f"Call the command center: {facts.telephone}."] if words else []


def _buttons(facts: PageFacts) -> list[Block]:
    take = button("Acknowledge", action_ids.ACKNOWLEDGE, facts.id, style="primary")
    look = (
        button("Show details", action_ids.PAGE_DETAILS, facts.id),
        button("Timeline", action_ids.TIMELINE, facts.id),
    )
    work = (
        button("Hand to…", action_ids.HAND, facts.id),
        button("Add note", action_ids.NOTE, facts.id),
    )
    match facts.state:
        case EscalationState.OPEN:
            hurry = button("Escalate now", action_ids.ESCALATE_NOW, facts.id, style="danger")
            return actions(take, hurry, *work, *look)
        case EscalationState.EXHAUSTED:
            return actions(take, *work, *look)
        case EscalationState.ACKNOWLEDGED:
            return actions(*_of_the_holder(facts), *work, *look)
        case EscalationState.RESOLVED:
            return actions(*look)


def _of_the_holder(facts: PageFacts) -> list[Block]:
    """An offer may be taken from any message of the page, and so may the question be answered.

    Whatever an operator took waits for an officer.
    """
    free = facts.offered_to or trusted(facts.acknowledged_by or SYSTEM)
    asked = [button("Still on it", action_ids.RENEW, facts.id, style="primary")] if facts.asked_at else []
    offered = [button("Acknowledge", action_ids.ACKNOWLEDGE, facts.id)] if free else []
    return [*asked, *offered, button("Resolve", action_ids.RESOLVE, facts.id)]


_WAITING = (EscalationState.OPEN, EscalationState.EXHAUSTED)
TROUBLES = {
    TroubleKind.NOBODY_ON_DUTY: "Nobody was on duty, so it went straight on to whoever could be told.",
    TroubleKind.GONE: (
        "The roster names {who}, who is deactivated or has no role any more, so it went straight on."
    ),
    TroubleKind.QUIET: "{who} is in do not disturb, so it went on without waiting for them.",
    TroubleKind.UNREACHABLE: "Slack refused the message to {who}, so it went on without waiting for them.",
}


def sign(state: EscalationState) -> str:
    """An alarm only while nobody has the page."""
    return ":rotating_light:" if state in _WAITING else ":white_check_mark:"
