"""How fast the desk speaks: a burst, then one a second; what is urgent saves no breath."""

from bot.pacing import Pace
from handlers.budget import Budget
from storage.records.announcements import DESK, ONCALL


class Stopwatch:
    """Real time that the test turns."""

    def __init__(self) -> None:
        self.seconds = 1000.0

    def __call__(self) -> float:
        return self.seconds


def test_a_place_takes_a_burst_and_then_one_message_a_second() -> None:
    watch = Stopwatch()
    pace = Pace(burst=3, monotonic=watch)
    after = []
    for _ in range(4):
        after.append(DESK in pace.waiting())
        pace.spoke(DESK)
    watch.seconds += 2.1

    assert after == [False, False, False, True]
    assert DESK not in pace.waiting()


def test_a_burst_in_one_channel_does_not_hold_up_another() -> None:
    pace = Pace(burst=1, monotonic=Stopwatch())
    pace.spoke(DESK)
    pace.spoke(DESK)

    assert pace.waiting() == {DESK}


def test_a_page_does_not_wait_for_breath_but_obeys_slack() -> None:
    watch = Stopwatch()
    pace = Pace(burst=1, monotonic=watch)
    pace.spoke(DESK)
    pace.spoke(DESK)
    pace.asked_to_wait(ONCALL, 30)

    assert pace.waiting(urgent=True) == {ONCALL}
    watch.seconds += 31
    assert pace.waiting(urgent=True) == frozenset()


def test_while_slack_is_away_everybody_waits_until_it_is_reached() -> None:
    pace = Pace(monotonic=Stopwatch())
    pace.nobody_there(60)
    silent = pace.silent
    pace.reached()

    assert silent
    assert not pace.silent


def test_edits_have_a_budget_for_the_minute() -> None:
    watch = Stopwatch()
    budget = Budget(2, monotonic=watch)
    spent = [budget.take(), budget.take()]
    waits = budget.take()
    watch.seconds += 60

    assert spent == [0.0, 0.0]
    assert 0 < waits <= 60
    assert budget.take() == 0.0


def test_edits_wait_as_long_as_slack_asked() -> None:
    watch = Stopwatch()
    budget = Budget(2, monotonic=watch)

    budget.asked_to_wait(30)
    waits = budget.take()
    watch.seconds += 30

    assert waits == 30
    assert budget.take() == 0.0
