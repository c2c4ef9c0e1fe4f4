"""Numbers by which records are found: however they are written, and only with whose they are."""

from typing import Any

import pytest

from bot.rules import subjects
from storage.records.requests import Direction, RequestKind
from tests.rules.examples import a_request

IN, OUT = Direction.INCOMING, Direction.OUTGOING


def _signs(kind: RequestKind, answers: dict[str, str], **changes: Any) -> set[tuple[str, str]]:
    request = a_request(**({"kind": kind, "answers": answers, "agency_case": ""} | changes))
    return {(key.sign, key.digest) for key in subjects.of_request(request)}


SAME = [
    pytest.param(RequestKind.FUGITIVE, "document", "X1234567", "x 123-4567", id="a document"),
    pytest.param(RequestKind.FUGITIVE, "document", "X1234567", "US X1234567", id="with its country"),
    pytest.param(RequestKind.FUGITIVE, "document", "X1234567", "fr/X1234567", id="with another mark"),
    pytest.param(RequestKind.FUGITIVE, "document", "12345678", "USA 12345678", id="with three letters"),
    pytest.param(RequestKind.FUGITIVE, "fbi_number", "123456AA1", "123456aa1", id="an FBI number"),
    pytest.param(RequestKind.REMOVAL, "a_number", "A12345678", "12345678", id="an A-number"),
    pytest.param(RequestKind.REMOVAL, "a_number", "a12345678", "A12345678", id="in other letters"),
    pytest.param(RequestKind.CYBERTIP, "report_number", "12345678", " 12345678", id="a report"),
    pytest.param(RequestKind.VICTIM_IDENTIFICATION, "series", "Example-7", "EXAMPLE 7", id="a series"),
    pytest.param(
        RequestKind.WEB_ADDRESS,
        "address",
        "hxxps://example[.]org/page",
        "hxxp://www[.]example[.]org:80/page#part",
        id="a web address",
    ),
    pytest.param(RequestKind.VICTIM_IDENTIFICATION, "hashes", "a1" * 16, "A1" * 16, id="a digest"),
]
OTHER = [
    pytest.param(RequestKind.FUGITIVE, "document", "X1234567", "X1234568", id="a document"),
    pytest.param(RequestKind.REMOVAL, "a_number", "A12345678", "A12345679", id="an A-number"),
    pytest.param(RequestKind.CYBERTIP, "report_number", "12345678", "12345679", id="a report"),
    pytest.param(RequestKind.VICTIM_IDENTIFICATION, "series", "Example-7", "Example-8", id="a series"),
    pytest.param(RequestKind.WEB_ADDRESS, "address", "example.org/a", "example.org/b", id="a web address"),
    pytest.param(RequestKind.VICTIM_IDENTIFICATION, "hashes", "a1" * 16, "a2" * 16, id="a digest"),
]


@pytest.mark.parametrize(("kind", "name", "one", "other"), SAME)
def test_the_same_number_is_found_however_it_is_written(
    kind: RequestKind, name: str, one: str, other: str
) -> None:
    found = _signs(kind, {name: one})

    assert len(found) == 1
    assert found == _signs(kind, {name: other})


@pytest.mark.parametrize(("kind", "name", "one", "other"), OTHER)
def test_another_number_is_not(kind: RequestKind, name: str, one: str, other: str) -> None:
    assert not _signs(kind, {name: one}) & _signs(kind, {name: other})


@pytest.mark.parametrize(
    ("kind", "name", "short"),
    [
        (RequestKind.FUGITIVE, "document", "US 1"),
        (RequestKind.FUGITIVE, "fbi_number", "12"),
        (RequestKind.VICTIM_IDENTIFICATION, "series", "no."),
        (RequestKind.VICTIM_IDENTIFICATION, "evidence_reference", "1/1"),
    ],
)
def test_a_number_of_three_letters_is_no_sign_of_anything(kind: RequestKind, name: str, short: str) -> None:
    assert _signs(kind, {name: short}) == set()


def test_one_digest_of_many_is_enough() -> None:
    one = _signs(RequestKind.VICTIM_IDENTIFICATION, {"hashes": f"{'a1' * 16}\n{'b2' * 20}"})
    other = _signs(RequestKind.VICTIM_IDENTIFICATION, {"hashes": f"{'c3' * 32}, {'B2' * 20}"})

    assert len(one) == len(other) == 2
    assert len(one & other) == 1


def test_the_same_case_number_of_two_agencies_is_two_cases() -> None:
    one = _signs(RequestKind.FUGITIVE, {}, agency_case="2026/17", agency_id="example-city-police")
    same = _signs(RequestKind.INQUIRY, {}, agency_case="2026-17", agency_id="example-city-police")
    other = _signs(RequestKind.FUGITIVE, {}, agency_case="2026/17", agency_id="harbor-city-police")

    assert len(one) == 1
    assert one == same
    assert not one & other


def test_an_agency_of_no_list_is_known_by_its_name() -> None:
    one = _signs(
        RequestKind.FUGITIVE, {}, agency_case="2026/17", agency_id=None, agency_name="Example Patrol"
    )
    same = _signs(
        RequestKind.FUGITIVE, {}, agency_case="2026/17", agency_id=None, agency_name="EXAMPLE PATROL"
    )

    assert one == same


def test_another_countrys_case_counts_with_the_country() -> None:
    answers = {"their_reference": "Paris 2026/1"}
    french = _signs(RequestKind.INQUIRY, answers, direction=IN, country="FR", agency_id=None)
    again = _signs(RequestKind.MISSING_CHILD, answers, direction=IN, country="FR", agency_id="x")
    south_african = _signs(RequestKind.INQUIRY, answers, direction=IN, country="ZA", agency_id=None)

    assert len(french) == 1
    assert french == again
    assert not french & south_african


def test_the_papers_of_whoever_took_a_child_are_found_as_anybodys() -> None:
    taker = _signs(RequestKind.PARENTAL_ABDUCTION, {"taker_document": "X7654321"})
    fugitive = _signs(RequestKind.FUGITIVE, {"document": "X7654321"})

    assert taker == fugitive


def test_the_same_number_of_another_kind_is_no_sign() -> None:
    document = _signs(RequestKind.FUGITIVE, {"document": "123456789"})
    fbi_number = _signs(RequestKind.FUGITIVE, {"fbi_number": "123456789"})

    assert not {digest for _, digest in document} & {digest for _, digest in fbi_number}
