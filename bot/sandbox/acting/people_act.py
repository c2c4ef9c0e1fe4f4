"""What people do in Slack's client, as one list of verbs."""

from collections.abc import Mapping

from bot.sandbox.acting import clicks, commands, forms, quieting, shortcuts, talking
from bot.sandbox.acting.outcome import Outcome
from bot.sandbox.acting.payloads import actor
from bot.sandbox.acting.screens import Target
from bot.sandbox.acting.suggestions import suggestions
from bot.sandbox.elements import offered_options
from bot.sandbox.events import Events
from bot.sandbox.messages import Message
from bot.sandbox.quiet import Hours
from bot.sandbox.shapes import Json
from bot.sandbox.slack import Slack
from bot.sandbox.views import View


class PeopleAct:
    """The part of `Sandbox` that acts for people.

    What the bot must acknowledge blocks until its ack, or Slack's three real seconds; what it only hears of
    as an event does not. A target is looked up anew: only what stands in the current message or view can be
    used, and anything else is a NotOnScreen that says what is there.
    """

    _slack: Slack
    _events: Events

    def command(self, user: str, line: str, channel: str | None = None) -> Outcome:
        """Type a slash command; without `channel`, in the DM with the bot."""
        return commands.command(self._slack, user, line, channel=channel)

    def click(
        self,
        user: str,
        target: Target,
        *,
        action_id: str | None = None,
        text: str | None = None,
        block_id: str | None = None,
        value: str | None = None,
    ) -> Outcome:
        """Press the one button that fits: by its label `text`, its `action_id`, its block or its value."""
        return clicks.click(
            self._slack, user, target, action_id=action_id, text=text, block_id=block_id, value=value
        )

    def choose(
        self, user: str, target: Target, action_id: str, value: object, *, block_id: str | None = None
    ) -> Outcome:
        """Choose in a select, picker, radio group, checkboxes or overflow menu; `value` as in `submit`."""
        return clicks.choose(self._slack, user, target, action_id, value, block_id=block_id)

    def fill(self, user: str, view: View, values: Mapping[str, object]) -> View:
        """Type into a modal without submitting it."""
        return forms.type_in(self._slack, user, view, values)

    def submit(self, user: str, view: View, values: Mapping[str, object] | None = None) -> Outcome:
        """Fill in by block_id or label, and submit.

        Values: text, ISO dates, times, option values or labels, ids, lists of those, booleans for checkboxes.
        """
        return forms.submit(self._slack, user, view, values or {})

    def options(self, user: str, target: Target, action_id: str, query: str) -> list[Json]:
        """What a type-ahead select offers for `query`, groups laid flat."""
        return offered_options(suggestions(self._slack, user, target, action_id, query))

    def close(self, user: str, view: View, *, clear: bool = False) -> Outcome:
        """The close button of the modal on top; `clear` is the cross that closes all of them."""
        return forms.close(self._slack, user, view, clear=clear)

    def shortcut(self, user: str, callback_id: str) -> Outcome:
        return shortcuts.shortcut(self._slack, user, callback_id)

    def message_shortcut(self, user: str, callback_id: str, message: Message) -> Outcome:
        return shortcuts.message_shortcut(self._slack, user, callback_id, message)

    def open_home(self, user: str, *, tab: str = "home") -> Outcome:
        """Look at the app; the bot hears app_home_opened."""
        actor(self._slack, user)
        self._events.home_opened(user, tab)
        return Outcome(acked=True, views=tuple(self._slack.modals.stack(user)))

    def message(self, user: str, channel: str | None, text: str, thread_ts: str | None = None) -> Outcome:
        """Write; `channel` None or "dm" is the DM with the bot."""
        said = talking.write(self._slack, user, channel, text, thread_ts=thread_ts)
        return Outcome(acked=True, message=said, views=tuple(self._slack.modals.stack(user)))

    def share_file(self, user: str, channel: str | None, name: str = "photo.jpg", text: str = "") -> Outcome:
        """Attach a file. It has a name and no contents: only the bot's uploads have those."""
        file = talking.file_object(self._slack, user, name)
        said = talking.write(self._slack, user, channel, text, thread_ts=None, file=file)
        return Outcome(acked=True, message=said, views=tuple(self._slack.modals.stack(user)))

    def do_not_disturb(self, user: str, *, minutes: float | None) -> Outcome:
        """Snooze for so many minutes of the workspace's clock; None ends it, as well as a running window.

        The bot hears dnd_updated_user. Raises ValueError for minutes that are not above 0.
        """
        if minutes is None:
            quieting.end(self._slack, user)
        else:
            quieting.snooze(self._slack, user, minutes)
        return self._quiet_changed(user)

    def quiet_hours(self, user: str, hours: Hours | None) -> Outcome:
        """Be in do not disturb each day from one time to another of the person's own clock; None never."""
        quieting.set_hours(self._slack, user, hours)
        return self._quiet_changed(user)

    def _quiet_changed(self, user: str) -> Outcome:
        self._events.quiet_changed(user)
        return Outcome(acked=True, views=tuple(self._slack.modals.stack(user)))
