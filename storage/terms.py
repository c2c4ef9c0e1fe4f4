"""Offences and programmes, kept."""

from sqlalchemy import Connection, insert, select

from storage.records.terms import Term, TermKind
from storage.registry_tables import terms
from storage.rows import fact_of, values_of
from storage.versioned import save_over


class TermStore:
    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def get(self, kind: TermKind, code: str) -> Term | None:
        """Also one that is retired."""
        found = select(terms).where(terms.c.kind == kind, terms.c.code == code)
        row = self._connection.execute(found).one_or_none()
        return None if row is None else fact_of(Term, row)

    def all(self, kind: TermKind) -> list[Term]:
        """By label, those that are retired among them."""
        ordered = select(terms).where(terms.c.kind == kind).order_by(terms.c.label, terms.c.code)
        return [fact_of(Term, row) for row in self._connection.execute(ordered)]

    def add(self, term: Term) -> None:
        self._connection.execute(insert(terms), values_of(term))

    def save(self, term: Term) -> None:
        """Raises StaleRecord when somebody else saved in between."""
        save_over(self._connection, terms, term, "kind", "code")
