"""A rotation: who takes turns, from when, at what time and for how long; and its preview."""

from datetime import date, timedelta

from bot.desk.roster_facts import Preview, Scheduled
from bot.rules.rota.entries import MOST_PEOPLE, PARTS_OF_A_DAY, USUAL_DAYS, USUAL_HANDOVER, RotationForm
from handlers import action_ids
from handlers.asking import Payload
from handlers.forms import fields
from handlers.forms.modal import carried, form
from handlers.views import planning
from handlers.views.blocks import Block, View, actions, button, confirmed, context
from handlers.views.words import DeskWords
from storage.records.people import PersonId
from storage.records.roster import Rotation, Tier

CALLBACK_ID = "roster.plan"
PREVIEW_CALLBACK_ID = "roster.save"

TITLES = {Tier.FIRST: "Who has the desk", Tier.SECOND: "Who stands behind"}
LENGTHS = (*PARTS_OF_A_DAY, *map(str, (1, 2, 3, 4, 5, 6, 7, 10, 14, 21, 28)))
_SPOKEN = {
    "8h": "8 hours, three turns a day",
    "12h": "12 hours, two turns a day",
    "1": "1 day",
    "7": "7 days, a week",
    "14": "14 days, two weeks",
}


def render(facts: Scheduled, desk: DeskWords) -> View:
    """As it stands; a new one begins with this week, so that the first of them has the desk at once."""
    standing = facts.rotation
    if standing is None:
        monday = facts.today - timedelta(days=facts.today.weekday())
        typed = _typed(facts.tier, (), monday, f"{USUAL_HANDOVER:%H:%M}", str(USUAL_DAYS))
    else:
        typed = _typed(
            facts.tier,
            standing.people,
            standing.starts_on,
            f"{standing.handover_at:%H:%M}",
            _length(standing),
        )
    return again(typed, desk, has_one=standing is not None)


def again(typed: RotationForm, desk: DeskWords, *, has_one: bool = False) -> View:
    """With what was typed before the preview; one that stands already can be ended."""
    lengths = LENGTHS if typed.length in LENGTHS else (*LENGTHS, typed.length)
    zone = desk.zone.key
    view = form(
        callback_id=CALLBACK_ID,
        title=TITLES[typed.tier],
        submit="Preview",
        fields=[
            fields.people(
                "people",
                "Who takes turns",
                most=MOST_PEOPLE,
                initial=typed.people,
                hint="In this order. Officers and supervisors of the desk.",
            ),
            fields.date(
                "starts_on",
                "Day of the first handover",
                initial=typed.starts_on,
                hint="From this day on the first of them has the desk; with a day that is past, at once.",
            ),
            fields.time_of_day(
                "handover_at", f"Handover, by the desk's clock ({zone})", zone=zone, initial=typed.handover_at
            ),
            fields.choice(
                "length",
                "Each has the desk for",
                [(each, _SPOKEN.get(each, f"{each} days")) for each in lengths],
                initial=typed.length,
            ),
        ],
        carries={"tier": typed.tier},
        above=[context("You see a whole round, and what changes for whom, before it is saved.")],
    )
    return view | {"blocks": [*view["blocks"], *_end(typed.tier)]} if has_one else view


def parse(view: Payload) -> RotationForm:
    return RotationForm(
        tier=Tier(carried(view)["tier"]),
        people=_people(fields.read(view, "people")),
        starts_on=fields.read(view, "starts_on"),
        handover_at=fields.read(view, "handover_at"),
        length=fields.read(view, "length"),
    )


def render_preview(facts: Preview, desk: DeskWords) -> View:
    typed = facts.form
    return form(
        callback_id=PREVIEW_CALLBACK_ID,
        title=TITLES[typed.tier],
        submit="Save",
        fields=[],
        carries={
            "tier": typed.tier,
            "people": ",".join(typed.people),
            "starts_on": typed.starts_on,
            "handover_at": typed.handover_at,
            "length": typed.length,
            "version": str(facts.seen_version),
        },
        above=planning.preview(facts, desk),
    )


def parse_preview(view: Payload) -> tuple[RotationForm, int]:
    """What was previewed, and the version of the rotation that it was to replace."""
    carries = carried(view)
    typed = RotationForm(
        tier=Tier(carries["tier"]),
        people=_people(carries["people"]),
        starts_on=carries["starts_on"],
        handover_at=carries["handover_at"],
        length=carries["length"],
    )
    return typed, int(carries["version"])


def _typed(
    tier: Tier, people: tuple[PersonId, ...], starts_on: date, handover_at: str, length: str
) -> RotationForm:
    return RotationForm(
        tier=tier, people=people, starts_on=starts_on.isoformat(), handover_at=handover_at, length=length
    )


def _length(rotation: Rotation) -> str:
    """As the form has it."""
    parts = {many: written for written, many in PARTS_OF_A_DAY.items()}
    return parts.get(rotation.turns_a_day, str(rotation.days))


def _people(read: str) -> tuple[PersonId, ...]:
    return tuple(PersonId(each) for each in read.split(",") if each)


def _end(tier: Tier) -> list[Block]:
    asked = confirmed(
        button("End this rotation", action_ids.ROSTER_END, tier, style="danger"),
        "From now on nobody has the desk by it.",
        yes="End it",
        no="Keep it",
    )
    return actions(asked)
