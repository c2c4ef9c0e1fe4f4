"""Slack's Web API clients, each with the patience that its caller has."""

from slack_sdk import WebClient

from bot.settings import Settings


def web_client(settings: Settings, *, timeout: int) -> WebClient:
    """A client that gives up after `timeout` seconds and tries nothing twice.

    slack_sdk's own handler posts again after a reset, and the first post may have landed.
    """
    client = WebClient(
        token=settings.slack_bot_token.get_secret_value(), base_url=settings.slack_api_url, timeout=timeout
    )
    client.retry_handlers.clear()
    return client
