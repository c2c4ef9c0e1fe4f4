"""What is typed behind `/notice new`."""

import pytest

from bot.rules.notice_words import ReadNotice, read_notice
from storage.records.notices import Colour, Means
from storage.records.requests import Direction
from tests.rules.examples import NAMES

COUNTRIES = {**NAMES, "IN": "India", "MX": "Mexico"}
IN, OUT = Direction.INCOMING, Direction.OUTGOING


def _read(words: str) -> ReadNotice:
    return read_notice(words, COUNTRIES)


@pytest.mark.parametrize(
    ("words", "colour", "country", "direction", "means"),
    [
        ("", None, "", OUT, Means.NOTICE),
        ("yellow", Colour.YELLOW, "", OUT, Means.NOTICE),
        ("Yellow FR", Colour.YELLOW, "FR", OUT, Means.NOTICE),
        ("FR yellow", Colour.YELLOW, "FR", OUT, Means.NOTICE),
        ("yellow fr in", Colour.YELLOW, "FR", IN, Means.NOTICE),
        ("yellow incoming france", Colour.YELLOW, "FR", IN, Means.NOTICE),
        ("red from mexico", Colour.RED, "MX", IN, Means.NOTICE),
        ("green to south africa", Colour.GREEN, "ZA", OUT, Means.NOTICE),
        ("south-africa green out", Colour.GREEN, "ZA", OUT, Means.NOTICE),
        ("red diffusion mexico", Colour.RED, "MX", OUT, Means.DIFFUSION),
        ("DIFFUSION red from MX", Colour.RED, "MX", IN, Means.DIFFUSION),
        ("red notice mx", Colour.RED, "MX", OUT, Means.NOTICE),
        ("red in IN", Colour.RED, "IN", IN, Means.NOTICE),
        ("red IN", Colour.RED, "IN", OUT, Means.NOTICE),
        ("un fr in", Colour.UN, "FR", IN, Means.NOTICE),
        ("south africa", None, "ZA", OUT, Means.NOTICE),
        ("in", None, "", IN, Means.NOTICE),
    ],
)
def test_words_say_colour_country_way_and_means_in_any_order(
    words: str, colour: Colour | None, country: str, direction: Direction, means: Means
) -> None:
    assert _read(words) == ReadNotice(
        colour=colour, means=means, direction=direction, country=country, rest=""
    )


@pytest.mark.parametrize(
    ("words", "rest"),
    [
        pytest.param("pink", "pink", id="no colour"),
        pytest.param("pink FR", "pink", id="no colour, and a country"),
        pytest.param("FR pink", "pink", id="behind a country"),
        pytest.param("to pink", "pink", id="behind a way"),
        pytest.param("Pink in", "Pink", id="before a way"),
        pytest.param("red blue", "blue", id="two colours"),
        pytest.param("yellow atlantis", "atlantis", id="no country"),
    ],
)
def test_a_word_that_says_nothing_is_named(words: str, rest: str) -> None:
    assert _read(words).rest == rest


@pytest.mark.parametrize("colour", Colour)
def test_every_colour_is_understood_with_a_country_and_a_way(colour: Colour) -> None:
    read = _read(f"{colour} from france")

    assert (read.colour, read.country, read.direction) == (colour, "FR", IN)
