"""People, kept."""

from sqlalchemy import ColumnElement, Connection, or_, select

from storage.locks import hold
from storage.records.people import Person, PersonId, Role
from storage.rows import fact_of, insert_into, values_of
from storage.tables import people


class PeopleStore:
    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def get(self, person_id: PersonId) -> Person | None:
        found = self._people(people.c.id == person_id)
        return found[0] if found else None

    def hold(self, person_id: PersonId) -> Person | None:
        """As `get`, to be changed: nobody else reads them so until the end of this transaction."""
        hold(self._connection, person_id)
        return self.get(person_id)

    def save(self, person: Person) -> None:
        """Write what is known now, whether or not the person was known before."""
        facts = values_of(person)
        self._connection.execute(
            insert_into(self._connection, people)
            .values(facts)
            .on_conflict_do_update(index_elements=["id"], set_=facts)
        )

    def with_role(self, *roles: Role) -> list[Person]:
        """Who can act in one of these roles now: nobody deactivated, and from outside requesters only."""
        return self._acting(people.c.role.in_(roles))

    def requesters_of(self, agency_id: str) -> list[Person]:
        """As `with_role`, the requesters of one agency."""
        return self._acting(people.c.role == Role.REQUESTER, people.c.agency_id == agency_id)

    def all(self) -> list[Person]:
        return self._people()

    def _acting(self, *conditions: ColumnElement[bool]) -> list[Person]:
        return self._people(
            *conditions,
            people.c.deactivated.is_(False),
            people.c.is_bot.is_(False),
            or_(people.c.outside.is_(False), people.c.role == Role.REQUESTER),
        )

    def _people(self, *conditions: ColumnElement[bool]) -> list[Person]:
        rows = self._connection.execute(select(people).where(*conditions).order_by(people.c.id))
        return [fact_of(Person, row) for row in rows]
