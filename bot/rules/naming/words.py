"""Words of a name in Latin letters, from whatever alphabet they are written in."""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from anyascii import anyascii

PARTICLES = frozenset(
    (
        *("al", "el", "ul", "il", "bin", "ben", "ibn", "bint", "abu", "abou"),
        *("de", "del", "della", "di", "da", "das", "do", "dos", "la", "las", "los"),
        *("van", "der", "den", "ten", "von", "zu"),
        "thi",  # Says that a Vietnamese name is a woman's, as Văn (above) says that it is a man's.
    )
)
"""Articles and the like, which come and go between two spellings of a name, and stand before one."""

_SUN_LETTERS = re.compile(r"[aeu](d|n|r|s|t|z|sh)")
"""The Arabic article as it is spoken before such a letter: ar-Rahman, ash-Sharif."""
_SERVANT = re.compile(r"abd[aeiou]{0,2}[lrsnztd]?")
"""Abd, Abdul, Abdel, Abdur: the beginning of one name, whatever follows."""
_SERVANT_OF = re.compile(r"abd[aeou]{1,2}(l|([rsnztd])(?=\2))(?=[a-z]{4})")
_ALLAH = re.compile(r"abd[aeou]{1,2}l{1,2}ah?")
_DIN = r"d(?:in|ine|een|ein|yn)"
"""The end of Nur al-Din, Salah ad-Deen, Nour Eddine: one name with what stands before it."""
_FAITH = re.compile(rf"(?:[aeiou][ld])?{_DIN}")
_THE_FAITH = re.compile(rf"[aeiou][ld]{_DIN}")
_OF_FAITH = re.compile(rf"(?<=[a-z]{{2}})[aeiou][ld]{_DIN}$")

_IDEOGRAPHS = re.compile(r"[\u3400-\u9fff\uac00-\ud7af]")
_ABJAD = re.compile(r"[\u0590-\u06ff]")
"""Hebrew and Arabic, which leave most vowels out."""
_SYLLABLE = re.compile(r"[A-Z]+?[a-z]*(?=[A-Z]|$)|[a-z]+")
_GREEK = (
    # ELOT 743, as Greek passports have it, except that it writes the sounds at the beginning of a word.
    ("γγ", "ng"), ("γξ", "nx"), ("γχ", "nch"), ("ου", "ou"), ("αυ", "av"), ("ευ", "ev"), ("ηυ", "iv"),
    ("οι", "i"), ("ει", "i"), ("υι", "i"), ("αι", "e"), ("χ", "ch"), ("υ", "y"),
)  # fmt: skip
_HEBREW_VOWEL_LETTERS = str.maketrans({"ו": "w"})
"""Vav is v, o or u; `w` is read both ways."""
_CHINESE_SURNAMES = str.maketrans({"曾": "增", "单": "山", "解": "谢", "仇": "求", "查": "扎"})
"""Characters that are read otherwise in a surname, by others that are always read so."""
_LONE = {"I": "yi", "O": "oh", "U": "woo", "A": "ah", "E": "eh"}
"""Syllables of one vowel as Koreans write them, so that none is taken for an initial."""
_MARKS = str.maketrans("", "", "'`´’ʼʹʾʿ\u2018")


class Word(NamedTuple):
    letters: str
    """a to z, and đ."""
    bare: bool = False
    """Without most of its vowels."""
    is_particle: bool = False
    """An article or the like, before a name."""

    @property
    def is_initial(self) -> bool:
        return len(self.letters) == 1 and not self.bare


@lru_cache(maxsize=2048)
def words(text: str) -> tuple[Word, ...]:
    """The words of a name, in the order in which they are written."""
    found = _compounds(tuple(_plain(text)))
    # At the end there is nothing that it could be the article of: Bin, Van and Do are names, too.
    return (*(word._replace(is_particle=word.letters in PARTICLES) for word in found[:-1]), *found[-1:])


def is_ideographic(text: str) -> bool:
    """Whether each letter is a syllable: Chinese or Korean."""
    return _IDEOGRAPHS.search(text) is not None


def joined(parts: tuple[Word, ...]) -> Word:
    """The same without spaces between."""
    return Word("".join(part.letters for part in parts), any(part.bare for part in parts))


def _plain(text: str) -> Iterator[Word]:
    for chunk in re.split(r"[\s\-‐-―.,;:/()_]+", unicodedata.normalize("NFKC", text)):
        yield from _of_chunk(chunk)


@lru_cache(maxsize=2048)
def _of_chunk(chunk: str) -> tuple[Word, ...]:
    if is_ideographic(chunk):
        latin = anyascii(chunk[0].translate(_CHINESE_SURNAMES) + chunk[1:])
        return tuple(Word(_LONE.get(part, part.lower())) for part in _SYLLABLE.findall(latin))
    if _ABJAD.search(chunk):
        return tuple(Word(part, bare=True) for part in _abjad(chunk))
    letters = _latin(chunk)
    return (Word(letters),) if letters else ()


def _abjad(chunk: str) -> list[str]:
    chunk = "".join(letter for letter in chunk if not unicodedata.combining(letter))
    article = chunk.startswith("ال") and len(chunk) > 3 and chunk != "الله"  # noqa: PLR2004  # Two of it are the article.
    latin = anyascii((chunk[2:] if article else chunk).translate(_HEBREW_VOWEL_LETTERS)).lower()
    letters = re.sub(r"[^a-z]", "", re.sub(r"['`]", "a", latin))
    return [part for part in ("al" if article else "", letters) if part]


def _latin(chunk: str) -> str:
    lower = chunk.lower().translate(_MARKS)
    if re.search(r"[\u0370-\u03ff\u1f00-\u1fff]", lower):
        lower = "".join(
            letter for letter in unicodedata.normalize("NFD", lower) if not unicodedata.combining(letter)
        )
        for greek, latin in _GREEK:
            lower = lower.replace(greek, latin)
    ascii_letters = "đ".join(anyascii(part) for part in lower.split("đ")).lower()
    return re.sub(r"[^a-zđ]", "", ascii_letters)


def _compounds(plain: tuple[Word, ...]) -> tuple[Word, ...]:
    """Abd al-Rahman, Abdul Rahman and Abdelrahman become one word; spoken articles become `al`."""
    found: list[Word] = []
    for word in reversed(plain):
        letters = word.letters
        after = found[-1].letters if found else ""
        spoken = _SUN_LETTERS.fullmatch(letters)
        if spoken and after.startswith(spoken[1]):
            found.append(Word("al"))
        elif _SERVANT.fullmatch(letters) and found:
            if found[-1].letters == "al" and len(found) > 1:
                found.pop()
            last = found.pop()
            found.append(Word(f"abd{last.letters}", last.bare))
        elif _ALLAH.fullmatch(letters):
            found.append(Word("abdallah"))
        elif of_faith := _of_faith(found):
            del found[-of_faith:]
            found.append(Word(f"{letters}din", word.bare))
        else:
            found.append(Word(_OF_FAITH.sub("din", _SERVANT_OF.sub("abd", letters)), word.bare))
    return tuple(reversed(found))


def _of_faith(after: Sequence[Word]) -> int:
    """How many of the words that follow, the next one last, make one name with what stands before them."""
    if len(after) > 1 and after[-1].letters == "al" and _FAITH.fullmatch(after[-2].letters):
        return 2
    return 1 if after and _THE_FAITH.fullmatch(after[-1].letters) else 0
