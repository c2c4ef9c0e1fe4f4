"""Subjects: two records about the same person, document, case, report or address share a sign."""

import re

import pytest

from bot.rules import subjects
from bot.rules.colours import COLOURS, FILED_HERE
from storage.records.notices import Colour
from storage.records.reminders import RecordKind
from storage.records.requests import Direction, RequestKind
from tests.rules.examples import a_notice, a_request

EDGAR = {"family_name": "Example", "forename": "Edgar", "birth": "1990-05-17"}


def _signs(kind: RequestKind = RequestKind.FUGITIVE, **changes: object) -> set[tuple[str, str]]:
    request = a_request(**({"kind": kind, "answers": {}, "agency_case": ""} | changes))
    return {(key.sign, key.digest) for key in subjects.of_request(request)}


def _of_notice(family_name: str, forename: str, birth: str, **changes: object) -> set[tuple[str, str]]:
    answers = {"family_name": family_name, "forename": forename, "birth": birth}
    notice = a_notice(**({"answers": answers, "agency_case": ""} | changes))
    return {(key.sign, key.digest) for key in subjects.of_notice(notice)}


@pytest.mark.parametrize(
    ("family_name", "forename", "birth"),
    [
        pytest.param("Example", "Edgar", "1990-05-17", id="the same"),
        pytest.param("Edgar", "Example", "1990-05-17", id="in the other order"),
        pytest.param("EXAMPLE", "edgar", "1990-05-17", id="in other letters"),
        pytest.param("Example", " Edgar ", "1990-05-17", id="with stray spaces"),
        pytest.param("Éxâmple", "Edgár", "1990-05-17", id="with accents"),
        pytest.param("E\u0301xample", "Edgar", "1990-05-17", id="with accents as marks of their own"),
        pytest.param("Example,", "Edgar", "1990-05-17", id="with a comma"),
        pytest.param("Example", "Edgar", "1990", id="of whom only the year is known"),
        pytest.param("Example", "Edgar", "1990-11", id="with another month, as papers have"),
    ],
)
def test_the_same_person_is_found(family_name: str, forename: str, birth: str) -> None:
    one = _signs(answers=EDGAR)
    other = _signs(answers={"family_name": family_name, "forename": forename, "birth": birth})

    assert [sign for sign, _ in one] == [subjects.PERSON]
    assert one == other == _of_notice(family_name, forename, birth)


@pytest.mark.parametrize(
    "changes",
    [
        {"family_name": "Sample"},
        {"forename": "Edgar Allan"},
        {"birth": "1991-05-17"},
    ],
)
def test_another_person_is_not(changes: dict[str, str]) -> None:
    assert not _signs(answers=EDGAR) & _signs(answers=EDGAR | changes)


@pytest.mark.parametrize("missing", ["birth", "family_name,forename"])
def test_a_name_without_a_birth_and_a_birth_without_a_name_find_nobody(missing: str) -> None:
    known = {name: answer for name, answer in EDGAR.items() if name not in missing.split(",")}

    assert _signs(answers=known) == set()


def test_one_name_with_a_birth_is_enough() -> None:
    assert _signs(answers={"family_name": "Example", "birth": "1990"}) == _of_notice("Example", "", "1990")


@pytest.mark.parametrize("dash", ["-", "?", "…", "—"])
def test_a_name_of_no_letters_is_no_sign_of_anybody(dash: str) -> None:
    assert _signs(answers={"family_name": dash, "forename": dash, "birth": "1990"}) == set()


@pytest.mark.parametrize("kind", RequestKind)
def test_a_person_is_found_across_kinds_that_ask_for_one(kind: RequestKind) -> None:
    whole = a_request(kind=kind)
    born = whole.answers.get("birth", "")[:4]

    found = {key.sign: key.digest for key in subjects.of_request(whole)}

    if {"family_name", "forename", "birth"} <= set(whole.answers):
        (_, digest), *_ = _of_notice("Example", "Edgar", born)
        assert found[subjects.PERSON] == digest
    else:
        assert subjects.PERSON not in found


def test_a_watched_subject_is_known_by_person_and_papers_and_not_by_a_case() -> None:
    assert {"person", "document", "fbi_number", "a_number"} == subjects.OF_A_PERSON


@pytest.mark.parametrize("kind", RequestKind)
@pytest.mark.parametrize("direction", Direction)
def test_only_digests_are_kept(kind: RequestKind, direction: Direction) -> None:
    request = a_request(kind=kind, direction=direction)

    keys = subjects.of_request(request)

    assert all(re.fullmatch(r"[0-9a-f]{64}", key.digest) for key in keys)
    assert all((key.record_id, key.record_kind) == (request.id, RecordKind.REQUEST) for key in keys)
    assert len(set(keys)) == len(keys)


@pytest.mark.parametrize(
    ("colour", "direction"), [(colour, way) for colour, row in COLOURS.items() for way in row.forms]
)
def test_only_digests_are_kept_of_a_notice_too(colour: Colour, direction: Direction) -> None:
    notice = a_notice(colour=colour, direction=direction)

    keys = subjects.of_notice(notice)

    assert keys
    assert all(re.fullmatch(r"[0-9a-f]{64}", key.digest) for key in keys)
    assert all((key.record_id, key.record_kind) == (notice.id, RecordKind.NOTICE) for key in keys)
    assert len(set(keys)) == len(keys)


@pytest.mark.parametrize("colour", FILED_HERE)
def test_a_person_is_found_in_notices_of_both_ways(colour: Colour) -> None:
    both = [_of_notice("Example", "Edgar", "1990", colour=colour, direction=each) for each in Direction]

    assert both == [_signs(answers=EDGAR)] * 2


def test_a_notice_about_no_person_has_no_sign_of_one() -> None:
    incoming = {"colour": Colour.PURPLE, "direction": Direction.INCOMING}

    assert _of_notice("Example", "Edgar", "1990", **incoming) == set()


def test_a_notice_shares_a_document_with_a_request() -> None:
    notice = a_notice(answers={"document": "US X1234567"}, agency_case="")

    assert _signs(answers={"document": "x1234567"}) == {
        (key.sign, key.digest) for key in subjects.of_notice(notice)
    }


def test_a_case_number_is_the_agencys_at_home_and_the_countrys_from_abroad() -> None:
    ours, theirs = (
        subjects.of_notice(a_notice(answers={}, agency_case="2026/17", direction=each))
        for each in (Direction.OUTGOING, Direction.INCOMING)
    )

    assert [key.sign for key in (*ours, *theirs)] == ["case", "case"]
    assert ours != theirs
    assert _signs(agency_case="2026/17") == {(key.sign, key.digest) for key in ours}


def test_a_record_of_which_nothing_is_known_has_no_sign() -> None:
    assert _signs() == set()
