"""The example desk: what somebody finds who starts the sandbox for the first time."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import pytest

from bot.clock import new_id
from bot.demo.notice_samples import AGENCY
from bot.demo.people import DUTY, EVERYBODY, OFFICER, REQUESTER, SUPERVISOR, DemoPerson
from bot.demo.story import PastClock, Story
from bot.desk.desk import Desk
from bot.policy import load
from bot.rules.requests import OVER
from bot.sandbox.blocks import check_message, check_view
from handlers.app import desk_over, desk_words
from handlers.cli.ground import NobodyToWake
from handlers.views import agency_alerts, cards, home, own, request_details
from storage.database import Database
from storage.records.notices import NoticeState
from storage.records.people import Person
from storage.records.queries import RecordQuery
from storage.records.requests import LiaisonRequest, RequestKind, RequestState
from tests.databases import in_memory
from tests.registered import SETTINGS

NOW = datetime(2026, 11, 25, 12, 0, tzinfo=UTC)
AT_MIDNIGHT_ELSEWHERE = datetime(2026, 11, 26, 2, 30, tzinfo=UTC)
"""Tomorrow already, but not at the desk."""
ON_A_SATURDAY = datetime(2026, 11, 28, 15, 0, tzinfo=UTC)
IN_A_NEW_YEAR = datetime(2027, 1, 1, 9, 0, tzinfo=UTC)


@dataclass
class Example:
    desk: Desk
    database: Database
    clock: PastClock

    def requests(self) -> dict[str, LiaisonRequest]:
        """All of them, by the last digits of their references."""
        with self.database.reading() as stores:
            return {each.reference[-2:]: each for each in stores.requests.find(RecordQuery(limit=100))}

    def person(self, of: DemoPerson) -> Person:
        known = self.desk.people.known(of.id)
        assert known is not None
        return known


@contextmanager
def opened(database_url: str, now: datetime) -> Iterator[Example]:
    clock, database = PastClock(now), Database(database_url)
    desk = desk_over(database, clock=clock, new_id=new_id, wake=NobodyToWake(), policy=load())
    yield Example(desk=desk, database=database, clock=clock)
    database.close()


@contextmanager
def told(database_url: str, now: datetime) -> Iterator[Example]:
    with opened(database_url, now) as example:
        Story(example.desk, example.clock, now, new_id).tell()
        example.clock.moment = now
        yield example


@pytest.fixture(name="story", scope="module")
def _story(sqlite_template: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """On the kind of database that the sandbox uses."""
    file = Path(shutil.copy(sqlite_template, tmp_path_factory.mktemp("story") / "desk.db"))
    with told(f"sqlite:///{file}", NOW):
        return file


@pytest.fixture(name="example")
def _example(story: Path) -> Iterator[Example]:
    """A copy for each test."""
    with in_memory() as folder:
        copy = shutil.copy(story, folder / "desk.db")
        with opened(f"sqlite:///{copy}", NOW) as example:
            yield example


def test_there_are_requests_in_every_state_and_of_nearly_every_kind(example: Example) -> None:
    found = example.requests().values()

    assert {each.state for each in found} == set(RequestState)
    assert len({each.kind for each in found}) >= len(RequestKind) - 2
    assert all(each.created_at < NOW for each in found)


def test_there_are_notices_in_every_state_but_the_rarest_ends(example: Example) -> None:
    with example.database.reading() as stores:
        states = {each.state for each in stores.notices.find(RecordQuery(limit=100))}

    assert set(NoticeState) - states == {
        NoticeState.WITHDRAWAL_REQUESTED,
        NoticeState.TAKEN_BACK,
        NoticeState.REFUSED,
        NoticeState.CANCELLED,
        NoticeState.DELETED,
        NoticeState.EXPIRED,
    }


@pytest.mark.parametrize("now", [NOW, AT_MIDNIGHT_ELSEWHERE, ON_A_SATURDAY, IN_A_NEW_YEAR])
def test_nobody_is_paged_before_the_visitor_has_done_anything(sqlite_url: str, now: datetime) -> None:
    with told(sqlite_url, now) as example:
        example.desk.reminders.sweep()

        with example.database.reading() as stores:
            assert stores.escalations.unresolved() == []


def test_the_first_request_is_the_one_that_the_welcome_names(example: Example) -> None:
    status = example.desk.requests.status(example.person(REQUESTER), "LR-2026-00001")

    assert (status.kind, status.owner) == (RequestKind.MISSING_CHILD, OFFICER.id)


def test_an_office_is_alerted_to_somebody_who_arrives(example: Example) -> None:
    (arriving,) = [each for each in example.requests().values() if each.answers.get("offices")]

    with example.database.reading() as stores:
        (alert,) = stores.alerts.of(arriving.id)
    assert (alert.agency_id, alert.acknowledged_at) == (AGENCY, None)
    assert example.desk.alerts.acknowledge(example.person(REQUESTER), alert.id).id == arriving.id


def test_whoever_files_is_asked_something_that_they_can_answer(example: Example) -> None:
    (asked,) = [each for each in example.requests().values() if each.state is RequestState.NEEDS_INFO]
    question = example.desk.requests.own(asked.id)

    answered = example.desk.requests.step(
        example.person(REQUESTER), asked.id, "info", {"information": "The Example County Court."}
    )

    assert question is not None
    assert question.asked == "Which court, and when is the trial?"
    assert answered.state is RequestState.INTAKE_REVIEW


def test_a_journey_stands_beside_the_notice_about_the_same_person(example: Example) -> None:
    journeys = [each for each in example.requests().values() if each.kind is RequestKind.TRAVEL]

    details = [example.desk.requests.details(example.person(OFFICER), each.id) for each in journeys]

    assert len(journeys) == 2
    assert all(any(other.startswith("NT-") for other in each.alike) for each in details)
    assert [each.late for each in details if each.request.departs_on] == [True]


def test_the_address_cannot_be_opened(example: Example) -> None:
    (address,) = [each for each in example.requests().values() if each.kind is RequestKind.WEB_ADDRESS]

    assert address.answers["address"] == "hxxp://files[.]example[.]org/page"


def test_somebody_is_on_duty_and_somebody_is_next(example: Example) -> None:
    oncall = example.desk.roster.now(example.person(OFFICER))

    assert oncall.on_duty == DUTY.id
    assert oncall.next_person is not None


def test_there_is_a_next_item_to_take(example: Example) -> None:
    taken = example.desk.requests.take_next(example.person(OFFICER))

    assert taken is not None
    assert taken.owner == OFFICER.id


def test_slack_takes_all_that_the_example_shows(example: Example) -> None:
    words = desk_words(SETTINGS, example.desk)
    officer = example.person(OFFICER)

    for each in example.requests().values():
        card, mine = example.desk.requests.card(each.id), example.desk.requests.own(each.id)
        assert card
        assert mine
        assert check_message(list(cards.request(card, words).blocks)) == []
        assert check_message(list(own.message(mine, words).blocks)) == []
        assert check_view(request_details.view(example.desk.requests.details(officer, each.id), words)) == []
    for somebody in EVERYBODY:
        assert check_view(home.view(example.desk.home(somebody.id), words)) == []


def test_the_alert_names_nobody(example: Example) -> None:
    (arriving,) = [each for each in example.requests().values() if each.answers.get("offices")]
    with example.database.reading() as stores:
        (alert,) = stores.alerts.of(arriving.id)

    facts = example.desk.alerts.facts(alert.id)

    assert facts is not None
    shown = str(agency_alerts.message(facts, desk_words(SETTINGS, example.desk)))
    assert arriving.answers["family_name"] not in shown


def test_a_supervisor_sees_who_has_how_much(example: Example) -> None:
    load_ = example.desk.requests.load(example.person(SUPERVISOR))

    live = [each for each in example.requests().values() if each.state not in OVER]
    assert sum(count for count, _ in load_.values()) == len(live)
