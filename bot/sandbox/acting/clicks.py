"""A person clicks a button or chooses in a select that acts at once: block_actions."""

from collections.abc import Mapping

from bot.sandbox.acting.choosing import entry_for, option_for
from bot.sandbox.acting.filling import fill
from bot.sandbox.acting.outcome import Outcome, outcome_of
from bot.sandbox.acting.payloads import actor, interaction
from bot.sandbox.acting.screens import Screen, Target, look_at, with_entry
from bot.sandbox.elements import OVERFLOW, STATEFUL, Placed
from bot.sandbox.refusals import NotOnScreen
from bot.sandbox.shapes import Json
from bot.sandbox.slack import Slack
from bot.sandbox.violations import Kind

_CLICKABLE = frozenset({"button", "icon_button", "workflow_button"})
_CARRIED = ("text", "value", "url", "style", "placeholder", "confirm")


def click(
    slack: Slack,
    user: str,
    target: Target,
    *,
    action_id: str | None,
    text: str | None,
    block_id: str | None,
    value: str | None,
) -> Outcome:
    """Press the one button that fits everything that is given."""
    screen = look_at(slack, user, target)

    def wanted(each: Placed) -> bool:
        return (
            each.type in _CLICKABLE
            and action_id in (None, each.action_id)
            and text in (None, each.label)
            and block_id in (None, each.block_id)
            and value in (None, each.element.get("value"))
        )

    given = [each for each in (text, action_id, block_id, value) if each is not None]
    place = screen.find(wanted, f"button {' '.join(given)}")
    return _act(slack, screen, place, {})


def choose(
    slack: Slack, user: str, target: Target, action_id: str, value: object, *, block_id: str | None = None
) -> Outcome:
    """Choose in a select, a picker, radio buttons, checkboxes or an overflow menu.

    In an input block without `dispatch_action` the choice waits for the form's submit: the bot hears nothing.
    """
    screen = look_at(slack, user, target)
    place = screen.find(
        lambda each: each.action_id == action_id and block_id in (None, each.block_id), f"element {action_id}"
    )
    if place.type == "overflow":
        return _act(slack, screen, place, {OVERFLOW.field: option_for(place.element, value)})
    if place.type not in STATEFUL:
        raise NotOnScreen(f"{action_id} is a {place.type}: click it.")
    offered = [*slack.workspace.offered.get((screen.id, action_id), []), *screen.chosen(place)]
    entry = entry_for(place.element, value, offered=offered)
    screen = with_entry(slack, screen, place, entry)
    if place.is_input and not place.block.get("dispatch_action"):
        return Outcome(acked=False, views=tuple(slack.modals.stack(user)))
    return _act(slack, screen, place, entry)


def press(
    slack: Slack,
    user: str,
    target: Target,
    *,
    block_id: str,
    action_id: str,
    value: object,
    chosen: bool,
    typed: Mapping[str, object],
) -> Outcome:
    """As the page does: first what was `typed` in the view so far, then one element by its ids."""
    if typed:
        fill(slack, look_at(slack, user, target), typed)
    if chosen:
        return choose(slack, user, target, action_id, value, block_id=block_id)
    return click(slack, user, target, action_id=action_id, text=None, block_id=block_id, value=None)


def _act(slack: Slack, screen: Screen, place: Placed, choice: Json) -> Outcome:
    ack, error = slack.courier.ask("interactive", _payload(slack, screen, place, choice), wants_answer=False)
    if ack and ack.body:
        text = f"The ack of {place.action_id} carried {', '.join(ack.body)}, which Slack drops."
        slack.workspace.violate(Kind.ACK_WITH_BODY, text)
    return outcome_of(ack, error, views=slack.modals.stack(screen.user))


def _payload(slack: Slack, screen: Screen, place: Placed, choice: Json) -> Json:
    action: Json = {
        "type": place.type,
        "action_id": place.action_id,
        "block_id": place.block_id,
        "action_ts": slack.workspace.stamp(),
        **{key: place.element[key] for key in _CARRIED if key in place.element},
        **choice,
    }
    payload = interaction(slack, actor(slack, screen.user), "block_actions")
    payload |= screen.around(slack) | {"actions": [action]}
    payload["trigger_id"] = slack.triggers.issue(screen.user, view_id=screen.view.id if screen.view else None)
    if screen.message:
        payload["response_url"] = slack.response_urls.issue(
            channel=screen.message.channel, user=screen.user, source=screen.message
        )
    return payload
