"""A notice, from the form of its colour to one of its ends."""

from bot.sandbox.acting.outcome import Outcome
from tests.world import BLOCKS, DAN, DESK, IDENTITY, NINA, OLGA, RITA, SAM, World

TODAY = "2026-11-22"
NOT_A_WARRANT = "A Red Notice is not an arrest warrant."


def test_a_notice_of_each_colour_is_filed_by_a_form_of_its_own(world: World) -> None:
    references = {colour: world.files_notice(colour) for colour in BLOCKS}
    told = world.told(RITA)

    for colour, reference in references.items():
        card = world.card(reference)
        assert f"*{reference}*  {colour.capitalize()} Notice" in card.plain
        assert card.buttons == ["Claim", "Show details"]
        assert (NOT_A_WARRANT in card.plain) == (colour == "red")
        assert any(f"*{reference}* has arrived. An officer looks at it by" in each for each in told)


def test_the_colour_is_asked_when_the_command_names_none_or_one_that_there_is_not(world: World) -> None:
    bare = world.types(RITA, "/notice new").views[-1]
    world.slack.close(RITA, bare)
    unknown = world.types(RITA, "/notice new purple").views[-1]
    form = world.submits(RITA, {"colour": "Yellow Notice"}).views[-1]
    filed = world.submits(RITA, {**IDENTITY, **BLOCKS["yellow"]})

    assert "do not know" not in bare.plain
    assert "Locate a missing person, often a child" in bare.plain
    assert "I do not know the colour “purple”. I know these:" in unknown.plain
    assert form.plain.startswith("New Yellow Notice")
    assert "*NT-2026-00001* is filed." in filed.views[-1].plain


def test_a_notice_names_the_request_that_it_comes_from(world: World) -> None:
    request = world.files_request()
    world.types(OLGA, "/notice new blue")
    form = {**IDENTITY, **BLOCKS["blue"]}
    wrong = world.submits(OLGA, {**form, "request_reference": "LR-2026-00099"})
    world.submits(OLGA, {"request_reference": "lr 2026 1"})

    assert wrong.errors == {"request_reference": "There is no such request. Write it like LR-2026-00042."}
    assert f"*Request*\n{request}" in world.card("NT-2026-00001").plain


def test_what_the_rules_miss_stands_beside_its_field(world: World) -> None:
    world.types(RITA, "/notice new red")
    short = {"country": "US", "birth": "1990-02-31", "penalty": "1 year"}
    refused = world.submits(RITA, {**IDENTITY, **BLOCKS["red"], **short})

    assert refused.errors == {
        "country": "The desk is the United States' own bureau. Name the other country.",
        "birth": "There is no such date. Check the month and the day.",
        "penalty": "A Red Notice needs a longest possible penalty of two years (RPD article 83). "
        "A Blue Notice may be the right one.",
    }
    assert world.said(DESK) == []


def test_neither_the_filer_nor_the_one_who_claimed_it_approves_a_notice(world: World) -> None:
    reference = world.files_notice(who=OLGA)
    world.steps(DAN, "Claim", reference)

    filer = world.answer_to_click(OLGA, "Approve", world.card(reference))
    owner = world.answer_to_click(DAN, "Approve", world.card(reference))
    second = world.answer_to_click(NINA, "Approve", world.card(reference))

    assert filer == "You filed this notice, so somebody else must approve it."
    assert owner == "You claimed this notice, so somebody else must approve it."
    assert second == f"*{reference}* is now approved."
    for who in (OLGA, DAN):
        assert f"*{reference}* is now approved, by <@{NINA}>." in world.told(who)[-1]


def test_a_notice_goes_its_whole_way_on_one_card(world: World) -> None:
    reference = sent(world)
    card = world.card(reference)
    world.steps(OLGA, "Queried", reference, asked_on=TODAY, answer_due="within five days")
    queried = world.card(reference)
    world.steps(OLGA, "Query answered", reference)
    publish(world, reference, "a-1234/5-2026")
    published = world.card(reference)
    world.steps(OLGA, "Located", reference)
    located = world.card(reference)
    too_soon = world.steps(OLGA, "End", reference, end="Withdrawn by this desk")
    world.submits(OLGA, {"returned_on": TODAY})

    ended = world.card(reference)
    assert "queried by the General Secretariat, since" in queried.plain
    assert "Control number\nA-1234/5-2026" in published.plain
    assert "published, since" in published.plain
    assert "located, since" in located.plain
    assert too_soon.errors == {
        "returned_on": "Give the date of the physical return. A supervisor may override with a reason."
    }
    assert "withdrawn, since" in ended.plain
    assert ended.buttons == ["Show details"]
    assert {each.ts for each in (card, queried, published, located, ended)} == {card.ts}
    assert "How it ended: Withdrawn by this desk; Date of physical return: 2026-11-22" in world.reads(
        RITA, ended
    )


def test_a_refused_notice_keeps_the_reason_for_those_who_may_read_it(world: World) -> None:
    reference = sent(world)
    world.steps(OLGA, "Refused", reference, reason="The charge is of a political character.")
    told = world.slack.dms(RITA)[-1]

    assert f"*{reference}* is now refused by the General Secretariat, by <@{OLGA}>." in told.plain
    assert "political" not in told.plain + world.card(reference).plain
    assert "Reason of the refusal: The charge is of a political character." in world.reads(RITA, told)


def test_a_supervisor_ends_a_notice_without_the_return_and_an_officer_does_not(world: World) -> None:
    reference = sent(world)
    publish(world, reference, "A-1/1-2026")
    override = {"end": "Withdrawn by this desk", "override": "Warrant quashed"}
    officer = world.steps(OLGA, "End", reference, **override)
    supervisor = world.steps(SAM, "End", reference, **override)

    assert officer.errors == {"end": "Only a supervisor may end this notice before the physical return."}
    assert f"*{reference}* is now withdrawn." in supervisor.views[-1].plain
    assert "Reason to end it without a return: Warrant quashed" in world.reads(OLGA, world.card(reference))
    ends = [
        (entry.actor, entry.outcome) for entry in world.audited(reference) if entry.action == "notice.end"
    ]
    assert ends == [(OLGA, "refused"), (SAM, "done")]


def test_two_notices_do_not_share_a_control_number(world: World) -> None:
    first, second = sent(world), sent(world)
    publish(world, first, "A-1/1-2026")
    again = publish(world, second, "a1/1-2026")

    assert again.errors == {"control_number": f"{first} has this control number already."}


def test_of_two_officers_with_the_same_form_the_second_is_told_how_it_stands(world: World) -> None:
    reference = sent(world)
    for who, label in ((OLGA, "Published"), (DAN, "Refused")):
        world.clicks(who, label, world.card(reference))
    world.submits(OLGA, {"control_number": "A-1/1-2026", "published_on": TODAY})

    late = world.submits(DAN, {"reason": "None was given."})

    assert late.errors == {"reason": f"{reference} is now published, so “Refused” is not open."}


def test_status_is_asked_by_reference_or_control_number_however_it_is_spelled(world: World) -> None:
    reference = sent(world)
    publish(world, reference, "A-1234/5-2026")
    spellings = (reference, "nt-2026-1", "NT 2026 00001", "nt2026-00001", "a-1234/5-2026", "A1234/5-2026")
    answers = {world.asks(RITA, f"/notice status {each}") for each in spellings}

    [answer] = answers
    assert "*State*\npublished, since" in answer
    assert "The desk re-examines it within five years." in answer
    assert "Control number\nA-1234/5-2026" in answer
    assert "desk default" not in answer
    assert f"published by <@{OLGA}>" in answer
    assert IDENTITY["family_name"] not in answer


def test_what_is_not_there_and_what_may_not_be_seen_is_answered_in_the_same_words(world: World) -> None:
    there = world.files_notice(who=OLGA, agency="Harbor City Police Department (CAEX00300)")
    hidden = world.asks(RITA, f"/notice status {there}")
    missing = world.asks(RITA, "/notice status NT-2026-00099")
    by_details = world.answer_to_click(RITA, "Show details", world.card(there))

    assert hidden.replace(there, "") == missing.replace("NT-2026-00099", "")
    assert "I found nothing for “NT-2026-00099” that you may see." in missing
    assert "I found nothing for “that record” that you may see." in by_details
    refused = [(entry.actor, entry.action) for entry in world.audited(there) if entry.outcome == "refused"]
    assert refused == [(RITA, "notice.status"), (RITA, "notice.read")]


def sent(world: World) -> str:
    """A Red Notice that the General Secretariat has; Olga's."""
    reference = world.files_notice()
    world.steps(OLGA, "Claim", reference)
    world.steps(DAN, "Approve", reference)
    world.steps(OLGA, "Sent to the General Secretariat", reference, message_reference="EX-M-1", sent_on=TODAY)
    return reference


def publish(world: World, reference: str, number: str) -> Outcome:
    return world.steps(OLGA, "Published", reference, control_number=number, published_on=TODAY)
