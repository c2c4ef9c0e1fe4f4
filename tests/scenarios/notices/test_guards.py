"""What stands before a step of a notice: refused in a sentence beside the field, and nothing is changed."""

from collections.abc import Mapping

import pytest

from bot.rules.notice_steps import STEPS
from bot.sandbox.messages import Message
from handlers import action_ids
from storage.records.notices import Colour, Means, NoticeState
from storage.records.reminders import RecordKind
from tests.scenarios.hidden_request import plants, presses
from tests.scenarios.notices.cases import EVIDENCE, IN_FORCE, LETTER, SEVEN, TODAY, brought, state
from tests.world import ADA, DAN, OLGA, RITA, SAM, World

YESTERDAY = "2026-11-21"
LEGAL = {"reviewer": "Example prosecutor"}
WITHDRAWAL = {"why": "no_basis", **LETTER}
NO_RETURN = {"returned_on": "Give the date of the physical return. A supervisor may override with a reason."}
LOCATED = {"located_in": ["FR"], "evidence": EVIDENCE}
QUERY = {"question": "Which law, invented?", "answer_due": "2026-11-27"}
FILED = "This is before the notice was filed here. Check the day."
IN_ORDER: tuple[tuple[str, str, Mapping[str, object], str], ...] = (
    ("Sent to the General Secretariat", "sent_on", {"message_reference": "EX-1"}, FILED),
    ("Queried", "asked_on", QUERY, "it was sent"),
    ("Query answered", "sent_on", {"message_reference": "EX-2"}, "the question"),
    (
        "Published",
        "published_on",
        {"control_number": "A-1/11-2026"},
        "it was sent",
    ),
    ("Renew", "renewed_on", {"reason": "Still wanted.", "evidence": EVIDENCE}, "it was published"),
    (
        "Suspend",
        "suspended_on",
        {"justification": "A court looks.", "evidence": EVIDENCE},
        "it was published",
    ),
    ("Resume", "resumed_on", {"evidence": EVIDENCE}, "it was suspended"),
    ("Located", "located_on", LOCATED, "it was published"),
    ("Arrested", "arrested_on", {"arrested_in": "FR", "evidence": EVIDENCE}, "it was published"),
    ("Extradition requested", "requested_on", {"evidence": EVIDENCE}, "the arrest"),
    ("Returned", "returned_on", {"evidence": EVIDENCE}, "it was sent"),
    ("Ask for withdrawal", "", WITHDRAWAL, ""),
    ("Withdrawn", "withdrawn_on", {"evidence": EVIDENCE}, "the withdrawal was asked for"),
)
"""A Red Notice's way from its approval: each step, the day that it names, what else it asks, and what that
day cannot come before."""


def test_a_day_before_the_step_that_led_there_is_named_and_the_right_one_is_taken(world: World) -> None:
    reference = brought(world, Colour.RED, NoticeState.APPROVED)

    for label, day, answers, before in IN_ORDER:
        if day:
            wrong = world.steps(OLGA, label, reference, **{**answers, day: YESTERDAY})
            future = world.submits(OLGA, {day: "2027-01-01"})
            right = world.submits(OLGA, {day: TODAY})
            sentence = before if before == FILED else f"This is before {before}, {TODAY}. Check both days."
            assert wrong.errors == {day: sentence}, label
            assert future.errors == {day: "This date is in the future."}, label
        else:
            right = world.steps(OLGA, label, reference, **answers)
        assert not right.errors, label
    assert state(world, reference) == "withdrawn"


def test_it_is_approved_when_every_condition_is_met_and_never_before(world: World) -> None:
    reference = world.files_notice("red")
    world.steps(OLGA, "Claim", reference)
    in_review = world.card(reference).buttons
    world.steps(OLGA, "Legal review", reference, **LEGAL)
    too_soon = world.answer_to_click(DAN, "Approve", world.card(reference))
    world.completes(reference, matter="private")
    fails = world.answer_to_click(DAN, "Approve", world.card(reference))
    card = world.card(reference).plain
    world.completes(reference)
    form = world.clicks(DAN, "Approve", world.card(reference)).views[-1]
    six = world.submits(DAN, {"criteria": SEVEN[1:]})
    world.submits(DAN, {"criteria": SEVEN})

    assert "Approve" not in in_review, "no Red Notice without the legal review (RPD article 86)"
    assert "Legal review" in in_review
    assert too_soon.startswith(f"{reference} cannot go on yet. Not met: Enough to know the person by (")
    for source in ("RPD article 83(1)(b)", "RPD article 84(b)", "Justice Manual 9-15.635"):
        assert source in too_soon
    assert "Not met: A serious ordinary-law crime (RPD article 83(1)(a); INTERPOL Constitution" in fails
    assert ":x: It does not hold: A serious ordinary-law crime." in card
    assert ":white_check_mark: Charge and law (RPD article 83(2)(b)(ii) and (iii))" in form.plain
    assert six.errors == {
        "criteria": "Not ticked: A law enforcement agency, or a member country, asks. If one does not hold, "
        "reject the request or ask for what is missing."
    }
    assert state(world, reference) == "approved"


def test_what_is_added_while_somebody_approves_makes_their_form_stale(world: World) -> None:
    reference = brought(world, Colour.YELLOW, NoticeState.REVIEW)
    world.clicks(DAN, "Approve", world.card(reference))
    world.completes(reference, whereabouts="known")
    stale = world.submits(DAN, {"criteria": SEVEN})

    assert stale.errors == {
        "criteria": f"It has changed since you looked, so nothing was saved. {reference} is now in review."
    }
    assert ":x: It does not hold: Whereabouts unknown to the police." in world.card(reference).plain


@pytest.mark.parametrize("kept_as", [(Colour.YELLOW, Means.NOTICE), (Colour.RED, Means.DIFFUSION)])
def test_it_is_kept_until_the_return_unless_a_supervisor_overrides_with_a_reason(
    world: World, kept_as: tuple[Colour, Means]
) -> None:
    colour, means = kept_as
    kept, returned = (brought(world, colour, IN_FORCE[means], means) for _ in range(2))
    world.steps(OLGA, "Located", kept, **located(colour))
    too_soon = world.steps(OLGA, "Ask for withdrawal", kept, **WITHDRAWAL)
    officer = world.submits(OLGA, {"override": "Warrant quashed"})
    supervisor = world.steps(SAM, "Ask for withdrawal", kept, **WITHDRAWAL, override="Warrant quashed")
    by_return = world.steps(OLGA, "Ask for withdrawal", returned, **WITHDRAWAL, returned_on=TODAY)

    assert too_soon.errors == NO_RETURN
    assert officer.errors == {"why": "Only a supervisor may end this notice before the physical return."}
    assert not supervisor.errors
    assert not by_return.errors
    assert state(world, kept) == state(world, returned) == "withdrawal requested"
    assert "Reason to end it without a return: Warrant quashed" in world.reads(DAN, world.card(kept))


def test_nothing_is_brought_back_by_a_blue_or_green_notice_or_one_on_somebody_unidentified(
    world: World,
) -> None:
    unknown = {"subject": "unidentified", "description": "Tall, invented", "sex": "male"}
    references = [
        brought(world, Colour.BLUE),
        brought(world, Colour.GREEN),
        brought(world, Colour.YELLOW, answers=unknown),
    ]

    for reference in references:
        assert "Returned" not in world.card(reference).buttons
        form = world.clicks(OLGA, "Ask for withdrawal", world.card(reference)).views[-1]
        assert "return" not in form.plain
        assert not world.submits(OLGA, WITHDRAWAL).errors


def test_an_old_button_whose_step_is_not_open_is_answered_with_the_state_as_it_is_now(world: World) -> None:
    reference = brought(world, Colour.RED)
    offered = set(world.card(reference).buttons)
    closed = [step for step in STEPS if step.label not in offered]
    answers = {step.label: presses(world, SAM, old_button(world, step.name, reference)) for step in closed}

    assert len(closed) > 20
    assert "It is already with somebody: nothing was changed." in answers.pop("Claim")
    assert "Only who filed a notice may take it back. Ask the desk to reject it." in answers.pop("Take back")
    for label, answer in answers.items():
        assert f"{reference} is now published, so “{label}” is not open." in answer, label
    assert world.thread(reference).count("•") == 6


def test_whoever_may_not_take_a_step_is_told_and_it_is_in_the_trail(world: World) -> None:
    reference = brought(world, Colour.BLUE, NoticeState.SUBMITTED)
    card = world.card(reference)
    by_role = {who: world.answer_to_click(who, "Claim", card) for who in (RITA, ADA)}
    world.steps(OLGA, "Claim", reference)
    again = {who: world.answer_to_click(who, "Reject", world.card(reference)) for who in (RITA, ADA)}
    auditor = presses(world, ADA, old_button(world, "info", reference))

    assert {*by_role.values(), *again.values()} == {"Only officers and supervisors may do this."}
    assert "Your role only reads on this desk. Ask an officer to do this." in auditor
    assert world.slack.views(RITA) == world.slack.views(ADA) == []
    refused = [(each.actor, each.action) for each in world.audited(reference) if each.outcome == "refused"]
    assert refused == [
        (RITA, "notice.claim"),
        (ADA, "notice.claim"),
        (RITA, "notice.reject"),
        (ADA, "notice.reject"),
        (ADA, "notice.info"),
    ]


def old_button(world: World, step_name: str, reference: str) -> Message:
    """As it stood on the card at some time, where everybody can press it."""
    return plants(world, (action_ids.step(RecordKind.NOTICE, step_name), world.kept_notice(reference).id))


def located(colour: Colour) -> Mapping[str, object]:
    """It asks of a missing person whether they are safe."""
    return {**LOCATED, "located_on": TODAY, **({"safe": "yes"} if colour is Colour.YELLOW else {})}
