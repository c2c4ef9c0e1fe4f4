"""Databases as older programs left them."""

import json
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import datetime
from typing import Any

from alembic import command
from alembic.config import Config
from sqlalchemy import Connection, text

from tests.storage.examples import NOW, raw


@contextmanager
def as_of(url: str, revision: str) -> Iterator[Connection]:
    """An empty database brought to an older revision; what is done inside is kept."""
    with raw(url) as engine, engine.begin() as connection:
        config = Config()
        config.set_main_option("script_location", "storage:migrations")
        config.set_main_option("path_separator", "os")
        config.attributes["connection"] = connection
        command.upgrade(config, revision)
        yield connection


def kept_moment(connection: Connection, moment: datetime) -> datetime | str:
    """As the database keeps it."""
    return moment if connection.dialect.name == "postgresql" else moment.isoformat(timespec="microseconds")


def an_old_request(connection: Connection, record_id: str, **changes: Any) -> None:
    """A request as it was kept before each kind had a form of its own."""
    row = {
        "id": record_id,
        "reference": f"LR-2025-{record_id:0>5}",
        "kind": "fugitive",
        "direction": "outgoing",
        "country": "FR",
        "offence": "kidnapping",
        "agency_name": "Example City Police Department",
        "agency_case": "2025/17",
        "priority": "normal",
        "facts": "An invented story.",
        "contact": "The front desk",
        "filed_by": "UADA",
        "state": "submitted",
        "state_since": kept_moment(connection, NOW),
        "due_at": kept_moment(connection, NOW),
        "created_at": kept_moment(connection, NOW),
        "version": 1,
        **changes,
    }
    _insert(connection, "requests", row)


def an_old_notice(
    connection: Connection,
    record_id: str,
    colour: str = "red",
    block: Mapping[str, str] | None = None,
    **changes: Any,
) -> None:
    """A notice as it was kept before each colour had a form of its own; `block` is what its colour asked."""
    identity = {
        "family_name": "Example",
        "forename": "Edgar",
        "sex": "male",
        "birth": "1990-05",
        "identifier": "Tall, grey hair",
    }
    row = {
        "id": record_id,
        "reference": f"NT-2025-{record_id:0>5}",
        "colour": colour,
        "country": "FR",
        "identity": json.dumps(identity),
        "block": json.dumps(block or {}, ensure_ascii=False),
        "agency_id": "example-city-police",
        "agency_name": "Example City Police Department",
        "agency_case": "2025/17",
        "filed_by": "UADA",
        "state": "submitted",
        "state_since": kept_moment(connection, NOW),
        "due_at": kept_moment(connection, NOW),
        "created_at": kept_moment(connection, NOW),
        "version": 1,
        **changes,
    }
    _insert(connection, "notices", row)


def _insert(connection: Connection, table: str, row: Mapping[str, Any]) -> None:
    names, values = ", ".join(row), ", ".join(f":{name}" for name in row)
    connection.execute(text(f"INSERT INTO {table} ({names}) VALUES ({values})"), row)
