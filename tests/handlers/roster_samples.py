"""Views of the roster at their limits."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import time, timedelta

from bot.desk.roster_facts import (
    OverridePreview,
    Overrides,
    OwnTurn,
    Preview,
    RosterRow,
    Scheduled,
    SwapFacts,
    Week,
)
from bot.rules.rota.changes import Change
from bot.rules.rota.entries import MOST_PEOPLE, OverrideForm, RotationForm
from bot.rules.rota.layers import Layer
from bot.rules.rota.troubles import Trouble
from handlers.forms import override, rotation, swap
from handlers.views import handover, oncall, planning, refusal, swaps
from handlers.views.blocks import Message, View
from storage.records.announcements import (
    Ahead,
    CalendarTrouble,
    HandoverUnanswered,
    Hours,
    RosterTrouble,
    ShiftsChanged,
    SwapAnswered,
)
from storage.records.handovers import BriefPart, BriefRow, Handover
from storage.records.people import Actor, PersonId
from storage.records.reminders import RecordKind, ReminderRule
from storage.records.roster import Rotation, Shift, Swap, SwapState, Tier, TroubleKind
from tests.handlers import facts
from tests.handlers.examples import ABROAD, ADA, DESK, LATER, NOW

PEOPLE = tuple(PersonId(f"U0123456{number:02}") for number in range(MOST_PEOPLE))
SPAN = Hours(starts_at=NOW, ends_at=LATER)
ANNOUNCEMENTS = (
    RosterTrouble(
        kind=TroubleKind.GAP,
        tier=Tier.FIRST,
        starts_at=NOW,
        ends_at=LATER,
        person=ABROAD,
        ahead=Ahead.NOW,
        supervisors=PEOPLE[:5],
    ),
    HandoverUnanswered(handover_id="h1", at=NOW, outgoing=ADA, incoming=ABROAD),
    SwapAnswered(swap_id="w1", starts_at=NOW, ends_at=LATER, by=ABROAD, accepted=True),
    CalendarTrouble(name="night-shift", mistakes=7, is_read=True),
    ShiftsChanged(
        by=Actor(ABROAD), tier=Tier.SECOND, gained=(SPAN,) * 20, lost=(SPAN,) * 20, seen_until=LATER
    ),
)


def row(number: int, layer: Layer | None = Layer.TURN) -> RosterRow:
    return RosterRow(
        starts_at=NOW + timedelta(days=number),
        ends_at=LATER + timedelta(days=number),
        person=ADA if layer else None,
        layer=layer,
        holidays=("Martin Luther King Jr. Day", "Thanksgiving Day"),
        gone=None if layer else ABROAD,
    )


ROWS = (row(0, None), *(row(number, layer) for number, layer in enumerate((*Layer, *Layer), start=1)))
MANY = tuple(row(number) for number in range(100))
TYPED = RotationForm(tier=Tier.FIRST, people=PEOPLE, starts_on="2026-11-22", handover_at="08:00", length="7")


def week(*, edit: bool = True) -> Week:
    return Week(
        oncall=replace(facts.oncall(), second=ABROAD),
        first=MANY,
        second=ROWS,
        may_take=edit,
        may_edit=edit,
        is_kept=True,
        rotation=ROTATION,
    )


def preview() -> Preview:
    trouble = Trouble(kind=TroubleKind.GAP, tier=Tier.FIRST, starts_at=NOW, ends_at=LATER, person=ABROAD)
    return Preview(
        form=TYPED,
        seen_version=1,
        rows=MANY,
        changes={each: Change(gained=(SPAN,) * 3, lost=(SPAN,) * 3) for each in PEOPLE},
        troubles=[replace(trouble, kind=kind) for kind in TroubleKind] * 9,
        until=LATER,
    )


def a_handover(*, rows: int = 40, acknowledged: bool = False) -> Handover:
    page = BriefRow(
        part=BriefPart.PAGE,
        record_id="e1",
        reference="ES-2026-00003",
        state="acknowledged",
        owner=ABROAD,
        at=NOW,
    )
    due = BriefRow(
        part=BriefPart.DUE,
        record_id="n1",
        reference="NT-2026-00007",
        state="withdrawal_requested",
        record_kind=RecordKind.NOTICE,
        owner=ABROAD,
        at=LATER,
        rule=ReminderRule.PRESERVATION,
    )
    return Handover(
        id="h1",
        at=NOW,
        outgoing=ABROAD,
        incoming=ADA,
        until=LATER,
        rows=tuple((page, due)[number % 2] for number in range(rows)),
        more=1234 if rows else 0,
        acknowledge_by=LATER,
        acknowledged_by=Actor(ADA) if acknowledged else None,
        acknowledged_at=LATER if acknowledged else None,
    )


def a_swap(state: SwapState = SwapState.OFFERED, *, is_open: bool = False) -> SwapFacts:
    offered = Swap(
        id="w1", rotation_id="r1", turn=3, offered_by=ABROAD, offered_to=ADA, offered_at=NOW, state=state
    )
    return SwapFacts(swap=offered, starts_at=NOW, ends_at=LATER, is_open=is_open)


OVERRIDE = OverrideForm(
    person=ADA,
    tier=Tier.FIRST,
    from_day="2026-11-22",
    from_time="08:00",
    to_day="2026-11-23",
    to_time="08:00",
)
SHIFT = Shift(id="s1", person=ADA, starts_at=NOW, ends_at=LATER, entered_at=NOW, entered_by=Actor(ADA))
ROTATION = Rotation(
    id="r1",
    tier=Tier.SECOND,
    people=PEOPLE,
    starts_on=NOW.date(),
    handover_at=time(8, 15),
    days=9,
    entered_at=NOW,
    entered_by=Actor(ADA),
)

MESSAGES: Mapping[str, Message] = {
    "the week of a roster": oncall.week(week(), DESK),
    "the week for whoever only reads": oncall.week(week(edit=False), DESK),
    "a rotation is saved": planning.saved(week(), DESK),
    "a rotation has ended": planning.ended(week(), DESK),
    "somebody is put in": planning.put_in(SHIFT, DESK),
    "a handover": handover.message(a_handover(), DESK, reader=ADA),
    "a handover with nothing open": handover.message(a_handover(rows=0), DESK, reader=ABROAD),
    "an acknowledged handover": handover.message(a_handover(acknowledged=True), DESK, reader=ADA),
    "no handover": handover.none(),
    "the handover is acknowledged": handover.acknowledged(a_handover(acknowledged=True), DESK),
    "a shift is offered to somebody": swaps.offer(a_swap(is_open=True), DESK),
    **{f"a shift that was {state}": swaps.offer(a_swap(state), DESK) for state in SwapState},
    "my shift is offered": swaps.offered(a_swap(is_open=True), DESK),
    **{
        f"I have {state} it": swaps.answered(a_swap(state), DESK)
        for state in SwapState
        if state is not SwapState.OFFERED
    },
}
VIEWS: Mapping[str, View] = {
    "a new rotation": rotation.render(Scheduled(tier=Tier.FIRST, rotation=None, today=NOW.date()), DESK),
    "a rotation": rotation.render(Scheduled(tier=Tier.SECOND, rotation=ROTATION, today=NOW.date()), DESK),
    "a preview": rotation.render_preview(preview(), DESK),
    "an override": override.render(Overrides(shifts=(SHIFT,) * 50, today=NOW.date()), DESK),
    "an override's preview": override.render_preview(
        OverridePreview(form=OVERRIDE, shift=SHIFT, changes=preview().changes), DESK
    ),
    "a shift to offer": swap.render(
        [OwnTurn(rotation_id="r1", turn=number, starts_at=NOW, ends_at=LATER) for number in range(20)], DESK
    ),
    "saved, in a modal": refusal.as_modal(planning.saved(week(), DESK)),
}
