"""`make bench`: the figures that the README names, measured on this machine. Nothing is asserted."""

import logging
import statistics
import tempfile
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path
from urllib.parse import urlencode

import structlog
from slack_bolt import Ack, App, BoltRequest
from slack_bolt.authorization import AuthorizeResult
from slack_sdk.signature import SignatureVerifier

from bot.sandbox.faults import Fault
from bot.sandbox.server import Sandbox
from bot.settings import SlackMode
from handlers.manifest import manifest
from storage.upgrade import upgrade
from tests.bench_pages import steps_in_time, storm
from tests.postgres import running_server
from tests.processes import desk_process
from tests.world import OLGA, World, open_world, people

CALLS = 1000
AT_ONCE = 100


def main() -> None:
    # Six thousand pages are six thousand lines of the log; the figures are to be read.
    structlog.configure(wrapper_class=structlog.make_filtering_bound_logger(logging.WARNING))
    with tempfile.TemporaryDirectory() as folder, databases(Path(folder)) as urls:
        for name, url in urls:
            with open_world(url, SlackMode.HTTP) as world:
                status_against_a_no_op(name, world)
        name, url = urls[0]
        with open_world(url) as world:
            commands_at_once(name, world)
        start_to_connected(name, url)
    for measure in (steps_in_time, storm):  # Each with a desk of its own: they leave thousands of pages.
        with tempfile.TemporaryDirectory() as folder, databases(Path(folder)) as urls:
            for name, url in urls:
                measure(name, url)


@contextmanager
def databases(folder: Path) -> Iterator[Sequence[tuple[str, str]]]:
    sqlite = f"sqlite:///{folder / 'desk.db'}"
    upgrade(sqlite)
    with running_server(folder) as server:
        server.copy("bench")
        yield (("SQLite", sqlite), ("PostgreSQL", server.url("bench")))


def status_against_a_no_op(database: str, world: World) -> None:
    """A signed `/notice status REF` with the database behind it, beside a no-op of bare Bolt, in turns."""
    reference = world.files_notice("red")
    identity = AuthorizeResult(
        enterprise_id=None, team_id=world.slack.team_id, bot_token="xoxb-none", bot_id="B0", bot_user_id="U0"
    )
    bare = App(
        signing_secret=world.slack.signing_secret,
        authorize=lambda: identity,
        process_before_response=True,
    )
    bare.command("/notice")(_acknowledge)
    line = f"status {reference}"
    ours, theirs = [], []
    for _ in range(CALLS):
        ours.append(_timed(lambda: world.bot.app.dispatch(_signed(world.slack, line)).status))
        theirs.append(_timed(lambda: bare.dispatch(_signed(world.slack, line)).status))
    _told(f"{database}: signed /notice status", ours)
    _told(f"{database}: the same to a no-op of bare Bolt", theirs)


def commands_at_once(database: str, world: World) -> None:
    """A hundred people type at the same moment, while Slack takes 400 ms to open a form."""
    world.slack.faults.add(Fault("views.open", "slow", times=None, seconds=0.4))
    took: list[float] = []
    together = threading.Barrier(AT_ONCE)

    def types() -> None:
        together.wait()
        took.append(world.types(OLGA, "/liaison").seconds)

    threads = [threading.Thread(target=types) for _ in range(AT_ONCE)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    _told(f"{database}: {AT_ONCE} commands at once, views.open slowed to 400 ms", took)
    print(f"  over 3 s: {sum(seconds > 3 for seconds in took)} of {len(took)}")


def start_to_connected(database: str, url: str) -> None:
    """A process from its start to its socket, and what it then holds in memory."""
    with Sandbox(manifest()) as slack, ExitStack() as closing:
        people(slack)
        began = time.perf_counter()
        process = closing.enter_context(desk_process(slack, url))
        slack.wait_for(lambda: slack.sockets.connected, timeout=30)
        print(f"{database}: start to connected socket {time.perf_counter() - began:.2f} s")
        status = Path(f"/proc/{process.pid}/status").read_text()
        resident = next(line for line in status.splitlines() if line.startswith("VmRSS"))
        print(f"{database}: resident memory {int(resident.split()[1]) / 1024:.0f} MB")


def _acknowledge(ack: Ack) -> None:
    ack()


def _signed(slack: Sandbox, text: str) -> BoltRequest:
    body = urlencode(
        {
            "command": "/notice",
            "text": text,
            "user_id": OLGA,
            "team_id": slack.team_id,
            "channel_id": "D0",
            "trigger_id": "1.2.3",
            "response_url": f"{slack.url}/response/none",
        }
    )
    stamp = str(int(time.time()))
    signature = SignatureVerifier(slack.signing_secret).generate_signature(timestamp=stamp, body=body)
    assert signature is not None
    headers: dict[str, str | Sequence[str]] = {
        "content-type": ["application/x-www-form-urlencoded"],
        "x-slack-signature": [signature],
        "x-slack-request-timestamp": [stamp],
    }
    return BoltRequest(body=body, headers=headers)


def _timed(call: Callable[[], int]) -> float:
    began = time.perf_counter()
    status = call()
    assert status == 200
    return time.perf_counter() - began


def _told(what: str, seconds: Sequence[float]) -> None:
    cuts = statistics.quantiles(seconds, n=100)
    print(
        f"{what}: median {statistics.median(seconds) * 1000:.2f} ms, "
        f"99th percentile {cuts[98] * 1000:.2f} ms, longest {max(seconds) * 1000:.2f} ms"
    )


if __name__ == "__main__":
    main()
