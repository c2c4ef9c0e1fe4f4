"""Every form of a request with what nobody wants to be sent: shown as it was typed, and never formatting."""

from collections.abc import Iterator

import pytest

from bot.rules.kinds import KINDS
from bot.rules.steps import Ask, AskKind
from handlers.forms.fields import LINE_LIMIT
from storage.records.requests import RequestKind
from tests.scenarios.hostile import HOSTILE, STORED, never_formatting
from tests.scenarios.whole_forms import (
    Way,
    answers,
    every_way,
    files,
    form_of,
    named,
    shows_words,
    takes_words,
)
from tests.world import DAN, DESK, OLGA, World, open_world

WAYS = list(every_way())
LETTERS = ("ع", "🔥")
"""Where a kind goes both ways, each letter fills one of them."""
TEXT_LIMIT = 3000


@pytest.fixture
def world(staffed_sqlite_url: str) -> Iterator[World]:
    """One database and one protocol: there are many forms."""
    with open_world(staffed_sqlite_url) as opened:
        yield opened


@pytest.mark.parametrize("way", [named(way) for way in WAYS])
def test_text_in_every_field_is_shown_as_it_was_typed_and_is_never_formatting(world: World, way: Way) -> None:
    given = answers(way, lambda _: HOSTILE)

    reference = files(world, OLGA, way, given)
    details = world.reads(DAN, world.card(reference))

    shown = [ask for ask in form_of(way).asks if ask.name in given and shows_words(way, ask)]
    assert len(shown) >= 5
    assert details.count(STORED) == len(shown)
    never_formatting(world, OLGA, DAN)


@pytest.mark.parametrize(
    ("kind", "letter"),
    [
        *((kind, LETTERS[0]) for kind in RequestKind),
        *((kind, LETTERS[1]) for kind, row in KINDS.items() if len(row.forms) > 1),
    ],
)
def test_a_form_filled_to_the_brim_is_acknowledged_and_shown_whole(
    world: World, kind: RequestKind, letter: str
) -> None:
    directions = list(KINDS[kind].forms)
    way = kind, directions[LETTERS.index(letter) % len(directions)], 0
    given = answers(way, lambda ask: brim(ask, letter))

    reference = files(world, OLGA, way, given)
    details = world.reads(DAN, world.card(reference))

    typed = {ask: str(given[ask.name]) for ask in form_of(way).asks if ask.name in given}
    whole = sum(words.count(letter) for ask, words in typed.items() if shows_words(way, ask))
    initials = sum(takes_words(ask) and not shows_words(way, ask) for ask in typed)
    assert details.count(letter) == whole + initials
    assert not any(letter in text for text in world.said(DESK))


def brim(ask: Ask, letter: str) -> str:
    """As full as Slack's client lets the field be, which counts an emoji as two."""
    units = len(letter.encode("utf-16-le")) // 2
    return letter * ((TEXT_LIMIT if ask.kind is AskKind.TEXT else LINE_LIMIT) // units)
