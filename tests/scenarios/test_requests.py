"""A liaison request, from its filing to its end."""

from bot.rules.criteria import CRITERIA
from bot.sandbox.faults import Fault
from tests.world import DAN, OLGA, RITA, World

CHILD = "Missing or abducted child"
TODAY = "2026-11-22"
SENT = {"message_reference": "EX-M-1", "sent_on": TODAY}
WAY: tuple[tuple[str, dict[str, object]], ...] = (
    ("Claim", {}),
    ("Accept", {"criteria": True}),
    ("Transmitted", {"requirements": True, **SENT}),
    ("Receipt confirmed", {}),
    ("Follow up", {}),
    ("Asked again", {**SENT}),
    ("Answered", {"answer": "The child is at home.", "answered_on": TODAY}),
    ("Close", {"outcome": "Returned home"}),
)
"""The steps of a request that goes well, with what each asks."""
PLAIN = (
    "An officer is looking at it.",
    "The desk has accepted it and passes it on.",
    "It was passed on.",
    "The other side has it, and the desk waits for the answer.",
    "The answer is late, and the desk asks again.",
    "The other side has it, and the desk waits for the answer.",
    "There is an answer. *Show details* has it.",
    "It is over. Returned home.",
)
"""What whoever filed it reads after each."""


def test_whoever_filed_it_has_one_message_that_always_says_where_it_stands(world: World) -> None:
    reference = world.files_request()
    seen = [world.slack.dms(RITA)[0]]
    for label, answers in WAY:
        world.steps(OLGA, label, reference, **answers)
        seen.append(world.slack.dms(RITA)[0])

    assert {each.ts for each in seen} == {seen[0].ts}
    assert [each.plain.split("\n")[1] for each in seen] == ["It has arrived.", *PLAIN]
    assert f"With <@{OLGA}>." in seen[1].plain
    [_, over] = world.told(RITA)
    assert f"*{reference}* is now closed, by <@{OLGA}>." in over
    assert len([text for text in world.said() if reference in text]) == 1


def test_a_request_is_accepted_only_when_each_of_the_seven_tests_was_ticked(world: World) -> None:
    reference = world.files_request()
    world.steps(OLGA, "Claim", reference)
    first, *others = (label for _, label in CRITERIA)
    partly = world.steps(OLGA, "Accept", reference, criteria=others)
    world.submits(OLGA, {"criteria": [first, *others]})

    assert partly.errors["criteria"].startswith(f"Not ticked: {first}. If one does not hold, reject")
    assert "*State*\naccepted, since" in world.card(reference).plain


def test_what_is_missing_is_asked_of_the_filer_and_sent_from_their_own_message(world: World) -> None:
    reference = world.files_request()
    world.steps(OLGA, "Claim", reference)
    world.steps(OLGA, "Ask for information", reference, missing="Which airport?")
    own, asked = world.slack.dms(RITA)
    form = world.clicks(RITA, "Send what is missing", own).views[-1]
    world.submits(RITA, {"information": "Example City Airport."})

    assert "*The desk needs something from you.*" in own.plain
    assert asked.buttons == ["Send what is missing", "Show details"]
    assert "Which airport?" in form.plain
    assert not any("Which airport?" in text for text in (*world.told(RITA), *world.said()))
    assert "*State*\nin intake review, since" in world.card(reference).plain
    assert f"*{reference}* is now in intake review, by <@{RITA}>." in world.told(OLGA)[-1]
    assert "Your answer to the desk: Example City Airport." in world.reads(OLGA, world.card(reference))


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

    late = world.submits(DAN, {"outcome": "Protected", "note": "Sent to the wrong country."})

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
