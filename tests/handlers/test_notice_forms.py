"""The form of every colour, both ways and by both means: Slack takes it, empty and filled in to the brim."""

import pytest

from bot.rules.colours import COLOURS
from bot.sandbox.blocks import check_view
from handlers.answers import fits, update_body
from handlers.forms import engine, notice
from handlers.forms.engine import Answers
from handlers.forms.every import every_form
from handlers.views.blocks import View
from storage.records.notices import Colour, Means
from storage.records.requests import Direction
from tests.handlers import brim
from tests.handlers.filling import fill, inputs
from tests.handlers.reading import sections as lines_of
from tests.handlers.reading import texts
from tests.slack_types import is_of_slacks_types

EVERY = every_form(brim.DESK, brim.LISTS)
WAYS = [pytest.param(*way, id=f"{way[2]} {way[0]} {way[1]}") for way in brim.NOTICES]
KEY = "0" * 36
OFFICES = ",".join(f"example-agency-number-{number:04}" for number in range(80))


def hub(colour: Colour, means: Means, way: Direction, answers: Answers) -> View:
    began = notice.begin(KEY, colour, means, way, "FR")
    shown = {**notice.usual(began), **answers}
    return notice.render(began, brim.whole_notice(colour, means, way), shown, brim.LISTS, brim.DESK)


def sections(colour: Colour, means: Means, way: Direction, answers: Answers) -> list[View]:
    began, whole = notice.begin(KEY, colour, means, way, "FR"), brim.whole_notice(colour, means, way)
    drawn = (
        draw(began, whole, each.name, answers, brim.LISTS, hub_id="V0123456789")
        for each in whole.sections
        for draw in (engine.part, engine.added)
    )
    return [view for view in drawn if view is not None]


def test_every_colour_both_ways_with_each_section_is_among_the_forms() -> None:
    named = {f"{way} {colour} {means}" for colour, means, way in brim.NOTICES}
    behind = {
        f"{way} {colour} {means}: {each.name}"
        for colour, means, way in brim.NOTICES
        for each in brim.whole_notice(colour, means, way).sections
    }

    assert named | behind <= set(EVERY)
    assert len(named) == 2 * sum(len(row.forms) for row in COLOURS.values())


@pytest.mark.parametrize(("colour", "means", "way"), WAYS)
def test_slack_takes_a_form_filled_in_to_the_brim(colour: Colour, means: Means, way: Direction) -> None:
    for answers in brim.every_turn(brim.whole_notice(colour, means, way)):
        for view in (hub(colour, means, way, answers), *sections(colour, means, way, answers)):
            assert check_view(view) == []


@pytest.mark.parametrize(("colour", "means", "way"), WAYS)
def test_a_form_filled_in_to_the_brim_is_of_slacks_own_types(
    colour: Colour, means: Means, way: Direction
) -> None:
    answers = brim.answers(brim.whole_notice(colour, means, way))

    views = [hub(colour, means, way, answers), *sections(colour, means, way, answers)]

    assert [view["title"]["text"] for view in views if not is_of_slacks_types(view)] == []


@pytest.mark.parametrize(("colour", "means", "way"), WAYS)
def test_a_form_filled_in_to_the_brim_fits_into_the_acknowledgement_that_opens_it(
    colour: Colour, means: Means, way: Direction
) -> None:
    for answers in brim.every_turn(brim.whole_notice(colour, means, way)):
        assert fits(update_body(hub(colour, means, way, answers)))


@pytest.mark.parametrize("colour", Colour)
def test_a_diffusion_to_every_country_and_an_alert_to_many_offices_fit_too(colour: Colour) -> None:
    for way in COLOURS[colour].forms:
        whole = brim.whole_notice(colour, Means.DIFFUSION, way)
        answers = {**brim.answers(whole), "recipients": brim.ALL, "offices": OFFICES}

        view = hub(colour, Means.DIFFUSION, way, answers)

        assert check_view(view) == []
        assert fits(update_body(view))


@pytest.mark.parametrize(("colour", "means", "way"), WAYS)
def test_what_was_filled_in_comes_back_whole(colour: Colour, means: Means, way: Direction) -> None:
    answers = brim.answers(brim.whole_notice(colour, means, way))

    for view in (hub(colour, means, way, answers), *sections(colour, means, way, answers)):
        assert engine.given(fill(view, {})) == {name: answers[name] for name in inputs(view)}


@pytest.mark.parametrize(("colour", "means", "way"), WAYS)
def test_no_part_of_a_form_is_empty_and_no_question_stands_twice(
    colour: Colour, means: Means, way: Direction
) -> None:
    whole = brim.whole_notice(colour, means, way)
    names = [ask.name for ask in whole.asks]
    seen: set[str] = set()
    for answers in ({}, *brim.every_turn(whole)):
        lines = {
            each.label for each in whole.sections if each.name in lines_of(hub(colour, means, way, answers))
        }
        opened = {view["title"]["text"] for view in sections(colour, means, way, answers) if inputs(view)}

        assert opened == lines
        seen |= lines

    assert len(names) == len(set(names))
    assert seen == {each.label for each in whole.sections}


@pytest.mark.parametrize(("colour", "means", "way"), WAYS)
def test_a_form_says_which_notice_it_is_which_way_it_goes_and_of_which_country(
    colour: Colour, means: Means, way: Direction
) -> None:
    about, place, *_ = texts(hub(colour, means, way, {})["blocks"])

    assert COLOURS[colour].emoji in about
    assert COLOURS[colour].purpose in about
    assert ("diffusion" in about) is (means is Means.DIFFUSION)
    assert ("*Incoming" in about) is (way is Direction.INCOMING)
    assert place.startswith(f"France. {way.capitalize()}: ")


@pytest.mark.parametrize("way", Direction)
def test_the_form_of_a_red_notice_says_that_it_is_no_arrest_warrant(way: Direction) -> None:
    said = texts(hub(Colour.RED, Means.NOTICE, way, {})["blocks"])

    assert any("not an arrest warrant" in each for each in said)


def test_only_an_outgoing_diffusion_asks_to_which_countries() -> None:
    asking = {
        (means, way)
        for colour, means, way in brim.NOTICES
        if "recipients" in inputs(hub(colour, means, way, {}))
    }

    assert asking == {(Means.DIFFUSION, Direction.OUTGOING)}


def test_nothing_on_the_hub_asks_for_what_can_follow() -> None:
    asked = {
        colour: list(inputs(hub(colour, Means.NOTICE, Direction.OUTGOING, {})))
        for colour, row in COLOURS.items()
        if Direction.OUTGOING in row.forms
    }

    person = ["family_name", "forename", "birth"]
    assert asked == {
        Colour.RED: [*person, "basis", "facts", "agency", "priority"],
        Colour.BLUE: ["known", *person, "role", "sought", "facts", "agency", "priority"],
        Colour.GREEN: [*person, "based_on", "facts", "agency", "priority"],
        Colour.YELLOW: ["subject", "facts", "agency", "priority"],
    }
