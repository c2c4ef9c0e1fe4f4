"""Notices from before each colour had a form of its own are there afterwards, with all that they said."""

from collections.abc import Mapping

import pytest
from sqlalchemy import text

from storage.database import Database
from storage.records.notices import Colour, Means, Notice, NoticeId, NoticeState
from storage.records.queries import RecordQuery
from storage.records.requests import Direction
from storage.upgrade import is_current, upgrade
from tests.storage.examples import NOW, a_link, a_notice
from tests.storage.older import an_old_notice, an_old_request, as_of

WHO = {
    "family_name": "Example",
    "forename": "Edgar",
    "sex": "male",
    "birth": "1990-05",
    "description": "Tall, grey hair",
}
RED = {
    "facts": "Invented: “quotes”, Ünïcode\nand '; DROP TABLE notices;--",
    "charge": "Kidnapping, 18 USC 1201",
    "basis": "prosecution",
    "penalty": "20 years",
    "warrant": "Example Court, 26-1, 2026-01-05",
}
BLUE = {"role": "witness", "facts": "Invented facts."}
GREEN = {"grounds": "Two invented ones", "assessor": "Example task force"}
YELLOW = {"police_report": "EX-2, 2026-02-01", "last_seen": "2026-01-31, Example City"}


def _upgraded(url: str, *record_ids: str) -> list[Notice]:
    upgrade(url)
    database = Database(url)
    with database.reading() as tx:
        found = [tx.notices.get(NoticeId(each)) for each in record_ids]
    database.close()
    return [each for each in found if each is not None]


def _answers(url: str, colour: str, block: Mapping[str, str]) -> Mapping[str, str]:
    with as_of(url, "0008") as connection:
        an_old_notice(connection, "1", colour, block)
    (notice,) = _upgraded(url, "1")
    assert notice.colour is Colour(colour)
    return notice.answers


@pytest.mark.parametrize(
    ("colour", "block", "expected"),
    [
        ("red", {**RED, "extradition": "District of Example"}, {**RED, "prosecutor": "District of Example"}),
        (
            "blue",
            {**BLUE, "sought": "Whereabouts"},
            {**BLUE, "facts": f"{BLUE['facts']}\nSought: Whereabouts"},
        ),
        (
            "green",
            {**GREEN, "assessment": "High risk."},
            {**GREEN, "based_on": "grounds", "risk": "High risk."},
        ),
        (
            "yellow",
            {**YELLOW, "age_group": "child", "circumstances": "Did not come home."},
            {**YELLOW, "subject": "child", "facts": "Did not come home."},
        ),
    ],
)
def test_of_each_colour_every_answer_stands_under_the_name_that_its_form_has_now(
    empty_url: str, colour: str, block: dict[str, str], expected: dict[str, str]
) -> None:
    assert _answers(empty_url, colour, block) == {**WHO, **expected}


@pytest.mark.parametrize(("basis", "name"), [("sentence", "sentence_left"), ("prosecution", "penalty")])
def test_a_length_is_what_is_left_of_a_sentence_or_the_longest_penalty(
    empty_url: str, basis: str, name: str
) -> None:
    answers = _answers(empty_url, "red", {**RED, "basis": basis, "penalty": "8 years"})

    assert {each: answers.get(each) for each in ("penalty", "sentence_left")} == {
        "penalty": None,
        "sentence_left": None,
        name: "8 years",
    }


@pytest.mark.parametrize(
    ("before", "now"),
    [
        ("child", {"subject": "child"}),
        ("adult_allowed", {"subject": "adult", "privacy": "allows"}),
        ("adult_not_allowed", {"subject": "adult", "privacy": "prevents"}),
    ],
)
def test_an_age_group_is_whom_it_is_about_and_what_privacy_law_says(
    empty_url: str, before: str, now: dict[str, str]
) -> None:
    assert _answers(empty_url, "yellow", {**YELLOW, "age_group": before}) == {**WHO, **YELLOW, **now}


def test_everything_else_of_an_old_notice_stays(empty_url: str) -> None:
    with as_of(empty_url, "0008") as connection:
        an_old_request(connection, "7")
        an_old_notice(
            connection,
            "1",
            block=RED,
            request_id="7",
            owner="UBORIS",
            approved_by="UCHIDI",
            state="published",
            control_number="A-1/3-2026",
            version=6,
        )

    (notice,) = _upgraded(empty_url, "1")

    assert is_current(empty_url)
    assert notice == Notice(
        id=NoticeId("1"),
        reference="NT-2025-00001",
        colour=Colour.RED,
        country="FR",
        request_id=notice.request_id,
        agency_id="example-city-police",
        agency_name="Example City Police Department",
        agency_case="2025/17",
        filed_by=notice.filed_by,
        owner=notice.owner,
        approved_by=notice.approved_by,
        state=NoticeState.PUBLISHED,
        state_since=NOW,
        control_number="A-1/3-2026",
        due_at=NOW,
        created_at=NOW,
        answers={**WHO, **RED},
        direction=Direction.OUTGOING,
        means=Means.NOTICE,
        version=6,
    )
    assert (notice.request_id, notice.filed_by, notice.owner, notice.approved_by) == (
        "7",
        "UADA",
        "UBORIS",
        "UCHIDI",
    )


def test_several_are_each_themselves_and_what_is_new_is_kept_beside_them(empty_url: str) -> None:
    with as_of(empty_url, "0008") as connection:
        for number in range(1, 6):
            an_old_notice(connection, str(number), block={**RED, "charge": f"Charge {number}"})
    upgrade(empty_url)
    database, new = Database(empty_url), a_notice(direction=Direction.INCOMING, means=Means.DIFFUSION)

    with database.transaction() as tx:
        tx.notices.add(new)
        tx.links.add(a_link(one=NoticeId("1"), other=new.id))

    with database.reading() as tx:
        found = {each.id: each.answers["charge"] for each in tx.notices.find(RecordQuery())}
        assert found == {
            **{str(number): f"Charge {number}" for number in range(1, 6)},
            new.id: "An invented charge",
        }
        assert tx.links.of(NoticeId("1")) == [new.id]
        assert tx.notices.get(new.id) == new
    database.close()


def test_the_old_columns_are_gone(empty_url: str) -> None:
    with as_of(empty_url, "0008") as connection:
        an_old_notice(connection, "1", block=RED)
    with as_of(empty_url, "0009") as connection:
        columns = connection.execute(text("SELECT * FROM notices")).keys()

    assert not {"identity", "block"} & set(columns)
