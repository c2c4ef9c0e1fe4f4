"""Everything that the desk keeps, as text: each row of each table, and the file itself where there is one."""

from pathlib import Path

from sqlalchemy import MetaData, create_engine, make_url, select

from tests.world import World


def everything_kept(world: World) -> str:
    url = make_url(world.bot.settings.database_url)
    engine, tables = create_engine(url), MetaData()
    try:
        tables.reflect(engine)
        with engine.connect() as connection:
            rows = [row for table in tables.sorted_tables for row in connection.execute(select(table))]
    finally:
        engine.dispose()
    assert len(rows) > 100, "the tables were not read"
    return "\n".join([*map(repr, rows), *_file(url.database if url.get_backend_name() == "sqlite" else None)])


def _file(path: str | None) -> list[str]:
    """With what is written ahead of it."""
    if path is None:
        return []
    files = [each for each in (Path(path), Path(f"{path}-wal")) if each.exists()]
    return [each.read_bytes().decode("utf-8", errors="replace") for each in files]
