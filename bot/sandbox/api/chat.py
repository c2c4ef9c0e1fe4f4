"""chat.*: post, update, delete, whisper, link."""

from bot.sandbox.api.call import Call
from bot.sandbox.api.conversing import addressed, channel_for, open_to_bot
from bot.sandbox.messages import Message
from bot.sandbox.posting import Content, block_list, by_bot, checked, rewritten
from bot.sandbox.refusals import Refused
from bot.sandbox.shapes import Json
from bot.sandbox.slack import Slack
from bot.sandbox.violations import Kind

UPDATE_TEXT_LIMIT = 4_000
METADATA_KEYS = {"event_type", "event_payload"}


def post_message(slack: Slack, call: Call) -> Json:
    channel = open_to_bot(slack, addressed(slack, call))
    thread_ts = call.text("thread_ts") or None
    if thread_ts and slack.workspace.find(channel.id, thread_ts) is None:
        raise Refused("cannot_reply_to_message")
    content = _content(slack, call)
    if call.flag("unfurl_links", default=True) or call.flag("unfurl_media", default=True):
        slack.workspace.violate(Kind.UNFURL, "chat.postMessage without unfurl_links and unfurl_media off.")
    message = by_bot(slack.workspace, content, channel=channel.id, thread_ts=thread_ts)
    return {"channel": channel.id, "ts": message.ts, "message": message.as_json()}


def update(slack: Slack, call: Call) -> Json:
    message = _own(slack, call, refusal="cant_update_message")
    if len(call.text("text")) > UPDATE_TEXT_LIMIT:
        raise Refused("msg_too_long")
    changed = slack.workspace.change(rewritten(message, _content(slack, call)))
    shown = changed.as_json()
    return {"channel": changed.channel, "ts": changed.ts, "text": changed.text, "message": shown}


def delete(slack: Slack, call: Call) -> Json:
    message = _own(slack, call, refusal="cant_delete_message")
    slack.workspace.delete(message)
    return {"channel": message.channel, "ts": message.ts}


def post_ephemeral(slack: Slack, call: Call) -> Json:
    channel = open_to_bot(slack, channel_for(slack, call))
    user = call.text("user")
    if user not in channel.members:
        raise Refused("user_not_in_channel")
    message = by_bot(
        slack.workspace,
        _content(slack, call),
        channel=channel.id,
        ephemeral_to=user,
        thread_ts=call.text("thread_ts") or None,
    )
    return {"message_ts": message.ts}


def get_permalink(slack: Slack, call: Call) -> Json:
    channel = channel_for(slack, call)
    ts = call.text("message_ts")
    if slack.workspace.find(channel.id, ts) is None:
        raise Refused("message_not_found")
    domain = slack.workspace.identity.team_domain
    link = f"https://{domain}.slack.com/archives/{channel.id}/p{ts.replace('.', '')}"
    return {"channel": channel.id, "permalink": link}


def _own(slack: Slack, call: Call, *, refusal: str) -> Message:
    channel = channel_for(slack, call)
    message = slack.workspace.find(channel.id, call.text("ts"))
    if message is None or message.ephemeral_to:
        raise Refused("message_not_found")
    if message.bot_id != slack.workspace.identity.bot_id:
        raise Refused(refusal)
    return message


def _content(slack: Slack, call: Call) -> Content:
    attachments, markdown = call.json("attachments"), call.text("markdown_text")
    text, blocks = call.text("text"), block_list(call.json("blocks"))
    if markdown:
        if text or blocks:
            raise Refused("markdown_text_conflict")
        text, blocks = markdown, ({"type": "markdown", "text": markdown},)
    content = Content(
        text=text,
        blocks=blocks,
        attachments=tuple(attachments) if isinstance(attachments, list) else (),
        metadata=_metadata(call),
    )
    return checked(slack.workspace, content)


def _metadata(call: Call) -> Json | None:
    if call.arguments.get("metadata") is None:
        return None
    metadata = call.json("metadata")
    if not isinstance(metadata, dict) or set(metadata) != METADATA_KEYS:
        raise Refused("invalid_metadata_format")
    if not isinstance(metadata["event_payload"], dict):
        raise Refused("invalid_metadata_schema")
    return metadata
