"""Drafts: kept whole, by whose they are, until they are removed or too old."""

from dataclasses import replace

from storage.database import Database
from storage.records.drafts import Draft, DraftId
from tests.storage.examples import ADA, BORIS, NOW, a_draft, after, all_at_once


def keep(database: Database, *drafts: Draft) -> None:
    with database.transaction() as tx:
        for draft in drafts:
            tx.drafts.save(draft)


def kept(database: Database, draft_id: DraftId) -> Draft | None:
    with database.reading() as tx:
        return tx.drafts.get(draft_id)


def test_a_draft_comes_back_as_it_was_kept(database: Database) -> None:
    draft = a_draft(answers={"facts": "Ünïcode, “quotes”, \n and '; DROP TABLE drafts;--", "country": ""})

    keep(database, draft)

    assert kept(database, draft.id) == draft
    assert kept(database, DraftId("nowhere")) is None


def test_what_is_kept_again_takes_the_place_of_what_was_kept(database: Database) -> None:
    draft = a_draft()
    later = replace(draft, form="fugitive", answers={"facts": "More"}, saved_at=after(minutes=5))
    later = replace(later, stamp="1772460300.000200")

    keep(database, draft, later)

    assert kept(database, draft.id) == later


def test_whose_a_draft_is_never_changes(database: Database) -> None:
    draft = a_draft(person=ADA)
    taken = replace(draft, person=BORIS, answers={"facts": "Another's"}, saved_at=after(minutes=5))

    keep(database, draft, taken)

    assert kept(database, draft.id) == draft
    with database.reading() as tx:
        assert tx.drafts.of(BORIS, 10) == []


def test_somebodys_drafts_come_newest_first_and_nobody_elses(database: Database) -> None:
    old, new, newest = (a_draft(saved_at=after(hours=hours)) for hours in (0, 1, 2))
    keep(database, new, a_draft(person=BORIS), newest, old)

    with database.reading() as tx:
        assert tx.drafts.of(ADA, 10) == [newest, new, old]
        assert tx.drafts.of(ADA, 2) == [newest, new]


def test_one_that_is_removed_is_gone_and_the_others_stay(database: Database) -> None:
    draft, other = a_draft(), a_draft()
    keep(database, draft, other)

    with database.transaction() as tx:
        tx.drafts.remove(draft.id)
        tx.drafts.remove(DraftId("nowhere"))

    assert (kept(database, draft.id), kept(database, other.id)) == (None, other)


def test_old_ones_are_forgotten_by_when_they_were_kept_last(database: Database) -> None:
    old, on_the_dot, touched = a_draft(saved_at=after(days=-1)), a_draft(), a_draft(saved_at=after(days=-9))
    keep(database, old, on_the_dot, touched, replace(touched, saved_at=after(hours=1)))

    with database.transaction() as tx:
        tx.drafts.forget_before(NOW)

    assert kept(database, old.id) is None
    assert kept(database, on_the_dot.id) == on_the_dot
    assert kept(database, touched.id) is not None


def test_a_form_that_tells_of_itself_eight_times_at_once_is_one_draft(database: Database) -> None:
    draft = a_draft()

    all_at_once(8, lambda index: keep(database, replace(draft, answers={"facts": f"{index}"})))

    with database.reading() as tx:
        assert len(tx.drafts.of(ADA, 10)) == 1
