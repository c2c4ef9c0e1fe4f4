"""The App Home of one person: what is theirs, what is due, which pages are open, who is on call."""

from dataclasses import replace
from datetime import timedelta

from bot.desk import listings, page_facts, questions
from bot.desk.drafts import MOST
from bot.desk.facts import HomeFacts, ListRow, PageRow
from bot.desk.ground import Ground
from bot.desk.roster import on_call
from bot.desk.transaction import Transaction
from bot.rules import notice_states, requests
from bot.rules.permissions import Act
from storage.records.announcements import Surface, SurfaceKind, direct
from storage.records.outbox import Lane
from storage.records.people import Actor, Person, PersonId, Role
from storage.records.queries import RecordQuery
from storage.records.reminders import RecordKind

_SOON = timedelta(hours=24)

_OPEN = {
    RecordKind.REQUEST: frozenset[str](requests.LIVE),
    RecordKind.NOTICE: frozenset[str](notice_states.LIVE),
}


class Home:
    def __init__(self, ground: Ground) -> None:
        self._ground = ground

    def facts(self, person_id: PersonId) -> HomeFacts:
        """References only: a Home stays in a client after a role is revoked. Strangers see the telephone."""
        with self._ground.reading(Actor(person_id), "home.read") as tx:
            person = tx.person or Person(id=person_id)
            sees = tx.may(Act.SEE)
            return HomeFacts(
                person=person_id,
                role=person.role,
                drafts=tx.stores.drafts.of(person.id, MOST) if tx.may(Act.FILE) else (),
                mine=self._rows(tx, _mine(person)) if sees else (),
                due_soon=self._rows(tx, _due_soon(tx, person)) if sees else (),
                pages=_pages(tx) if tx.may(Act.ANSWER_PAGE) else (),
                oncall=on_call(tx) if tx.may(Act.ASK_ON_CALL) else None,
                telephone=tx.policy.telephone,
                email=tx.policy.email,
            )

    def opened(self, person: Person) -> None:
        """Publishes the Home of somebody who looks at it; from now on it is kept up to date."""
        with self._ground.transaction(person, "home.open") as tx:
            home = Surface(kind=SurfaceKind.HOME, record_id=person.id, place=direct(person.id))
            tx.show(home, lane=Lane.ANSWER)

    def _rows(self, tx: Transaction, query: RecordQuery) -> tuple[ListRow, ...]:
        """Requests and notices together, by due moment."""
        query = replace(query, limit=tx.policy.list_page)
        countries = tx.stores.countries.names()
        found = [
            row
            for kind in RecordKind
            for row in listings.rows(tx, kind, replace(query, states=_OPEN[kind]), countries)
        ]
        found.sort(key=lambda row: (row.due_at is None, row.due_at or tx.now, row.reference))
        return tuple(found[: tx.policy.list_page])


def _mine(person: Person) -> RecordQuery:
    own = RecordQuery(filed_by=person.id) if person.role is Role.REQUESTER else RecordQuery(owner=person.id)
    return questions.seen_by(person, own)


def _due_soon(tx: Transaction, person: Person) -> RecordQuery:
    return questions.seen_by(person, RecordQuery(due_before=tx.now + _SOON))


def _pages(tx: Transaction) -> tuple[PageRow, ...]:
    return tuple(page_facts.row(each) for each in tx.stores.escalations.unresolved())
