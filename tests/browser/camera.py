"""Takes the pictures of the README: each cropped to what it shows, and small."""

from io import BytesIO
from pathlib import Path

from PIL import Image
from playwright.sync_api import Locator

COLOURS = 80
"""A page has a few dozen; the rest are the edges of its letters."""

WHOLE = """
(node) => {
  for (const part of [node, ...node.querySelectorAll(".dialog-body")])
    if (part.closest("dialog")) part.style.maxHeight = "none";
  if (node.matches(".messages")) node.style.minHeight = "0";
}
"""
"""A form is not scrolled in a picture, and a thread ends with its last reply."""


class Camera:
    """Writes into `folder`, over what was there."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def takes(self, name: str, what: Locator) -> None:
        """`what` as it looks when nobody points at it. Prints how large the picture is."""
        what.page.mouse.move(0, 0)
        what.evaluate(WHOLE)
        what.scroll_into_view_if_needed()
        taken = what.screenshot(animations="disabled", caret="hide")
        picture = Image.open(BytesIO(taken)).convert("RGB")
        file = self._folder / f"{name}.png"
        reduced = picture.quantize(COLOURS, Image.Quantize.MEDIANCUT, dither=Image.Dither.NONE)
        reduced.save(file, optimize=True)
        print(f"{file.name}: {picture.width} x {picture.height}, {file.stat().st_size / 1000:.0f} kB")
