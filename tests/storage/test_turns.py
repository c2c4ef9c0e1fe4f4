"""Turns: first come, first served, and nobody waits longer than they said."""

from concurrent.futures import ThreadPoolExecutor
from threading import Event

import pytest

from storage.failures import DatabaseBusy
from storage.turns import Turns


def until_queued(turns: Turns, number: int) -> None:
    while len(turns._queue) < number:
        Event().wait(0.001)


def test_who_came_first_goes_first_and_nobody_overtakes() -> None:
    turns, order = Turns(), []

    def take(name: str) -> None:
        with turns.mine(wait=10):
            order.append(name)

    with ThreadPoolExecutor(3) as threads:
        with turns.mine(wait=1):
            for queued, name in enumerate(("first", "second", "third"), start=1):
                threads.submit(take, name)
                until_queued(turns, queued)

        # The one who held the turn asks again at once, and comes after all who waited.
        take("again")

    assert order == ["first", "second", "third", "again"]


def test_who_gives_up_is_told_and_passes_nothing_on() -> None:
    turns = Turns()

    with turns.mine(wait=1), pytest.raises(DatabaseBusy), turns.mine(wait=0.01):
        pass

    with turns.mine(wait=0.01):
        assert not turns._queue


def test_a_turn_ends_when_its_holder_fails() -> None:
    turns = Turns()

    with pytest.raises(ZeroDivisionError), turns.mine(wait=1):
        _ = 1 / 0

    with turns.mine(wait=0.01):
        assert turns._taken
