"""*Show the name*: whom a protected notice is about, by a read of its own that the audit trail keeps."""

import pytest

from handlers import action_ids
from storage.records.audit import Outcome
from storage.records.notices import Colour
from tests.handlers.examples import ADA
from tests.handlers.notice_office import files, notice
from tests.handlers.office import BORIS, Office
from tests.handlers.reading import texts
from tests.handlers.slack_edge import sentence

SHERIFF = "example-county-sheriff"
CHILD = {"family_name": "Quillfeather", "forename": "Casey", "birth": "2018-05"}


@pytest.fixture(name="notice_id")
def _notice_id(office: Office) -> str:
    files(office, Colour.YELLOW, agency=SHERIFF, **CHILD)
    return notice(office).id


def test_the_details_offer_it_to_an_officer(office: Office, notice_id: str) -> None:
    office.click("details:notice:0", notice_id)

    read = texts(office.opened()["blocks"])
    assert {"Family name\nQ. (initial only)", "Born\n2018", "Show the name"} <= set(read)
    assert "Quillfeather" not in "".join(read)


def test_an_officer_reads_the_whole_name(office: Office, notice_id: str) -> None:
    office.click(action_ids.NOTICE_NAME, notice_id)

    view = office.opened()
    assert view["title"]["text"] == "NT-2026-00001"
    assert texts(view["blocks"]) == ["Family name\nQuillfeather", "Forename\nCasey", "Born\n2018-05"]


def test_the_agency_that_asks_reads_it_too(office: Office, notice_id: str) -> None:
    office.admit(BORIS, SHERIFF)

    office.click(action_ids.NOTICE_NAME, notice_id, as_=BORIS)

    assert "Family name\nQuillfeather" in texts(office.opened()["blocks"])


def test_another_agency_learns_nothing_not_even_that_there_is_one(office: Office, notice_id: str) -> None:
    office.admit(BORIS, "harbor-city-police")

    office.click(action_ids.NOTICE_NAME, notice_id, as_=BORIS)

    assert "I found nothing" in sentence(office.answer())


def test_an_agency_that_was_only_alerted_reads_the_details_and_no_name(office: Office) -> None:
    files(office, Colour.YELLOW, way="in", offices="harbor-city-police", **CHILD)
    office.admit(BORIS, "harbor-city-police")
    incoming = notice(office).id

    office.click("details:notice:0", incoming, as_=BORIS)
    read = texts(office.opened()["blocks"])
    office.click(action_ids.NOTICE_NAME, incoming, as_=BORIS)
    refused = sentence(office.answer())

    assert "Family name\nQ. (initial only)" in read
    assert "Show the name" not in read
    assert refused == "Only the agency that asks, or an officer, sees the whole name."


def test_each_reading_of_a_name_stands_in_the_trail_and_so_does_each_refusal(
    office: Office, notice_id: str
) -> None:
    office.admit(BORIS, "harbor-city-police")

    office.click(action_ids.NOTICE_NAME, notice_id)
    office.opened()
    office.click(action_ids.NOTICE_NAME, notice_id, as_=BORIS)
    office.answer()

    with office.database.reading() as stores:
        entries = [each for each in stores.audit.of("NT-2026-00001", 50) if each.action == "notice.name"]
    told = {(str(each.actor), each.outcome, each.fields) for each in entries}
    assert told == {(ADA, Outcome.DONE, ("family_name", "forename", "birth")), (BORIS, Outcome.REFUSED, ())}
