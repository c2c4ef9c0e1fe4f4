"""Adding details to a request that is filed, at the edge of the real desk."""

from collections.abc import Mapping
from typing import Any

import pytest

from tests.handlers.examples import ADA
from tests.handlers.filling import REQUEST, inputs
from tests.handlers.office import BORIS, Office
from tests.handlers.reading import sections
from tests.handlers.slack_edge import sentence

REFERENCE = "LR-2026-00001"
WANTED = "Nationalities; Passport or identity document; What identifies the person"


def overview(office: Office, as_: str = ADA) -> dict[str, Any]:
    office.click("step:request:supplement", office.request(REFERENCE).id, as_=as_)
    return office.opened()


def section(office: Office, shown: Mapping[str, Any], name: str) -> dict[str, Any]:
    office.press(shown, {}, f"added:section:{name}", name)
    return office.opened()


def filed(office: Office, kind: str = "fugitive", *, deciding: str = "", **answers: str) -> None:
    """With these answers; other questions come into view by the `deciding` one."""
    form = office.begin(kind=kind)
    if deciding:
        office.choose(form, answers, deciding)
        form = office.redrawn(form)
    shown = {name: answer for name, answer in REQUEST.items() if name in inputs(form)}
    answer = office.submit(form, shown | answers)
    assert "errors" not in answer, answer


def test_every_section_can_be_added_to_and_what_was_asked_first_too(office: Office) -> None:
    filed(office)

    view = overview(office)

    shown = sections(view)
    assert view["title"]["text"] == "Add details"
    assert set(shown) == {"identity", "wanted", "on_the_run", "case", "basics"}
    assert shown["identity"] == (f"nothing yet; wanted: Sex; {WANTED}", "Add")
    assert shown["basics"] == ("5 filled in; optional", "Change")


def test_what_is_added_is_kept_and_counted_at_once(office: Office) -> None:
    filed(office)
    shown = overview(office)

    answer = office.submit(section(office, shown, "identity"), {"sex": "male", "aliases": "Eddie"})

    assert answer == {}
    assert sections(office.redrawn(shown))["identity"] == (f"2 filled in; wanted: {WANTED}", "Change")
    assert office.request(REFERENCE).answers["aliases"] == "Eddie"


def test_one_section_after_the_other_is_added_to(office: Office) -> None:
    filed(office)
    shown = overview(office)
    office.submit(section(office, shown, "identity"), {"sex": "male"})

    office.submit(section(office, office.redrawn(shown), "wanted"), {"charge": "Invented charge"})

    answers = office.request(REFERENCE).answers
    assert (answers["sex"], answers["charge"]) == ("male", "Invented charge")


def test_what_was_answered_when_it_was_filed_stands_in_the_section(office: Office) -> None:
    filed(office)

    basics = inputs(section(office, overview(office), "basics"))

    assert basics["family_name"]["initial_value"] == REQUEST["family_name"]
    assert basics["facts"]["initial_value"] == REQUEST["facts"]
    assert basics["priority"]["initial_option"]["value"] == "normal"
    assert "agency" not in basics


def test_a_mistake_stands_beside_its_field_and_nothing_is_kept(office: Office) -> None:
    filed(office)

    answer = office.submit(section(office, overview(office), "identity"), {"document": "!", "sex": "male"})

    assert set(answer["errors"]) == {"document"}
    assert "sex" not in office.request(REFERENCE).answers


def test_a_section_of_an_older_request_is_refused(office: Office) -> None:
    filed(office)
    shown = overview(office)
    first, second = section(office, shown, "identity"), section(office, shown, "wanted")
    office.submit(first, {"sex": "male"})

    answer = office.submit(second, {"charge": "Invented charge"})

    assert "It has changed since you looked" in str(answer["errors"])
    assert "charge" not in office.request(REFERENCE).answers


def test_a_choice_in_a_section_brings_what_depends_on_it_into_view(office: Office) -> None:
    filed(office, "parental_abduction", birth="2018-05", taken_by="Erin Example, the mother")
    custody = section(office, overview(office), "custody")

    office.choose(custody, {"custody": "order", "childrens_issues_case": "EX-1"}, "custody")

    redrawn = inputs(office.redrawn(custody))
    assert "custody_order" in redrawn
    assert redrawn["childrens_issues_case"]["initial_value"] == "EX-1"


def test_nothing_is_lost_of_a_section_whose_questions_depend_on_what_was_asked_first(office: Office) -> None:
    filed(office, "missing_adult", deciding="person_is", person_is="missing", sex="male")
    shown = overview(office)
    office.submit(section(office, shown, "identity"), {"document": "X1234567", "aliases": "Eddie"})

    office.submit(section(office, office.redrawn(shown), "identity"), {"languages": "English"})

    answers = office.request(REFERENCE).answers
    assert (answers.get("document"), answers.get("aliases"), answers.get("languages")) == (
        "X1234567",
        "Eddie",
        "English",
    )


def test_a_stranger_to_the_request_adds_nothing(office: Office) -> None:
    filed(office)
    office.admit(BORIS, "harbor-city-police")

    office.click("step:request:supplement", office.request(REFERENCE).id, as_=BORIS)

    assert "I found nothing" in sentence(office.answer())


def test_nothing_is_added_to_what_is_over(office: Office) -> None:
    filed(office)
    office.click("step:request:withdraw", office.request(REFERENCE).id)
    office.answer()

    office.click("step:request:supplement", office.request(REFERENCE).id)

    assert sentence(office.answer()).startswith("LR-2026-00001 is now withdrawn, so nothing is added")


@pytest.mark.parametrize("name", ["identity", "wanted", "on_the_run", "case", "basics"])
def test_a_section_that_is_kept_as_it_was_changes_nothing(office: Office, name: str) -> None:
    filed(office)
    before = office.request(REFERENCE)

    office.submit(section(office, overview(office), name), {})

    assert office.request(REFERENCE) == before
