"""Acknowledgements that are missing, late, doubled or failed."""

import json
import threading
from collections.abc import Callable

from slack_bolt import Args

from bot.sandbox.faults import Fault
from tests.sandbox.conftest import Desk


def after(seconds: float, then: Callable[[Args], object]) -> Callable[[Args], object]:
    """A listener that takes its time."""

    def answer(args: Args) -> None:
        threading.Event().wait(seconds)
        then(args)

    return answer


def test_without_an_ack_the_person_sees_a_timeout(desk: Desk) -> None:
    desk.bot.answers["/slow"] = after(3.2, lambda args: args.ack("Too late"))

    outcome = desk.sandbox.command("U1", "/slow", channel="C1")
    desk.sandbox.wait_for(lambda: len(desk.sandbox.violations) == 2)

    assert (outcome.acked, outcome.late, outcome.error) == (False, True, "operation_timeout")
    assert [each.kind for each in desk.sandbox.violations] == ["missing ack", "late ack"]
    (shown,) = desk.sandbox.ephemerals("U1")
    assert shown.plain == '/slow failed with the error "operation_timeout"'


def test_a_second_ack_is_noted(desk: Desk) -> None:
    def twice(args: Args) -> None:
        envelope = json.dumps({"envelope_id": desk.bot.envelope_ids[-1]})
        desk.bot.handler.client.send_message(envelope)
        args.ack()

    desk.bot.answers["/hello"] = twice

    desk.sandbox.command("U1", "/hello")
    desk.sandbox.wait_for(lambda: desk.sandbox.violations)

    assert [each.kind for each in desk.sandbox.violations] == ["double ack"]


def test_an_ack_that_a_fault_delayed_is_not_held_against_the_bot(desk: Desk) -> None:
    def disturbed(args: Args) -> None:
        desk.sandbox.faults.disturb()
        after(3.2, lambda args: args.ack())(args)

    desk.bot.answers["/slow"] = disturbed
    outcome = desk.sandbox.command("U1", "/slow")

    assert outcome.error == "operation_timeout"
    assert desk.sandbox.violations == []


def test_an_ack_that_is_lost_on_its_way_is_an_error_for_the_person_alone(desk: Desk) -> None:
    desk.bot.answers["/hello"] = lambda args: args.ack("Hello")
    desk.sandbox.faults.add(Fault(kind="lose_ack"))

    lost = desk.sandbox.command("U1", "/hello")
    again = desk.sandbox.command("U1", "/hello")

    assert (lost.acked, lost.error, lost.message) == (False, "dispatch_failed", None)
    assert again.acked
    assert desk.sandbox.violations == []
