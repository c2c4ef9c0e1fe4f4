"""What whoever started the sandbox lets the page do besides: named deeds, a caption, the next event."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from bot.sandbox.changes import Changed
from bot.sandbox.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Event:
    """When the bot has something to do next, and what."""

    at: datetime
    what: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Caption:
    """What happens at this moment; who opens the page as `user` in `channel` sees it."""

    text: str
    user: str | None = None
    channel: str | None = None


class Stage:
    """The sandbox itself knows none of the deeds: it shows which are on offer and does what is asked."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace
        self._deeds: dict[str, Callable[[], None]] = {}
        self.caption: Caption | None = None
        self.next_event: Callable[[], Event | None] = lambda: None

    @property
    def offered(self) -> list[str]:
        return list(self._deeds)

    def offer(self, name: str, deed: Callable[[], None], *, instead_of: str | None = None) -> None:
        """From now on the page may ask for `deed`; what it stands `instead_of` is no longer on offer."""
        with self._workspace.lock:
            self._deeds.pop(instead_of or name, None)
            self._deeds[name] = deed
            self._workspace.tell(Changed.STAGE)

    def do(self, name: str) -> None:
        """Raises KeyError for what is not on offer (any more)."""
        self._deeds[name]()

    def say(self, caption: Caption | None) -> None:
        with self._workspace.lock:
            self.caption = caption
            self._workspace.tell(Changed.STAGE)
