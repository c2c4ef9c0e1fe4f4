"""Agencies, kept."""

from collections.abc import Iterable

from sqlalchemy import ColumnElement, Connection, insert, select

from storage.records.agencies import Agency
from storage.records.folding import folded
from storage.rows import fact_of, values_of
from storage.tables import agencies
from storage.versioned import save_over


def search_key(agency: Agency) -> str:
    """What a search compares: thousands of agencies are searched at each letter that somebody types."""
    return folded(f"{agency.name} {agency.state} {agency.ori or ''}")


class AgencyStore:
    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def get(self, agency_id: str) -> Agency | None:
        """Also one that was removed."""
        return next(iter(self._found(agencies.c.id == agency_id)), None)

    def by_ori(self, ori: str) -> Agency | None:
        """Also one that was removed."""
        return next(iter(self._found(agencies.c.ori == ori)), None)

    def all(self) -> list[Agency]:
        """By name, those that were removed among them."""
        return self._found()

    def search(self, words: Iterable[str], limit: int) -> list[Agency]:
        """By name: those that can be filed for and have each of the folded words in name, state or ORI."""
        fit = [agencies.c.search_key.contains(word, autoescape=True) for word in words]
        return self._found(agencies.c.removed_at.is_(None), *fit, limit=limit)

    def of_state(self, state: str) -> list[Agency]:
        """By name: those that can be filed for."""
        return self._found(agencies.c.state == state, agencies.c.removed_at.is_(None))

    def add(self, agency: Agency) -> None:
        self._connection.execute(insert(agencies), values_of(agency) | {"search_key": search_key(agency)})

    def save(self, agency: Agency) -> None:
        """Raises StaleRecord when somebody else saved in between."""
        save_over(self._connection, agencies, agency, "id", search_key=search_key(agency))

    def _found(self, *conditions: ColumnElement[bool], limit: int | None = None) -> list[Agency]:
        ordered = select(agencies).where(*conditions).order_by(agencies.c.name, agencies.c.id).limit(limit)
        return [fact_of(Agency, row) for row in self._connection.execute(ordered)]
