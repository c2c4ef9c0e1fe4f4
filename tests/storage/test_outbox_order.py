"""The outbox: what is told, in which order, and how surfaces coalesce."""

from storage.database import Database
from storage.records.announcements import DESK, ONCALL, RecordMoved, Surface, SurfaceKind, direct
from storage.records.outbox import Lane, Posted
from storage.records.reminders import RecordKind
from tests.storage.examples import ADA, BORIS, NOW, after
from tests.storage.telling import a_card, claim, home_of, say, settle, show, told


def test_a_fact_comes_out_as_it_went_in(database: Database) -> None:
    fact = RecordMoved(
        record_kind=RecordKind.REQUEST,
        record_id="R1",
        reference="LR-2026-00001",
        state="submitted",
        by="UADA",
    )
    with database.transaction() as tx:
        tx.outbox.say(
            fact, place=direct(ADA), lane=Lane.ANSWER, once_key="k", record_key="R1", now=NOW, id="row-1"
        )

    (row,) = claim(database)

    assert (row.id, row.what, row.place, row.lane) == ("row-1", fact, "dm:UADA", Lane.ANSWER)
    assert (row.created_at, row.attempts, row.maybe_sent) == (NOW, 1, False)


def test_a_fact_is_said_once_for_each_key(database: Database) -> None:
    first, again, other = say(database, "k"), say(database, "k"), say(database, "other", record_key="R2")

    assert (first, again, other) == (True, False, True)
    assert told(claim(database)) == ["k", "other"]


def test_a_fact_that_was_told_is_not_said_again(database: Database) -> None:
    say(database, "k")
    settle(database, *claim(database))

    assert not say(database, "k")
    assert claim(database) == []


def test_of_one_record_the_second_waits_until_the_first_is_told(database: Database) -> None:
    say(database, "first")
    say(database, "second")

    (first,) = claim(database)
    while_it_is_sent = claim(database)
    settle(database, first)

    assert while_it_is_sent == []
    assert told([first, *claim(database)]) == ["first", "second"]


def test_other_records_and_other_places_do_not_wait(database: Database) -> None:
    say(database, "first")
    say(database, "another record", record_key="R2")
    say(database, "another place", place=ONCALL)

    assert told(claim(database)) == ["first", "another record", "another place"]


def test_a_page_goes_before_everything_that_came_earlier(database: Database) -> None:
    say(database, "digest", record_key="R1", lane=Lane.DIGEST)
    say(database, "card", record_key="R2", lane=Lane.CARD)
    say(database, "answer", record_key="R3", lane=Lane.ANSWER)
    say(database, "page", record_key="R4", lane=Lane.PAGE)

    assert told(claim(database, limit=3)) == ["page", "answer", "card"]
    assert told(claim(database)) == ["digest"]


def test_a_sender_of_pages_takes_nothing_else(database: Database) -> None:
    say(database, "answer", record_key="R1", lane=Lane.ANSWER)
    say(database, "page", record_key="R2", lane=Lane.PAGE)

    assert told(claim(database, lanes=(Lane.PAGE,))) == ["page"]


def test_whatever_stands_in_the_way_of_a_page_becomes_as_urgent(database: Database) -> None:
    say(database, "card", lane=Lane.CARD)
    say(database, "page", lane=Lane.PAGE)

    (card,) = claim(database, lanes=(Lane.PAGE,))
    settle(database, card)

    assert told([card, *claim(database, lanes=(Lane.PAGE,))]) == ["card", "page"]


def test_a_place_that_is_held_is_passed_by(database: Database) -> None:
    say(database, "desk", place=DESK)
    say(database, "on call", place=ONCALL)

    assert told(claim(database, held=frozenset({DESK}))) == ["on call"]
    assert told(claim(database)) == ["desk"]


def test_more_than_five_for_one_place_and_lane_are_taken_as_a_bundle(database: Database) -> None:
    for number in range(6):
        say(database, f"fact {number}", record_key=f"R{number}")
    say(database, "elsewhere", record_key="R8", place=ONCALL)
    show(database, a_card("R9"), lane=Lane.ANSWER)
    first = claim(database, limit=1)

    with database.transaction() as tx:
        more = tx.outbox.claim_bundle(first[0], now=NOW, lease_until=after(minutes=1))

    assert told(first + more) == [f"fact {number}" for number in range(6)]


def test_five_for_one_place_are_told_one_by_one(database: Database) -> None:
    for number in range(5):
        say(database, f"fact {number}", record_key=f"R{number}")
    first = claim(database, limit=1)

    with database.transaction() as tx:
        more = tx.outbox.claim_bundle(first[0], now=NOW, lease_until=after(minutes=1))

    assert more == []


def test_changes_of_one_surface_are_shown_once_in_the_first_place(database: Database) -> None:
    show(database, a_card("R1"))
    show(database, a_card("R2"))
    show(database, a_card("R1"))

    assert told(claim(database)) == [a_card("R1").key, a_card("R2").key]
    assert claim(database) == []


def test_a_surface_takes_the_more_urgent_lane_of_two_changes(database: Database) -> None:
    show(database, a_card("R1"), lane=Lane.CARD)
    show(database, a_card("R1"), lane=Lane.PAGE)
    show(database, a_card("R2"), lane=Lane.PAGE)
    show(database, a_card("R2"), lane=Lane.CARD)

    assert [row.lane for row in claim(database)] == [Lane.PAGE, Lane.PAGE]


def test_a_change_during_the_send_is_shown_after_it(database: Database) -> None:
    show(database, a_card())
    (sending,) = claim(database)

    show(database, a_card())
    settle(database, sending)

    assert told(claim(database)) == [a_card().key]


def test_a_change_after_a_lease_ran_out_is_shown_even_if_the_slow_sender_settles(database: Database) -> None:
    show(database, a_card())
    (slow,) = claim(database)

    show(database, a_card())
    settle(database, slow, now=after(minutes=2))

    assert told(claim(database, now=after(minutes=2))) == [a_card().key]


def test_a_surface_knows_where_it_stands_once_it_was_posted(database: Database) -> None:
    show(database, a_card())
    (row,) = claim(database)
    settle(database, row, posted=Posted(channel="C1", ts="1.1"))
    show(database, a_card())
    (row_again,) = claim(database)
    settle(database, row_again, posted=Posted(channel="C1", ts="2.2"))

    with database.reading() as tx:
        assert tx.outbox.posted(a_card().key) == Posted(channel="C1", ts="2.2")
        assert tx.outbox.id_posted(row.id) == Posted(channel="C1", ts="1.1")
        assert tx.outbox.posted(a_card("R2").key) is None


def test_the_alarms_of_a_page_are_those_posted_and_those_on_their_way(database: Database) -> None:
    everyone, nudge, old = (
        Surface(kind=kind, record_id="E1", place=place, alarm=1)
        for kind, place in (
            (SurfaceKind.PAGE_EVERYONE, ONCALL),
            (SurfaceKind.PAGE_NUDGE, direct(ADA)),
            (SurfaceKind.PAGE_NOBODY, ONCALL),
        )
    )
    for surface, posted in ((everyone, Posted(channel="C1", ts="1.1")), (old, None)):
        show(database, surface)
        settle(database, *claim(database), posted=posted)
    show(database, nudge)
    show(database, a_card("E1", ONCALL))
    show(database, a_card("E2"))

    with database.reading() as tx:
        assert tx.outbox.alarms_of(["E1", "E2"]) == [everyone, nudge], "one was taken down already"


def test_a_home_is_known_from_its_first_show_on(database: Database) -> None:
    home = home_of(ADA)
    show(database, home)

    with database.reading() as tx:
        assert tx.outbox.known({home.key, home_of(BORIS).key}) == {home.key}

    settle(database, *claim(database), posted=None)
    with database.reading() as tx:
        assert tx.outbox.known({home.key}) == {home.key}
        assert tx.outbox.posted(home.key) is None
