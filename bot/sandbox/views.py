"""A modal or a home tab as the workspace keeps it, and as the Web API and interactions show it."""

from dataclasses import dataclass, field
from typing import Literal

from bot.sandbox.elements import State
from bot.sandbox.identity import Identity
from bot.sandbox.shapes import Json
from bot.sandbox.visible import button_labels, plain_text


@dataclass(frozen=True, slots=True, kw_only=True)
class View:
    """`state` is what the person has typed or chosen so far; `errors` stand beside fields, by block_id."""

    id: str
    user: str
    hash: str
    type: Literal["modal", "home"]
    blocks: tuple[Json, ...]
    root_id: str
    previous_id: str | None = None
    title: Json | None = None
    submit: Json | None = None
    close: Json | None = None
    callback_id: str = ""
    private_metadata: str = ""
    external_id: str = ""
    notify_on_close: bool = False
    clear_on_close: bool = False
    state: State = field(default_factory=dict)
    errors: dict[str, str] = field(default_factory=dict)

    @property
    def plain(self) -> str:
        """All visible text: title, blocks, labels, and the words on submit and close."""
        words = [self.title, *self.blocks, self.submit, self.close]
        return plain_text([each for each in words if each])

    @property
    def buttons(self) -> list[str]:
        return button_labels(list(self.blocks))

    def as_json(self, identity: Identity) -> Json:
        return {
            "id": self.id,
            "team_id": identity.team_id,
            "type": self.type,
            "blocks": list(self.blocks),
            "private_metadata": self.private_metadata,
            "callback_id": self.callback_id,
            "state": {"values": self.state},
            "hash": self.hash,
            "title": self.title,
            "clear_on_close": self.clear_on_close,
            "notify_on_close": self.notify_on_close,
            "close": self.close,
            "submit": self.submit,
            "previous_view_id": self.previous_id,
            "root_view_id": self.root_id,
            "app_id": identity.app_id,
            "external_id": self.external_id,
            "app_installed_team_id": identity.team_id,
            "bot_id": identity.bot_id,
        }
