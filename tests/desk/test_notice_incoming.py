"""Another country's notice: recorded by an officer, answered, and ended as that country says."""

from collections.abc import Mapping
from datetime import timedelta
from typing import Any

import pytest

from bot.rules.errors import InvalidForm, NotYet, Refusal
from storage.records.disclosures import Content
from storage.records.notices import Colour, Means, Notice, NoticeState
from storage.records.people import Person
from storage.records.requests import Direction
from tests.desk.around import both_databases, day
from tests.desk.floor import ADMITTED, AUDITOR, OFFICER, REQUESTER, SECOND, Floor
from tests.desk.notice_life import evidence, takes
from tests.notice_samples import RECEIVED
from tests.rules.examples import a_notice_form
from tests.storage.examples import all_at_once

ANOTHER: Mapping[str, Any] = {"family_name": "Other", "forename": "Robin"}


def _errors(floor: Floor, **answers: Any) -> dict[str, str]:
    with pytest.raises(InvalidForm) as invalid:
        floor.received(**answers)
    return invalid.value.errors


@both_databases
def test_it_is_recorded_by_an_officer_who_has_it_and_shown_to_the_desk(floor: Floor) -> None:
    notice = floor.received()

    assert (notice.state, notice.owner, notice.approved_by) == (NoticeState.RECEIVED, OFFICER.id, None)
    assert (notice.country, notice.control_number, notice.agency_name) == ("FR", "A-77/2-2026", "")
    assert notice.due_at == day("2031-02-20")
    assert floor.told() == ["notice_card -> desk", "notice_thread -> desk"]
    assert floor.audited(notice.reference) == [("UOFFICER", "notice.file")]


@pytest.mark.parametrize("colour", Colour)
@pytest.mark.parametrize("means", Means)
def test_every_colour_is_received_as_a_notice_or_a_diffusion(
    floor: Floor, colour: Colour, means: Means
) -> None:
    form = a_notice_form(colour, direction=Direction.INCOMING, means=means, answers=RECEIVED)
    filed = floor.desk.notices.file(OFFICER, form, "k")

    assert (filed.notice.colour, filed.notice.means, filed.notice.state) == (colour, means, "received")
    assert (filed.warnings, filed.missing) == ((), {})


@pytest.mark.parametrize("asker", [REQUESTER, ADMITTED, AUDITOR])
def test_nobody_else_records_one(floor: Floor, asker: Person) -> None:
    form = a_notice_form(direction=Direction.INCOMING, answers=RECEIVED)
    for attempt in (
        lambda: floor.desk.notices.check_filer(asker, Direction.INCOMING),
        lambda: floor.desk.notices.check_beginning(asker, Colour.RED, Direction.INCOMING, "FR"),
        lambda: floor.desk.notices.file(asker, form, "k"),
    ):
        with pytest.raises(Refusal):
            attempt()

    assert floor.refused("") == [(asker.id, "notice.file")] * 3


@pytest.mark.parametrize(
    ("answers", "field"),
    [
        ({"issued_on": ""}, "issued_on"),
        ({"issued_on": "2026-03-09"}, "issued_on"),
        ({"facts": ""}, "facts"),
        ({"us_state": "XX"}, "us_state"),
        ({"control_number": "Edgar Example"}, "control_number"),
        ({"offices": "an-agency-of-no-registry"}, "offices"),
        ({"offence": "of_no_list"}, "offence"),
        ({"request_reference": "LR-2026-00099"}, "request_reference"),
    ],
)
def test_what_needs_another_look_stands_beside_its_field(
    floor: Floor, answers: dict[str, str], field: str
) -> None:
    assert set(_errors(floor, **answers)) == {field}
    assert floor.desk.notices.listing(OFFICER, "").total == 0


@pytest.mark.parametrize(
    ("typed", "kept"), [("a 77 / 2-2026", "A-77/2-2026"), ("A-1234", "A-1234"), ("", None)]
)
def test_a_control_number_is_kept_in_its_one_spelling(floor: Floor, typed: str, kept: str | None) -> None:
    assert floor.received(control_number=typed).control_number == kept


def test_a_number_that_another_notice_has_is_refused_and_the_other_one_named(floor: Floor) -> None:
    own = floor.published(number="A-1/3-2026")
    other = floor.received(key="2")

    assert _errors(floor, control_number="a1/3-2026", **ANOTHER) == {
        "control_number": f"{own.reference} has this control number already."
    }
    assert _errors(floor, **ANOTHER) == {
        "control_number": f"{other.reference} has this control number already."
    }


@both_databases
def test_of_two_who_record_the_same_at_once_one_does(floor: Floor) -> None:
    def record(index: int) -> Notice | None:
        form = a_notice_form(direction=Direction.INCOMING, answers=RECEIVED)
        try:
            return floor.desk.notices.file((OFFICER, SECOND)[index], form, "k").notice
        except InvalidForm:
            return None

    assert sorted(each is None for each in all_at_once(2, record)) == [False, True]


def test_whoever_is_located_here_is_answered_to_the_source_country(floor: Floor) -> None:
    notice = floor.received()
    located = takes(floor, notice, "located", located_in="US")
    replied = takes(floor, notice, "replied", message_reference="IPW 4")
    (logged,) = floor.log(notice)

    assert (located.state, located.due_at) == (NoticeState.LOCATED, floor.clock.now() + timedelta(hours=24))
    assert (replied.state, replied.due_at) == (NoticeState.RECEIVED, notice.due_at)
    assert (logged.recipient, logged.content, logged.reference) == ("country:FR", Content.REPLY, "IPW 4")
    assert "safe" not in str(floor.desk.notices.details(OFFICER, notice.id).events)


def test_it_is_suspended_and_resumed_as_its_country_says(floor: Floor) -> None:
    notice = floor.received()
    suspended = takes(floor, notice, "suspend")
    resumed = takes(floor, notice, "resume")

    assert suspended.state is NoticeState.SUSPENDED
    assert (resumed.state, resumed.due_at) == (NoticeState.RECEIVED, notice.due_at)


@pytest.mark.parametrize("end", ["withdrawn", "cancelled", "deleted", "expired"])
@pytest.mark.parametrize("colour", [Colour.RED, Colour.YELLOW, Colour.BLACK])
def test_it_ends_as_the_message_says_without_a_guard(floor: Floor, colour: Colour, end: str) -> None:
    notice = floor.received(colour)
    ended = takes(floor, notice, "end", end=end, evidence="EX message")

    assert (ended.state, ended.due_at) == (NoticeState(end), None)
    assert evidence(floor, notice).evidence["evidence"] == "EX message"
    card = floor.desk.notices.card(notice.id)
    assert card is not None
    assert card.offered == ()


@pytest.mark.parametrize(
    "step", ["claim", "approve", "send", "query", "arrested", "returned", "renew", "update", "ask_withdrawal"]
)
def test_what_is_for_our_own_is_not_open(floor: Floor, step: str) -> None:
    notice = floor.received()

    with pytest.raises(NotYet):
        takes(floor, notice, step, SECOND)
    assert floor.notice(notice.id) == notice
