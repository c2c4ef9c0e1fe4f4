"""The table of methods on people, bots, teams and user groups."""

from bot.sandbox.methods.model import method

PEOPLE = (
    method(
        "users.info",
        required={"user": "id"},
        optional={"include_locale": "boolean"},
        scopes="users:read",
        tier=4,
        json_input=False,
        errors="too_many_users user_not_found user_not_visible",
        reply_keys="user",
    ),
    method(
        "users.list",
        optional={"cursor": "string", "include_locale": "boolean", "limit": "whole number", "team_id": "id"},
        scopes="users:read",
        tier=2,
        json_input=False,
        errors="invalid_cursor limit_required missing_argument",
        reply_keys="members cache_ts",
    ),
    method(
        "dnd.info",
        optional={"user": "id", "team_id": "id"},
        scopes="dnd:read",
        tier=3,
        json_input=False,
        errors="user_not_found user_not_visible",
        reply_keys="dnd_enabled next_dnd_start_ts next_dnd_end_ts",
    ),
    method(
        "bots.info",
        optional={"bot": "id", "team_id": "id"},
        scopes="users:read",
        tier=3,
        json_input=False,
        errors="bot_not_found bots_not_found missing_argument team_not_found",
        reply_keys="bot",
    ),
    method(
        "team.info",
        optional={"domain": "string", "team": "id"},
        scopes="team:read",
        tier=3,
        json_input=True,
        errors="enterprise_not_found missing_user org_not_found team_not_found team_not_on_enterprise"
        " user_not_found",
        reply_keys="team",
    ),
    method(
        "usergroups.list",
        optional={
            "include_count": "boolean",
            "include_disabled": "boolean",
            "include_users": "boolean",
            "team_id": "id",
        },
        scopes="usergroups:read",
        tier=2,
        json_input=False,
        errors="invalid_cursor invalid_team missing_argument plan_upgrade_required users_not_found",
        reply_keys="usergroups",
    ),
    method(
        "usergroups.users.list",
        required={"usergroup": "id"},
        optional={"include_disabled": "boolean", "team_id": "id"},
        scopes="usergroups:read",
        tier=2,
        json_input=False,
        errors="invalid_cursor no_such_subteam plan_upgrade_required",
        reply_keys="users",
    ),
)
