"""What the page reads of the bot's threads, and of what the bot edits and deletes."""

from tests.sandbox.conftest import Desk
from tests.sandbox.control import get, read_events
from tests.sandbox.shapes import Json, section


def post(desk: Desk, text: str, thread_ts: str | None = None) -> str:
    answer = desk.client.chat_postMessage(
        channel="C1",
        text=text,
        blocks=[section(text)],
        thread_ts=thread_ts,
        unfurl_links=False,
        unfurl_media=False,
    )
    return str(answer["ts"])


def now(desk: Desk) -> int:
    """The number of the newest event."""
    return int(get(desk.sandbox, "state", user="U1")["sequence"])


def on_page(desk: Desk) -> list[Json]:
    shown: list[Json] = get(desk.sandbox, "messages", user="U1", channel="C1")["messages"]
    return shown


def test_a_reply_of_the_bot_counts_under_its_message_and_stands_in_its_thread(desk: Desk) -> None:
    root = post(desk, "Card")
    reply = post(desk, "Reply", thread_ts=root)

    card, answer = on_page(desk)

    assert (card["ts"], card["reply_count"]) == (root, 1)
    assert (answer["ts"], answer["thread_ts"], answer["bot"]) == (reply, root, True)


def test_an_edited_reply_is_told_to_the_page_and_stays_in_its_thread(desk: Desk) -> None:
    root = post(desk, "Card")
    reply = post(desk, "Reply", thread_ts=root)
    since = now(desk)

    desk.client.chat_update(channel="C1", ts=reply, text="Edited", blocks=[section("Edited")])

    (told,) = read_events(desk.sandbox, "U1", 1, since=since)
    assert (told["type"], told["message"]["ts"]) == ("changed", reply)
    card, answer = on_page(desk)
    assert (card["reply_count"], answer["text"], answer["thread_ts"]) == (1, "Edited", root)


def test_a_deleted_message_is_told_to_the_page_and_gone_from_it(desk: Desk) -> None:
    card, other = post(desk, "Card"), post(desk, "Other")
    since = now(desk)

    desk.client.chat_delete(channel="C1", ts=card)

    (told,) = read_events(desk.sandbox, "U1", 1, since=since)
    assert (told["type"], told["message"]["ts"]) == ("deleted", card)
    assert [each["ts"] for each in on_page(desk)] == [other]


def test_a_deleted_reply_no_longer_counts(desk: Desk) -> None:
    root = post(desk, "Card")
    reply = post(desk, "Reply", thread_ts=root)

    desk.client.chat_delete(channel="C1", ts=reply)

    assert [(each["ts"], each["reply_count"]) for each in on_page(desk)] == [(root, 0)]
