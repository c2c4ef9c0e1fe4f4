"""Pages: always told to somebody, climbing until somebody has them, and had by one."""

from datetime import timedelta

import pytest

from bot.rules.errors import DeskError, InvalidForm, NoSuchRecord, NotYet, Refusal
from storage.records.escalations import EscalationId, EscalationState
from storage.records.outbox import Lane
from storage.records.people import Actor, Person, PersonId
from tests.desk.around import CountingWake
from tests.desk.floor import (
    ADMITTED,
    AUDITOR,
    LEFT,
    NEWCOMER,
    OFFICER,
    OPERATOR,
    REQUESTER,
    ROBOT,
    SECOND,
    STRANGER,
    SUPERVISOR,
    Floor,
)
from tests.storage.examples import all_at_once


def test_a_page_goes_to_the_officer_on_duty_and_the_channel_at_once(floor: Floor) -> None:
    floor.on_duty(OFFICER)
    opened = floor.page()

    assert not opened.joined
    assert (opened.page.reference, opened.page.told) == ("ES-2026-00001", (OFFICER.id,))
    assert opened.page.next_step_at == floor.clock.now() + timedelta(minutes=5)
    assert [row.lane for row in floor.waiting()] == [Lane.PAGE, Lane.PAGE]


def test_the_ladder_is_climbed_until_its_loud_end(floor: Floor) -> None:
    floor.on_duty(SECOND, 12)
    floor.on_duty(OFFICER, 6)
    page = floor.page().page
    told = [floor.told()]
    for minutes in (5, 5, 5, 10):
        floor.clock.advance(minutes=minutes)
        assert floor.desk.escalations.sweep() == 1
        told.append(floor.told())

    assert told == [
        ["page -> dm:UOFFICER", "page -> oncall"],
        ["page -> dm:UOFFICER", "page -> dm:USECOND", "page -> oncall"],
        ["page -> dm:UOFFICER", "page -> dm:USECOND", "page -> dm:USUPER", "page -> oncall"],
        [
            "page -> dm:UOFFICER",
            "page -> dm:USECOND",
            "page -> dm:USUPER",
            "page -> oncall",
            "page_everyone -> oncall",
        ],
        [
            "PageMoved -> dm:UREQ",
            "page -> dm:UOFFICER",
            "page -> dm:USECOND",
            "page -> dm:USUPER",
            "page -> oncall",
            "page_nobody -> oncall",
        ],
    ]
    exhausted = floor.desk.escalations.page(EscalationId(page.id))
    assert exhausted is not None
    assert (exhausted.state, exhausted.next_step_at) == (EscalationState.EXHAUSTED, None)


def test_a_sweep_before_its_time_does_nothing_and_wakes_nobody(floor: Floor, wake: CountingWake) -> None:
    floor.on_duty()
    floor.page()
    before = wake.times

    assert floor.desk.escalations.sweep() == 0
    assert wake.times == before
    assert floor.desk.escalations.next_due() == floor.clock.now() + timedelta(minutes=5)


def test_eight_sweeps_at_once_take_one_step(floor: Floor) -> None:
    floor.on_duty()
    page = floor.page().page
    floor.clock.advance(minutes=5)
    steps = all_at_once(8, lambda _: floor.desk.escalations.sweep())
    after = floor.desk.escalations.page(EscalationId(page.id))

    assert sum(steps) == 1
    assert after is not None
    assert after.told == (OFFICER.id, SUPERVISOR.id)


def test_with_nobody_on_duty_the_next_rung_is_told_at_once_and_the_page_says_so(floor: Floor) -> None:
    page = floor.page().page

    assert page.nobody_on_duty
    assert page.told == (SUPERVISOR.id,)


def test_with_nobody_at_all_the_channel_is_told_at_once(floor: Floor) -> None:
    floor.desk.people.revoke(SUPERVISOR.id, by=OPERATOR)
    floor.page()

    assert floor.told() == ["page -> oncall", "page_everyone -> oncall"]


def test_an_officer_who_left_does_not_swallow_a_page(floor: Floor) -> None:
    floor.on_duty(OFFICER)
    floor.change(OFFICER, deactivated=True)

    assert floor.page().page.told == (SUPERVISOR.id,)


def test_who_was_told_already_is_not_told_twice(floor: Floor) -> None:
    floor.on_duty(SUPERVISOR)
    floor.page()
    floor.clock.advance(minutes=5)
    floor.desk.escalations.sweep()

    assert floor.told().count("page_everyone -> oncall") == 1


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
    assert floor.told() == ["PageMoved -> dm:UREQ", "page -> dm:UOFFICER", "page -> oncall"]
    assert floor.audited(page.reference) == [
        ("USECOND", "escalation.acknowledge"),
        ("UREQ", "escalation.open"),
    ]


def test_also_at_its_end_a_page_can_be_taken(floor: Floor) -> None:
    page = floor.exhausted()

    assert floor.acknowledge(OFFICER, page.id).state is EscalationState.ACKNOWLEDGED


def test_escalate_now_takes_the_next_rung_at_once(floor: Floor) -> None:
    floor.on_duty()
    page = floor.page().page
    hurried = floor.desk.escalations.escalate_now(OFFICER, EscalationId(page.id))

    assert hurried.told == (OFFICER.id, SUPERVISOR.id)
    assert hurried.next_step_at == floor.clock.now() + timedelta(minutes=5)


def test_escalate_now_is_refused_when_nobody_is_waited_for(floor: Floor) -> None:
    taken = floor.page(key="1").page
    floor.acknowledge(OFFICER, taken.id)
    with pytest.raises(NotYet) as refused:
        floor.desk.escalations.escalate_now(SECOND, EscalationId(taken.id))
    spent = floor.exhausted()

    assert refused.value.holder == OFFICER.id
    with pytest.raises(NotYet, match="Call the command center: 202-616-9000"):
        floor.desk.escalations.escalate_now(SECOND, EscalationId(spent.id))


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


@pytest.mark.parametrize("asker", [NEWCOMER, REQUESTER, OFFICER, SUPERVISOR, AUDITOR, ADMITTED])
def test_everybody_of_the_desk_and_whoever_is_admitted_can_page(floor: Floor, asker: Person) -> None:
    assert floor.page(asker).page.opened_by == Actor(asker.id)


@pytest.mark.parametrize("asker", [STRANGER, LEFT, ROBOT])
def test_strangers_and_bots_cannot(floor: Floor, asker: Person) -> None:
    with pytest.raises(Refusal):
        floor.page(asker)

    assert floor.told() == []


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
    assert floor.told().count("page_everyone -> oncall") == 1
    floor.clock.advance(minutes=10)
    floor.desk.escalations.sweep()
    assert floor.told().count("page_nobody -> oncall") == 1


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


def test_an_operator_pages_and_names_the_officer_who_has_it(floor: Floor) -> None:
    floor.file_request()
    page = floor.page(None, reference_words="LR-2026-00001").page
    taken = floor.desk.escalations.acknowledge_by_reference(OPERATOR, "es 2026 1", holder=OFFICER.id)

    assert not page.identity_unchecked
    assert taken.acknowledged_by == Actor(OFFICER.id)
    assert floor.audited(page.reference)[0] == ("operator:root", "escalation.acknowledge")


def test_an_operator_may_have_a_page_without_being_a_person(floor: Floor) -> None:
    page = floor.page().page
    floor.desk.escalations.acknowledge(OPERATOR, EscalationId(page.id))

    with pytest.raises(NotYet, match="already with somebody") as refused:
        floor.acknowledge(OFFICER, page.id)

    assert refused.value.holder is None


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
