"""Notices: what a form must say for its colour, who approves, and which steps stand open."""

from dataclasses import replace
from typing import Any

import pytest

from bot.rules import notice_steps, notices
from bot.rules.colours import COLOURS
from bot.rules.errors import InvalidForm, Refusal
from bot.rules.notice_steps import STEPS, step_named
from storage.records.notices import Colour, NoticeState
from tests.rules.examples import (
    ADA,
    BLOCKS,
    BORIS,
    BOUNDS,
    CHIDI,
    IDENTITY,
    a_notice,
    a_notice_form,
)


def _wrong(form: notices.NoticeForm) -> dict[str, str]:
    with pytest.raises(InvalidForm) as invalid:
        notices.check(form, BOUNDS)
    return invalid.value.errors


@pytest.mark.parametrize("colour", Colour)
def test_a_complete_form_of_each_colour_is_taken(colour: Colour) -> None:
    block = notices.check(a_notice_form(colour), BOUNDS)

    assert block == BLOCKS[colour]


@pytest.mark.parametrize("colour", Colour)
def test_every_field_of_a_colour_is_asked_for(colour: Colour) -> None:
    wrong = _wrong(a_notice_form(colour, block={}))

    assert set(wrong) == {field.name for field in COLOURS[colour].fields}


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"country": "US"}, "country"),
        ({"agency": ""}, "agency"),
        ({"agency_case": ""}, "agency_case"),
        ({"identity": replace(IDENTITY, birth="2999")}, "birth"),
    ],
)
def test_a_form_says_which_field_needs_another_look(changes: dict[str, Any], field: str) -> None:
    assert set(_wrong(a_notice_form(**changes))) == {field}


def test_all_faults_are_told_at_once() -> None:
    wrong = _wrong(a_notice_form(country="US", identity=replace(IDENTITY, forename=""), block={}))

    assert {"country", "forename", "charge"} <= set(wrong)


@pytest.mark.parametrize(
    ("basis", "penalty", "fault"),
    [
        pytest.param("prosecution", "2 years", None, id="two years, the least"),
        pytest.param("prosecution", "24 months", None, id="the same in months"),
        pytest.param("prosecution", "23 months", "penalty of two years", id="a month short"),
        pytest.param(
            "prosecution", "1 year", "A Blue Notice may be the right one", id="the way out is named"
        ),
        pytest.param("prosecution", "Life", None, id="life"),
        pytest.param("prosecution", "10y", None, id="short spelling"),
        pytest.param("sentence", "6 months", None, id="six months of a sentence, the least"),
        pytest.param("sentence", "5 months", "sentence of at least six months", id="less is left"),
        pytest.param("prosecution", "long", "Say how long", id="no length"),
    ],
)
def test_a_red_notice_needs_a_serious_penalty(basis: str, penalty: str, fault: str | None) -> None:
    form = a_notice_form(block={**BLOCKS[Colour.RED], "basis": basis, "penalty": penalty})

    if fault is None:
        assert notices.check(form, BOUNDS)["penalty"] == penalty
    else:
        assert fault in _wrong(form)["penalty"]


def test_a_yellow_notice_on_an_adult_needs_a_law_that_allows_it() -> None:
    block = {**BLOCKS[Colour.YELLOW], "age_group": "adult_not_allowed"}

    assert "age_group" in _wrong(a_notice_form(Colour.YELLOW, block=block))


def test_stray_spaces_are_not_kept() -> None:
    form = notices.tidy(
        a_notice_form(agency=" a ", agency_case=" 1 ", identity=replace(IDENTITY, forename=" Edgar "))
    )

    assert (form.agency, form.agency_case, form.identity.forename) == ("a", "1", "Edgar")


@pytest.mark.parametrize(
    ("state", "labels"),
    [
        (NoticeState.SUBMITTED, ["Claim"]),
        (NoticeState.REVIEW, ["Approve", "Ask for information"]),
        (NoticeState.NEEDS_INFO, ["Information received"]),
        (NoticeState.LEGAL_REVIEW, []),
        (NoticeState.APPROVED, ["Sent to the General Secretariat"]),
        (NoticeState.SENT, ["Published", "Queried", "Refused"]),
        (NoticeState.IPSG_QUERY, ["Query answered"]),
        (NoticeState.PUBLISHED, ["Located", "Arrested", "Suspend", "End"]),
        (NoticeState.SUSPENDED, ["Resume", "End"]),
        (NoticeState.INFO_RECEIVED, ["End"]),
        (NoticeState.LOCATED, ["Arrested", "End"]),
        (NoticeState.ARRESTED, ["End"]),
        (NoticeState.EXTRADITION_PENDING, ["End"]),
        (NoticeState.RETURNED, ["End"]),
        (NoticeState.WITHDRAWAL_REQUESTED, ["End"]),
        (NoticeState.REFUSED, []),
        (NoticeState.WITHDRAWN, []),
        (NoticeState.CANCELLED, []),
        (NoticeState.DELETED, []),
        (NoticeState.EXPIRED, []),
    ],
)
def test_the_steps_of_a_red_notice(state: NoticeState, labels: list[str]) -> None:
    assert [offered.label for offered in notice_steps.offered(a_notice(state=state))] == labels


def test_a_green_notice_locates_nobody() -> None:
    notice = a_notice(colour=Colour.GREEN, state=NoticeState.PUBLISHED)

    assert [offered.label for offered in notice_steps.offered(notice)] == ["Suspend", "End"]


def test_a_step_is_found_by_its_name() -> None:
    assert [step_named(step.name) for step in STEPS] == list(STEPS)
    assert step_named("no_such_step") is None


def test_over_standing_and_pending_are_all_states_and_do_not_overlap() -> None:
    parts = (notice_steps.OVER, notice_steps.STANDING, notice_steps.PENDING)

    assert frozenset().union(*parts) == frozenset(NoticeState)
    assert sum(len(part) for part in parts) == len(NoticeState)


@pytest.mark.parametrize(
    ("approver", "sentence"), [(ADA, "You filed this notice"), (BORIS, "You claimed this notice")]
)
def test_who_filed_or_claimed_a_notice_does_not_approve_it(approver: Any, sentence: str) -> None:
    with pytest.raises(Refusal, match=sentence):
        notices.check_approver(a_notice(filed_by=ADA, owner=BORIS), approver)


def test_a_second_pair_of_eyes_approves() -> None:
    notices.check_approver(a_notice(filed_by=ADA, owner=BORIS), CHIDI)
