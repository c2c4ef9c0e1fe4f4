"""What stands before every step of a notice: who may, in which order, on what they have seen, and once."""

import pytest

from bot.rules.errors import InvalidForm, NotYet, Refusal
from storage.records.notices import Colour, Notice, NoticeState
from storage.records.people import Person
from tests.desk.around import both_databases
from tests.desk.floor import AUDITOR, OFFICER, REQUESTER, SECOND, SUPERVISOR, Floor
from tests.desk.notice_life import takes, wrong
from tests.storage.examples import all_at_once


@both_databases
def test_of_eight_officers_who_claim_at_once_one_has_it_and_the_others_are_told_who(floor: Floor) -> None:
    notice = floor.file_notice()
    officers = [OFFICER, SECOND] * 4

    def claim(index: int) -> str:
        try:
            return f"{floor.step(officers[index], notice, 'claim').owner} has it"
        except NotYet as refused:
            return f"told that {refused.holder} has it"

    outcomes = all_at_once(8, claim)
    winner = floor.notice(notice.id).owner

    assert outcomes.count(f"{winner} has it") == 1
    assert outcomes.count(f"told that {winner} has it") == 7


@pytest.mark.parametrize("asker", [REQUESTER, AUDITOR])
def test_who_does_not_work_at_the_desk_takes_no_step(floor: Floor, asker: Person) -> None:
    notice = floor.file_notice()

    with pytest.raises(Refusal, match="Only officers and supervisors"):
        floor.step(asker, notice, "claim")

    assert floor.notice(notice.id) == notice
    assert floor.refused(notice.reference) == [(asker.id, "notice.claim")]


@pytest.mark.parametrize(
    "step", ["approve", "legal_review", "send", "publish", "located", "withdrawn", "end"]
)
def test_a_step_out_of_order_is_refused_with_the_state_as_it_is_now(floor: Floor, step: str) -> None:
    notice = floor.file_notice()

    with pytest.raises(NotYet, match=r"NT-2026-00001 is now submitted, so “.+” is not open"):
        takes(floor, notice, step, SUPERVISOR)


@pytest.mark.parametrize(
    ("colour", "step"),
    [
        (Colour.BLUE, "arrested"),
        (Colour.BLUE, "returned"),
        (Colour.GREEN, "located"),
        (Colour.GREEN, "identified"),
        (Colour.RED, "identified"),
        (Colour.RED, "travelled"),
        (Colour.YELLOW, "arrested"),
        (Colour.YELLOW, "identified"),
        (Colour.YELLOW, "alert"),
    ],
)
def test_a_step_of_another_colour_is_not_open(floor: Floor, colour: Colour, step: str) -> None:
    notice = floor.published(colour)

    with pytest.raises(NotYet, match="is now published, so"):
        takes(floor, notice, step)


def test_a_step_of_an_older_program_is_refused(floor: Floor) -> None:
    notice = floor.file_notice()

    with pytest.raises(NotYet, match="not known any more"):
        floor.step(OFFICER, notice, "some_old_step")


def test_a_form_opened_before_somebody_elses_change_overwrites_nothing(floor: Floor) -> None:
    notice = floor.published()
    takes(floor, notice, "suspend")
    takes(floor, notice, "resume")

    with pytest.raises(NotYet, match=r"It has changed since you looked.*published"):
        floor.desk.notices.step(SECOND, notice.id, "suspend", {}, seen_version=notice.version)

    assert floor.notice(notice.id).state is NoticeState.PUBLISHED


def test_a_step_says_which_answer_needs_another_look(floor: Floor) -> None:
    errors = wrong(floor, floor.sent(), "publish", control_number="", published_on="2999-01-01")

    assert errors == {"control_number": "Please fill this in.", "published_on": "This date is in the future."}


@pytest.mark.parametrize("typed", ["Edgar Example", "see the message", "A-1234/5-2020 of May"])
def test_what_is_no_control_number_is_refused(floor: Floor, typed: str) -> None:
    assert wrong(floor, floor.sent(), "publish", control_number=typed) == {
        "control_number": "Write the number as INTERPOL gave it, such as A-1234/5-2020."
    }


def test_a_control_number_of_a_form_that_the_desk_does_not_know_is_kept_as_it_was_typed(floor: Floor) -> None:
    assert takes(floor, floor.sent(), "publish", control_number="A-1234").control_number == "A-1234"


def test_two_notices_do_not_share_a_control_number(floor: Floor) -> None:
    first = floor.published(number="A-1/3-2026")
    errors = wrong(floor, floor.sent(key="k2"), "publish", control_number="a1/3-2026")

    assert errors == {"control_number": f"{first.reference} has this control number already."}


@both_databases
def test_of_two_who_give_one_control_number_at_once_one_is_refused(floor: Floor) -> None:
    notices = [floor.sent(Colour.BLUE, key=key) for key in ("1", "2")]

    def publish(index: int) -> Notice | None:
        try:
            return takes(floor, notices[index], "publish")
        except InvalidForm:
            return None

    assert sorted(each is None for each in all_at_once(2, publish)) == [False, True]
