"""What nobody should answer in a notice's form: named beside its field, and nothing is filed of it."""

import pytest

from bot.rules.steps import AskKind
from storage.records.notices import Colour, NoticeState
from tests.scenarios.at_the_form import fills_in, keeps_section, on_top, opens, opens_section, standing
from tests.scenarios.notices.cases import TODAY, brought, files_whole, recorded, with_words
from tests.world import AGENCY, DESK, OLGA, RITA, World
from tests.world_forms import acknowledged, lines

LEAST = {"family_name": "Example", "forename": "Edgar", "facts": "Invented.", "agency": AGENCY}
SHAPES = {
    "ori": "An ORI is two letters of the state and seven letters or digits, such as VAEX00100.",
    "ncic": "A NIC is a letter and nine digits, such as M123456789.",
}
HOW_LONG = "Say how long in years or months: 10 years, 6 months, life."
NO_REQUEST = "There is no such request. Write it like LR-2026-00042."
NO_NUMBER = {"control_number": "Write the number as INTERPOL gave it, such as A-1234/5-2020."}
HOME = "The desk is the United States' own bureau. Name the other country."


def test_numbers_of_the_wrong_shape_stand_beside_their_fields_and_right_ones_are_kept(world: World) -> None:
    opens(world, RITA, "/notice new red FR")
    fills_in(world, RITA, **LEAST, birth="1990", basis="prosecution")
    opens_section(world, RITA, "identity")
    document = world.submits(RITA, {"document": "none!"})
    world.submits(RITA, {"document": "US X1234567"})
    opens_section(world, RITA, "charges")
    past = world.submits(RITA, {"limitation_on": "2026-01-01"})
    world.submits(RITA, {"limitation_on": "2030-01-01", "penalty": "as long as it takes"})
    opens_section(world, RITA, "case")
    shapes = world.submits(RITA, {"ori": "X1", "ncic": "12", "request_reference": "LR-2026-99"})
    world.submits(RITA, {"ori": "VAEX00100", "ncic": "W123456789"})
    at_filing = world.submits(RITA, {})
    keeps_section(world, RITA, "charges", penalty="1 year")
    too_short = world.submits(RITA, {})
    keeps_section(world, RITA, "charges", penalty="10 years")
    no_request = world.submits(RITA, {})
    keeps_section(world, RITA, "case", request_reference="")
    filed = world.submits(RITA, {})

    assert document.errors == {
        "document": "Write its number, and the country if you like: X1234567 or US X1234567."
    }
    assert past.errors == {"limitation_on": "This day is past."}
    assert shapes.errors == SHAPES
    assert list(at_filing.errors) == ["family_name"], (
        "what stands in a section is told beside the first field"
    )
    assert at_filing.errors["family_name"].startswith(
        f"Charge and penalty: Longest possible penalty: {HOW_LONG}"
    )
    assert too_short.errors["family_name"] == (
        "Charge and penalty: Longest possible penalty: A Red Notice needs a longest possible penalty of at "
        "least two years. A Blue Notice may be the right one: it needs no such penalty. "
        "(RPD article 83(1)(b))"
    )
    assert no_request.errors == {
        "family_name": f"Case and contact: Liaison request that it belongs to: {NO_REQUEST}"
    }
    assert "is filed: Red Notice." in filed.views[-1].plain


def test_answers_that_cannot_both_be_true_are_named_at_filing(world: World) -> None:
    opens(world, RITA, "/notice new red FR")
    fills_in(world, RITA, **LEAST, birth="2000-05", basis="sentence")
    keeps_section(world, RITA, "facts", facts_on="1999-01-01")
    keeps_section(world, RITA, "charges", sentence="2 years", sentence_left="3 years", convicted="no")
    keeps_section(world, RITA, "warrant", warrant_on="2001-01-01")
    red = world.submits(RITA, {}).errors
    world.slack.close(RITA, on_top(world, RITA))
    opens(world, RITA, "/notice new yellow FR")
    fills_in(world, RITA, subject="child", **LEAST, birth="1990")
    keeps_section(world, RITA, "disappearance", last_seen_on="1989-02-02")
    yellow = world.submits(RITA, {}).errors

    for sentence in (
        "Day and place: When it happened: This is before the person was born (2000-05). Check both dates.",
        "Of it, left to serve: This is more than the sentence imposed, 2 years. Check both.",
        "Has a court convicted the person?: There is no sentence without a conviction. Choose prosecution",
    ):
        assert sentence in red["family_name"]
    assert yellow == {
        "birth": "Born 1990, this person is of age. Check the date, or choose a missing adult.",
        "subject": "Disappearance: Last seen, or found, on: This is before the person was born (1990). Check "
        "both dates.",
    }
    assert world.said(DESK) == []


def test_answers_that_cannot_both_be_true_are_named_beside_the_field_when_they_are_added(
    world: World,
) -> None:
    reference = brought(world, Colour.YELLOW, NoticeState.REVIEW)
    overview = world.clicks(OLGA, "Add details", world.card(reference)).views[-1]
    section = lines(overview)["disappearance"]["action_id"]
    acknowledged(world.slack.click(OLGA, overview, action_id=section))
    wrong = world.submits(OLGA, {"last_seen_on": "2018-05-01", "recorded_on": "2017-01-01"})

    assert wrong.errors == {"recorded_on": "This is before the person was born (2018-05). Check both dates."}
    assert "2017-01-01" not in world.reads(OLGA, world.card(reference))


def test_a_country_that_cannot_be_asked_is_named_before_the_form_opens(world: World) -> None:
    beginning = opens(world, RITA, "/notice new red US")
    by_form = world.submits(RITA, {"country": "US"})
    world.slack.close(RITA, on_top(world, RITA))
    unknown = opens(world, RITA, "/notice new yellow Narnia")
    world.slack.close(RITA, unknown)
    straight = opens(world, RITA, "/notice new yellow france")

    assert by_form.errors == {"country": HOME}
    assert standing(beginning)["colour"] == "red"
    assert standing(unknown)["colour"] == "yellow"
    assert "country" not in standing(unknown)
    assert "France. Outgoing: the United States asks for it." in straight.plain


def test_a_control_number_that_is_none_or_another_notices_is_named_beside_its_field(world: World) -> None:
    known = recorded(world, control_number="A-77/2-2026")
    sent = brought(world, Colour.GREEN, NoticeState.SENT)
    words = world.steps(OLGA, "Published", sent, control_number="soon", published_on=TODAY)
    taken = world.submits(OLGA, {"control_number": "a 77 / 2-2026"})
    right = world.submits(OLGA, {"control_number": "A-78/11-2026"})
    incoming = world.sends_notice("blue", OLGA, way="in", control_number="their number")
    again = world.submits(OLGA, {"control_number": "A78/11-2026"})

    assert words.errors == incoming.errors == NO_NUMBER
    assert taken.errors == {"control_number": f"{known} has this control number already."}
    assert not right.errors
    assert again.errors == {"control_number": f"{sent} has this control number already."}


def test_the_days_of_a_treaty_are_a_number_and_the_arrest_counts_from_its_own_day(world: World) -> None:
    reference = brought(world, Colour.RED)
    world.after(days=3)
    arrest = {"arrested_on": TODAY, "arrested_in": "FR", "evidence": "EX-1"}
    wrong = {
        days: world.steps(OLGA, "Arrested", reference, **arrest, treaty_days=days).errors
        for days in ("0", "200", "six weeks")
    }
    world.submits(OLGA, {"treaty_days": "60"})

    sentence = "Write the number of days, from 1 to 180, such as 45."
    assert wrong == {days: {"treaty_days": sentence} for days in ("0", "200", "six weeks")}
    assert "Jan 21, 00:00 EST)" in world.card(reference).plain, "sixty days after 2026-11-22"


@pytest.mark.parametrize("world", ["socket mode, sqlite"], indirect=True)
@pytest.mark.parametrize("letter", ["ع", "🔥"])
def test_the_largest_form_filled_to_the_brim_is_filed_shown_whole_and_drawn_again(
    world: World, letter: str
) -> None:
    units = len(letter.encode("utf-16-le")) // 2
    longest = {AskKind.LINE: 300 // units, AskKind.TEXT: 3000 // units}
    given = with_words(Colour.RED, lambda ask: letter * longest[ask.kind])
    reference = files_whole(world, Colour.RED, changes={**given, "level": "state"})
    details = world.reads(OLGA, world.card(reference))
    overview = world.clicks(OLGA, "Add details", world.card(reference)).views[-1]
    again: dict[str, str] = {}
    for button in lines(overview).values():
        opened = acknowledged(world.slack.click(OLGA, overview, action_id=button["action_id"])).views[-1]
        again |= standing(opened)
        world.slack.close(OLGA, opened)

    typed = {name: text for name, text in given.items() if text and name != "nrs"}
    assert len(typed) > 20
    assert details.count(letter) == "".join(map(str, typed.values())).count(letter)
    assert {**again, **typed} == again | {"agency_typed": typed["agency_typed"]}
    assert not any(letter in text for text in world.said(DESK))
