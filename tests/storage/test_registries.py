"""The registries come back as they were kept, and whoever saves must have seen the newest version."""

from dataclasses import replace

import pytest

from storage import reference
from storage.database import Database, StaleRecord
from storage.records.agencies import Agency, AgencyKind, LiaisonPerson
from storage.records.countries import Country, Requirement, Topic
from storage.records.people import SYSTEM
from storage.records.requests import Offence
from storage.records.terms import TermKind
from tests.storage.examples import NOW, after, new_id

PATROL = Agency(
    id="example-patrol",
    name="Example Harbor Patrol",
    kind=AgencyKind.LOCAL,
    state="ME",
    telephone="202-555-0100",
    liaisons=(LiaisonPerson(name="Casey Example", telephone="202-555-0101"),),
)


def a_requirement(country: str = "MX", *, hours: float = 0) -> Requirement:
    return Requirement(
        id=new_id(),
        country=country,
        topic=Topic.TREATY,
        text="An invented demand.",
        source="An invented treaty",
        recorded_at=after(hours=hours),
        recorded_by=SYSTEM,
    )


def test_an_agency_without_an_ori_is_kept_with_its_people(database: Database) -> None:
    with database.transaction() as tx:
        tx.agencies.add(PATROL)

    with database.reading() as tx:
        assert tx.agencies.get(PATROL.id) == PATROL
        assert tx.agencies.of_state("ME") == [PATROL, tx.agencies.get("icac-me")]


def test_a_removed_agency_is_not_offered_and_is_still_known(database: Database) -> None:
    with database.transaction() as tx:
        tx.agencies.add(PATROL)
        tx.agencies.save(replace(PATROL, removed_at=NOW, version=2))

    with database.reading() as tx:
        assert tx.agencies.search(["patrol"], 9) == []
        assert PATROL.id not in {each.id for each in tx.agencies.of_state("ME")}
        assert tx.agencies.get(PATROL.id) == replace(PATROL, removed_at=NOW, version=2)
        assert PATROL.id in {each.id for each in tx.agencies.all()}


@pytest.mark.parametrize(
    ("words", "ids"),
    [
        (("sheriff", "va"), ["example-county-sheriff"]),
        (("vaex00100",), ["example-county-sheriff"]),
        (("harbour", "creche"), ["example-creche"]),
        (("_",), []),
        (("county", "nothing"), []),
    ],
)
def test_an_agency_is_found_by_words_of_its_name_state_or_ori(
    database: Database, words: tuple[str, ...], ids: list[str]
) -> None:
    with database.transaction() as tx:
        tx.agencies.add(replace(PATROL, id="example-creche", name="Example Crèche"))
        tx.agencies.save(replace(PATROL, id="example-creche", name="Harbour Crèche", version=2))

    with database.reading() as tx:
        assert [each.id for each in tx.agencies.search(words, 9)] == ids
        assert len(tx.agencies.search((), 9)) == 9


def test_of_two_who_save_what_both_have_seen_the_second_is_refused(database: Database) -> None:
    with database.transaction() as tx:
        mexico = tx.countries.get("MX")
        [kidnapping] = [each for each in tx.terms.all(TermKind.OFFENCE) if each.code == "kidnapping"]
        tx.agencies.add(PATROL)
    assert mexico is not None

    with database.transaction() as tx:
        tx.countries.save(replace(mexico, name="First", version=2))
        tx.terms.save(replace(kidnapping, label="First", version=2))
        tx.agencies.save(replace(PATROL, name="First", version=2))

    with pytest.raises(StaleRecord), database.transaction() as tx:
        tx.countries.save(replace(mexico, name="Second", version=2))
    with pytest.raises(StaleRecord), database.transaction() as tx:
        tx.terms.save(replace(kidnapping, label="Second", version=2))
    with pytest.raises(StaleRecord), database.transaction() as tx:
        tx.agencies.save(replace(PATROL, name="Second", version=2))


def test_the_members_and_the_sub_bureaus_are_there_from_the_start(database: Database) -> None:
    with database.reading() as tx:
        known = tx.countries.all()
        names = tx.countries.names()

    assert {code for code, each in known.items() if each.is_member} == set(reference.countries())
    assert {code: each.parent for code, each in known.items() if each.parent} == {
        row["code"]: row["parent"] for row in reference.sub_bureaus()
    }
    assert [each.code for each in known.values() if each.ncb] == ["US"]
    assert names == {code: each.name for code, each in known.items()}


def test_the_task_forces_are_sixty_one_with_no_telephone_and_no_ori(database: Database) -> None:
    with database.reading() as tx:
        forces = [each for each in tx.agencies.all() if each.kind is AgencyKind.ICAC]

    assert len(forces) == len(reference.task_forces()) == 61
    assert {each.state for each in forces} == {row["state"] for row in reference.task_forces()}
    assert [each for each in forces if each.ori or each.telephone or each.email or each.liaisons] == []
    assert sum(each.state == "CA" for each in forces) == 5


def test_the_offences_are_those_that_requests_have_named_so_far(database: Database) -> None:
    with database.reading() as tx:
        offences, programmes = tx.terms.all(TermKind.OFFENCE), tx.terms.all(TermKind.PROGRAMME)

    assert {each.code for each in offences} == set(Offence)
    assert {"Operation Predator", "CyberTipline"} < {each.label for each in programmes}
    assert len(programmes) == 5
    assert [each for each in (*offences, *programmes) if not each.source or each.retired_at] == []


def test_a_former_member_and_a_sub_bureau_keep_their_names(database: Database) -> None:
    with database.transaction() as tx:
        france = tx.countries.get("FR")
        assert france is not None
        tx.countries.save(replace(france, left_on="2026-01-31", version=2))

    with database.reading() as tx:
        assert (tx.countries.name("FR"), tx.countries.name("HK")) == ("France", "Hong Kong")
        assert tx.countries.name("ZZ") is None
        assert sum(each.is_member for each in tx.countries.all().values()) == 195


def test_a_country_is_added(database: Database) -> None:
    new = Country(code="XA", name="Example Land", ncb="NCB Example", languages="English", response_days=4)
    with database.transaction() as tx:
        tx.countries.add(new)

    with database.reading() as tx:
        assert tx.countries.get("XA") == new


def test_requirements_stand_until_they_are_withdrawn_once(database: Database) -> None:
    later, first, elsewhere = a_requirement(hours=1), a_requirement(), a_requirement("FR")
    with database.transaction() as tx:
        for each in (later, first, elsewhere):
            tx.countries.add_requirement(each)
        before = tx.countries.requirements("MX")
        withdrawn = [tx.countries.withdraw_requirement(first.id, at=NOW, by=SYSTEM) for _ in range(2)]

    with database.reading() as tx:
        assert (before, withdrawn) == ([first, later], [True, False])
        assert tx.countries.requirements("MX") == [later]
        assert len(tx.countries.requirements()) == 2
        assert tx.countries.requirement(first.id) == replace(first, withdrawn_at=NOW, withdrawn_by=SYSTEM)


def test_an_edit_by_another_process_is_seen_at_the_next_look(database: Database, database_url: str) -> None:
    other = Database(database_url)
    with database.reading() as tx:
        before = tx.countries.name("MX")
    with other.transaction() as tx:
        mexico = tx.countries.get("MX")
        assert mexico is not None
        tx.countries.save(replace(mexico, name="Mexico Renamed", version=2))
    other.close()

    with database.reading() as tx:
        assert (before, tx.countries.name("MX")) == ("Mexico", "Mexico Renamed")
