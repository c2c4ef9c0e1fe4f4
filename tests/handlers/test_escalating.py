"""Pages at the edge of the real desk: by words, by form, taken, read and resolved."""

from tests.handlers.examples import HOSTILE
from tests.handlers.office import BORIS, Office


def test_a_page_goes_out_by_words_alone(office: Office) -> None:
    assert office.type("/escalate somebody is at the door")["text"] == "Page ES-2026-00001 is on its way"


def test_a_page_about_a_record_joins_the_one_that_is_open(office: Office) -> None:
    reference = office.file_request()

    first = office.type(f"/escalate {reference} come now")
    second = office.type("/escalate lr 2026 1 come now please", as_=BORIS)

    assert first["text"] == "Page ES-2026-00001 is on its way"
    assert second["text"] == "Page ES-2026-00001 is open already, and your words were added to it"


def test_a_page_is_acknowledged_read_and_resolved(office: Office) -> None:
    office.type("/escalate " + HOSTILE)
    page = office.desk.escalations.status(office.person(), "ES-2026-00001")

    office.click("page:acknowledge", page.id)
    taken = office.answer()
    office.click("page:details", page.id)
    details = office.opened()
    office.click("page:resolve", page.id)
    resolved = office.submit(office.opened(), {"outcome": "Called back."})

    assert taken["text"] == "You have ES-2026-00001"
    assert details["title"]["text"] == "ES-2026-00001"
    assert "is resolved" in resolved["view"]["blocks"][0]["text"]["text"]
