"""Files that the bot uploads through the real client: the three steps, and the address of the bytes."""

import json

import pytest
from slack_sdk import WebClient

from bot.sandbox.refusals import Refused
from bot.sandbox.server import Sandbox
from bot.sandbox.uploads import LARGEST_BYTES, LIFETIME_SECONDS, STORAGE_BYTES, Uploads
from tests.sandbox.files import CSV, complete, dm, error_of, put, put_file, ticket, upload
from tests.sandbox.shapes import section
from tests.sandbox.tiny_bot import MANIFEST

EVERY_BYTE = bytes(range(256)) * 3 + b"\r\r\n\n--\r\n"


def test_a_file_arrives_as_a_message_of_the_bot_with_its_bytes(sandbox: Sandbox, client: WebClient) -> None:
    answer = upload(client, initial_comment="Here they are.")

    (message,) = sandbox.messages("C1")
    (file,) = message.files
    assert (message.plain, message.bot_id, message.subtype) == (
        "Here they are.",
        sandbox.bot_id,
        "file_share",
    )
    assert (file["name"], file["title"], file["mimetype"], file["size"]) == (
        "requests.csv",
        "Requests",
        "text/csv",
        len(CSV),
    )
    assert answer["file"] == file
    assert sandbox.file(message) == CSV
    assert sandbox.violations == []


def test_a_file_goes_to_direct_messages_and_into_a_thread(sandbox: Sandbox, client: WebClient) -> None:
    where = dm(client)
    upload(client, where)
    (root,) = sandbox.dms("U1")

    upload(client, where, thread_ts=root.ts)

    assert [each.thread_ts for each in sandbox.dms("U1")] == [None, root.ts]


def test_channels_takes_people_too_and_shares_one_file_in_all(sandbox: Sandbox, client: WebClient) -> None:
    upload(client, None, channels=["C1", "U2", "C1"])

    (in_channel,), (in_dm,) = sandbox.messages("C1"), sandbox.dms("U2")
    assert in_channel.files == in_dm.files


def test_several_files_stand_in_one_message(sandbox: Sandbox, client: WebClient) -> None:
    files = [{"content": "a", "filename": "a.csv"}, {"content": "b", "filename": "b.txt"}]
    client.files_upload_v2(file_uploads=files, channel="C1")

    (message,) = sandbox.messages("C1")
    assert [(each["name"], each["mimetype"]) for each in message.files] == [
        ("a.csv", "text/csv"),
        ("b.txt", "text/plain"),
    ]


def test_without_a_channel_the_file_stays_with_the_bot(sandbox: Sandbox, client: WebClient) -> None:
    answer = upload(client, None)

    assert answer["files"][0]["name"] == "requests.csv"
    assert sandbox.messages("C1") == []


def test_blocks_are_shown_unless_there_is_a_comment(sandbox: Sandbox, client: WebClient) -> None:
    blocks = json.dumps([section("From blocks")])

    complete(client, put_file(client), channel_id="C1", blocks=blocks)
    complete(client, put_file(client), channel_id="C1", blocks=blocks, initial_comment="From a comment")

    assert [each.plain for each in sandbox.messages("C1")] == ["From blocks", "From a comment"]


def test_the_text_of_a_message_with_a_file_can_be_changed(sandbox: Sandbox, client: WebClient) -> None:
    upload(client)
    ts = sandbox.messages("C1")[0].ts

    client.chat_update(channel="C1", ts=ts, text="As of noon.")

    (message,) = sandbox.messages("C1")
    assert (message.plain, sandbox.file(message)) == ("As of noon.", CSV)


def test_the_bytes_come_raw_or_in_a_multipart_form(sandbox: Sandbox, client: WebClient) -> None:
    head = b'--edge\r\nContent-Disposition: form-data; name="note"\r\n\r\nhello\r\n'
    head += b'--edge\r\nContent-Disposition: form-data; name="file"; filename="x.bin"\r\n\r\n'
    raw, raw_address = ticket(client, EVERY_BYTE)
    form, form_address = ticket(client, EVERY_BYTE)

    raw_answer = put(raw_address, EVERY_BYTE)
    form_answer = put(
        form_address, head + EVERY_BYTE + b"\r\n--edge--\r\n", "multipart/form-data; boundary=edge"
    )
    complete(client, raw, channel_id="C1")
    complete(client, form, channel_id="C1")

    assert raw_answer == form_answer == (200, f"OK - {len(EVERY_BYTE)}")
    assert [sandbox.file(each) for each in sandbox.messages("C1")] == [EVERY_BYTE, EVERY_BYTE]


def test_an_address_cannot_be_guessed_and_serves_once(sandbox: Sandbox, client: WebClient) -> None:
    file_id, address = ticket(client)

    assert file_id not in address
    assert put(f"{address}0", CSV) == (404, "expired_url")
    assert put(address, CSV)[0] == 200
    assert put(address, CSV) == (409, "used_url")


def test_another_length_than_announced_is_refused_and_noted(sandbox: Sandbox, client: WebClient) -> None:
    file_id, address = ticket(client)

    assert put(address, CSV + b"more") == (400, "wrong_length")
    assert error_of(lambda: complete(client, file_id, channel_id="C1")) == "file_not_found"
    assert [each.kind for each in sandbox.violations] == ["wrong argument"]


def test_a_form_without_a_file_has_no_bytes(sandbox: Sandbox, client: WebClient) -> None:
    _, address = ticket(client)

    assert put(address, CSV, "multipart/form-data") == (400, "wrong_length")


def test_more_bytes_than_any_file_may_have_are_not_kept(client: WebClient) -> None:
    _, address = ticket(client)

    assert put(address, b"x" * (LARGEST_BYTES * 2)) == (413, "too_large")


def test_an_address_expires_and_gives_its_room_back() -> None:
    now = [0.0]
    sandbox = Sandbox(MANIFEST)
    uploads = Uploads(sandbox._slack.workspace, seconds=lambda: now[0])
    first = [
        uploads.begin("a.csv", LARGEST_BYTES, alt_text="") for _ in range(STORAGE_BYTES // LARGEST_BYTES)
    ]

    with pytest.raises(Refused, match="storage_limit_reached"):
        uploads.begin("b.csv", 1, alt_text="")
    now[0] = LIFETIME_SECONDS + 1.0
    with pytest.raises(Refused, match="expired_url"):
        uploads.receive(first[0].key, b"x")

    assert uploads.begin("b.csv", 1, alt_text="").name == "b.csv"
    sandbox.stop()
