"""Modals: opening, filling in, submitting, what the ack may do, closing."""

from typing import Any

import pytest

from bot.sandbox.refusals import NotOnScreen
from bot.sandbox.views import View
from tests.sandbox.conftest import Desk
from tests.sandbox.shapes import Json, actions, button, field, modal, option, section, select, text_field


def open_form(desk: Desk, view: Json) -> View:
    desk.bot.answers["/form"] = lambda args: (
        args.client.views_open(trigger_id=args.body["trigger_id"], view=view),
        args.ack(),
    )
    desk.sandbox.command("U1", "/form")
    shown = desk.sandbox.view("U1")
    assert shown is not None
    return shown


def answer_with(desk: Desk, **answer: Any) -> None:
    desk.bot.answers["form"] = lambda args: args.ack(**answer)


def test_a_command_opens_a_modal_and_an_empty_ack_closes_it(desk: Desk) -> None:
    view = open_form(desk, modal(text_field("Your name", "name")))

    outcome = desk.sandbox.submit("U1", view, {"Your name": "Ada Example"})

    assert outcome.acked
    assert outcome.views == ()
    body = desk.bot.seen[-1]
    assert body["type"] == "view_submission"
    assert body["view"]["state"]["values"] == {
        "name": {"name": {"type": "plain_text_input", "value": "Ada Example"}}
    }
    assert desk.sandbox.violations == []


def test_all_visible_text_of_a_modal_can_be_read(desk: Desk) -> None:
    view = open_form(desk, modal(section("Please *read*"), text_field("Your name", "name")))

    assert view.plain.split("\n") == ["Example", "Please *read*", "Your name", "Send"]


def test_a_required_field_left_empty_never_reaches_the_bot(desk: Desk) -> None:
    view = open_form(desk, modal(text_field("Your name", "name"), text_field("Note", "note", optional=True)))

    outcome = desk.sandbox.submit("U1", view)

    assert not outcome.acked
    assert outcome.errors == {"name": "Please complete this required field."}
    assert [body.get("type") for body in desk.bot.seen] == [None]


@pytest.mark.parametrize(
    ("element", "value", "fits"),
    [
        ({"type": "plain_text_input", "min_length": 3}, "ab", False),
        ({"type": "plain_text_input", "max_length": 3}, "abcd", False),
        ({"type": "plain_text_input", "max_length": 3}, "abc", True),
        ({"type": "email_text_input"}, "nobody", False),
        ({"type": "email_text_input"}, "nobody@example.org", True),
        ({"type": "url_text_input"}, "example.org", False),
        ({"type": "url_text_input"}, "https://example.org", True),
        ({"type": "number_input", "is_decimal_allowed": False}, "1.5", False),
        ({"type": "number_input", "is_decimal_allowed": True}, "1.5", True),
        ({"type": "number_input", "is_decimal_allowed": False, "max_value": "5"}, "6", False),
        ({"type": "number_input", "is_decimal_allowed": False, "min_value": "5"}, "4", False),
    ],
)
def test_the_client_checks_fields_as_slack_does(desk: Desk, element: Json, value: str, fits: bool) -> None:
    view = open_form(desk, modal(field("Field", "field", {**element, "action_id": "a"})))

    outcome = desk.sandbox.submit("U1", view, {"field": value})

    assert outcome.acked is fits
    assert bool(outcome.errors) is not fits


@pytest.mark.parametrize(
    ("element", "value", "entry"),
    [
        (select("a", option("Red", "r"), option("Blue", "b")), "Blue", {"selected_option": "b"}),
        ({"type": "datepicker", "action_id": "a"}, "2026-12-24", {"selected_date": "2026-12-24"}),
        ({"type": "users_select", "action_id": "a"}, "U2", {"selected_user": "U2"}),
        (
            {"type": "checkboxes", "action_id": "a", "options": [option("I agree", "yes")]},
            True,
            {"selected_options": ["yes"]},
        ),
        (
            {
                "type": "multi_static_select",
                "action_id": "a",
                "options": [option("A", "1"), option("B", "2")],
            },
            ["A", "2"],
            {"selected_options": ["1", "2"]},
        ),
    ],
    ids=lambda value: value.get("type") if isinstance(value, dict) else None,
)
def test_choices_are_given_as_a_person_says_them(
    desk: Desk, element: Json, value: object, entry: dict[str, object]
) -> None:
    view = open_form(desk, modal(field("Field", "field", element)))

    desk.sandbox.submit("U1", view, {"Field": value})

    held = desk.bot.seen[-1]["view"]["state"]["values"]["field"]["a"]
    ((name, wanted),) = entry.items()
    got = held[name]
    if isinstance(got, list):
        got = [each["value"] for each in got]
    assert (got["value"] if isinstance(got, dict) else got) == wanted


def test_no_calendar_has_an_impossible_date(desk: Desk) -> None:
    view = open_form(desk, modal(field("Day", "day", {"type": "datepicker", "action_id": "a"})))

    with pytest.raises(NotOnScreen, match="2026-02-30"):
        desk.sandbox.submit("U1", view, {"Day": "2026-02-30"})


def test_a_field_that_is_not_there_cannot_be_filled(desk: Desk) -> None:
    view = open_form(desk, modal(text_field("Your name", "name")))

    with pytest.raises(NotOnScreen, match="Your name"):
        desk.sandbox.submit("U1", view, {"Your age": "7"})


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
