"""`page`, `ack` and `status`: what an emergency needs, on the database alone."""

import getpass
import re

import pytest

from storage.database import Database
from storage.records.outbox import Lane
from tests.cli.terminal import type_in
from tests.storage.examples import a_request


@pytest.fixture(autouse=True)
def _two_officers(desk: str) -> None:
    type_in("people grant U0DAN officer")
    type_in("people grant U0NINA officer")
    type_in("oncall take U0DAN")


def test_a_page_is_written_down_for_the_officer_on_duty(desk: str) -> None:
    answer = type_in("page please call the sheriff")

    assert re.fullmatch(r"ES-\d{4}-00001: paged\. If it cannot wait, call [\d-]+\.", answer.words)
    database = Database(desk)
    with database.reading() as stores:
        (page,) = stores.escalations.unresolved()
        depth = stores.outbox.depth()
    database.close()
    assert (page.words, page.told) == ("please call the sheriff", ("U0DAN",))
    assert page.opened_by == f"operator:{getpass.getuser()}"
    assert (depth[Lane.FIRST], depth[Lane.PAGE]) == (2, 0)


def test_a_second_page_for_one_record_joins_the_first(desk: str) -> None:
    database = Database(desk)
    request = a_request()
    with database.transaction() as stores:
        stores.requests.add(request)
    database.close()

    first = type_in(f"page {request.reference} call me")
    second = type_in(f"page {request.reference} call me soon")

    assert "paged" in first.words
    assert "joined the page that is open for it" in second.words


def test_a_page_with_nobody_on_duty_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    type_in("people revoke U0DAN")

    assert "nobody is on duty" in type_in("page please call").words


def test_the_operator_acknowledges_for_a_named_officer_and_the_second_is_told_who_has_it() -> None:
    page = type_in("page please call").words.partition(":")[0]

    first = type_in(f"ack {page} --as U0NINA")
    second = type_in(f"ack {page} --as U0DAN")

    assert first.words == f"{page} is acknowledged by U0NINA."
    assert (second.code, second.words) == (
        1,
        "It is already with somebody: nothing was changed. U0NINA has it.",
    )
    assert type_in(f"status {page}").words == f"{page}: acknowledged, with U0NINA"


def test_a_reference_may_be_typed_sloppily() -> None:
    page = type_in("page please call").words.partition(":")[0]

    answer = type_in(f"ack '{page.lower().replace('-', ' ')}'")

    assert f"{page} is acknowledged by operator:{getpass.getuser()}." in answer.words
    assert "name the officer who has it by --as" in answer.words


def test_a_records_status_names_the_next_step_and_nobody_it_is_about(desk: str) -> None:
    database = Database(desk)
    request = a_request()
    with database.transaction() as stores:
        stores.requests.add(request)
    database.close()

    answer = type_in(f"status {request.reference}")

    assert answer.words.startswith(f"{request.reference}: submitted")
    assert "Next: An officer claims it and reviews it. (the desk)" in answer.words
    assert request.facts not in answer.words


def test_a_page_with_a_mistyped_reference_goes_out_and_says_so() -> None:
    answer = type_in("page LR-2026-99999 call me")

    assert answer.code == 0
    assert "ES-2026-00001: paged" in answer.words
    assert "There is no LR-2026-99999; the page went out without it." in answer.words


@pytest.mark.parametrize(
    ("line", "sentence"),
    [
        ("page call me --priority soon", "'soon' is not one of 'flash'"),
        ("page", "Missing argument 'words"),
        ("ack ES-2026-99999", "I found nothing for “ES-2026-99999”"),
        ("ack ES-2026-00001 --as dan", "dan is not a Slack user id"),
        ("status hello", "I found nothing for “hello”"),
        ("status ES-1", "I found nothing for “ES-1”"),
    ],
)
def test_a_mistake_gets_a_sentence(line: str, sentence: str) -> None:
    answer = type_in(line)

    assert answer.code != 0
    assert sentence in answer.words


def test_a_page_cannot_be_given_to_somebody_who_is_no_officer() -> None:
    page = type_in("page please call").words.partition(":")[0]

    answer = type_in(f"ack {page} --as U0RITA")

    assert (answer.code, answer.words) == (
        1,
        "U0RITA is not an officer of this desk, so they cannot have the page.",
    )
    assert type_in(f"status {page}").words == f"{page}: open"
