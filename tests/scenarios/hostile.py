"""Text that nobody wants to be sent, and what must never become of it."""

from tests.shown import HOMES, MESSAGES, MODALS, answered, sent
from tests.world import World

PIECES = (
    "<!channel>",
    "<@U0ADA>",
    "*Approved*",
    "=1+1",
    "https://evil.example",
    "<https://evil.example|here>",
)
HOSTILE = " ".join((*PIECES, "مرحبا", "👩‍👩‍👧‍👦", "`code`", ":fire:", "& &amp;"))
STORED = HOSTILE.replace("https://evil.example", "hxxps://evil[.]example")
"""Web addresses are kept defanged, everything else as it was typed."""


def never_formatting(world: World, *people: str) -> int:
    """Nothing that they were shown makes a mention, a link or bold letters of it; answers how much it was."""
    shown = [*sent(world, *MESSAGES, *MODALS, *HOMES), *answered(world, *people)]
    for each in shown:
        for piece in PIECES:
            assert piece not in each.text
            assert not any(piece in text for text in each.formatted())
        assert each.mentioned() == set()
    return len(shown)
