"""Whatever fails, Slack is answered at once and with status 200."""

import time
from typing import Any

import pytest
from structlog.testing import capture_logs

from tests.handlers.slack_edge import DONE, Bench, Slow, body, listening, raising, sentence


def payloads(bench: Bench) -> list[dict[str, Any]]:
    return [
        bench.command(),
        bench.command(command="/vital"),
        bench.click(),
        bench.click_in_home(),
        bench.form(),
        bench.search(),
        bench.shortcut(),
        bench.event(),
    ]


@pytest.mark.parametrize("number", range(8))
@pytest.mark.parametrize("layer", ["handler", "people", "busy people", "authorisation", "middleware"])
def test_slack_is_answered_whichever_layer_fails(slack_edge: Bench, layer: str, number: int) -> None:
    listening(slack_edge, raising(RuntimeError("broken")) if layer == "handler" else lambda _: DONE)
    if layer == "middleware":
        slack_edge.app.use(raising(RuntimeError("broken")))
    slack_edge.authorisation.broken = layer == "authorisation"
    slack_edge.people.broken = {"people": RuntimeError("broken"), "busy people": Slow()}.get(layer)

    began = time.monotonic()
    response = slack_edge.send(payloads(slack_edge)[number])
    took = time.monotonic() - began

    assert response.status == 200
    assert took < 1


@pytest.mark.parametrize(
    "nonsense",
    [
        {},
        {"type": "block_actions"},
        {"type": "block_actions", "actions": [{}], "user": {}},
        {"type": "view_submission", "view": {"callback_id": "try"}},
        {"type": "view_submission"},
        {"type": "block_suggestion", "action_id": "try"},
        {"type": "event_callback", "event": {"type": "app_home_opened"}},
        {"type": "event_callback", "event": {}},
        {"command": "/try"},
        {"command": None, "text": 3},
        {"type": "new_thing_of_next_year"},
    ],
    ids=str,
)
def test_nonsense_is_answered(slack_edge: Bench, nonsense: dict[str, Any]) -> None:
    listening(slack_edge, lambda _: DONE)

    assert slack_edge.send(nonsense).status == 200


def test_a_button_of_an_older_version_gets_an_answer(slack_edge: Bench) -> None:
    listening(slack_edge, lambda _: DONE)

    slack_edge.send(slack_edge.click("gone:for:ever"))

    assert "older version" in sentence(slack_edge.slack.next_call()[1])


def test_a_command_that_nobody_knows_gets_an_answer(slack_edge: Bench) -> None:
    listening(slack_edge, lambda _: DONE)

    assert "/liaison help" in sentence(body(slack_edge.send(slack_edge.command(command="/gone"))))


def test_a_middleware_that_leads_nowhere_is_answered(slack_edge: Bench) -> None:
    listening(slack_edge, lambda _: DONE)
    slack_edge.app.use(lambda: None)

    response = slack_edge.send(slack_edge.command())

    assert response.status == 200
    assert "went wrong on our side" in sentence(body(response))


def test_no_log_line_holds_what_a_person_typed(slack_edge: Bench, caplog: pytest.LogCaptureFixture) -> None:
    listening(slack_edge, raising(ValueError("typed by a person")))
    with capture_logs() as lines:
        slack_edge.send(slack_edge.command("typed by a person"))
        slack_edge.app.use(raising(ValueError("typed by a person")))
        slack_edge.send(slack_edge.command("typed by a person"))
        slack_edge.send({"type": "new_thing_of_next_year", "text": "typed by a person"})

    assert [line["reference"] for line in lines] == ["00000001"] * 3
    assert "typed by a person" not in f"{lines}{caplog.text}"


def test_an_event_that_nobody_wants_is_no_failure(slack_edge: Bench) -> None:
    listening(slack_edge, lambda _: DONE)

    with capture_logs() as lines:
        response = slack_edge.send(slack_edge.event("reaction_added"))

    assert (response.status, lines) == (200, [])
