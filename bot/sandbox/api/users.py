"""users.* and usergroups.*: who is who."""

from bot.sandbox.api.call import Call
from bot.sandbox.api.conversing import page_of, person_for
from bot.sandbox.people import Person
from bot.sandbox.refusals import Refused
from bot.sandbox.shapes import Json
from bot.sandbox.slack import Slack


def info(slack: Slack, call: Call) -> Json:
    return {"user": shown(slack, person_for(slack, call))}


def list_all(slack: Slack, call: Call) -> Json:
    page, more = page_of(list(slack.workspace.people.values()), call)
    now = int(slack.workspace.clock.now().timestamp())
    return {"members": [shown(slack, each) for each in page], "cache_ts": now, **more}


def groups(slack: Slack, call: Call) -> Json:
    with_users = call.flag("include_users")
    return {"usergroups": [_group(slack, group_id, with_users) for group_id in slack.workspace.usergroups]}


def group_members(slack: Slack, call: Call) -> Json:
    members = slack.workspace.usergroups.get(call.text("usergroup"))
    if members is None:
        raise Refused("no_such_subteam")
    return {"users": list(members)}


def shown(slack: Slack, person: Person) -> Json:
    return person.as_user(now=slack.workspace.clock.now(), stranger=is_stranger(slack, person))


def is_stranger(slack: Slack, person: Person) -> bool:
    """A person of another team is one only while no channel with the bot is shared."""
    workspace = slack.workspace
    bot = workspace.identity.bot_user_id
    shares = any({person.id, bot} <= channel.members for channel in workspace.channels.values())
    return person.team_id != workspace.identity.team_id and not shares


def _group(slack: Slack, group_id: str, with_users: bool) -> Json:
    members = slack.workspace.usergroups[group_id]
    group: Json = {
        "id": group_id,
        "team_id": slack.workspace.identity.team_id,
        "is_usergroup": True,
        "handle": group_id.lower(),
        "name": group_id,
        "user_count": len(members),
    }
    return group | ({"users": list(members)} if with_users else {})
