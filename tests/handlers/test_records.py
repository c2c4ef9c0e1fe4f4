"""Requests and notices at the edge of the real desk: filed, looked up, stepped, listed."""

import pytest

from tests.handlers import notice_office
from tests.handlers.examples import ADA, HOSTILE
from tests.handlers.filling import BEGINNING, REQUEST
from tests.handlers.office import BORIS, Office
from tests.handlers.slack_edge import sentence


def test_a_request_is_filed_and_its_state_told(office: Office) -> None:
    reference = office.file_request()

    assert reference == "LR-2026-00001"
    assert office.type("/liaison status lr 2026 1")["text"] == "LR-2026-00001: submitted"


def test_a_form_that_is_sent_twice_makes_one_request(office: Office) -> None:
    form = office.begin()

    first = office.submit(form, REQUEST)
    second = office.submit(form, REQUEST)

    assert first["view"]["blocks"][0] == second["view"]["blocks"][0]
    assert office.type("/liaison list")["text"] == "Requests: 1 found, page 1 of 1"


def test_the_desk_names_the_field_that_needs_another_look(office: Office) -> None:
    office.type("/liaison")

    answer = office.submit(office.opened(), BEGINNING | {"country": "US"})

    assert set(answer["errors"]) == {"country"}


def test_who_was_faster_is_named_to_the_other(office: Office) -> None:
    office.file_request()
    request = office.desk.requests.listing(office.person(), "").rows[0]

    office.click("step:request:claim", request.id, as_=BORIS)
    office.click("step:request:claim", request.id, as_=ADA)

    answers = {office.answer()["text"] for _ in range(2)}
    assert answers == {"LR-2026-00001 is now in intake review", "That did not work."}


def test_a_step_that_asks_opens_its_form_and_a_stale_one_is_refused(office: Office) -> None:
    notice_office.files(office)
    notice = notice_office.notice(office)
    office.click("step:notice:claim", notice.id, as_=BORIS)
    office.answer()
    office.click("step:notice:ask_info", notice.id, as_=BORIS)
    form = office.opened()

    first = office.submit(form, {"missing": HOSTILE}, as_=BORIS)
    second = office.submit(form, {"missing": "more"}, as_=BORIS)

    assert "waiting for information" in first["view"]["blocks"][0]["text"]["text"]
    assert "waiting for information" in second["errors"]["missing"]


@pytest.mark.parametrize("command", ["/liaison status", "/notice status"])
def test_a_status_of_nothing_tells_how_it_is_typed(office: Office, command: str) -> None:
    assert sentence(office.type(command)).startswith(f"Which one? Type it so: {command} ")


def test_a_status_of_nothing_lists_what_is_ones_own(office: Office) -> None:
    reference = office.file_request()
    office.click("step:request:claim", office.desk.requests.listing(office.person(), "").rows[0].id)
    office.answer()

    assert reference in str(office.type("/liaison status"))


def test_details_open_in_a_modal(office: Office) -> None:
    office.file_request()
    request = office.desk.requests.listing(office.person(), "").rows[0]

    office.click("details:request:3", request.id)

    assert office.opened()["title"]["text"] == "LR-2026-00001"


def test_a_list_turns_its_pages_in_place(office: Office) -> None:
    for _ in range(11):
        office.file_request()

    first = office.type("/liaison list pending")
    turn = first["blocks"][-1]["elements"][0]
    office.click(turn["action_id"], turn["value"])

    assert first["text"] == "Requests: 11 found, page 1 of 2"
    second = office.answer()
    assert (second["text"], second["replace_original"]) == ("Requests: 11 found, page 2 of 2", True)


def test_a_query_that_no_button_could_carry_is_refused(office: Office) -> None:
    assert "at most 300" in sentence(office.type("/notice list " + "x" * 301))


def test_what_is_not_due_is_not_snoozed(office: Office) -> None:
    office.file_request()
    request = office.desk.requests.listing(office.person(), "").rows[0]

    office.click("snooze:request", request.id)
    answer = office.answer()

    assert "nothing of it is due now" in sentence(answer)
