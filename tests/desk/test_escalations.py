"""Pages are opened: by whom, for which record, and joined to the one that is open for it."""

from datetime import timedelta

import pytest

from bot.rules.errors import NoSuchRecord, Refusal
from storage.records.escalations import EscalationId, EscalationState
from storage.records.people import Actor, Person
from storage.records.requests import Priority
from tests.desk.around import both_databases
from tests.desk.floor import (
    ADMITTED,
    AUDITOR,
    LEFT,
    NEWCOMER,
    OFFICER,
    OPERATOR,
    REQUESTER,
    ROBOT,
    STRANGER,
    SUPERVISOR,
    Floor,
)
from tests.storage.examples import all_at_once


@pytest.mark.parametrize("asker", [NEWCOMER, REQUESTER, OFFICER, SUPERVISOR, AUDITOR, ADMITTED])
def test_everybody_of_the_desk_and_whoever_is_admitted_can_page(floor: Floor, asker: Person) -> None:
    assert floor.page(asker).page.opened_by == Actor(asker.id)


@pytest.mark.parametrize("asker", [STRANGER, LEFT, ROBOT])
def test_strangers_and_bots_cannot(floor: Floor, asker: Person) -> None:
    with pytest.raises(Refusal):
        floor.page(asker)

    assert floor.told() == []


@both_databases
def test_a_page_for_a_record_names_it_and_the_record_remembers_it(floor: Floor) -> None:
    request = floor.file_request()
    page = floor.page(reference_words="lr 2026 1").page
    status = floor.desk.requests.status(OFFICER, request.reference)

    assert page.record_reference == request.reference
    assert (status.events[0].step, status.events[0].state) == ("escalated", "submitted")


def test_a_second_page_for_the_same_record_joins_the_first(floor: Floor) -> None:
    floor.file_request()
    first = floor.page(REQUESTER, key="1", reference_words="LR-2026-00001")
    floor.told()
    second = floor.page(OFFICER, key="2", reference_words="LR-2026-00001")

    assert (second.joined, second.page.reference) == (True, first.page.reference)
    assert floor.told() == ["PagedAgain -> oncall"]


def test_who_has_the_page_is_told_of_a_second_one_and_reads_its_words(floor: Floor) -> None:
    floor.file_request()
    page = floor.page(key="1", reference_words="LR-2026-00001").page
    floor.acknowledge(OFFICER, page.id)
    floor.told()
    for _ in range(2):
        again = floor.page(key="2", reference_words="LR-2026-00001", words="The gate has changed.")
    details = floor.desk.escalations.details(OFFICER, EscalationId(page.id))

    assert again.page.reference == page.reference
    assert floor.told() == ["PagedAgain -> dm:UOFFICER"]
    assert [event.evidence["words"] for event in details.added] == ["The gate has changed."]


@both_databases
def test_eight_pages_for_one_record_at_once_are_one_page(floor: Floor) -> None:
    floor.file_request(OFFICER)
    opened = all_at_once(8, lambda n: floor.page(OFFICER, key=str(n), reference_words="LR-2026-00001"))

    assert len({one.page.reference for one in opened}) == 1
    assert sum(not one.joined for one in opened) == 1


def test_a_page_that_nobody_answered_pages_everybody_again_when_somebody_pages_again(floor: Floor) -> None:
    floor.file_request()
    spent = floor.exhausted(reference_words="LR-2026-00001")
    floor.told()
    again = floor.page(key="again", reference_words="LR-2026-00001")

    assert (again.joined, again.page.reference) == (True, spent.reference)
    assert again.page.state is EscalationState.OPEN
    assert floor.told_anew() == ["page_everyone -> oncall"]
    floor.clock.advance(minutes=10)
    floor.desk.escalations.sweep()
    assert floor.told_anew() == ["PageMoved -> dm:UREQ", "page_nobody -> oncall"]


@pytest.mark.parametrize("held", [False, True], ids=["nobody has it", "somebody has it"])
def test_whoever_pages_more_urgently_makes_the_page_so(floor: Floor, held: bool) -> None:
    request = floor.file_request()
    floor.on_duty(OFFICER)
    page = floor.page(reference_words=request.reference, priority=Priority.ROUTINE).page
    if held:
        floor.acknowledge(OFFICER, page.id)

    joined = floor.page(reference_words=request.reference, priority=Priority.FLASH, key="again").page

    assert joined.priority is Priority.FLASH
    assert joined.next_step_at == floor.clock.now() + timedelta(minutes=60 if held else 2)
    nudged = f"page_nudge -> dm:{OFFICER.id}" in floor.told()
    assert nudged == (not held), "its ladder begins at once, with a word to whoever was told already"


def test_after_the_first_is_resolved_a_record_can_be_paged_for_again(floor: Floor) -> None:
    floor.file_request()
    first = floor.page(key="1", reference_words="LR-2026-00001").page
    floor.acknowledge(OFFICER, first.id)
    floor.desk.escalations.resolve(OFFICER, EscalationId(first.id), "Done.")

    assert not floor.page(key="2", reference_words="LR-2026-00001").joined


def test_the_same_form_sent_twice_pages_once(floor: Floor) -> None:
    first = floor.page(key="form-1")
    floor.told()
    again = floor.page(key="form-1")

    assert again.page.reference == first.page.reference
    assert floor.told() == []


@pytest.mark.parametrize("reference", ["LR-2026-00001", "LR-2026-00099", "nonsense"])
def test_a_page_goes_out_without_a_record_that_may_not_be_seen(floor: Floor, reference: str) -> None:
    floor.file_request(OFFICER)
    floor.told()

    opened = floor.page(REQUESTER, reference_words=reference)

    assert opened.not_found == reference
    assert floor.told() != []


def test_without_a_role_a_page_is_linked_to_no_record(floor: Floor) -> None:
    floor.file_request(OFFICER)

    opened = floor.page(NEWCOMER, reference_words="LR-2026-00001")

    assert (opened.joined, opened.not_found) == (False, "LR-2026-00001")


def test_whom_slack_cannot_check_pages_all_the_same_and_learns_of_no_record(floor: Floor) -> None:
    request = floor.file_request()
    unchecked = {"actor": Actor("UWHO"), "reference_words": "LR-2026-00001", "identity_unchecked": True}
    first = floor.page(None, key="1", **unchecked)
    second = floor.page(None, key="2", **unchecked)

    assert first.page.identity_unchecked
    assert first.page.record_reference == request.reference
    assert not second.joined


def test_an_actor_without_a_person_is_taken_as_unchecked(floor: Floor) -> None:
    assert floor.page(None, actor=Actor("UWHO")).page.identity_unchecked


def test_a_page_is_found_by_its_reference(floor: Floor) -> None:
    page = floor.page().page

    assert floor.desk.escalations.status(OPERATOR, "es-2026-1") == page


@pytest.mark.parametrize("reference", ["ES-2026-00099", "nonsense"])
def test_a_page_that_is_not_there_is_not_found(floor: Floor, reference: str) -> None:
    with pytest.raises(NoSuchRecord):
        floor.desk.escalations.status(OFFICER, reference)
    with pytest.raises(NoSuchRecord):
        floor.acknowledge(OFFICER, reference)

    assert floor.desk.escalations.page(EscalationId(reference)) is None
