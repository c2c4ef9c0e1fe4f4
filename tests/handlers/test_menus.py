"""Searching menus: what is offered for the letters typed so far."""

import pytest

from handlers.answers import fits, options_body
from handlers.menus import agencies, countries
from storage.records.agencies import Agency, AgencyKind
from storage.records.countries import Country
from storage.reference import countries as shipped_countries
from storage.reference import task_forces
from tests.handlers.examples import HOSTILE


def an_agency(agency_id: str, name: str, state: str, ori: str | None) -> Agency:
    return Agency(id=agency_id, name=name, kind=AgencyKind.OTHER, state=state, ori=ori)


MEMBERS = [
    Country(code="CI", name="Côte d'Ivoire"),
    Country(code="FR", name="France"),
    Country(code="DE", name="Germany"),
    Country(code="IR", name="Iran"),
    Country(code="ZA", name="South Africa"),
]
BERMUDA = Country(code="BM", name="Bermuda", parent="GB")
KINGDOM = Country(code="GB", name="United Kingdom")


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
    assert [option["value"] for option in countries(typed, MEMBERS)] == codes


def test_a_sub_bureau_offers_its_country_and_says_so() -> None:
    [found] = countries("bermuda", [*MEMBERS, BERMUDA, KINGDOM])

    assert (found["value"], found["text"]["text"]) == ("GB", "United Kingdom (for Bermuda)")


def test_nothing_is_offered_twice_or_of_a_former_member() -> None:
    former = Country(code="XA", name="Former Example", left_on="2026-01-31")
    codes = [option["value"] for option in countries("", [*MEMBERS, former, BERMUDA, KINGDOM])]

    assert codes == ["CI", "FR", "DE", "IR", "ZA", "GB"]


def test_an_agency_without_an_ori_is_told_by_its_state() -> None:
    force = an_agency("icac-vt", "Vermont ICAC Task Force", "VT", None)

    assert agencies([force])[0]["text"]["text"] == "Vermont ICAC Task Force (VT)"


def test_all_members_and_all_task_forces_fit_into_their_menus() -> None:
    members = [Country(code=code, name=name) for code, name in shipped_countries().items()]
    forces = [an_agency(row["id"], row["area"], row["state"], None) for row in task_forces()]

    assert len(countries("", members)) == 100
    assert [option["value"] for option in countries("zimb", members)] == ["ZW"]
    assert len(agencies(forces)) == 61
    assert fits(options_body(countries("a", members)))


def test_many_options_in_any_script_fit_into_an_acknowledgement() -> None:
    many = [
        Agency(id=f"a{number}", name=HOSTILE * 5, kind=AgencyKind.LOCAL, ori="CA0190000", state="CA")
        for number in range(500)
    ]

    body = options_body(agencies(many))

    assert fits(body)
    assert len(body["options"]) >= 25
