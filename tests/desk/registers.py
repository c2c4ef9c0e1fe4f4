"""Registers of many notices, put there without the desk."""

from dataclasses import replace

from tests.desk.floor import Floor
from tests.storage.examples import a_notice, after


def keep_notices(floor: Floor, count: int) -> list[str]:
    """Red ones of nobody's agency, each due a minute after the one before; their references in that order."""
    found = [a_notice(agency_id=None, due_at=after(minutes=minute)) for minute in range(count)]
    with floor.database.transaction() as stores:
        stores.notices.add(*found)
    return [each.reference for each in found]


def list_at_most(floor: Floor, most: int) -> None:
    ground = floor.desk.ground
    ground.follow(replace(ground.policy, list_most=most))
