"""Notices that somebody began and did not send yet: kept, listed by what they are, resumed, filed once."""

from typing import Any

import pytest

from storage.records.drafts import Draft
from storage.records.notices import Colour, Means
from storage.records.requests import Direction
from tests.handlers.filling import inputs
from tests.handlers.notice_office import begins, chosen, fits, notice
from tests.handlers.office import BORIS, Office, reference_of
from tests.handlers.reading import sections, texts
from tests.handlers.slack_edge import sentence
from tests.notice_samples import RECEIVED, least

RED = least(Colour.RED)


def draft(office: Office) -> Draft:
    (only,) = office.desk.drafts.mine(office.person())
    return only


def resumed(office: Office) -> dict[str, Any]:
    office.click("draft:resume:0", draft(office).id)
    return office.opened()


def test_a_choice_and_what_is_typed_are_kept_at_once(office: Office) -> None:
    form = begins(office)

    office.choose(form, {"basis": "sentence"}, "basis")
    office.type_into(form, {"basis": "sentence", "facts": "So far."}, "facts")

    assert (draft(office).form, draft(office).answers["basis"]) == ("red", "sentence")
    assert draft(office).answers["facts"] == "So far."


def test_a_form_that_is_closed_is_kept_and_one_that_nobody_touched_is_not(office: Office) -> None:
    form = begins(office)

    office.close(form, {})
    untouched = office.desk.drafts.mine(office.person())
    office.close(form, fits(form, RED))

    assert untouched == ()
    assert draft(office).answers["facts"] == RED["facts"]


@pytest.mark.parametrize(
    ("words", "listed"),
    [
        ("red FR", "*Red Notice*, France. Outgoing: the United States asks for it"),
        ("yellow diffusion MX", "*Yellow diffusion*, Mexico. Outgoing: the United States asks for it"),
        ("blue in CI", "*Incoming Blue Notice*, Côte d'Ivoire. Incoming: another country's, recorded here"),
    ],
)
def test_a_list_says_which_notice_it_is_and_which_way_and_nothing_that_stands_in_it(
    office: Office, words: str, listed: str
) -> None:
    form = begins(office, words)
    office.close(form, {"facts": "Quillfeather was seen."})

    said = "\n".join(texts(office.type("/notice drafts")["blocks"]))

    assert listed in said
    assert "Quillfeather" not in said


@pytest.mark.parametrize(
    ("words", "means", "way"),
    [
        ("green FR", Means.NOTICE, Direction.OUTGOING),
        ("green diffusion FR", Means.DIFFUSION, Direction.OUTGOING),
        ("green in FR", Means.NOTICE, Direction.INCOMING),
        ("green diffusion in FR", Means.DIFFUSION, Direction.INCOMING),
    ],
)
def test_it_is_resumed_with_its_means_and_its_way(
    office: Office, words: str, means: Means, way: Direction
) -> None:
    form = begins(office, words)
    office.close(form, {"family_name": "Example"})
    answers = {**least(Colour.GREEN), **RECEIVED, "recipients": "FR"}

    again = resumed(office)
    office.submit(again, fits(again, answers))

    assert inputs(again)["family_name"]["initial_value"] == "Example"
    filed = notice(office)
    assert (filed.colour, filed.means, filed.direction) == (Colour.GREEN, means, way)


def test_it_is_resumed_with_the_questions_that_its_answers_brought_into_view(office: Office) -> None:
    form = chosen(office, begins(office, "yellow FR"), {"subject": "child"})
    office.press(form, {"forename": "Casey"}, "form:section:identity", "identity")
    office.close(office.opened(), {"photo": "EX-77"}, all_at_once=True)

    again = resumed(office)

    assert inputs(again)["forename"]["initial_value"] == "Casey"
    assert sections(again)["identity"][0].startswith("1 filled in")


def test_a_draft_that_is_resumed_and_sent_twice_is_one_notice_and_no_draft_any_more(office: Office) -> None:
    form = begins(office)
    office.close(form, fits(form, RED))
    again = resumed(office)

    first, second = office.submit(again, {}), office.submit(again, {})

    assert reference_of(first) == reference_of(second)
    assert office.desk.drafts.mine(office.person()) == ()


def test_what_is_refused_is_kept(office: Office) -> None:
    office.submit(begins(office), {"birth": "nonsense"})

    assert draft(office).answers["birth"] == "nonsense"


def test_a_draft_whose_colour_was_changed_is_listed_as_the_new_one(office: Office) -> None:
    form = begins(office, "red FR")
    office.press(form, {"family_name": "Example"}, "form:back")
    other = dict(office.submit(office.redrawn(form), {"colour": "green"})["view"]) | {"id": "V-OTHER"}

    office.choose(other, {"based_on": "grounds"}, "based_on")

    assert draft(office).form == "green"


def test_nobody_else_resumes_it(office: Office) -> None:
    office.close(begins(office), {"family_name": "Example"})

    office.click("draft:resume:0", draft(office).id, as_=BORIS)

    assert sentence(office.answer()).startswith("This draft is not there any more")


def test_drafts_of_requests_and_notices_stand_in_one_list_behind_either_command(office: Office) -> None:
    office.close(begins(office), {"family_name": "Example"})
    office.close(office.begin(), {"family_name": "Example"})

    assert [office.type(f"{command} drafts")["text"] for command in ("/liaison", "/notice")] == [
        "Your drafts: 2",
        "Your drafts: 2",
    ]
