"""Adding details to a notice that is filed, at the edge of the real desk."""

from collections.abc import Mapping
from typing import Any

import pytest

from storage.records.notices import Colour, NoticeId
from tests.handlers.examples import ADA
from tests.handlers.filling import inputs
from tests.handlers.notice_office import completed, files, notice
from tests.handlers.office import BORIS, Office
from tests.handlers.reading import sections
from tests.handlers.slack_edge import sentence
from tests.notice_samples import LEAST

PERSON = {"family_name", "forename", "birth"}
SHERIFF = "example-county-sheriff"


def overview(office: Office, as_: str = ADA) -> dict[str, Any]:
    office.click("step:notice:supplement", notice(office).id, as_=as_)
    return office.opened()


def section(office: Office, shown: Mapping[str, Any], name: str) -> dict[str, Any]:
    office.press(shown, {}, f"added:section:{name}", name)
    return office.opened()


@pytest.mark.parametrize(
    ("colour", "way", "named"),
    [
        (
            Colour.RED,
            "",
            {"identity", "facts", "charges", "warrant", "extradition", "public", "case", "basics"},
        ),
        (Colour.BLUE, "", {"identity", "facts", "case", "basics"}),
        (Colour.GREEN, "", {"identity", "assessment", "case", "basics"}),
        (
            Colour.YELLOW,
            "",
            {"identity", "disappearance", "child", "public", "case", "basics"},
        ),
        (Colour.RED, "in", {"identity", "case", "basics"}),
    ],
)
def test_every_section_can_be_added_to_and_what_was_asked_first_too(
    office: Office, colour: Colour, way: str, named: set[str]
) -> None:
    files(office, colour, way=way)

    view = overview(office)

    shown = sections(view)
    wanted = "optional" if way else "wanted: Enough to know the person by"
    assert view["title"]["text"] == "Add details"
    assert set(shown) == named
    assert shown["identity"] == (f"nothing yet; {wanted}", "Add")
    assert shown["basics"][1] == "Change"


def test_what_is_added_is_kept_and_counted_at_once(office: Office) -> None:
    files(office)
    shown = overview(office)

    answer = office.submit(section(office, shown, "identity"), {"sex": "male", "fingerprints": "EX-1"})

    assert answer == {}
    assert sections(office.redrawn(shown))["identity"] == ("2 filled in; optional", "Change")
    assert notice(office).answers["fingerprints"] == "EX-1"


def test_the_sections_depend_on_whom_it_is_about(office: Office) -> None:
    files(office, Colour.YELLOW)
    shown = overview(office)

    office.submit(section(office, shown, "basics"), {"subject": "adult", "birth": "1990"})

    adults = set(sections(office.redrawn(shown)))
    assert set(sections(shown)) - adults == {"child"}
    assert adults - set(sections(shown)) == {"privacy"}


def test_one_section_after_the_other_is_added_to(office: Office) -> None:
    files(office)
    shown = overview(office)
    office.submit(section(office, shown, "warrant"), {"warrant": "26-1"})

    office.submit(section(office, office.redrawn(shown), "case"), {"agency_case": "2026/18"})

    assert (notice(office).answers["warrant"], notice(office).agency_case) == ("26-1", "2026/18")


def test_what_was_answered_when_it_was_filed_stands_in_the_section(office: Office) -> None:
    files(office)

    basics = inputs(section(office, overview(office), "basics"))

    assert basics["family_name"]["initial_value"] == LEAST[Colour.RED]["family_name"]
    assert basics["basis"]["initial_option"]["value"] == "prosecution"
    assert "agency" not in basics


@pytest.mark.parametrize(
    ("colour", "name", "choice", "brought", "gone", "typed"),
    [
        (Colour.RED, "charges", ("matter", "family"), {"childrens_issues_on"}, set(), "law"),
        (Colour.RED, "charges", ("matter", "private"), {"organised"}, set(), "law"),
        (Colour.RED, "extradition", ("level", "state"), {"expenses"}, set(), "prosecutor"),
        (Colour.BLUE, "basics", ("known", "no"), set(), PERSON, "facts"),
        (Colour.YELLOW, "basics", ("subject", "unidentified"), set(), PERSON, "facts"),
    ],
)
def test_a_choice_draws_the_dependent_questions_anew_and_loses_nothing_that_was_typed(
    office: Office,
    colour: Colour,
    name: str,
    choice: tuple[str, str],
    brought: set[str],
    gone: set[str],
    typed: str,
) -> None:
    files(office, colour)
    before = section(office, overview(office), name)
    deciding, answer = choice

    office.choose(before, {deciding: answer, typed: "Typed before the choice"}, deciding)

    after = inputs(office.redrawn(before))
    assert after[typed]["initial_value"] == "Typed before the choice"
    assert (set(after) - set(inputs(before)), set(inputs(before)) - set(after)) == (brought, gone)


def test_what_a_drawn_section_brought_is_kept_with_the_rest(office: Office) -> None:
    files(office)
    before = section(office, overview(office), "extradition")
    office.choose(before, {"level": "state", "prosecutor": "Example"}, "level")

    answer = office.submit(office.redrawn(before), {"expenses": "The Example governor, 2026-01-06"})

    assert answer == {}
    kept = notice(office).answers
    assert (kept["level"], kept["prosecutor"], kept["expenses"]) == (
        "state",
        "Example",
        "The Example governor, 2026-01-06",
    )


def test_a_mistake_stands_beside_its_field_and_nothing_is_kept(office: Office) -> None:
    files(office)

    answer = office.submit(section(office, overview(office), "identity"), {"document": "!", "sex": "male"})

    assert set(answer["errors"]) == {"document"}
    assert "sex" not in notice(office).answers


def test_what_contradicts_another_section_is_told_beside_the_field_that_is_open(office: Office) -> None:
    files(office, Colour.YELLOW)
    shown = overview(office)

    answer = office.submit(section(office, shown, "disappearance"), {"last_seen_on": "2010-01-31"})

    assert answer["errors"] == {
        "last_seen_on": "This is before the person was born (2018-05). Check both dates."
    }


def test_what_contradicts_an_answer_of_another_section_says_where_that_one_stands(office: Office) -> None:
    files(office, Colour.YELLOW)
    shown = overview(office)
    office.submit(section(office, shown, "disappearance"), {"last_seen_on": "2018-06-30"})

    answer = office.submit(section(office, office.redrawn(shown), "basics"), {"birth": "2019-05"})

    assert answer["errors"] == {
        "subject": "Disappearance: Last seen, or found, on: This is before the person was born (2019-05). "
        "Check both dates."
    }


def test_what_shows_that_a_condition_does_not_hold_is_kept_all_the_same(office: Office) -> None:
    files(office)

    answer = office.submit(section(office, overview(office), "charges"), {"penalty": "1 year"})

    assert answer == {}
    assert notice(office).answers["penalty"] == "1 year"
    card = office.desk.notices.card(NoticeId(notice(office).id))
    assert card is not None
    assert card.failed == ("Two years of possible penalty, or six months of a sentence",)


def test_a_section_of_an_older_notice_is_refused_in_words(office: Office) -> None:
    files(office)
    shown = overview(office)
    first, second = section(office, shown, "identity"), section(office, shown, "warrant")
    office.submit(first, {"sex": "male"})

    answer = office.submit(second, {"warrant": "26-1"})

    assert "It has changed since you looked" in str(answer["errors"])
    assert "warrant" not in notice(office).answers


def test_a_section_that_was_drawn_anew_is_measured_by_what_was_seen_when_it_was_opened(
    office: Office,
) -> None:
    files(office)
    shown = overview(office)
    charges = section(office, shown, "charges")
    office.submit(section(office, shown, "identity"), {"sex": "male"})
    office.redrawn(shown)
    office.choose(charges, {"matter": "private"}, "matter")

    answer = office.submit(office.redrawn(charges), {"organised": "yes"})

    assert "It has changed since you looked" in str(answer["errors"])


@pytest.mark.parametrize("colour", LEAST)
def test_a_section_that_is_kept_as_it_was_changes_nothing(office: Office, colour: Colour) -> None:
    files(office, colour)
    before = completed(office)

    for name in sections(overview(office)):
        office.click("step:notice:supplement", before.id)
        office.submit(section(office, office.opened(), name), {})
        office.slack.slack.next_call()

    assert notice(office) == before


def test_the_agency_that_asks_adds_too_and_another_one_does_not(office: Office) -> None:
    files(office, agency=SHERIFF)
    office.admit(BORIS, SHERIFF)
    shown = overview(office, as_=BORIS)
    office.admit(BORIS, "harbor-city-police")

    office.click("step:notice:supplement", notice(office).id, as_=BORIS)

    assert "identity" in sections(shown)
    assert "I found nothing" in sentence(office.answer())


def test_nothing_is_added_to_what_is_over(office: Office) -> None:
    files(office)
    office.click("step:notice:take_back", notice(office).id)
    office.answer()

    office.click("step:notice:supplement", notice(office).id)

    assert sentence(office.answer()).startswith(
        "NT-2026-00001 is now taken back by the requester, so nothing is added"
    )
