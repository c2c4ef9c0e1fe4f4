"""`purge`: an operator sees what is due, is asked, and erases it."""

import getpass
from datetime import timedelta

import pytest

from bot.clock import real_now
from storage.database import Database
from storage.records.notices import NoticeState
from storage.records.requests import LiaisonRequest, RequestState
from tests.cli.terminal import type_in
from tests.storage.examples import a_notice, a_request

LONG_AGO = timedelta(days=8 * 365)


@pytest.fixture(name="over")
def _over(desk: str) -> LiaisonRequest:
    """A request that was closed eight years ago, with a notice refused then, and one closed yesterday."""
    now = real_now()
    closed = a_request(state=RequestState.CLOSED, state_since=now - LONG_AGO, facts="About Lingersample.")
    refused = a_notice(state=NoticeState.REFUSED, state_since=now - LONG_AGO, request_id=closed.id)
    recent = a_request(state=RequestState.CLOSED, state_since=now - timedelta(days=1))
    database = Database(desk)
    with database.transaction() as stores:
        for request in (closed, recent):
            stores.requests.add(request)
        stores.notices.add(refused)
    database.close()
    return closed


def test_a_dry_run_lists_what_is_due_and_erases_nothing(over: LiaisonRequest) -> None:
    first = type_in("purge --dry-run")

    assert f"{over.reference} request over since {over.state_since:%Y-%m}" in first.words
    assert f"due since {over.state_since + timedelta(days=7 * 365):%Y-%m}" in first.words
    assert first.words.endswith("2 records due. Nothing was erased.")
    assert "Lingersample" not in first.words
    assert type_in("purge --dry-run") == first


def test_after_a_yes_each_record_is_named_as_it_goes(over: LiaisonRequest) -> None:
    answer = type_in("purge", then="y\n")

    assert answer.code == 0
    assert "2 records due. Erase for good? [y/N]" in answer.words
    assert answer.words.endswith(f"{over.reference} is erased. 2 records erased.")
    assert "I found nothing" in type_in(f"status {over.reference}").words
    assert f"operator:{getpass.getuser()} record.purge done" in type_in(f"audit trail {over.reference}").words
    assert type_in("purge").words == "Nothing is due."


@pytest.mark.parametrize("then", ["n\n", "\n", None])
def test_without_a_yes_nothing_is_erased(over: LiaisonRequest, then: str | None) -> None:
    answer = type_in("purge", then=then)

    assert answer.code == 1
    assert type_in(f"status {over.reference}").code == 0


def test_a_script_is_not_asked(over: LiaisonRequest) -> None:
    answer = type_in("purge --yes")

    assert (answer.code, "Erase for good?" in answer.words) == (0, False)
    assert type_in(f"status {over.reference}").code == 1


@pytest.mark.usefixtures("desk")
@pytest.mark.parametrize("line", ["purge", "purge --yes", "purge --dry-run"])
def test_nothing_due_says_so(line: str) -> None:
    answer = type_in(line)

    assert (answer.code, answer.words) == (0, "Nothing is due.")
