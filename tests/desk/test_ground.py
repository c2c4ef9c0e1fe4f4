"""The ground: all or nothing, refusals leave a trace, and the loser of a race looks again."""

import pytest

from bot.desk.ground import Ground, looking_again
from bot.rules.errors import NotYet, Overtaken, Refusal
from storage.database import StaleRecord
from tests.desk.around import CountingWake
from tests.desk.floor import OFFICER, Floor


class Tries:
    """A use case that is overtaken a few times before it succeeds."""

    def __init__(self, overtaken: int) -> None:
        self._overtaken = overtaken
        self.times = 0

    @looking_again
    def act(self) -> int:
        self.times += 1
        if self.times <= self._overtaken:
            raise Overtaken
        return self.times


def test_what_fails_keeps_nothing_and_wakes_nobody(floor: Floor, ground: Ground, wake: CountingWake) -> None:
    before = wake.times
    with pytest.raises(NotYet):
        _act_then_raise(ground, NotYet("Not yet."))

    assert floor.trail("LR-2026-00001") == []
    assert wake.times == before


def test_a_refusal_is_audited_though_everything_else_is_rolled_back(floor: Floor, ground: Ground) -> None:
    with pytest.raises(Refusal):
        _act_then_raise(ground, Refusal("No."))

    assert floor.trail("as clicked") == []
    assert len(floor.trail("LR-2026-00001")) == 1
    assert floor.refused("LR-2026-00001") == [("UOFFICER", "test.act")]


def test_a_change_that_came_in_between_is_told_as_such(ground: Ground) -> None:
    with pytest.raises(NotYet, match="at the same moment"):
        _act_then_raise(ground, StaleRecord("LR-2026-00001"))


def test_who_is_overtaken_looks_again() -> None:
    tries = Tries(overtaken=2)

    assert tries.act() == 3


def test_who_is_overtaken_again_and_again_is_told() -> None:
    tries = Tries(overtaken=9)

    with pytest.raises(Overtaken):
        tries.act()

    assert tries.times == 3


@pytest.mark.parametrize(("seconds", "due"), [(-1, True), (0, True), (1, False)])
def test_a_moment_is_due_when_it_has_come(ground: Ground, floor: Floor, seconds: int, due: bool) -> None:
    moment = floor.clock.now()
    floor.clock.advance(seconds=-seconds)

    assert ground.is_due(moment) is due
    assert not ground.is_due(None)


def _act_then_raise(ground: Ground, error: Exception) -> None:
    with ground.transaction(OFFICER, "test.act", "as clicked") as tx:
        tx.audit("field")
        tx.about("LR-2026-00001")
        raise error
