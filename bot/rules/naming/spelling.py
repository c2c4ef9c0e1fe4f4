"""How a word is spelled, more closely than it sounds: what no romanisation confuses stays apart.

H is not K and S is not CH in Chinese and Korean, while P and B, T and D, K and G are one in two romanisations
of each; `sounds` makes more of them one, for the sake of other languages.
"""

import re
from functools import lru_cache

_RULES = tuple(
    (re.compile(pattern), letter)
    for pattern, letter in (
        (r"schtsch|shch", "S"), (r"tsch|dsch|tch|dzh|dj|ch|zh|j|q(?=i)", "C"), (r"sch|sh|hs|x(?=[iu])", "S"),
        (r"tz|ts", "c"), (r"sz|ß", "s"), (r"kh", "h"), (r"gh|ck|[gqc](?=[^eiy]|$)|g", "k"),
        (r"ph|[fvw]", "v"), (r"th|dh|[dđ]", "t"), (r"b", "p"), (r"nk(?![aeiouy])", "N"),
        (r"ou|oo", "u"), (r"ee|y", "i"), (r"ae|oe", "e"), (r"eo", "o"), (r"eu", "u"),
        (r"(?<=[aeiou])h$", ""), (r"(.)\1+", r"\1"),
    )
)  # fmt: skip


@lru_cache(maxsize=2048)
def spelling(letters: str) -> str:
    for pattern, letter in _RULES:
        letters = pattern.sub(letter, letters)
    return letters
