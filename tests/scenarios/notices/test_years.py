"""A notice in the course of years: suspended and resumed, renewed, its withdrawal called off, expired."""

from collections.abc import Mapping

from storage.records.notices import Colour, Means, NoticeState
from tests.scenarios.notices.cases import EVIDENCE, LETTER, brought, state, today
from tests.world import DAN, DESK, OLGA, SAM, World

TOO_LATE = {
    "resumed_on": "Its six months of suspension are over. Ask for its withdrawal, or ask a supervisor to "
    "resume it."
}
TOO_EARLY = {"end": "Its five years are not over. Only a supervisor may say so earlier."}
FIVE_YEARS = 5 * 365 + 1
"""Days; one of the years has a day more."""


def test_it_is_suspended_for_six_months_at_most_and_then_resumed_by_a_supervisor_only(world: World) -> None:
    in_time, late = brought(world, Colour.RED), brought(world, Colour.YELLOW)
    for reference in (in_time, late):
        suspends(world, reference)
    suspended = world.card(in_time).plain
    world.after(days=181)
    resumed = world.steps(OLGA, "Resume", in_time, resumed_on=today(world), evidence=EVIDENCE)
    world.after(days=1)
    reminded = [each for each in world.said() if f"*{late}* is overdue: still suspended" in each]
    refused = world.steps(OLGA, "Resume", late, resumed_on=today(world), evidence=EVIDENCE)
    world.steps(SAM, "Resume", late, resumed_on=today(world), evidence=EVIDENCE)

    assert "suspended, since" in suspended
    assert "May 22, 00:00 EDT)" in suspended
    assert not resumed.errors
    assert len(reminded) == 1, "the six months are over (RPD article 81)"
    assert refused.errors == TOO_LATE
    assert state(world, in_time) == state(world, late) == "published"
    assert "Nov 22, 2031" in world.asks(DAN, f"/notice status {late}"), "five years from its publication"


def test_it_is_renewed_before_its_five_years_are_over_and_does_not_expire_until_five_more_are(
    world: World,
) -> None:
    reference = brought(world, Colour.GREEN)
    world.after(days=FIVE_YEARS - 30)
    early = ends_as_expired(world, OLGA, reference)
    world.steps(
        OLGA,
        "Renew",
        reference,
        renewed_on=today(world),
        reason="Registered again, invented.",
        evidence=EVIDENCE,
    )
    renewed_on = today(world)
    world.after(days=60)
    after_the_first_five = ends_as_expired(world, OLGA, reference)
    due = world.card(reference).plain
    world.after(days=FIVE_YEARS - 60 + 2)
    reminded = [each for each in world.said() if f"*{reference}* is overdue: still published" in each]
    by_then = ends_as_expired(world, OLGA, reference)

    assert early == after_the_first_five == TOO_EARLY
    assert renewed_on == "2031-10-23"
    assert "Oct 23, 00:00 EDT" in due, "of 2036, five years after the renewal"
    assert len(reminded) == 1
    assert by_then == {}
    assert state(world, reference) == "expired"
    assert "Why it is still needed: Registered again, invented." in world.reads(DAN, world.card(reference))


def test_a_supervisor_may_say_that_it_expired_earlier(world: World) -> None:
    reference = brought(world, Colour.BLUE, NoticeState.CIRCULATED, Means.DIFFUSION)

    assert ends_as_expired(world, OLGA, reference) == TOO_EARLY
    assert ends_as_expired(world, SAM, reference) == {}
    assert state(world, reference) == "expired"


def test_a_withdrawal_that_is_called_off_leaves_it_in_force(world: World) -> None:
    published = brought(world, Colour.BLUE)
    circulated = brought(world, Colour.RED, NoticeState.CIRCULATED, Means.DIFFUSION)
    withdrawal: Mapping[str, object] = {"why": "achieved", **LETTER}
    world.steps(OLGA, "Ask for withdrawal", published, **withdrawal)
    world.steps(SAM, "Ask for withdrawal", circulated, **withdrawal, override="Issued in error")
    asked = state(world, published)
    for reference in (published, circulated):
        world.steps(OLGA, "Withdrawal called off", reference, reason="A new hit, invented.")

    assert asked == "withdrawal requested"
    assert state(world, published) == "published"
    assert state(world, circulated) == "circulated as a diffusion"
    assert "Nov 22, 2031" in world.asks(DAN, f"/notice status {published}")
    assert "A new hit, invented." in world.reads(DAN, world.card(published))
    assert not any("new hit" in each for each in world.said(DESK))


def suspends(world: World, reference: str) -> None:
    outcome = world.steps(
        OLGA,
        "Suspend",
        reference,
        justification="A court looks at it, invented.",
        suspended_on=today(world),
        evidence=EVIDENCE,
    )
    assert not outcome.errors, outcome.errors


def ends_as_expired(world: World, who: str, reference: str) -> dict[str, str]:
    """The sentences beside the fields; none when it has ended."""
    given = {"end": "Expired after five years", "ended_on": today(world), "evidence": EVIDENCE}
    outcome = world.steps(who, "Ended", reference, **given)
    if outcome.errors:
        world.slack.close(who, outcome.views[-1])
    return outcome.errors
