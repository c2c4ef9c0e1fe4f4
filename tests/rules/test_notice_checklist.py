"""The checklist of a notice: the conditions of its colour with their rules, and what else is still owed."""

from collections.abc import Mapping
from typing import Any

import pytest

from bot.rules import checklist, notices
from bot.rules.checklist import Item
from bot.rules.colours import COLOURS, FILED_HERE, form_of
from bot.rules.forms.common import THE_AGENCY, THE_DESK
from bot.rules.notice_forms.red_prosecution import THE_PROSECUTOR
from storage.records.notices import Colour, Notice
from storage.records.requests import Direction
from tests.notice_samples import LEAST, WHOLE, least
from tests.rules.examples import a_notice

OF_THE_CASE = ("Contact at the agency, day and night", "Offence")
MISSING = {
    Colour.RED: {
        THE_AGENCY: (
            "Enough to know the person by",
            "A serious ordinary-law crime",
            "Two years of possible penalty, or six months of a sentence",
            "Facts with day and place",
            "A valid warrant or judgment",
            "Entered in NCIC",
            "Agency and case number",
            "Where is a copy held?",
            *OF_THE_CASE,
        ),
        THE_PROSECUTOR: (
            "Charge and law",
            "Extradition will be sought",
            "Office of International Affairs consulted",
        ),
        THE_DESK: ("Reference in the Notice Request Service",),
    },
    Colour.BLUE: {
        THE_AGENCY: (
            "Enough to know the person by",
            "Part in the case, and what is sought",
            "Facts with day and place",
            "Agency and case number",
            *OF_THE_CASE,
        ),
        THE_DESK: ("Reference in the Notice Request Service",),
    },
    Colour.GREEN: {
        THE_AGENCY: (
            "Enough to know the person by",
            "Assessed by a law enforcement authority",
            "Convictions or other reasonable grounds",
            "Agency and case number",
            *OF_THE_CASE,
        ),
        THE_DESK: ("Reference in the Notice Request Service",),
    },
    Colour.YELLOW: {
        THE_AGENCY: (
            "Reported to and recorded by the police",
            "Whereabouts unknown to the police",
            "Enough about the circumstances",
            "Enough to know the person by",
            "Entered in NCIC as missing",
            "Agency and case number",
            "Contact at the agency, day and night",
        ),
        THE_DESK: ("Reference in the Notice Request Service",),
    },
}
"""Of a notice filed with the least, by who owes it."""


def _barely(colour: Colour, **answers: str) -> Notice:
    return a_notice(colour=colour, answers={**LEAST[colour], **answers}, agency_case="")


def _item(notice: Notice, label: str) -> Item:
    [found] = [item for item in checklist.of_notice(notice) if item.label == label]
    return found


@pytest.mark.parametrize("colour", MISSING)
def test_of_the_least_it_names_all_that_is_missing_and_who_owes_it(colour: Colour) -> None:
    assert checklist.missing(checklist.of_notice(_barely(colour))) == MISSING[colour]


@pytest.mark.parametrize("colour", FILED_HERE)
def test_nothing_is_missing_of_a_whole_form(colour: Colour) -> None:
    found = checklist.of_notice(a_notice(colour=colour))

    assert [item.label for item in found if not item.done] == []


@pytest.mark.parametrize("colour", FILED_HERE)
def test_the_conditions_stand_first_and_each_item_once(colour: Colour) -> None:
    notice = _barely(colour)

    labels = [item.label for item in checklist.of_notice(notice)]

    conditions = [each.condition.label for each in notices.findings_of(notice)]
    assert labels[: len(conditions)] == conditions
    assert len(set(labels)) == len(labels)


@pytest.mark.parametrize("colour", Colour)
def test_another_countrys_notice_has_no_checklist(colour: Colour) -> None:
    assert checklist.of_notice(a_notice(colour=colour, direction=Direction.INCOMING)) == ()


def test_an_item_says_what_is_wanted_with_the_rule() -> None:
    item = _item(_barely(Colour.GREEN), "Assessed by a law enforcement authority")

    assert item.note == (
        "Wanted: the authority that assessed the threat, the date of the assessment, the threat in words. "
        "(RPD article 89(2)(a))"
    )
    assert not item.failed


def test_an_item_that_is_done_still_names_its_rule() -> None:
    item = _item(a_notice(), "Office of International Affairs consulted")

    assert (item.done, item.note) == (True, "(Justice Manual 9-15.635)")


@pytest.mark.parametrize(
    ("colour", "answers", "label"),
    [
        (Colour.RED, {"penalty": "1 year"}, "Two years of possible penalty, or six months of a sentence"),
        (Colour.RED, {"matter": "article_3"}, "A serious ordinary-law crime"),
        (Colour.YELLOW, {"whereabouts": "known"}, "Whereabouts unknown to the police"),
    ],
)
def test_what_cannot_be_met_is_marked(colour: Colour, answers: dict[str, Any], label: str) -> None:
    item = _item(_barely(colour, **answers), label)

    assert (item.done, item.failed) == (False, True)


def test_what_was_warned_of_is_done_and_the_warning_stays() -> None:
    family = {"matter": "family", "childrens_issues_on": "2026-01-04"}

    item = _item(
        a_notice(answers={**a_notice().answers, **family}),
        "A serious ordinary-law crime",
    )

    assert item.done
    assert "may be refused as a family matter" in item.note


@pytest.mark.parametrize(
    ("subject", "left_out"),
    [
        ("child", {"An adult's privacy allows the search"}),
        ("adult", set()),
        ("unidentified", {"An adult's privacy allows the search", "Entered in NCIC as missing"}),
    ],
)
def test_what_is_no_condition_of_that_person_does_not_stand_there(subject: str, left_out: set[str]) -> None:
    notice = _barely(Colour.YELLOW, subject=subject)

    labels = {item.label for item in checklist.of_notice(notice)}

    assert {each.label for each in COLOURS[Colour.YELLOW].conditions} - labels == left_out


def _wanted(colour: Colour, **answers: str) -> Mapping[str, tuple[str, ...]]:
    form = form_of(colour, Direction.OUTGOING)
    assert form is not None
    return checklist.wanted_of_notice(colour, Direction.OUTGOING, form, answers)


def test_what_is_wanted_stands_at_the_section_that_asks_for_it() -> None:
    wanted = _wanted(Colour.YELLOW, **least(Colour.YELLOW))

    assert wanted == {
        "identity": ("Enough to know the person by",),
        "disappearance": (
            "Reported to and recorded by the police",
            "Whereabouts unknown to the police",
            "Enough about the circumstances",
        ),
        "case": (
            "Entered in NCIC as missing",
            "Contact at the agency, day and night",
            "Reference in the Notice Request Service",
        ),
    }


@pytest.mark.parametrize("colour", FILED_HERE)
def test_nothing_is_wanted_of_a_whole_form(colour: Colour) -> None:
    assert _wanted(colour, **WHOLE[colour]) == {}


def test_nothing_is_wanted_of_another_countrys_notice() -> None:
    form = form_of(Colour.RED, Direction.INCOMING)
    assert form is not None

    assert checklist.wanted_of_notice(Colour.RED, Direction.INCOMING, form, {}) == {}
