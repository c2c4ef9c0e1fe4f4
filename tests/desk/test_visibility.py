"""Who sees what: refused sounds like not found, and every refusal leaves its trace."""

from collections.abc import Callable

import pytest

from bot.rules.errors import NoSuchRecord, Refusal
from storage.records.notices import NoticeId
from storage.records.people import Actor, Person
from storage.records.reminders import RecordKind
from storage.records.requests import RequestId
from tests.desk.around import both_databases
from tests.desk.floor import (
    ADMITTED,
    AUDITOR,
    LEFT,
    NEWCOMER,
    OFFICER,
    OPERATOR,
    REQUESTER,
    ROBOT,
    STRANGER,
    Floor,
)

COLLEAGUE = Person(id=REQUESTER.id, role=REQUESTER.role, agency_id="example-city-police")


def _sentence(act: Callable[[], object]) -> str:
    with pytest.raises(Refusal) as refused:
        act()
    return str(refused.value)


@pytest.mark.parametrize("asker", [NEWCOMER, STRANGER, LEFT, ROBOT])
def test_some_people_see_nothing_and_learn_nothing(floor: Floor, asker: Person) -> None:
    floor.file_request(OFFICER)
    there = _sentence(lambda: floor.desk.requests.status(asker, "LR-2026-00001"))
    not_there = _sentence(lambda: floor.desk.requests.status(asker, "LR-2026-00099"))
    listed = _sentence(lambda: floor.desk.notices.listing(asker, ""))

    assert there == not_there == listed
    assert floor.refused("LR-2026-00001") == [(asker.id, "request.status")]


def test_without_a_role_somebody_is_told_whom_to_ask(floor: Floor) -> None:
    sentence = _sentence(lambda: floor.desk.notices.status(NEWCOMER, "NT-2026-00001"))

    assert sentence == "You have no role on this desk yet. Ask a supervisor to give you one."


def test_anothers_request_sounds_like_none_at_all(floor: Floor) -> None:
    hidden = floor.file_request(OFFICER)
    asked = _sentence(lambda: floor.desk.requests.status(REQUESTER, hidden.reference))
    asked_for_none = _sentence(lambda: floor.desk.requests.status(REQUESTER, "LR-2026-00099"))
    clicked = _sentence(lambda: floor.desk.requests.details(REQUESTER, hidden.id))
    clicked_none = _sentence(lambda: floor.desk.requests.details(REQUESTER, RequestId("nothing")))

    assert asked.replace(hidden.reference, "LR-2026-00099") == asked_for_none
    assert clicked == clicked_none
    assert floor.refused(hidden.reference) == [("UREQ", "request.read"), ("UREQ", "request.status")]


@pytest.mark.parametrize("step", ["claim", "approve", "no_such_step"])
def test_a_click_on_a_hidden_notice_sounds_like_one_on_nothing(floor: Floor, step: str) -> None:
    hidden = floor.file_notice(OFFICER)
    clicked = _sentence(lambda: floor.desk.notices.step(REQUESTER, hidden.id, step, {}))
    clicked_none = _sentence(lambda: floor.desk.notices.step(REQUESTER, NoticeId("nothing"), step, {}))

    assert clicked == clicked_none


@pytest.mark.parametrize("kind", RecordKind)
def test_a_hidden_record_is_not_snoozed(floor: Floor, kind: RecordKind) -> None:
    hidden = floor.file_request(OFFICER).id if kind is RecordKind.REQUEST else floor.file_notice(OFFICER).id

    with pytest.raises(NoSuchRecord):
        floor.desk.reminders.snooze(REQUESTER, kind, hidden)


def test_a_requester_sees_the_records_of_their_agency(floor: Floor) -> None:
    request = floor.file_request(OFFICER)
    floor.change(COLLEAGUE)

    assert floor.desk.requests.status(REQUESTER, request.reference).may_see_details
    assert floor.desk.requests.listing(REQUESTER, "").total == 1


@both_databases
def test_a_list_holds_no_more_than_its_reader_may_see(floor: Floor) -> None:
    floor.file_request(OFFICER, key="1")
    own = floor.file_request(REQUESTER, key="2")
    admitted = floor.file_request(ADMITTED, key="3", agency="harbor-city-police")

    def references(asker: Person) -> list[str]:
        return [row.reference for row in floor.desk.requests.listing(asker, "").rows]

    assert references(REQUESTER) == [own.reference]
    assert references(ADMITTED) == [admitted.reference]
    assert len(references(OFFICER)) == 3


def test_who_is_admitted_for_another_agency_now_no_longer_sees_the_records_of_the_first(
    floor: Floor,
) -> None:
    request = floor.file_request(ADMITTED, agency="harbor-city-police")
    floor.change(ADMITTED, agency_id="example-city-police")

    assert floor.desk.requests.listing(ADMITTED, "").total == 0
    with pytest.raises(NoSuchRecord):
        floor.desk.requests.status(ADMITTED, request.reference)


def test_an_auditors_look_at_a_list_is_audited_and_an_officers_is_not(floor: Floor) -> None:
    floor.desk.notices.listing(OFFICER, "")
    floor.desk.notices.listing(AUDITOR, "")

    assert floor.audited("") == [("UAUDIT", "notice.list")]


def test_status_writes_nothing(floor: Floor) -> None:
    request = floor.file_request()
    before = floor.trail(request.reference)
    floor.desk.requests.status(OFFICER, request.reference)

    assert floor.trail(request.reference) == before


def test_status_tells_where_it_stands_without_personal_data(floor: Floor) -> None:
    notice = floor.sent()
    status = floor.desk.notices.status(REQUESTER, "nt 2026 1")

    assert status.id == notice.id
    assert (status.state_words, status.next_by) == (
        "sent to the General Secretariat",
        "the General Secretariat",
    )
    assert [event.step for event in status.events] == ["send", "approve", "legal_review"]
    assert all(event.evidence == {} for event in status.events)
    assert "Edgar" not in str(status)


def test_a_notice_is_found_by_its_control_number(floor: Floor) -> None:
    notice = floor.published(number="A-1/3-2026")

    assert floor.desk.notices.status(OFFICER, "a1/3-2026").id == notice.id


def test_either_command_finds_either_reference(floor: Floor) -> None:
    floor.file_request()
    floor.file_notice()

    assert floor.desk.notices.status(OFFICER, "LR-2026-00001").record_kind is RecordKind.REQUEST
    assert floor.desk.requests.status(OFFICER, "NT-2026-00001").record_kind is RecordKind.NOTICE


def test_words_that_may_be_a_name_do_not_reach_the_audit_trail(floor: Floor) -> None:
    with pytest.raises(NoSuchRecord, match="Edgar Example"):
        floor.desk.notices.status(OFFICER, " Edgar Example ")

    assert floor.refused("unread words") == [("UOFFICER", "notice.status")]


def test_an_operator_at_the_command_line_may_ask_too(floor: Floor) -> None:
    request = floor.file_request()

    assert floor.desk.requests.status(OPERATOR, request.reference).reference == request.reference


def test_a_person_by_id_alone_is_checked_like_anybody(floor: Floor) -> None:
    request = floor.file_request(OFFICER)

    with pytest.raises(Refusal):
        floor.desk.requests.status(Actor(NEWCOMER.id), request.reference)


def test_an_auditor_takes_no_step(floor: Floor) -> None:
    notice = floor.file_notice()

    with pytest.raises(Refusal):
        floor.desk.reminders.snooze(AUDITOR, RecordKind.NOTICE, notice.id)


@both_databases
def test_lists_go_page_by_page(floor: Floor) -> None:
    for number in range(12):
        floor.file_request(key=str(number))
    first, second, beyond = (floor.desk.requests.listing(OFFICER, "", page) for page in (1, 2, 9))

    assert (first.page, first.pages, first.total, len(first.rows)) == (1, 2, 12, 10)
    assert (second.page, len(second.rows)) == (2, 2)
    assert beyond.page == 2
    assert not {row.id for row in first.rows} & {row.id for row in second.rows}


def test_an_empty_list_is_page_one_of_one_and_says_what_it_did_not_understand(floor: Floor) -> None:
    found = floor.desk.notices.listing(OFFICER, "red shape:round", 0)

    assert (found.page, found.pages, found.total) == (1, 1, 0)
    assert found.not_understood == ("shape:round",)


@both_databases
def test_a_row_says_what_it_is_and_whether_it_is_overdue(floor: Floor) -> None:
    floor.file_notice()
    floor.file_request()
    floor.clock.advance(hours=24)
    notice, request = (
        floor.desk.notices.listing(OFFICER, "overdue").rows[0],
        floor.desk.requests.listing(OFFICER, "overdue").rows[0],
    )

    assert (notice.what, notice.overdue) == ("Red Notice, France", True)
    assert (request.what, request.state_words) == ("Fugitive, France", "submitted")


def test_a_sentence_repeats_no_more_than_it_has_room_for(floor: Floor) -> None:
    with pytest.raises(NoSuchRecord) as missing:
        floor.desk.notices.status(OFFICER, "x" * 3000)

    assert len(str(missing.value)) < 300
