"""The table of `files.*` methods: the three steps in which a bot uploads a file, two of them calls."""

from bot.sandbox.methods.model import method

FILES = (
    method(
        "files.getUploadURLExternal",
        required={"length": "whole number", "filename": "string"},
        optional={"alt_txt": "string", "snippet_type": "string"},
        scopes="files:write",
        tier=4,
        json_input=False,
        errors="alt_txt_too_large file_upload_size_restricted missing_argument snippet_too_large"
        " storage_limit_reached",
        reply_keys="file_id upload_url",
    ),
    method(
        "files.completeUploadExternal",
        required={"files": "list of objects"},
        optional={
            "blocks": "list of objects",
            "channel_id": "id",
            "channels": "list of ids",
            "icon_emoji": "string",
            "icon_url": "string",
            "initial_comment": "string",
            "thread_ts": "timestamp",
            "username": "string",
        },
        scopes="files:write",
        tier=4,
        json_input=True,
        errors="access_denied channel_not_found channels_limit_exceeded file_not_found invalid_blocks"
        " invalid_channel not_in_channel posting_to_channel_denied",
        reply_keys="files",
    ),
)
