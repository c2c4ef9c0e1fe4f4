"""The manifest that a sandbox is built from: what may be missing, and what is said of a wrong one."""

import pytest

from bot.sandbox.manifest import InvalidManifest, read_manifest
from bot.sandbox.server import Sandbox
from tests.sandbox.shapes import Json

NAMED: Json = {"display_information": {"name": "Example"}}


def test_a_name_is_enough() -> None:
    read = read_manifest(NAMED)

    assert (read.app_name, read.bot_name, read.commands, read.scopes) == (
        "Example",
        "Example",
        (),
        frozenset(),
    )


def test_keys_that_a_workspace_does_not_go_by_may_stand_there() -> None:
    assert read_manifest(NAMED | {"_metadata": {"major_version": 2}}).app_name == "Example"


@pytest.mark.parametrize(
    ("manifest", "said"),
    [
        ([], "the whole: input should be"),
        ({}, "display_information: field required"),
        ({"display_information": {"name": 5}}, "display_information.name: input should be a valid string"),
        (
            NAMED | {"features": {"slash_commands": [{"description": "Says hello"}]}},
            "features.slash_commands.0.command: field required",
        ),
        (
            NAMED | {"features": {"shortcuts": [{"name": "N", "callback_id": "n", "type": "local"}]}},
            "features.shortcuts.0.type: input should be 'global' or 'message'",
        ),
        (
            NAMED | {"oauth_config": {"scopes": {"bot": "chat:write"}}},
            "oauth_config.scopes.bot: input should be a valid frozenset",
        ),
    ],
)
def test_a_wrong_manifest_is_refused_with_the_place(manifest: Json, said: str) -> None:
    with pytest.raises(InvalidManifest) as refused:
        Sandbox(manifest)

    assert said in str(refused.value)


def test_all_wrong_places_are_named_at_once() -> None:
    with pytest.raises(InvalidManifest) as refused:
        read_manifest({"features": {"slash_commands": [{}]}})

    assert str(refused.value) == (
        "display_information: field required; features.slash_commands.0.command: field required"
    )
