"""References are unique, and a form that comes twice makes one record."""

from storage.database import Database
from tests.storage.examples import NOW, after, all_at_once


def test_references_are_unique_when_eight_ask_at_once(database: Database) -> None:
    def take_two(_index: int) -> list[str]:
        taken = []
        for _ in range(2):
            with database.transaction() as tx:
                taken.append(tx.references.next("LR", 2026))
        return taken

    taken = [reference for pair in all_at_once(8, take_two) for reference in pair]

    assert sorted(taken) == [f"LR-2026-{number:05}" for number in range(1, 17)]


def test_references_begin_anew_each_year_and_for_each_kind(database: Database) -> None:
    with database.transaction() as tx:
        taken = [
            tx.references.next("LR", 2026),
            tx.references.next("LR", 2026),
            tx.references.next("NT", 2026),
            tx.references.next("LR", 2027),
        ]

    assert taken == ["LR-2026-00001", "LR-2026-00002", "NT-2026-00001", "LR-2027-00001"]


def test_a_form_that_comes_twice_is_known_by_its_key(database: Database) -> None:
    with database.transaction() as tx:
        first = tx.submissions.claim("V1:hash", "R1", NOW)
    with database.transaction() as tx:
        second = tx.submissions.claim("V1:hash", "R2", NOW)
        other = tx.submissions.claim("V2:hash", "R3", NOW)

    assert (first, second, other) == (None, "R1", None)


def test_of_eight_copies_of_a_form_at_once_one_makes_the_record(database: Database) -> None:
    def submit(index: int) -> tuple[str, str | None]:
        with database.transaction() as tx:
            return f"R{index}", tx.submissions.claim("V1:hash", f"R{index}", NOW)

    answers = all_at_once(8, submit)

    (winner,) = [mine for mine, made_before in answers if made_before is None]
    assert {made_before for _, made_before in answers} == {None, winner}


def test_a_submission_key_is_forgotten_after_its_time(database: Database) -> None:
    with database.transaction() as tx:
        tx.submissions.claim("old", "R1", NOW)
        tx.submissions.claim("young", "R2", after(days=2))
        tx.submissions.forget_before(after(days=1))

    with database.transaction() as tx:
        assert tx.submissions.claim("old", "R3", after(days=3)) is None
        assert tx.submissions.claim("young", "R4", after(days=3)) == "R2"
