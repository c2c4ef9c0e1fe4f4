"""Answering pages: had by one, read by those who answer them, and resolved with an outcome."""

import pytest

from bot.rules.errors import DeskError, InvalidForm, NotYet, Refusal
from storage.records.escalations import EscalationId, EscalationState
from storage.records.people import Actor, Person, PersonId
from tests.desk.around import both_databases
from tests.desk.floor import (
    AUDITOR,
    NEWCOMER,
    OFFICER,
    OPERATOR,
    REQUESTER,
    SECOND,
    STRANGER,
    Floor,
)
from tests.storage.examples import all_at_once


@both_databases
def test_of_eight_who_acknowledge_at_once_one_has_it_and_the_others_are_told_who(floor: Floor) -> None:
    page = floor.page().page
    officers = [OFFICER, SECOND] * 4

    def take(index: int) -> str:
        try:
            return f"{floor.acknowledge(officers[index], page.id).acknowledged_by} has it"
        except NotYet as refused:
            return f"told that {refused.holder} has it"

    outcomes = all_at_once(8, take)
    after = floor.desk.escalations.page(EscalationId(page.id))

    assert after is not None
    assert outcomes.count(f"{after.acknowledged_by} has it") == 1
    assert outcomes.count(f"told that {after.acknowledged_by} has it") == 7


def test_an_acknowledged_page_is_shown_everywhere_and_climbs_no_further(floor: Floor) -> None:
    floor.on_duty()
    page = floor.page().page
    floor.told()
    floor.acknowledge(SECOND, page.id)
    floor.clock.advance(hours=1)

    assert floor.desk.escalations.sweep() == 0
    assert floor.told() == [
        "PageMoved -> dm:UREQ",
        "page -> dm:UOFFICER",
        "page -> oncall",
        "page_thread -> oncall",
    ]
    assert floor.audited(page.reference) == [
        ("USECOND", "escalation.acknowledge"),
        ("UREQ", "escalation.open"),
    ]


def test_also_at_its_end_a_page_can_be_taken(floor: Floor) -> None:
    page = floor.exhausted()

    assert floor.acknowledge(OFFICER, page.id).state is EscalationState.ACKNOWLEDGED


def test_a_page_is_resolved_after_somebody_has_taken_it(floor: Floor) -> None:
    page = floor.page().page
    with pytest.raises(NotYet, match="Acknowledge it first"):
        floor.desk.escalations.resolve(OFFICER, EscalationId(page.id), "Done.")
    floor.acknowledge(OFFICER, page.id)
    resolved = floor.desk.escalations.resolve(SECOND, EscalationId(page.id), " Done. ")

    assert resolved.state is EscalationState.RESOLVED
    assert (resolved.resolved_by, resolved.outcome) == (Actor(SECOND.id), "Done.")
    with pytest.raises(NotYet, match="resolved already"):
        floor.desk.escalations.resolve(OFFICER, EscalationId(page.id), "Again.")
    with pytest.raises(NotYet, match="resolved already"):
        floor.acknowledge(OFFICER, page.id)


@pytest.mark.parametrize("outcome", ["", "x" * 3001])
def test_resolving_needs_an_outcome_that_fits(floor: Floor, outcome: str) -> None:
    page = floor.page().page

    with pytest.raises(InvalidForm):
        floor.desk.escalations.resolve(OFFICER, EscalationId(page.id), outcome)


@pytest.mark.parametrize("asker", [REQUESTER, AUDITOR, NEWCOMER, STRANGER])
def test_only_the_desk_answers_pages(floor: Floor, asker: Person) -> None:
    page = EscalationId(floor.page(OFFICER).page.id)

    with pytest.raises(Refusal):
        floor.desk.escalations.acknowledge(Actor(asker.id), page)
    with pytest.raises(Refusal):
        floor.desk.escalations.escalate_now(asker, page)
    with pytest.raises(Refusal):
        floor.desk.escalations.resolve(asker, page, "Done.")
    with pytest.raises(Refusal):
        floor.desk.escalations.details(asker, page)


def test_an_operator_pages_and_names_the_officer_who_has_it(floor: Floor) -> None:
    floor.file_request()
    page = floor.page(None, reference_words="LR-2026-00001").page
    taken = floor.desk.escalations.acknowledge_by_reference(OPERATOR, "es 2026 1", holder=OFFICER.id)

    assert not page.identity_unchecked
    assert taken.acknowledged_by == Actor(OFFICER.id)
    assert floor.audited(page.reference)[0] == ("operator:root", "escalation.acknowledge")


def test_an_operator_may_have_a_page_without_being_a_person_until_an_officer_takes_it(floor: Floor) -> None:
    page = floor.page().page
    floor.desk.escalations.acknowledge(OPERATOR, EscalationId(page.id))

    with pytest.raises(NotYet, match="already with somebody") as refused:
        floor.desk.escalations.acknowledge(Actor("operator:another"), EscalationId(page.id))
    taken = floor.acknowledge(OFFICER, page.id)

    assert refused.value.holder is None
    assert taken.acknowledged_by == Actor(OFFICER.id)


@pytest.mark.parametrize(
    ("actor", "holder"),
    [(OPERATOR, REQUESTER.id), (OPERATOR, PersonId("UNKNOWN")), (Actor(OFFICER.id), SECOND.id)],
)
def test_nobody_is_made_to_have_a_page_wrongly(floor: Floor, actor: Actor, holder: PersonId) -> None:
    page = floor.page().page

    with pytest.raises(DeskError, match="is not an officer"):
        floor.desk.escalations.acknowledge(actor, EscalationId(page.id), holder=holder)


def test_the_words_of_a_page_are_read_by_the_desk_only_and_audited(floor: Floor) -> None:
    page = floor.page(words="A child is on the 3 p.m. flight.").page
    details = floor.desk.escalations.details(OFFICER, EscalationId(page.id))

    assert details.words == "A child is on the 3 p.m. flight."
    assert "flight" not in str(details.page)
    assert floor.audited(page.reference)[0] == ("UOFFICER", "escalation.read")


def test_words_that_are_too_long_do_not_stop_a_page(floor: Floor) -> None:
    page = floor.page(words="x" * 5000).page

    assert len(floor.desk.escalations.details(OFFICER, EscalationId(page.id)).words) == 3000
