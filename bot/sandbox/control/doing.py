"""POST /control/...: what a person does on the page."""

from bot.sandbox.acting.clicks import press
from bot.sandbox.acting.outcome import Outcome
from bot.sandbox.acting.screens import Target
from bot.sandbox.acting.suggestions import suggestions
from bot.sandbox.actions import Actions
from bot.sandbox.control.shapes import outcome_shape
from bot.sandbox.messages import Message
from bot.sandbox.refusals import NotOnScreen
from bot.sandbox.shapes import Json
from bot.sandbox.slack import Slack
from bot.sandbox.views import View


class Doing:
    def __init__(self, slack: Slack, actions: Actions) -> None:
        self._slack = slack
        self._actions = actions

    def command(self, asked: Json) -> Json:
        return outcome_shape(self._actions.command(asked["user"], asked["text"], asked.get("channel")))

    def message(self, asked: Json) -> Json:
        said = self._actions.message(
            asked["user"], asked.get("channel"), asked["text"], asked.get("thread_ts") or None
        )
        return outcome_shape(said)

    def click(self, asked: Json) -> Json:
        """A button, or with `value` a choice. `values` is what the person has typed in the view so far."""
        user, target = asked["user"], self._target(asked)
        outcome = press(
            self._slack,
            user,
            target,
            block_id=asked["block_id"],
            action_id=asked["action_id"],
            value=asked.get("value"),
            chosen="value" in asked,
            typed=asked.get("values") or {},
        )
        return outcome_shape(outcome)

    def submit(self, asked: Json) -> Json:
        outcome = self._actions.submit(asked["user"], self._view(asked), asked.get("values"))
        return outcome_shape(outcome)

    def close(self, asked: Json) -> Json:
        """`clear` closes the whole stack, as the cross in the corner does."""
        outcome = self._actions.close(asked["user"], self._view(asked), clear=bool(asked.get("clear")))
        return outcome_shape(outcome)

    def options(self, asked: Json) -> Json:
        return suggestions(
            self._slack, asked["user"], self._target(asked), asked["action_id"], asked.get("query", "")
        )

    def home(self, asked: Json) -> Json:
        return outcome_shape(self._actions.open_home(asked["user"]))

    def shortcut(self, asked: Json) -> Json:
        user, callback_id = asked["user"], asked["callback_id"]
        if asked.get("ts"):
            outcome = self._actions.message_shortcut(user, callback_id, self._message(asked))
        else:
            outcome = self._actions.shortcut(user, callback_id)
        return outcome_shape(outcome)

    def read(self, asked: Json) -> Json:
        user, channel = asked["user"], asked["channel"]
        if channel == "dm":
            channel = self._slack.workspace.direct(user).id
        self._slack.workspace.read(user, channel)
        return outcome_shape(Outcome(acked=True))

    def do_not_disturb(self, asked: Json) -> Json:
        """For `minutes` from now; null ends it."""
        return outcome_shape(self._actions.do_not_disturb(asked["user"], minutes=asked["minutes"]))

    def _target(self, asked: Json) -> Target:
        if asked.get("home"):
            return "home"
        return self._view(asked) if asked.get("view_id") else self._message(asked)

    def _view(self, asked: Json) -> View:
        view = self._slack.modals.find(asked["view_id"])
        if view is None or view.user != asked["user"]:
            raise NotOnScreen("This view is closed.")
        return view

    def _message(self, asked: Json) -> Message:
        channel, user = asked["channel"], asked["user"]
        if channel == "dm":
            channel = self._slack.workspace.direct(user).id
        message = self._slack.workspace.find(channel, asked["ts"])
        if message is None:
            raise NotOnScreen("The message is gone.")
        return message
