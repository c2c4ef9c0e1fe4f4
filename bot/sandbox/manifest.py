"""What the app's manifest says to the workspace: commands, shortcuts, events, scopes and tabs."""

from dataclasses import dataclass
from typing import Literal

from pydantic import BaseModel, ValidationError


class InvalidManifest(ValueError):
    """This is no manifest of a Slack app; the message names each wrong place, and what is wrong there."""


class Command(BaseModel, frozen=True):
    command: str
    description: str = ""
    usage_hint: str = ""


class Shortcut(BaseModel, frozen=True):
    name: str
    callback_id: str
    type: Literal["global", "message"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Manifest:
    app_name: str
    bot_name: str
    commands: tuple[Command, ...]
    shortcuts: tuple[Shortcut, ...]
    events: frozenset[str]
    scopes: frozenset[str]
    home_tab: bool
    messages_tab: bool
    messages_read_only: bool

    def command(self, name: str) -> Command | None:
        return next((command for command in self.commands if command.command == name), None)

    def shortcut(self, callback_id: str, *, of_type: str) -> Shortcut | None:
        named = (each for each in self.shortcuts if each.callback_id == callback_id)
        return next((each for each in named if each.type == of_type), None)


def read_manifest(manifest: object) -> Manifest:
    """Both schema versions keep these keys in the same places. A key that is missing counts as off.

    Raises InvalidManifest.
    """
    try:
        read = _Layout.model_validate(manifest)
    except ValidationError as wrong:
        raise InvalidManifest("; ".join(_told(each["loc"], each["msg"]) for each in wrong.errors())) from None
    app_name, home = read.display_information.name, read.features.app_home
    return Manifest(
        app_name=app_name,
        bot_name=read.features.bot_user.display_name or app_name,
        commands=read.features.slash_commands,
        shortcuts=read.features.shortcuts,
        events=read.settings.event_subscriptions.bot_events,
        scopes=read.oauth_config.scopes.bot,
        home_tab=home.home_tab_enabled,
        messages_tab=home.messages_tab_enabled,
        messages_read_only=home.messages_tab_read_only_enabled,
    )


class _Display(BaseModel):
    name: str


class _AppHome(BaseModel):
    home_tab_enabled: bool = False
    messages_tab_enabled: bool = False
    messages_tab_read_only_enabled: bool = False


class _BotUser(BaseModel):
    display_name: str = ""


class _Features(BaseModel):
    app_home: _AppHome = _AppHome()
    bot_user: _BotUser = _BotUser()
    shortcuts: tuple[Shortcut, ...] = ()
    slash_commands: tuple[Command, ...] = ()


class _Scopes(BaseModel):
    bot: frozenset[str] = frozenset()


class _OAuth(BaseModel):
    scopes: _Scopes = _Scopes()


class _Subscriptions(BaseModel):
    bot_events: frozenset[str] = frozenset()


class _Settings(BaseModel):
    event_subscriptions: _Subscriptions = _Subscriptions()


class _Layout(BaseModel):
    """As much of Slack's schema as a workspace goes by; other keys may stand beside."""

    display_information: _Display
    features: _Features = _Features()
    oauth_config: _OAuth = _OAuth()
    settings: _Settings = _Settings()


def _told(place: tuple[int | str, ...], what: str) -> str:
    return f"{'.'.join(map(str, place)) or 'the whole'}: {what[0].lower()}{what[1:]}"
