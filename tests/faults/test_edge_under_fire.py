"""Slack or the database is slow, locked or repeats itself: people are answered within three seconds."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from sqlalchemy import text

from tests.faults.trouble import cards, fails, files
from tests.storage.examples import all_at_once, raw
from tests.world import DESK, OLGA, ONCALL, RITA, World

BUSY = "The desk is busy; nothing was saved. Try again in a moment."
TELEPHONE = "202-616-9000"
TABLES = "audit, requests, escalations, outbox, submissions"


@contextmanager
def database_locked(world: World) -> Iterator[None]:
    """Another program writes, and does not end."""
    url = world.bot.settings.database_url
    if world.bot.database.dialect == "postgresql":
        with raw(url) as engine, engine.begin() as connection:
            connection.execute(text(f"LOCK TABLE {TABLES} IN ACCESS EXCLUSIVE MODE"))
            yield
        return
    other = sqlite3.connect(url.removeprefix("sqlite:///"), isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    yield
    other.rollback()
    other.close()


def test_a_locked_database_is_a_busy_desk_and_saves_nothing(any_world: World) -> None:
    request = files(any_world)
    any_world.settle()
    any_world.begins_request(RITA)
    form = any_world.fills_request(RITA)
    [card] = cards(any_world, request)
    acts = (
        lambda: any_world.slack.command(OLGA, "/escalate please come"),
        lambda: any_world.slack.submit(RITA, form),
        lambda: any_world.slack.click(OLGA, card, text="Claim"),
    )
    with database_locked(any_world):
        page, filed, click = all_at_once(3, lambda number: acts[number]())
        any_world.slack.wait_for(lambda: BUSY in [each.plain for each in any_world.slack.ephemerals(OLGA)])
    any_world.settle()

    assert max(each.seconds for each in (page, filed, click)) < 3
    assert page.message is not None
    assert page.message.plain == f"{BUSY} If it cannot wait, call the command center: {TELEPHONE}."
    assert list(filed.errors.values()) == [BUSY]
    assert click.acked
    assert any_world.slack.messages(DESK) == [card]
    assert any_world.said(ONCALL) == []


def test_the_form_that_a_busy_desk_left_open_can_be_sent_again(world: World) -> None:
    world.begins_request(RITA)
    form = world.fills_request(RITA)
    with database_locked(world):
        world.slack.submit(RITA, form)

    world.submits(RITA, {})

    assert len(world.slack.messages(DESK)) == 1


def test_ten_forms_at_once_open_in_time_although_slack_is_slow(any_world: World) -> None:
    fails(any_world, "slow", "views.open", times=None, seconds=0.4)

    outcomes = all_at_once(10, lambda _: any_world.slack.command(RITA, "/liaison"))

    assert all(outcome.acked and not outcome.late for outcome in outcomes)
    assert max(outcome.seconds for outcome in outcomes) < 3


@pytest.mark.parametrize("kind", ["error500", "nonsense", "reset_before", "ratelimited", "silent"])
def test_a_form_that_slack_does_not_open_is_a_sentence(world: World, kind: str) -> None:
    fails(world, kind, "views.open")

    outcome = world.types(OLGA, "/escalate")

    assert outcome.message is not None
    assert "Slack did not open the form in time, and nothing was saved." in outcome.message.plain
    assert TELEPHONE in outcome.message.plain


@pytest.mark.parametrize("kind", ["error500", "nonsense", "reset_before", "ratelimited", "silent"])
def test_somebody_whom_slack_cannot_name_pages_all_the_same(world: World, kind: str) -> None:
    world.slack.add_person("U0NEW", "new")
    fails(world, kind, "users.info", times=2)

    refused = world.asks("U0NEW", "/liaison")
    page = world.asks("U0NEW", "/escalate please come")
    world.settle()

    assert refused.startswith("I could not check who you are, so nothing was done.")
    assert "ES-2026-00001" in page
    assert "Identity unchecked" in world.page("ES-2026-00001").plain


def test_what_slack_says_twice_is_done_once(world: World) -> None:
    world.begins_request(RITA)
    world.fills_request(RITA)
    fails(world, "repeat_next")
    world.submits(RITA, {})
    [card] = world.slack.messages(DESK)

    fails(world, "repeat_next")
    world.clicks(OLGA, "Claim", card)
    fails(world, "repeat_next")
    world.types(OLGA, "/escalate please come")
    world.settle()

    assert len(world.slack.messages(DESK)) == 1
    assert OLGA in world.slack.messages(DESK)[0].plain
    assert len(world.said(ONCALL)) == 1


def test_what_slack_brings_late_is_still_answered(world: World) -> None:
    fails(world, "delay_next", seconds=1.0)

    answer = world.types(OLGA, "/oncall")

    assert answer.message is not None
    assert not answer.late
