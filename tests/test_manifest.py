"""The Slack app's manifest: what the code registers, and no scope that nothing uses."""

import ast
import json
from pathlib import Path

import jsonschema
import pytest

from bot.sandbox.methods import METHODS
from handlers.manifest import COMMANDS, EVENTS, MESSAGE_SHORTCUT, SCOPES, SHORTCUTS, manifest
from tests.registered import registered

ROOT = Path(__file__).parent.parent
SCHEMA = ROOT.parent / "shared" / "data" / "slack" / "manifest.schema.2.0.0.json"

# Each Web API method that the handlers call, and the scopes that it needs for the channels it is called on.
CALLED = {
    "apps.connections.open": set(),
    "auth.test": set(),
    "blocks.validate": set(),
    "chat.delete": {"chat:write"},
    "chat.postMessage": {"chat:write"},
    "chat.update": {"chat:write"},
    "conversations.history": {"channels:history", "groups:history", "im:history"},
    "conversations.info": {"channels:read", "groups:read"},
    "conversations.open": {"im:write"},
    "conversations.replies": {"channels:history", "groups:history", "im:history"},
    "dnd.info": {"dnd:read"},
    "users.info": {"users:read"},
    "views.open": set(),
    "views.publish": set(),
    "views.push": set(),
    "views.update": set(),
}
# What `files_upload_v2` of slack_sdk calls by itself: it is no method of the Web API, and stands for these.
CALLED_TO_UPLOAD = {
    "files.completeUploadExternal": {"files:write"},
    "files.getUploadURLExternal": {"files:write"},
}
NEEDS = CALLED | CALLED_TO_UPLOAD
HEARD = {
    "app_home_opened": set(),
    "message.channels": {"channels:history"},
    "message.groups": {"groups:history"},
    "message.im": {"im:history"},
    "user_change": {"users:read"},
}


def test_the_file_is_what_the_command_prints() -> None:
    assert (ROOT / "manifest.json").read_text() == json.dumps(manifest(), indent=2, ensure_ascii=False) + "\n"


def test_it_fits_slacks_schema() -> None:
    if not SCHEMA.exists():
        pytest.skip(f"Slack's manifest schema does not lie beside this checkout, at {SCHEMA}.")

    jsonschema.validate(manifest(), json.loads(SCHEMA.read_text()))


def test_it_names_the_commands_that_the_router_knows() -> None:
    assert sorted(each.command for each in COMMANDS) == sorted(map(str, registered().names["command"]))


def test_it_names_the_shortcuts_that_are_listened_to() -> None:
    named = [each.callback_id for each in (*SHORTCUTS, MESSAGE_SHORTCUT)]

    assert named == registered().names["shortcut"]
    assert [(each["type"], each["callback_id"]) for each in manifest()["features"]["shortcuts"]] == [
        *(("global", each.callback_id) for each in SHORTCUTS),
        ("message", MESSAGE_SHORTCUT.callback_id),
    ]


def test_it_names_the_events_that_are_listened_to() -> None:
    heard = {event.partition(".")[0] for event in EVENTS}

    assert heard == set(registered().names["event"])


def test_every_method_that_the_handlers_call_is_in_the_list_above() -> None:
    assert called_methods() == set(CALLED)


@pytest.mark.parametrize("method", NEEDS)
def test_a_method_gets_the_scopes_it_needs_and_they_are_asked_for(method: str) -> None:
    known = METHODS[method].scopes

    assert NEEDS[method] <= known
    assert bool(NEEDS[method]) == bool(known)
    assert NEEDS[method] <= set(SCOPES)


def test_no_scope_is_asked_for_that_nothing_uses() -> None:
    used = set().union(*NEEDS.values(), *(HEARD[event] for event in EVENTS), {"commands"})

    assert used == set(SCOPES)


def called_methods() -> set[str]:
    """Methods that the handlers name: as `client.chat_update`, or by Slack's own name."""
    found = set()
    for path in (ROOT / "handlers").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text())):
            if isinstance(node, ast.Attribute):
                found |= {method for method in METHODS if method.replace(".", "_") == node.attr}
            elif isinstance(node, ast.Constant) and node.value in METHODS:
                found.add(str(node.value))
    return found
