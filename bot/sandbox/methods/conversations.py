"""The table of `conversations.*` methods and `reactions.add`."""

from bot.sandbox.methods.model import method

_HISTORY = "channels:history groups:history im:history mpim:history"
_READ = "channels:read groups:read im:read mpim:read"
_PAGES = {"cursor": "string", "limit": "whole number"}
_SPAN = {
    **_PAGES,
    "include_all_metadata": "boolean",
    "inclusive": "boolean",
    "latest": "timestamp",
    "oldest": "timestamp",
}

CONVERSATIONS = (
    method(
        "conversations.history",
        required={"channel": "id"},
        optional=_SPAN,
        scopes=_HISTORY,
        tier=3,
        json_input=True,
        errors="channel_is_limited_access channel_not_found invalid_cursor invalid_metadata_filter_keys"
        " invalid_ts_latest invalid_ts_oldest not_in_channel",
        reply_keys="messages has_more channel_actions_ts channel_actions_count",
    ),
    method(
        "conversations.replies",
        required={"channel": "id", "ts": "timestamp"},
        optional=_SPAN,
        scopes=_HISTORY,
        tier=3,
        json_input=False,
        errors="channel_not_found invalid_cursor invalid_metadata_filter_keys invalid_ts_latest"
        " invalid_ts_oldest missing_scope thread_not_found method_not_supported_for_channel_type",
        reply_keys="messages has_more",
    ),
    method(
        "conversations.info",
        required={"channel": "id"},
        optional={"include_locale": "boolean", "include_num_members": "boolean"},
        scopes=_READ,
        tier=3,
        json_input=False,
        errors="channel_is_limited_access channel_not_found missing_scope",
        reply_keys="channel",
    ),
    method(
        "conversations.open",
        optional={
            "channel": "id",
            "prevent_creation": "boolean",
            "return_im": "boolean",
            "users": "list of ids",
        },
        scopes="channels:manage groups:write im:write mpim:write",
        tier=3,
        json_input=True,
        errors="channel_not_found invalid_user_combination method_not_supported_for_channel_type"
        " missing_scope not_enough_users too_many_users user_disabled user_not_found user_not_visible"
        " users_list_not_supplied",
        reply_keys="channel",
    ),
    method(
        "conversations.list",
        optional={**_PAGES, "exclude_archived": "boolean", "team_id": "id", "types": "string"},
        scopes=_READ,
        tier=2,
        json_input=False,
        errors="invalid_cursor invalid_limit invalid_types method_not_supported_for_channel_type"
        " missing_argument missing_scope",
        reply_keys="channels",
    ),
    method(
        "conversations.members",
        required={"channel": "id"},
        optional=_PAGES,
        scopes=_READ,
        tier=4,
        json_input=False,
        errors="channel_not_found fetch_members_failed invalid_cursor invalid_limit"
        " method_not_supported_for_channel_type missing_scope",
        reply_keys="members",
    ),
    method(
        "conversations.join",
        required={"channel": "id"},
        scopes="channels:join",
        tier=3,
        json_input=True,
        errors="channel_is_limited_access channel_not_found is_archived"
        " method_not_supported_for_channel_type missing_scope too_many_members",
        reply_keys="channel",
    ),
    method(
        "reactions.add",
        required={"channel": "id", "name": "string", "timestamp": "timestamp"},
        scopes="reactions:write",
        tier=3,
        json_input=True,
        errors="already_reacted bad_timestamp channel_not_found invalid_name is_archived message_not_found"
        " no_item_specified not_reactable thread_locked too_many_emoji too_many_reactions no_access",
    ),
)
