"""Lists by question: each way to ask finds its records, and nobody finds more than they may see."""

from typing import Any

import pytest

from bot.rules.errors import DeskError
from storage.records.audit import Outcome
from storage.records.notices import Colour
from storage.records.people import Person
from storage.records.reminders import RecordKind
from tests.desk.around import both_databases
from tests.desk.floor import ADMITTED, OFFICER, Floor
from tests.desk.registers import keep_notices, list_at_most

WHO: dict[str, Any] = {"family_name": "Beispielova", "forename": "Yulia", "birth": "1990-05"}


def listed(
    floor: Floor, words: str, asker: Person = OFFICER, kind: RecordKind = RecordKind.NOTICE
) -> set[str]:
    noun = floor.desk.notices if kind is RecordKind.NOTICE else floor.desk.requests
    return {each.reference for each in noun.listing(asker, words).rows}


@both_databases
def test_a_notice_is_found_by_everything_that_people_know_of_it(floor: Floor) -> None:
    request = floor.file_request()
    notice = floor.published(
        Colour.BLUE,
        number="B-77/3-2026",
        request_reference=request.reference,
        agency_case="26-1234/A",
        **WHO,
    )
    floor.file_notice(key="other", agency_case="99-9", family_name="Anders")

    for words in (
        notice.reference,
        request.reference,
        "B-77/3-2026",
        "b-77/3-2026",
        "26-1234-a",
        'case:"26 1234 a"',
        "Бейспилова 1990",
        "blue published",
        "blue in france",
    ):
        assert listed(floor, words) == {notice.reference}, words


@both_databases
def test_a_file_number_is_found_with_a_slash_and_with_a_dash(floor: Floor) -> None:
    received = floor.received(Colour.BLUE, entity_id="2021-75051", **WHO)
    sent = floor.sent(Colour.RED, key="2", family_name="Anders")
    answers = {"control_number": "A-9/3-2026", "published_on": floor.today.isoformat()}
    floor.step(OFFICER, sent, "publish", answers | {"entity_id": "2022/33"})

    assert listed(floor, "2021/75051") == listed(floor, "2021-75051") == {received.reference}
    assert listed(floor, "2022-33") == {sent.reference}


@both_databases
def test_an_agency_is_found_by_a_part_of_its_name_and_by_its_id(floor: Floor) -> None:
    harbor = floor.file_request(OFFICER, key="1", agency="harbor-city-police")
    floor.file_another(key="2")

    for words in ("agency:harbor", "agency:harbor-city-police", 'agency:"Harbor City"', "agency:CAEX00300"):
        assert listed(floor, words, kind=RecordKind.REQUEST) == {harbor.reference}, words


def test_an_agency_that_nobody_knows_is_said(floor: Floor) -> None:
    assert floor.desk.requests.listing(OFFICER, "agency:atlantis").not_understood == ("agency:atlantis",)


@both_databases
def test_nobody_finds_by_a_number_or_a_name_what_they_may_not_see(floor: Floor) -> None:
    floor.file_request(OFFICER, key="1", agency="example-city-police", agency_case="26-1234", **WHO)

    for words in ("26-1234", "Beispielova", "agency:example-city-police"):
        assert listed(floor, words, ADMITTED, RecordKind.REQUEST) == set()


def test_a_look_for_a_name_is_audited_and_the_name_is_not(floor: Floor) -> None:
    floor.file_notice(**WHO)
    floor.desk.notices.listing(OFFICER, "red Beispielova")
    floor.desk.notices.listing(OFFICER, "red")

    written = [each for each in floor.trail("") if each.action == "notice.list"]
    assert [(str(each.actor), each.outcome) for each in written] == [(OFFICER.id, Outcome.DONE)]
    assert "family_name" in written[0].fields
    assert "Beispielova" not in str(written)


@pytest.mark.parametrize("words", ["x", "name:" + "x" * 290])
def test_a_name_that_nobody_can_be_found_by_is_answered_with_what_to_do(floor: Floor, words: str) -> None:
    with pytest.raises(DeskError, match=r"Type a whole|long name"):
        floor.desk.notices.listing(OFFICER, words)


@both_databases
@pytest.mark.parametrize(("count", "pages"), [(0, 1), (1, 1), (31, 4), (5000, 500)])
def test_every_page_has_what_is_due_after_the_one_before(floor: Floor, count: int, pages: int) -> None:
    kept = keep_notices(floor, count)
    ten = floor.desk.ground.policy.list_page

    for page in sorted({1, 2, pages // 2, pages - 1, pages} & set(range(1, pages + 1))):
        found = floor.desk.notices.listing(OFFICER, "red", page)

        assert (found.page, found.pages, found.total) == (page, pages, count)
        assert [each.reference for each in found.rows] == kept[(page - 1) * ten : page * ten]


@pytest.mark.parametrize("count", [0, 1, 31])
def test_a_page_beyond_the_end_is_the_last_and_one_before_the_beginning_the_first(
    floor: Floor, count: int
) -> None:
    keep_notices(floor, count)

    beyond, before = (floor.desk.notices.listing(OFFICER, "red", page) for page in (99, -1))

    assert (beyond.page, before.page) == (beyond.pages, 1)


def test_a_list_counts_no_further_than_policy_says(floor: Floor) -> None:
    keep_notices(floor, 30)
    list_at_most(floor, 20)
    found = floor.desk.notices.listing(OFFICER, "red")

    assert (found.total, found.pages, found.is_cut) == (20, 2, True)
