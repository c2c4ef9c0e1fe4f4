"""Every form as it opens, under its name: for checks that walk all of them."""

from collections.abc import Mapping
from datetime import UTC, date, datetime

from bot.desk.roster_facts import OverridePreview, Overrides, OwnTurn, Preview, Scheduled
from bot.rules.colours import COLOURS
from bot.rules.kinds import KINDS
from bot.rules.requests import whole_form
from bot.rules.rota.entries import OverrideForm, RotationForm
from bot.rules.steps import Form
from handlers.forms import (
    agency_entry,
    beginning,
    country,
    engine,
    escalate,
    hand,
    intake,
    note,
    notice,
    notice_beginning,
    override,
    resolve,
    rotation,
    swap,
    term,
)
from handlers.forms.asking import Lists
from handlers.forms.beginning import Beginning
from handlers.forms.engine import Began
from handlers.forms.notice_beginning import NoticeBeginning
from handlers.views.blocks import View
from handlers.views.words import DeskWords
from storage.records.agencies import Agency, AgencyKind
from storage.records.countries import Country
from storage.records.notices import Colour, Means
from storage.records.people import Actor, PersonId
from storage.records.requests import Direction, RequestKind
from storage.records.roster import Shift, Tier
from storage.records.terms import Term, TermKind

SAMPLE = "sample"
COUNTRY = "FR"
_COUNTRY = Country(code="FR", name="France")
_AGENCY = Agency(id=SAMPLE, name=SAMPLE, kind=AgencyKind.OTHER, state="DC")
_TERM = Term(kind=TermKind.OFFENCE, code=SAMPLE, label=SAMPLE, source=SAMPLE)
_DAY = date(2026, 3, 2)
_AT = datetime(2026, 3, 2, 13, tzinfo=UTC)
_SCHEDULED = Scheduled(tier=Tier.FIRST, rotation=None, today=_DAY)
_PREVIEW = Preview(
    form=RotationForm(tier=Tier.FIRST, people=(), starts_on="2026-03-02", handover_at="08:00", length="7"),
    seen_version=0,
    rows=(),
    changes={},
    troubles=(),
    until=_AT,
)
_OVERRIDE = OverridePreview(
    form=OverrideForm(
        person=PersonId(SAMPLE),
        tier=Tier.FIRST,
        from_day="2026-03-02",
        from_time="08:00",
        to_day="2026-03-03",
        to_time="08:00",
    ),
    shift=Shift(
        id=SAMPLE,
        person=PersonId(SAMPLE),
        starts_at=_AT,
        ends_at=_AT,
        entered_at=_AT,
        entered_by=Actor(SAMPLE),
    ),
    changes={},
)


def every_form(desk: DeskWords, lists: Lists) -> Mapping[str, View]:
    """New records of each kind, pages, and entries of the registries."""
    return {
        "beginning": beginning.render(Beginning(key=SAMPLE), desk),
        **{name: view for kind, row in KINDS.items() for way in row.forms
           for name, view in _of_kind(kind, way, desk, lists).items()},
        "notice beginning": notice_beginning.render(NoticeBeginning(key=SAMPLE), desk),
        **{name: view for colour, row in COLOURS.items() for way in row.forms for means in Means
           for name, view in _of_colour(colour, means, way, desk, lists).items()},
        "escalate": escalate.render(key=SAMPLE, desk=desk),
        "hand": hand.render(escalation_id=SAMPLE),
        "note": note.render(escalation_id=SAMPLE, limit=desk.text_limit),
        "country": country.render(_COUNTRY),
        "requirement": country.render_requirement(key=SAMPLE, country=_COUNTRY),
        "new agency": agency_entry.render_new(key=SAMPLE),
        "agency": agency_entry.render(_AGENCY),
        "new term": term.render_new(TermKind.OFFENCE),
        "term": term.render(_TERM),
        "rotation": rotation.render(_SCHEDULED, desk),
        "preview": rotation.render_preview(_PREVIEW, desk),
        "override": override.render(Overrides(shifts=(), today=_DAY), desk),
        "override's preview": override.render_preview(_OVERRIDE, desk),
        "swap": swap.render([OwnTurn(rotation_id=SAMPLE, turn=0, starts_at=_AT, ends_at=_AT)], desk),
        "resolve": resolve.render(escalation_id=SAMPLE, limit=desk.text_limit),
    }  # fmt: skip


def _of_kind(kind: RequestKind, way: Direction, desk: DeskWords, lists: Lists) -> Mapping[str, View]:
    """The hub and each section, as an officer sees them."""
    began = intake.begin(SAMPLE, kind, way, COUNTRY)
    whole = whole_form(kind, way, for_others=True)
    assert whole is not None
    hub = intake.render(began, whole, intake.usual(began), lists, desk)
    return {f"{way} {kind}": hub, **_sections(f"{way} {kind}", began, whole, lists)}


def _of_colour(
    colour: Colour, means: Means, way: Direction, desk: DeskWords, lists: Lists
) -> Mapping[str, View]:
    began = notice.begin(SAMPLE, colour, means, way, COUNTRY)
    whole = notice.form_of(began, for_others=True)
    hub = notice.render(began, whole, notice.usual(began), lists, desk)
    return {f"{way} {colour} {means}": hub, **_sections(f"{way} {colour} {means}", began, whole, lists)}


def _sections(name: str, began: Began, whole: Form, lists: Lists) -> Mapping[str, View]:
    drawn = {
        f"{name}: {each.name}": engine.part(began, whole, each.name, {}, lists, hub_id=SAMPLE)
        for each in whole.sections
    }
    return {each: view for each, view in drawn.items() if view is not None}
