"""What the desk asks of whoever filed a notice, what they answer, and how it ends before it was sent."""

from datetime import UTC, datetime

import pytest

from bot.desk.notice_facts import NoticeCard
from bot.rules.errors import NotYet, Refusal
from storage.records.notices import Notice, NoticeState
from storage.records.people import Actor, Person
from tests.desk.around import both_databases
from tests.desk.floor import ADMITTED, AUDITOR, OFFICER, REQUESTER, SECOND, SUPERVISOR, Floor
from tests.desk.notice_life import evidence, takes, wrong

QUESTION = "Which day was it, and who saw it?"
BEFORE_IT_IS_SENT = ["submitted", "review", "needs_info", "legal_review", "approved"]


def _asked(floor: Floor) -> Notice:
    """A notice of which the desk wants to know something; the officer's."""
    notice = floor.file_notice()
    takes(floor, notice, "claim")
    return takes(floor, notice, "ask_info", missing=QUESTION)


def _own(floor: Floor, notice: Notice) -> NoticeCard:
    own = floor.desk.notices.own(notice.id)
    assert own is not None
    return own


def _standing(floor: Floor, state: str) -> Notice:
    """A Red Notice that stands there."""
    notice = floor.file_notice()
    steps = {
        "submitted": (),
        "review": ("claim",),
        "needs_info": ("claim", "ask_info"),
        "legal_review": ("claim", "legal_review"),
        "approved": ("claim", "legal_review", "approve"),
        "sent": ("claim", "legal_review", "approve", "send"),
    }[state]
    for step in steps:
        takes(floor, notice, step, SUPERVISOR if step == "approve" else OFFICER)
    assert floor.notice(notice.id).state == state
    return floor.notice(notice.id)


@both_databases
def test_the_filer_answers_the_question_and_it_goes_on(floor: Floor) -> None:
    notice = _asked(floor)
    due_at = floor.notice(notice.id).due_at
    floor.told()
    answered = takes(floor, notice, "info", REQUESTER, information="On 2 November; a neighbour.")

    assert (notice.state, answered.state) == (NoticeState.NEEDS_INFO, NoticeState.REVIEW)
    assert due_at == datetime(2026, 3, 12, 13, 0, tzinfo=UTC), "the same time by the desk's clock"
    assert evidence(floor, notice).evidence == {"information": "On 2 November; a neighbour."}
    assert "RecordMoved -> dm:UOFFICER" in floor.told()


def test_an_officer_takes_the_answer_by_telephone(floor: Floor) -> None:
    notice = _asked(floor)
    floor.told()
    answered = takes(floor, notice, "info_received", information="Told by telephone.")

    assert answered.state is NoticeState.REVIEW
    assert "notice_own -> dm:UREQ" in floor.told()


def test_the_question_is_there_for_the_form_that_answers_it_and_in_nothing_else(floor: Floor) -> None:
    notice = _asked(floor)
    asked = _own(floor, notice)
    status = floor.desk.notices.status(REQUESTER, notice.reference)
    progress = floor.desk.notices.progress(notice.id, 100)
    takes(floor, notice, "info", REQUESTER)

    assert asked.asked == QUESTION
    assert [each.label for each in asked.offered] == ["Send what is missing", "Add details", "Take back"]
    assert QUESTION not in f"{status}{progress}{floor.trail(notice.reference)}"
    assert _own(floor, notice).asked == ""


def test_a_second_question_takes_the_place_of_the_first(floor: Floor) -> None:
    notice = _asked(floor)
    takes(floor, notice, "info", REQUESTER)
    takes(floor, notice, "ask_info", missing="And the court?")

    assert _own(floor, notice).asked == "And the court?"


def test_opening_the_form_that_answers_shows_the_question_which_is_a_read(floor: Floor) -> None:
    notice = _asked(floor)
    floor.desk.notices.check_step(REQUESTER, notice.id, "info")
    entry = floor.trail(notice.reference)[0]

    assert (entry.actor, entry.action, entry.fields) == (Actor(REQUESTER.id), "notice.read", ("evidence",))


@pytest.mark.parametrize("asker", [REQUESTER, AUDITOR])
def test_the_desks_own_steps_are_not_the_filers(floor: Floor, asker: Person) -> None:
    notice = _asked(floor)

    for step in ("info_received", "reject"):
        with pytest.raises(Refusal):
            takes(floor, notice, step, asker)


def test_an_answer_without_words_is_none(floor: Floor) -> None:
    assert wrong(floor, _asked(floor), "info", REQUESTER, information=" ") == {
        "information": "Please fill this in."
    }


@pytest.mark.parametrize("state", BEFORE_IT_IS_SENT)
def test_who_filed_it_takes_it_back_before_it_was_sent(floor: Floor, state: str) -> None:
    notice = _standing(floor, state)
    taken = takes(floor, notice, "take_back", REQUESTER)

    assert (taken.state, taken.due_at) == (NoticeState.TAKEN_BACK, None)
    assert _own(floor, notice).offered == ()
    with pytest.raises(NotYet, match="taken back by the requester"):
        takes(floor, notice, "claim")


def test_what_was_sent_is_not_taken_back(floor: Floor) -> None:
    notice = _standing(floor, "sent")

    with pytest.raises(NotYet, match="is now sent to the General Secretariat, so “Take back” is not open"):
        takes(floor, notice, "take_back", REQUESTER)
    assert _own(floor, notice).offered[0].label == "Add details"


@pytest.mark.parametrize("asker", [OFFICER, SUPERVISOR])
def test_nobody_else_takes_it_back_and_the_refusal_is_written_down(floor: Floor, asker: Person) -> None:
    notice = floor.file_notice()

    with pytest.raises(Refusal, match="Only who filed a notice may take it back"):
        takes(floor, notice, "take_back", asker)
    assert floor.refused(notice.reference) == [(asker.id, "notice.take_back")]


def test_a_colleague_of_the_agency_answers_and_does_not_take_it_back(floor: Floor) -> None:
    floor.change(ADMITTED, agency_id="example-city-police")
    notice = _asked(floor)
    with pytest.raises(Refusal, match="Only who filed"):
        takes(floor, notice, "take_back", ADMITTED)

    assert takes(floor, notice, "info", ADMITTED).state is NoticeState.REVIEW


@pytest.mark.parametrize("state", ["review", "needs_info", "legal_review"])
def test_the_desk_rejects_it_and_says_what_does_not_hold_and_why(floor: Floor, state: str) -> None:
    notice = _standing(floor, state)
    floor.told()
    answers = {"criterion": "condition", "reason": "The penalty is a year at most."}
    rejected = takes(floor, notice, "reject", SECOND, **answers)

    assert (rejected.state, rejected.due_at) == (NoticeState.REJECTED, None)
    assert evidence(floor, notice).evidence == answers
    assert {"RecordMoved -> dm:UREQ", "RecordMoved -> dm:UOFFICER"} <= set(floor.told())


def test_a_rejection_names_one_of_the_seven_or_a_condition(floor: Floor) -> None:
    notice = _standing(floor, "review")

    assert wrong(floor, notice, "reject", criterion="mood", reason="") == {
        "criterion": "Choose one of the list.",
        "reason": "Please fill this in.",
    }
