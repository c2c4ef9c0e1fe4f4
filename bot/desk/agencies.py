"""Agencies: which registered agency a form names, and for which a requester may file."""

from dataclasses import dataclass

from bot.desk.transaction import Transaction
from bot.rules.errors import InvalidForm

REMOVED = "This agency was removed from the registry. Choose another one, or ask a supervisor."


@dataclass(frozen=True, slots=True)
class Named:
    """An agency as a record keeps it; without an id it is not in the registry."""

    id: str | None
    name: str


def named(tx: Transaction, agency: str) -> Named:
    """The agency that a form names by id, or else by a name of its own.

    Raises InvalidForm for an agency that was removed since the form opened, and when somebody admitted from
    outside names another agency than theirs.
    """
    person = tx.person
    if not agency and person is not None and person.outside:
        agency = person.agency_id or ""
    found = tx.stores.agencies.get(agency)
    if person is not None and person.outside and (found is None or found.id != person.agency_id):
        raise InvalidForm({"agency": "You are admitted for one agency only. Choose that one."})
    if found is not None and found.removed_at is not None:
        raise InvalidForm({"agency": REMOVED})
    return Named(found.id, found.name) if found else Named(None, agency)
