"""The table of methods that find out whether, and as whom, a client is connected."""

from bot.sandbox.methods.model import method

CONNECTION = (
    method("api.test", optional={"error": "string"}, tier=4, json_input=True, called_with="none"),
    method(
        "auth.test",
        tier=None,
        json_input=True,
        errors="internal_error invalid_auth",
        reply_keys="bot_id is_enterprise_install team team_id url user user_id",
    ),
    method(
        "apps.connections.open",
        tier=3,
        json_input=True,
        errors="forbidden_team insecure_request internal_error invalid_auth missing_args",
        reply_keys="url",
        called_with="app",
    ),
)
