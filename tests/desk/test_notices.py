"""Notices: from the form to their publication, step by step, and who hears of each."""

from datetime import timedelta

import pytest

from bot.rules.colours import FILED_HERE
from bot.rules.errors import NotYet
from storage.records.announcements import RecordMoved
from storage.records.notices import Colour, NoticeId, NoticeState
from tests.desk.around import both_databases
from tests.desk.floor import OFFICER, REQUESTER, SECOND, SUPERVISOR, Floor
from tests.desk.notice_life import takes

ALL_BUT_RED = [colour for colour in FILED_HERE if colour is not Colour.RED]


@both_databases
def test_a_notice_is_kept_shown_to_the_desk_and_confirmed_to_the_filer(floor: Floor) -> None:
    notice = floor.file_notice()

    assert (notice.reference, notice.state) == ("NT-2026-00001", NoticeState.SUBMITTED)
    assert notice.due_at == floor.clock.now() + timedelta(hours=24)
    assert floor.told() == ["notice_card -> desk", "notice_own -> dm:UREQ", "notice_thread -> desk"]


@both_databases
def test_a_red_notice_goes_all_the_way_to_its_publication(floor: Floor) -> None:
    notice = floor.file_notice()
    floor.step(OFFICER, notice, "claim")
    floor.step(OFFICER, notice, "ask_info", {"missing": "The warrant's date."})
    floor.step(OFFICER, notice, "info_received", {"information": "Told by telephone."})
    floor.step(OFFICER, notice, "legal_review", {"reviewer": "Prosecutor of the Example District"})
    takes(floor, notice, "approve", SUPERVISOR)
    floor.step(OFFICER, notice, "send", {"message_reference": "IPW 1", "sent_on": "2026-03-02"})
    takes(floor, notice, "query")
    floor.step(OFFICER, notice, "query_answered", {"message_reference": "IPW 2", "sent_on": "2026-03-02"})
    published = floor.step(
        OFFICER, notice, "publish", {"control_number": "a 1 / 3-2026", "published_on": "2026-03-03"}
    )

    assert published.state is NoticeState.PUBLISHED
    assert (published.owner, published.approved_by) == (OFFICER.id, SUPERVISOR.id)
    assert published.control_number == "A-1/3-2026"
    assert [event.step for event in floor.desk.notices.details(OFFICER, notice.id).events] == [
        "publish",
        "query_answered",
        "query",
        "send",
        "approve",
        "legal_review",
        "info_received",
        "ask_info",
        "claim",
        "filed",
    ]


@pytest.mark.parametrize("colour", ALL_BUT_RED)
def test_any_other_colour_needs_no_legal_review(floor: Floor, colour: Colour) -> None:
    notice = floor.file_notice(colour=colour)
    reviewed = takes(floor, notice, "claim")
    with pytest.raises(NotYet, match="“Legal review” is not open"):
        takes(floor, notice, "legal_review")
    approved = takes(floor, notice, "approve", SUPERVISOR)
    takes(floor, notice, "send")

    assert reviewed.state is NoticeState.REVIEW
    assert (approved.state, approved.approved_by) == (NoticeState.APPROVED, SUPERVISOR.id)
    assert takes(floor, notice, "publish").state is NoticeState.PUBLISHED


@pytest.mark.parametrize("colour", FILED_HERE)
def test_the_general_secretariat_refuses_and_it_is_over(floor: Floor, colour: Colour) -> None:
    notice = floor.sent(colour)
    refused = takes(floor, notice, "refuse", reason="Nothing new.")

    assert (refused.state, refused.due_at) == (NoticeState.REFUSED, None)
    with pytest.raises(NotYet, match="refused by the General Secretariat"):
        takes(floor, notice, "publish")


def test_the_owner_hears_of_each_step_of_others_and_the_filer_of_what_needs_them(floor: Floor) -> None:
    notice = floor.file_notice()
    for step, asker in (("claim", OFFICER), ("ask_info", SECOND), ("info", REQUESTER), ("reject", OFFICER)):
        takes(floor, notice, step, asker)
    moves = [(row.what.state, row.place) for row in floor.waiting() if isinstance(row.what, RecordMoved)]

    assert [state for state, place in moves if place == "dm:UREQ"] == ["needs_info", "rejected"]
    assert [state for state, place in moves if place == "dm:UOFFICER"] == ["needs_info", "review"]


def test_the_audit_trail_names_fields_and_no_values(floor: Floor) -> None:
    notice = floor.sent()
    entry = floor.trail(notice.reference)[0]

    assert (entry.action, entry.fields) == ("notice.send", ("state", "message_reference", "sent_on"))
    assert "IPW 1" not in str(floor.trail(notice.reference))


def test_a_card_offers_the_steps_of_its_state_and_nothing_of_the_subject(floor: Floor) -> None:
    notice = floor.file_notice()
    card = floor.desk.notices.card(notice.id)

    assert card is not None
    assert [each.label for each in card.offered] == ["Claim", "Add details", "Link"]
    assert not [word for word in ("Edgar", "1990", "18 USC", "EX-9") if word in str(card)]
    assert floor.desk.notices.card(NoticeId("nothing")) is None


def test_a_notice_is_handed_to_another_officer_who_has_it_from_then_on(floor: Floor) -> None:
    notice = floor.sent()
    floor.told()
    handed = takes(floor, notice, "hand")

    assert (handed.owner, handed.state, handed.due_at) == ("USECOND", notice.state, notice.due_at)
    assert "RecordHanded -> dm:USECOND" in floor.told()


def test_an_addendum_moves_nothing_and_stands_in_the_log(floor: Floor) -> None:
    notice = floor.published()
    after = takes(floor, notice, "update", addendum="A new photograph.", message_reference="IPW 9")

    assert (after.state, after.due_at) == (notice.state, notice.due_at)
    assert [each.reference for each in floor.log(notice)] == ["IPW 1", "IPW 9"]
