"""What the code registers with Slack, read from the handlers themselves."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, cast

from pydantic import SecretStr
from slack_bolt import App

from bot import policy
from bot.clock import SystemClock, new_id
from bot.settings import Settings
from handlers.app import desk_over, desk_words, parts
from handlers.clients import web_client
from handlers.edge import ANYTHING, Edge
from handlers.files import Files
from handlers.identity import Identity
from handlers.modals import Modals
from handlers.replies import Replies
from handlers.router import Subcommand, register
from storage.database import Database

SETTINGS = Settings(
    slack_bot_token=SecretStr("xoxb-invented"),
    slack_app_token=SecretStr("xapp-invented"),
    desk_channel="C0DESK",
    oncall_channel="C0ONCALL",
)


class ListedApp:
    """In Bolt's place: writes down the name of each listener, by kind."""

    def __init__(self) -> None:
        self.names: dict[str, list[str | re.Pattern[str]]] = {}

    def __getattr__(self, kind: str) -> Callable[[Any], Callable[[object], None]]:
        def listen(name: Any) -> Callable[[object], None]:
            if name != ANYTHING and not isinstance(name, dict):
                self.names.setdefault(kind, []).append(name)
            return lambda _listener: None

        return listen


@dataclass(frozen=True, slots=True, kw_only=True)
class Registered:
    """Names of listeners by Bolt's word for their kind; without those that catch the rest."""

    names: dict[str, list[str | re.Pattern[str]]]
    subcommands: tuple[Subcommand, ...]

    def hears(self, kind: str, name: str) -> bool:
        """Whether a listener of this kind, and not one that catches the rest, takes this name."""
        return any(
            one == name if isinstance(one, str) else one.fullmatch(name) is not None
            for one in self.names[kind]
        )


class NobodyToWake:
    def soon(self) -> None:
        """Nothing runs."""


def registered() -> Registered:
    """Everything that the desk's parts register; nothing is connected or opened."""
    rules = policy.load()
    client = web_client(SETTINGS, timeout=1)
    desk = desk_over(
        Database("sqlite:///never-opened.db"),
        clock=SystemClock(),
        new_id=new_id,
        wake=NobodyToWake(),
        policy=rules,
    )
    app, replies = ListedApp(), Replies(client)
    edge = Edge(
        app=cast("App", app),
        identity=Identity(people=desk.people, home_team=lambda: None, client=client),
        replies=replies,
        busy=TimeoutError,
        new_id=new_id,
        telephone=lambda: rules.telephone,
    )
    nouns = parts(desk, desk_words(SETTINGS, desk), Modals(client), Files(client), replies, new_id)
    register(edge, nouns)
    return Registered(
        names=app.names, subcommands=tuple(each for noun in nouns for each in noun.subcommands())
    )
