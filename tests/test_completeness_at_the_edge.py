"""Whatever a view or form shows can be used: each button, menu and form has a listener of its own."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

import pytest

from bot.rules import notice_offers, notice_steps, notices, request_offers, request_steps
from bot.rules.colours import COLOURS
from bot.rules.kinds import KINDS
from bot.rules.notice_states import LIVE
from bot.rules.requests import added_form
from bot.rules.steps import Ask, AskKind, Form, Step
from handlers import action_ids
from handlers.forms import engine, step
from handlers.forms.engine import Began
from handlers.forms.every import every_form
from handlers.views import announcements, cards, listing
from handlers.views.blocks import View
from storage.records.announcements import RecordDue, RecordOverdue
from storage.records.notices import Colour, NoticeState
from storage.records.reminders import RecordKind
from storage.records.requests import Direction, RequestKind, RequestState
from tests.handlers import brim, deadline_samples, facts, notice_facts, request_facts
from tests.handlers.brim import LISTS
from tests.handlers.examples import DESK, LATER
from tests.handlers.filling import fill
from tests.handlers.test_views import ANNOUNCEMENTS, MESSAGES, VIEWS
from tests.registered import registered

LISTENERS = registered()
SEARCHED = ("external_select", "multi_external_select")
FORMS = every_form(DESK, LISTS)


def added_to(kind: RequestKind, direction: Direction) -> Mapping[str, View]:
    """What *Add details* opens for a request, and each section behind that."""
    began = Began(key="r1", name=RecordKind.REQUEST.value, about={"version": "1"})
    return _added(began, added_form(kind, direction))


def added_to_notice(colour: Colour, direction: Direction) -> Mapping[str, View]:
    """The same of a notice."""
    began = Began(key="n1", name=RecordKind.NOTICE.value, about={"version": "1"})
    return _added(began, notices.added_form(notice_facts.of_colour(colour, direction)))


def _added(began: Began, whole: Form) -> Mapping[str, View]:
    drawn = {
        each.name: engine.added(began, whole, each.name, {}, LISTS, hub_id="V1") for each in whole.sections
    }
    return {
        "overview": engine.overview(began, whole, {}, title="x", above=[]),
        **{name: view for name, view in drawn.items() if view is not None},
    }


ADDED = {
    f"added to {direction} {kind}: {name}": view
    for kind, row in KINDS.items()
    for direction in row.forms
    for name, view in added_to(kind, direction).items()
} | {
    f"added to {direction} {colour}: {name}": view
    for colour, row in COLOURS.items()
    for direction in row.forms
    for name, view in added_to_notice(colour, direction).items()
}
SHOWN: Mapping[str, Sequence[Mapping[str, Any]]] = {
    **{name: message.blocks for name, message in {**MESSAGES, **deadline_samples.MESSAGES}.items()},
    **{name: view["blocks"] for name, view in VIEWS.items()},
    **{f"form {name}": view["blocks"] for name, view in FORMS.items()},
    **{name: view["blocks"] for name, view in ADDED.items()},
    **{
        f"list of each {kind}": listing.message(
            replace(facts.listing(31, page=2), record_kind=kind), DESK
        ).blocks
        for kind in RecordKind
    },
    **{
        f"{type(each).__name__} of each {kind}": announcements.render(
            replace(each, record_kind=kind, state="submitted"), DESK, sent_at=LATER
        ).blocks
        for each in ANNOUNCEMENTS
        if isinstance(each, RecordDue | RecordOverdue)
        for kind in RecordKind
    },
}
STEPS_THAT_ASK = [(RecordKind.NOTICE, each) for each in notice_steps.STEPS if each.asks] + [
    (RecordKind.REQUEST, each) for each in request_steps.STEPS if each.asks
]
ANSWERS = {
    AskKind.DATE: "2026-11-22",
    AskKind.OFFICER: "U0ADA",
    AskKind.AGENCY: "example-county-sheriff",
    AskKind.COUNTRY: "FR",
}


def elements(blocks: object) -> Iterator[Mapping[str, Any]]:
    """Everything with an action id, however deep."""
    if isinstance(blocks, Mapping):
        if "action_id" in blocks:
            yield blocks
        for part in blocks.values():
            yield from elements(part)
    elif isinstance(blocks, list | tuple):
        for part in blocks:
            yield from elements(part)


def test_every_button_and_menu_that_is_shown_has_a_listener() -> None:
    shown = [(name, each) for name, blocks in SHOWN.items() for each in elements(blocks)]
    buttons = [(name, each["action_id"]) for name, each in shown if each["type"] == "button"]
    menus = [(name, each["action_id"]) for name, each in shown if each["type"] in SEARCHED]

    assert len(buttons) > 500
    assert len(menus) > 50
    assert [each for each in buttons if not LISTENERS.hears("action", each[1])] == []
    assert [each for each in menus if not LISTENERS.hears("options", each[1])] == []


def test_every_field_whose_answer_is_told_at_once_has_a_listener() -> None:
    telling = [
        (name, block["element"]["action_id"])
        for name, blocks in SHOWN.items()
        for block in blocks
        if block.get("dispatch_action")
    ]

    assert len(telling) > 100
    assert [each for each in telling if not LISTENERS.hears("action", each[1])] == []


def test_every_form_that_is_shown_has_a_listener() -> None:
    forms = {name: view["callback_id"] for name, view in VIEWS.items() if "submit" in view}

    assert [name for name, callback_id in forms.items() if not LISTENERS.hears("view", callback_id)] == []


def test_every_form_is_among_those_that_doctor_checks() -> None:
    checked = {view["callback_id"] for view in FORMS.values()}
    of_steps = {step.callback_id(kind) for kind in RecordKind}

    assert set(LISTENERS.names["view"]) - of_steps - {engine.ADDED} == checked


def test_every_name_of_a_button_is_shown_somewhere() -> None:
    shown = {each["action_id"] for blocks in SHOWN.values() for each in elements(blocks)}
    shown_somewhere = {
        str(one) for one in LISTENERS.names["action"] if any(_fits(one, each) for each in shown)
    }

    assert {str(one) for one in LISTENERS.names["action"]} == shown_somewhere


def _fits(listener: Any, action_id: str) -> bool:
    return bool(listener == action_id if isinstance(listener, str) else listener.fullmatch(action_id))


@pytest.mark.parametrize(
    "action_id",
    [value for name, value in vars(action_ids).items() if name.isupper() and isinstance(value, str)],
)
def test_every_name_that_is_kept_has_a_listener(action_id: str) -> None:
    assert any(LISTENERS.hears(kind, action_id) for kind in ("action", "options", "shortcut"))


@pytest.mark.parametrize(("kind", "asking"), STEPS_THAT_ASK, ids=lambda each: getattr(each, "name", ""))
def test_every_step_that_asks_has_a_form_that_can_be_read_again(kind: RecordKind, asking: Any) -> None:
    card = offering_in_a_notice(asking) if kind is RecordKind.NOTICE else offering_in_a_request(asking)

    form = step.of_card(kind, card, asking.name, LISTS)

    assert form is not None
    [offered] = [each for each in card.offered if each.name == asking.name]
    answers = {ask.name: answer_to(ask) for ask in offered.asks}
    assert step.parse(fill(form, answers)).answers == answers


def offering_in_a_request(asking: Step[RequestState]) -> step.Card:
    request = request_facts.in_state(min(asking.starts))
    offered = replace(asking.offered(), asks=request_offers.asks_of(asking, request))
    return replace(request_facts.request_card(), offered=(offered,))


def offering_in_a_notice(asking: Step[NoticeState]) -> step.Card:
    """The first one for which the step stands open."""
    fitting = (
        replace(notice_facts.of_colour(colour, way), means=means, state=state)
        for colour, means, way in brim.NOTICES
        for state in sorted(asking.starts)
    )
    of = next(each for each in fitting if notice_offers.is_open(asking, each))
    own = asking.name in notice_steps.OF_THE_FILER
    return notice_facts.own_card(of) if own else notice_facts.notice_card(of)


def answer_to(ask: Ask) -> str:
    return str(ask.choices[0][0]) if ask.choices else ANSWERS.get(ask.kind, "EX-1")


@pytest.mark.parametrize("state", NoticeState)
def test_a_notices_card_offers_what_its_state_allows(state: NoticeState) -> None:
    for colour, means, way in brim.NOTICES:
        of = replace(notice_facts.of_colour(colour, way), means=means, state=state)
        card = notice_facts.notice_card(of)
        labels = [each["text"]["text"] for each in elements(cards.notice(card, DESK).blocks)]

        moving = [each.label for each in card.offered if not each.aside]
        aside = [each.label for each in card.offered if each.aside]
        assert labels == [*moving, "Show details", "Timeline", *aside], (colour, means, way)
        assert bool(card.offered) == (state in LIVE), (colour, means, way)
