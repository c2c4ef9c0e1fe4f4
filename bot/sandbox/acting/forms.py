"""A person submits or closes a modal: view_submission and view_closed."""

from collections.abc import Mapping
from dataclasses import replace
from typing import NoReturn

from bot.sandbox.acting.filling import complaints, fill
from bot.sandbox.acting.outcome import Outcome, outcome_of
from bot.sandbox.acting.payloads import actor, interaction
from bot.sandbox.acting.screens import look_at
from bot.sandbox.refusals import NotOnScreen, Refused
from bot.sandbox.shapes import Json
from bot.sandbox.slack import Slack
from bot.sandbox.views import View
from bot.sandbox.violations import Kind


def type_in(slack: Slack, user: str, view: View, values: Mapping[str, object]) -> View:
    """Fill in fields without submitting."""
    filled = fill(slack, look_at(slack, user, view), values)
    assert filled.view is not None
    return filled.view


def submit(slack: Slack, user: str, view: View, values: Mapping[str, object]) -> Outcome:
    """Fill in and submit. What the client refuses never reaches the bot."""
    shown = look_at(slack, user, view).view
    if shown is None or shown.submit is None:
        raise NotOnScreen("This modal has no submit button.")
    screen = fill(slack, look_at(slack, user, view), values)
    assert screen.view is not None
    errors = complaints(screen)
    filled = replace(screen.view, errors=errors)
    slack.modals.keep(filled)
    if errors:
        return Outcome(acked=False, errors=errors, views=tuple(slack.modals.stack(user)))
    ack, error = slack.courier.ask("interactive", _submission(slack, filled), wants_answer=True)
    if ack:
        errors, error = _apply(slack, filled, ack.body or {})
    return outcome_of(ack, error, errors=errors, views=slack.modals.stack(user))


def close(slack: Slack, user: str, view: View, *, clear: bool) -> Outcome:
    """This modal goes, or all of them: with `clear`, or where it says clear_on_close."""
    shown = look_at(slack, user, view).view
    assert shown is not None
    clear = clear or shown.clear_on_close
    if clear:
        slack.modals.remove_all(user)
    else:
        slack.modals.remove(shown)
    left = slack.modals.stack(user)
    if not shown.notify_on_close:
        return Outcome(acked=False, views=tuple(left))
    payload = interaction(slack, actor(slack, user), "view_closed")
    payload |= {"view": shown.as_json(slack.workspace.identity), "is_cleared": clear}
    ack, error = slack.courier.ask("interactive", payload, wants_answer=False)
    return outcome_of(ack, error, views=left)


def _submission(slack: Slack, view: View) -> Json:
    payload = interaction(slack, actor(slack, view.user), "view_submission")
    return payload | {
        "trigger_id": slack.triggers.issue(view.user, view_id=view.id),
        "view": view.as_json(slack.workspace.identity),
        "response_urls": [],
    }


def _apply(slack: Slack, view: View, body: Json) -> tuple[dict[str, str], str | None]:
    """Do what the ack says. Returns the errors beside fields, and what Slack says when it cannot."""
    try:
        match body.get("response_action"):
            case None if not body:
                slack.modals.remove(view)
            case "errors":
                return _show_errors(slack, view, body.get("errors")), None
            case "update":
                slack.modals.update(body.get("view") or {}, view_id=view.id)
            case "push":
                slack.modals.push(view.user, body.get("view") or {})
            case "clear":
                slack.modals.remove_all(view.user)
            case _:
                _refuse(body)
    except Refused as refusal:
        text = f"The ack of {view.callback_id}: {refusal.error} {'; '.join(refusal.messages)}"
        slack.workspace.violate(Kind.WRONG_ACK_BODY, text.strip())
        return {}, "dispatch_failed"
    return {}, None


def _refuse(body: Json) -> NoReturn:
    raise Refused("invalid_response_action", messages=[f"response_action {body.get('response_action')!r}"])


def _show_errors(slack: Slack, view: View, errors: object) -> dict[str, str]:
    inputs = {block["block_id"] for block in view.blocks if block["type"] == "input"}
    if not isinstance(errors, dict) or not errors or not set(errors) <= inputs:
        raise Refused("invalid_errors", messages=["errors stand only beside input blocks, by block_id"])
    slack.modals.keep(replace(view, errors=errors))
    return errors
