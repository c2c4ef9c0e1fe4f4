"""Which function answers which Web API method."""

from collections.abc import Callable, Mapping

from bot.sandbox.api import app, chat, conversations, dnd, files, users, views
from bot.sandbox.api.call import Call
from bot.sandbox.shapes import Json
from bot.sandbox.slack import Slack

ANSWERS: Mapping[str, Callable[[Slack, Call], Json]] = {
    "api.test": app.api_test,
    "apps.connections.open": app.open_connection,
    "auth.test": app.auth_test,
    "blocks.validate": app.validate_blocks,
    "bots.info": app.bot_info,
    "chat.delete": chat.delete,
    "chat.getPermalink": chat.get_permalink,
    "chat.postEphemeral": chat.post_ephemeral,
    "chat.postMessage": chat.post_message,
    "chat.update": chat.update,
    "conversations.history": conversations.history,
    "conversations.info": conversations.info,
    "conversations.join": conversations.join,
    "conversations.list": conversations.list_all,
    "conversations.members": conversations.members,
    "conversations.open": conversations.open_direct,
    "conversations.replies": conversations.replies,
    "dnd.info": dnd.info,
    "files.completeUploadExternal": files.complete_upload,
    "files.getUploadURLExternal": files.get_upload_url,
    "reactions.add": app.add_reaction,
    "team.info": app.team_info,
    "usergroups.list": users.groups,
    "usergroups.users.list": users.group_members,
    "users.info": users.info,
    "users.list": users.list_all,
    "views.open": views.open_modal,
    "views.publish": views.publish,
    "views.push": views.push,
    "views.update": views.update,
}
