"""Whatever a view or form shows can be used: each button, menu and form has a listener of its own."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

import pytest

from bot.rules import notice_steps, requests
from handlers import action_ids
from handlers.forms import step
from handlers.forms.every import every_form
from handlers.views import announcements, cards, listing
from storage.records.announcements import RecordDue, RecordOverdue
from storage.records.notices import Colour, NoticeState
from storage.records.reminders import RecordKind
from storage.records.requests import RequestState
from tests.handlers import facts
from tests.handlers.examples import DESK, LATER
from tests.handlers.filling import fill
from tests.handlers.test_views import ANNOUNCEMENTS, MESSAGES, VIEWS
from tests.registered import registered

LISTENERS = registered()

SHOWN: Mapping[str, Sequence[Mapping[str, Any]]] = {
    **{name: message.blocks for name, message in MESSAGES.items()},
    **{name: view["blocks"] for name, view in VIEWS.items()},
    **{
        f"request card {state}": cards.request(
            facts.request_card(offered=requests.offered(state)), DESK
        ).blocks
        for state in RequestState
    },
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
    (RecordKind.REQUEST, each) for each in requests.ON_CARD if each.asks
]


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


@pytest.mark.parametrize("name", SHOWN)
def test_every_button_and_menu_that_is_shown_has_a_listener(name: str) -> None:
    for element in elements(SHOWN[name]):
        if element["type"] == "button":
            assert LISTENERS.hears("action", element["action_id"]), element
        if element["type"] == "external_select":
            assert LISTENERS.hears("options", element["action_id"]), element


@pytest.mark.parametrize("name", [name for name, view in VIEWS.items() if "submit" in view])
def test_every_form_that_is_shown_has_a_listener(name: str) -> None:
    assert LISTENERS.hears("view", VIEWS[name]["callback_id"])


def test_every_form_is_among_those_that_doctor_checks() -> None:
    checked = {view["callback_id"] for view in every_form(DESK).values()}
    of_steps = {step.callback_id(kind) for kind in RecordKind}

    assert set(LISTENERS.names["view"]) - of_steps == checked


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
    card = (
        facts.notice_card(Colour.RED, min(asking.starts))
        if kind is RecordKind.NOTICE
        else facts.request_card(offered=(asking.offered(),))
    )

    form = step.of_card(kind, card, asking.name, 3000)

    assert form is not None
    answers = {ask.name: ask.choices[0][0] if ask.choices else "2026-11-22" for ask in asking.asks}
    assert step.parse(fill(form, answers)).answers == answers


@pytest.mark.parametrize("state", NoticeState)
@pytest.mark.parametrize("colour", Colour)
def test_a_notices_card_offers_what_its_state_allows(colour: Colour, state: NoticeState) -> None:
    card = facts.notice_card(colour, state)
    labels = [each["text"]["text"] for each in elements(cards.notice(card, DESK).blocks)]

    assert labels == [*(each.label for each in card.offered), "Show details"]
    assert bool(card.offered) == (state in {start for each in notice_steps.STEPS for start in each.starts})
