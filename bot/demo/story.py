"""The example desk: a few requests and notices in different states, told through the desk's own use cases.

Each act happens at a past moment, so that dates, owners and due moments are as a week of work leaves them.
Everything is invented.
"""

from collections.abc import Callable
from datetime import datetime, timedelta

from bot.demo import notice_samples
from bot.demo.notice_lives import NOTICES
from bot.demo.notice_samples import AGENCY, ROBIN, Answers
from bot.demo.people import DUTY, EVERYBODY, NEXT, OFFICER, REQUESTER, SUPERVISOR, DemoPerson
from bot.demo.request_lives import REQUESTS
from bot.desk.desk import Desk
from bot.desk.ground import DESK_ZONE
from bot.rules.notices import NoticeForm
from bot.rules.registry import AgencyForm
from bot.rules.requests import RequestForm
from bot.rules.rota.entries import RotationForm
from storage.records.agencies import AgencyKind
from storage.records.notices import Colour, Means, NoticeId
from storage.records.people import SYSTEM, Person
from storage.records.requests import Channel, Direction, LiaisonRequest, Priority, RequestKind
from storage.records.roster import Tier


class PastClock:
    """A clock that the story sets, act by act. `moved` hears of each moment that is told of."""

    def __init__(self, moment: datetime, moved: Callable[[datetime], None] = lambda _moment: None) -> None:
        self._moment = moment
        self._moved = moved

    @property
    def moment(self) -> datetime:
        return self._moment

    @moment.setter
    def moment(self, moment: datetime) -> None:
        self._moment = moment
        self._moved(moment)

    def now(self) -> datetime:
        return self.moment

    def seconds_until(self, moment: datetime) -> float:
        return (moment - self.moment).total_seconds()


class Story:
    """Tells the example desk into an empty database. `clock` is the one that `desk` was built with."""

    def __init__(self, desk: Desk, clock: PastClock, now: datetime, new_id: Callable[[], str]) -> None:
        self._desk = desk
        self._clock = clock
        self._now = now
        self._new_id = new_id

    def tell(self) -> None:
        self._people()
        self._contacts_of_the_sheriff()
        self._yellow_for_a_missing_child()
        self._red_that_waits_for_approval()
        self._red_of_another_country()
        self._requests_of_today()
        self._what_rita_must_do()
        self._further_lives()
        self._roster()

    def _people(self) -> None:
        self._at(days=30)
        for person in EVERYBODY:
            self._desk.people.learn(
                person_id=person.id,
                outside=person.outside,
                deactivated=False,
                is_bot=False,
                timezone=person.timezone,
            )
            if person.agency:
                self._desk.people.admit(person.id, person.agency, by=SYSTEM)
            elif person.role:
                self._desk.people.grant(person.id, person.role, by=SYSTEM)

    def _contacts_of_the_sheriff(self) -> None:
        self._at(days=20)
        form = AgencyForm(
            name="Example County Sheriff's Office",
            kind=AgencyKind.LOCAL,
            state="VA",
            ori="VAEX00100",
            telephone="202-555-0100",
            email="desk@sheriff.example",
            liaisons="Lee Liaison; 202-555-0101; lee@sheriff.example",
        )
        self._desk.registry_edits.edit_agency(_person(OFFICER), AGENCY, form, seen_version=1)

    def _yellow_for_a_missing_child(self) -> None:
        self._at(days=3, hours=4)
        child = {
            "family_name": "Example",
            "forename": "Casey",
            "birth": "2018-05",
            "agency": AGENCY,
            "agency_case": "EX-2026-0117",
            "priority": Priority.URGENT,
            "facts": "Invented example: a child was not brought back from a visit.",
            "contact": "Example desk line, extension 100",
        }
        request = self._file(REQUESTER, RequestKind.MISSING_CHILD, "FR", child)
        self._at(days=3, hours=3)
        self._desk.requests.claim(_person(OFFICER), request.id)
        self._at(hours=12)
        notice = self._notice(Colour.YELLOW, "FR", notice_samples.CHILD, request.reference)
        self._at(hours=10)
        self._step(OFFICER, notice, "claim", {})

    def _red_that_waits_for_approval(self) -> None:
        self._at(days=1, hours=6)
        notice = self._notice(Colour.RED, "MX", notice_samples.FUGITIVE)
        self._at(days=1)
        self._step(DUTY, notice, "claim", {})
        self._at(hours=20)
        self._step(DUTY, notice, "legal_review", {"reviewer": "Example prosecutor's office, and OIA"})

    def _red_of_another_country(self) -> None:
        self._at(hours=3)
        form = NoticeForm(
            colour=Colour.RED,
            country="NL",
            direction=Direction.INCOMING,
            answers=self._dated(notice_samples.WANTED_ABROAD),
        )
        self._desk.notices.file(_person(OFFICER), form, self._new_id())

    def _requests_of_today(self) -> None:
        rows: tuple[tuple[int, RequestKind, str, Answers], ...] = (
            (
                26,
                RequestKind.FUGITIVE,
                "BR",
                {"family_name": "Placeholder", "forename": "Pat", "birth": "1979"},
            ),
            (5, RequestKind.TRAVEL, "PH", {**ROBIN, "departs_on": -12}),
            (1, RequestKind.WEB_ADDRESS, "NL", {"address": "files.example.org/page"}),
        )
        for hours, kind, country, answers in rows:
            self._at(hours=hours)
            own: Answers = {
                "agency": "example-city-police",
                "agency_case": f"EX-2026-02{hours:02}",
                "facts": "Invented example for the desk to work on.",
                "contact": "Example city police, records desk",
                "channel": Channel.TELEPHONE,
                "call_back": "555-0100",
            }
            request = self._file(OFFICER, kind, country, {**own, **answers})
            if hours > 1:  # What nobody has taken by then would page somebody as the sandbox opens.
                self._desk.requests.claim(_person(DUTY), request.id)

    def _what_rita_must_do(self) -> None:
        """A traveller who comes to her county, and a question of the desk about a request of hers."""
        self._at(hours=2)
        arriving: Answers = {
            **ROBIN,
            "arrives_on": -2,
            "their_reference": "EX-TH-0042, yesterday",
            "offices": AGENCY,
        }
        announced = self._file(OFFICER, RequestKind.TRAVEL, "TH", arriving, Direction.INCOMING)
        self._desk.requests.claim(_person(OFFICER), announced.id)
        self._at(hours=9)
        wanted = {
            "family_name": "Placeholder",
            "forename": "Sandy",
            "birth": "1990-05",
            "agency": AGENCY,
            "facts": "Invented example: a witness moved abroad before the trial.",
            "task": "locate",
            "role": "witness",
        }
        request = self._file(REQUESTER, RequestKind.VICTIM_OR_WITNESS, "MX", wanted)
        for hours, step, answers in (
            (8, "claim", {}),
            (7, "ask_info", {"missing": "Which court, and when is the trial?"}),
        ):
            self._at(hours=hours)
            self._desk.requests.step(_person(OFFICER), request.id, step, answers)

    def _further_lives(self) -> None:
        """What is in each other state, each of a case of its own."""
        for number, life in enumerate(REQUESTS):
            self._clock.moment = self._now - life.filed
            answers = {"agency": AGENCY, "agency_case": f"EX-2026-03{number:02}", **life.answers}
            request = self._file(REQUESTER, life.kind, life.country, answers)
            for deed in life.deeds:
                self._clock.moment = self._now - deed.ago
                given = self._dated(deed.answers)
                self._desk.requests.step(_person(deed.who), request.id, deed.step, given)
        for number, notice_life in enumerate(NOTICES):
            self._clock.moment = self._now - notice_life.filed
            answers = {**notice_life.answers, "agency_case": f"EX-2026-04{number:02}"}
            notice = self._notice(notice_life.colour, notice_life.country, answers, means=notice_life.means)
            for deed in notice_life.deeds:
                self._clock.moment = self._now - deed.ago
                self._step(deed.who, notice, deed.step, deed.answers)

    def _file(
        self,
        who: DemoPerson,
        kind: RequestKind,
        country: str,
        answers: Answers,
        direction: Direction = Direction.OUTGOING,
    ) -> LiaisonRequest:
        form = RequestForm(kind=kind, direction=direction, country=country, answers=self._dated(answers))
        return self._desk.requests.file(_person(who), form, self._new_id()).request

    def _roster(self) -> None:
        """Dan has the desk; after him Nina, and on the days to come they take turns."""
        self._at(hours=1)
        turns = RotationForm(
            tier=Tier.FIRST,
            people=(DUTY.id, NEXT.id),
            starts_on=self._clock.now().astimezone(DESK_ZONE).date().isoformat(),
            handover_at="08:00",
            length="12h",
        )
        self._desk.planning.schedule(_person(SUPERVISOR), turns, seen_version=0)
        self._desk.roster.take(SYSTEM, DUTY.id, 12)

    def _notice(
        self,
        colour: Colour,
        country: str,
        answers: Answers,
        request: str = "",
        means: Means = Means.NOTICE,
    ) -> NoticeId:
        form = NoticeForm(
            colour=colour,
            country=country,
            means=means,
            answers={**self._dated(answers), "request_reference": request},
        )
        return self._desk.notices.file(_person(REQUESTER), form, self._new_id()).notice.id

    def _step(self, officer: DemoPerson, notice: NoticeId, step: str, answers: Answers) -> None:
        self._desk.notices.step(_person(officer), notice, step, self._dated(answers))

    def _dated(self, answers: Answers) -> dict[str, str]:
        """With dates as a form has them."""
        today = self._clock.now().astimezone(DESK_ZONE).date()
        return {
            name: (today - timedelta(days=each)).isoformat() if isinstance(each, int) else each
            for name, each in answers.items()
        }

    def _at(self, *, days: int = 0, hours: int = 0) -> None:
        self._clock.moment = self._now - timedelta(days=days, hours=hours)


def _person(person: DemoPerson) -> Person:
    return Person(id=person.id, role=person.role, agency_id=person.agency, outside=person.outside)
