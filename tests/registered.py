"""What the code registers with Slack, read from the handlers themselves."""

from collections.abc import Callable
from re import Pattern
from typing import Any

from bot import policy
from bot.clock import SystemClock, new_id
from bot.settings import Settings
from handlers.app import desk_over, desk_words, parts
from handlers.clients import web_client
from handlers.edge import Edge
from handlers.modals import Modals
from handlers.replies import Replies
from handlers.router import Subcommand, register
from storage.database import Database

Name = str | Pattern[str]


class Registered(Edge):
    """An edge that writes down what is registered with it."""

    def __init__(self) -> None:
        self.commands: list[Name] = []
        self.buttons: list[Name] = []
        self.forms: list[Name] = []
        self.menus: list[Name] = []
        self.shortcuts: list[Name] = []
        self.events: list[str] = []
        self.subcommands: list[Subcommand] = []

    def on_command(self, command: Name, handle: Callable[[Any], Any], *, vital: bool = False) -> None:
        self.commands.append(command)

    def on_button(self, action_id: Name, handle: Callable[[Any], Any]) -> None:
        self.buttons.append(action_id)

    def on_form(self, callback_id: Name, handle: Callable[[Any], Any], *, vital: bool = False) -> None:
        self.forms.append(callback_id)

    def on_options(self, action_id: Name, handle: Callable[[Any], Any]) -> None:
        self.menus.append(action_id)

    def on_shortcut(self, callback_id: Name, handle: Callable[[Any], Any]) -> None:
        self.shortcuts.append(callback_id)

    def on_event(self, event_type: str, handle: Callable[[Any], None], **_: Any) -> None:
        self.events.append(event_type)

    def on_account_change(self) -> None:
        self.events.append("user_change")

    def catch_the_rest(self) -> None:
        """What nobody registered is no part of the list."""


class NobodyToWake:
    def soon(self) -> None:
        """Nothing runs."""


def registered() -> Registered:
    """Everything that the desk's parts register; nothing is connected or opened."""
    settings = Settings(
        slack_bot_token="xoxb-invented",
        slack_app_token="xapp-invented",
        desk_channel="C0DESK",
        oncall_channel="C0ONCALL",
    )
    rules = policy.load()
    client = web_client(settings, timeout=1)
    desk = desk_over(
        Database("sqlite:///never-opened.db"),
        clock=SystemClock(),
        new_id=new_id,
        wake=NobodyToWake(),
        policy=rules,
    )
    nouns = parts(desk, desk_words(settings, rules), Modals(client), Replies(client), new_id)
    edge = Registered()
    register(edge, nouns)
    edge.subcommands = [each for noun in nouns for each in noun.subcommands()]
    return edge
