"""The fields that Slack sends with everything a person does."""

from bot.sandbox.channels import Channel
from bot.sandbox.messages import Message
from bot.sandbox.people import Person
from bot.sandbox.refusals import NotOnScreen
from bot.sandbox.shapes import Json
from bot.sandbox.slack import Slack
from bot.sandbox.views import View


def actor(slack: Slack, user: str) -> Person:
    """The person who acts. Raises NotOnScreen for one who is not here or was deactivated."""
    person = slack.workspace.people.get(user)
    if person is None or person.deleted:
        raise NotOnScreen(f"{user} is nobody who can use this workspace.")
    return person


def place(slack: Slack, user: str, channel: str | None) -> Channel:
    """The channel a person is looking at; without one, their DM with the bot."""
    actor(slack, user)
    if channel is None or channel == "dm":
        return slack.workspace.direct(user)
    seen = {each.id: each for each in slack.workspace.visible_to(user)}
    if channel not in seen:
        raise NotOnScreen(f"{user} does not see {channel}, only {', '.join(sorted(seen))}.")
    return seen[channel]


def interaction(slack: Slack, person: Person, kind: str) -> Json:
    """What every interactive payload begins with."""
    who = slack.workspace.identity
    return {
        "type": kind,
        "token": who.verification_token,
        "team": {"id": who.team_id, "domain": who.team_domain},
        "user": person.shown(),
        "api_app_id": who.app_id,
        "enterprise": None,
        "is_enterprise_install": False,
    }


def around_message(slack: Slack, message: Message) -> Json:
    channel = slack.workspace.channels[message.channel]
    return {
        "container": {
            "type": "message",
            "message_ts": message.ts,
            "channel_id": message.channel,
            "is_ephemeral": message.ephemeral_to is not None,
            **({"thread_ts": message.thread_ts} if message.thread_ts else {}),
        },
        "channel": {"id": channel.id, "name": channel.spoken_name},
        "message": message.as_json(),
    }


def around_view(slack: Slack, view: View) -> Json:
    shown = view.as_json(slack.workspace.identity)
    return {"container": {"type": "view", "view_id": view.id}, "view": shown}
