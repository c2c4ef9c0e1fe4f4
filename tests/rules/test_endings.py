"""What ends a notice, who is kept until a return, and what overrides the condition of an end."""

from datetime import date, timedelta

import pytest

from bot.rules import endings
from bot.rules.errors import InvalidForm, Refusal
from storage.records.notices import Colour, NoticeState
from storage.records.requests import Direction
from tests.rules.examples import TODAY, a_notice

FIVE_YEARS = timedelta(days=5 * 365)
HALF_A_YEAR = timedelta(days=182)
UNIDENTIFIED = {"subject": "unidentified"}
CASES = [
    pytest.param(Colour.RED, {}, True, False, id="wanted"),
    pytest.param(Colour.YELLOW, {"subject": "child"}, True, False, id="a missing child"),
    pytest.param(Colour.YELLOW, {"subject": "adult"}, True, False, id="a missing adult"),
    pytest.param(Colour.YELLOW, UNIDENTIFIED, False, True, id="somebody to be identified"),
    pytest.param(Colour.BLUE, {}, False, True, id="of interest"),
    pytest.param(Colour.GREEN, {}, False, False, id="a threat"),
]


@pytest.mark.parametrize(("colour", "answers", "kept", "identified"), CASES)
def test_who_is_wanted_or_missing_comes_back_and_about_others_one_learns(
    colour: Colour, answers: dict[str, str], kept: bool, identified: bool
) -> None:
    notice = a_notice(colour=colour, answers=answers)

    assert endings.is_kept_until_return(notice) == kept
    assert endings.is_to_be_identified(notice) == identified


@pytest.mark.parametrize("colour", Colour)
def test_another_countrys_notice_waits_for_no_return_to_the_united_states(colour: Colour) -> None:
    notice = a_notice(colour=colour, direction=Direction.INCOMING)

    assert not endings.is_kept_until_return(notice)
    endings.check_withdrawal(notice, {}, supervisor=False)


@pytest.mark.parametrize("state", [NoticeState.SENT, NoticeState.PUBLISHED, NoticeState.ARRESTED])
@pytest.mark.parametrize("colour", [Colour.RED, Colour.YELLOW])
def test_a_withdrawal_needs_the_physical_return_even_of_a_supervisor(
    colour: Colour, state: NoticeState
) -> None:
    with pytest.raises(InvalidForm) as invalid:
        endings.check_withdrawal(a_notice(colour=colour, state=state), {"why": "achieved"}, supervisor=True)

    assert invalid.value.errors == {
        "returned_on": "Give the date of the physical return. A supervisor may override with a reason."
    }


@pytest.mark.parametrize("colour", [Colour.RED, Colour.YELLOW])
def test_the_physical_return_lets_it_be_withdrawn(colour: Colour) -> None:
    published = a_notice(colour=colour, state=NoticeState.PUBLISHED)

    endings.check_withdrawal(published, {"returned_on": "2026-03-01"}, supervisor=False)
    endings.check_withdrawal(a_notice(colour=colour, state=NoticeState.RETURNED), {}, supervisor=False)


@pytest.mark.parametrize("reason", [reason for reason, _ in endings.OVERRIDES])
def test_a_supervisor_overrides_with_a_listed_reason_and_an_officer_does_not(reason: str) -> None:
    notice = a_notice(state=NoticeState.PUBLISHED)

    endings.check_withdrawal(notice, {"override": reason}, supervisor=True)
    with pytest.raises(Refusal, match="Only a supervisor"):
        endings.check_withdrawal(notice, {"override": reason}, supervisor=False)


def test_the_reasons_are_those_that_the_desk_knows() -> None:
    assert [reason for reason, _ in endings.OVERRIDES] == [
        "warrant_quashed",
        "prosecutor_declines",
        "death",
        "sentence_over",
        "surrendered_elsewhere",
        "superseded",
        "error",
        "ccf",
    ]


@pytest.mark.parametrize(
    ("colour", "answers"), [(Colour.BLUE, {}), (Colour.GREEN, {}), (Colour.YELLOW, UNIDENTIFIED)]
)
def test_all_others_wait_for_no_return(colour: Colour, answers: dict[str, str]) -> None:
    notice = a_notice(colour=colour, state=NoticeState.PUBLISHED, answers=answers)

    endings.check_withdrawal(notice, {}, supervisor=False)


@pytest.mark.parametrize(
    ("since", "supervisor", "allowed"),
    [
        pytest.param(TODAY - FIVE_YEARS, False, True, id="five years to the day"),
        pytest.param(TODAY - FIVE_YEARS + timedelta(days=1), False, False, id="a day short"),
        pytest.param(TODAY, True, True, id="a supervisor says so"),
        pytest.param(None, False, False, id="publication not recorded"),
        pytest.param(None, True, True, id="not recorded, but a supervisor says so"),
    ],
)
def test_a_notice_expires_after_five_years(since: date | None, supervisor: bool, allowed: bool) -> None:
    answers = {"end": "expired", "ended_on": TODAY.isoformat()}

    if allowed:
        endings.check_expired(answers, in_force_since=since, lifetime=FIVE_YEARS, supervisor=supervisor)
    else:
        with pytest.raises(InvalidForm, match="five years are not over") as invalid:
            endings.check_expired(answers, in_force_since=since, lifetime=FIVE_YEARS, supervisor=supervisor)
        assert set(invalid.value.errors) == {"end"}


@pytest.mark.parametrize("end", ["withdrawn", "cancelled", "deleted"])
def test_a_decision_of_others_waits_for_no_five_years(end: str) -> None:
    answers = {"end": end, "ended_on": TODAY.isoformat()}

    endings.check_expired(answers, in_force_since=TODAY, lifetime=FIVE_YEARS, supervisor=False)


@pytest.mark.parametrize(
    ("resumed_on", "supervisor", "allowed"),
    [
        pytest.param(TODAY + HALF_A_YEAR, False, True, id="six months to the day"),
        pytest.param(TODAY + HALF_A_YEAR + timedelta(days=1), False, False, id="a day late"),
        pytest.param(TODAY + HALF_A_YEAR + timedelta(days=1), True, True, id="a supervisor resumes it"),
        pytest.param(TODAY, False, True, id="on the same day"),
    ],
)
def test_a_notice_is_suspended_for_six_months_at_most(
    resumed_on: date, supervisor: bool, allowed: bool
) -> None:
    answers = {"resumed_on": resumed_on.isoformat()}

    if allowed:
        endings.check_resumed(answers, suspended_on=TODAY, longest=HALF_A_YEAR, supervisor=supervisor)
    else:
        with pytest.raises(InvalidForm, match="Ask for its withdrawal") as invalid:
            endings.check_resumed(answers, suspended_on=TODAY, longest=HALF_A_YEAR, supervisor=supervisor)
        assert set(invalid.value.errors) == {"resumed_on"}
