"""Conditions read facts: exactly the answers that they name, and no tick alone satisfies one."""

from collections.abc import Iterator, Mapping
from itertools import product

import pytest

from bot.rules import conditions, notices
from bot.rules.colours import FILED_HERE, form_of
from bot.rules.steps import Ask, AskKind, Form
from bot.rules.verdicts import Condition
from storage.records.notices import Colour
from storage.records.requests import Direction
from tests.rules.condition_rows import FAILED, OPEN, YELLOW
from tests.rules.conditions_of_colours import ROWS, condition, each_condition, judged
from tests.rules.examples import a_notice

OUT = Direction.OUTGOING
DOES_NOT_APPLY = {
    (YELLOW, "privacy"): {"subject": {"", "child", "unidentified"}},
    (YELLOW, "ncic"): {"subject": {"unidentified"}},
}
"""Conditions that hold without a fact: an adult's privacy, and NCIC of somebody who is missing."""


def _form(colour: Colour) -> Form:
    form = form_of(colour, OUT)
    assert form is not None
    return form


@each_condition
def test_the_table_shows_each_standing_that_choices_can_bring_about(
    colour: Colour, tested: Condition
) -> None:
    rows = [row for row in ROWS if (row.colour, row.condition) == (colour, tested.name)]
    reached = {
        judged(tested, {**row.answers, **choices}).standing
        for row in rows
        for choices in _choices(colour, tested)
    }

    assert reached == {row.standing for row in rows}


@each_condition
def test_a_condition_reads_what_the_form_asks(colour: Colour, tested: Condition) -> None:
    of_columns = set(notices.answers_of(a_notice(colour=colour, answers={}, control_number="A-1/3-2026")))

    asked = {ask.name for ask in _form(colour).asks}
    assert set(tested.reads) <= asked | of_columns


@each_condition
def test_a_condition_reads_exactly_what_it_says_it_reads(colour: Colour, tested: Condition) -> None:
    looked_at: set[str] = set()
    for row in ROWS:
        if row.colour is colour:
            judged(tested, _Watched(row.answers, looked_at))

    assert looked_at == set(tested.reads)


@each_condition
def test_no_tick_alone_satisfies_a_condition(colour: Colour, tested: Condition) -> None:
    free = DOES_NOT_APPLY.get((colour, tested.name), {})

    for choices in _choices(colour, tested):
        if not any(choices.get(name, "") in values for name, values in free.items()):
            verdict = judged(tested, choices)

            assert verdict.standing in {OPEN, FAILED}, choices


@pytest.mark.parametrize(("colour", "name"), DOES_NOT_APPLY)
def test_a_condition_that_does_not_apply_is_none_of_that_notice(colour: Colour, name: str) -> None:
    [(asked, values)] = DOES_NOT_APPLY[colour, name].items()

    for value in values:
        assert condition(colour, name).judge({asked: value}) is None


@pytest.mark.parametrize("colour", FILED_HERE)
def test_nothing_known_meets_no_condition_that_applies(colour: Colour) -> None:
    found = conditions.findings(colour, OUT, {})

    holding = {(colour, each.condition.name) for each in found if each.holds}
    assert holding <= set(DOES_NOT_APPLY)
    assert conditions.failures(found) == {}


class _Watched(dict[str, str]):
    """Answers that remember what was asked of them."""

    def __init__(self, answers: Mapping[str, str], looked_at: set[str]) -> None:
        super().__init__(answers)
        self._looked_at = looked_at

    def get(self, name: str, default: str | None = None) -> str | None:  # type: ignore[override]
        self._looked_at.add(name)
        return super().get(name, default)

    def __getitem__(self, name: str) -> str:
        self._looked_at.add(name)
        return super().__getitem__(name)


def _choices(colour: Colour, tested: Condition) -> Iterator[dict[str, str]]:
    """Every combination of answers to the questions that a condition reads and that are only chosen."""
    asks = [ask for ask in _form(colour).asks if ask.name in tested.reads and ask.choices]
    ticks: list[tuple[str, tuple[str, ...]]] = [(ask.name, _answers(ask)) for ask in asks]
    if "agency_registered" in tested.reads:
        ticks.append(("agency_registered", ("", "yes")))
    names = [name for name, _ in ticks]
    for answers in product(*(values for _, values in ticks)):
        yield dict(zip(names, answers, strict=True))


def _answers(ask: Ask) -> tuple[str, ...]:
    """None, each of them, and of a list all at once."""
    values = tuple(value for value, _ in ask.choices)
    return ("", *values, *([",".join(values)] if ask.kind is AskKind.CHOICES else []))
