"""Adults who are missing or nameless, and inquiries about anybody."""

import pytest

from tests.scenarios.at_the_form import fills_in, on_top, opens_section
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
from tests.world import OLGA, RITA, World
from tests.world_forms import inputs, lines

pytestmark = pytest.mark.parametrize("world", ["http mode, sqlite"], indirect=True)

ROBIN = {"family_name": "Example", "forename": "Robin", "birth": "1990-05-17"}
NAMES = set(ROBIN)


def test_a_missing_adult_is_sought_abroad_within_privacy_law_and_may_want_no_contact(world: World) -> None:
    reference = claimed(
        world,
        kind="missing_adult",
        person_is="missing",
        **ROBIN,
        sex="female",
        last_seen="2026-11-01, Example Harbor",
        privacy="allowed",
        privacy_checked_by="Example counsel, Example Privacy Act",
        passing_on="Only that Robin is well",
    )
    shown = details(world, reference)
    goes_out(world, reference)
    text = text_to_copy(world, reference)
    is_answered(world, reference, "Robin is well and wants no contact, invented.")
    ends(world, reference, "Located, and wants no contact")

    assert "Family name\nExample\nForename\nRobin\nBorn\n1990-05-17" in shown
    assert {"Does privacy law let this go out?", "Who checked it, and by which law?"} <= done(shown)
    assert "Police report (the agency)" in missing(shown)
    assert "DOES PRIVACY LAW LET THIS GO OUT: Yes, it was checked" in text
    assert "WHAT MAY BE TOLD TO WHOEVER SEEKS THE PERSON: Only that Robin is well" in text


def test_somebody_abroad_who_cannot_say_who_they_are_is_asked_about_by_their_looks(world: World) -> None:
    world.begins_request(OLGA, kind="missing_adult", direction="incoming")
    by_name = set(inputs(fills_in(world, OLGA, person_is="missing")))
    by_looks = set(inputs(fills_in(world, OLGA, person_is="unidentified")))
    world.slack.close(OLGA, on_top(world, OLGA), clear=True)
    reference = from_abroad(
        world,
        "missing_adult",
        person_is="unidentified",
        sex="male",
        appearance="About 60, grey hair, a scar on the left hand, invented.",
        found_at="2026-11-10, Example Hospital, cared for there",
    )
    shown = details(world, reference)
    goes_out(world, reference)
    text = text_to_copy(world, reference)
    ends(world, reference, "Identified")

    assert by_name - by_looks == NAMES | {"believed_at"}
    assert by_looks - by_name == {"appearance"}
    assert "Found" in done(shown)
    assert not any("Last seen" in each for each in missing(shown))
    assert "Family name" not in shown
    assert "WHAT THE PERSON LOOKS LIKE: About 60, grey hair" in text
    assert "IPQ" not in text


def test_each_thing_that_a_country_may_be_asked_brings_up_its_own_questions(world: World) -> None:
    world.begins_request(RITA, kind="inquiry")
    own_questions = {}
    for asked in ("identity", "criminal_history", "whereabouts", "interview", "welfare", "arrest", "hit"):
        at_once = "hit" in inputs(fills_in(world, RITA, asked=asked))
        section = opens_section(world, RITA, "more")
        own_questions[asked] = (set(inputs(section)) - {"needed_by"}) | ({"hit"} if at_once else set())
        world.slack.close(RITA, section)

    assert own_questions == {
        "identity": set(),
        "criminal_history": {"use"},
        "whereabouts": {"last_seen"},
        "interview": {"questions"},
        "welfare": {"last_seen", "companion", "concern"},
        "arrest": {"arrest", "warrant"},
        "hit": {"hit", "warrant"},
    }
    assert {"identity", "more", "case"} == set(lines(on_top(world, RITA)))


def test_a_country_is_asked_for_a_criminal_history_and_answers_or_refuses(world: World) -> None:
    ask = {"kind": "inquiry", "asked": "criminal_history", **ROBIN, "use": "Trial"}
    answered, refused = claimed(world, **ask), claimed(world, **{**ask, "forename": "Alex"})
    for each in (answered, refused):
        goes_out(world, each)
    text = text_to_copy(world, answered)
    is_answered(world, answered, "Two convictions, invented.")
    ends(world, answered, "Answered")
    ends(world, refused, "Refused by the country asked")

    assert "WHAT IS ASKED FOR: Criminal history" in text
    assert "WHAT WILL THE RECORD BE USED FOR: Trial" in text
    assert "IPQ IP TXT NAM/EXAMPLE, ROBIN DOB/19900517" in text
    assert "Two convictions, invented." in world.reads(RITA, own(world, answered))


def test_another_country_asks_after_a_childs_welfare_and_is_answered(world: World) -> None:
    reference = from_abroad(
        world,
        "inquiry",
        asked="welfare",
        **{**ROBIN, "birth": ""},
        concern="The child is not seen at school.",
    )
    shown = details(world, reference)
    goes_out(world, reference)
    text = text_to_copy(world, reference)
    ends(world, reference, "Answered")

    assert {"Born (the country that asks)", "Last seen (the country that asks)"} <= missing(shown)
    assert "What is feared for the child?" in done(shown)
    assert "SUBJECT: INQUIRY TO OR FROM A COUNTRY - REPLY" in text
    assert "2026-11-22: the bureau of France; a reply" in details(world, reference)
