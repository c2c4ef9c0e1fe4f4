"""A person writes, shares a file, or opens the app's home; the bot hears of it as an event, if at all."""

from bot.sandbox.acting.choosing import rich_text
from bot.sandbox.acting.payloads import actor, place
from bot.sandbox.channels import Channel
from bot.sandbox.messages import Message
from bot.sandbox.refusals import NotOnScreen
from bot.sandbox.shapes import Json
from bot.sandbox.slack import Slack


def write(
    slack: Slack,
    user: str,
    channel: str | None,
    text: str,
    *,
    thread_ts: str | None,
    file: Json | None = None,
) -> Message:
    person, where = actor(slack, user), _writable(slack, user, channel)
    workspace = slack.workspace
    with workspace.lock:
        return workspace.post(
            Message(
                ts=workspace.stamp(),
                channel=where.id,
                user=user,
                text=text,
                team_id=person.team_id,
                blocks=({**rich_text(text), "block_id": workspace.ids.short()},) if text else (),
                files=(file,) if file else (),
                subtype="file_share" if file else None,
                thread_ts=thread_ts,
            )
        )


def file_object(slack: Slack, user: str, name: str) -> Json:
    """A shared file as events name it. Nothing here reads what people attach, so it has no bytes."""
    return {"id": slack.workspace.ids.new("F"), "name": name, "title": name, "user": user, "mode": "hosted"}


def _writable(slack: Slack, user: str, channel: str | None) -> Channel:
    where, manifest = place(slack, user, channel), slack.workspace.manifest
    if where.direct_with and (not manifest.messages_tab or manifest.messages_read_only):
        raise NotOnScreen("Sending messages to this app has been turned off.")
    if user not in where.members or where.archived:
        raise NotOnScreen(f"{user} cannot write in {where.id}.")
    return where
