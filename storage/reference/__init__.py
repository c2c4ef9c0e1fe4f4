"""Tables that come with the desk: INTERPOL's member countries, and example agencies to begin with."""

import csv
from collections.abc import Mapping
from functools import cache
from importlib import resources
from types import MappingProxyType


@cache
def countries() -> Mapping[str, str]:
    """English names of the member countries, the United States among them, by ISO 3166-1 alpha-2 code."""
    return MappingProxyType({row["code"]: row["name"] for row in _rows("countries.csv")})


def agencies() -> list[dict[str, str]]:
    """Invented agencies with invented ORIs, by column name."""
    return _rows("agencies.csv")


def _rows(name: str) -> list[dict[str, str]]:
    text = resources.files(__name__).joinpath(name).read_text(encoding="utf-8")
    return list(csv.DictReader(text.splitlines()))
