"""conversations.*: what the bot may read of channels, and how it gets into them."""

from dataclasses import replace

from bot.sandbox.api.call import Call
from bot.sandbox.api.conversing import channel_for, page_of
from bot.sandbox.channels import Channel
from bot.sandbox.messages import Message
from bot.sandbox.refusals import Refused
from bot.sandbox.shapes import Json
from bot.sandbox.slack import Slack
from bot.sandbox.workspace import with_members


def history(slack: Slack, call: Call) -> Json:
    """Newest first, as Slack answers."""
    channel = _readable(slack, call)
    found = [each for each in slack.workspace.messages(channel.id) if each.in_channel and _within(call, each)]
    page, more = page_of(list(reversed(found)), call)
    unused = {"pin_count": 0, "channel_actions_ts": None, "channel_actions_count": 0}
    return {"messages": [_shown(call, each) for each in page], **_more(more), **unused}


def replies(slack: Slack, call: Call) -> Json:
    """The thread's first message and its replies, oldest first."""
    channel = _readable(slack, call)
    thread_ts = call.text("ts")
    if slack.workspace.find(channel.id, thread_ts) is None:
        raise Refused("thread_not_found")
    thread = slack.workspace.replies(channel.id, thread_ts)
    page, more = page_of([each for each in thread if each.ts == thread_ts or _within(call, each)], call)
    return {"messages": [_shown(call, each) for each in page], **_more(more)}


def info(slack: Slack, call: Call) -> Json:
    return {"channel": _conversation(slack, channel_for(slack, call))}


def open_direct(slack: Slack, call: Call) -> Json:
    users = [each for each in call.text("users").split(",") if each]
    if not users:
        raise Refused("users_list_not_supplied")
    if len(users) > 1:
        raise Refused("method_not_supported_for_channel_type")
    person = slack.workspace.people.get(users[0])
    if person is None:
        raise Refused("user_not_found")
    if person.deleted:
        raise Refused("user_disabled")
    channel = slack.workspace.direct(person.id)
    return {"channel": _conversation(slack, channel) if call.flag("return_im") else {"id": channel.id}}


def list_all(slack: Slack, call: Call) -> Json:
    wanted = (call.text("types") or "public_channel").split(",")
    bot = slack.workspace.identity.bot_user_id
    seen = [
        each
        for each in slack.workspace.channels.values()
        if _type(each) in wanted
        and (not each.private or bot in each.members)
        and not (each.archived and call.flag("exclude_archived"))
    ]
    page, more = page_of(seen, call)
    return {"channels": [_conversation(slack, each) for each in page], **more}


def members(slack: Slack, call: Call) -> Json:
    page, more = page_of(sorted(channel_for(slack, call).members), call)
    return {"members": page, **more}


def join(slack: Slack, call: Call) -> Json:
    channel = channel_for(slack, call)
    if channel.direct_with or channel.private:
        raise Refused("method_not_supported_for_channel_type")
    if channel.archived:
        raise Refused("is_archived")
    joined = with_members(channel, [slack.workspace.identity.bot_user_id])
    slack.workspace.put_channel(replace(joined))
    return {"channel": _conversation(slack, joined)}


def _readable(slack: Slack, call: Call) -> Channel:
    channel = channel_for(slack, call)
    if slack.workspace.identity.bot_user_id not in channel.members:
        raise Refused("not_in_channel")
    return channel


def _within(call: Call, message: Message) -> bool:
    oldest, latest = call.text("oldest") or "0", call.text("latest")
    at, first = float(message.ts), float(oldest)
    if call.flag("inclusive"):
        return at >= first and (not latest or at <= float(latest))
    return at > first and (not latest or at < float(latest))


def _shown(call: Call, message: Message) -> Json:
    return message.as_json(with_metadata=call.flag("include_all_metadata"))


def _more(metadata: Json) -> Json:
    """Slack leaves `response_metadata` out of the last page."""
    more = bool(metadata["response_metadata"]["next_cursor"])
    return {"has_more": more, **(metadata if more else {})}


def _type(channel: Channel) -> str:
    if channel.direct_with:
        return "im"
    return "private_channel" if channel.private else "public_channel"


def _conversation(slack: Slack, channel: Channel) -> Json:
    who = slack.workspace.identity
    return channel.as_conversation(team_id=who.team_id, bot_user_id=who.bot_user_id)
