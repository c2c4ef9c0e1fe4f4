"""Places behind a command: a country, a direction, both or neither."""

import pytest

from bot.rules.places import ReadPlace, country, read_place
from storage.records.requests import Direction

COUNTRIES = {
    "FR": "France",
    "MX": "Mexico",
    "IN": "India",
    "TO": "Tonga",
    "ZA": "South Africa",
    "TR": "Türkiye",
    "CI": "Côte d'Ivoire",
    "US": "United States",
}
IN, OUT = Direction.INCOMING, Direction.OUTGOING


@pytest.mark.parametrize(
    ("words", "code", "direction"),
    [
        ("", "", None),
        ("FR", "FR", None),
        ("fr", "FR", None),
        ("france", "FR", None),
        ("France", "FR", None),
        ("south africa", "ZA", None),
        ("South-Africa", "ZA", None),
        ("Türkiye", "TR", None),
        ("from mexico", "MX", IN),
        ("in MX", "MX", IN),
        ("MX in", "MX", IN),
        ("incoming", "", IN),
        ("in", "", IN),
        ("In", "", IN),
        ("IN", "IN", None),
        ("in IN", "IN", IN),
        ("from IN", "IN", IN),
        ("india", "IN", None),
        ("in india", "IN", IN),
        ("to france", "FR", OUT),
        ("outgoing FR", "FR", OUT),
        ("out", "", OUT),
        ("to", "", OUT),
        ("TO", "TO", None),
        ("from TO", "TO", IN),
        ("tonga", "TO", None),
        ("US", "US", None),
        ("atlantis", "", None),
        ("from atlantis", "", IN),
        ("FR MX", "", None),
    ],
)
def test_words_name_a_country_and_a_direction(words: str, code: str, direction: Direction | None) -> None:
    assert read_place(words, COUNTRIES) == ReadPlace(country=code, direction=direction)


@pytest.mark.parametrize("code", COUNTRIES)
def test_every_country_is_found_by_its_code_and_its_name(code: str) -> None:
    assert country(code.lower(), COUNTRIES) == country(COUNTRIES[code], COUNTRIES) == code


@pytest.mark.parametrize("words", ["", " ", "-", "F", "FRA", "Fran"])
def test_a_part_of_a_name_is_no_country(words: str) -> None:
    assert country(words, COUNTRIES) == ""
