"""A liaison request is filed: by whichever way, and once."""

import pytest

from bot.sandbox.faults import Fault
from handlers.action_ids import SHORTCUT_REQUEST
from tests.world import DAN, DESK, NORA, OLGA, RITA, World
from tests.world_forms import lines

TELEPHONE = "202-616-9000"
CHILD = "Missing or abducted child"
socket_mode_only = pytest.mark.parametrize("world", ["socket mode, sqlite"], indirect=True)
"""Only over a socket does Slack deliver a form twice."""


def test_a_request_becomes_a_card_a_confirmation_and_a_status(world: World) -> None:
    reference = world.files_request()
    form = world.slack.view(RITA)
    [message] = world.slack.dms(RITA)
    status = world.asks(RITA, f"/liaison status {reference}")

    card = world.card(reference)
    assert all(words in card.plain for words in (CHILD, "France", "submitted", "nobody yet"))
    assert card.buttons == ["Claim", "Show details", "Add details", "Merge", "Watch the subject"]
    assert form is not None
    for told in (form.plain, message.plain):
        assert "An officer looks at it by <!date^1795435200^" in told
        assert "an answer is due by <!date^1796212800^" in told
        assert "Dec 2, 2026, 07:00 EST> (Dec 2, 07:00 EST) (this desk's own aim)." in told
        assert f"If it cannot wait, call the command center: {TELEPHONE}." in told
        assert f"`/liaison status {reference}` tells where it stands." in told
        assert "Still missing, and it may follow: Sex; Nationalities; " in told
    assert message.buttons == ["Add details", "Show details", "Withdraw"]
    assert f"*{reference}*  {CHILD}" in status
    assert "Whose turn it is: the desk." in status
    assert "*Answer due*\n<!date^1796212800^" in status


def test_each_priority_promises_an_answer_of_its_own(world: World) -> None:
    promised = {
        "flash": "An officer looks at it and answers by <!date^1795352400^",
        "urgent": "An officer looks at it by <!date^1795352400^",
        "routine": "an answer is due by <!date^1797940800^",
    }
    for priority in promised:
        world.files_request(priority=priority)

    for told, words in zip(world.told(RITA), promised.values(), strict=True):
        assert words in told
    assert "an answer is due by <!date^1795435200^" in world.told(RITA)[1]


def test_an_officer_files_for_a_caller_and_keeps_the_number_to_call_back(world: World) -> None:
    requesters_form = world.begins_request(RITA)
    half = world.sends_request(OLGA, channel="Telephone")
    world.fills_request(OLGA, call_back="202-555-0147")
    world.submits(OLGA, {})
    [card] = world.slack.messages(DESK)

    assert "caller" not in lines(requesters_form)
    assert half.errors == {
        "family_name": "Filed for a caller: Their call-back number: Give the number to call back."
    }
    assert "Filed by an officer for somebody outside Slack." in card.plain
    assert "202-555-0147" not in card.plain
    assert "Reached us by: Telephone. Call back*\n202-555-0147" in world.reads(DAN, card)


def test_an_agency_that_is_not_in_the_registry_is_typed_and_only_the_details_show_it(world: World) -> None:
    neither = world.sends_request(OLGA, agency="")
    world.fills_request(OLGA, agency="", agency_typed="Example Harbor Patrol")
    world.submits(OLGA, {})
    [card] = world.slack.messages(DESK)

    assert neither.errors == {"agency": "Please fill this in."}
    assert "Agency\nnot in the registry: see the details" in card.plain
    assert "*Agency*\nExample Harbor Patrol" in world.reads(OLGA, card)


def test_the_shortcut_opens_the_same_form(world: World) -> None:
    by_command = world.types(RITA, "/liaison").views[0]
    world.slack.close(RITA, by_command)
    by_shortcut = world.slack.shortcut(RITA, SHORTCUT_REQUEST).views[0]
    world.slack.shortcut(NORA, SHORTCUT_REQUEST)

    assert by_shortcut.plain == by_command.plain
    assert "You have no role on this desk yet." in world.sees(NORA, "role")


@socket_mode_only
def test_a_form_that_slack_delivers_twice_makes_one_request(world: World) -> None:
    world.begins_request(RITA)
    world.fills_request(RITA)
    world.slack.faults.add(Fault(kind="repeat_next"))
    world.submits(RITA, {})
    listed = world.asks(RITA, "/liaison mine")
    world.settle()

    assert "1 found" in listed
    assert len(world.said(DESK)) == 1
    assert len(world.told(RITA)) == 1


def test_a_form_whose_answer_is_lost_is_sent_again_and_makes_one_request(world: World) -> None:
    world.begins_request(RITA)
    form = world.fills_request(RITA)
    world.slack.faults.add(Fault(kind="lose_ack"))
    lost = world.slack.submit(RITA, form)
    world.settle()
    filed = world.said(DESK)

    again = world.submits(RITA, {})

    assert lost.error == "dispatch_failed"
    assert len(filed) == 1
    assert f"*LR-2026-00001* is filed: {CHILD}." in again.views[-1].plain
    assert world.said(DESK) == filed
    assert len(world.told(RITA)) == 1
