"""Opening a form through a real command, which several tests begin with."""

from typing import Any

from bot.sandbox.views import View
from tests.sandbox.conftest import Desk
from tests.sandbox.shapes import Json


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
