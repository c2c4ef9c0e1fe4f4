"""A flash request pages by itself, and its page ends with it: nobody is woken for what is over."""

import pytest

from storage.records.escalations import Cause, Escalation, EscalationState
from storage.records.requests import LiaisonRequest, Priority
from tests.desk.around import both_databases
from tests.desk.floor import OFFICER, REQUESTER, SECOND, Floor

FLASH = Priority.FLASH
ENDINGS = {
    "withdraw": (REQUESTER, {}),
    "merge": (OFFICER, {"reason": "The same telephone number."}),
}


def _page(floor: Floor, request: LiaisonRequest) -> Escalation | None:
    """The page about it that is open."""
    with floor.database.reading() as stores:
        return stores.escalations.open_for(request.id)


def _over(floor: Floor, request: LiaisonRequest, step: str) -> LiaisonRequest:
    asker, answers = ENDINGS[step]
    into = {"into": floor.file_another(key="goes-on").reference} if step == "merge" else {}
    return floor.take(asker, request, step, **answers, **into)


@both_databases
@pytest.mark.parametrize("step", ENDINGS)
def test_a_page_that_nobody_answered_ends_when_its_request_is_over(floor: Floor, step: str) -> None:
    floor.on_duty()
    request = floor.file_another(priority=FLASH)
    page = _page(floor, request)
    over = _over(floor, request, step)
    floor.told()
    floor.clock.advance(hours=1)
    floor.desk.escalations.sweep()

    assert page is not None
    assert (page.cause, page.state) == (Cause.FLASH_REQUEST, EscalationState.OPEN)
    assert _page(floor, request) is None
    assert not [each for each in floor.told() if each.startswith("page")]
    with floor.database.reading() as stores:
        ended = stores.escalations.get(page.id)
    assert ended is not None
    assert (ended.state, ended.outcome) == (
        EscalationState.RESOLVED,
        f"{request.reference} is {over.state} now.",
    )


def test_a_page_that_went_to_everybody_and_found_nobody_ends_as_well(floor: Floor) -> None:
    request = floor.file_another(priority=FLASH)
    for minutes in (5, 10, 15):
        floor.clock.advance(minutes=minutes)
        floor.desk.escalations.sweep()
    exhausted = _page(floor, request)
    floor.take(REQUESTER, request, "withdraw")

    assert exhausted is not None
    assert exhausted.state is EscalationState.EXHAUSTED
    assert _page(floor, request) is None


def test_who_has_the_page_already_keeps_it_until_they_say_that_it_is_resolved(floor: Floor) -> None:
    request = floor.file_another(priority=FLASH)
    page = _page(floor, request)
    assert page is not None
    floor.acknowledge(SECOND, page.id)
    floor.take(REQUESTER, request, "withdraw")
    held = _page(floor, request)

    assert held is not None
    assert held.state is EscalationState.ACKNOWLEDGED


def test_a_page_that_somebody_opened_about_it_goes_on(floor: Floor) -> None:
    request = floor.file_another(priority=Priority.URGENT)
    floor.page(reference_words=request.reference)
    floor.take(REQUESTER, request, "withdraw")
    page = _page(floor, request)

    assert page is not None
    assert page.state is EscalationState.OPEN


def test_a_step_that_ends_nothing_leaves_the_page(floor: Floor) -> None:
    request = floor.file_another(priority=FLASH)
    floor.take(OFFICER, request, "watch")

    assert _page(floor, request) is not None
