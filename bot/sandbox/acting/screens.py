"""What a person looks at when they act: a message or a view as it is now, and the elements on it."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Literal

from bot.sandbox.acting.payloads import around_message, around_view
from bot.sandbox.elements import Placed, State, initial_state, placed
from bot.sandbox.messages import Message
from bot.sandbox.refusals import NotOnScreen
from bot.sandbox.shapes import Json
from bot.sandbox.slack import Slack
from bot.sandbox.views import View

Target = Message | View | Literal["home"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Screen:
    """One of `message` and `view` is set."""

    user: str
    state: State
    message: Message | None = None
    view: View | None = None

    @property
    def id(self) -> str:
        """Under what type-ahead options are remembered."""
        return self.view.id if self.view else self.shown_message.ts

    @property
    def shown_message(self) -> Message:
        assert self.message is not None
        return self.message

    @property
    def elements(self) -> list[Placed]:
        return list(placed(list(self.view.blocks if self.view else self.shown_message.blocks)))

    def around(self, slack: Slack) -> Json:
        """Container and content as interactions carry them."""
        if self.view:
            return around_view(slack, self.view)
        return around_message(slack, self.shown_message) | {"state": {"values": self.state}}

    def chosen(self, place: Placed) -> list[Json]:
        """What stands in a select: it stays on offer, whatever was looked for last."""
        entry = self.state[place.block_id][place.action_id]
        one = entry.get("selected_option")
        return [*([one] if one else []), *entry.get("selected_options", [])]

    def find(self, wanted: Callable[[Placed], bool], what: str) -> Placed:
        """The one element that `wanted` is true of; `what` names it in the complaint."""
        found = [each for each in self.elements if wanted(each)]
        if len(found) == 1:
            return found[0]
        there = ", ".join(f"{each.label!r} ({each.type} {each.action_id})" for each in self.elements)
        count = "more than one" if found else "no"
        raise NotOnScreen(f"There is {count} {what} here. There is: {there or 'nothing to use'}.")


def look_at(slack: Slack, user: str, target: Target) -> Screen:
    """The current state of `target`. Raises NotOnScreen when the person does not see it (any more)."""
    match target:
        case Message():
            return _at_message(slack, user, target)
        case View(type="modal"):
            return _at_modal(slack, user, target)
        case _:
            home = slack.modals.home(user)
            if home is None:
                raise NotOnScreen(f"{user} has no home tab yet.")
            return Screen(user=user, view=home, state=home.state)


def _at_message(slack: Slack, user: str, target: Message) -> Screen:
    message = slack.workspace.find(target.channel, target.ts)
    if message is None:
        raise NotOnScreen("The message is gone.")
    # Somebody else's DM may be clicked in, though not looked at: so a test sees that the bot asks who clicks.
    channel = slack.workspace.channels[message.channel]
    hidden = channel.private and user not in channel.members
    if hidden or message.ephemeral_to not in (None, user):
        raise NotOnScreen(f"{user} does not see this message.")
    kept = slack.workspace.chosen.get((user, message.ts))
    return Screen(user=user, message=message, state=initial_state(list(message.blocks), kept=kept))


def _at_modal(slack: Slack, user: str, target: View) -> Screen:
    stack = slack.modals.stack(user)
    if not stack or stack[-1].id != target.id:
        raise NotOnScreen(f"The modal is not on top for {user}; there are {[view.plain for view in stack]}.")
    return Screen(user=user, view=stack[-1], state=stack[-1].state)


def with_entry(slack: Slack, screen: Screen, place: Placed, entry: Json) -> Screen:
    """The screen after the person chose or typed `entry`; kept for what follows."""
    state = {block: dict(entries) for block, entries in screen.state.items()}
    state.setdefault(place.block_id, {})[place.action_id] = entry
    if screen.view:
        view = replace(screen.view, state=state)
        slack.modals.keep(view)
        return replace(screen, view=view, state=state)
    slack.workspace.chosen[screen.user, screen.shown_message.ts] = state
    return replace(screen, state=state)
