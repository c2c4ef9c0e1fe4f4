"""How a request begins: by command, by shortcut, from a message; which form opens, and how fast."""

from collections.abc import Callable

import pytest

from bot.rules.kinds import KINDS
from bot.sandbox.acting.outcome import Outcome
from handlers.action_ids import SHORTCUT_MESSAGE, SHORTCUT_REQUEST
from tests.scenarios.at_the_form import fills_in, opens, opens_section, standing
from tests.world import ELSEWHERE, OLGA, RITA, World
from tests.world_forms import inputs

CHILD = {"family_name": "Example", "forename": "Casey", "birth": "2018-05", "facts": "Invented example."}
STRAIGHT = {
    "child FR": "France. Outgoing: we ask abroad.",
    "CHILD france": "France. Outgoing: we ask abroad.",
    "travel in MX": "Mexico. Incoming: abroad asks us.",
    "inquiry from south africa": "South Africa. Incoming: abroad asks us.",
}
ASKED_FIRST = {
    "child": {"kind": "missing_child", "direction": "outgoing"},
    "child in": {"kind": "missing_child", "direction": "incoming"},
    "child narnia": {"kind": "missing_child", "direction": "outgoing"},
    "child US": {"kind": "missing_child", "direction": "outgoing", "country": "US"},
    "child HK": {"kind": "missing_child", "direction": "outgoing", "country": "HK"},
    "fugitive in FR": {"kind": "fugitive", "direction": "incoming", "country": "FR"},
}
"""What is typed, and what stands in the question then."""
WHY = {
    "child": "Please complete this required field.",
    "child US": "The desk is the United States' own bureau. Name the other country.",
    "child HK": "Hong Kong is a sub-bureau of China and no member itself. Choose China.",
}
"""What is said to whoever sends it as it stands."""
on_socket = pytest.mark.parametrize("world", ["socket mode, sqlite"], indirect=True)
on_http = pytest.mark.parametrize("world", ["http mode, postgresql"], indirect=True)


@on_socket
def test_a_bare_command_asks_what_it_is_about_and_then_what_that_kind_needs(world: World) -> None:
    beginning = opens(world, RITA, "/liaison")
    hub = world.submits(RITA, {"kind": "parental_abduction", "direction": "incoming", "country": "MX"}).views[
        -1
    ]

    assert list(inputs(beginning)) == ["kind", "direction", "country"]
    assert standing(beginning) == {"direction": "outgoing"}
    assert "Parental abduction\n" in hub.plain.replace("*", "")
    assert "Mexico. Incoming: abroad asks us." in hub.plain
    assert {"taken_by", "their_reference", "believed_at"} <= set(inputs(hub))
    assert standing(hub) == {"agency": "example-county-sheriff", "priority": "urgent"}


@on_socket
def test_a_kind_and_a_country_behind_the_command_go_straight_into_its_form(world: World) -> None:
    forms = {line: opens(world, RITA, f"/liaison {line}").plain for line in STRAIGHT}
    kinds = {kind: opens(world, RITA, f"/liaison {row.word} FR").plain for kind, row in KINDS.items()}

    assert all(asked in forms[line] for line, asked in STRAIGHT.items())
    assert all(KINDS[kind].label in form and KINDS[kind].purpose in form for kind, form in kinds.items())


@on_socket
def test_what_cannot_be_asked_so_is_asked_first_with_what_was_understood(world: World) -> None:
    forms = {words: opens(world, RITA, f"/liaison {words}") for words in ASKED_FIRST}
    why = {}
    for words in WHY:
        form = opens(world, RITA, f"/liaison {words}")
        why[words] = world.slack.submit(RITA, form).errors

    assert {words: standing(form) for words, form in forms.items()} == ASKED_FIRST
    assert all(list(inputs(form)) == ["kind", "direction", "country"] for form in forms.values())
    assert why == {words: {"country": sentence} for words, sentence in WHY.items()}


@on_http
def test_nothing_is_asked_of_slack_before_the_form_is_up(world: World) -> None:
    world.asks(RITA, "/liaison mine")
    message = world.slack.message(OLGA, ELSEWHERE, "Invented example.").message
    assert message is not None
    openings: tuple[Callable[[], Outcome], ...] = (
        lambda: world.slack.command(RITA, "/liaison"),
        lambda: world.slack.command(RITA, "/liaison child FR"),
        lambda: world.slack.shortcut(RITA, SHORTCUT_REQUEST),
        lambda: world.slack.message_shortcut(RITA, SHORTCUT_MESSAGE, message),
    )
    asked = []
    for opening in openings:
        before = len(world.slack.requests)
        outcome = opening()
        asked.append([each.method for each in world.slack.requests][before:])
        assert outcome.views

    assert asked == [["views.open"]] * 4


@on_http
@pytest.mark.parametrize("private", [False, True])
def test_a_message_is_taken_into_a_request_with_its_text_and_place(world: World, private: bool) -> None:
    world.slack.add_channel("C0ROOM", "a-room", members=[RITA], private=private)
    message = world.slack.message(RITA, "C0ROOM", "A child was not brought back, invented.").message
    assert message is not None

    beginning = world.slack.message_shortcut(RITA, SHORTCUT_MESSAGE, message).views[-1]
    hub = world.submits(RITA, {"kind": "missing_child", "country": "FR"}).views[-1]
    case = opens_section(world, RITA, "case")
    world.slack.close(RITA, case)
    fills_in(world, RITA, **{name: CHILD[name] for name in ("family_name", "forename", "birth")})
    world.submits(RITA, {})

    stamp = message.ts.replace(".", "")
    assert ("open channel, where everybody of the workspace can read it" in beginning.plain) is not private
    assert standing(hub)["facts"] == "A child was not brought back, invented."
    assert standing(case)["source_message"].endswith(f"/archives/C0ROOM/p{stamp}")
    details = world.reads(OLGA, world.card("LR-2026-00001"))
    assert "A child was not brought back, invented." in details
    assert f"[.]slack[.]com/archives/C0ROOM/p{stamp}" in details
