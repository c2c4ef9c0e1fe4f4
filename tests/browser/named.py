"""The desk of the pictures: the tests' own, with names and titles that a reader understands, and work."""

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager

from bot.sandbox.server import Sandbox
from storage.upgrade import upgrade
from tests.world import (
    ADA,
    DAN,
    DESK,
    ELSEWHERE,
    GUS,
    NINA,
    NORA,
    OLGA,
    ONCALL,
    RITA,
    SAM,
    STRANGER,
    World,
    open_world,
)

NAMES = {
    RITA: ("Rita Requester", "Detective, Example County Sheriff's Office"),
    OLGA: ("Olga Officer", "Desk officer"),
    DAN: ("Dan Duty", "Duty officer tonight"),
    NINA: ("Nina Next", "Next on duty"),
    SAM: ("Sam Supervisor", "Supervisor"),
    ADA: ("Ada Auditor", "Auditor"),
}


@contextmanager
def desk() -> Iterator[World]:
    """One that has something to do already."""
    with tempfile.TemporaryDirectory() as folder:
        url = f"sqlite:///{folder}/desk.db"
        upgrade(url)
        with open_world(url) as world:
            _name(world.slack)
            world.slack.stage.offer("begin_night", lambda: None)
            world.takes_duty(DAN, hours=24)
            world.steps(OLGA, "Claim", world.files_request(kind="fugitive", country="BR"))
            world.files_request(kind="fugitive", country="MX")
            world.after(hours=3)
            yield world


def _name(slack: Sandbox) -> None:
    for person, (name, title) in NAMES.items():
        slack.add_person(person, name.split()[0].lower(), real_name=name, title=title)
    for person in (NORA, GUS, STRANGER):
        slack.deactivate(person)
    officers = [OLGA, DAN, NINA, SAM]
    slack.add_channel(DESK, "liaison-desk", members=officers, private=True)
    slack.add_channel(ONCALL, "on-call", members=officers, private=True)
    slack.add_channel(ELSEWHERE, "general", members=list(NAMES))
