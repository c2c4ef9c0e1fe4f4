"""The whole table of blocks, and what a message, a modal and a home tab hold of it."""

from collections.abc import Mapping
from types import MappingProxyType

from bot.sandbox.blocks.block import Block, Surface
from bot.sandbox.blocks.grouping import GROUPING_BLOCKS
from bot.sandbox.blocks.kinds import Flag, Items, Kind, String, Typed, shape
from bot.sandbox.blocks.layout import PLAIN_BLOCKS
from bot.sandbox.blocks.objects import plain

BLOCKS: Mapping[str, Block] = MappingProxyType({**PLAIN_BLOCKS, **GROUPING_BLOCKS})


def _shown_on(surface: Surface, *, most: int) -> Items:
    shown = {name: block.fields for name, block in BLOCKS.items() if surface in block.surfaces}
    return Items(kind=Typed(shown), least=0, most=most)


MESSAGE_BLOCKS = _shown_on(Surface.MESSAGE, most=50)

_NAMES: Mapping[str, Kind] = {
    "callback_id": String(most=255),
    "external_id": String(most=255),
    "private_metadata": String(most=3000),
}

VIEW = Typed(
    {
        "modal": shape(
            required={"title": plain(24), "blocks": _shown_on(Surface.MODAL, most=100)},
            optional={
                **_NAMES,
                "submit": plain(24),
                "close": plain(24),
                "clear_on_close": Flag(),
                "notify_on_close": Flag(),
            },
        ),
        "home": shape(required={"blocks": _shown_on(Surface.HOME, most=100)}, optional=_NAMES),
    }
)
