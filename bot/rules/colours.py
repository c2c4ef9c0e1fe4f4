"""The types of notice, a row each. A new colour is its form in `bot.rules.notice_forms` and a line here."""

from collections.abc import Mapping

from bot.rules.notice_forms import received
from bot.rules.notice_forms.blue import BLUE
from bot.rules.notice_forms.common import ColourFacts
from bot.rules.notice_forms.green import GREEN
from bot.rules.notice_forms.red import RED
from bot.rules.notice_forms.yellow import YELLOW
from bot.rules.steps import Form
from storage.records.notices import Colour, Means
from storage.records.requests import Direction

COLOURS: Mapping[Colour, ColourFacts] = {
    Colour.RED: RED,
    Colour.BLUE: BLUE,
    Colour.GREEN: GREEN,
    Colour.YELLOW: YELLOW,
    Colour.BLACK: received.BLACK,
    Colour.ORANGE: received.ORANGE,
    Colour.PURPLE: received.PURPLE,
    Colour.SILVER: received.SILVER,
    Colour.UN: received.UN,
    Colour.SPECIAL: received.SPECIAL,
}

FILED_HERE = tuple(colour for colour, row in COLOURS.items() if Direction.OUTGOING in row.forms)
"""Those that a US agency can ask for."""


def form_of(colour: Colour, direction: Direction) -> Form | None:
    """What this colour asks in this direction; None when it does not go that way."""
    return COLOURS[colour].forms.get(direction)


def title(colour: Colour, means: Means, direction: Direction) -> str:
    """What people call it: `Red Notice`, `Incoming Yellow diffusion`."""
    label = COLOURS[colour].label
    if means is Means.DIFFUSION:
        label = f"{label.removesuffix(' Notice')} diffusion"
    return f"Incoming {label}" if direction is Direction.INCOMING else label
