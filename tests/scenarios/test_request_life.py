"""The life of a request as people see it: one message for whoever filed it, and a card for the desk."""

import pytest

from bot.rules.criteria import CRITERIA
from bot.sandbox.messages import Message
from tests.scenarios.a_request import SENT, TODAY, claimed, own
from tests.world import DESK, OLGA, RITA, World

on_socket = pytest.mark.parametrize("world", ["socket mode, sqlite"], indirect=True)
on_http = pytest.mark.parametrize("world", ["http mode, postgresql"], indirect=True)


@on_http
def test_the_whole_way_abroad_and_back_is_one_message_edited_in_place(world: World) -> None:
    reference = world.files_request()
    first = own(world, reference)
    seen = []
    for label, answers in (
        ("Claim", {}),
        ("Accept", {"criteria": True}),
        ("Transmitted", {"requirements": True, **SENT}),
        ("Receipt confirmed", {}),
        ("Follow up", {}),
        ("Asked again", SENT),
        ("Answered", {"answer": "The child is with an aunt, invented.", "answered_on": TODAY}),
    ):
        world.steps(OLGA, label, reference, **answers)
        seen.append(own(world, reference).plain.split("\n")[1])
        assert len(world.told(RITA)) == 1, f"told apart after {label}"
    world.steps(OLGA, "Close", reference, outcome="Returned home")

    last = own(world, reference)
    assert "It has arrived." in first.plain
    assert seen == [
        "An officer is looking at it.",
        "The desk has accepted it and passes it on.",
        "It was passed on.",
        "The other side has it, and the desk waits for the answer.",
        "The answer is late, and the desk asks again.",
        "The other side has it, and the desk waits for the answer.",
        "There is an answer. *Show details* has it.",
    ]
    assert last.ts == first.ts
    assert "It is over. Returned home." in last.plain
    assert last.buttons == ["Show details"]
    assert [f"*{reference}* is now closed" in each for each in world.told(RITA)] == [False, True]
    details = world.reads(RITA, last)
    assert "The child is with an aunt, invented." in details
    assert "third-agency log" not in details
    log = world.reads(OLGA, world.card(reference))
    assert log.count("2026-11-22: the bureau of France; the request; authority: the requesting agency") == 2


@on_socket
def test_what_the_desk_needs_to_know_is_asked_and_answered_from_the_message(world: World) -> None:
    reference = claimed(world)
    question = "Which school does the child attend, invented?"
    world.steps(OLGA, "Ask for information", reference, missing=question)
    told = world.slack.dms(RITA)[-1]
    waiting = own(world, reference)
    form = world.clicks(RITA, "Send what is missing", told).views[-1]
    world.submits(RITA, {"information": "Example Primary School, invented."})
    after = own(world, reference)
    again = world.answer_to_click(RITA, "Send what is missing", told)

    assert f"*{reference}* is now waiting for information, by <@{OLGA}>." in told.plain
    assert told.buttons == ["Send what is missing", "Show details"]
    assert "*The desk needs something from you.* Press the button below." in waiting.plain
    assert waiting.buttons == ["Send what is missing", "Add details", "Show details", "Withdraw"]
    assert question not in told.plain + waiting.plain
    assert question in form.plain
    assert "An officer is looking at it." in after.plain
    assert "Send what is missing" not in after.buttons
    assert f"{reference} is now in intake review, so “Send what is missing” is not open." in again
    assert f"*{reference}* is now in intake review, by <@{RITA}>." in world.told(OLGA)[-1]
    details = world.reads(OLGA, world.card(reference))
    assert "Example Primary School, invented." in details
    assert not any("Primary School" in text for text in (*world.said(DESK), *world.told(OLGA)))


@on_http
def test_a_file_shared_with_the_bot_is_refused_and_the_desk_can_go_on_by_telephone(world: World) -> None:
    reference = claimed(world)
    world.steps(OLGA, "Ask for information", reference, missing="A picture in words, invented?")
    world.slack.share_file(RITA, None, "child.jpg", "Here it is.")

    def refused() -> list[Message]:
        world.settle()
        return [each for each in world.slack.dms(RITA) if "Files are not taken here" in each.plain]

    [refusal] = world.slack.wait_for(refused)
    world.steps(OLGA, "Information received", reference, information="By telephone, invented.")

    assert "yours was not downloaded. Please delete it from Slack." in refusal.plain
    assert "An officer is looking at it." in own(world, reference).plain
    assert "in intake review" in world.card(reference).plain
    assert not any("child.jpg" in text for text in (*world.said(DESK), *world.told(OLGA)))


@on_socket
def test_all_seven_tests_must_hold_before_it_is_accepted_and_a_rejection_names_one(world: World) -> None:
    good, bad = claimed(world), claimed(world)
    world.clicks(OLGA, "Accept", world.card(good))
    six = world.submits(
        OLGA, {"criteria": ["authority", "members", "international", "article_3", "link", "reason"]}
    )
    world.submits(OLGA, {"criteria": True})
    world.steps(OLGA, "Reject", bad, criterion="dual_criminality", reason="It is no crime there, invented.")

    double = dict(CRITERIA)["dual_criminality"]
    assert six.errors == {
        "criteria": f"Not ticked: {double}. If one does not hold, reject the request or ask for what "
        "is missing."
    }
    assert "accepted, since" in world.card(good).plain
    assert "The desk cannot act on it. *Show details* says why." in own(world, bad).plain
    told = world.slack.dms(RITA)[-1]
    assert f"*{bad}* is now rejected, by <@{OLGA}>." in told.plain
    details = world.reads(RITA, told)
    assert "It is no crime there, invented." in details
    assert f"Which of the seven does not hold?: {double}" in details
    assert world.card(bad).buttons == ["Reopen", "Show details", "Watch the subject"]
