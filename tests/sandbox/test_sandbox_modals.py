"""What the ack of a form, a button and the close button do to the stack of modals."""

import pytest

from bot.sandbox.refusals import NotOnScreen
from tests.sandbox.conftest import Desk
from tests.sandbox.forms import answer_with, open_form
from tests.sandbox.shapes import actions, button, field, modal, option, section, select, text_field


def test_errors_of_the_bot_stand_beside_their_fields_and_the_modal_stays(desk: Desk) -> None:
    view = open_form(desk, modal(text_field("Your name", "name")))
    answer_with(desk, response_action="errors", errors={"name": "Too short."})

    outcome = desk.sandbox.submit("U1", view, {"name": "A"})

    assert outcome.acked
    assert outcome.errors == {"name": "Too short."}
    assert [each.errors for each in outcome.views] == [{"name": "Too short."}]
    assert desk.sandbox.violations == []


def test_errors_beside_what_is_no_input_are_a_violation(desk: Desk) -> None:
    view = open_form(desk, modal(section("Words", block_id="words"), text_field("Your name", "name")))
    answer_with(desk, response_action="errors", errors={"words": "No."})

    outcome = desk.sandbox.submit("U1", view, {"name": "A"})

    assert outcome.error == "dispatch_failed"
    assert [each.kind for each in desk.sandbox.violations] == ["wrong ack body"]


def test_the_ack_may_push_up_to_three_modals_and_clear_them(desk: Desk) -> None:
    view = open_form(desk, modal(section("First")))
    answer_with(desk, response_action="push", view=modal(section("Next")))

    stack = desk.sandbox.submit("U1", view).views
    stack = desk.sandbox.submit("U1", stack[-1]).views
    refused = desk.sandbox.submit("U1", stack[-1])
    answer_with(desk, response_action="clear")
    cleared = desk.sandbox.submit("U1", stack[-1])

    assert len(stack) == 3
    assert stack[2].previous_id == stack[1].id
    assert stack[2].root_id == stack[0].id
    assert refused.error == "dispatch_failed"
    assert cleared.views == ()


def test_only_the_modal_on_top_can_be_used(desk: Desk) -> None:
    view = open_form(desk, modal(section("First")))
    answer_with(desk, response_action="push", view=modal(section("Next")))
    desk.sandbox.submit("U1", view)

    with pytest.raises(NotOnScreen, match="not on top"):
        desk.sandbox.submit("U1", view)


def test_an_update_keeps_what_was_typed_and_ignores_a_new_initial_value(desk: Desk) -> None:
    view = open_form(desk, modal(text_field("Name", "name", initial_value="old"), text_field("Age", "age")))
    answer_with(
        desk,
        response_action="update",
        view=modal(
            text_field("Name", "name", initial_value="new"),
            text_field("Age", "age-2", initial_value="seven"),
        ),
    )

    (updated,) = desk.sandbox.submit("U1", view, {"Age": "6"}).views

    assert updated.id == view.id
    assert updated.hash != view.hash
    assert updated.state["name"]["name"]["value"] == "old"
    assert updated.state["age-2"]["age-2"]["value"] == "seven"


def test_a_button_in_a_modal_sends_what_was_typed_so_far(desk: Desk) -> None:
    view = open_form(desk, modal(text_field("Name", "name"), actions(button("Check", "check"))))

    desk.sandbox.fill("U1", view, {"Name": "Ada"})
    desk.sandbox.click("U1", view, text="Check")

    body = desk.bot.seen[-1]
    assert body["container"] == {"type": "view", "view_id": view.id}
    assert body["view"]["state"]["values"]["name"]["name"]["value"] == "Ada"
    assert "response_url" not in body


def test_a_button_in_a_modal_may_push_another(desk: Desk) -> None:
    view = open_form(desk, modal(actions(button("More", "more"))))
    desk.bot.answers["more"] = lambda args: (
        args.client.views_push(trigger_id=args.body["trigger_id"], view=modal(section("More"))),
        args.ack(),
    )

    outcome = desk.sandbox.click("U1", view, text="More")

    assert [each.plain.split("\n")[1] for each in outcome.views] == ["More", "More"]
    assert len(outcome.views) == 2


def test_an_input_dispatches_only_when_it_says_so(desk: Desk) -> None:
    quiet = field("Quiet", "quiet", select("quiet", option("A", "1")))
    loud = field("Loud", "loud", select("loud", option("A", "1")), dispatch_action=True)
    view = open_form(desk, modal(quiet, loud))

    silent = desk.sandbox.choose("U1", view, "quiet", "1")
    heard = desk.sandbox.choose("U1", view, "loud", "1")

    assert (silent.acked, heard.acked) == (False, True)
    assert desk.bot.seen[-1]["view"]["state"]["values"]["quiet"]["quiet"]["selected_option"]["value"] == "1"


def test_closing_is_told_only_to_a_bot_that_asked(desk: Desk) -> None:
    quiet = open_form(desk, modal(section("Quiet")))
    desk.sandbox.close("U1", quiet)
    loud = open_form(desk, modal(section("Loud"), notify_on_close=True))

    outcome = desk.sandbox.close("U1", loud)

    assert outcome.views == ()
    closed = [body for body in desk.bot.seen if body.get("type") == "view_closed"]
    assert [(body["view"]["id"], body["is_cleared"]) for body in closed] == [(loud.id, False)]


def test_the_cross_closes_the_whole_stack(desk: Desk) -> None:
    view = open_form(desk, modal(section("First")))
    answer_with(desk, response_action="push", view=modal(section("Next")))
    stack = desk.sandbox.submit("U1", view).views

    assert desk.sandbox.close("U1", stack[-1], clear=True).views == ()
