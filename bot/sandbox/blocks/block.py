"""What a block is, and the surfaces that show it."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from bot.sandbox.blocks.kinds import Fields, Kind, Rule, String
from bot.sandbox.blocks.kinds import shape as typed
from bot.sandbox.blocks.objects import BLOCK_ID

WORDS = String(least=1)


class Surface(StrEnum):
    """Where blocks are shown."""

    MESSAGE = "message"
    MODAL = "modal"
    HOME = "home"


@dataclass(frozen=True, slots=True)
class Block:
    """One type of block; `surfaces` are those that show it."""

    fields: Fields
    surfaces: frozenset[Surface]


EVERYWHERE = frozenset(Surface)
MESSAGES = frozenset({Surface.MESSAGE})
MODALS = frozenset({Surface.MODAL})
NOT_MODALS = EVERYWHERE - MODALS


def block(
    required: Mapping[str, Kind],
    *,
    surfaces: frozenset[Surface] = EVERYWHERE,
    rules: tuple[Rule, ...] = (),
    **optional: Kind,
) -> Block:
    """A row of the table; any block may carry a `block_id`."""
    fields = typed(required=required, optional={"block_id": BLOCK_ID, **optional}, rules=rules)
    return Block(fields, surfaces)
