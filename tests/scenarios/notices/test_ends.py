"""The ends of a notice besides its withdrawal: who ends it differs, and so do the words."""

import pytest

from storage.records.notices import Colour, Means, NoticeState
from tests.scenarios.notices.cases import EVIDENCE, IN_FORCE, TODAY, arrived, brought, state, today
from tests.world import OLGA, RITA, World

KINDS = (
    (Colour.RED, Means.NOTICE),
    (Colour.RED, Means.DIFFUSION),
    (Colour.BLUE, Means.NOTICE),
    (Colour.GREEN, Means.NOTICE),
    (Colour.YELLOW, Means.NOTICE),
    (Colour.YELLOW, Means.DIFFUSION),
)
OTHERWISE = {
    "Cancelled by the General Secretariat": "cancelled by the General Secretariat",
    "Deleted by decision of the CCF": "deleted by decision of the CCF",
    "Expired after five years": "expired",
}
"""What is chosen, and the state that follows."""
QUERY = {"question": "Which law, invented?", "asked_on": TODAY, "answer_due": "2026-11-27"}
FIVE_YEARS = 5 * 365 + 1
WHY = "It does not hold, invented."


@pytest.mark.parametrize(("colour", "means"), KINDS)
def test_a_notice_of_each_colour_comes_to_each_of_its_other_ends(
    world: World, colour: Colour, means: Means
) -> None:
    taken_back = brought(world, colour, NoticeState.SUBMITTED, means)
    world.clicks(RITA, "Take back", arrived(world, taken_back))
    rejected = brought(world, colour, NoticeState.REVIEW, means)
    world.steps(OLGA, "Reject", rejected, criterion="condition", reason=WHY)
    refused = is_refused(world, colour, means)
    ended = {}
    for end in OTHERWISE:
        reference = brought(world, colour, IN_FORCE[means], means)
        if end.startswith("Expired"):
            world.after(days=FIVE_YEARS)
        given = {"end": end, "ended_on": today(world), "evidence": EVIDENCE}
        outcome = world.steps(OLGA, "Ended", reference, **given)
        assert not outcome.errors, outcome.errors
        ended[end] = reference

    words = {
        taken_back: "taken back by the requester",
        rejected: "rejected by the desk",
        refused: "refused by the General Secretariat",
        **{ended[end]: after for end, after in OTHERWISE.items()},
    }
    for reference, over in words.items():
        assert state(world, reference) == over
        assert world.card(reference).buttons == ["Show details", "Timeline"]
        assert "*Due*\nnothing" in world.card(reference).plain
        assert over == "taken back by the requester" or told_of(world, reference, over)
    for reference, why in ((rejected, f"Why, for the requester: {WHY}"), (refused, f"refusal: {WHY}")):
        assert why in world.reads(RITA, world.card(reference))
        assert WHY not in "".join((*world.told(RITA), world.card(reference).plain))


def is_refused(world: World, colour: Colour, means: Means) -> str:
    """A diffusion is in force while the General Secretariat looks at it, and asks before it refuses it."""
    to = NoticeState.SENT if means is Means.NOTICE else NoticeState.CIRCULATED
    reference = brought(world, colour, to, means)
    if means is Means.DIFFUSION:
        world.steps(OLGA, "Queried", reference, **QUERY)
    world.steps(OLGA, "Refused", reference, reason=WHY, evidence=EVIDENCE)
    return reference


def told_of(world: World, reference: str, over: str) -> bool:
    return any(f"*{reference}* is now {over}, by <@{OLGA}>." in each for each in world.told(RITA))
