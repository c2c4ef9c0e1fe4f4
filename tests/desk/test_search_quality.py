"""How well names are found among namesakes: a floor under the open half of the test set.

The other half, `held_out.csv`, is looked at by `make bench-names` only, so that no rule is made for it.
"""

from tests.desk.floor import OFFICER, Floor
from tests.names.filled import fill, people, read_all
from tests.names.namesakes import HELD_OUT, OPEN, pairs
from tests.names.quality import answers, measured, references

NAMESAKES = 3_000


def test_what_is_asked_for_stands_first_or_among_the_first_ten(floor: Floor) -> None:
    everybody = people(NAMESAKES)
    fill(floor.database, everybody)
    read_all(floor.desk.name_reading)

    found = measured(floor.desk.search, OFFICER, references(everybody, pairs(OPEN), answers))

    assert found.first >= 0.97, found.missed
    assert found.in_ten == 1.0, found.missed


def test_both_halves_hold_each_script_alike() -> None:
    halves = [sorted(pair.who.script for pair in pairs(half)) for half in (OPEN, HELD_OUT)]

    assert halves[0] == halves[1]
    assert min(halves[0].count(script) for script in set(halves[0])) >= 6
