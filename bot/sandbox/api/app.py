"""The methods about the app itself: who it is, its socket, its team, and small ones of single families."""

from dataclasses import replace

from bot.sandbox.api.call import Call
from bot.sandbox.api.conversing import channel_for
from bot.sandbox.blocks import Problem, check_message, check_view
from bot.sandbox.refusals import Refused
from bot.sandbox.shapes import Json
from bot.sandbox.slack import Slack


def api_test(_slack: Slack, call: Call) -> Json:
    if error := call.text("error"):
        raise Refused(error, args=dict(call.arguments))
    return {"args": dict(call.arguments)}


def auth_test(slack: Slack, _call: Call) -> Json:
    who = slack.workspace.identity
    return {
        "url": f"https://{who.team_domain}.slack.com/",
        "team": who.team_name,
        "user": slack.workspace.manifest.bot_name,
        "team_id": who.team_id,
        "user_id": who.bot_user_id,
        "bot_id": who.bot_id,
        "is_enterprise_install": False,
    }


def open_connection(slack: Slack, _call: Call) -> Json:
    sockets, app_id = slack.sockets, slack.workspace.identity.app_id
    return {"url": f"{sockets.base}?ticket={sockets.ticket()}&app_id={app_id}"}


def team_info(slack: Slack, _call: Call) -> Json:
    who = slack.workspace.identity
    return {
        "team": {
            "id": who.team_id,
            "name": who.team_name,
            "domain": who.team_domain,
            "email_domain": "",
            "icon": {"image_default": True},
        }
    }


def bot_info(slack: Slack, call: Call) -> Json:
    who = slack.workspace.identity
    if call.text("bot") not in ("", who.bot_id):
        raise Refused("bot_not_found")
    return {
        "bot": {
            "id": who.bot_id,
            "deleted": False,
            "name": slack.workspace.manifest.bot_name,
            "updated": 0,
            "app_id": who.app_id,
            "user_id": who.bot_user_id,
            "icons": {},
        }
    }


def add_reaction(slack: Slack, call: Call) -> Json:
    channel = channel_for(slack, call)
    message = slack.workspace.find(channel.id, call.text("timestamp"))
    if message is None or message.ephemeral_to:
        raise Refused("message_not_found")
    name, bot = call.text("name"), slack.workspace.identity.bot_user_id
    if any(each["name"] == name and bot in each["users"] for each in message.reactions):
        raise Refused("already_reacted")
    reaction = {"name": name, "users": [bot], "count": 1}
    slack.workspace.change(replace(message, reactions=(*message.reactions, reaction)))
    return {}


def validate_blocks(_slack: Slack, call: Call) -> Json:
    """Exactly one of `blocks`, `view` and `message`."""
    given = [name for name in ("blocks", "view", "message") if call.text(name)]
    if len(given) != 1:
        raise Refused("invalid_arguments")
    name = given[0]
    sent = call.json(name)
    if name == "message" and isinstance(sent, dict):
        sent = sent.get("blocks", [])
    problems = check_view(sent) if name == "view" else check_message(sent)
    if problems:
        raise Refused(f"invalid_{name}", errors=[_failed(each) for each in problems])
    return {}


def _failed(problem: Problem) -> Json:
    return {"code": "failed_constraint", "message": problem.message, "pointer": problem.pointer}
