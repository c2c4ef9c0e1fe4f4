"""What ends a notice, and what overrides the condition of an end."""

from datetime import date, timedelta

import pytest

from bot.rules import endings
from bot.rules.errors import InvalidForm, Refusal
from storage.records.notices import Colour, NoticeState
from tests.rules.examples import TODAY

FIVE_YEARS = timedelta(days=5 * 365)


def _end(
    colour: Colour, *, supervisor: bool = False, published_on: date | None = None, **answers: str
) -> NoticeState:
    return endings.end(
        colour,
        answers,
        supervisor=supervisor,
        published_on=published_on,
        lifetime=FIVE_YEARS,
        today=TODAY,
    )


@pytest.mark.parametrize("colour", [Colour.RED, Colour.YELLOW])
def test_a_withdrawal_needs_the_physical_return(colour: Colour) -> None:
    with pytest.raises(InvalidForm) as invalid:
        _end(colour, supervisor=True, end="withdrawn", evidence="EX-1")

    assert set(invalid.value.errors) == {"returned_on"}


@pytest.mark.parametrize("colour", [Colour.RED, Colour.YELLOW])
def test_the_physical_return_ends_it(colour: Colour) -> None:
    assert _end(colour, end="withdrawn", returned_on="2026-03-01") is NoticeState.WITHDRAWN


@pytest.mark.parametrize("reason", [reason for reason, _ in endings.OVERRIDES])
def test_a_supervisor_overrides_with_a_listed_reason(reason: str) -> None:
    assert _end(Colour.RED, supervisor=True, end="withdrawn", override=reason) is NoticeState.WITHDRAWN


def test_an_officer_does_not_override() -> None:
    with pytest.raises(Refusal, match="Only a supervisor"):
        _end(Colour.RED, end="withdrawn", override="death")


@pytest.mark.parametrize("colour", [Colour.BLUE, Colour.GREEN])
def test_blue_and_green_wait_for_no_return(colour: Colour) -> None:
    assert _end(colour, end="withdrawn") is NoticeState.WITHDRAWN


@pytest.mark.parametrize("end", [NoticeState.CANCELLED, NoticeState.DELETED])
def test_a_decision_of_others_needs_its_reference(end: NoticeState) -> None:
    with pytest.raises(InvalidForm) as invalid:
        _end(Colour.RED, supervisor=True, end=end)

    assert set(invalid.value.errors) == {"evidence"}
    assert _end(Colour.RED, end=end, evidence="CCF 2026-1") is end


@pytest.mark.parametrize(
    ("published_on", "supervisor", "allowed"),
    [
        pytest.param(TODAY - FIVE_YEARS, False, True, id="five years to the day"),
        pytest.param(TODAY - FIVE_YEARS + timedelta(days=1), False, False, id="a day short"),
        pytest.param(TODAY, True, True, id="a supervisor says so"),
        pytest.param(None, False, False, id="publication not recorded"),
        pytest.param(None, True, True, id="not recorded, but a supervisor says so"),
    ],
)
def test_a_notice_expires_after_five_years(
    published_on: date | None, supervisor: bool, allowed: bool
) -> None:
    if allowed:
        state = _end(Colour.GREEN, supervisor=supervisor, published_on=published_on, end="expired")
        assert state is NoticeState.EXPIRED
    else:
        with pytest.raises(InvalidForm, match="five years are not over"):
            _end(Colour.GREEN, supervisor=supervisor, published_on=published_on, end="expired")
