"""The table of `views.*` methods and `blocks.validate`."""

from bot.sandbox.methods.model import method

_OPENING = {"interactivity_pointer": "string", "trigger_id": "string"}
_TRIGGER_ERRORS = (
    "duplicate_external_id exchanged_trigger_id expired_trigger_id invalid_trigger_id view_too_large"
)

VIEWS = (
    method(
        "views.open",
        required={"view": "object"},
        optional=_OPENING,
        tier=4,
        json_input=True,
        errors=_TRIGGER_ERRORS,
        reply_keys="view",
    ),
    method(
        "views.push",
        required={"view": "object"},
        optional=_OPENING,
        tier=4,
        json_input=True,
        errors=f"{_TRIGGER_ERRORS} not_found push_limit_reached",
        reply_keys="view",
    ),
    method(
        "views.update",
        required={"view": "object"},
        optional={"external_id": "string", "hash": "string", "view_id": "id"},
        tier=4,
        json_input=True,
        errors="duplicate_external_id hash_conflict not_found view_too_large",
        reply_keys="view",
    ),
    method(
        "views.publish",
        required={"user_id": "id", "view": "object"},
        optional={"hash": "string", "interactivity_pointer": "string"},
        tier=4,
        json_input=True,
        errors="duplicate_external_id hash_conflict missing_profile_id not_allowed_token_type not_enabled"
        " not_implemented view_too_large",
        reply_keys="view",
    ),
    method(
        "blocks.validate",
        optional={"blocks": "list of objects", "message": "object", "view": "object"},
        tier=None,
        json_input=True,
        errors="invalid_arguments invalid_blocks invalid_message invalid_view ratelimited",
        called_with="none",
    ),
)
