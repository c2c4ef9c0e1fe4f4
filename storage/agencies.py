"""Agencies, kept."""

from sqlalchemy import ColumnElement, Connection, insert, select

from storage.records.agencies import Agency
from storage.rows import fact_of, values_of
from storage.tables import agencies
from storage.versioned import save_over


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

    def offered(self) -> list[Agency]:
        """By name: those that can be filed for."""
        return self._found(agencies.c.removed_at.is_(None))

    def of_state(self, state: str) -> list[Agency]:
        """By name: those that can be filed for."""
        return self._found(agencies.c.state == state, agencies.c.removed_at.is_(None))

    def add(self, agency: Agency) -> None:
        self._connection.execute(insert(agencies), values_of(agency))

    def save(self, agency: Agency) -> None:
        """Raises StaleRecord when somebody else saved in between."""
        save_over(self._connection, agencies, agency, "id")

    def _found(self, *conditions: ColumnElement[bool]) -> list[Agency]:
        ordered = select(agencies).where(*conditions).order_by(agencies.c.name, agencies.c.id)
        return [fact_of(Agency, row) for row in self._connection.execute(ordered)]
