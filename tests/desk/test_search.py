"""Search by name: what is found by whom, what of it is written down, and what follows a correction."""

from dataclasses import replace
from typing import Any

import pytest

from bot.desk.name_keys import NameReading
from bot.rules.errors import DeskError, Refusal
from bot.rules.naming import keys
from bot.rules.naming.ranking import Birth, Fit
from bot.rules.requests import BASICS
from storage.records.audit import Outcome
from storage.records.names import NamesRead
from storage.records.notices import Colour
from storage.records.people import Person
from storage.records.reminders import RecordKind
from storage.records.requests import RequestId
from tests.desk.around import both_databases
from tests.desk.floor import (
    ADMITTED,
    AUDITOR,
    LEFT,
    NEWCOMER,
    OFFICER,
    REQUESTER,
    STRANGER,
    SUPERVISOR,
    Floor,
)

WHO: dict[str, Any] = {"family_name": "Beispielova", "forename": "Yulia", "birth": "1990-05"}


def found(floor: Floor, words: str, asker: Person = OFFICER) -> list[str]:
    return [each.row.reference for each in floor.desk.search.find(asker, words).rows]


@both_databases
def test_requests_and_notices_of_both_directions_are_found_by_another_spelling(floor: Floor) -> None:
    request = floor.file_request(**WHO)
    notice = floor.file_notice(colour=Colour.BLUE, **WHO)
    received = floor.received(**WHO)
    floor.file_another(key="other")

    rows = floor.desk.search.find(OFFICER, "Бейспилова Юлия 1990").rows

    assert {each.row.reference for each in rows} == {
        request.reference,
        notice.reference,
        received.reference,
    }
    assert {(each.record_kind, each.birth) for each in rows} == {
        (RecordKind.REQUEST, Birth.FITS),
        (RecordKind.NOTICE, Birth.FITS),
    }
    assert {each.fit for each in rows} <= {Fit.SAME, Fit.SIMILAR}


def test_the_year_may_be_one_off_or_not_recorded_but_no_further(floor: Floor) -> None:
    floor.file_request(**WHO)

    births = {
        year: floor.desk.search.find(OFFICER, f"Beispielova {year}").rows for year in (1988, 1989, 1991)
    }

    assert [each.birth for year in (1989, 1991) for each in births[year]] == [Birth.NEAR, Birth.NEAR]
    assert births[1988] == []


@both_databases
def test_nobody_finds_more_than_they_may_see(floor: Floor) -> None:
    hidden = floor.file_request(OFFICER, key="1", **WHO)
    own = floor.file_request(REQUESTER, key="2", **WHO)
    of_harbor = floor.file_request(ADMITTED, key="3", agency="harbor-city-police", **WHO)
    everything = {hidden.reference, own.reference, of_harbor.reference}

    assert found(floor, "Beispielova", REQUESTER) == [own.reference]
    assert found(floor, "Beispielova", ADMITTED) == [of_harbor.reference]
    for asker in (OFFICER, SUPERVISOR, AUDITOR):
        assert set(found(floor, "Beispielova", asker)) == everything


@pytest.mark.parametrize("asker", [NEWCOMER, STRANGER, LEFT])
def test_without_a_role_nothing_is_found_and_the_refusal_is_audited(floor: Floor, asker: Person) -> None:
    floor.file_request(**WHO)

    with pytest.raises(Refusal):
        floor.desk.search.find(asker, "Beispielova")

    assert floor.refused("") == [(asker.id, "search")]


@both_databases
def test_each_search_is_one_read_in_the_audit_trail_without_its_words(floor: Floor) -> None:
    floor.file_request(**WHO)
    floor.desk.search.find(REQUESTER, "Beispielova 1990")
    floor.desk.search.find(OFFICER, "Nobodyelse")

    trail = [each for each in floor.trail("") if each.action == "search"]

    assert [(str(each.actor), each.fields, each.outcome) for each in trail] == [
        (str(OFFICER.id), ("family_name", "forename", "birth"), Outcome.DONE),
        (str(REQUESTER.id), ("family_name", "forename", "birth"), Outcome.DONE),
    ]


def test_a_name_that_was_corrected_is_found_by_what_it_is_now(floor: Floor) -> None:
    request = floor.file_request(**WHO)
    notice = floor.file_notice(**{**WHO, "family_name": "Musterova"})

    floor.desk.requests.add(REQUESTER, request.id, BASICS, {"family_name": "Placeholder"})
    floor.desk.notices.add(REQUESTER, notice.id, BASICS, {"birth": "1970"})

    assert found(floor, "Beispielova") == []
    assert found(floor, "Placeholder") == [request.reference]
    assert found(floor, "Musterova 1970") == [notice.reference]
    assert found(floor, "Musterova 1990") == []


def test_other_names_are_searched_and_other_peoples_are_not(floor: Floor) -> None:
    received = floor.received(**WHO, aliases="Musterova, Erika Placeholder", parents="Quasimodo")

    assert found(floor, "Erika Placeholder") == [received.reference]
    assert found(floor, "Yulia Musterova") == [received.reference]
    assert found(floor, "Quasimodo") == []


@pytest.mark.parametrize("typed", ["e", "*", "1990", "", "x" * 5_000, "%_"])
def test_what_cannot_be_searched_gets_a_sentence_and_leaves_no_trace(floor: Floor, typed: str) -> None:
    with pytest.raises(DeskError):
        floor.desk.search.find(OFFICER, typed)

    assert floor.trail("") == []


def test_pages_follow_each_other_and_one_beyond_the_end_is_the_last(floor: Floor) -> None:
    for number in range(12):
        floor.file_request(key=str(number), **{**WHO, "agency_case": f"EX-{number}"})

    pages = [floor.desk.search.find(OFFICER, "Beispielova", page) for page in (1, 2, 99)]

    assert [(each.page, each.pages, each.total, len(each.rows)) for each in pages] == [
        (1, 2, 12, 10),
        (2, 2, 12, 2),
        (2, 2, 12, 2),
    ]
    assert len({each.row.reference for page in pages for each in page.rows}) == 12


@both_databases
def test_records_from_before_are_read_some_at_a_time_and_said_to_be_missing_until_then(floor: Floor) -> None:
    requests = [floor.file_request(key=str(number), agency_case=f"EX-{number}", **WHO) for number in range(5)]
    notice = floor.file_notice(**WHO)
    everything = {notice.reference, *(each.reference for each in requests)}
    forget_the_keys(floor)
    reading = NameReading(floor.desk.ground, at_once=2)

    before = floor.desk.search.find(OFFICER, "Beispielova")
    read = []
    while reading.next_due():
        read.append(reading.sweep())
    after = floor.desk.search.find(OFFICER, "Beispielova")

    assert (before.total, before.is_complete) == (0, False)
    assert sum(read) == 6
    assert max(read) == 2
    assert after.is_complete
    assert {each.row.reference for each in after.rows} == everything
    assert reading.sweep() == 0


def test_what_was_read_by_an_older_rule_is_read_anew(floor: Floor) -> None:
    floor.file_request(**WHO)
    with floor.database.transaction() as stores:
        for kind in RecordKind:
            stores.names.save_read(NamesRead(record_kind=kind, rule=keys.RULE - 1, after=None))

    assert not floor.desk.search.find(OFFICER, "Beispielova").is_complete
    assert floor.desk.name_reading.sweep() == 1


def test_what_was_erased_is_not_found(floor: Floor) -> None:
    request = floor.close(OFFICER, floor.claimed(**WHO))
    floor.clock.advance(days=7 * 365 + 30)
    floor.desk.purging.purge(SUPERVISOR, request.reference)

    assert found(floor, "Beispielova") == []
    with floor.database.reading() as stores:
        assert stores.requests.get(RequestId(request.id)) is None


def forget_the_keys(floor: Floor) -> None:
    """As if the records had been filed before there were keys."""
    with floor.database.transaction() as stores:
        for kind in RecordKind:
            for named in stores.names.after(kind, "", limit=99):
                stores.names.replace([replace(keys.of_record(named), keys=frozenset())])
            stores.names.save_read(NamesRead(record_kind=kind, rule=0))
