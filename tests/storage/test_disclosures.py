"""The third-agency log: who was told what comes back as it was written, and cannot be changed."""

from dataclasses import replace

import pytest

from storage.database import Database
from storage.disclosures import DisclosureStore
from storage.records.disclosures import Authority, Content
from storage.records.people import Actor
from tests.storage.examples import BORIS, a_disclosure, after


@pytest.mark.parametrize("content", Content)
@pytest.mark.parametrize("authority", Authority)
def test_a_telling_comes_back_as_it_was_written(
    sqlite_url: str, content: Content, authority: Authority
) -> None:
    database = Database(sqlite_url)
    disclosure = a_disclosure(content=content, authority=authority)
    with database.transaction() as tx:
        tx.disclosures.add(disclosure)

    with database.reading() as tx:
        assert tx.disclosures.of("R1") == [disclosure]
    database.close()


def test_tellings_of_a_record_come_oldest_first(database: Database) -> None:
    first, second = a_disclosure(recipient="ncmec", reference=""), a_disclosure(at=after(hours=1))
    with database.transaction() as tx:
        for each in (second, a_disclosure(record_id="R2"), first):
            tx.disclosures.add(each)

    with database.reading() as tx:
        assert tx.disclosures.of("R1") == [first, second]
        assert tx.disclosures.of("R9") == []


def test_the_same_country_told_twice_stands_there_twice(database: Database) -> None:
    first = a_disclosure()
    corrected = replace(first, id="later", at=after(hours=1), content=Content.CORRECTION)
    with database.transaction() as tx:
        tx.disclosures.add(first)
        tx.disclosures.add(corrected)

    with database.reading() as tx:
        assert [each.content for each in tx.disclosures.of("R1")] == [Content.REQUEST, Content.CORRECTION]
        assert all(each.by == Actor(BORIS) for each in tx.disclosures.of("R1"))


def test_nothing_is_ever_changed_or_taken_out_of_it() -> None:
    doing = {name for name in vars(DisclosureStore) if not name.startswith("_")}

    assert doing == {"add", "of"}
