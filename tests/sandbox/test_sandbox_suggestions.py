"""Type-ahead selects: block_suggestion."""

import pytest

from bot.sandbox.refusals import NotOnScreen
from tests.sandbox.conftest import Desk
from tests.sandbox.forms import open_form
from tests.sandbox.shapes import Json, field, modal, option


def external(min_query_length: int = 1) -> Json:
    element = {"type": "external_select", "action_id": "who", "min_query_length": min_query_length}
    return modal(field("Who", "who", element))


def test_a_type_ahead_select_takes_only_what_the_bot_offers(desk: Desk) -> None:
    view = open_form(desk, external())
    desk.bot.answers["who"] = lambda args: args.ack(options=[option("Lyon", "FR-1")])

    offered = desk.sandbox.options("U1", view, "who", "Ly")
    with pytest.raises(NotOnScreen, match="not on offer"):
        desk.sandbox.submit("U1", view, {"Who": "Paris"})
    desk.sandbox.submit("U1", view, {"Who": "Lyon"})

    assert [each["value"] for each in offered] == ["FR-1"]
    assert desk.bot.seen[1]["value"] == "Ly"
    chosen = desk.bot.seen[-1]["view"]["state"]["values"]["who"]["who"]["selected_option"]
    assert chosen["value"] == "FR-1"


def test_what_stands_in_it_already_is_filled_in_again_without_asking_the_bot(desk: Desk) -> None:
    form = external()
    form["blocks"][0]["element"]["initial_option"] = option("Lyon", "FR-1")
    view = open_form(desk, form)

    desk.sandbox.submit("U1", view, {"Who": "FR-1"})

    assert [each["type"] for each in desk.bot.seen[1:]] == ["view_submission"]


def test_a_short_query_is_not_sent(desk: Desk) -> None:
    view = open_form(desk, external(min_query_length=3))

    assert desk.sandbox.options("U1", view, "who", "Ly") == []
    assert len(desk.bot.seen) == 1


def test_more_than_a_hundred_options_are_none(desk: Desk) -> None:
    view = open_form(desk, external())
    desk.bot.answers["who"] = lambda args: args.ack(options=[option(f"N{n}", str(n)) for n in range(101)])

    offered = desk.sandbox.options("U1", view, "who", "N")

    assert offered == []
    assert [each.kind for each in desk.sandbox.violations] == ["wrong ack body"]
