"""Withdrawal: asked for after the physical return, or by a supervisor's override with a listed reason."""

from collections.abc import Mapping

import pytest

from bot.rules.endings import OVERRIDES, WHYS
from bot.rules.errors import NotYet, Refusal
from bot.rules.notice_offers import asks_of
from bot.rules.notice_steps import ASK_WITHDRAWAL
from storage.records.notices import Colour, Notice, NoticeState
from tests.desk.around import both_databases
from tests.desk.floor import OFFICER, SECOND, SUPERVISOR, Floor
from tests.desk.notice_life import circulated, evidence, takes, wrong
from tests.notice_samples import PERSON

UNKNOWN = {**dict.fromkeys(PERSON, ""), "subject": "unidentified", "description": "Tall, grey hair"}
NO_RETURN = "Give the date of the physical return. A supervisor may override with a reason."
KEPT_UNTIL_RETURN = pytest.mark.parametrize("colour", [Colour.RED, Colour.YELLOW])


def _asked(notice: Notice) -> set[str]:
    return {ask.name for ask in asks_of(ASK_WITHDRAWAL, notice)}


@both_databases
@KEPT_UNTIL_RETURN
def test_it_is_not_withdrawn_before_the_return_and_it_is_after_it(floor: Floor, colour: Colour) -> None:
    notice = floor.published(colour)
    takes(floor, notice, "located")
    errors = wrong(floor, notice, "ask_withdrawal")
    asked = takes(floor, notice, "ask_withdrawal", returned_on="2026-03-02")
    withdrawn = takes(floor, notice, "withdrawn")

    assert errors == {"returned_on": NO_RETURN}
    assert (asked.state, asked.due_at is None) == (NoticeState.WITHDRAWAL_REQUESTED, False)
    assert (withdrawn.state, withdrawn.due_at) == (NoticeState.WITHDRAWN, None)


def test_an_arrest_abroad_is_not_the_return(floor: Floor) -> None:
    notice = floor.published()
    for step in ("arrested", "extradition"):
        takes(floor, notice, step)
        assert wrong(floor, notice, "ask_withdrawal", SECOND) == {"returned_on": NO_RETURN}


@pytest.mark.parametrize(("reason", "_label"), OVERRIDES)
@KEPT_UNTIL_RETURN
def test_for_each_listed_reason_a_supervisor_overrides_and_nobody_else(
    floor: Floor, colour: Colour, reason: str, _label: str
) -> None:
    notice = floor.published(colour)
    with pytest.raises(Refusal, match="Only a supervisor may end this notice before the physical return"):
        takes(floor, notice, "ask_withdrawal", OFFICER, override=reason)
    asked = takes(floor, notice, "ask_withdrawal", SUPERVISOR, override=reason)

    assert floor.refused(notice.reference) == [("UOFFICER", "notice.ask_withdrawal")]
    assert asked.state is NoticeState.WITHDRAWAL_REQUESTED
    assert evidence(floor, notice).evidence["override"] == reason


def test_a_reason_that_is_not_listed_is_none(floor: Floor) -> None:
    errors = wrong(floor, floor.published(), "ask_withdrawal", SUPERVISOR, override="tired")

    assert errors == {"override": "Choose one of the list."}


def test_a_supervisor_gives_a_reason_too(floor: Floor) -> None:
    assert wrong(floor, floor.published(), "ask_withdrawal", SUPERVISOR) == {"returned_on": NO_RETURN}


@pytest.mark.parametrize(
    ("colour", "changes"), [(Colour.BLUE, {}), (Colour.GREEN, {}), (Colour.YELLOW, UNKNOWN)]
)
def test_of_nobody_wanted_or_missing_no_return_is_asked(
    floor: Floor, colour: Colour, changes: Mapping[str, str]
) -> None:
    notice = floor.published(colour, **changes)
    asked = takes(floor, notice, "ask_withdrawal")

    assert not _asked(notice) & {"returned_on", "override"}
    assert asked.state is NoticeState.WITHDRAWAL_REQUESTED


def test_once_the_return_is_on_record_none_is_asked(floor: Floor) -> None:
    notice = floor.published()
    returned = takes(floor, notice, "returned")

    assert {"returned_on", "override"} <= _asked(notice)
    assert not _asked(returned) & {"returned_on", "override"}
    assert takes(floor, notice, "ask_withdrawal").state is NoticeState.WITHDRAWAL_REQUESTED


@pytest.mark.parametrize(("why", "_label"), WHYS)
def test_why_it_is_withdrawn_is_kept(floor: Floor, why: str, _label: str) -> None:
    notice = floor.published(Colour.BLUE)
    takes(floor, notice, "ask_withdrawal", why=why, message_reference="IPW 3")

    assert evidence(floor, notice).evidence == {
        "why": why,
        "message_reference": "IPW 3",
        "sent_on": "2026-03-02",
    }


@pytest.mark.parametrize("before", ["located", "suspend", "identified"])
def test_called_off_it_goes_on_as_before(floor: Floor, before: str) -> None:
    notice = floor.published(Colour.BLUE)
    due_at = notice.due_at
    stood = takes(floor, notice, before)
    floor.clock.advance(days=30)
    takes(floor, notice, "ask_withdrawal")
    called_off = takes(floor, notice, "called_off", reason="Sent by mistake.")

    expected = (
        (NoticeState.SUSPENDED, stood.due_at) if before == "suspend" else (NoticeState.PUBLISHED, due_at)
    )
    assert (called_off.state, called_off.due_at) == expected


@pytest.mark.parametrize("query", [False, True])
def test_called_off_before_it_was_published_it_is_not_in_force(floor: Floor, query: bool) -> None:
    notice = floor.sent(Colour.BLUE)
    if query:
        takes(floor, notice, "query")
    takes(floor, notice, "ask_withdrawal")
    floor.desk.notices.add(OFFICER, notice.id, "case", {"agency_case": "EX-7"})
    called_off = takes(floor, notice, "called_off")

    assert (called_off.state, called_off.control_number) == (NoticeState.SENT, None)
    assert takes(floor, notice, "publish").state is NoticeState.PUBLISHED


def test_a_diffusion_that_is_called_off_is_circulated(floor: Floor) -> None:
    notice = circulated(floor, Colour.BLUE)
    takes(floor, notice, "query")
    takes(floor, notice, "ask_withdrawal")

    assert takes(floor, notice, "called_off").state is NoticeState.CIRCULATED


@pytest.mark.parametrize("end", ["cancelled", "deleted"])
def test_the_general_secretariat_and_the_ccf_end_it_without_a_return(floor: Floor, end: str) -> None:
    notice = floor.published()
    takes(floor, notice, "located")
    ended = takes(floor, notice, "end", end=end, evidence="EX decision")

    assert (ended.state, ended.due_at) == (NoticeState(end), None)
    assert evidence(floor, notice).evidence == {
        "end": end,
        "ended_on": "2026-03-02",
        "evidence": "EX decision",
    }
    with pytest.raises(NotYet):
        takes(floor, notice, "resume")


def test_the_bureau_does_not_end_its_own_notice_as_withdrawn_without_asking(floor: Floor) -> None:
    assert wrong(floor, floor.published(), "end", end="withdrawn") == {"end": "Choose one of the list."}
