"""Adults who are missing or nameless, victims and witnesses, traffickers, and inquiries about anybody."""

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
from tests.world import DESK, OLGA, RITA, World
from tests.world_forms import inputs, lines

pytestmark = pytest.mark.parametrize("world", ["http mode, postgresql"], indirect=True)

ROBIN = {"family_name": "Example", "forename": "Robin", "birth": "1990-05-17"}
NAMES = set(ROBIN)
INITIALS = "Family name\nE. (initial only)\nForename\nR. (initial only)\nBorn\n1990\n"


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
