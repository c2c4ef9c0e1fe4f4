"""The log: one line of JSON for each thing that happened, and nobody's name in it."""

import json
import signal
import subprocess
import sys
from collections.abc import Mapping

import pytest

from bot.sandbox.faults import Fault
from bot.sandbox.server import Sandbox
from storage.database import Database
from storage.records.notices import Colour
from tests.cast import AGENCY
from tests.cli.processes import started
from tests.cli.terminal import type_in
from tests.notice_samples import LEAST
from tests.storage.examples import a_request
from tests.world import BEGINNING, REQUEST
from tests.world_forms import fills, fills_sections

NAMES = ("Quillfeather", "Wendeline", "Marmaduke", "EX-4711-SECRET", "bring her home", "Sorrento")
STORY = {
    **REQUEST,
    "family_name": "Quillfeather",
    "forename": "Wendeline",
    "facts": "Please bring her home",
}
BEHIND = {"contact": "Marmaduke", "agency_case": "EX-4711-SECRET", "last_seen": "Sorrento"}
YELLOW = {
    **LEAST[Colour.YELLOW],
    "family_name": "Quillfeather",
    "forename": "Wendeline",
    "facts": "Seen in Sorrento, with a Quillfeather",
    "agency": AGENCY,
}


def written(code: str) -> list[dict[str, object]]:
    """What a program that configured the log writes."""
    done = subprocess.run(
        [sys.executable, "-c", f"from handlers import logs\nlogs.configure()\n{code}"],
        capture_output=True,
        text=True,
        check=True,
    )
    return [json.loads(line) for line in done.stderr.splitlines()]


def test_a_line_says_when_where_and_what() -> None:
    (line,) = written("import structlog; structlog.get_logger('here').info('joined', team='T1')")

    assert (line["event"], line["team"], line["level"], line["logger"]) == ("joined", "T1", "info", "here")
    assert str(line["timestamp"]).endswith("Z")


@pytest.mark.parametrize(
    "logger",
    ["import structlog; log = structlog.get_logger()", "import logging; log = logging.getLogger('x')"],
)
def test_an_exception_is_written_with_its_kind_and_place_and_without_its_words(logger: str) -> None:
    code = f"""
{logger}
def broken():
    raise ValueError("no such person: Wendeline Quillfeather")
try:
    try:
        broken()
    except ValueError as cause:
        raise RuntimeError("Quillfeather again") from cause
except RuntimeError:
    log.exception("sweep failed")
"""
    (line,) = written(code)

    assert line["event"] == "sweep failed"
    assert "RuntimeError" in str(line["exception"])
    assert "after ValueError" in str(line["exception"])
    assert "broken" in str(line["exception"])
    assert "Quillfeather" not in str(line)


def test_what_libraries_chat_about_is_left_out() -> None:
    code = """
import logging
for name in ("slack_sdk.web", "slack_bolt.App", "apscheduler.scheduler", "sqlalchemy.engine", "websocket"):
    logger = logging.getLogger(name)
    logger.setLevel(logging.DEBUG)
    logger.debug("a payload with a name")
    logger.info("a payload with a name")
    logger.error("it is broken")
logging.getLogger("apscheduler.scheduler").warning("a tick was left out")
"""
    assert {line["logger"]: line["event"] for line in written(code)} == {
        "slack_bolt.App": "it is broken",
        "apscheduler.scheduler": "it is broken",
        "sqlalchemy.engine": "it is broken",
        "websocket": "it is broken",
    }


def test_an_error_of_the_database_does_not_repeat_what_was_to_be_written(sqlite_url: str) -> None:
    database = Database(sqlite_url)
    request = a_request()

    with database.transaction() as tx:
        tx.requests.add(request)
        with pytest.raises(Exception, match="UNIQUE") as broken:
            tx.requests.add(request)

    database.close()
    assert request.facts not in str(broken.value)


def test_a_whole_story_leaves_no_name_and_no_token_in_the_log(
    slack: Sandbox, sqlite_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DATABASE_URL", sqlite_url)
    for line in ("people admit U0RITA VAEX00100", "people grant U0OLGA officer", "oncall take U0OLGA"):
        type_in(line)
    settings = {
        "SLACK_BOT_TOKEN": slack.bot_token,
        "SLACK_APP_TOKEN": slack.app_token,
        "SLACK_API_URL": slack.api_url,
        "DESK_CHANNEL": "C0DESK",
        "ONCALL_CHANNEL": "C0ONCALL",
    }

    with started("run", settings) as bot:
        bot.until("joined Slack")
        tell(slack)
        bot.end(signal.SIGTERM)

    lines = [json.loads(line) for line in bot.said.splitlines()]
    assert len(lines) >= 3
    for secret in (*NAMES, slack.bot_token, slack.app_token, slack.signing_secret):
        assert secret not in bot.said


def tell(slack: Sandbox) -> None:
    """A request, a notice, a page, lists, details, nonsense, a file, and a Slack that fails in between."""
    file(slack, "/liaison", BEGINNING, STORY, behind=BEHIND)
    file(slack, "/notice new yellow FR", YELLOW, behind=BEHIND)
    card = slack.wait_for(lambda: next(iter(slack.messages("C0DESK")), None))
    slack.click("U0OLGA", card, text="Claim")
    slack.click("U0OLGA", card, text="Show details")
    slack.faults.add(Fault(method="*", kind="error500", times=2))
    for line in (
        "/escalate Wendeline Quillfeather was seen, call Marmaduke",
        "/liaison list Quillfeather",
        "/notice status Quillfeather",
        "/notice Wendeline",
    ):
        assert slack.command("U0RITA", line).acked
    slack.share_file("U0RITA", None, "Quillfeather.jpg", "Wendeline in Sorrento")
    slack.wait_for(lambda: slack.messages("C0ONCALL"))


def file(
    slack: Sandbox, command: str, *forms: Mapping[str, object], behind: Mapping[str, object] | None = None
) -> None:
    """By the forms that open one after the other; `behind` are answers in sections of the last."""
    slack.command("U0RITA", command)
    for values in forms:
        form = slack.view("U0RITA")
        assert form is not None
        if behind and values is forms[-1]:
            form = fills(slack, "U0RITA", form, values)
            assert fills_sections(slack, "U0RITA", form, behind) == set()
        filed = slack.submit("U0RITA", form, values)
        assert (filed.acked, filed.errors) == (True, {})
