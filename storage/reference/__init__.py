"""Tables that come with the desk, to begin with; from then on the database has them, and officers edit them.

The members, their sub-bureaus and the task forces are background knowledge: no source is recorded for them.
"""

import csv
from collections.abc import Mapping
from functools import cache
from importlib import resources
from types import MappingProxyType

Rows = list[dict[str, str]]
"""By column name."""


@cache
def countries() -> Mapping[str, str]:
    """English names of the member countries, the United States among them, by ISO 3166-1 alpha-2 code."""
    return MappingProxyType({row["code"]: row["name"] for row in _rows("countries.csv")})


def sub_bureaus() -> Rows:
    """Bureaus that belong to a member's National Central Bureau: `code`, `name`, `parent`."""
    return _rows("sub_bureaus.csv")


def agencies() -> Rows:
    """Invented agencies with invented ORIs: `id`, `name`, `ori`, `state`."""
    return _rows("agencies.csv")


def task_forces() -> Rows:
    """The ICAC task forces: `id`, `state`, `area`."""
    return _rows("icac.csv")


def terms() -> Rows:
    """Offences and programmes: `kind`, `code`, `label`, `source`."""
    return _rows("terms.csv")


def _rows(name: str) -> Rows:
    text = resources.files(__name__).joinpath(name).read_text(encoding="utf-8")
    return list(csv.DictReader(text.splitlines()))
