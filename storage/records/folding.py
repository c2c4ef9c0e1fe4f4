"""Text as a search compares it."""

import unicodedata


def folded(text: str) -> str:
    """Without accents and case, so that `cote` finds Côte d'Ivoire."""
    spread = unicodedata.normalize("NFKD", text.strip())
    return "".join(letter for letter in spread if not unicodedata.combining(letter)).casefold()
