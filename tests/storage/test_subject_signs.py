"""Signs of subjects, by which records find each other, and who watches them."""

from dataclasses import replace

from storage.database import Database
from storage.records.reminders import RecordKind
from storage.records.subjects import SubjectKey, Watch
from tests.storage.examples import ADA, BORIS, NOW, a_sign, after, all_at_once


def keep(database: Database, record_id: str, *keys: SubjectKey) -> None:
    with database.transaction() as tx:
        tx.subjects.replace(record_id, keys)


def sharing(database: Database, *keys: SubjectKey, but: str) -> list[SubjectKey]:
    with database.reading() as tx:
        return tx.subjects.sharing([key.digest for key in keys], but=but)


def test_the_signs_of_a_record_come_back(database: Database) -> None:
    person, case = a_sign("R1", "edgar"), a_sign("R1", "2026/17", sign="case")

    keep(database, "R1", person, case)

    with database.reading() as tx:
        assert set(tx.subjects.of("R1")) == {person, case}
        assert tx.subjects.of("R2") == []


def test_records_that_share_a_sign_find_each_other_and_not_themselves(database: Database) -> None:
    own, request, notice = (
        a_sign("R1", "edgar"),
        a_sign("R2", "edgar"),
        a_sign("N1", "edgar", record_kind=RecordKind.NOTICE),
    )
    for key in (own, request, notice):
        keep(database, key.record_id, key)
    keep(database, "R3", a_sign("R3", "somebody else"))

    assert sharing(database, own, but="R1") == [notice, request]
    assert sharing(database, but="R1") == []


def test_two_signs_of_one_other_record_are_both_found(database: Database) -> None:
    signs = [a_sign("R2", "edgar"), a_sign("R2", "X1234567", sign="document")]
    keep(database, "R2", *signs)

    found = sharing(database, *(replace(key, record_id="R1") for key in signs), but="R1")

    assert [key.sign for key in found] == ["document", "person"]


def test_new_signs_of_a_record_take_the_place_of_the_old_ones(database: Database) -> None:
    before, other = a_sign("R1", "edgar"), a_sign("R2", "edgar")
    keep(database, "R1", before)
    keep(database, "R2", other)

    keep(database, "R1", a_sign("R1", "erin"))
    keep(database, "R2")

    with database.reading() as tx:
        assert tx.subjects.of("R1") == [a_sign("R1", "erin")]
        assert tx.subjects.of("R2") == []
    assert sharing(database, before, but="R9") == []


def test_of_two_who_file_the_same_at_once_one_sees_the_other(database: Database) -> None:
    def file(index: int) -> int:
        key = a_sign(f"R{index}", "edgar")
        with database.transaction() as tx:
            tx.subjects.hold(key.digest)
            tx.subjects.replace(key.record_id, [key])
            return len(tx.subjects.sharing([key.digest], but=key.record_id))

    assert sorted(all_at_once(4, file)) == [0, 1, 2, 3]


def test_who_watches_hears_of_it_once_and_since_the_first_time(database: Database) -> None:
    watch = Watch(record_id="R1", person=ADA, since=NOW)
    with database.transaction() as tx:
        tx.subjects.watch(watch)
        tx.subjects.watch(replace(watch, since=after(hours=1)))
        tx.subjects.watch(replace(watch, person=BORIS))
        tx.subjects.watch(replace(watch, record_id="R2"))

    with database.reading() as tx:
        assert tx.subjects.watches(["R1"]) == [watch, replace(watch, person=BORIS)]
        assert len(tx.subjects.watches(["R2", "R1"])) == 3
        assert tx.subjects.watches([]) == []
        assert tx.subjects.watched_since("R1", ADA) == NOW
        assert tx.subjects.watched_since("R2", BORIS) is None


def test_who_stops_watching_leaves_the_others_watching(database: Database) -> None:
    with database.transaction() as tx:
        for person in (ADA, BORIS):
            tx.subjects.watch(Watch(record_id="R1", person=person, since=NOW))
        tx.subjects.unwatch("R1", ADA)
        tx.subjects.unwatch("R2", BORIS)

    with database.reading() as tx:
        assert [watch.person for watch in tx.subjects.watches(["R1"])] == [BORIS]
