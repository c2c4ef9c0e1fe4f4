"""What comes in at the Slack edge once it is known who asks: commands, clicks, forms, searches, events."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from storage.records.people import Actor, Person

Payload = Mapping[str, Any]
"""JSON as Slack sends it; its shape is Slack's business until a field has been read."""


_CLOSED_PLACES = frozenset({"directmessage", "privategroup"})
"""What Slack calls the channels of a message that only some people can read."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Quoted:
    """The message from whose menu a shortcut was chosen."""

    text: str
    link: str
    in_open_channel: bool

    @staticmethod
    def read(payload: Payload) -> "Quoted":
        channel, stamp = payload["channel"], payload["message_ts"].replace(".", "")
        name = str(channel.get("name") or "")
        return Quoted(
            text=payload["message"].get("text") or "",
            link=f"https://{payload['team']['domain']}.slack.com/archives/{channel['id']}/p{stamp}",
            in_open_channel=name not in _CLOSED_PLACES and not name.startswith("mpdm-"),
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """A slash command or a shortcut."""

    person: Person
    text: str
    """What stands behind the command, as typed; empty for a shortcut."""
    trigger_id: str
    unchecked: bool = False
    """Slack could not say who this is; only a page goes on all the same."""
    quoted: Quoted | None = None

    @property
    def actor(self) -> Actor:
        return Actor(self.person.id)

    @staticmethod
    def read(payload: Payload, person: Person, *, unchecked: bool = False) -> "Asked":
        return Asked(
            person=person,
            text=payload.get("text") or "",
            trigger_id=payload["trigger_id"],
            unchecked=unchecked,
            quoted=Quoted.read(payload) if "message" in payload else None,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Clicked:
    """A button, or a choice that is told at once."""

    person: Person
    action_id: str
    value: str
    trigger_id: str
    in_modal: bool
    """The button stands in a modal, so that a new one is pushed on top of it."""
    form: Payload = field(default_factory=dict)
    """The modal with what stands in its fields so far."""
    block_id: str = ""
    stamp: str = ""
    """Slack's own time of the click."""

    @property
    def actor(self) -> Actor:
        return Actor(self.person.id)

    @staticmethod
    def read(payload: Payload, person: Person) -> "Clicked":
        action = payload["actions"][0]
        return Clicked(
            person=person,
            action_id=action["action_id"],
            value=action.get("value") or "",
            trigger_id=payload["trigger_id"],
            in_modal=is_in_modal(payload),
            form=payload.get("view") or {},
            block_id=action.get("block_id") or "",
            stamp=action.get("action_ts") or "",
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Submitted:
    """A form."""

    person: Person
    view: Payload
    unchecked: bool = False

    @property
    def actor(self) -> Actor:
        return Actor(self.person.id)


@dataclass(frozen=True, slots=True, kw_only=True)
class Closed:
    """A form that was closed without sending it, with what stood in it as far as Slack tells."""

    person: Person
    view: Payload
    all_at_once: bool
    """With every form that lay below it."""

    @staticmethod
    def read(payload: Payload, person: Person) -> "Closed":
        return Closed(person=person, view=payload["view"], all_at_once=bool(payload.get("is_cleared")))


@dataclass(frozen=True, slots=True, kw_only=True)
class Searched:
    """Letters typed into a menu that searches."""

    person: Person
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Happened:
    """An event, with the person who caused it."""

    person: Person
    event: Payload


def is_in_modal(payload: Payload) -> bool:
    """Whether a click came from a modal, and not from a message or an App Home."""
    view = payload.get("view") or {}
    return bool(view.get("type") == "modal")
