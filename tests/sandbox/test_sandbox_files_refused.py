"""What the sandbox refuses of a file, as Slack does, and what goes wrong with one on purpose."""

from typing import Any

import pytest
from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError

from bot.sandbox.faults import Fault
from bot.sandbox.refusals import NotOnScreen
from bot.sandbox.server import Sandbox
from bot.sandbox.uploads import LARGEST_BYTES
from tests.sandbox.conftest import fill
from tests.sandbox.files import CSV, complete, dm, error_of, put, put_file, ticket, upload
from tests.sandbox.tiny_bot import MANIFEST


@pytest.mark.parametrize(
    ("more", "error"),
    [
        pytest.param({"length": 0}, "missing_argument", id="nothing to upload"),
        pytest.param({"filename": " "}, "missing_argument", id="no name"),
        pytest.param({"length": "some"}, "invalid_arguments", id="a length in words"),
        pytest.param({"length": LARGEST_BYTES + 1}, "file_upload_size_restricted", id="too large"),
        pytest.param({"alt_txt": "x" * 1_001}, "alt_txt_too_large", id="a long description"),
        pytest.param({"length": 1_000_001, "snippet_type": "csv"}, "snippet_too_large", id="a long snippet"),
    ],
)
def test_an_address_is_refused(client: WebClient, more: dict[str, object], error: str) -> None:
    assert error_of(lambda: ticket(client, **more)) == error  # type: ignore[arg-type]  # Never the bytes.


@pytest.mark.parametrize(
    ("more", "error"),
    [
        pytest.param({"channel_id": "C404"}, "channel_not_found", id="no such channel"),
        pytest.param({"channel_id": "G1"}, "channel_not_found", id="a private channel without the bot"),
        pytest.param({"channel_id": "C2"}, "not_in_channel", id="a channel without the bot"),
        pytest.param({"channel_id": "U1"}, "invalid_arguments", id="a person for a channel"),
        pytest.param({"channel_id": "#desk"}, "invalid_arguments", id="a name for a channel"),
        pytest.param({"channels": "C1,C404"}, "invalid_channel", id="one of several is none"),
        pytest.param({"channels": ",".join(["C1"] * 101)}, "channels_limit_exceeded", id="many"),
        pytest.param({"channel_id": "C1", "thread_ts": "1.000001"}, "invalid_arguments", id="no thread"),
        pytest.param({"channel_id": "C1", "blocks": '[{"type": "nonsense"}]'}, "invalid_blocks", id="blocks"),
        pytest.param({"files": "[]"}, "invalid_arguments", id="no files"),
        pytest.param({"files": '[{"title": "Requests"}]'}, "invalid_arguments", id="a file without an id"),
        pytest.param({"files": '[{"id": {"F1": 1}}]'}, "invalid_arguments", id="an id that is none"),
        pytest.param({"files": '[{"id": "F1"}, {"id": "F1"}]'}, "invalid_arguments", id="the same twice"),
        pytest.param({"files": '[{"id": "F404"}]'}, "file_not_found", id="a file that was never begun"),
    ],
)
def test_a_completion_is_refused_and_posts_nothing(
    sandbox: Sandbox, client: WebClient, more: dict[str, object], error: str
) -> None:
    file_id = put_file(client)

    assert error_of(lambda: complete(client, file_id, **more)) == error
    assert sandbox.messages("C1") == []
    assert complete(client, file_id, channel_id="C1")["ok"]


def test_an_archived_channel_takes_no_file(sandbox: Sandbox, client: WebClient) -> None:
    sandbox.archive("C1")

    assert error_of(lambda: upload(client)) == "posting_to_channel_denied"


def test_a_file_without_its_bytes_or_completed_before_is_not_found(client: WebClient) -> None:
    empty, _ = ticket(client)
    done = put_file(client)
    complete(client, done, channel_id="C1")

    assert error_of(lambda: complete(client, empty, channel_id="C1")) == "file_not_found"
    assert error_of(lambda: complete(client, done, channel_id="C1")) == "file_not_found"


def test_what_a_person_attached_is_not_the_bots_to_share(sandbox: Sandbox, client: WebClient) -> None:
    attached = sandbox.share_file("U1", "C1").message
    assert attached is not None

    error = error_of(lambda: complete(client, attached.files[0]["id"], channel_id="C1"))

    assert error == "access_denied"
    with pytest.raises(NotOnScreen):
        sandbox.file(attached)


def test_the_scope_is_asked_for() -> None:
    scopes = [each for each in MANIFEST["oauth_config"]["scopes"]["bot"] if each != "files:write"]
    with Sandbox({**MANIFEST, "oauth_config": {"scopes": {"bot": scopes}}}) as sandbox:
        fill(sandbox)
        client = WebClient(sandbox.bot_token, base_url=sandbox.api_url, retry_handlers=[])

        assert error_of(lambda: upload(client)) == "missing_scope"


def test_writing_where_the_bot_is_no_member_is_noted(sandbox: Sandbox, client: WebClient) -> None:
    error_of(lambda: upload(client, "C2"))

    assert [each.kind for each in sandbox.violations] == ["post where not a member"]


@pytest.mark.parametrize("method", ["files.getUploadURLExternal", "files.completeUploadExternal"])
@pytest.mark.parametrize("kind", ["ratelimited", "error500", "api_error"])
def test_a_fault_in_either_call_shares_nothing(
    sandbox: Sandbox, client: WebClient, method: str, kind: Any
) -> None:
    sandbox.faults.add(Fault(method, kind))

    with pytest.raises(SlackApiError):
        upload(client)

    assert sandbox.messages("C1") == []
    assert sandbox.requests.to(method)[0].error


def test_a_fault_can_be_meant_for_one_channel(sandbox: Sandbox, client: WebClient) -> None:
    sandbox.faults.add(Fault("files.completeUploadExternal", "api_error", channel="C1"))

    upload(client, dm(client))

    assert error_of(lambda: upload(client)) == "internal_error"


def test_the_address_is_not_reached_while_slack_is_down(sandbox: Sandbox, client: WebClient) -> None:
    _, address = ticket(client)
    sandbox.faults.add(Fault(kind="down", times=None))

    with pytest.raises(ConnectionError):
        put(address, CSV)
