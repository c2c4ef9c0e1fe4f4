"""Asking over the real protocol: status and list by whatever somebody knows, and a list as a file."""

import csv
from typing import Any

import pytest

from bot.sandbox.faults import ApiKind, Fault
from bot.sandbox.messages import Message
from tests.world import ADA, OLGA, RITA, World

WHO: dict[str, Any] = {"family_name": "Beispielova", "forename": "Yulia", "birth": "2018-05"}
BOTH = pytest.mark.parametrize("world", ["socket mode, sqlite", "http mode, postgresql"], indirect=True)


@BOTH
def test_status_is_answered_for_a_case_number_and_for_a_name_as_for_a_reference(world: World) -> None:
    reference = world.files_notice("yellow", agency_case="26-1234/A", **WHO)

    for typed in (reference, "26-1234a", "Бейспилова", "yellow france beispielova 2018"):
        answer = world.types(OLGA, f"/notice status {typed}").message
        assert answer is not None
        assert answer.text == f"{reference}: submitted", typed
        assert "Beispielova" not in answer.plain


def test_status_of_what_several_have_is_a_list_of_them(world: World) -> None:
    first, second = (world.files_request(agency_case="26-1234") for _ in range(2))
    answer = world.asks(OLGA, "/liaison status 26-1234")

    assert "*Requests*: 2 found" in answer
    assert first in answer
    assert second in answer


def test_a_number_of_a_request_is_found_from_the_other_command(world: World) -> None:
    reference = world.files_request(agency_case="26-1234")

    assert reference in world.asks(OLGA, "/notice status 26-1234")


def test_nothing_found_says_how_it_was_read_and_what_was_meant(world: World) -> None:
    answer = world.asks(OLGA, "/notice status pubished x:y jordan")

    assert "*Notices*: 0 found" in answer
    assert "Read as: country Jordan, name “pubished”" in answer
    assert "Not understood, so left out: x:y" in answer
    assert "Did you mean: published" in answer


def test_bad_input_is_answered_with_what_to_do(world: World) -> None:
    answers = {typed: world.asks(OLGA, f"/notice list {typed}") for typed in ("x", "x" * 5_000, "% _ *", '"')}

    assert "One letter fits too many" in answers["x"]
    assert "That is a long query. Use at most 300 characters." in answers["x" * 5_000]
    assert "Not understood, so left out: %, _, *" in answers["% _ *"]
    assert "Not understood, so left out: " in answers['"']


@BOTH
def test_a_list_is_exported_to_whoever_asks_and_only_there(world: World) -> None:
    reference = world.files_request(agency_case="=26+1234", **WHO)
    message = world.types(OLGA, "/liaison list child").message
    assert message is not None

    answer = world.answer_to_click(OLGA, "Export", message)
    (sent,) = files(world, OLGA)

    assert "1 request. The file is in your direct messages with the desk." in answer
    assert "It holds no names." in sent.text
    (row,) = csv.DictReader(world.slack.file(sent).decode("utf-8-sig").splitlines())
    assert (row["reference"], row["what"]) == (reference, "Missing or abducted child")
    assert row["agency_case"] == "'=26+1234"
    assert "Beispielova" not in str(row)
    assert files(world, ADA) == []
    assert [each.action for each in world.audited("") if each.actor == OLGA] == ["request.export"]


def test_a_requester_sees_no_export(world: World) -> None:
    world.files_request()
    message = world.types(RITA, "/liaison list").message

    assert message is not None
    assert "Export" not in message.buttons


@pytest.mark.parametrize("kind", ["ratelimited", "error500", "nonsense", "reset_before"])
@pytest.mark.parametrize("method", ["files.getUploadURLExternal", "files.completeUploadExternal"])
def test_a_file_that_slack_does_not_take_is_said(world: World, kind: ApiKind, method: str) -> None:
    world.files_request()
    message = world.types(OLGA, "/liaison list").message
    assert message is not None
    world.slack.faults.add(Fault(method=method, kind=kind))

    assert "Please try again." in world.answer_to_click(OLGA, "Export", message)


def files(world: World, who: str) -> list[Message]:
    return [each for each in world.slack.dms(who) if each.files]
