"""An old register is imported by another process while the desk goes on working on the same database."""

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from storage.records.queries import RecordQuery
from tests.processes import ROOT, until
from tests.world import OLGA, RITA, World, open_world

COUNT = 1_200
HEAD = "colour,country,family_name,control_number,published_on,state\n"


def test_the_desk_answers_and_takes_clicks_meanwhile(database_url: str, tmp_path: Path) -> None:
    with open_world(database_url) as world:
        references = [world.files_request() for _ in range(3)]
        with importing(database_url, tmp_path) as process:
            assert until(lambda: imported(world) > 0)
            for reference in references:
                world.clicks(OLGA, "Claim", world.card(reference))
            stood = [world.asks(RITA, f"/liaison status {reference}") for reference in references]
            listed = world.asks(OLGA, "/notice list colour:red")
            meanwhile = imported(world)
            assert process.wait(100) == 0

        assert meanwhile < COUNT, "the import was over before the desk had anything to do"
        assert imported(world) == COUNT
        assert [each for each in stood if "in intake review" not in each] == []
        assert "NT-2024-" in listed
        assert "NT-2024-01200" in world.asks(OLGA, "/notice status A-1200/5-2024")


@contextmanager
def importing(url: str, folder: Path) -> Iterator[subprocess.Popen[bytes]]:
    """`python -m bot import notices`; killed at the end if it still runs."""
    rows = (f"red,FR,Example{n},A-{n}/5-2024,2024-05-01,published\n" for n in range(1, COUNT + 1))
    file = folder / "register.csv"
    file.write_text(HEAD + "".join(rows))
    process = subprocess.Popen(
        [sys.executable, "-m", "bot", "import", "notices", str(file)],
        cwd=ROOT,
        env=os.environ | {"DATABASE_URL": url},
        stdout=subprocess.DEVNULL,
    )
    try:
        yield process
    finally:
        process.kill()
        process.wait(10)


def imported(world: World) -> int:
    with world.bot.database.reading() as stores:
        return stores.notices.count(RecordQuery())
