"""SIGHUP: an operator has the policy read anew, and a typo changes nothing."""

import signal
from pathlib import Path

from bot.sandbox.server import Sandbox
from handlers.manifest import manifest
from tests.cli.processes import started
from tests.processes import environment
from tests.world import RITA, people

OWN = '[desk]\ntelephone = "202-555-0188"\n'


def test_a_policy_is_read_anew_at_run_time_and_one_with_a_typo_is_not(
    tmp_path: Path, sqlite_url: str
) -> None:
    own = tmp_path / "policy.toml"
    own.write_text("# Nothing of our own yet.\n", encoding="utf-8")
    with Sandbox(manifest()) as slack:
        people(slack)
        settings = environment(slack, sqlite_url) | {"POLICY_FILE": str(own)}
        with started("run", settings) as bot:
            bot.until("joined Slack")

            shipped = telephone(slack)
            own.write_text(OWN, encoding="utf-8")
            bot.tell(signal.SIGHUP)
            bot.until("the policy was read anew")
            changed = telephone(slack)
            own.write_text(OWN + '[ladder]\nflush = "5m"\n', encoding="utf-8")
            bot.tell(signal.SIGHUP)
            said = bot.until("the policy stays as it was")
            kept = telephone(slack)
            code, _ = bot.end(signal.SIGTERM)

    assert (shipped, changed, kept) == ("202-616-9000", "202-555-0188", "202-555-0188")
    assert "policy.toml: line 4: [ladder] has no 'flush'" in said
    assert code == 0


def telephone(slack: Sandbox) -> str:
    """The number that whoever pages is told to call."""
    answer = slack.command(RITA, "/escalate come now").message
    assert answer is not None
    return answer.plain.partition("call the command center: ")[2][:12]
