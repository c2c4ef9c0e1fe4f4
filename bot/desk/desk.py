"""The desk: every use case, by noun."""

from dataclasses import dataclass

from bot.desk.alerting import Alerts
from bot.desk.automatic import DeadLetters
from bot.desk.calendars import Calendars
from bot.desk.digests import Digests
from bot.desk.drafts import Drafts
from bot.desk.due import Due
from bot.desk.escalations import Escalations
from bot.desk.exporting import Exporting
from bot.desk.facts import HomeFacts
from bot.desk.ground import Ground
from bot.desk.handovers import Handovers
from bot.desk.home import Home
from bot.desk.name_keys import NameReading
from bot.desk.names import Names
from bot.desk.notice_files import NoticeFiles
from bot.desk.notices import Notices
from bot.desk.people import People
from bot.desk.planning import Planning
from bot.desk.purging import Purging
from bot.desk.reach import Contacts
from bot.desk.registry import Registry
from bot.desk.registry_edits import RegistryEdits
from bot.desk.registry_files import RegistryFiles
from bot.desk.reminders import Reminders
from bot.desk.requests import Requests
from bot.desk.roster import Roster
from bot.desk.search import Search
from bot.desk.swapping import Swaps
from storage.records.people import Person, PersonId


@dataclass(frozen=True, slots=True, kw_only=True)
class Desk:
    people: People
    requests: Requests
    drafts: Drafts
    alerts: Alerts
    notices: Notices
    notice_files: NoticeFiles
    reminders: Reminders
    digests: Digests
    due: Due
    exporting: Exporting
    escalations: Escalations
    roster: Roster
    planning: Planning
    swaps: Swaps
    handovers: Handovers
    calendars: Calendars
    contacts: Contacts
    registry: Registry
    registry_edits: RegistryEdits
    registry_files: RegistryFiles
    names: Names
    search: Search
    name_reading: NameReading
    purging: Purging
    dead_letters: DeadLetters
    homes: Home
    ground: Ground

    def home(self, person_id: PersonId) -> HomeFacts:
        return self.homes.facts(person_id)

    def home_opened(self, person: Person) -> None:
        self.homes.opened(person)

    def forget_old(self) -> None:
        """Forgets old drafts and keys of forms; a form that is sent again makes a record of its own then."""
        self.drafts.forget_old()
        ground = self.ground
        with ground.database.transaction() as stores:
            stores.submissions.forget_before(ground.clock.now() - ground.policy.submission_keys)


def build(ground: Ground) -> Desk:
    return Desk(
        people=People(ground),
        requests=Requests(ground),
        drafts=Drafts(ground),
        alerts=Alerts(ground),
        notices=Notices(ground),
        notice_files=NoticeFiles(ground),
        reminders=Reminders(ground),
        digests=Digests(ground),
        due=Due(ground),
        exporting=Exporting(ground),
        escalations=Escalations(ground),
        roster=Roster(ground),
        planning=Planning(ground),
        swaps=Swaps(ground),
        handovers=Handovers(ground),
        calendars=Calendars(ground),
        contacts=Contacts(ground),
        registry=Registry(ground),
        registry_edits=RegistryEdits(ground),
        registry_files=RegistryFiles(ground),
        names=Names(ground),
        search=Search(ground),
        name_reading=NameReading(ground),
        purging=Purging(ground),
        dead_letters=DeadLetters(ground),
        homes=Home(ground),
        ground=ground,
    )
