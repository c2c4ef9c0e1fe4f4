"""Filling in a modal and submitting it: what Slack's client lets through."""

import pytest

from bot.sandbox.refusals import NotOnScreen
from tests.sandbox.conftest import Desk
from tests.sandbox.forms import open_form
from tests.sandbox.shapes import Json, field, modal, option, section, select, text_field


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


@pytest.mark.parametrize(("values", "sent"), [({}, "U2"), ({"person": "U1"}, "U1")], ids=["kept", "other"])
def test_a_person_chosen_beforehand_stays_unless_another_is_chosen(
    desk: Desk, values: dict[str, object], sent: str
) -> None:
    who = {"type": "users_select", "action_id": "who", "initial_user": "U2"}
    view = open_form(desk, modal(field("Who", "person", who)))

    desk.sandbox.submit("U1", view, values)

    assert desk.bot.seen[-1]["view"]["state"]["values"]["person"]["who"]["selected_user"] == sent


def test_no_calendar_has_an_impossible_date(desk: Desk) -> None:
    view = open_form(desk, modal(field("Day", "day", {"type": "datepicker", "action_id": "a"})))

    with pytest.raises(NotOnScreen, match="2026-02-30"):
        desk.sandbox.submit("U1", view, {"Day": "2026-02-30"})


def test_a_field_that_is_not_there_cannot_be_filled(desk: Desk) -> None:
    view = open_form(desk, modal(text_field("Your name", "name")))

    with pytest.raises(NotOnScreen, match="Your name"):
        desk.sandbox.submit("U1", view, {"Your age": "7"})
