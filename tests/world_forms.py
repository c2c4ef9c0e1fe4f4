"""Filling a form as a person does: a choice is told at once, and each section is opened from its line."""

from collections.abc import Mapping

from bot.sandbox.acting.outcome import Outcome
from bot.sandbox.server import Sandbox
from bot.sandbox.shapes import Json
from bot.sandbox.views import View

TYPED = frozenset({"plain_text_input"})
"""What somebody types without a pause is told with the next choice, or when the form is sent."""


def inputs(view: View) -> dict[str, Json]:
    """The fields that a form shows, by name."""
    return {block["block_id"]: block for block in view.blocks if block["type"] == "input"}


def lines(view: View) -> dict[str, Json]:
    """The buttons that open the sections of a form, by the section's name."""
    buttons = (block["accessory"] for block in view.blocks if "accessory" in block)
    return {str(each["value"]): each for each in buttons}


def fills(slack: Sandbox, who: str, view: View, answers: Mapping[str, object]) -> View:
    """Fills in what the view shows of these answers, also a field that shows only after a choice."""
    done: set[str] = set()
    while asked := [name for name in inputs(view) if name in answers and name not in done]:
        name = asked[0]
        view = slack.fill(who, view, {name: answers[name]})
        block = inputs(view)[name]
        if block.get("dispatch_action") and answers[name] and block["element"]["type"] not in TYPED:
            action_id = block["element"]["action_id"]
            acknowledged(slack.choose(who, view, action_id, answers[name], block_id=name))
            view = as_now(slack, who, view)
        done.add(name)
    return view


def fills_sections(slack: Sandbox, who: str, hub: View, answers: Mapping[str, object]) -> set[str]:
    """Opens the sections one by one until each of these answers has its place, and keeps them.

    Answers the names of those that no section asks for.
    """
    left = set(answers)
    for button in lines(hub).values():
        if not left:
            break
        opened = acknowledged(slack.click(who, hub, action_id=button["action_id"])).views[-1]
        filled = fills(slack, who, opened, answers)
        if there := left & set(inputs(filled)):
            outcome = acknowledged(slack.submit(who, filled, {}))
            assert not outcome.errors, outcome.errors
            left -= there
        else:
            slack.close(who, filled)
    return left


def as_now(slack: Sandbox, who: str, view: View) -> View:
    """The same view, as the desk has drawn it last."""
    return next(each for each in slack.views(who) if each.id == view.id)


def acknowledged(outcome: Outcome) -> Outcome:
    """The outcome, once it is known that the desk has acknowledged."""
    assert outcome.acked, f"not acknowledged: {outcome.error} {outcome.errors}"
    return outcome
