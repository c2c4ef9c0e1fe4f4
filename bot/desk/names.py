"""What the registries call things at this moment; read anew each time, so that an edit is seen at once."""

from collections.abc import Mapping, Sequence

from bot.desk.ground import Ground
from storage.records.countries import Requirement
from storage.records.terms import TermKind

OTHER = "other"


class Names:
    """Also by another process's edit: nothing is remembered. A name costs one row by its key."""

    def __init__(self, ground: Ground) -> None:
        self._ground = ground

    def country(self, code: str) -> str | None:
        """Also a former member's and a sub-bureau's; None when the registry does not have it."""
        with self._ground.database.reading() as stores:
            return stores.countries.name(code)

    def countries(self) -> Mapping[str, str]:
        """All names by code; former members and sub-bureaus among them."""
        with self._ground.database.reading() as stores:
            return stores.countries.names()

    def offence(self, code: str) -> str | None:
        """Also of one that is retired."""
        with self._ground.database.reading() as stores:
            found = stores.terms.get(TermKind.OFFENCE, code)
            return found.label if found else None

    def requirements(self, code: str) -> Sequence[Requirement]:
        """What a country asks for, as far as it is recorded; oldest first."""
        with self._ground.database.reading() as stores:
            return stores.countries.requirements(code)

    def agency(self, agency_id: str) -> str | None:
        """Name and ORI of one that can be filed for; None for any other."""
        with self._ground.database.reading() as stores:
            found = stores.agencies.get(agency_id)
            if found is None or found.removed_at is not None:
                return None
            return f"{found.name} ({found.ori or found.state})"

    def offered(self, kind: TermKind) -> Sequence[tuple[str, str]]:
        """Code and label of each that a form may offer, by label; `other` comes last."""
        with self._ground.database.reading() as stores:
            standing = [each for each in stores.terms.all(kind) if each.retired_at is None]
        return [(each.code, each.label) for each in sorted(standing, key=lambda each: each.code == OTHER)]
