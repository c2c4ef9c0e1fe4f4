"""Text in a request's form while somebody types: kept as a draft letter by letter, whatever comes first."""

from collections.abc import Mapping
from typing import Any

import pytest

from tests.handlers.filling import REQUEST, inputs
from tests.handlers.office import Office

FIRST, SECOND = "1700000000.000001", "1700000000.000002"


def section(office: Office, form: Mapping[str, Any], name: str) -> dict[str, Any]:
    office.press(form, {}, f"form:section:{name}", name)
    return office.opened()


def drafts(office: Office) -> list[Mapping[str, str]]:
    return [each.answers for each in office.desk.drafts.mine(office.person())]


@pytest.mark.parametrize("name", ["family_name", "birth", "facts"])
def test_what_is_typed_is_kept_while_typing_and_nothing_is_drawn_anew(office: Office, name: str) -> None:
    form = office.begin()

    office.type_into(form, {name: "Exa"}, name)

    assert drafts(office)[0][name] == "Exa"
    assert office.slack.slack.quiet


def test_what_is_typed_into_a_section_is_kept_while_typing_too(office: Office) -> None:
    form = office.begin()
    identity = section(office, form, "identity")

    office.type_into(identity, {"aliases": "Edd"}, "aliases")

    assert drafts(office)[0]["aliases"] == "Edd"
    assert office.slack.slack.quiet


def test_each_further_letter_takes_the_place_of_what_was_kept(office: Office) -> None:
    form = office.begin()
    office.type_into(form, {"facts": "Fai"}, "facts", at=FIRST)

    office.type_into(form, {"facts": "Failed to appear"}, "facts", at=SECOND)

    assert [draft["facts"] for draft in drafts(office)] == ["Failed to appear"]


def test_a_letter_that_comes_late_does_not_undo_the_ones_after_it(office: Office) -> None:
    form = office.begin()
    office.type_into(form, {"facts": "Failed to appear"}, "facts", at=SECOND)

    office.type_into(form, {"facts": "Fai"}, "facts", at=FIRST)

    assert drafts(office)[0]["facts"] == "Failed to appear"


def test_what_was_typed_is_there_when_the_form_is_lost_and_resumed(office: Office) -> None:
    office.type_into(office.begin(), {"facts": "Failed to appear"}, "facts")
    (draft,) = office.desk.drafts.mine(office.person())

    office.click("draft:resume:0", draft.id)

    assert inputs(office.opened())["facts"]["initial_value"] == "Failed to appear"


def test_a_password_in_a_typed_web_address_is_not_kept(office: Office) -> None:
    form = office.begin(kind="web_address")

    office.type_into(form, {"address": "https://ada:secret@example.org/"}, "address")

    assert "secret" not in str(drafts(office))


def test_a_letter_that_comes_after_the_form_was_sent_leaves_no_draft_behind(office: Office) -> None:
    form = office.begin()
    office.type_into(form, REQUEST, "facts", at=FIRST)
    office.submit(form, REQUEST)

    office.type_into(form, REQUEST, "facts", at=SECOND)

    assert drafts(office) == []
