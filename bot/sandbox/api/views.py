"""views.*: open, push, update, publish."""

from bot.sandbox.api.call import Call
from bot.sandbox.api.conversing import person_for
from bot.sandbox.refusals import Refused
from bot.sandbox.shapes import Json
from bot.sandbox.slack import Slack
from bot.sandbox.triggers import Trigger
from bot.sandbox.views import View


def open_modal(slack: Slack, call: Call) -> Json:
    """From within a modal it opens on top of it, as a push does."""
    payload = call.object("view")
    trigger = _trigger(slack, call)
    if trigger.view_id and _is_modal(slack, trigger.view_id):
        return _answer(slack, slack.modals.push(trigger.user, payload))
    return _answer(slack, slack.modals.open(trigger.user, payload))


def push(slack: Slack, call: Call) -> Json:
    payload = call.object("view")
    trigger = _trigger(slack, call)
    if trigger.view_id is None or not _is_modal(slack, trigger.view_id):
        raise Refused("not_found")
    return _answer(slack, slack.modals.push(trigger.user, payload))


def update(slack: Slack, call: Call) -> Json:
    view = slack.modals.update(
        call.object("view"),
        view_id=call.text("view_id"),
        external_id=call.text("external_id"),
        hash_=call.text("hash"),
    )
    return _answer(slack, view)


def publish(slack: Slack, call: Call) -> Json:
    if not slack.workspace.manifest.home_tab:
        raise Refused("not_enabled")
    person = person_for(slack, call, "user_id")
    return _answer(slack, slack.modals.publish(person.id, call.object("view"), hash_=call.text("hash")))


def _trigger(slack: Slack, call: Call) -> Trigger:
    trigger_id = call.text("trigger_id") or call.text("interactivity_pointer")
    excused = slack.faults.disturbed_since(slack.triggers.issued_at(trigger_id))
    return slack.triggers.redeem(trigger_id, excused=excused)


def _is_modal(slack: Slack, view_id: str) -> bool:
    view = slack.modals.find(view_id)
    return view is not None and view.type == "modal"


def _answer(slack: Slack, view: View) -> Json:
    """The reply shows no state: what was typed comes only with interactions."""
    return {"view": view.as_json(slack.workspace.identity) | {"state": {"values": {}}}}
