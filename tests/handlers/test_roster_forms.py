"""Forms of the roster: what is drawn can be filled in and read again; a preview carries what was typed."""

from dataclasses import replace

import pytest

from bot.desk.roster_facts import Overrides, OwnTurn, Scheduled
from bot.rules.rota.entries import OverrideForm, RotationForm
from handlers.forms import override, rotation, swap
from handlers.views import oncall, roster_rows
from handlers.views.planning import preview
from storage.records.roster import Tier
from tests.handlers import roster_samples
from tests.handlers.examples import ADA, DESK, LATER, NOW
from tests.handlers.filling import fill
from tests.handlers.reading import texts
from tests.handlers.roster_samples import PEOPLE, ROTATION, TYPED


def test_a_new_rotation_begins_with_this_week_so_that_somebody_has_the_desk_at_once() -> None:
    form = rotation.render(Scheduled(tier=Tier.FIRST, rotation=None, today=NOW.date()), DESK)

    assert rotation.parse(fill(form, {})) == RotationForm(
        tier=Tier.FIRST, people=(), starts_on="2026-11-16", handover_at="08:00", length="7"
    )
    assert "End this rotation" not in texts(form)


@pytest.mark.parametrize("turns_a_day", [1, 2, 3])
def test_a_rotation_comes_back_as_it_stands(turns_a_day: int) -> None:
    standing = replace(ROTATION, turns_a_day=turns_a_day)

    form = rotation.render(Scheduled(tier=Tier.SECOND, rotation=standing, today=NOW.date()), DESK)

    assert rotation.parse(fill(form, {})) == RotationForm(
        tier=Tier.SECOND,
        people=PEOPLE,
        starts_on="2026-11-22",
        handover_at="08:15",
        length={1: "9", 2: "12h", 3: "8h"}[turns_a_day],
    )
    assert "End this rotation" in texts(form)


def test_a_preview_carries_what_was_typed_with_the_version_that_was_seen() -> None:
    drawn = rotation.render_preview(roster_samples.preview(), DESK)

    assert rotation.parse_preview(fill(drawn, {})) == (TYPED, 1)
    assert rotation.parse(fill(rotation.again(TYPED, DESK), {})) == TYPED


def test_an_override_comes_back_as_it_was_filled_in() -> None:
    form = override.render(Overrides(shifts=(), today=NOW.date()), DESK)

    assert override.parse(fill(form, {"person": ADA, "to_time": "18:00"})) == OverrideForm(
        person=ADA,
        tier=Tier.FIRST,
        from_day="2026-11-23",
        from_time="08:00",
        to_day="2026-11-24",
        to_time="18:00",
    )


def test_a_shift_that_is_offered_is_named_by_its_turn() -> None:
    turns = [OwnTurn(rotation_id="r1", turn=each, starts_at=NOW, ends_at=LATER) for each in (3, 7)]

    form = swap.render(turns, DESK)

    assert swap.parse(fill(form, {"officer": ADA})) == swap.Offering(rotation_id="r1", turn=3, officer=ADA)
    assert "Sun Nov 22, 02:05 EST to Mon Nov 23, 02:05 EST" in texts(form)


def test_what_is_longer_than_a_list_says_how_much_more_there_is() -> None:
    lines = roster_rows.lines(roster_samples.MANY, DESK).splitlines()
    shown = texts(preview(roster_samples.preview(), DESK))

    assert (len(lines), lines[-1]) == (46, "… and 55 more")
    assert any("… and 108 more" in each for each in shown)


def test_the_week_says_where_each_row_comes_from_and_offers_what_the_reader_may_do() -> None:
    for may in (True, False):
        message = oncall.week(roster_samples.week(edit=may), DESK)
        [table] = [block for block in message.blocks if block["type"] == "table"]
        buttons = [block for block in message.blocks if block["type"] == "actions"]

        assert len(table["rows"]) == 1 + 30 + 8
        assert bool(buttons) == may
    assert {"by a swap", "put in", "by a calendar"} <= {
        part.strip() for each in texts(table) for part in each.split(";")
    }
