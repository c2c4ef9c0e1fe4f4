"""The form of a request: what it asks after each answer, what it keeps, and what it says of mistakes."""

import pytest

from tests.scenarios.at_the_form import fills_in, keeps_section, on_top, opens, opens_section, standing
from tests.world import OLGA, RITA, World
from tests.world_forms import inputs, lines

CHILD = {"family_name": "Example", "forename": "Casey", "birth": "2018-05", "facts": "Invented example."}
on_socket = pytest.mark.parametrize("world", ["socket mode, sqlite"], indirect=True)
on_http = pytest.mark.parametrize("world", ["http mode, postgresql"], indirect=True)


@on_socket
def test_going_back_keeps_what_was_filled_in_also_for_another_kind(world: World) -> None:
    opens(world, RITA, "/liaison child FR")
    fills_in(world, RITA, **CHILD)
    keeps_section(world, RITA, "identity", sex="female", document="US X1234567")
    world.clicks(RITA, "Back", on_top(world, RITA))
    beginning = on_top(world, RITA)
    other = world.submits(RITA, {"kind": "parental_abduction"}).views[-1]
    world.clicks(RITA, "Back", other)
    same = world.submits(RITA, {"kind": "missing_child", "country": "MX"}).views[-1]
    identity = opens_section(world, RITA, "identity")

    assert standing(beginning) == {"kind": "missing_child", "direction": "outgoing", "country": "FR"}
    assert standing(other).items() >= CHILD.items()
    assert standing(same).items() >= CHILD.items()
    assert "Mexico. Outgoing" in same.plain
    assert standing(identity) == {"sex": "female", "document": "US X1234567"}


@on_socket
def test_what_is_asked_after_an_answer_comes_and_goes_with_what_stood_in_it(world: World) -> None:
    opens(world, RITA, "/liaison adult FR")
    at_first = set(inputs(on_top(world, RITA)))
    fills_in(world, RITA, person_is="missing", family_name="Example", forename="Robin", birth="1990")
    found = fills_in(world, RITA, person_is="unidentified", appearance="Tall, invented.")
    again = fills_in(world, RITA, person_is="missing")
    fills_in(world, RITA, person_is="unidentified", sex="male", facts="Invented example.")
    sent = world.submits(RITA, {})

    assert not at_first & {"family_name", "appearance"}
    assert not set(inputs(found)) & {"family_name", "forename", "birth"}
    assert standing(again).items() >= {"family_name": "Example", "forename": "Robin", "birth": "1990"}.items()
    assert not sent.errors
    details = world.reads(OLGA, world.card("LR-2026-00001"))
    assert "Tall, invented." in details
    assert "Robin" not in details


@on_http
def test_a_section_is_opened_kept_and_shown_again_with_what_stands_in_it(world: World) -> None:
    hub = opens(world, RITA, "/liaison parent FR")
    before = on_top(world, RITA).plain
    custody = opens_section(world, RITA, "custody")
    fills_in(world, RITA, custody="order", custody_order="Example County Court, invented", hague="unknown")
    world.submits(RITA, {})
    kept = on_top(world, RITA)
    again = opens_section(world, RITA, "custody")

    assert "Custody and Hague Convention*\nnothing yet; wanted: Is there a custody order?" in before
    assert "custody_order" not in inputs(custody)
    assert kept.id == hub.id
    assert "Custody and Hague Convention*\n3 filled in" in kept.plain
    assert standing(again)["custody_order"] == "Example County Court, invented"


@on_socket
def test_agency_contact_and_usual_offence_stand_there_already_and_the_line_counts_them(world: World) -> None:
    world.files_request(contact="Example desk, 202-555-0100")
    hub = opens(world, RITA, "/liaison icse MX")
    case = opens_section(world, RITA, "case")

    assert standing(hub) == {"agency": "example-county-sheriff", "priority": "urgent"}
    assert standing(case) == {"contact": "Example desk, 202-555-0100", "offence": "child_abuse_images"}
    assert "Case and contact*\n2 filled in" in hub.plain


@on_http
def test_mistakes_stand_beside_their_fields_and_those_of_sections_on_the_hub(world: World) -> None:
    opens(world, RITA, "/liaison travel FR")
    opens_section(world, RITA, "identity")
    fills_in(world, RITA, document="no such paper!")
    in_section = world.submits(RITA, {})
    world.slack.close(RITA, on_top(world, RITA))
    on_hub = world.submits(
        RITA, {"family_name": " ", "forename": "Robin", "birth": "May", "departs_on": "2027-05-17"}
    )
    world.submits(RITA, {"family_name": "Example", "birth": "1990-05"})
    keeps_section(world, RITA, "identity", document="X1234567")
    filed = world.submits(RITA, {})

    shape = "Write its number, and the country if you like: X1234567 or US X1234567."
    assert in_section.errors == {"document": shape}
    assert on_hub.errors == {
        "family_name": f"Please fill this in. Identity: Passport or identity document: {shape}",
        "birth": "Write it as 1990, 1990-05, 1990-05-17 or 05/17/1990.",
    }
    assert "*LR-2026-00001* is filed" in filed.views[-1].plain
    assert not lines(on_top(world, RITA))
