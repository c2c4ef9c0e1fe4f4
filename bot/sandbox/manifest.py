"""What the app's manifest says to the workspace: commands, shortcuts, events, scopes and tabs."""

from dataclasses import dataclass

from bot.sandbox.shapes import Json


@dataclass(frozen=True, slots=True, kw_only=True)
class Command:
    command: str
    description: str
    usage_hint: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Shortcut:
    """`type` is "global" or "message"."""

    name: str
    callback_id: str
    type: str


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


def read_manifest(manifest: Json) -> Manifest:
    """Both schema versions keep these keys in the same places. A key that is missing counts as off."""
    features: Json = manifest.get("features", {})
    home: Json = features.get("app_home", {})
    events: Json = manifest.get("settings", {}).get("event_subscriptions", {})
    app_name = manifest["display_information"]["name"]
    return Manifest(
        app_name=app_name,
        bot_name=features.get("bot_user", {}).get("display_name", app_name),
        commands=tuple(_command(each) for each in features.get("slash_commands", [])),
        shortcuts=tuple(
            Shortcut(name=each["name"], callback_id=each["callback_id"], type=each["type"])
            for each in features.get("shortcuts", [])
        ),
        events=frozenset(events.get("bot_events", [])),
        scopes=frozenset(manifest.get("oauth_config", {}).get("scopes", {}).get("bot", [])),
        home_tab=home.get("home_tab_enabled", False),
        messages_tab=home.get("messages_tab_enabled", False),
        messages_read_only=home.get("messages_tab_read_only_enabled", False),
    )


def _command(entry: Json) -> Command:
    return Command(
        command=entry["command"],
        description=entry.get("description", ""),
        usage_hint=entry.get("usage_hint", ""),
    )
