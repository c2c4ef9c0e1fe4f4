"""What ends the program, because trying again would not help: settings that Slack or the database refuses."""

from slack_sdk.errors import SlackApiError

WRONG_TOKEN = frozenset(
    {
        "invalid_auth",
        "not_authed",
        "token_revoked",
        "token_expired",
        "account_inactive",
        "not_allowed_token_type",
    }
)


class Fatal(Exception):
    """The message says what to change."""


def refused_token(error: SlackApiError, setting: str, advice: str) -> Fatal | None:
    """None: it is not the token that Slack refuses."""
    word = error.response["error"]
    return Fatal(f"Slack refuses {setting} ({word}). {advice}") if word in WRONG_TOKEN else None
