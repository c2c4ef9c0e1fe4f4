"""A liaison request, from the form to its end."""

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
        assert "Dec 2, 2026, 07:00 EST> (Dec 2, 07:00 EST at the desk) (desk default)." in told
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
        "urgent": "An officer looks at it and answers by <!date^1795435200^",
        "routine": "an answer is due by <!date^1797940800^",
    }
    for priority in promised:
        world.files_request(priority=priority)

    for told, words in zip(world.told(RITA), promised.values(), strict=True):
        assert words in told


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


def test_the_second_officer_is_told_who_has_it_and_the_card_is_edited_in_place(world: World) -> None:
    reference = world.files_request()
    card = world.card(reference)

    world.slack.click(OLGA, card, text="Claim")
    second = world.answer_to_click(DAN, "Claim", card)

    assert second == f"It is already with somebody: nothing was changed. It is with <@{OLGA}>."
    after = world.card(reference)
    assert after.ts == card.ts
    assert after.buttons[:5] == ["Accept", "Ask for information", "Close", "Reject", "Show details"]
    assert f"*Owner*\n<@{OLGA}>" in after.plain


def test_it_is_closed_with_an_outcome_that_the_details_show(world: World) -> None:
    reference = world.files_request()
    world.steps(OLGA, "Claim", reference)
    note = "The child is with the other parent in Example Town."
    world.steps(OLGA, "Close", reference, outcome="Identified", note=note)
    own, told = world.slack.dms(RITA)

    assert f"*{reference}* is now closed, by <@{OLGA}>. It is over; nobody owes anything." in told.plain
    assert f"What the requester was told: {note}; How it ended: Identified" in world.reads(RITA, told)
    assert f"*{reference}*  {CHILD}, France\nIt is over. Identified." in own.plain
    assert own.buttons == told.buttons == ["Show details"]
    assert "Ended: Identified." in world.card(reference).plain
    assert world.card(reference).buttons == ["Reopen", "Show details", "Watch the subject"]
    assert "nothing is due" in world.asks(RITA, f"/liaison status {reference}")
    trail = [(entry.actor, entry.action, entry.fields) for entry in world.audited(reference)]
    assert [each[:2] for each in trail] == [
        (RITA, "request.file"),
        (OLGA, "request.claim"),
        (OLGA, "request.close"),
        (RITA, "request.read"),
    ]
    assert trail[2][2] == ("state", "outcome", "note")


def test_its_filer_withdraws_it_and_the_officer_who_has_it_hears_of_that(world: World) -> None:
    reference = world.files_request()
    world.steps(OLGA, "Claim", reference)
    [message] = world.slack.dms(RITA)
    world.slack.faults.add(Fault(method="chat.update", kind="error500", times=None))

    done = world.answer_to_click(RITA, "Withdraw", message)
    again = world.answer_to_click(RITA, "Withdraw", message)
    world.slack.faults.clear()
    world.after(minutes=1)

    assert done == f"*{reference}* is now withdrawn."
    assert again.startswith(f"{reference} is now withdrawn, so “Withdraw” is not open.")
    assert world.card(reference).buttons == ["Reopen", "Show details", "Watch the subject"]
    assert f"*{reference}* is now withdrawn, by <@{RITA}>." in world.told(OLGA)[-1]
    [message] = world.slack.dms(RITA)
    assert "You have withdrawn it." in message.plain
    assert message.buttons == ["Show details"]


def test_of_two_officers_with_the_same_form_the_second_is_told_how_it_stands(world: World) -> None:
    reference = world.files_request()
    world.steps(OLGA, "Claim", reference)
    for who in (OLGA, DAN):
        world.clicks(who, "Close", world.card(reference))
    world.submits(OLGA, {"outcome": "Identified", "note": "Answered by telephone."})

    late = world.submits(DAN, {"outcome": "No result", "note": "Sent to the wrong country."})

    assert late.errors == {
        "outcome": f"It has changed since you looked, so nothing was saved. {reference} is now closed."
    }
    assert "wrong country" not in world.reads(DAN, world.card(reference))


def test_a_click_on_a_card_that_has_moved_on_is_answered_with_the_state(world: World) -> None:
    reference = world.files_request()
    world.steps(OLGA, "Claim", reference)
    old = world.card(reference)
    world.slack.faults.add(Fault(method="chat.update", kind="error500", times=None))
    world.steps(OLGA, "Close", reference, outcome="Identified")

    answer = world.answer_to_click(DAN, "Close", old)
    world.slack.faults.clear()

    assert answer.startswith(f"{reference} is now closed, so “Close” is not open.")


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
