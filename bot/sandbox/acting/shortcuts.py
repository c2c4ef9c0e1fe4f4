"""A person starts a global shortcut, or one from a message's menu."""

from bot.sandbox.acting.outcome import Outcome, outcome_of
from bot.sandbox.acting.payloads import actor, around_message, interaction
from bot.sandbox.acting.screens import look_at
from bot.sandbox.messages import Message
from bot.sandbox.refusals import NotOnScreen
from bot.sandbox.shapes import Json
from bot.sandbox.slack import Slack
from bot.sandbox.violations import Kind


def shortcut(slack: Slack, user: str, callback_id: str) -> Outcome:
    payload = _started(slack, user, callback_id, "shortcut", of_type="global")
    return _send(slack, user, payload)


def message_shortcut(slack: Slack, user: str, callback_id: str, message: Message) -> Outcome:
    current = look_at(slack, user, message).shown_message
    payload = _started(slack, user, callback_id, "message_action", of_type="message")
    around = around_message(slack, current)
    payload |= {"channel": around["channel"], "message": around["message"], "message_ts": current.ts}
    payload["response_url"] = slack.response_urls.issue(channel=current.channel, user=user, source=current)
    return _send(slack, user, payload)


def _started(slack: Slack, user: str, callback_id: str, kind: str, *, of_type: str) -> Json:
    if slack.workspace.manifest.shortcut(callback_id, of_type=of_type) is None:
        raise NotOnScreen(f"The manifest has no {of_type} shortcut {callback_id}.")
    return interaction(slack, actor(slack, user), kind) | {
        "callback_id": callback_id,
        "trigger_id": slack.triggers.issue(user),
        "action_ts": slack.workspace.stamp(),
    }


def _send(slack: Slack, user: str, payload: Json) -> Outcome:
    ack, error = slack.courier.ask("interactive", payload, wants_answer=False)
    if ack and ack.body:
        slack.workspace.violate(Kind.WRONG_ACK_BODY, f"A shortcut's ack carried {', '.join(ack.body)}.")
    return outcome_of(ack, error, views=slack.modals.stack(user))
