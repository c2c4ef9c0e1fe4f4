"""What no request is made of: each is answered in words, and nothing of it is kept."""

import pytest

from handlers.action_ids import FIND_COUNTRY
from storage.records.people import SYSTEM, PersonId
from tests.scenarios.at_the_form import fills_in, on_top, opens, opens_section
from tests.scenarios.kept import everything_kept
from tests.storage.examples import all_at_once
from tests.world import AGENCY, DESK, NORA, OLGA, RITA, World

HARBOR, HARBORS = "harbor-city-police", "Harbor City Police Department (CAEX00300)"
on_socket = pytest.mark.parametrize("world", ["socket mode, sqlite"], indirect=True)
on_http = pytest.mark.parametrize("world", ["http mode, postgresql"], indirect=True)


@on_socket
def test_a_kind_that_does_not_go_that_way_and_a_country_that_cannot_be_asked(world: World) -> None:
    form = opens(world, RITA, "/liaison")
    one_way = world.submits(RITA, {"kind": "fugitive", "direction": "incoming", "country": "United States"})
    offered = {words: offers(world, words) for words in ("narnia", "Hong Kong", "taiwan", "fr")}
    world.submits(RITA, {"direction": "outgoing", "country": "FR"})

    assert form.id == on_top(world, RITA).id
    assert one_way.errors == {
        "direction": "“Fugitive” is outgoing only. Choose that, or another kind.",
        "country": "The desk is the United States' own bureau. Name the other country.",
    }
    assert offered["narnia"] == offered["taiwan"] == []
    assert offered["Hong Kong"] == ["China (for Hong Kong)"]
    assert offered["fr"][0] == "France"
    assert "Fugitive" in on_top(world, RITA).plain
    assert world.said(DESK) == []


@on_http
def test_a_journey_that_is_past_or_ends_before_it_begins(world: World) -> None:
    opens(world, RITA, "/liaison travel MX")
    fills_in(world, RITA, family_name="Example", forename="Robin", birth="1990", departs_on="2026-11-20")
    past = world.submits(RITA, {})
    fills_in(world, RITA, departs_on="2027-05-17")
    opens_section(world, RITA, "journey")
    world.submits(RITA, {"returns_on": "2027-05-16", "told_registry_on": "2026-11-01"})
    reversed_days = world.submits(RITA, {})
    opens_section(world, RITA, "journey")
    future = world.submits(RITA, {"told_registry_on": "2027-06-01"})

    assert past.errors == {"departs_on": "This day is past."}
    assert reversed_days.errors == {
        "family_name": "Journey: Day of return: This is before 2027-05-17, which cannot be. Check both days."
    }
    assert future.errors == {"told_registry_on": "This date is in the future."}
    assert world.said(DESK) == []


@pytest.mark.parametrize("world", ["http mode, sqlite", "socket mode, postgresql"], indirect=True)
def test_the_same_request_from_two_agencies_at_the_same_second(world: World) -> None:
    world.bot.desk.people.admit(PersonId(NORA), HARBOR, by=SYSTEM)
    agencies = {RITA: AGENCY, NORA: HARBORS}
    for who, agency in agencies.items():
        world.begins_request(who)
        world.fills_request(who, family_name="Example", document="X1234567", agency=agency)
    forms = {who: on_top(world, who) for who in agencies}
    filers = list(agencies)

    all_at_once(2, lambda number: world.slack.submit(filers[number], forms[filers[number]]))
    world.settle()

    answers = {who: on_top(world, who).plain for who in filers}
    warned = {who: "Somebody works on the same person and the same document already" in text
              or "Somebody works on the same document and the same person already" in text
              for who, text in answers.items()}  # fmt: skip
    assert all("is filed: Missing or abducted child." in text for text in answers.values())
    assert sorted(warned.values()) == [False, True]
    [second] = [who for who in filers if warned[who]]
    unit = {RITA: "Harbor City Police Department", NORA: "Example County Sheriff's Office"}[second]
    assert f"Call {unit} before you go on." in answers[second]
    assert len([each for each in world.said(DESK) if "may be about the same" in each]) == 1
    assert len([each for each in world.said(DESK) if "*State*" in each]) == 2


@on_socket
def test_an_answer_that_is_sent_after_the_request_was_closed(world: World) -> None:
    reference = world.files_request()
    world.steps(OLGA, "Claim", reference)
    world.steps(OLGA, "Ask for information", reference, missing="Invented question?")
    world.clicks(RITA, "Send what is missing", world.slack.dms(RITA)[-1])
    world.steps(OLGA, "Close", reference, outcome="Identified")
    late = world.submits(RITA, {"information": "MUCH TOO LATE, invented."})

    assert late.errors == {
        "information": f"It has changed since you looked, so nothing was saved. {reference} is now closed."
    }
    assert "MUCH TOO LATE" not in everything_kept(world)


def offers(world: World, words: str) -> list[str]:
    found = world.slack.options(RITA, on_top(world, RITA), FIND_COUNTRY, words)
    return [each["text"]["text"] for each in found]
