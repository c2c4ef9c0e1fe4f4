"""Notices that came from an old register: looked up, listed, and worked from the card that they get then."""

from datetime import timedelta

import pytest

from bot.rules.csv_rows import Row
from storage.records.people import Actor
from tests.world import DESK, OLGA, RITA, SHERIFF, World

OPERATOR = Actor("operator:example")
RED = {
    "colour": "red",
    "country": "FR",
    "family_name": "Example",
    "forename": "Edgar",
    "birth": "1990-05",
    "control_number": "A-1/5-2024",
    "published_on": "2024-05-01",
    "state": "published",
    "agency": SHERIFF,
}
OLD = {**RED, "control_number": "A-2/5-2015", "published_on": "2015-05-01", "agency": ""}


@pytest.fixture(name="register")
def _register(world: World) -> World:
    run = world.bot.desk.notice_files.begin(OPERATOR)
    run.take([Row(2, RED), Row(3, OLD)])
    run.end("invented")
    world.settle()
    return world


def test_the_desk_hears_of_them_once_and_nobody_of_each(register: World) -> None:
    register.after(hours=1)

    [said] = register.said(DESK)
    assert "The notices of an old register are in. 1 is past its due moment" in said
    assert "Example" not in said
    assert register.told(RITA) == register.told(OLGA) == []


def test_they_are_looked_up_and_listed_like_any_other(register: World) -> None:
    by_number = register.asks(RITA, "/notice status a 1/5-2024")
    listed = register.asks(OLGA, "/notice list colour:red older:30d")

    assert "NT-2024-00001" in by_number
    assert "published" in by_number
    assert "imported from an old register" in by_number
    assert "Example" not in by_number
    assert "NT-2024-00001" in listed
    assert "NT-2015-00001" in listed
    assert "NT-2015-00001" in register.asks(OLGA, "/notice list overdue")


def test_an_officer_has_its_card_posted_and_works_from_it(register: World) -> None:
    status = register.types(OLGA, "/notice status NT-2024-00001").message
    assert status is not None
    register.clicks(OLGA, "Post its card", status)
    today = (register.slack.clock.now() - timedelta(days=1)).date().isoformat()
    register.steps(OLGA, "Located", "NT-2024-00001", located_on=today, located_in=["FR"], evidence="EX-9")

    assert "located" in register.card("NT-2024-00001").plain
    again = register.types(OLGA, "/notice status NT-2024-00001").message
    assert again is not None
    assert "Post its card" not in again.buttons
    assert register.told(RITA) == []


def test_a_requester_is_offered_no_card(register: World) -> None:
    status = register.types(RITA, "/notice status NT-2024-00001").message

    assert status is not None
    assert "Post its card" not in status.buttons


def test_its_reminder_comes_when_its_five_years_are_over(register: World) -> None:
    register.after(days=950)

    assert any("NT-2024-00001" in each and "due" in each for each in register.said(DESK))
