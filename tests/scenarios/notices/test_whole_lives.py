"""A notice of each colour, from the whole form to its withdrawal, on one card with one timeline under it."""

import pytest

from tests.scenarios.notices.cases import EVIDENCE, arrived, files_whole, state
from tests.scenarios.notices.walks import LIVES, Life
from tests.world import DAN, DESK, RITA, World


@pytest.mark.parametrize("life", LIVES, ids=lambda life: f"{life.title} {len(life.steps)}")
def test_a_notice_goes_from_its_form_to_its_withdrawal_on_one_card_with_one_timeline(
    world: World, life: Life
) -> None:
    reference = files_whole(world, life.colour, life.way, life.answers)
    card, thread = world.card(reference), world.reply(reference)
    seen = []
    for who, label, answers, _ in life.steps:
        outcome = world.steps(who, label, reference, **answers)
        assert not outcome.errors, f"{label}: {outcome.errors}"
        seen.append(state(world, reference))

    assert f"*{reference}*  {life.title}" in card.plain
    assert seen == [after for *_, after in life.steps]
    assert world.card(reference).ts == card.ts
    assert world.card(reference).buttons == ["Show details", "Timeline"]
    assert world.reply(reference).ts == thread.ts
    assert world.thread(reference).count("•") == len(life.steps) + 1
    assert "It is over; nobody owes anything." in world.asks(RITA, f"/notice status {reference}")
    [moved] = [each for each in world.told(RITA) if f"*{reference}* is now" in each]
    assert "is now withdrawn" in moved, "only what needs her or ends it is a message of its own"
    assert "It is withdrawn." in arrived(world, reference).plain
    assert EVIDENCE in world.reads(DAN, world.card(reference))
    assert not any(EVIDENCE in each for each in (*world.said(DESK), *world.told(RITA)))
    assert EVIDENCE not in world.thread(reference)
