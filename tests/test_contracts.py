"""The import contracts of pyproject.toml: they hold, and each of them catches what it is there for."""

import os
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parent.parent
FLOORS = ("bot", "handlers", "storage")
LINT = Path(sys.executable).with_name("lint-imports")

# First words of a contract's name, the file that breaks it, and the line that does.
PLANTED = [
    ("Three floors", "storage/events.py", "import bot.rules.errors"),
    ("Inside bot", "bot/desk/notices.py", "import bot.scheduler"),
    ("Inside bot", "bot/somewhere_new.py", ""),
    ("Rules and records are pure", "bot/rules/deadlines.py", "import time"),
    ("Rules and records are pure", "storage/records/notices.py", "import os"),
    ("Rules see of storage only its records", "bot/rules/deadlines.py", "import storage.reference"),
    ("The desk sees the tables", "bot/desk/notices.py", "import storage.notices"),
    ("Handlers see of storage only its records", "handlers/oncall.py", "import storage.roster"),
    ("Handlers see of storage only its records", "handlers/oncall.py", "import storage.database"),
    ("Views and forms only draw", "handlers/views/home.py", "import handlers.replies"),
    ("Views and forms only draw", "handlers/forms/request.py", "import bot.desk.requests"),
    ("Only handlers and the sandbox know Slack", "bot/desk/notices.py", "import slack_sdk"),
    ("Listeners are made in one place", "handlers/notices.py", "import slack_bolt"),
    ("Only storage knows SQL", "handlers/metrics.py", "import sqlalchemy"),
    ("Only the scheduler knows APScheduler", "handlers/bot.py", "import apscheduler"),
    ("Only the fallback knows Apprise", "handlers/messenger.py", "import apprise"),
    ("Only one file knows iCalendar", "handlers/calendars.py", "import icalendar"),
    ("Only the settings read .env", "handlers/bot.py", "import dotenv"),
    ("The sandbox stands alone", "bot/sandbox/clock.py", "import storage.records.people"),
    ("Only the command line starts the sandbox", "handlers/app.py", "import bot.sandbox.clock"),
    ("Only the command line starts the sandbox", "handlers/app.py", "import bot.demo.people"),
]


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """The three packages and their contracts, to be broken."""
    without = shutil.ignore_patterns("__pycache__", "page", "*.csv")
    for floor in FLOORS:
        shutil.copytree(ROOT / floor, tmp_path / floor, ignore=without)
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    return tmp_path


def lint(root: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [LINT, "--no-cache"],
        cwd=root,
        env={**os.environ, "PYTHONPATH": str(root), "COLUMNS": "300"},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )


def broken(report: str) -> list[str]:
    """Names of the contracts that a report calls broken; a long name is printed on two lines."""
    lines = " ".join(report.partition("Analyzed")[2].partition("Broken contracts")[0].split())
    return [contract["name"] for contract in contracts() if f"{contract['name']} BROKEN" in lines]


def contracts() -> list[dict[str, Any]]:
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text())
    found: list[dict[str, Any]] = settings["tool"]["importlinter"]["contracts"]
    return found


def test_the_code_keeps_every_contract(copy: Path) -> None:
    done = lint(copy)

    assert done.returncode == 0, done.stdout
    assert f"Contracts: {len(contracts())} kept, 0 broken." in done.stdout


@pytest.mark.parametrize(("contract", "file", "line"), PLANTED)
def test_a_planted_violation_breaks_exactly_its_contract(
    copy: Path, contract: str, file: str, line: str
) -> None:
    with (copy / file).open("a") as source:
        source.write(f"\n{line}\n")

    done = lint(copy)

    assert done.returncode == 1
    assert [name.startswith(contract) for name in broken(done.stdout)] == [True], done.stdout


def test_every_contract_has_a_planted_violation_and_a_reason() -> None:
    planted = {contract for contract, _, _ in PLANTED}

    for contract in contracts():
        assert any(contract["name"].startswith(words) for words in planted), contract["name"]
        assert ", so that " in contract["name"]


def test_the_sandboxs_contract_names_every_other_part_of_the_bot() -> None:
    parts = {path.stem for path in (ROOT / "bot").iterdir() if path.suffix == ".py" or path.is_dir()}
    alone = next(each for each in contracts() if each["name"].startswith("The sandbox stands alone"))

    named = {module.removeprefix("bot.") for module in alone["forbidden_modules"]}
    assert parts - {"__init__", "__main__", "__pycache__", "sandbox"} == named - {"handlers", "storage"}


def test_the_rules_load_nothing_but_the_standard_library_and_the_records() -> None:
    code = """
import importlib, pkgutil, sys
import bot.rules
for module in pkgutil.walk_packages(bot.rules.__path__, "bot.rules."):
    importlib.import_module(module.name)
known = set(sys.stdlib_module_names) | {"__main__"}
loaded = {name for name in sys.modules if name.split(".")[0] not in known}
pure = ("anyascii", "rapidfuzz", "cython_runtime")  # Of letters, and how like they are: no I/O either.
fit = ("bot.rules", "storage.records", "_", "sitecustomize", *pure)
print(*sorted(name for name in loaded if name not in ("bot", "storage") and not name.startswith(fit)))
"""
    done = subprocess.run(
        [sys.executable, "-I", "-c", f"import sys; sys.path.insert(0, {str(ROOT)!r})\n{code}"],
        capture_output=True,
        text=True,
        check=True,
    )

    assert done.stdout.strip() == ""


@pytest.mark.parametrize(
    "package", ["storage", "bot", "bot.rules", "bot.desk", "handlers", "storage.records"]
)
def test_a_package_runs_nothing_when_it_is_imported(package: str) -> None:
    assert (ROOT / package.replace(".", "/") / "__init__.py").read_text() == ""
