"""Images pasted as text: an image is never taken, and neither is one in letters."""

import re

_URI = re.compile(r"data:\s*\w+/[\w.+-]+\s*;\s*base64", re.IGNORECASE)
_RUN = re.compile(r"[A-Za-z0-9+/_-]{60,}={0,2}")
_LEAST = 240
"""Letters of base64: an image of less has nothing to see, and no word or digest has so many."""


def is_pasted(text: str) -> bool:
    """Whether a text holds a data address, or so much base64 in one piece that it can be a file."""
    if _URI.search(text):
        return True
    together = 0
    for piece in text.split():
        run = max(_RUN.findall(piece), key=len, default="")
        together = together + len(run) if _is_mixed(run) else 0
        if together >= _LEAST:
            return True
    return False


def _is_mixed(piece: str) -> bool:
    """Digests have one case and a row of dashes is a line, but base64 has letters of both cases."""
    return any(map(str.isupper, piece)) and any(map(str.islower, piece)) and any(map(str.isdigit, piece))
