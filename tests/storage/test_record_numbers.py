"""Records found by reference, by number, and among chosen ones; and the numbers of what was kept before."""

from dataclasses import replace

from storage.database import Database
from storage.records.queries import Number, RecordQuery, case_key, entity_key
from storage.records.requests import RequestId
from storage.upgrade import upgrade
from tests.storage.examples import a_notice, a_request
from tests.storage.older import an_old_notice, an_old_request, as_of


def by_number(text: str) -> RecordQuery:
    number = Number(case=case_key(text), control=text, entity=entity_key(text))
    return RecordQuery(numbers=frozenset({number}))


def test_a_number_is_of_a_case_a_notice_or_a_file(database: Database) -> None:
    request = a_request(agency_case="26-1234/a")
    notice = a_notice(agency_case="99", control_number="A-1/3-2026", answers={"entity_id": "2021-75051"})
    with database.transaction() as tx:
        tx.requests.add(request, a_request(agency_case=""))
        tx.notices.add(notice, a_notice(agency_case="98"))

    with database.reading() as tx:
        assert tx.requests.find(by_number("26 1234A")) == [request]
        assert [tx.notices.find(by_number(text)) for text in ("99", "A-1/3-2026", "2021/75051")] == [
            [notice]
        ] * 3
        assert tx.notices.find(by_number("2021/7505")) == []


def test_a_corrected_number_is_found_and_the_wrong_one_no_more(database: Database) -> None:
    request = a_request(agency_case="26-1234")
    with database.transaction() as tx:
        tx.requests.add(request)
        tx.requests.save(replace(request, agency_case="26-4321", version=2))

    with database.reading() as tx:
        assert tx.requests.count(by_number("26-4321")) == 1
        assert tx.requests.count(by_number("26-1234")) == 0


def test_a_reference_leads_to_a_record_and_to_what_belongs_to_it(database: Database) -> None:
    request = a_request()
    notice = a_notice(request_id=RequestId(request.id))
    with database.transaction() as tx:
        tx.requests.add(request, a_request())
        tx.notices.add(notice, a_notice())

    with database.reading() as tx:
        for reference in (request.reference, notice.reference):
            query = RecordQuery(references=frozenset({reference}))
            assert (tx.requests.find(query), tx.notices.find(query)) == ([request], [notice])


def test_only_chosen_ones_are_found_and_none_when_none_is_chosen(database: Database) -> None:
    one, other = a_notice(), a_notice()
    with database.transaction() as tx:
        tx.notices.add(one, other)

    with database.reading() as tx:
        assert tx.notices.find(RecordQuery(ids=frozenset({one.id}))) == [one]
        assert tx.notices.find(RecordQuery(ids=frozenset())) == []


def test_a_count_ends_where_it_is_told_to(database: Database) -> None:
    with database.transaction() as tx:
        tx.notices.add(*(a_notice() for _ in range(5)))

    with database.reading() as tx:
        assert [tx.notices.count(RecordQuery(), most=most) for most in (3, 5, 9, None)] == [3, 5, 5, 5]


def test_case_numbers_from_before_are_found_after_an_upgrade(empty_url: str) -> None:
    with as_of(empty_url, "0008") as connection:
        an_old_request(connection, "1", agency_case="26-1234/é")
        for number in range(2, 5):
            an_old_notice(connection, str(number), agency_case=f"NO. {number}00")
    upgrade(empty_url)
    database = Database(empty_url)

    with database.reading() as tx:
        assert [each.id for each in tx.requests.find(by_number("26 1234 É"))] == ["1"]
        assert [each.id for each in tx.notices.find(by_number("no300"))] == ["3"]
    database.close()
