"""The form of every kind of request, both ways: Slack takes it, empty and filled in to the brim."""

import pytest

from bot.rules.kinds import KINDS
from bot.sandbox.blocks import check_view
from handlers.answers import fits, update_body
from handlers.forms import engine, intake
from handlers.forms.engine import Answers
from handlers.forms.every import every_form
from handlers.views.blocks import View, cut
from storage.records.countries import Topic
from storage.records.requests import Direction, RequestKind
from tests.handlers import brim
from tests.handlers.filling import fill, inputs
from tests.handlers.registry_samples import requirement
from tests.slack_types import is_of_slacks_types

EVERY = every_form(brim.DESK, brim.LISTS)
WAYS = [pytest.param(*way, id=f"{way[1]} {way[0]}") for way in brim.WAYS]
KEY = "0" * 36
REQUIREMENTS = [
    requirement(topic, text=cut(brim.LONGEST, 400), source=cut(brim.LONGEST, 200))
    for topic in (*Topic, *Topic)
]
"""As many as a country may have, as long as each may be."""
OFFICES = ",".join(f"example-agency-number-{number:04}" for number in range(80))


def hub(kind: RequestKind, way: Direction, answers: Answers) -> View:
    began = intake.begin(KEY, kind, way, "FR")
    shown = {**intake.usual(began), **answers}
    return intake.render(began, brim.whole(kind, way), shown, brim.LISTS, brim.DESK)


def sections(kind: RequestKind, way: Direction, answers: Answers) -> list[View]:
    began, whole = intake.begin(KEY, kind, way, "FR"), brim.whole(kind, way)
    drawn = (
        draw(began, whole, each.name, answers, brim.LISTS, hub_id="V0123456789")
        for each in whole.sections
        for draw in (engine.part, engine.added)
    )
    return [view for view in drawn if view is not None]


def test_every_kind_both_ways_with_each_section_is_among_the_forms() -> None:
    named = {f"{way} {kind}" for kind, way in brim.WAYS}
    behind = {
        f"{way} {kind}: {each.name}" for kind, way in brim.WAYS for each in brim.whole(kind, way).sections
    }

    assert named | behind <= set(EVERY)
    assert len(named) == sum(len(row.forms) for row in KINDS.values())


def test_slack_takes_every_form_as_it_opens() -> None:
    problems = {name: check_view(view) for name, view in EVERY.items()}

    assert {name: found for name, found in problems.items() if found} == {}


def test_every_form_as_it_opens_is_of_slacks_own_types() -> None:
    assert [name for name, view in EVERY.items() if not is_of_slacks_types(view)] == []


@pytest.mark.parametrize(("kind", "way"), WAYS)
def test_slack_takes_a_form_filled_in_to_the_brim(kind: RequestKind, way: Direction) -> None:
    for answers in brim.every_turn(brim.whole(kind, way)):
        for view in (hub(kind, way, answers), *sections(kind, way, answers)):
            assert check_view(view) == []


@pytest.mark.parametrize(("kind", "way"), WAYS)
def test_a_form_filled_in_to_the_brim_is_of_slacks_own_types(kind: RequestKind, way: Direction) -> None:
    answers = brim.answers(brim.whole(kind, way))

    views = [hub(kind, way, answers), *sections(kind, way, answers)]

    assert [view["title"]["text"] for view in views if not is_of_slacks_types(view)] == []


@pytest.mark.parametrize(("kind", "way"), WAYS)
def test_a_form_filled_in_to_the_brim_fits_into_the_acknowledgement_that_opens_it(
    kind: RequestKind, way: Direction
) -> None:
    for answers in brim.every_turn(brim.whole(kind, way)):
        assert fits(update_body(hub(kind, way, answers)))


def test_a_journey_through_every_country_fits_too() -> None:
    answers = {**brim.answers(brim.whole(RequestKind.TRAVEL, Direction.OUTGOING)), "countries": brim.ALL}

    assert fits(update_body(hub(RequestKind.TRAVEL, Direction.OUTGOING, answers)))


def test_many_offices_with_long_names_fit_too() -> None:
    answers = {**brim.answers(brim.whole(RequestKind.TRAVEL, Direction.INCOMING)), "offices": OFFICES}

    assert fits(update_body(hub(RequestKind.TRAVEL, Direction.INCOMING, answers)))


@pytest.mark.parametrize(("kind", "way"), WAYS)
def test_a_form_with_all_that_a_country_requires_fits_too(kind: RequestKind, way: Direction) -> None:
    began, whole = intake.begin(KEY, kind, way, "FR"), brim.whole(kind, way)

    view = intake.render(began, whole, brim.answers(whole), brim.LISTS, brim.DESK, REQUIREMENTS)

    assert check_view(view) == []
    assert fits(update_body(view))


@pytest.mark.parametrize(("kind", "way"), WAYS)
def test_what_was_filled_in_comes_back_whole(kind: RequestKind, way: Direction) -> None:
    whole = brim.whole(kind, way)
    answers = brim.answers(whole)

    for view in (hub(kind, way, answers), *sections(kind, way, answers)):
        assert engine.given(fill(view, {})) == {name: answers[name] for name in inputs(view)}


@pytest.mark.parametrize(("kind", "way"), WAYS)
def test_a_new_form_begins_with_the_priority_of_its_kind_and_asks_for_an_agency(
    kind: RequestKind, way: Direction
) -> None:
    shown = inputs(hub(kind, way, {}))

    assert shown["priority"]["initial_option"]["value"] == KINDS[kind].priority
    assert "agency" in shown


@pytest.mark.parametrize(("kind", "way"), WAYS)
def test_what_a_form_says_of_itself_is_its_kind_its_way_and_the_other_country(
    kind: RequestKind, way: Direction
) -> None:
    about, place = (block for block in hub(kind, way, {})["blocks"][:2])

    assert KINDS[kind].label in about["text"]["text"]
    assert place["elements"][0]["text"].startswith(f"France. {way.capitalize()}: ")
