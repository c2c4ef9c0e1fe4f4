"""What people see of a file that the bot uploaded, and who can download it."""

from slack_sdk import WebClient

from bot.sandbox.server import Sandbox
from tests.sandbox.conftest import Desk, fill
from tests.sandbox.control import get, read_events
from tests.sandbox.files import CSV, dm, download, upload


def test_it_is_unread_until_read_and_told_to_the_page(desk: Desk) -> None:
    where = dm(desk.client)
    since = get(desk.sandbox, "state", user="U1")["sequence"]

    upload(desk.client, where)

    (told,) = read_events(desk.sandbox, "U1", 1, since=since)
    assert (told["type"], told["message"]["files"][0]["title"]) == ("message", "Requests")
    assert get(desk.sandbox, "state", user="U1")["dm"]["unread"] == 1


def test_the_bot_hears_of_its_file_as_of_any_other(desk: Desk) -> None:
    upload(desk.client)
    desk.sandbox.share_file("U1", "C1")

    desk.sandbox.wait_for(lambda: desk.bot.events("file_shared"))
    assert [each["user_id"] for each in desk.bot.events("file_shared")] == ["U1"]  # Bolt drops the bot's own.


def test_only_who_sees_the_message_downloads_the_file(sandbox: Sandbox, client: WebClient) -> None:
    upload(client, dm(client), filename="Añadir / 1.csv")
    (message,) = sandbox.dms("U1")

    status, content, disposition = download(sandbox, message, "U1")

    assert (status, content) == (200, CSV)
    assert disposition == "attachment; filename*=utf-8''A%C3%B1adir%20%2F%201.csv"
    assert [download(sandbox, message, each)[0] for each in ("U2", "U404", "")] == [404, 404, 404]


def test_a_file_is_gone_with_its_message_and_with_the_workspace(sandbox: Sandbox, client: WebClient) -> None:
    upload(client)
    upload(client)
    deleted, kept = sandbox.messages("C1")
    client.chat_delete(channel="C1", ts=deleted.ts)

    assert [download(sandbox, each, "U1")[0] for each in (deleted, kept)] == [404, 200]
    sandbox.reset()
    fill(sandbox)
    assert download(sandbox, kept, "U1")[0] == 404
