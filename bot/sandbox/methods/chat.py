"""The table of `chat.*` methods."""

from bot.sandbox.methods.model import method

_WRITING = {
    "as_user": "boolean",
    "attachments": "list of objects",
    "blocks": "list of objects",
    "link_names": "boolean",
    "markdown_text": "string",
    "metadata": "object",
    "parse": "string",
    "text": "string",
}
_POSTING = {
    **_WRITING,
    "icon_emoji": "string",
    "icon_url": "string",
    "thread_ts": "timestamp",
    "username": "string",
}

CHAT = (
    method(
        "chat.postMessage",
        required={"channel": "id"},
        optional={
            **_POSTING,
            "current_draft_last_updated_ts": "timestamp",
            "mrkdwn": "boolean",
            "reply_broadcast": "boolean",
            "unfurl_links": "boolean",
            "unfurl_media": "boolean",
        },
        scopes="chat:write",
        tier=None,
        json_input=True,
        errors="as_user_not_supported cannot_reply_to_message channel_not_found duplicate_message_not_found"
        " invalid_blocks invalid_blocks_format invalid_metadata_format invalid_metadata_schema is_archived"
        " markdown_text_conflict message_limit_exceeded messages_tab_disabled metadata_too_large"
        " msg_blocks_too_long no_text not_in_channel rate_limited restricted_action team_not_found"
        " too_many_attachments",
        reply_keys="channel ts message",
    ),
    method(
        "chat.update",
        required={"channel": "id", "ts": "timestamp"},
        optional={
            **_WRITING,
            "file_ids": "list of ids",
            "reply_broadcast": "boolean",
            "unfurled_attachments": "list of objects",
        },
        scopes="chat:write",
        tier=3,
        json_input=True,
        errors="as_user_not_supported block_mismatch cant_update_message channel_not_found edit_window_closed"
        " invalid_attachments invalid_blocks invalid_blocks_format invalid_metadata_format"
        " invalid_metadata_schema is_inactive markdown_text_conflict message_limit_exceeded"
        " message_not_found metadata_too_large msg_too_long no_text too_many_attachments update_failed",
        reply_keys="channel ts text message",
    ),
    method(
        "chat.delete",
        required={"channel": "id", "ts": "timestamp"},
        optional={"as_user": "boolean"},
        scopes="chat:write",
        tier=3,
        json_input=True,
        errors="cant_delete_message channel_not_found message_not_found",
        reply_keys="channel ts",
    ),
    method(
        "chat.postEphemeral",
        required={"channel": "id", "user": "id"},
        optional=_POSTING,
        scopes="chat:write",
        tier=4,
        json_input=True,
        errors="cannot_reply_to_message channel_not_found invalid_attachments invalid_blocks"
        " invalid_blocks_format is_archived markdown_text_conflict message_limit_exceeded"
        " messages_tab_disabled msg_too_long no_text not_in_channel restricted_action too_many_attachments"
        " user_not_in_channel",
        reply_keys="message_ts",
    ),
    method(
        "chat.getPermalink",
        required={"channel": "id", "message_ts": "timestamp"},
        tier=None,
        json_input=False,
        errors="channel_not_found message_not_found",
        reply_keys="permalink channel",
    ),
)
