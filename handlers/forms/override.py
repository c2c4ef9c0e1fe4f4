"""An override: somebody is put in for a while, whatever the rotation says."""

from collections.abc import Iterator
from datetime import timedelta

from bot.desk.roster_facts import Overrides
from bot.rules.rota.entries import USUAL_HANDOVER, OverrideForm
from handlers import action_ids
from handlers.asking import Payload
from handlers.forms.fields import choice, chosen, date, person, read, time_of_day
from handlers.forms.modal import form
from handlers.views.blocks import Block, View, button, ours, section
from handlers.views.roster_told import hours
from handlers.views.words import DeskWords, mention
from storage.records.announcements import Hours
from storage.records.people import PersonId
from storage.records.roster import Tier

CALLBACK_ID = "roster.override"
MOST_SHOWN = 10
_TIERS = ((Tier.FIRST, "the desk"), (Tier.SECOND, "the second tier"))


def render(facts: Overrides, desk: DeskWords) -> View:
    zone, tomorrow = desk.zone.key, facts.today + timedelta(days=1)
    usual = f"{USUAL_HANDOVER:%H:%M}"
    return form(
        callback_id=CALLBACK_ID,
        title="Put somebody in",
        submit="Put in",
        fields=[
            person("person", "Who", hint="An officer or supervisor. It goes before the rotation."),
            date("from_day", "From day", initial=tomorrow.isoformat()),
            time_of_day("from_time", f"From time ({zone})", zone=zone, initial=usual),
            date("to_day", "To day", initial=(tomorrow + timedelta(days=1)).isoformat()),
            time_of_day("to_time", f"To time ({zone})", zone=zone, initial=usual),
            choice("tier", "For", _TIERS, initial=Tier.FIRST),
        ],
        carries={},
        above=list(_standing(facts, desk)),
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
        span = hours(Hours(starts_at=shift.starts_at, ends_at=shift.ends_at), desk)
        take_out = button("Take out", action_ids.roster_remove(number), shift.id)
        yield section(ours(f"{mention(shift.person)} is put in {span}."), accessory=take_out)
