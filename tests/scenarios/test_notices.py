"""A notice from the form of its colour to one of its ends; `notices` tells each colour's whole life."""

from storage.records.notices import Colour, NoticeState
from tests.notice_samples import LEAST, PERSON
from tests.scenarios.notices.cases import EVIDENCE, LETTER, TODAY, brought, state
from tests.world import AGENCY, DAN, DESK, NINA, OLGA, RITA, SAM, World

NOT_A_WARRANT = "A Red Notice is not an arrest warrant."
WITHDRAWAL = {"why": "achieved", **LETTER}


def test_a_notice_of_each_colour_is_filed_by_a_form_of_its_own(world: World) -> None:
    references = {colour: world.files_notice(colour) for colour in LEAST}
    told = world.told(RITA)

    for colour, reference in references.items():
        card = world.card(reference)
        assert f"*{reference}*  {colour.capitalize()} Notice" in card.plain
        assert card.buttons == ["Claim", "Show details", "Timeline", "Add details", "Link"]
        assert (NOT_A_WARRANT in card.plain) == (colour == "red")
        [own] = [each for each in told if f" *{reference}*  " in each]
        assert "It is submitted. An officer claims it and reviews it." in own
        assert "An officer looks at it by" in own
        assert world.thread(reference).endswith(f"filed by <@{RITA}>; then submitted")


def test_the_colour_is_asked_when_the_command_names_none_or_one_that_there_is_not(world: World) -> None:
    bare = world.types(RITA, "/notice new").views[-1]
    world.slack.close(RITA, bare)
    unknown = world.types(RITA, "/notice new pink").views[-1]
    form = world.submits(RITA, {"colour": "Yellow Notice", "country": "FR"}).views[-1]
    world.fills_hub(RITA, {**LEAST[Colour.YELLOW], "agency": AGENCY})
    filed = world.submits(RITA, {})

    assert "do not know" not in bare.plain
    assert "Locate a missing person, often a child" in bare.plain
    assert "I do not know the colour “pink”. I know these:" in unknown.plain
    assert form.plain.startswith("Yellow Notice")
    assert "*NT-2026-00001* is filed: Yellow Notice. An officer looks at it by" in filed.views[-1].plain
    assert "Still missing" in filed.views[-1].plain


def test_a_notice_names_the_request_that_it_comes_from(world: World) -> None:
    request = world.files_request()
    wrong = world.sends_notice("blue", OLGA, request_reference="LR-2026-00099")
    world.fills_hub(OLGA, {"request_reference": "lr 2026 1"})
    world.submits(OLGA, {})

    no_request = "There is no such request. Write it like LR-2026-00042."
    assert wrong.errors == {"known": f"Case and contact: Liaison request that it belongs to: {no_request}"}
    assert f"*Request*\n{request}" in world.card("NT-2026-00001").plain
    assert "Notices from it: NT-2026-00001" in world.card(request).plain


def test_what_the_rules_miss_stands_beside_its_field(world: World) -> None:
    refused = world.sends_notice("red", birth="1990-02-31", penalty="1 year", facts=" ")

    assert refused.errors == {
        "birth": "There is no such date. Check the month and the day.",
        "facts": "Please fill this in.",
    }
    again = world.submits(RITA, {"birth": "1990-02-28", "facts": "Invented facts."})
    assert (
        "A Red Notice needs a longest possible penalty of at least two years." in again.errors["family_name"]
    )
    assert world.said(DESK) == []


def test_neither_the_filer_nor_the_one_who_claimed_it_approves_a_notice(world: World) -> None:
    reference = world.files_notice("green", OLGA)
    world.completes(reference)
    world.steps(DAN, "Claim", reference)

    filer = world.answer_to_click(OLGA, "Approve", world.card(reference))
    owner = world.answer_to_click(DAN, "Approve", world.card(reference))
    second = world.approves(NINA, reference)

    assert filer == "You filed this notice, so somebody else must approve it."
    assert owner == "You claimed this notice, so somebody else must approve it."
    assert f"*{reference}* is now approved." in second.views[-1].plain
    assert f"*{reference}* is now approved, by <@{NINA}>." in world.told(DAN)[-1]
    assert any("It is approved. The desk sends it" in each for each in world.told(OLGA))


def test_a_red_notice_goes_from_its_form_to_its_withdrawal_on_one_card(world: World) -> None:
    reference = world.files_notice("red")
    card, thread = world.card(reference), world.reply(reference)
    world.completes(reference)
    world.steps(OLGA, "Claim", reference)
    world.steps(OLGA, "Legal review", reference, reviewer="Example prosecutor")
    world.approves(DAN, reference)
    world.steps(OLGA, "Sent to the General Secretariat", reference, **LETTER)
    world.steps(OLGA, "Published", reference, control_number="a-1234/5-2026", published_on=TODAY)
    published = world.card(reference)
    world.steps(OLGA, "Located", reference, located_on=TODAY, located_in=["FR"], evidence=EVIDENCE)
    too_soon = world.steps(OLGA, "Ask for withdrawal", reference, **WITHDRAWAL)
    world.submits(OLGA, {"returned_on": TODAY})
    world.steps(OLGA, "Withdrawn", reference, withdrawn_on=TODAY, evidence=EVIDENCE)
    ended = world.card(reference)

    assert "Control number\nA-1234/5-2026" in published.plain
    assert "published, since" in published.plain
    assert too_soon.errors == {
        "returned_on": "Give the date of the physical return. A supervisor may override with a reason."
    }
    assert "withdrawn, since" in ended.plain
    assert ended.buttons == ["Show details", "Timeline"]
    assert {each.ts for each in (card, published, ended)} == {card.ts}
    assert world.reply(reference).ts == thread.ts
    assert "Date of physical return: 2026-11-22" in world.reads(RITA, ended)


def test_a_refused_notice_keeps_the_reason_for_those_who_may_read_it(world: World) -> None:
    reference = brought(world, Colour.RED, NoticeState.SENT)
    reason = "The charge is of a political character."
    world.steps(OLGA, "Refused", reference, reason=reason, evidence=EVIDENCE)
    told = world.slack.dms(RITA)[-1]

    assert f"*{reference}* is now refused by the General Secretariat, by <@{OLGA}>." in told.plain
    assert "political" not in told.plain + world.card(reference).plain
    assert f"Reason of the refusal: {reason}" in world.reads(RITA, told)


def test_a_supervisor_ends_a_notice_without_the_return_and_an_officer_does_not(world: World) -> None:
    reference = brought(world, Colour.RED)
    override = {**WITHDRAWAL, "override": "Warrant quashed"}
    officer = world.steps(OLGA, "Ask for withdrawal", reference, **override)
    world.steps(SAM, "Ask for withdrawal", reference, **override)
    world.steps(OLGA, "Withdrawn", reference, withdrawn_on=TODAY, evidence=EVIDENCE)

    assert officer.errors == {"why": "Only a supervisor may end this notice before the physical return."}
    assert state(world, reference) == "withdrawn"
    assert "Reason to end it without a return: Warrant quashed" in world.reads(OLGA, world.card(reference))
    tries = [(each.actor, each.outcome) for each in world.audited(reference) if "ask_with" in each.action]
    assert tries == [(OLGA, "refused"), (SAM, "done")]


def test_of_two_officers_with_the_same_form_the_second_is_told_how_it_stands(world: World) -> None:
    reference = brought(world, Colour.RED, NoticeState.SENT)
    for who, label in ((OLGA, "Published"), (DAN, "Refused")):
        world.clicks(who, label, world.card(reference))
    world.submits(OLGA, {"control_number": "A-1/1-2026", "published_on": TODAY})

    late = world.submits(DAN, {"reason": "None was given.", "evidence": EVIDENCE})

    assert late.errors == {"reason": f"{reference} is now published, so “Refused” is not open."}


def test_status_is_asked_by_reference_or_control_number_however_it_is_spelled(world: World) -> None:
    reference = brought(world, Colour.RED, NoticeState.SENT)
    world.steps(OLGA, "Published", reference, control_number="A-1234/5-2026", published_on=TODAY)
    spellings = (reference, "nt-2026-1", "NT 2026 00001", "nt2026-00001", "a-1234/5-2026", "A1234/5-2026")
    answers = {world.asks(RITA, f"/notice status {each}") for each in spellings}

    [answer] = answers
    assert "*State*\npublished, since" in answer
    assert "The desk re-examines it within five years." in answer
    assert "Control number\nA-1234/5-2026" in answer
    assert "desk default" not in answer
    assert f"published by <@{OLGA}>" in answer
    assert PERSON["forename"] not in answer


def test_what_is_not_there_and_what_may_not_be_seen_is_answered_in_the_same_words(world: World) -> None:
    there = world.files_notice(who=OLGA, agency="Harbor City Police Department (CAEX00300)")
    hidden = world.asks(RITA, f"/notice status {there}")
    missing = world.asks(RITA, "/notice status NT-2026-00099")
    by_click = {
        label: world.answer_to_click(RITA, label, world.card(there))
        for label in ("Show details", "Timeline", "Add details")
    }

    assert hidden.replace(there, "") == missing.replace("NT-2026-00099", "")
    assert "I found nothing for “NT-2026-00099” that you may see." in missing
    assert all("I found nothing for “that record” that you may see." in each for each in by_click.values())
    refused = [(entry.actor, entry.action) for entry in world.audited(there) if entry.outcome == "refused"]
    assert refused == [
        (RITA, "notice.status"),
        (RITA, "notice.read"),
        (RITA, "notice.timeline"),
        (RITA, "notice.read"),
    ]
