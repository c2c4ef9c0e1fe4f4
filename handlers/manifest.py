"""The Slack app's manifest, made from what the code registers: what is not used is not asked for."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from handlers import action_ids

# Scope -> what needs it.
SCOPES: Mapping[str, str] = {
    "commands": "slash commands and shortcuts",
    "chat:write": "cards, pages, reminders and answers",
    "im:write": "opening direct messages",
    "im:history": "messages to the bot, and finding a message whose delivery was uncertain",
    "channels:history": "the same in a public desk channel, and files shared there",
    "groups:history": "the same in a private desk channel",
    "channels:read": "doctor: is the bot a member of its channels",
    "groups:read": "the same for private channels",
    "dnd:read": "whether somebody who is paged can notice it",
    "files:write": "lists as CSV files, sent to those who may read them",
    "users:read": "who is a guest, an outsider or gone",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class SlashCommand:
    command: str
    description: str
    usage_hint: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Shortcut:
    name: str
    callback_id: str
    description: str


COMMANDS = (
    SlashCommand(
        command="/liaison",
        description="Make a liaison request, or see where one stands",
        usage_hint="[child FR | status LR-2026-00042 | list | drafts | help]",
    ),
    SlashCommand(
        command="/notice",
        description="File a notice, or see where one stands",
        usage_hint="[new yellow FR | status NT-2026-00007 | list colour:red | help]",
    ),
    SlashCommand(
        command="/escalate",
        description="Page the officer on duty",
        usage_hint="[LR-2026-00042] [what the officer must know]",
    ),
    SlashCommand(
        command="/oncall",
        description="See who has the desk, or take it",
        usage_hint="[take | handover | schedule | override | swap | help]",
    ),
)
MESSAGE_SHORTCUT = Shortcut(
    name="Make a liaison request",
    callback_id=action_ids.SHORTCUT_MESSAGE,
    description="Takes the text of this message into a request",
)
SHORTCUTS = (
    Shortcut(
        name="Make a liaison request",
        callback_id=action_ids.SHORTCUT_REQUEST,
        description="Opens the intake of the liaison desk",
    ),
)
EVENTS = ("app_home_opened", "message.channels", "message.groups", "message.im", "user_change")


def manifest() -> dict[str, Any]:
    """The manifest in Slack's version 2 schema, for Socket Mode."""
    return {
        "_metadata": {"major_version": 2, "minor_version": 0},
        "display_information": {
            "name": "Liaison Desk",
            "description": "Requests, notices, pages and reminders of an INTERPOL liaison desk.",
            "background_color": "#1d3557",
        },
        "features": {
            "app_home": {
                "home_tab_enabled": True,
                "messages_tab_enabled": True,
                "messages_tab_read_only_enabled": False,
            },
            "bot_user": {"display_name": "Liaison Desk", "always_online": True},
            "shortcuts": [
                {
                    "name": shortcut.name,
                    "type": shortcut_type,
                    "callback_id": shortcut.callback_id,
                    "description": shortcut.description,
                }
                for shortcut_type, shortcut in (
                    *(("global", each) for each in SHORTCUTS),
                    ("message", MESSAGE_SHORTCUT),
                )
            ],
            "slash_commands": [
                {
                    "command": command.command,
                    "description": command.description,
                    "usage_hint": command.usage_hint,
                    "should_escape": False,
                }
                for command in COMMANDS
            ],
        },
        "oauth_config": {"scopes": {"bot": sorted(SCOPES)}},
        "settings": {
            "event_subscriptions": {"bot_events": sorted(EVENTS)},
            "interactivity": {"is_enabled": True},
            "org_deploy_enabled": False,
            "socket_mode_enabled": True,
            "token_rotation_enabled": False,
        },
    }
