"""Who changes the same thing at the same time comes one after the other, also when it is not there yet."""

from sqlalchemy import Connection, func, select


def hold(connection: Connection, key: str) -> None:
    """Until the end of this transaction, whoever else asks for the same key waits."""
    if connection.dialect.name == "postgresql":
        # SQLite has one writer at a time, and a row that is not there yet cannot be locked.
        connection.execute(select(func.pg_advisory_xact_lock(func.hashtext(key))))
