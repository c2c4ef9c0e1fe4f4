"""Details that follow after filing: the checklist shrinks, and whoever has the request hears of it."""

import re

import pytest

from bot.sandbox.messages import Message
from bot.sandbox.views import View
from tests.scenarios.at_the_form import fills_in, on_top, standing
from tests.world import DAN, OLGA, RITA, World
from tests.world_forms import acknowledged, inputs, lines

on_socket = pytest.mark.parametrize("world", ["socket mode, sqlite"], indirect=True)
on_http = pytest.mark.parametrize("world", ["http mode, postgresql"], indirect=True)


def opens_details(world: World, who: str, message: Message, section: str) -> View:
    """*Add details*, and one section of it."""
    overview = world.clicks(who, "Add details", message).views[-1]
    action_id = lines(overview)[section]["action_id"]
    return acknowledged(world.slack.click(who, overview, action_id=action_id)).views[-1]


def owed(card: str) -> int:
    """How many items are missing from the agency."""
    found = re.search(r"Still missing: (\d+) items from the agency", card)
    assert found is not None, card
    return int(found[1])


@on_http
def test_the_checklist_shrinks_everywhere_and_the_owner_is_told(world: World) -> None:
    reference = world.files_request()
    world.steps(OLGA, "Claim", reference)
    [message] = world.slack.dms(RITA)
    before = world.card(reference).plain
    opens_details(world, RITA, message, "identity")
    fills_in(world, RITA, sex="female", document="US X1234567", nationalities=["US"])
    kept = world.submits(RITA, {})
    [after] = world.slack.dms(RITA)
    details = world.reads(DAN, world.card(reference))

    assert owed(before) - owed(world.card(reference).plain) == 3
    assert ", 2 items from the desk." in world.card(reference).plain
    assert "Identity*\n3 filled in" in kept.views[-1].plain
    assert "Still missing, and it may follow: Sex; Nationalities" in message.plain
    assert "Still missing, and it may follow: What identifies the person; " in after.plain
    assert after.ts == message.ts
    assert f"*{reference}* has more details now: <@{RITA}> added them." in world.told(OLGA)[-1]
    assert world.told(DAN) == []
    assert "X1234567" in details
    assert ":white_check_mark: Sex" in details
    assert not any("X1234567" in text for text in (*world.said(), *world.told(OLGA), *world.told(RITA)))


@on_socket
def test_what_stands_there_is_shown_and_one_question_brings_another(world: World) -> None:
    reference = world.files_request(kind="parental_abduction", taken_by="The father, invented")
    [message] = world.slack.dms(RITA)
    first = opens_details(world, RITA, message, "basics")
    world.slack.close(RITA, first)
    world.slack.close(RITA, on_top(world, RITA), clear=True)
    custody = opens_details(world, RITA, message, "custody")
    chosen = fills_in(world, RITA, custody="order", custody_order="Example Court, invented")
    world.submits(RITA, {})

    assert standing(first)["taken_by"] == "The father, invented"
    assert standing(first)["facts"] == "Invented example: a child was not brought back."
    assert not {"agency", "channel", "call_back"} & set(inputs(first))
    assert "custody_order" not in inputs(custody)
    assert "custody_order" in inputs(chosen)
    assert "Example Court, invented" in world.reads(OLGA, world.card(reference))


@on_socket
def test_mistakes_stand_beside_their_fields_and_nothing_is_kept_of_them(world: World) -> None:
    reference = world.files_request(kind="travel", departs_on="2027-05-17", facts="")
    [message] = world.slack.dms(RITA)
    opens_details(world, RITA, message, "journey")
    reversed_days = world.submits(RITA, {"returns_on": "2027-05-16", "flight": "XX 1, invented"})
    world.slack.close(RITA, on_top(world, RITA))
    world.slack.close(RITA, on_top(world, RITA), clear=True)
    opens_details(world, RITA, message, "identity")
    shape = world.submits(RITA, {"document": "no such paper!"})

    assert reversed_days.errors == {
        "returns_on": "This is before 2027-05-17, which cannot be. Check both days."
    }
    assert list(shape.errors) == ["document"]
    assert "XX 1, invented" not in world.reads(OLGA, world.card(reference))


@on_http
def test_of_two_who_add_at_once_the_second_is_told_and_writes_nothing_over(world: World) -> None:
    reference = world.files_request()
    opens_details(world, RITA, world.slack.dms(RITA)[0], "search")
    opens_details(world, OLGA, world.card(reference), "search")
    world.submits(OLGA, {"last_seen": "At the station, invented"})
    late = world.submits(RITA, {"last_seen": "At the harbor, invented"})

    assert late.errors == {
        "police_report": "It has changed since you looked, so nothing was saved. Open it again."
    }
    details = world.reads(DAN, world.card(reference))
    assert "At the station, invented" in details
    assert "harbor" not in details


@on_socket
def test_what_is_over_takes_no_more_details_also_from_a_form_that_is_open(world: World) -> None:
    reference = world.files_request()
    world.steps(OLGA, "Claim", reference)
    [message] = world.slack.dms(RITA)
    opens_details(world, RITA, message, "search")
    world.steps(OLGA, "Close", reference, outcome="Identified")
    late = world.submits(RITA, {"last_seen": "At the harbor, invented"})

    assert late.errors == {"police_report": f"{reference} is now closed, so nothing is added to it."}
    assert "harbor" not in world.reads(OLGA, world.card(reference))
