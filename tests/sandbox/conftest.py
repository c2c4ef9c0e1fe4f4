"""Sandboxes with two people and two channels in them, alone or with a real Bolt app connected."""

import gc
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime

import pytest
from slack_sdk import WebClient

from bot.sandbox.server import Sandbox
from tests.sandbox.tiny_bot import MANIFEST, TinyBot

NOON = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)


def fill(sandbox: Sandbox) -> None:
    sandbox.add_person("U1", "ada", real_name="Ada Example")
    sandbox.add_person("U2", "bo", real_name="Bo Example")
    sandbox.add_channel("C1", "desk", members=["U1", "U2"])
    sandbox.add_channel("C2", "elsewhere", members=["U1"], with_bot=False)
    sandbox.add_channel("G1", "closed", members=["U2"], private=True, with_bot=False)


@pytest.fixture
def sandbox() -> Iterator[Sandbox]:
    """Without a bot, for what the Web API does by itself."""
    with Sandbox(MANIFEST, start_at=NOON) as sandbox:
        fill(sandbox)
        yield sandbox


@pytest.fixture
def client(sandbox: Sandbox) -> WebClient:
    """The real Web API client, without its retry after a lost connection."""
    return WebClient(sandbox.bot_token, base_url=sandbox.api_url, retry_handlers=[])


@dataclass(frozen=True, slots=True)
class Desk:
    """A sandbox and the bot on its socket."""

    sandbox: Sandbox
    bot: TinyBot

    @property
    def client(self) -> WebClient:
        return self.bot.app.client


@pytest.fixture(scope="session")
def connected() -> Iterator[Desk]:
    """Connecting takes Bolt's client half a second, so one connection serves many tests."""
    with Sandbox(MANIFEST, start_at=NOON) as sandbox:
        bot = TinyBot(sandbox)
        bot.connect()
        yield Desk(sandbox, bot)
        bot.close()


@pytest.fixture
def desk(connected: Desk) -> Desk:
    """A fresh workspace on the shared connection."""
    connected.sandbox.reset(start_at=NOON)
    connected.bot.forget()
    fill(connected.sandbox)
    return connected


@pytest.fixture
def fragile_desk() -> Iterator[Desk]:
    """A connection of its own, for tests that break it."""
    with Sandbox(MANIFEST, start_at=NOON) as sandbox:
        fill(sandbox)
        bot = TinyBot(sandbox)
        bot.connect()
        yield Desk(sandbox, bot)
        bot.close()
    gc.collect()  # What a broken connection left is this test's, not the next one's.
