"""Searching menus: what is offered for the letters typed so far."""

import pytest

from handlers.answers import fits, options_body
from handlers.menus import agencies, countries
from storage.records.people import Agency
from tests.handlers.examples import HOSTILE

NAMES = {"CI": "Côte d'Ivoire", "FR": "France", "DE": "Germany", "IR": "Iran", "ZA": "South Africa"}
REGISTRY = [
    Agency(id="a1", name="Example County Sheriff's Office", ori="CA0190000", state="CA"),
    Agency(id="a2", name="Example State ICAC Task Force", ori="TX0570000", state="TX"),
]


@pytest.mark.parametrize(
    ("typed", "codes"),
    [
        pytest.param("fr", ["FR", "ZA"], id="the code first"),
        pytest.param("COTE", ["CI"], id="without its accent"),
        pytest.param("ir", ["IR", "CI"], id="the code, then inside a name"),
        pytest.param("an", ["FR", "DE", "IR"], id="in the middle"),
        pytest.param("", ["CI", "FR", "DE", "IR", "ZA"], id="nothing typed yet"),
        pytest.param("xyz", [], id="nothing fits"),
    ],
)
def test_a_country_is_found(typed: str, codes: list[str]) -> None:
    assert [option["value"] for option in countries(typed, NAMES)] == codes


@pytest.mark.parametrize(
    ("typed", "ids"),
    [("sheriff", ["a1"]), ("tx icac", ["a2"]), ("ca0190000", ["a1"]), ("example", ["a1", "a2"]), ("zz", [])],
)
def test_an_agency_is_found_by_name_state_or_ori(typed: str, ids: list[str]) -> None:
    assert [option["value"] for option in agencies(typed, REGISTRY)] == ids


def test_many_options_in_any_script_fit_into_an_acknowledgement() -> None:
    many = [Agency(id=f"a{number}", name=HOSTILE * 5, ori="CA0190000", state="CA") for number in range(500)]

    body = options_body(agencies("", many))

    assert fits(body)
    assert len(body["options"]) >= 25
