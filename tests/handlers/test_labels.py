"""Words on buttons that people, and checks from outside, know them by."""

import pytest

from tests.handlers.reading import buttons
from tests.handlers.test_views import MESSAGES

SHOWN = {
    (each["text"]["text"], each["action_id"]) for message in MESSAGES.values() for each in buttons(message)
}


@pytest.mark.parametrize(
    ("label", "action_id"),
    [
        ("Claim", "step:notice:claim"),
        ("Claim", "step:request:claim"),
        ("Approve", "step:notice:approve"),
        ("Show details", "details:notice:0"),
        ("Show details", "details:request:0"),
        ("Add details", "step:notice:supplement"),
        ("Take back", "step:notice:take_back"),
        ("Timeline", "notice:timeline"),
        ("Acknowledge", "page:acknowledge"),
        ("Acknowledge", "alert:acknowledge"),
        ("Resolve", "page:resolve"),
        ("Snooze", "snooze:request:a_while"),
        ("Next", "list:notice:next"),
        ("Previous", "list:notice:previous"),
    ],
)
def test_a_button_keeps_its_word(label: str, action_id: str) -> None:
    assert (label, action_id) in SHOWN


def test_no_button_goes_by_two_words() -> None:
    words = {action_id: {label for label, other in SHOWN if other == action_id} for _, action_id in SHOWN}

    assert {action_id: labels for action_id, labels in words.items() if len(labels) > 1} == {
        "alert:acknowledge": {"Acknowledge", "Acknowledged by telephone"},
    }
