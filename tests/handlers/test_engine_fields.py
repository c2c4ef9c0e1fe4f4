"""Every kind of question in a form: how it is drawn, what stands in it before, and how it is read again."""

from dataclasses import replace

import pytest

from bot.rules.forms.common import AGENCY
from bot.rules.steps import Ask, AskKind, Form
from bot.sandbox.blocks import check_view
from handlers.forms import engine
from handlers.forms.asking import MENUS, Lists
from handlers.forms.engine import Began
from handlers.views.blocks import View
from tests.handlers.brim import LISTS
from tests.handlers.filling import fill, inputs

CHOICES = (("a", "First"), ("b", "Second"), ("c", "Third"))
ANSWERS = {
    AskKind.LINE: "words",
    AskKind.TEXT: "more words\nand a second line",
    AskKind.DATE: "2026-05-17",
    AskKind.CHOICE: "b",
    AskKind.CHOICES: "a,c",
    AskKind.BIRTH: "1990-05",
    AskKind.COUNTRY: "FR",
    AskKind.COUNTRIES: "CI,FR",
    AskKind.NATIONS: "FR,US",
    AskKind.AGENCY: "example-city-police",
    AskKind.AGENCIES: "example-city-police,harbor-city-police",
    AskKind.OFFICER: "U0ADA",
    AskKind.OFFENCE: "smuggling",
    AskKind.PROGRAMME: "icac",
    AskKind.WEB_ADDRESS: "example.org/page",
}
INITIALS = ("initial_value", "initial_date", "initial_option", "initial_options", "initial_user")


def ask(kind: AskKind) -> Ask:
    choices = CHOICES if kind in {AskKind.CHOICE, AskKind.CHOICES} else ()
    return Ask(name="it", label="It", kind=kind, required=False, choices=choices)


def form(of: Ask, answer: str = "", lists: Lists = LISTS) -> View:
    whole = Form(first=(replace(of, name="it"),))
    began = Began(key="k", name="example", about={})
    return engine.hub(began, whole, {"it": answer}, lists, title="Example", above=[], submit="File")


def test_every_kind_of_question_has_an_answer_here() -> None:
    assert set(ANSWERS) == set(AskKind)


@pytest.mark.parametrize("kind", AskKind)
def test_an_answer_that_is_given_is_read_again(kind: AskKind) -> None:
    assert engine.given(fill(form(ask(kind)), {"it": ANSWERS[kind]})) == {"it": ANSWERS[kind]}


@pytest.mark.parametrize("kind", AskKind)
def test_what_was_answered_before_stands_in_the_field_and_is_read_again(kind: AskKind) -> None:
    view = form(ask(kind), ANSWERS[kind])

    assert check_view(view) == []
    assert engine.given(fill(view, {})) == {"it": ANSWERS[kind]}


@pytest.mark.parametrize("kind", AskKind)
def test_an_empty_field_is_read_as_empty(kind: AskKind) -> None:
    view = form(ask(kind))

    assert check_view(view) == []
    assert not set(INITIALS) & set(inputs(view)["it"])
    assert engine.given(fill(view, {})) == {"it": ""}


@pytest.mark.parametrize("kind", AskKind)
def test_what_is_taken_away_is_read_as_empty(kind: AskKind) -> None:
    view = fill(form(ask(kind), ANSWERS[kind]), {})
    (entry,) = view["state"]["values"]["it"].values()
    (name,) = set(entry) - {"type"}

    entry[name] = [] if name == "selected_options" else None

    assert engine.given(view) == {"it": ""}


@pytest.mark.parametrize("kind", AskKind)
def test_what_is_chosen_is_told_at_once_and_what_is_typed_with_each_letter(kind: AskKind) -> None:
    (block,) = [each for each in form(ask(kind))["blocks"] if each["type"] == "input"]

    typed = block["element"]["type"] == "plain_text_input"
    assert block["dispatch_action"] is True
    assert typed is (kind not in MENUS)
    assert block["element"].get("dispatch_action_config") == (
        {"trigger_actions_on": ["on_character_entered"]} if typed else None
    )


def test_a_field_of_which_slack_tells_nothing_yet_is_read_as_empty() -> None:
    assert engine.given(form(ask(AskKind.LINE)) | {"state": {"values": {}}}) == {"it": ""}


def test_several_countries_are_named_and_not_only_coded() -> None:
    options = inputs(form(ask(AskKind.COUNTRIES), "CI,FR"))["it"]["initial_options"]

    assert [each["text"]["text"] for each in options] == ["Côte d'Ivoire", "France"]


def test_an_agency_that_is_not_registered_any_more_is_left_out() -> None:
    gone = replace(LISTS, agency=lambda each: None if each == "gone" else each.title())

    alone = inputs(form(ask(AskKind.AGENCY), "gone", gone))["it"]
    several = inputs(form(ask(AskKind.AGENCIES), "gone,here", gone))["it"]

    assert "initial_option" not in alone
    assert [each["value"] for each in several["initial_options"]] == ["here"]


@pytest.mark.parametrize("kind", [AskKind.CHOICE, AskKind.CHOICES, AskKind.OFFENCE, AskKind.PROGRAMME])
def test_a_value_that_is_not_offered_any_more_is_left_out(kind: AskKind) -> None:
    view = form(ask(kind), "retired")

    assert check_view(view) == []
    assert engine.given(fill(view, {})) == {"it": ""}


@pytest.mark.parametrize("kind", [AskKind.OFFENCE, AskKind.PROGRAMME])
def test_a_list_in_which_nothing_is_offered_leaves_the_form_open_all_the_same(kind: AskKind) -> None:
    assert check_view(form(ask(kind), "", replace(LISTS, offences=(), programmes=()))) == []


def test_an_answer_longer_than_its_field_is_cut_to_what_slack_takes() -> None:
    view = form(ask(AskKind.LINE), "x" * 400)

    assert check_view(view) == []
    assert len(inputs(view)["it"]["initial_value"]) == 300


def test_the_policys_limit_is_the_fields_limit() -> None:
    view = form(ask(AskKind.TEXT), "", replace(LISTS, limit=500))

    assert inputs(view)["it"]["max_length"] == 500


def test_the_agency_may_be_left_to_a_section_where_it_is_typed() -> None:
    whole = Form(first=(AGENCY,))
    view = engine.hub(
        Began(key="k", name="example", about={}), whole, {}, LISTS, title="Example", above=[], submit="File"
    )

    (block,) = [each for each in view["blocks"] if each["type"] == "input"]
    assert block["optional"] is True
