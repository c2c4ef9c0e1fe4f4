"""The App Home: what is theirs, what is due, which pages are open; and nothing for strangers."""

from datetime import timedelta

import pytest

from bot.desk.facts import PageRow
from storage.records.escalations import EscalationId
from storage.records.notices import Colour
from storage.records.people import Actor, Person
from tests.desk.around import both_databases
from tests.desk.floor import (
    ADMITTED,
    AUDITOR,
    LEFT,
    NEWCOMER,
    OFFICER,
    REQUESTER,
    SECOND,
    STRANGER,
    SUPERVISOR,
    Floor,
)


@both_databases
def test_an_officer_sees_their_own_what_is_due_and_the_open_pages(floor: Floor) -> None:
    floor.on_duty(OFFICER)
    request = floor.file_request()
    notice = floor.file_notice(colour=Colour.BLUE)
    floor.desk.requests.claim(OFFICER, request.id)
    page = floor.page().page
    floor.clock.advance(hours=1)
    home = floor.desk.home(OFFICER.id)

    assert (home.person, home.role) == (OFFICER.id, "officer")
    assert [row.reference for row in home.mine] == [request.reference]
    assert [row.reference for row in home.due_soon] == [notice.reference]
    assert home.pages == (
        PageRow(
            id=page.id,
            reference=page.reference,
            state=page.state,
            priority=page.priority,
            holder=None,
            opened_at=page.opened_at,
        ),
    )
    assert home.oncall is not None
    assert home.oncall.on_duty == OFFICER.id
    assert (home.telephone, home.email) == ("202-616-9000", "USNCB.HTCP@usdoj.gov")


def test_requests_and_notices_stand_together_by_due_moment_and_what_is_over_is_gone(floor: Floor) -> None:
    later = floor.file_request(OFFICER, key="1")
    over = floor.file_request(OFFICER, key="2")
    floor.desk.requests.claim(OFFICER, later.id)
    floor.desk.requests.claim(OFFICER, over.id)
    floor.close(OFFICER, over)
    floor.clock.advance(hours=-1)
    sooner = floor.file_notice()
    floor.step(OFFICER, sooner, "claim")

    assert [row.reference for row in floor.desk.home(OFFICER.id).mine] == [
        sooner.reference,
        later.reference,
    ]


def test_a_requester_sees_what_they_filed_and_no_pages(floor: Floor) -> None:
    own = floor.file_request(REQUESTER)
    floor.file_request(OFFICER)
    floor.page(OFFICER)
    home = floor.desk.home(REQUESTER.id)

    assert [row.reference for row in home.mine] == [own.reference]
    assert [row.reference for row in home.due_soon] == []
    floor.clock.advance(minutes=1)
    assert [row.reference for row in floor.desk.home(REQUESTER.id).due_soon] == [own.reference]
    assert home.pages == ()


def test_who_is_admitted_sees_their_agencys(floor: Floor) -> None:
    floor.file_request(OFFICER)
    own = floor.file_request(ADMITTED, agency="harbor-city-police")

    assert [row.reference for row in floor.desk.home(ADMITTED.id).mine] == [own.reference]


@pytest.mark.parametrize("person", [NEWCOMER, STRANGER, LEFT])
def test_without_a_role_there_is_little_to_see(floor: Floor, person: Person) -> None:
    floor.on_duty(OFFICER)
    floor.file_request(OFFICER)
    floor.page(OFFICER)
    home = floor.desk.home(person.id)

    assert (home.mine, home.due_soon, home.pages) == ((), (), ())
    assert (home.oncall is not None) == (person is NEWCOMER)
    assert home.telephone == "202-616-9000"


def test_an_auditor_sees_what_is_due(floor: Floor) -> None:
    request = floor.file_request()
    floor.clock.advance(hours=23)

    assert [row.reference for row in floor.desk.home(AUDITOR.id).due_soon] == [request.reference]


def test_a_home_is_kept_up_to_date_from_the_first_time_it_is_opened(floor: Floor) -> None:
    request = floor.file_request()
    floor.told()
    floor.desk.home_opened(OFFICER)
    opened = floor.told()
    floor.desk.requests.claim(OFFICER, request.id)
    claimed = floor.told()

    assert opened == ["home -> dm:UOFFICER"]
    assert "home -> dm:UOFFICER" in claimed
    assert "home -> dm:UREQ" not in claimed


def test_a_page_comes_and_goes_in_the_homes_of_everybody_who_answers_pages(floor: Floor) -> None:
    for person in (SUPERVISOR, SECOND, AUDITOR):
        floor.desk.home_opened(person)
    floor.told()
    page = floor.page().page
    opened = floor.told()
    floor.desk.escalations.acknowledge(Actor(OFFICER.id), EscalationId(page.id))
    taken = floor.told()

    for told in (opened, taken):
        assert [each for each in told if each.startswith("home")] == [
            "home -> dm:USECOND",
            "home -> dm:USUPER",
        ]


def test_a_home_says_how_long_the_desk_is_covered(floor: Floor) -> None:
    floor.on_duty(OFFICER, 3)

    home = floor.desk.home(OFFICER.id)
    assert home.oncall is not None
    assert home.oncall.until == floor.clock.now() + timedelta(hours=3)
