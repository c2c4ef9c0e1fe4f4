"""Children whom a parent took or keeps, with the Office of Children's Issues."""

import pytest

from tests.scenarios.at_the_form import fills_in, opens_section
from tests.scenarios.services.casework import (
    CHILDRENS_ISSUES,
    NCMEC,
    claimed,
    details,
    done,
    ends,
    from_abroad,
    goes_out,
    missing,
    own,
    tells,
    text_to_copy,
)
from tests.world import DESK, OLGA, RITA, World
from tests.world_forms import inputs

pytestmark = pytest.mark.parametrize("world", ["http mode, postgresql"], indirect=True)

CASEY: dict[str, object] = {"family_name": "Example", "forename": "Casey", "birth": "2018-05-17"}


def test_a_child_whom_a_parent_took_is_sought_by_custody_order_and_hague_convention(world: World) -> None:
    world.begins_request(RITA, kind="parental_abduction")
    opens_section(world, RITA, "custody")
    asked = [set(inputs(fills_in(world, RITA, custody=each))) for each in ("order", "applied", "none")]
    hague = [set(inputs(fills_in(world, RITA, hague=each))) for each in ("filed", "not_partner")]
    world.slack.close(RITA, world.slack.views(RITA)[-1], clear=True)
    reference = claimed(
        world,
        kind="parental_abduction",
        **CASEY,
        taken_by="Robin Example, mother",
        custody="order",
        custody_order="Example County Family Court, EX-C-7; names the father",
        hague="filed",
        hague_application="EX-HAGUE-3 with the Central Authority of France",
    )
    for partner in (NCMEC, CHILDRENS_ISSUES):
        tells(world, reference, partner)
    goes_out(world, reference)
    text, shown = text_to_copy(world, reference), details(world, reference)
    ends(world, reference, "Returned home")

    assert ["custody_order" in each for each in asked] == [True, True, False]
    assert ["hague_application" in each for each in hague] == [True, False]
    assert "WHO TOOK OR KEEPS THE CHILD: Robin Example, mother" in text
    assert "CUSTODY ORDER OR APPLICATION: Example County Family Court, EX-C-7; names the father" in text
    assert "HAGUE APPLICATION: EX-HAGUE-3" in text
    assert {"Is there a custody order?", "Hague application", f"{CHILDRENS_ISSUES} told"} <= done(shown)
    assert "Case number at the Office of Children's Issues (the desk)" in missing(shown)


def test_a_child_whom_a_parent_brought_here_may_stay_when_a_court_orders_so(world: World) -> None:
    reference = from_abroad(
        world,
        "parental_abduction",
        **CASEY,
        taken_by="Robin Example, father",
        custody="applied",
        hague="filed",
        charges="yes",
    )
    shown = details(world, reference)
    goes_out(world, reference)
    text = text_to_copy(world, reference)
    ends(world, reference, "A court ordered that the child stays")

    assert "Custody order or application (the country that asks)" in missing(shown)
    assert f"{CHILDRENS_ISSUES} told (the desk)" in missing(shown)
    assert "Discussed with the Office of Children's Issues" not in shown
    assert "ARE CHARGES OR A RED NOTICE INTENDED: Yes" in text
    assert "SUBJECT: PARENTAL ABDUCTION - REPLY" in text


def test_the_state_department_is_asked_before_a_parent_is_charged(world: World) -> None:
    world.begins_request(RITA, kind="parental_abduction")
    world.fills_request(RITA, **CASEY, taken_by="Robin Example, mother")
    section = opens_section(world, RITA, "taker")
    hint = inputs(section)["charges"]["hint"]["text"]
    without, with_charges = (set(inputs(fills_in(world, RITA, charges=each))) for each in ("no", "yes"))
    world.submits(RITA, {})
    world.submits(RITA, {})
    [card] = [each for each in world.slack.messages(DESK) if "Parental abduction" in each.plain]
    owed = world.reads(OLGA, card)
    world.adds(RITA, own(world, "LR-2026-00001"), charges_discussed_on="2026-11-21")
    answered = details(world, "LR-2026-00001")

    assert (
        hint == "Ask the Office of Children's Issues first: a Red Notice may be refused as a family matter."
    )
    assert with_charges - without == {"charges_discussed_on", "warrant"}
    asked = "Discussed with the Office of Children's Issues on"
    assert f"{asked} (the agency)" in missing(owed)
    assert asked in done(answered)
