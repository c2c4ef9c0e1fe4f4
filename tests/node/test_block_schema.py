"""The schema of Slack's blocks is what the pinned @slack/types says, and the same whenever it is made."""

import json
import subprocess

from tests.node.conftest import HERE
from tests.slack_types import FILE

PACKAGE = HERE / "node_modules" / "@slack" / "types"


def test_it_is_what_the_pinned_types_say_byte_for_byte() -> None:
    made = [subprocess.run(["node", HERE / "block-schema.js"], capture_output=True, check=True) for _ in "12"]

    assert [each.stdout == FILE.read_bytes() for each in made] == [True, True]


def test_its_licence_stands_beside_it() -> None:
    package = json.loads((PACKAGE / "package.json").read_text())

    assert package["license"] == "MIT"
    assert (HERE / "blocks.schema.LICENSE").read_bytes() == (PACKAGE / "LICENSE").read_bytes()
