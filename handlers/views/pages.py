"""A page as it stands: open, with nobody on duty, at its end, acknowledged, resolved.

Its words and its outcome are a narrative, so no message shows them; the details do.
"""

from bot.desk.facts import PageDetails, PageFacts
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
from storage.records.escalations import EscalationState
from storage.records.notices import RecordEvent

SHOWN = 20
"""People named on a page at most; a ladder tells fewer."""
ADDED = 10
"""Of those who paged again, the latest are shown."""


def page(facts: PageFacts, desk: DeskWords) -> Message:
    state = PAGES[facts.state]
    blocks = [
        section(ours(f"{sign(facts.state)} *{facts.reference}*  {state}")),
        *fields(*_facts(facts, desk)),
        *_notes(facts),
        *_buttons(facts),
    ]
    return Message(text=f"Page {facts.reference}: {state}", blocks=blocks)


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
    """What somebody wrote who paged again."""
    return [
        context(f"Paged again {desk.moment(event.at)} by {mention(event.actor)}:"),
        *told("Added", event.evidence.get("words", "")),
    ]


def _facts(facts: PageFacts, desk: DeskWords) -> list[Block]:
    shown = [
        our_field("Priority", PRIORITIES[facts.priority]),
        our_field("About", facts.record_reference or "no record yet"),
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


def _notes(facts: PageFacts) -> list[Block]:
    notes = []
    if facts.identity_unchecked:
        notes.append("Identity unchecked: Slack could not say who opened this. Call back before you act.")
    if facts.nobody_on_duty and facts.state in _WAITING:
        notes.append("Nobody was on duty, so it went straight on to whoever could be told.")
    if facts.state is EscalationState.EXHAUSTED:
        notes.append(f"Everybody was told and nobody answered. Call the command center: {facts.telephone}.")
    return [context(each) for each in notes]


def _buttons(facts: PageFacts) -> list[Block]:
    details = button("Show details", action_ids.PAGE_DETAILS, facts.id)
    resolve = button("Resolve", action_ids.RESOLVE, facts.id)
    match facts.state:
        case EscalationState.OPEN:
            take = button("Acknowledge", action_ids.ACKNOWLEDGE, facts.id, style="primary")
            hurry = button("Escalate now", action_ids.ESCALATE_NOW, facts.id, style="danger")
            return actions(take, hurry, details)
        case EscalationState.EXHAUSTED:
            return actions(button("Acknowledge", action_ids.ACKNOWLEDGE, facts.id, style="primary"), details)
        case EscalationState.ACKNOWLEDGED:
            return actions(resolve, details)
        case EscalationState.RESOLVED:
            return actions(details)


_WAITING = (EscalationState.OPEN, EscalationState.EXHAUSTED)


def sign(state: EscalationState) -> str:
    """An alarm only while nobody has the page."""
    return ":rotating_light:" if state in _WAITING else ":white_check_mark:"
