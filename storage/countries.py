"""Member countries, their sub-bureaus and their requirements, kept."""

from collections.abc import Iterator, Mapping
from datetime import datetime

from sqlalchemy import Connection, insert, select, update

from storage.records.countries import Country, Requirement
from storage.records.people import Actor
from storage.registry_tables import countries, requirements
from storage.rows import fact_of, values_of
from storage.versioned import save_over


class KnownCountries(Mapping[str, Country]):
    """Each is looked up when somebody asks for it: a form names one or two of two hundred."""

    def __init__(self, store: "CountryStore") -> None:
        self._store = store

    def __getitem__(self, code: str) -> Country:
        if (found := self._store.get(code)) is None:
            raise KeyError(code)
        return found

    def __iter__(self) -> Iterator[str]:
        return iter(self._store.names())

    def __len__(self) -> int:
        return len(self._store.names())


class CountryStore:
    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    @property
    def known(self) -> Mapping[str, Country]:
        """By code; former members and sub-bureaus among them."""
        return KnownCountries(self)

    def get(self, code: str) -> Country | None:
        row = self._connection.execute(select(countries).where(countries.c.code == code)).one_or_none()
        return None if row is None else fact_of(Country, row)

    def name(self, code: str) -> str | None:
        """Also a former member's and a sub-bureau's."""
        return self._connection.execute(
            select(countries.c.name).where(countries.c.code == code)
        ).scalar_one_or_none()

    def names(self) -> Mapping[str, str]:
        """By code, in their own order; also a former member's and a sub-bureau's."""
        rows = self._connection.execute(select(countries.c.code, countries.c.name).order_by(countries.c.name))
        return {code: name for code, name in rows}  # noqa: C416  # A row is not a pair to the type checker.

    def all(self) -> Mapping[str, Country]:
        """By code, in the order of their names; former members and sub-bureaus among them."""
        rows = self._connection.execute(select(countries).order_by(countries.c.name))
        return {row.code: fact_of(Country, row) for row in rows}

    def add(self, country: Country) -> None:
        self._connection.execute(insert(countries), values_of(country))

    def save(self, country: Country) -> None:
        """Raises StaleRecord when somebody else saved in between."""
        save_over(self._connection, countries, country, "code")

    def requirements(self, country: str | None = None) -> list[Requirement]:
        """Those that stand, of one country or of all, oldest first."""
        chosen = select(requirements).where(requirements.c.withdrawn_at.is_(None))
        if country is not None:
            chosen = chosen.where(requirements.c.country == country)
        ordered = chosen.order_by(requirements.c.recorded_at, requirements.c.id)
        return [fact_of(Requirement, row) for row in self._connection.execute(ordered)]

    def requirement(self, requirement_id: str) -> Requirement | None:
        """Also one that was withdrawn."""
        row = self._connection.execute(
            select(requirements).where(requirements.c.id == requirement_id)
        ).one_or_none()
        return None if row is None else fact_of(Requirement, row)

    def add_requirement(self, requirement: Requirement) -> None:
        self._connection.execute(insert(requirements), values_of(requirement))

    def withdraw_requirement(self, requirement_id: str, *, at: datetime, by: Actor) -> bool:
        """False when it was withdrawn already, or never stood."""
        done = self._connection.execute(
            update(requirements)
            .where(requirements.c.id == requirement_id, requirements.c.withdrawn_at.is_(None))
            .values(withdrawn_at=at, withdrawn_by=by)
        )
        return done.rowcount == 1
