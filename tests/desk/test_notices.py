"""Notices: from the form to one of their ends, step by step, each by somebody who may."""

from dataclasses import replace
from datetime import timedelta

import pytest

from bot.rules.errors import InvalidForm, NotYet, Refusal
from storage.records.announcements import RecordMoved
from storage.records.notices import Colour, NoticeId, NoticeState
from storage.records.people import Person
from tests.desk.around import both_databases
from tests.desk.floor import ADMITTED, AUDITOR, OFFICER, REQUESTER, SECOND, SUPERVISOR, Floor
from tests.storage.examples import all_at_once


@both_databases
def test_a_notice_is_kept_shown_to_the_desk_and_confirmed_to_the_filer(floor: Floor) -> None:
    notice = floor.file_notice()

    assert (notice.reference, notice.state) == ("NT-2026-00001", NoticeState.SUBMITTED)
    assert notice.due_at == floor.clock.now() + timedelta(hours=24)
    assert floor.told() == ["RecordFiled -> dm:UREQ", "notice_card -> desk"]


def test_the_same_form_sent_twice_makes_one_notice(floor: Floor) -> None:
    first = floor.file_notice(key="form-1")

    assert floor.file_notice(key="form-1") == first
    assert floor.desk.notices.listing(OFFICER, "").total == 1


def test_a_notice_names_the_request_that_it_comes_from(floor: Floor) -> None:
    request = floor.file_request()
    notice = floor.file_notice(request_reference="lr 2026 1")
    card = floor.desk.notices.card(notice.id)

    assert notice.request_id == request.id
    assert card is not None
    assert card.request_reference == "LR-2026-00001"


@pytest.mark.parametrize("reference", ["LR-2026-00001", "LR-2026-00099", "NT-2026-00001", "nonsense"])
def test_a_request_that_the_filer_may_not_see_is_not_there(floor: Floor, reference: str) -> None:
    floor.file_request(OFFICER)

    with pytest.raises(InvalidForm) as invalid:
        floor.file_notice(ADMITTED, agency="harbor-city-police", request_reference=reference)

    assert invalid.value.errors == {
        "request_reference": "There is no such request. Write it like LR-2026-00042."
    }


def test_a_notice_goes_all_the_way_to_its_publication(floor: Floor) -> None:
    notice = floor.file_notice()
    floor.step(OFFICER, notice, "claim")
    floor.step(OFFICER, notice, "ask_info", {"missing": "The warrant's date."})
    floor.step(OFFICER, notice, "info_received")
    floor.step(SUPERVISOR, notice, "approve")
    floor.step(OFFICER, notice, "send", {"message_reference": "IPW 1", "sent_on": "2026-03-02"})
    floor.step(OFFICER, notice, "query", {"asked_on": "2026-03-02", "answer_due": "within five days"})
    floor.step(OFFICER, notice, "query_answered")
    published = floor.step(
        OFFICER, notice, "publish", {"control_number": "a 1 / 3-2026", "published_on": "2026-03-01"}
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
        "info_received",
        "ask_info",
        "claim",
        "filed",
    ]


def test_five_years_count_from_the_publication_also_after_a_suspension(floor: Floor) -> None:
    notice = floor.published()
    due_at = notice.due_at
    floor.clock.advance(days=30)
    suspended = floor.step(OFFICER, notice, "suspend", {"justification": "An appeal is heard."})
    floor.clock.advance(days=30)
    resumed = floor.step(OFFICER, notice, "resume")

    assert suspended.due_at == suspended.state_since + timedelta(days=182)
    assert resumed.due_at == due_at


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


@pytest.mark.parametrize(("filer", "claimer"), [(SUPERVISOR, OFFICER), (REQUESTER, SUPERVISOR)])
def test_a_second_pair_of_eyes_approves_supervisor_or_not(
    floor: Floor, filer: Person, claimer: Person
) -> None:
    notice = floor.file_notice(filer)
    floor.step(claimer, notice, "claim")
    with pytest.raises(Refusal, match="somebody else must approve it"):
        floor.step(SUPERVISOR, notice, "approve")

    assert floor.refused(notice.reference) == [("USUPER", "notice.approve")]
    assert floor.step(SECOND, notice, "approve").approved_by == SECOND.id


@pytest.mark.parametrize("asker", [REQUESTER, AUDITOR])
def test_who_does_not_work_at_the_desk_takes_no_step(floor: Floor, asker: Person) -> None:
    notice = floor.file_notice()

    with pytest.raises(Refusal, match="Only officers and supervisors"):
        floor.step(asker, notice, "claim")

    assert floor.notice(notice.id) == notice
    assert floor.refused(notice.reference) == [(asker.id, "notice.claim")]


def test_a_step_out_of_order_is_refused_with_the_state_as_it_is_now(floor: Floor) -> None:
    notice = floor.file_notice()

    with pytest.raises(NotYet, match="NT-2026-00001 is now submitted, so “Approve” is not open"):
        floor.step(SUPERVISOR, notice, "approve")


def test_a_step_of_an_older_version_is_refused(floor: Floor) -> None:
    notice = floor.file_notice()

    with pytest.raises(NotYet, match="not known any more"):
        floor.step(OFFICER, notice, "some_old_step")


def test_a_form_opened_before_somebody_elses_change_overwrites_nothing(floor: Floor) -> None:
    notice = floor.published()
    floor.step(OFFICER, notice, "suspend", {"justification": "First."})
    floor.step(OFFICER, notice, "resume")

    with pytest.raises(NotYet, match=r"It has changed since you looked.*published"):
        floor.desk.notices.step(
            SECOND, notice.id, "suspend", {"justification": "Second."}, seen_version=notice.version
        )

    assert floor.notice(notice.id).state is NoticeState.PUBLISHED


def test_a_step_says_which_answer_needs_another_look(floor: Floor) -> None:
    notice = floor.sent()

    with pytest.raises(InvalidForm) as invalid:
        floor.step(OFFICER, notice, "publish", {"published_on": "2999-01-01"})

    assert set(invalid.value.errors) == {"control_number", "published_on"}


def test_two_notices_do_not_share_a_control_number(floor: Floor) -> None:
    first = floor.published(number="A-1/3-2026")
    other = floor.file_notice(key="k2")
    floor.step(OFFICER, other, "claim")
    floor.step(SUPERVISOR, other, "approve")
    floor.step(OFFICER, other, "send", {"message_reference": "IPW 2", "sent_on": "2026-03-02"})

    with pytest.raises(InvalidForm, match=f"{first.reference} has this control number already"):
        floor.step(OFFICER, other, "publish", {"control_number": "a1/3-2026", "published_on": "2026-03-02"})


def test_an_arrest_abroad_is_not_the_end_a_physical_return_is(floor: Floor) -> None:
    notice = floor.published()
    floor.step(OFFICER, notice, "located")
    with pytest.raises(InvalidForm) as invalid:
        floor.step(OFFICER, notice, "end", {"end": "withdrawn"})
    ended = floor.step(OFFICER, notice, "end", {"end": "withdrawn", "returned_on": "2026-03-02"})

    assert set(invalid.value.errors) == {"returned_on"}
    assert (ended.state, ended.due_at) == (NoticeState.WITHDRAWN, None)


def test_only_a_supervisor_ends_it_without_a_return_and_the_reason_is_kept(floor: Floor) -> None:
    notice = floor.published()
    answers = {"end": "withdrawn", "override": "warrant_quashed"}
    with pytest.raises(Refusal):
        floor.step(OFFICER, notice, "end", answers)
    ended = floor.step(SUPERVISOR, notice, "end", answers)
    event = floor.desk.notices.details(OFFICER, notice.id).events[0]

    assert floor.refused(notice.reference) == [("UOFFICER", "notice.end")]
    assert ended.state is NoticeState.WITHDRAWN
    assert event.evidence == answers


def test_a_notice_expires_five_years_after_its_publication(floor: Floor) -> None:
    notice = floor.published(Colour.GREEN, "C-1/3-2026")
    floor.clock.advance(days=5 * 365 - 1)
    with pytest.raises(InvalidForm, match="five years are not over"):
        floor.step(OFFICER, notice, "end", {"end": "expired"})
    floor.clock.advance(days=1)

    assert floor.step(OFFICER, notice, "end", {"end": "expired"}).state is NoticeState.EXPIRED


def test_the_filer_and_the_owner_hear_of_each_step_of_others(floor: Floor) -> None:
    floor.published()
    moves = [(row.what.state, row.place) for row in floor.waiting() if isinstance(row.what, RecordMoved)]

    assert [state for state, place in moves if place == "dm:UREQ"] == [
        "review",
        "approved",
        "sent",
        "published",
    ]
    assert [state for state, place in moves if place == "dm:UOFFICER"] == ["approved"]


def test_the_audit_trail_names_fields_and_no_values(floor: Floor) -> None:
    notice = floor.sent()
    entry = floor.trail(notice.reference)[0]

    assert (entry.action, entry.fields) == ("notice.send", ("state", "message_reference", "sent_on"))
    assert "IPW 1" not in str(floor.trail(notice.reference))


def test_reading_the_details_is_audited(floor: Floor) -> None:
    notice = floor.file_notice()
    details = floor.desk.notices.details(AUDITOR, notice.id)

    assert details.notice == notice
    assert floor.audited(notice.reference)[0] == ("UAUDIT", "notice.read")


def test_a_card_offers_the_steps_of_its_state_and_nothing_of_the_subject(floor: Floor) -> None:
    notice = floor.file_notice()
    card = floor.desk.notices.card(notice.id)

    assert card is not None
    assert card.offered == floor.desk.notices.steps_for(notice)
    assert "Edgar" not in str(card)
    assert floor.desk.notices.card(NoticeId("nothing")) is None


def test_a_notice_whose_publication_was_never_recorded_counts_from_its_resumption(floor: Floor) -> None:
    notice = replace(floor.file_notice(), state=NoticeState.SUSPENDED, version=2)
    with floor.database.transaction() as stores:
        stores.notices.save(notice)
    resumed = floor.step(OFFICER, notice, "resume")

    assert resumed.due_at == floor.clock.now() + timedelta(days=5 * 365)
    with pytest.raises(InvalidForm, match="five years are not over"):
        floor.step(OFFICER, notice, "end", {"end": "expired"})
