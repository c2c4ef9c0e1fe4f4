"""An override: somebody is put in for a while, whatever the rotation says."""

from collections.abc import Iterator, Sequence
from dataclasses import fields
from datetime import timedelta

from bot.desk.roster_facts import OverridePreview, Overrides
from bot.rules.rota.entries import USUAL_HANDOVER, OverrideForm
from handlers import action_ids
from handlers.asking import Payload
from handlers.forms.fields import choice, chosen, date, person, read, time_of_day
from handlers.forms.modal import carried, form
from handlers.views import planning
from handlers.views.blocks import Block, View, button, ours, section
from handlers.views.roster_told import planned
from handlers.views.words import DeskWords, mention
from storage.records.announcements import Hours
from storage.records.people import PersonId
from storage.records.roster import Tier

CALLBACK_ID = "roster.override"
PREVIEW_CALLBACK_ID = "roster.put_in"
_CARRIED = tuple(each.name for each in fields(OverrideForm))
MOST_SHOWN = 10
_TIERS = ((Tier.FIRST, "the desk"), (Tier.SECOND, "the second tier"))


def render(facts: Overrides, desk: DeskWords) -> View:
    """For tomorrow, until somebody says otherwise; above it what is put in already."""
    tomorrow, usual = facts.today + timedelta(days=1), f"{USUAL_HANDOVER:%H:%M}"
    typed = OverrideForm(
        person=PersonId(""),
        tier=Tier.FIRST,
        from_day=tomorrow.isoformat(),
        from_time=usual,
        to_day=(tomorrow + timedelta(days=1)).isoformat(),
        to_time=usual,
    )
    return again(typed, desk, above=list(_standing(facts, desk)))


def again(typed: OverrideForm, desk: DeskWords, above: Sequence[Block] = ()) -> View:
    """With what was typed before the preview."""
    zone = desk.zone.key
    return form(
        callback_id=CALLBACK_ID,
        title="Put somebody in",
        submit="Preview",
        fields=[
            person("person", "Who", initial=typed.person, hint="An officer or supervisor."),
            date("from_day", "From day", initial=typed.from_day),
            time_of_day("from_time", f"From time ({zone})", zone=zone, initial=typed.from_time),
            date("to_day", "To day", initial=typed.to_day),
            time_of_day("to_time", f"To time ({zone})", zone=zone, initial=typed.to_time),
            choice("tier", "They have", _TIERS, initial=typed.tier),
        ],
        carries={},
        above=list(above),
    )


def render_preview(facts: OverridePreview, desk: DeskWords) -> View:
    typed = facts.form
    return form(
        callback_id=PREVIEW_CALLBACK_ID,
        title="Put somebody in",
        submit="Put in",
        fields=[],
        carries={name: str(getattr(typed, name)) for name in _CARRIED},
        above=planning.preview_override(facts, desk),
    )


def parse_preview(view: Payload) -> OverrideForm:
    """What was previewed."""
    carries = carried(view)
    return OverrideForm(
        person=PersonId(carries["person"]),
        tier=Tier(carries["tier"]),
        **{name: carries[name] for name in _CARRIED if name not in {"person", "tier"}},
    )


def parse(view: Payload) -> OverrideForm:
    """Raises InvalidForm by field."""
    return OverrideForm(
        person=PersonId(read(view, "person")),
        tier=chosen(view, "tier", Tier),
        from_day=read(view, "from_day"),
        from_time=read(view, "from_time"),
        to_day=read(view, "to_day"),
        to_time=read(view, "to_time"),
    )


def _standing(facts: Overrides, desk: DeskWords) -> Iterator[Block]:
    """What is put in already, with the button that takes it out."""
    for number, shift in enumerate(facts.shifts[:MOST_SHOWN]):
        span = planned(Hours(starts_at=shift.starts_at, ends_at=shift.ends_at), desk)
        take_out = button("Take out", action_ids.roster_remove(number), shift.id)
        yield section(ours(f"{mention(shift.person)} is put in {span}."), accessory=take_out)
