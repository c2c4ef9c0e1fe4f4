"""Finding by name over the real protocol: typed in any spelling, read by whoever may, and never repeated."""

import logging
from typing import Any

import pytest

from bot.sandbox.messages import Message
from tests.world import ADA, NORA, OLGA, RITA, World

HARBOR = "Harbor City Police Department (CAEX00300)"
WHO: dict[str, Any] = {"family_name": "Beispielova", "forename": "Yulia"}


@pytest.mark.parametrize("world", ["socket mode, sqlite", "http mode, postgresql"], indirect=True)
def test_a_name_in_another_alphabet_leads_to_the_record_and_its_details(world: World) -> None:
    request = world.files_request(RITA, birth="2018-05", **WHO)
    notice = world.files_notice("blue", OLGA, birth="2018-05", **WHO)
    world.files_request(RITA)

    answers = {
        command: found(world, OLGA, f"{command} find Бейспилова Юлия 2018")
        for command in ("/liaison", "/notice")
    }

    for answer in answers.values():
        assert answer.text == "Search: 2 found, page 1 of 1"
        assert request in answer.plain
        assert notice in answer.plain
        assert "name, birth fits" in answer.plain
        assert "Beispielova" not in answer.plain
        assert answer.buttons == ["Show details", "Show details"]
    place = int(answers["/notice"].plain.index(request) > answers["/notice"].plain.index(notice))
    opened = world.slack.click(OLGA, answers["/notice"], action_id=f"details:request:{place}")
    assert request in opened.views[-1].plain
    assert [each.action for each in world.audited("") if each.actor == OLGA] == ["search", "search"]


def test_pages_turn_in_place_and_each_of_them_is_audited(world: World) -> None:
    for number in range(11):
        world.files_request(RITA, agency_case=f"EX-{number}", **WHO)
    first = found(world, OLGA, "/liaison find Beispielova")

    world.slack.click(OLGA, first, text="Next")
    second = world.slack.wait_for(lambda: turned(world, "page 2 of 2"))

    assert first.buttons == ["Show details"] * 10 + ["Next"]
    assert second.ts == first.ts
    assert second.buttons == ["Show details", "Previous"]
    assert "For: Beispielova" in second.plain
    assert len([each for each in world.audited("") if each.action == "search"]) == 2


def test_a_requester_finds_their_own_agencys_records_and_somebody_without_a_role_nothing(
    world: World,
) -> None:
    own = world.files_request(RITA, **WHO)
    hidden = world.files_notice("blue", OLGA, agency=HARBOR, **WHO)

    assert own in world.asks(RITA, "/liaison find Beispielova")
    assert hidden not in world.asks(RITA, "/notice find Beispielova")
    assert hidden in world.asks(ADA, "/notice find Beispielova")
    assert "You have no role on this desk yet" in world.asks(NORA, "/notice find Beispielova")


def test_bad_input_is_answered_with_what_to_do(world: World) -> None:
    answers = {
        typed: world.asks(OLGA, f"/notice find {typed}")
        for typed in ("", "x", "%", "*?*", "1990", "x" * 5_000)
    }

    assert "Type it so: /notice find NAME [year of birth]" in answers[""]
    assert "One letter fits too many" in answers["x"]
    assert all("Type a name, with a year of birth" in answers[each] for each in ("%", "*?*"))
    assert "A year alone fits too many" in answers["1990"]
    assert "Use at most" in answers["x" * 5_000]
    assert all(len(each) < 500 for each in answers.values())


def test_the_words_stand_in_no_log_and_in_no_notification(
    world: World, capsys: pytest.CaptureFixture[str], caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    answer = found(world, OLGA, "/notice find *SECRETNAME* <!channel> 1990")
    world.types(OLGA, f"/notice find SECRETNAME {'x' * 200}")

    assert "For: *SECRETNAME* <!channel> 1990" in answer.plain
    assert "SECRETNAME" not in answer.text
    assert "SECRETNAME" not in capsys.readouterr().out + caplog.text


def test_help_names_it(world: World) -> None:
    assert "/notice find NAME [year of birth]" in world.asks(OLGA, "/notice help")
    assert "/liaison find NAME [year of birth]" in world.asks(OLGA, "/liaison help")


def found(world: World, who: str, line: str) -> Message:
    message = world.types(who, line).message
    assert message is not None
    return message


def turned(world: World, page: str) -> Message | None:
    return next((each for each in world.slack.ephemerals(OLGA) if page in each.text), None)
