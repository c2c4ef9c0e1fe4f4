"""Replies in a thread: each waits for the message above it, stands under it, and holds up nothing of it."""

import pytest

from storage.database import Database
from storage.records.announcements import DESK, ONCALL, UNDER, Place, Surface, SurfaceKind
from storage.records.outbox import Posted
from tests.storage.examples import NOW, after
from tests.storage.telling import claim, settle, show, told

PLACES = {SurfaceKind.PAGE_THREAD: ONCALL, SurfaceKind.NOTICE_THREAD: DESK}
WHERE = Posted(channel="C1", ts="1.1")
EVERY_REPLY = pytest.mark.parametrize("kind", UNDER)


def reply_of(kind: SurfaceKind, record_id: str = "N1", place: Place | None = None) -> Surface:
    return Surface(kind=kind, record_id=record_id, place=place or PLACES[kind])


def above(reply: Surface) -> Surface:
    return Surface(kind=UNDER[reply.kind], record_id=reply.record_id, place=reply.place)


@EVERY_REPLY
def test_a_reply_waits_for_the_message_above_it_and_stands_under_it(
    database: Database, kind: SurfaceKind
) -> None:
    reply = reply_of(kind)
    show(database, above(reply))
    show(database, reply)

    (message,) = claim(database)
    while_it_is_sent = claim(database)
    settle(database, message, posted=WHERE)
    (under,) = claim(database)

    assert (message.what, message.thread, while_it_is_sent) == (above(reply), None, [])
    assert (under.what, under.thread, under.posted) == (reply, WHERE, None)


@EVERY_REPLY
def test_it_is_edited_where_it_stands(database: Database, kind: SurfaceKind) -> None:
    reply, standing = reply_of(kind), Posted(channel="C1", ts="2.2")
    for surface, posted in ((above(reply), WHERE), (reply, standing)):
        show(database, surface)
        settle(database, *claim(database), posted=posted)

    show(database, reply)
    (again,) = claim(database)

    assert (again.posted, again.thread) == (standing, WHERE)


@EVERY_REPLY
def test_the_message_above_never_waits_for_a_reply(database: Database, kind: SurfaceKind) -> None:
    reply = reply_of(kind)
    show(database, above(reply))
    settle(database, *claim(database), posted=WHERE)
    show(database, reply)
    claim(database)

    show(database, above(reply))

    assert told(claim(database)) == [above(reply).key]


@EVERY_REPLY
def test_a_reply_waits_for_no_message_of_another_record(database: Database, kind: SurfaceKind) -> None:
    reply = reply_of(kind)
    show(database, above(reply))
    settle(database, *claim(database), posted=WHERE)
    show(database, above(reply_of(kind, "N2")))
    claim(database)

    show(database, reply)

    assert told(claim(database)) == [reply.key]


@EVERY_REPLY
def test_changes_of_a_reply_that_wait_are_shown_once(database: Database, kind: SurfaceKind) -> None:
    reply = reply_of(kind)
    show(database, above(reply))
    settle(database, *claim(database), posted=WHERE)
    for _ in range(3):
        show(database, reply)

    assert told(claim(database)) == [reply.key]


@EVERY_REPLY
def test_under_a_message_that_was_given_up_there_is_no_thread(database: Database, kind: SurfaceKind) -> None:
    reply = reply_of(kind)
    show(database, above(reply))
    show(database, reply)
    (message,) = claim(database)
    with database.transaction() as tx:
        tx.outbox.bury(message, now=NOW, error="channel_not_found")

    (under,) = claim(database)

    assert under.thread == Posted(channel="", ts="")


@EVERY_REPLY
def test_a_reply_is_not_looked_for_among_the_messages_of_the_channel(
    database: Database, kind: SurfaceKind
) -> None:
    reply = reply_of(kind)
    show(database, above(reply))
    settle(database, *claim(database), posted=WHERE)
    show(database, reply)
    show(database, above(reply_of(kind, "N2")))
    _without_an_answer(database)

    first = claim(database, limit=1)
    with database.transaction() as tx:
        others = tx.outbox.claim_suspects(first[0], now=NOW, lease_until=after(minutes=1))

    assert (told(first), others) == ([reply.key], [])


@EVERY_REPLY
def test_the_other_messages_are_looked_for_without_the_replies(database: Database, kind: SurfaceKind) -> None:
    reply = reply_of(kind)
    messages = [above(reply_of(kind, record_id)) for record_id in ("N2", "N3")]
    show(database, above(reply))
    settle(database, *claim(database), posted=WHERE)
    for surface in (messages[0], reply, messages[1]):
        show(database, surface)
    _without_an_answer(database)

    first = claim(database, limit=1)
    with database.transaction() as tx:
        others = tx.outbox.claim_suspects(first[0], now=NOW, lease_until=after(minutes=1))

    assert told([*first, *others]) == [each.key for each in messages]


def _without_an_answer(database: Database) -> None:
    """Everything that waits was tried, and nobody knows whether it arrived."""
    for row in claim(database):
        with database.transaction() as tx:
            tx.outbox.postpone(row, until=NOW, maybe_sent_at=NOW, error="timeout")
