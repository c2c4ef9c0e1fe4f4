"""An alert to a US agency: what came in, from where, for when. Who it is about stands in the details."""

from bot.desk.request_facts import AlertFacts
from bot.rules.colours import COLOURS, title
from bot.rules.kinds import KINDS
from handlers import action_ids
from handlers.views.blocks import Message, actions, button, context, ours, said, section
from handlers.views.cards import warnings
from handlers.views.words import DeskWords, mention
from storage.records.requests import Direction


def message(facts: AlertFacts, desk: DeskWords) -> Message:
    arrives = f" Arrival: {facts.arrives_on}." if facts.arrives_on else ""
    what = f"{_what(facts)}, from {desk.country(facts.country)}"
    words = f":rotating_light: *{facts.reference}*: {what}.{arrives} It concerns your office."
    details = button("Show details", action_ids.details(facts.record_kind), facts.record_id)
    acknowledge = button("Acknowledge", action_ids.ALERT_ACKNOWLEDGE, facts.id, style="primary")
    if facts.acknowledged_at and facts.acknowledged_by:
        status = f"Acknowledged by {mention(facts.acknowledged_by)}, {desk.moment(facts.acknowledged_at)}."
        buttons = actions(details)
    else:
        status = f"Told {desk.moment(facts.told_at)}. Please acknowledge it, so that the desk need not call."
        buttons = actions(acknowledge, details)
    return Message(
        text=f"{facts.reference}: an alert for your office",
        blocks=[
            section(ours(words)),
            section(said(facts.agency)),
            *(context(each) for each in warnings(facts.colour, Direction.INCOMING)),
            context(status),
            *buttons,
        ],
    )


def _what(facts: AlertFacts) -> str:
    if facts.colour is not None:
        name = title(facts.colour, facts.means, Direction.INCOMING)
        return f"{COLOURS[facts.colour].emoji} {name}"
    return KINDS[facts.kind].label if facts.kind else "Something"


def call(facts: AlertFacts) -> Message:
    """To the desk: this agency has not acknowledged, or nobody of it is in Slack."""
    details = button("Show details", action_ids.details(facts.record_kind), facts.record_id)
    if facts.acknowledged_at and facts.acknowledged_by:
        words = f"*{facts.reference}*: acknowledged by {mention(facts.acknowledged_by)}. Nobody need call."
        told, buttons = f"{facts.reference}: acknowledged", actions(details)
    else:
        words = f":telephone_receiver: *{facts.reference}*: call this agency, and say here when it knows."
        heard = button("Acknowledged by telephone", action_ids.ALERT_ACKNOWLEDGE, facts.id)
        told, buttons = f"{facts.reference}: an agency has to be called", actions(heard, details)
    agency = f"{facts.agency}, {facts.telephone}" if facts.telephone else facts.agency
    return Message(text=told, blocks=[section(ours(words)), section(said(agency)), *buttons])
