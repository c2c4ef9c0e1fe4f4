"""A person types into a type-ahead select: block_suggestion."""

from bot.sandbox.acting.payloads import actor, interaction
from bot.sandbox.acting.screens import Screen, Target, look_at
from bot.sandbox.blocks import check_message
from bot.sandbox.elements import Placed, offered_options
from bot.sandbox.shapes import Json
from bot.sandbox.slack import Slack
from bot.sandbox.violations import Kind

MIN_QUERY_LENGTH = 3
"""Slack's own, where the element names none."""


def suggestions(slack: Slack, user: str, target: Target, action_id: str, query: str) -> Json:
    """The bot's answer: `options` or `option_groups`; no options when the query is too short or it failed."""
    screen = look_at(slack, user, target)
    place = screen.find(lambda each: each.action_id == action_id, f"element {action_id}")
    if len(query) < place.element.get("min_query_length", MIN_QUERY_LENGTH):
        return {"options": []}
    ack, _error = slack.courier.ask("interactive", _payload(slack, screen, place, query), wants_answer=True)
    if ack is None:
        return {"options": []}
    body = ack.body or {}
    if complaint := _complaint(body):
        slack.workspace.violate(Kind.WRONG_ACK_BODY, f"Options of {action_id}: {complaint}")
        return {"options": []}
    slack.workspace.offered[screen.id, action_id] = offered_options(body)
    return body


def _payload(slack: Slack, screen: Screen, place: Placed, query: str) -> Json:
    payload = interaction(slack, actor(slack, screen.user), "block_suggestion") | screen.around(slack)
    return payload | {"action_id": place.action_id, "block_id": place.block_id, "value": query}


def _complaint(body: Json) -> str | None:
    """What Slack would not show. Finding nothing is an answer; more than a hundred options is none."""
    key = "option_groups" if "option_groups" in body else "options"
    if key not in body:
        return "neither options nor option_groups in the ack"
    if not body[key]:
        return None
    select = {
        "type": "static_select",
        "action_id": "a",
        "placeholder": {"type": "plain_text", "text": "p"},
        key: body[key],
    }
    problems = check_message([{"type": "actions", "elements": [select]}])
    return "; ".join(f"{each.message} {each.pointer}" for each in problems) or None
