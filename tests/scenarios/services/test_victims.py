"""Victims and witnesses, and whoever trafficks or smuggles people."""

import pytest

from tests.scenarios.at_the_form import fills_in, on_top
from tests.scenarios.services.casework import (
    claimed,
    details,
    done,
    ends,
    from_abroad,
    goes_out,
    is_answered,
    missing,
    own,
    text_to_copy,
)
from tests.world import DESK, OLGA, RITA, World
from tests.world_forms import inputs

pytestmark = pytest.mark.parametrize("world", ["socket mode, postgresql"], indirect=True)

ROBIN = {"family_name": "Example", "forename": "Robin", "birth": "1990-05-17"}
NAMES = set(ROBIN)
INITIALS = "Family name\nE. (initial only)\nForename\nR. (initial only)\nBorn\n1990\n"


def test_a_witness_abroad_is_located_and_interviewed_and_stands_there_by_initials(world: World) -> None:
    reference = claimed(
        world,
        kind="victim_or_witness",
        role="witness",
        task="locate",
        **ROBIN,
        minor="no",
        contact_by="specialists",
        must_not_learn="The former employer",
        questions="What did you see, invented?",
        pseudonym="V-0001",
    )
    shown, hers = details(world, reference), world.reads(RITA, own(world, reference))
    goes_out(world, reference)
    text = text_to_copy(world, reference)
    is_answered(world, reference, "Interviewed in Example Town, invented.")
    ends(world, reference, "Interviewed")

    for read in (shown, hers):
        assert INITIALS in read
        assert "Robin" not in read
    assert not any("Robin" in each for each in (*world.said(DESK), *world.told(RITA)))
    assert "MAY THE POLICE SPEAK TO THE PERSON: Only officers trained for victims or children" in text
    assert "WHO MUST NOT LEARN OF IT: The former employer" in text
    assert "PSEUDONYM IN YOUR CASE: V-0001" in text


def test_a_victim_in_the_united_states_whose_name_nobody_knows_is_identified(world: World) -> None:
    world.begins_request(OLGA, kind="victim_or_witness", direction="incoming")
    by_name = set(inputs(fills_in(world, OLGA, task="locate")))
    by_looks = set(inputs(fills_in(world, OLGA, task="identify")))
    world.slack.close(OLGA, on_top(world, OLGA), clear=True)
    reference = from_abroad(
        world,
        "victim_or_witness",
        role="victim",
        task="identify",
        appearance="About 15, brown hair, a school badge, invented.",
        believed_at="Example City, Texas",
        contact_by="nobody",
    )
    shown = details(world, reference)
    goes_out(world, reference)
    ends(world, reference, "Identified")

    assert by_name - by_looks == NAMES
    assert by_looks - by_name == {"appearance"}
    assert "Is the person a minor? (the country that asks)" in missing(shown)
    assert "May the police speak to the person?\nNo, only find out where the person is" in shown


def test_traffickers_are_investigated_with_another_country_and_their_victims_protected(world: World) -> None:
    reference = claimed(
        world,
        kind="trafficking",
        crime="both",
        subject_is="suspect",
        **ROBIN,
        victims="Four women and two girls",
        minors="yes",
        safe_now="no",
        exploitation=["sexual", "labour"],
        route=["MX", "US"],
        organisers="Example Transport, invented",
    )
    shown = details(world, reference)
    goes_out(world, reference)
    text = text_to_copy(world, reference)
    ends(world, reference, "Victims protected")

    assert INITIALS in shown
    assert {"How many people?", "How are they exploited?", "Countries on the route"} <= done(shown)
    assert "COUNTRIES ON THE ROUTE: Mexico, United States" in text
    assert "HOW ARE THEY EXPLOITED: Sexually; By forced labour" in text
    assert "Human trafficking" in world.card(reference).plain


def test_smuggling_that_another_country_investigates_asks_nothing_of_exploitation(world: World) -> None:
    reference = from_abroad(world, "trafficking", crime="smuggling", offence="smuggling", minors="unknown")
    shown = details(world, reference)
    goes_out(world, reference)
    ends(world, reference, "Suspects located")

    assert "How many people? (the country that asks)" in missing(shown)
    assert not any("exploited" in each for each in missing(shown))
    assert "Offence\nSmuggling of people or children" in world.card(reference).plain.replace("*", "")
