"""Links: two notices that somebody has said belong to one case, whichever way round it was said."""

from storage.database import Database
from storage.records.links import Link
from storage.records.notices import NoticeId
from tests.storage.examples import BORIS, a_link, after, all_at_once

ONE, OTHER, THIRD = NoticeId("N1"), NoticeId("N2"), NoticeId("N3")


def add(database: Database, *links: Link) -> None:
    with database.transaction() as tx:
        for link in links:
            tx.links.add(link)


def of(database: Database, notice_id: NoticeId) -> list[NoticeId]:
    with database.reading() as tx:
        return tx.links.of(notice_id)


def test_each_of_two_names_the_other(database: Database) -> None:
    add(database, a_link(one=OTHER, other=ONE))

    assert (of(database, ONE), of(database, OTHER), of(database, THIRD)) == ([OTHER], [ONE], [])


def test_a_link_that_is_there_already_stays_whichever_way_round_it_comes(database: Database) -> None:
    again = a_link(since=after(days=1), by=BORIS)
    add(database, a_link(), again, a_link(one=OTHER, other=ONE))

    assert (of(database, ONE), of(database, OTHER)) == ([OTHER], [ONE])


def test_a_notice_is_linked_to_as_many_as_belong_to_its_case(database: Database) -> None:
    add(database, a_link(one=THIRD, other=ONE), a_link(), a_link(one=THIRD, other=OTHER))

    assert of(database, ONE) == [OTHER, THIRD]
    assert of(database, THIRD) == [ONE, OTHER]


def test_eight_who_link_the_same_at_once_link_it_once(database: Database) -> None:
    ways = (a_link(), a_link(one=OTHER, other=ONE))
    all_at_once(8, lambda index: add(database, ways[index % 2]))

    assert of(database, ONE) == [OTHER]
