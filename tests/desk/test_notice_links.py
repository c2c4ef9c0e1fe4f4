"""Notices of one case: by a link, by the request that they come from, by their agency's case number."""

from collections.abc import Mapping
from typing import Any

import pytest

from bot.desk.notice_facts import Linked
from storage.records.announcements import RecordsAlike
from storage.records.notices import Colour, Notice, NoticeState
from storage.records.people import Actor
from tests.desk.around import both_databases
from tests.desk.floor import ADMITTED, OFFICER, REQUESTER, SECOND, Floor
from tests.desk.notice_life import evidence, takes, wrong
from tests.notice_samples import CHILD

ROBIN: Mapping[str, Any] = {
    "family_name": "Other",
    "forename": "Robin",
    "birth": "1985",
    "agency_case": "EX-9",
}
"""Like nobody else and in no other case."""


def _references(floor: Floor, notice: Notice) -> list[str]:
    card = floor.desk.notices.card(notice.id)
    assert card is not None
    return [each.reference for each in card.linked]


def _announced(floor: Floor) -> list[str]:
    return [each.other for each in floor.told_by(RecordsAlike)]


@both_databases
def test_linked_by_an_officer_each_names_the_other(floor: Floor) -> None:
    first, second = floor.file_notice(), floor.file_notice(colour=Colour.BLUE, key="2", **ROBIN)
    before = _references(floor, first)
    linked = takes(floor, first, "link", linked=second.reference.lower())
    with floor.database.reading() as stores:
        kept = stores.links.of(first.id)

    assert before == []
    assert (linked.state, linked.due_at, linked.version) == (first.state, first.due_at, first.version + 1)
    assert kept == [second.id]
    assert (_references(floor, first), _references(floor, second)) == ([second.reference], [first.reference])
    assert evidence(floor, first).evidence == {"linked": second.reference.lower()}


def test_the_card_of_the_other_one_is_brought_up_to_date(floor: Floor) -> None:
    first, second = floor.file_notice(), floor.file_notice(colour=Colour.BLUE, key="2", **ROBIN)
    floor.told()
    takes(floor, first, "link", linked=second.reference)

    assert floor.told().count("notice_card -> desk") == 2


def test_linked_twice_or_both_ways_it_is_linked_once(floor: Floor) -> None:
    first, second = floor.file_notice(), floor.file_notice(colour=Colour.BLUE, key="2", **ROBIN)
    takes(floor, first, "link", linked=second.reference)
    takes(floor, first, "link", SECOND, linked=second.reference)
    takes(floor, second, "link", linked=first.reference)

    assert _references(floor, first) == [second.reference]


def test_a_link_goes_by_the_control_number_as_well(floor: Floor) -> None:
    first = floor.published(number="A-1/3-2026")
    incoming = floor.received(**ROBIN, control_number="A-9/2-2026")
    takes(floor, first, "link", linked="a9/2-2026")

    assert _references(floor, first) == [incoming.reference]


def test_linked_to_a_request_it_comes_from_that(floor: Floor) -> None:
    request, notice = floor.file_another(key="r"), floor.file_notice()
    floor.told()
    linked = takes(floor, notice, "link", linked=request.reference)
    card = floor.desk.requests.card(request.id)

    assert linked.request_id == request.id
    assert card is not None
    assert list(card.notices) == [notice.reference]
    assert "request_card -> desk" in floor.told()


@pytest.mark.parametrize(
    ("linked", "sentence"),
    [
        ("NT-2026-00001", "This is the same notice. Name the other one."),
        ("NT-2026-00099", "There is no such record. Write it like NT-2026-00007."),
        ("the abductor's", "There is no such record. Write it like NT-2026-00007."),
        ("", "Please fill this in."),
    ],
)
def test_what_is_no_other_record_is_not_linked(floor: Floor, linked: str, sentence: str) -> None:
    assert wrong(floor, floor.file_notice(), "link", linked=linked) == {"linked": sentence}


def test_notices_of_one_request_are_linked_and_not_announced(floor: Floor) -> None:
    request = floor.file_request()
    filed = [
        floor.file_notice(OFFICER, colour, key=colour, request_reference=request.reference)
        for colour in (Colour.RED, Colour.BLUE)
    ]
    yellow = floor.file_notice(
        OFFICER,
        Colour.YELLOW,
        key="y",
        request_reference=request.reference,
        **{**CHILD, "agency_case": "EX-9"},
    )
    red, blue = filed

    assert _references(floor, yellow) == [red.reference, blue.reference]
    assert floor.desk.notices.details(OFFICER, red.id).linked == (
        Linked(reference=blue.reference, colour=Colour.BLUE, state=NoticeState.SUBMITTED),
        Linked(reference=yellow.reference, colour=Colour.YELLOW, state=NoticeState.SUBMITTED),
    )
    assert _announced(floor) == []


@pytest.mark.parametrize("number", ["2026/17", "2026-17", " 2026 17 "])
def test_a_childs_yellow_and_the_abductors_red_of_one_case_number_are_linked_and_no_duplicates(
    floor: Floor, number: str
) -> None:
    yellow = floor.file_notice(colour=Colour.YELLOW)
    red = floor.file_notice(ADMITTED, Colour.RED, key="r", agency_case=number, agency="harbor-city-police")
    own = floor.file_notice(REQUESTER, Colour.RED, key="o", agency_case=number, family_name="Other")

    assert _references(floor, yellow) == [own.reference]
    assert _references(floor, red) == []
    assert _announced(floor) == []


def test_a_case_number_that_is_given_later_links_them_too(floor: Floor) -> None:
    yellow = floor.file_notice(colour=Colour.YELLOW)
    red = floor.file_notice(key="r", **ROBIN)
    floor.desk.notices.add(REQUESTER, red.id, "case", {"agency_case": "2026/17"})

    assert _references(floor, yellow) == [red.reference]


def test_two_notices_about_one_person_are_announced(floor: Floor) -> None:
    red = floor.file_notice()
    floor.told()
    green = floor.file_notice(colour=Colour.GREEN, key="g", agency_case="EX-9")
    details = floor.desk.notices.details(OFFICER, green.id)

    assert _announced(floor) == [red.reference]
    assert details.alike == (red.reference,)
    assert details.linked == ()


def test_also_those_of_one_case_number(floor: Floor) -> None:
    red = floor.file_notice()
    green = floor.file_notice(colour=Colour.GREEN, key="g")

    assert _announced(floor) == [red.reference]
    assert _references(floor, green) == [red.reference]


def test_once_they_are_linked_they_are_no_duplicates_any_more(floor: Floor) -> None:
    red = floor.file_notice()
    green = floor.file_notice(colour=Colour.GREEN, key="g", agency_case="EX-9")
    takes(floor, green, "link", linked=red.reference)

    assert floor.desk.notices.details(OFFICER, red.id).alike == ()


def test_who_linked_them_and_when_is_kept(floor: Floor) -> None:
    first, second = floor.file_notice(), floor.file_notice(colour=Colour.BLUE, key="2", **ROBIN)
    takes(floor, first, "link", SECOND, linked=second.reference)
    event = evidence(floor, first)

    assert (event.step, event.actor, event.at) == ("link", Actor(SECOND.id), floor.clock.now())
    assert floor.audited(first.reference)[1:2] == [("USECOND", "notice.link")]
