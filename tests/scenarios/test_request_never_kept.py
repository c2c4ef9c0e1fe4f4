"""What is never kept of what somebody pastes into a form: images in letters, passwords, too much."""

import base64

import pytest

from bot.rules.fields import PASTED_IMAGE
from handlers.action_ids import SHORTCUT_MESSAGE
from tests.scenarios.at_the_form import fills_in, on_top, opens, opens_section, resumes, standing
from tests.scenarios.kept import everything_kept
from tests.world import DAN, DESK, ELSEWHERE, OLGA, RITA, World

PNG = base64.b64encode(b"\x89PNG\r\n\x1a\n" + bytes(range(256))).decode()
DATA_URI = f"data:image/png;base64,{PNG}"
MARKS = (PNG[:80], PNG[100:180], "data:image")
on_socket = pytest.mark.parametrize("world", ["socket mode, sqlite"], indirect=True)
on_http = pytest.mark.parametrize("world", ["http mode, postgresql"], indirect=True)


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
