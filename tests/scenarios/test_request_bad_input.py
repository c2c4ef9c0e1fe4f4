"""What no request is made of: each is answered in words, and nothing of it is kept."""

import base64

import pytest

from bot.rules.fields import PASTED_IMAGE
from handlers.action_ids import FIND_COUNTRY, SHORTCUT_MESSAGE
from storage.records.people import SYSTEM, PersonId
from tests.scenarios.at_the_form import fills_in, on_top, opens, opens_section, resumes, standing
from tests.scenarios.kept import everything_kept
from tests.storage.examples import all_at_once
from tests.world import AGENCY, DAN, DESK, ELSEWHERE, NORA, OLGA, RITA, World

PNG = base64.b64encode(b"\x89PNG\r\n\x1a\n" + bytes(range(256))).decode()
DATA_URI = f"data:image/png;base64,{PNG}"
MARKS = (PNG[:80], PNG[100:180], "data:image")
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
    assert len([each for each in world.said(DESK) if "look as if they were about the same" in each]) == 1
    assert len([each for each in world.said(DESK) if "*State*" in each]) == 2


@on_socket
def test_an_answer_that_is_sent_after_the_request_was_closed(world: World) -> None:
    reference = world.files_request()
    world.steps(OLGA, "Claim", reference)
    world.steps(OLGA, "Ask for information", reference, missing="Invented question?")
    world.clicks(RITA, "Send what is missing", world.slack.dms(RITA)[-1])
    world.steps(OLGA, "Close", reference, outcome="No result")
    late = world.submits(RITA, {"information": "MUCH TOO LATE, invented."})

    assert late.errors == {
        "information": f"It has changed since you looked, so nothing was saved. {reference} is now closed. "
        f"It is with <@{OLGA}>."
    } or late.errors == {
        "information": f"It has changed since you looked, so nothing was saved. {reference} is now closed."
    }
    assert "MUCH TOO LATE" not in everything_kept(world)


@pytest.mark.parametrize("world", ["socket mode, sqlite", "http mode, postgresql"], indirect=True)
def test_an_image_pasted_as_text_is_refused_wherever_it_is_pasted_and_kept_nowhere(world: World) -> None:
    reference = world.files_request()
    world.steps(OLGA, "Claim", reference)
    said = world.slack.message(OLGA, ELSEWHERE, f"Look: {DATA_URI}").message
    assert said is not None
    refused = {}

    opens(world, RITA, "/liaison child FR")
    refused["section"] = pastes_into_section(world)
    world.slack.close(RITA, on_top(world, RITA))
    fills_in(world, RITA, family_name="Example", forename="Casey", birth="2018", facts=DATA_URI)
    refused["hub"] = world.submits(RITA, {}).errors
    world.slack.fill(RITA, on_top(world, RITA), {"facts": f"Before. {PNG}"})
    world.slack.close(RITA, on_top(world, RITA))
    draft = standing(resumes(world, RITA))
    overview = world.clicks(RITA, "Add details", world.slack.dms(RITA)[0]).views[-1]
    opens_section(world, RITA, "search")
    refused["details"] = world.submits(RITA, {"companion": PNG}).errors
    world.clicks(OLGA, "Ask for information", world.card(reference))
    refused["step"] = world.submits(OLGA, {"missing": DATA_URI}).errors
    world.submits(OLGA, {"missing": "Invented question?"})
    world.clicks(RITA, "Send what is missing", world.slack.dms(RITA)[-1])
    refused["answer"] = world.submits(RITA, {"information": f"It is this: {PNG}"}).errors
    world.slack.message_shortcut(DAN, SHORTCUT_MESSAGE, said)
    from_message = world.submits(DAN, {"kind": "missing_child", "country": "FR"}).views[-1]

    kept = everything_kept(world)
    assert refused == {
        "section": {"description": PASTED_IMAGE},
        "hub": {"facts": PASTED_IMAGE},
        "details": {"companion": PASTED_IMAGE},
        "step": {"missing": PASTED_IMAGE},
        "answer": {"information": PASTED_IMAGE},
    }
    assert overview
    assert draft["forename"] == "Casey"
    assert "facts" not in draft
    assert "facts" not in standing(from_message)
    assert "Invented question?" in kept
    assert not any(mark in kept for mark in MARKS)


@on_http
def test_an_address_with_a_password_is_refused_and_one_with_look_alike_letters_shows_them(
    world: World,
) -> None:
    opens(world, RITA, "/liaison url FR")
    errors = [
        world.submits(RITA, {"address": address}).errors["address"]
        for address in (
            "no address",
            "robin:PASS-WORD-7@agency.example",
            "ftp://robin:PASS-WORD-7@agency.example",
        )
    ]
    world.slack.close(RITA, on_top(world, RITA))
    draft = standing(resumes(world, RITA))
    kept = everything_kept(world)
    opens(world, RITA, "/liaison url FR")
    world.submits(RITA, {"address": "https://аgency.example/page"})  # noqa: RUF001  Its first letter is Cyrillic.
    details = world.reads(OLGA, world.card("LR-2026-00001"))

    password = "Leave out the name and password in front of the host. They were not kept."
    assert errors == [
        "Write one web address, such as example.org/page. It is not opened.",
        password,
        password,
    ]
    assert draft["agency"] == "example-county-sheriff"
    assert "PASS-WORD-7" not in str(draft)
    assert "PASS-WORD-7" not in kept
    assert "hxxps://xn--gency-3ve[.]example/page" in details


@on_socket
def test_five_thousand_characters_are_too_many_everywhere(world: World) -> None:
    much = "Invented example. " * 278
    said = world.slack.message(RITA, ELSEWHERE, much).message
    assert said is not None
    opens(world, RITA, "/liaison child FR")
    on_hub = world.slack.submit(
        RITA, on_top(world, RITA), {"family_name": "E", "forename": "C", "birth": "2018", "facts": much}
    )
    opens_section(world, RITA, "identity")
    in_section = world.slack.submit(RITA, on_top(world, RITA), {"description": much, "aliases": much})
    by_command = world.asks(RITA, f"/liaison list {much}")
    world.slack.message_shortcut(RITA, SHORTCUT_MESSAGE, said)
    from_message = world.submits(RITA, {"kind": "missing_child", "country": "FR"}).views[-1]

    assert on_hub.errors == {"facts": "Please enter at most 3000 characters."}
    assert in_section.errors == {
        "description": "Please enter at most 3000 characters.",
        "aliases": "Please enter at most 300 characters.",
    }
    assert by_command == "That is a long query. Use at most 300 characters."
    assert len(standing(from_message)["facts"]) in {2999, 3000}
    assert world.said(DESK) == []


def pastes_into_section(world: World) -> dict[str, str]:
    opens_section(world, RITA, "identity")
    return world.submits(RITA, {"description": PNG, "aliases": "Robin, invented"}).errors


def offers(world: World, words: str) -> list[str]:
    found = world.slack.options(RITA, on_top(world, RITA), FIND_COUNTRY, words)
    return [each["text"]["text"] for each in found]
