"""Pages at the edge of the real desk: by words, by form, taken, read and resolved."""

from tests.handlers.examples import HOSTILE
from tests.handlers.office import BORIS, Office
from tests.handlers.slack_edge import sentence


def test_a_page_goes_out_by_words_alone(office: Office) -> None:
    assert office.type("/escalate somebody is at the door")["text"] == "Page ES-2026-00001 is on its way"


def test_a_page_about_a_record_joins_the_one_that_is_open(office: Office) -> None:
    reference = office.file_request()

    first = office.type(f"/escalate {reference} come now")
    second = office.type("/escalate lr 2026 1 come now please", as_=BORIS)

    assert first["text"] == "Page ES-2026-00001 is on its way"
    assert second["text"] == "Page ES-2026-00001 is open already, and your words were added to it"


def test_a_slip_before_a_pages_reference_tells_nobody_anything(office: Office) -> None:
    office.type("/escalate somebody is at the door")
    before = len(office.waiting())

    said = sentence(office.type("/escalate staus ES-2026-00001"))
    still = office.type("/escalate status ES-2026-00001")["text"]

    assert said == "Did you mean `/escalate status ES-2026-00001`? Nobody was told anything."
    assert "ES-2026-00001" in still
    assert len(office.waiting()) == before


def test_ordinary_words_near_a_subcommands_name_page_all_the_same(office: Office) -> None:
    assert office.type("/escalate states police are here")["text"] == "Page ES-2026-00001 is on its way"


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
