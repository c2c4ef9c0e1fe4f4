"""A channel in which much has been said."""

from bot.sandbox.messages import Message
from bot.sandbox.server import Sandbox


def crowd(slack: Sandbox, channel: str, who: str, many: int) -> None:
    """Puts `many` messages there at once, as if they had been said long ago: nobody is told of them."""
    workspace = slack._slack.workspace
    with workspace.lock:
        for number in range(1, many + 1):
            ts = workspace.stamp()
            workspace._messages[channel][ts] = Message(
                ts=ts, channel=channel, user=who, text=f"Message {number}", team_id=slack.team_id
            )
