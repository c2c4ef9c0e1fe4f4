"""How a word may sound: what different romanisations write differently becomes the same few letters.

P T K S L M N R are consonants whatever their voice, and `a i u` are vowels. Sources of the spellings: ISO 9,
BGN/PCGN, the ICAO passport rules and the German and French press for Cyrillic; Wade-Giles and Hanyu Pinyin
for Chinese; McCune-Reischauer and the Revised Romanisation of 2000 for Korean; ELOT 743 and common use for
Greek; ALA-LC and French and English common use for Arabic and Hebrew.
"""

import re
from functools import lru_cache
from itertools import product

from bot.rules.naming.same_names import SAME
from bot.rules.naming.words import Word

_EITHER = {
    "1": ("S", "K"),  # ch: Chen, Chaim; q before i: Qian, Siddiqi; x: Xiao, Ximena
    "2": ("S", "i", "K"),  # j: Jamal or Gamal, Jovan, Jimenez
    "3": ("P", "u"),  # w: Kusnezow, Daoud and Dawud, Hebrew vav
    "4": ("T", "S"),  # dh, đ: Papadhakis, Dhahabi; Dang, Djordjevic
    "5": ("Ki", "i"),  # gi, ge before a vowel: Giorgos and Yiorgos, Sergio
    "6": ("KS", "S"),  # x before i or u: Maxim, Zongxian
    "7": ("NK", "K"),  # gg: Aggelidis, Ruggiero
    "@": ("a", "i"),  # ai: Shaikh and Cheikh, Zaynab and Zeinab
    "8": ("S", "R", "i"),  # j of a Chinese or Korean syllable: Jung, or Rong in Wade-Giles
}
"""Where a spelling has several sounds; a word is of one language, so each is read one way throughout."""
_MOST = 6
"""Readings of a word."""

_RULES = tuple(
    (re.compile(pattern), sound)
    for pattern, sound in (
        (r"^mp", "p"), (r"^nt", "t"), (r"^gk", "k"),  # Greek at the beginning of a word
        (r"^eu(?!n)", "iP"), (r"^chr", "KR"), (r"^c(?=(ai|ao|an|ang|eng|ong|ui|un|uo)$)", "S"),
        (r"gu(?=[ei])", "K"), (r"gg(?=[eiy])", "7"), (r"g[ie](?=[aou])", "5"), (r"eo", "o"), (r"eu", "u"),
        (r"(?<=[^aeiouy])a[iy](?=[^aeiouy])", "@"), (r"(?<![csz])hui", "hi"), (r"tzh(?=[aeiou])", "SK"),
        (r"(?<=[iu]e)h|(?<=[hsz]i)h(?![aeiouy])", ""),  # Hsueh, Chih
        (r"^ngh?(?=[aeiouy])|(?<=[aeiouy])ng(?=h[^aeiouy]|hs)", "N"), (r"gh|kh|ck|cq", "K"),
        (r"s?tz?sch|s?cht?sch|schtsch|shch|stch|dsch|tch|tsh|dzh|sch|sh|zh", "S"),
        (r"cz|sz|ts|tz|dz|dj|hs(?=[iu])", "S"),
        (r"ch", "1"), (r"ph|pf", "P"), (r"th", "T"), (r"dh|đ", "4"),
        (r"^x(?=[iu])", "1"), (r"x(?=[iu])", "6"), (r"x", "KS"),
        (r"q(?=i)", "1"), (r"q", "K"), (r"c(?=[eiy])", "S"), (r"ic$", "iS"), (r"c", "K"),
        (r"j(?=(ung|eng|ang|ao|ui|ou|ih|un)$)", "8"), (r"ng(?![aeiouy])", "N"),
        (r"w(?=u|oo)", ""), (r"^w", "P"), (r"w", "3"),
        (r"j(?![aeiouy])", "i"), (r"j", "2"),
        (r"[sz]", "S"), (r"[bpfv]", "P"), (r"[dt]", "T"), (r"[gk]", "K"),
        (r"l", "L"), (r"m", "M"), (r"n", "N"), (r"r", "R"),
    )
)  # fmt: skip
_BREATH = re.compile(r"h(?=.)")
_SILENT = re.compile(r"(?<=[A-Z0-9])h|h$")
_VOWELS = re.compile(r"[aeiouy]+")
_TWICE = re.compile(r"([A-Z])\1+")
_VOWEL = {"a": "a", "e": "i", "i": "i", "y": "i", "o": "u", "u": "u"}


@lru_cache(maxsize=2048)
def sounds(word: Word) -> tuple[str, ...]:
    """The ways in which it may be read, likeliest first."""
    heard = dict.fromkeys(
        reading
        for letters in dict.fromkeys((word.letters, SAME.get(word.letters, word.letters)))
        for reading in _readings(letters, bare=word.bare)
    )
    return tuple(heard)[:_MOST]


@lru_cache(maxsize=2048)
def skeletons(word: Word) -> tuple[str, ...]:
    """Its consonants only, as each reading has them."""
    return tuple(dict.fromkeys(skeleton(sound) for sound in sounds(word)))


def skeleton(sound: str) -> str:
    return _TWICE.sub(r"\1", re.sub(r"[aiu]", "", sound))


def _readings(letters: str, *, bare: bool) -> list[str]:
    written = letters
    for pattern, sound in _RULES:
        written = pattern.sub(sound, written)
    # Where vowels are left out, an h between two consonants is one of them.
    written = _BREATH.sub("K", written.removesuffix("h") if bare else _SILENT.sub("", written))
    markers = [marker for marker in _EITHER if marker in written]
    return [
        _spoken(written, dict(zip(markers, choice, strict=True)))
        for choice in product(*(_EITHER[marker] for marker in markers))
    ]


def _spoken(written: str, choice: dict[str, str]) -> str:
    spoken = "".join(choice.get(letter, letter) for letter in written)
    spoken = _VOWELS.sub(lambda run: _VOWEL[run[0][0]], spoken)
    return _TWICE.sub(r"\1", spoken)
