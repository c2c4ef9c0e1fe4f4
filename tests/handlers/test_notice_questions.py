"""What a notice's form asks when: by earlier answers, in its sections, and after going back."""

import pytest

from storage.records.notices import Colour, Means
from storage.records.requests import Direction
from tests.handlers import brim
from tests.handlers.filling import inputs
from tests.handlers.notice_office import begins, chosen, fits, kept, notice, section
from tests.handlers.office import Office
from tests.handlers.reading import sections
from tests.notice_samples import least

PERSON = {"family_name", "forename", "birth"}
SHERIFF = "example-county-sheriff"


@pytest.mark.parametrize(
    ("colour", "deciding", "answer", "shown"),
    [
        pytest.param(Colour.BLUE, "known", "no", False, id="Blue on somebody who is not known"),
        pytest.param(Colour.BLUE, "known", "yes", True, id="Blue on somebody who is"),
        pytest.param(Colour.YELLOW, "subject", "child", True, id="Yellow on a child"),
        pytest.param(Colour.YELLOW, "subject", "adult", True, id="Yellow on an adult"),
        pytest.param(Colour.YELLOW, "subject", "unidentified", False, id="Yellow on somebody unidentified"),
    ],
)
def test_a_name_is_only_asked_of_somebody_who_has_one(
    office: Office, colour: Colour, deciding: str, answer: str, shown: bool
) -> None:
    form = begins(office, f"{colour} FR")

    office.choose(form, {deciding: answer, "facts": "So far."}, deciding)

    redrawn = inputs(office.redrawn(form))
    assert (set(redrawn) >= PERSON, bool(set(redrawn) & PERSON)) == (shown, shown)
    assert redrawn["facts"]["initial_value"] == "So far."


@pytest.mark.parametrize("colour", [Colour.BLUE, Colour.YELLOW])
def test_a_name_that_was_typed_before_is_not_filed_of_somebody_who_has_none(
    office: Office, colour: Colour
) -> None:
    named = chosen(office, begins(office, f"{colour} FR"), least(colour))
    unknown = {"known": "no"} if colour is Colour.BLUE else {"subject": "unidentified"}

    nameless = chosen(office, named, {**least(colour), **unknown})
    office.submit(nameless, fits(nameless, {**least(colour), **unknown}))

    assert not PERSON & set(notice(office).answers)


@pytest.mark.parametrize(
    ("matter", "brought"),
    [
        ("family", {"childrens_issues_on"}),
        ("private", {"organised"}),
        ("behaviour", {"organised"}),
        ("ordinary", set()),
    ],
)
def test_a_family_matter_brings_the_day_of_the_office_of_childrens_issues(
    office: Office, matter: str, brought: set[str]
) -> None:
    charges = section(office, begins(office), "charges")

    office.choose(charges, {"matter": matter, "charge": "Invented charge"}, "matter")

    redrawn = inputs(office.redrawn(charges))
    assert {"childrens_issues_on", "organised"} & set(redrawn) == brought
    assert redrawn["charge"]["initial_value"] == "Invented charge"


@pytest.mark.parametrize(
    ("colour", "name", "deciding", "answer", "brought"),
    [
        (Colour.RED, "extradition", "extradite_from", "some", "extradite_countries"),
        (Colour.RED, "extradition", "level", "state", "expenses"),
    ],
)
def test_a_choice_in_a_section_draws_the_section_anew(
    office: Office, colour: Colour, name: str, deciding: str, answer: str, brought: str
) -> None:
    view = section(office, begins(office, f"{colour} FR"), name)

    office.choose(view, {deciding: answer}, deciding)

    assert brought not in inputs(view)
    assert brought in inputs(office.redrawn(view))


@pytest.mark.parametrize(("based_on", "asked"), [("convictions", "convictions"), ("grounds", "grounds")])
def test_a_section_depends_on_what_was_chosen_on_the_hub(office: Office, based_on: str, asked: str) -> None:
    form = begins(office, "green FR")

    assessment = section(office, form, "assessment", {"based_on": based_on})

    assert {"convictions", "grounds"} & set(inputs(assessment)) == {asked}


def test_going_back_keeps_what_was_answered_for_another_colour(office: Office) -> None:
    form = begins(office, "red FR")
    answers = fits(form, least(Colour.RED))
    hub = kept(office, form, "identity", answers, sex="male", fingerprints="EX-1")

    office.press(hub, answers, "form:back")
    question = office.redrawn(hub)
    other = office.submit(question, {"colour": "blue", "means": "diffusion", "country": "CI"})["view"]

    assert inputs(question)["colour"]["initial_option"]["value"] == "red"
    assert inputs(other)["family_name"]["initial_value"] == "Example"
    assert inputs(other)["facts"]["initial_value"] == answers["facts"]
    assert "basis" not in inputs(other)
    assert sections(other)["identity"][0].startswith("2 filled in")


def test_what_only_the_colour_before_asked_is_not_filed(office: Office) -> None:
    form = begins(office, "red FR")
    office.press(form, fits(form, least(Colour.RED)), "form:back")
    other = office.submit(office.redrawn(form), {"colour": "green"})["view"]

    office.submit(other, {"based_on": "grounds"})

    filed = notice(office)
    assert (filed.colour, filed.answers["based_on"]) == (Colour.GREEN, "grounds")
    assert "basis" not in filed.answers


def test_back_from_what_goes_out_to_what_came_in(office: Office) -> None:
    form = begins(office, "red FR")
    office.press(form, fits(form, least(Colour.RED)), "form:back")
    question = office.redrawn(form)

    other = office.submit(question, {"direction": "incoming"})["view"]

    assert inputs(other)["family_name"]["initial_value"] == "Example"
    assert "control_number" in inputs(other)


def test_the_fullest_form_comes_back_by_an_acknowledgement_too(office: Office) -> None:
    form = chosen(office, begins(office, "yellow diffusion FR"), {"subject": "adult"})
    answers = brim.answers(brim.whole_notice(Colour.YELLOW, Means.DIFFUSION, Direction.OUTGOING))
    office.press(form, {**fits(form, answers), "subject": "adult"}, "form:back")

    again = office.submit(office.redrawn(form), {})

    assert inputs(again["view"])["facts"]["initial_value"] == brim.TEXT
