"""Inside a request's form at the edge of the real desk: sections, choices, and going back."""

from collections.abc import Mapping
from typing import Any

from storage.records.requests import Direction, RequestKind
from tests.handlers import brim
from tests.handlers.filling import REQUEST, inputs
from tests.handlers.office import Office
from tests.handlers.reading import sections, texts

WITNESS = (RequestKind.VICTIM_OR_WITNESS, Direction.INCOMING)


def opened(office: Office, form: Mapping[str, Any], name: str, answers: Mapping[str, str]) -> dict[str, Any]:
    office.press(form, answers, f"form:section:{name}", name)
    return office.opened()


def drafts(office: Office) -> list[Mapping[str, str]]:
    return [each.answers for each in office.desk.drafts.mine(office.person())]


def test_a_section_that_is_kept_is_counted_on_the_hub(office: Office) -> None:
    form = office.begin()

    office.submit(opened(office, form, "identity", {}), {"sex": "male", "aliases": "Eddie"})

    wanted = "Nationalities; Passport or identity document; What identifies the person"
    assert sections(office.redrawn(form))["identity"] == (f"2 filled in; wanted: {wanted}", "Change")


def test_a_section_that_is_closed_is_counted_on_the_hub_for_what_was_typed_is_kept(office: Office) -> None:
    form = office.begin()

    office.close(opened(office, form, "identity", {}), {"aliases": "Eddie"})

    told, button = sections(office.redrawn(form))["identity"]
    assert told.startswith("1 filled in; wanted: Sex")
    assert button == "Change"


def test_a_section_that_is_closed_together_with_its_hub_draws_nothing_anew(office: Office) -> None:
    form = office.begin()

    office.close(opened(office, form, "identity", {}), {"aliases": "Eddie"}, all_at_once=True)

    assert drafts(office)[0]["aliases"] == "Eddie"
    assert office.slack.slack.quiet


def test_what_was_typed_on_the_hub_is_there_when_it_is_drawn_anew(office: Office) -> None:
    form = office.begin()

    office.submit(opened(office, form, "identity", REQUEST), {"sex": "male"})

    redrawn = inputs(office.redrawn(form))
    assert redrawn["family_name"]["initial_value"] == REQUEST["family_name"]
    assert redrawn["agency"]["initial_option"]["value"] == REQUEST["agency"]


def test_a_section_opens_with_what_was_kept_of_it(office: Office) -> None:
    form = office.begin()
    office.submit(opened(office, form, "identity", {}), {"aliases": "Eddie", "nationalities": "FR,US"})
    office.redrawn(form)

    again = inputs(opened(office, form, "identity", {}))

    assert again["aliases"]["initial_value"] == "Eddie"
    assert [each["value"] for each in again["nationalities"]["initial_options"]] == ["FR", "US"]


def test_what_is_taken_out_of_a_section_stays_out(office: Office) -> None:
    form = office.begin()
    office.submit(opened(office, form, "identity", {}), {"aliases": "Eddie"})
    office.redrawn(form)

    office.submit(opened(office, form, "identity", {}), {"aliases": ""})

    assert sections(office.redrawn(form))["identity"][0].startswith("nothing yet; wanted: Sex; ")


def test_a_choice_brings_the_questions_that_depend_on_it_into_view(office: Office) -> None:
    form = office.begin(kind="missing_adult")

    office.choose(form, {"person_is": "missing", "facts": "So far."}, "person_is")

    redrawn = inputs(office.redrawn(form))
    assert {"family_name", "forename", "birth"} <= set(redrawn)
    assert "appearance" not in redrawn
    assert redrawn["facts"]["initial_value"] == "So far."


def test_another_choice_takes_them_away_and_what_stood_in_them_is_not_filed(office: Office) -> None:
    form = office.begin(kind="missing_adult")
    office.choose(form, {"person_is": "missing"}, "person_is")
    named = office.redrawn(form)
    named_answers = {"person_is": "unidentified", "family_name": "Example", "sex": "unknown"}
    office.choose(named, named_answers, "person_is")
    nameless = office.redrawn(named)

    more = {"appearance": "About forty.", "facts": "Found.", "agency": "example-county-sheriff"}
    filed = office.submit(nameless, more)

    assert "is filed" in texts(filed["view"]["blocks"])[0]
    request = office.request("LR-2026-00001")
    assert (request.answers.get("family_name"), request.answers["appearance"]) == (None, "About forty.")


def test_a_choice_on_which_nothing_depends_is_only_kept(office: Office) -> None:
    form = office.begin()

    office.choose(form, {"priority": "flash"}, "priority")

    assert office.slack.slack.quiet
    assert drafts(office)[0]["priority"] == "flash"


def test_a_choice_in_a_section_draws_the_section_anew(office: Office) -> None:
    form = office.begin(kind="parental_abduction")
    custody = opened(office, form, "custody", {})

    office.choose(custody, {"custody": "order"}, "custody")

    assert "custody_order" in inputs(office.redrawn(custody))


def test_a_section_depends_on_what_was_chosen_on_the_hub(office: Office) -> None:
    form = office.begin(kind="trafficking")

    smuggled = opened(office, form, "victims", {"crime": "smuggling"})
    trafficked = opened(office, form, "victims", {"crime": "trafficking"})

    assert ("exploitation" in inputs(smuggled), "exploitation" in inputs(trafficked)) == (False, True)


def test_a_mistake_in_a_question_that_depends_on_the_hub_is_said_in_its_section(office: Office) -> None:
    form = office.begin(kind="missing_adult")
    identity = opened(office, form, "identity", {"person_is": "missing"})

    answer = office.submit(identity, {"document": "!"})

    assert set(answer.get("errors", {})) == {"document"}


def test_going_back_keeps_what_was_answered_for_another_kind(office: Office) -> None:
    form = office.begin(kind="fugitive")

    office.press(form, REQUEST, "form:back")
    beginning = office.redrawn(form)
    other = office.submit(beginning, {"kind": "noncompliant_offender"})["view"]

    assert inputs(beginning)["kind"]["initial_option"]["value"] == "fugitive"
    assert inputs(other)["family_name"]["initial_value"] == REQUEST["family_name"]
    assert inputs(other)["facts"]["initial_value"] == REQUEST["facts"]


def test_the_fullest_form_comes_back_by_an_acknowledgement_too(office: Office) -> None:
    form = office.begin(kind="victim_or_witness", direction="incoming")
    office.choose(form, {"task": "identify"}, "task")
    full = office.redrawn(form)
    answers = brim.answers(brim.whole(*WITNESS))
    office.press(full, {name: answers[name] for name in inputs(full)}, "form:back")

    again = office.submit(office.redrawn(full), {})

    assert inputs(again["view"])["facts"]["initial_value"] == brim.TEXT
