"""A notice as whoever filed it follows it: in their own messages, without ever seeing the desk's channel."""

from bot.sandbox.messages import Message
from storage.records.notices import Colour, NoticeState
from tests.notice_samples import LEAST
from tests.scenarios.at_the_form import opens, standing
from tests.scenarios.notices.cases import arrived, brought, state
from tests.world import ADA, AGENCY, DESK, OLGA, RITA, World

QUESTION = "Which clothes did the child wear, invented?"
ANSWER = "A red coat, invented."


def test_what_the_desk_needs_to_know_is_asked_and_answered_from_the_message(world: World) -> None:
    reference = brought(world, Colour.YELLOW, NoticeState.REVIEW)
    world.steps(OLGA, "Ask for information", reference, missing=QUESTION)
    waiting = world.card(reference)
    told = world.slack.dms(RITA)[-1]
    form = world.clicks(RITA, "Send what is missing", told).views[-1]
    world.submits(RITA, {"information": ANSWER})
    answered = state(world, reference)
    again = world.answer_to_click(RITA, "Send what is missing", told)
    world.steps(OLGA, "Ask for information", reference, missing="And its shoes, invented?")
    by_telephone = world.clicks(OLGA, "Information received", world.card(reference)).views[-1]
    world.submits(OLGA, {"information": "Black ones, invented."})

    assert f"*{reference}* is now waiting for information, by <@{OLGA}>. The requester sends" in told.plain
    assert told.buttons == ["Send what is missing", "Show details"]
    assert "Send what is missing" not in waiting.buttons, "the card in the channel is the desk's"
    assert QUESTION not in told.plain + waiting.plain
    assert QUESTION in form.plain
    assert answered == "in review"
    assert f"{reference} is now in review, so “Send what is missing” is not open." in again
    assert f"*{reference}* is now in review, by <@{RITA}>." in world.told(OLGA)[-1]
    assert "And its shoes, invented?" in by_telephone.plain
    assert QUESTION not in by_telephone.plain, "only the last question is open"
    details = world.reads(OLGA, world.card(reference))
    assert ANSWER in details
    assert "Black ones, invented." in details
    assert not any("invented" in text for text in (*world.said(DESK), *world.told(OLGA), *world.told(RITA)))


def test_details_are_added_from_the_message_and_the_checklist_shrinks(world: World) -> None:
    reference = world.files_notice("yellow")
    world.steps(OLGA, "Claim", reference)
    before = world.card(reference).plain
    world.adds(RITA, arrived(world, reference), photo="EX-PHOTO-7", sex="female", police_report="EX-R-2")
    after = world.card(reference).plain
    details = world.reads(RITA, arrived(world, reference))

    assert "Still missing: 6 items from the agency" in before
    assert "Still missing: 5 items from the agency" in after
    assert f"*{reference}* has more details now: <@{RITA}> added them." in world.told(OLGA)[-1]
    assert ":white_check_mark: Enough to know the person by (RPD article 90(3))" in details
    assert ":black_square_button: Reported to and recorded by the police (the agency)" in details
    assert "Wanted: the day on which it was recorded. (RPD article 90(2)(a))" in details
    assert "EX-PHOTO-7" in details
    assert "EX-PHOTO-7" not in "".join((*world.said(DESK), *world.told(OLGA), *world.told(RITA)))


def test_it_is_taken_back_after_a_question_until_it_is_sent(world: World) -> None:
    reference, sent = brought(world, Colour.RED, NoticeState.APPROVED), brought(world, Colour.RED)
    button = take_back_of(arrived(world, reference))
    not_hers = world.answer_to_click(OLGA, "Take back", arrived(world, reference))
    done = world.answer_to_click(RITA, "Take back", arrived(world, reference))

    assert button["confirm"]["text"]["text"] == (
        "Nobody works on it any more after that. To ask again, file a new notice."
    )
    assert [button["confirm"][each]["text"] for each in ("confirm", "deny")] == ["Take back", "Keep it"]
    assert not_hers == "Only who filed a notice may take it back. Ask the desk to reject it."
    assert "Take back" not in arrived(world, sent).buttons, "a button that does nothing any more is gone"
    assert done == f"*{reference}* is now taken back by the requester."
    assert arrived(world, reference).buttons == ["Show details", "Timeline"]
    assert f"*{reference}* is now taken back by the requester, by <@{RITA}>." in world.told(OLGA)[-1]
    assert state(world, reference) == "taken back by the requester"


def test_its_timeline_and_its_details_open_from_the_status_and_the_message(world: World) -> None:
    reference = brought(world, Colour.BLUE)
    status = world.types(RITA, f"/notice status {reference}").message
    assert status is not None
    timeline = world.clicks(RITA, "Timeline", status).views[-1]
    world.slack.close(RITA, timeline)
    details = world.clicks(RITA, "Show details", arrived(world, reference)).views[-1]
    from_there = world.clicks(RITA, "Timeline", details).views[-1]

    assert status.buttons == ["Show details", "Timeline", "Add details"]
    assert timeline.plain == from_there.plain
    told = [each for each in timeline.plain.split("\n") if each.startswith("•")]
    assert [each.partition(")  ")[2].partition(" (after")[0] for each in told] == [
        f"filed by <@{RITA}>; then submitted",
        f"claimed by <@{OLGA}>; then in review",
        "approved by <@U0DAN>",
        f"sent to the General Secretariat by <@{OLGA}>",
        f"published by <@{OLGA}>",
    ]
    assert "What links the person to the case\nSaw the invented crime." in details.plain
    assert "third-agency log" not in details.plain
    assert "third-agency log" in world.reads(OLGA, world.card(reference))


def take_back_of(message: Message) -> dict[str, dict[str, dict[str, str]]]:
    [button] = [
        each
        for block in message.blocks
        for each in block.get("elements", ())
        if each.get("text", {}) and each.get("action_id", "").endswith(":take_back")
    ]
    return dict(button)


def test_a_childs_name_is_a_click_further_and_that_click_is_in_the_trail(world: World) -> None:
    reference = brought(world, Colour.YELLOW)
    seen = {who: world.clicks(who, "Show details", world.card(reference)).views[-1] for who in (RITA, ADA)}
    name = world.clicks(RITA, "Show the name", seen[RITA]).views[-1]

    assert "Family name\nE. (initial only)\nForename\nC. (initial only)\nBorn\n2018" in seen[RITA].plain
    assert "Forename\nCasey" in name.plain
    assert "2018-05" in name.plain
    assert "Show the name" not in str(seen[ADA].blocks), "an auditor reads, and needs no name"
    assert [(each.actor, each.action) for each in world.audited(reference)][-1] == (RITA, "notice.name")


def test_a_diffusion_that_was_begun_is_resumed_as_it_was_and_filed(world: World) -> None:
    opens(world, RITA, "/notice new yellow FR diffusion")
    begun = {**LEAST[Colour.YELLOW], "recipients": ["FR", "MX"], "photo": "EX-PHOTO-7"}
    world.slack.close(RITA, world.fills_hub(RITA, begun))
    drafts = world.types(RITA, "/notice drafts").message
    assert drafts is not None
    resumed = world.clicks(RITA, "Resume", drafts).views[-1]
    world.fills_hub(RITA, {"agency": AGENCY})
    filed = world.submits(RITA, {})

    assert "Yellow diffusion" in drafts.plain
    assert "Yellow diffusion" in resumed.plain
    assert standing(resumed)["recipients"] == "FR,MX"
    assert standing(resumed)["family_name"] == "Example"
    assert "Identity*\n1 filled in" in resumed.plain
    assert "is filed: Yellow diffusion." in filed.views[-1].plain
    assert "*Your drafts*: 0" in world.asks(RITA, "/notice drafts")
