"""Whoever paged: what they hear of it afterwards, and where they learn how it stands."""

import pytest

from bot.rules.errors import NoSuchRecord
from storage.records.announcements import PageMoved
from storage.records.escalations import EscalationId, EscalationState
from storage.records.people import Person
from tests.desk.around import both_databases
from tests.desk.floor import ADMITTED, AUDITOR, NEWCOMER, OFFICER, REQUESTER, SECOND, SUPERVISOR, Floor


@both_databases
def test_whoever_paged_hears_who_has_it_and_that_it_is_resolved(floor: Floor) -> None:
    floor.file_request()
    page = floor.page(REQUESTER, key="1", reference_words="LR-2026-00001").page
    floor.page(SECOND, key="2", reference_words="LR-2026-00001")
    floor.acknowledge(OFFICER, page.id)
    taken = _heard(floor)
    floor.desk.escalations.resolve(SECOND, EscalationId(page.id), "Done.")

    assert taken == [
        ("dm:UREQ", EscalationState.ACKNOWLEDGED, OFFICER.id),
        ("dm:USECOND", EscalationState.ACKNOWLEDGED, OFFICER.id),
    ]
    assert _heard(floor) == [("dm:UREQ", EscalationState.RESOLVED, SECOND.id)]


def test_whoever_paged_hears_each_time_that_nobody_answered(floor: Floor) -> None:
    floor.file_request()
    floor.exhausted(reference_words="LR-2026-00001")
    first = _heard(floor)
    floor.page(key="again", reference_words="LR-2026-00001")
    floor.clock.advance(minutes=10)
    for _ in range(2):
        floor.desk.escalations.sweep()

    assert first == _heard(floor) == [("dm:UREQ", EscalationState.EXHAUSTED, None)]


def test_an_operator_and_an_officer_who_took_their_own_page_are_told_nothing(floor: Floor) -> None:
    theirs = floor.page(OFFICER, key="1").page
    floor.acknowledge(OFFICER, theirs.id)
    operators = floor.page(None, key="2").page
    floor.acknowledge(OFFICER, operators.id)

    assert _heard(floor) == []


def test_who_joins_a_page_that_somebody_has_learns_whether_they_were_told(floor: Floor) -> None:
    floor.file_request()
    page = floor.page(key="1", reference_words="LR-2026-00001").page
    floor.acknowledge(OFFICER, page.id)
    reached = floor.page(key="2", reference_words="LR-2026-00001")
    floor.change(OFFICER, deactivated=True)
    gone = floor.page(key="3", reference_words="LR-2026-00001")

    assert (reached.told_again, gone.told_again) == (OFFICER.id, None)


@pytest.mark.parametrize("asker", [REQUESTER, OFFICER, SUPERVISOR, AUDITOR])
def test_where_a_page_stands_is_told_to_its_opener_and_to_who_sees_every_record(
    floor: Floor, asker: Person
) -> None:
    page = floor.page(REQUESTER).page

    assert floor.desk.escalations.status(asker, page.reference) == page


def test_also_without_a_role_somebody_learns_where_their_own_page_stands(floor: Floor) -> None:
    page = floor.page(NEWCOMER).page

    assert floor.desk.escalations.status(NEWCOMER, page.reference) == page


@pytest.mark.parametrize("asker", [REQUESTER, NEWCOMER, ADMITTED])
def test_somebody_elses_page_is_not_there(floor: Floor, asker: Person) -> None:
    page = floor.page(OFFICER).page

    with pytest.raises(NoSuchRecord) as hidden:
        floor.desk.escalations.status(asker, page.reference)
    with pytest.raises(NoSuchRecord) as missing:
        floor.desk.escalations.status(asker, "ES-2026-00099")

    assert str(hidden.value).replace(page.reference, "ES-2026-00099") == str(missing.value)


def _heard(floor: Floor) -> list[tuple[str, EscalationState, str | None]]:
    """Which direct messages say now what became of a page."""
    rows = [(row.place, row.what) for row in floor.waiting()]
    return sorted((place, what.state, what.by) for place, what in rows if isinstance(what, PageMoved))
