"""*Show the name*: whom a protected request is about, by a read of its own that the audit trail keeps."""

import pytest

from bot.rules.kinds import KINDS
from handlers import action_ids
from handlers.views import request_details
from storage.records.audit import Outcome
from storage.records.requests import Direction, LiaisonRequest, RequestKind
from tests.handlers import brim, request_facts
from tests.handlers.examples import ADA
from tests.handlers.filling import REQUEST, inputs
from tests.handlers.office import BORIS, Office
from tests.handlers.reading import texts
from tests.handlers.request_facts import of_kind
from tests.handlers.slack_edge import sentence

OUT = Direction.OUTGOING
CHILD = {"family_name": "Quillfeather", "forename": "Casey", "birth": "2018-05"}
SHOW = "Show the name"
NAMED = [
    kind for kind, row in KINDS.items() if row.protects and kind is not RequestKind.VICTIM_IDENTIFICATION
]
"""Of those, the form of one kind asks for no name at all."""


def read(of: LiaisonRequest, *, may_name: bool = True) -> list[str]:
    return texts(request_details.view(request_facts.request_details(of, may_name=may_name), brim.DESK))


@pytest.fixture(name="request_id")
def _request_id(office: Office) -> str:
    form = office.begin(kind="missing_child")
    office.submit(form, {name: REQUEST[name] for name in ("facts", "agency") if name in inputs(form)} | CHILD)
    return office.request("LR-2026-00001").id


@pytest.mark.parametrize("kind", NAMED)
def test_the_name_of_a_protected_subject_is_a_click_further(kind: RequestKind) -> None:
    assert SHOW in read(of_kind(kind, OUT, **CHILD))


@pytest.mark.parametrize("kind", NAMED)
def test_whoever_neither_works_on_it_nor_asked_is_offered_no_name(kind: RequestKind) -> None:
    assert SHOW not in read(of_kind(kind, OUT, **CHILD), may_name=False)


def test_where_no_name_is_known_none_is_offered() -> None:
    assert SHOW not in read(of_kind(RequestKind.MISSING_CHILD))


@pytest.mark.parametrize("kind", [kind for kind, row in KINDS.items() if not row.protects])
def test_the_name_of_anybody_else_stands_there_without_a_click(kind: RequestKind) -> None:
    assert SHOW not in read(of_kind(kind, OUT, **CHILD))


def test_an_officer_reads_the_whole_name(office: Office, request_id: str) -> None:
    office.click(action_ids.SHOW_NAME, request_id)

    view = office.opened()
    assert view["title"]["text"] == "LR-2026-00001"
    assert texts(view["blocks"]) == ["Family name\nQuillfeather", "Forename\nCasey", "Born\n2018-05"]


def test_the_agency_that_asks_reads_it_too(office: Office, request_id: str) -> None:
    office.admit(BORIS, REQUEST["agency"])

    office.click(action_ids.SHOW_NAME, request_id, as_=BORIS)

    assert "Family name\nQuillfeather" in texts(office.opened()["blocks"])


def test_another_agency_learns_nothing_not_even_that_there_is_one(office: Office, request_id: str) -> None:
    office.admit(BORIS, "harbor-city-police")

    office.click(action_ids.SHOW_NAME, request_id, as_=BORIS)

    assert "I found nothing" in sentence(office.answer())


def test_each_reading_of_a_name_stands_in_the_trail_and_so_does_each_refusal(
    office: Office, request_id: str
) -> None:
    office.admit(BORIS, "harbor-city-police")

    office.click(action_ids.SHOW_NAME, request_id)
    office.opened()
    office.click(action_ids.SHOW_NAME, request_id, as_=BORIS)
    office.answer()

    with office.database.reading() as stores:
        entries = [each for each in stores.audit.of("LR-2026-00001", 50) if each.action == "request.name"]
    told = {(str(each.actor), each.outcome, each.fields) for each in entries}
    assert told == {(ADA, Outcome.DONE, ("family_name", "forename", "birth")), (BORIS, Outcome.REFUSED, ())}
