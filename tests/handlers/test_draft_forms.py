"""Forms that are closed before they are sent, at the edge of the real desk: kept, resumed, thrown away."""

from collections.abc import Mapping
from typing import Any

import pytest

from tests.handlers.filling import REQUEST, inputs
from tests.handlers.office import BORIS, Office
from tests.handlers.reading import texts
from tests.handlers.slack_edge import sentence


def opened(office: Office, form: Mapping[str, Any], name: str, answers: Mapping[str, str]) -> dict[str, Any]:
    office.press(form, answers, f"form:section:{name}", name)
    return office.opened()


def drafts(office: Office) -> list[Mapping[str, str]]:
    return [each.answers for each in office.desk.drafts.mine(office.person())]


def test_a_form_that_is_closed_is_kept_as_a_draft(office: Office) -> None:
    office.close(office.begin(), REQUEST)

    (kept,) = drafts(office)
    assert kept["facts"] == REQUEST["facts"]
    assert office.type("/liaison drafts")["text"] == "Your drafts: 1"


def test_a_form_in_which_nobody_filled_in_anything_is_not_kept(office: Office) -> None:
    office.close(office.begin(), {})

    assert drafts(office) == []


def test_a_form_of_which_slack_tells_nothing_when_it_closes_leaves_the_draft_as_it_was(
    office: Office,
) -> None:
    form = office.begin()
    office.choose(form, REQUEST, "priority")
    before = drafts(office)
    closed = {"type": "view_closed", "is_cleared": True, "view": {**form, "state": {"values": {}}}}

    office.slack.send(office.slack.form() | closed)

    assert drafts(office) == before


@pytest.mark.parametrize("all_at_once", [True, False])
def test_closing_a_section_keeps_what_was_typed_there(office: Office, all_at_once: bool) -> None:
    form = office.begin()
    section = opened(office, form, "identity", REQUEST)

    office.close(section, {"aliases": "Eddie"}, all_at_once=all_at_once)

    assert drafts(office)[0]["aliases"] == "Eddie"


def test_a_draft_is_resumed_where_it_was_left(office: Office) -> None:
    office.close(office.begin(kind="travel", country="CI"), {"family_name": "Example"})
    (draft,) = office.desk.drafts.mine(office.person())

    office.click("draft:resume:0", draft.id)

    form = office.opened()
    assert inputs(form)["family_name"]["initial_value"] == "Example"
    assert any("Côte d'Ivoire" in text for text in texts(form["blocks"]))


def test_nobody_resumes_or_throws_away_somebody_elses_draft(office: Office) -> None:
    office.close(office.begin(), REQUEST)
    (draft,) = office.desk.drafts.mine(office.person())

    office.click("draft:resume:0", draft.id, as_=BORIS)
    resumed = sentence(office.answer())
    office.click("draft:discard:0", draft.id, as_=BORIS)
    thrown = sentence(office.answer())

    assert resumed.startswith("This draft is not there any more")
    assert thrown == resumed
    assert len(drafts(office)) == 1


def test_a_draft_is_thrown_away(office: Office) -> None:
    office.close(office.begin(), REQUEST)
    (draft,) = office.desk.drafts.mine(office.person())

    office.click("draft:discard:0", draft.id)

    assert office.answer()["text"] == "Thrown away"
    assert drafts(office) == []


def test_filing_uses_the_draft_up(office: Office) -> None:
    form = office.begin()
    office.choose(form, REQUEST, "priority")

    office.submit(form, REQUEST)

    assert drafts(office) == []


def test_what_is_not_right_yet_is_kept_when_the_form_is_refused(office: Office) -> None:
    form = office.begin()

    office.submit(form, REQUEST | {"birth": "nonsense"})

    assert drafts(office)[0]["birth"] == "nonsense"
