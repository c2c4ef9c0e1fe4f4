"""What comes in at the Slack edge once it is known who asks: commands, clicks, forms, searches, events."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from storage.records.people import Actor, Person

Payload = Mapping[str, Any]
"""JSON as Slack sends it; its shape is Slack's business until a field has been read."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """A slash command or a shortcut."""

    person: Person
    text: str
    """What stands behind the command, as typed; empty for a shortcut."""
    trigger_id: str
    unchecked: bool = False
    """Slack could not say who this is; only a page goes on all the same."""

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
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Clicked:
    """A button."""

    person: Person
    action_id: str
    value: str
    trigger_id: str
    in_modal: bool
    """The button stands in a modal, so that a new one is pushed on top of it."""

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
