"""Keys of names: who has them, who may see those, and which were there before there were keys."""

import json

from sqlalchemy import text

from storage.database import Database
from storage.records.names import UNKNOWN, Named, NameKeys, NamesRead
from storage.records.queries import Visibility
from storage.records.reminders import RecordKind
from storage.upgrade import upgrade
from tests.storage.examples import ADA, BORIS, a_notice, a_request, an_alert
from tests.storage.older import an_old_request, as_of

NOTICE, REQUEST = RecordKind.NOTICE, RecordKind.REQUEST


def keep(
    database: Database, record_id: str, *keys: str, year: int = UNKNOWN, kind: RecordKind = NOTICE
) -> None:
    with database.transaction() as tx:
        tx.names.replace(
            [NameKeys(record_id=record_id, record_kind=kind, keys=frozenset(keys), birth_year=year)]
        )


def likeliest(
    database: Database,
    *keys: str,
    years: tuple[int, ...] = (),
    eyes: Visibility | None = None,
    least: float = 0.0,
    limit: int = 9,
) -> list[str]:
    weights = {key: 1 / place for place, key in enumerate(keys, start=1)}
    with database.reading() as tx:
        return [
            record_id
            for _, record_id in tx.names.likeliest(
                weights, years, eyes, first_year=0.1, least=least, limit=limit
            )
        ]


def test_records_with_more_and_weightier_keys_come_first(database: Database) -> None:
    keep(database, "common", "B")
    keep(database, "rare", "A")
    keep(database, "both", "A", "B", kind=REQUEST)
    keep(database, "neither", "C")

    assert likeliest(database, "A", "B") == ["both", "rare", "common"]
    assert likeliest(database, "A", "B", limit=1) == ["both"]
    assert likeliest(database, "A", "B", least=0.5) == ["both", "rare"]
    assert likeliest(database, "D") == []


def test_of_a_year_only_those_are_found_and_the_first_year_first(database: Database) -> None:
    for record_id, year in (("a", 1991), ("b", 1990), ("c", UNKNOWN), ("d", 1980)):
        keep(database, record_id, "A", year=year)

    assert likeliest(database, "A", years=(1990, 1989, 1991, UNKNOWN)) == ["b", "a", "c"]
    assert len(likeliest(database, "A")) == 4


def test_keys_are_counted_as_far_as_it_matters(database: Database) -> None:
    for number in range(5):
        keep(database, f"r{number}", "A", year=1990 + number)

    with database.reading() as tx:
        assert tx.names.sizes({"A", "B"}, (), most=3) == {"A": 3}
        assert tx.names.sizes({"A", "B"}, (1990, 1991), most=3) == {"A": 2}
        assert tx.names.sizes(set(), (), most=3) == {}


def test_new_keys_take_the_place_of_the_old_ones(database: Database) -> None:
    keep(database, "r1", "A", "B", year=1990)
    keep(database, "r1", "C")

    assert likeliest(database, "A", "B") == []
    assert likeliest(database, "C") == ["r1"]


def test_only_what_somebody_may_see_is_found(database: Database) -> None:
    own, of_agency = a_notice(filed_by=BORIS, agency_id=None), a_request(agency_id="harbor-city-police")
    alerted, hidden = a_request(), a_notice()
    with database.transaction() as tx:
        for notice in (own, hidden):
            tx.notices.add(notice)
        for request in (of_agency, alerted):
            tx.requests.add(request)
        tx.alerts.add(an_alert(record_id=alerted.id, agency_id="harbor-city-police"))
    for each in (own, of_agency, alerted, hidden):
        keep(database, each.id, "A")

    eyes = Visibility(person=BORIS, agency_id="harbor-city-police")
    admitted = Visibility(person=None, agency_id="harbor-city-police")

    assert set(likeliest(database, "A", eyes=eyes)) == {own.id, of_agency.id, alerted.id}
    assert set(likeliest(database, "A", eyes=admitted)) == {of_agency.id, alerted.id}
    assert likeliest(database, "A", eyes=Visibility(person=ADA, agency_id="harbor-city-police")).count(
        hidden.id
    )
    assert len(likeliest(database, "A")) == 4


def test_what_records_are_called_comes_in_the_order_asked_for_and_nothing_else_of_them(
    database: Database,
) -> None:
    notice = a_notice(answers={"family_name": 'Exämple "x"', "birth": "1990-05", "charge": "Invented"})
    request = a_request(answers={"forename": "Robin", "aliases": "Sample"})
    with database.transaction() as tx:
        tx.notices.add(notice)
        tx.requests.add(request)

    with database.reading() as tx:
        found = tx.names.named([(REQUEST, request.id), (NOTICE, notice.id), (NOTICE, "gone")])

    assert found == [
        Named(record_id=request.id, record_kind=REQUEST, answers={"forename": "Robin", "aliases": "Sample"}),
        Named(
            record_id=notice.id,
            record_kind=NOTICE,
            answers={"family_name": 'Exämple "x"', "birth": "1990-05"},
        ),
    ]


def test_records_are_read_by_their_ids_and_how_far_is_kept(database: Database) -> None:
    notices = sorted((a_notice() for _ in range(3)), key=lambda notice: notice.id)
    with database.transaction() as tx:
        for notice in notices:
            tx.notices.add(notice)

    with database.transaction() as tx:
        tx.names.hold_reading()
        first = tx.names.after(NOTICE, "", limit=2)
        rest = tx.names.after(NOTICE, first[-1].record_id, limit=2)
        tx.names.save_read(NamesRead(record_kind=NOTICE, rule=1, after=first[-1].record_id))
        tx.names.save_read(NamesRead(record_kind=NOTICE, rule=2, after=None))
        read = tx.names.read()

    assert [each.record_id for each in (*first, *rest)] == [notice.id for notice in notices]
    assert read == [NamesRead(record_kind=NOTICE, rule=2, after=None)]


def test_an_upgrade_leaves_records_to_be_read_and_loses_none(empty_url: str) -> None:
    with as_of(empty_url, "0009") as connection:
        an_old_request(connection, "1", kind="inquiry", answers=json.dumps({"family_name": "Example"}))
        assert connection.execute(text("SELECT count(*) FROM requests")).scalar_one() == 1

    upgrade(empty_url)

    database = Database(empty_url)
    with database.transaction() as tx:
        waiting = tx.names.after(REQUEST, "", limit=9)
        assert tx.names.read() == []
    database.close()
    assert [each.answers for each in waiting] == [{"family_name": "Example"}]
