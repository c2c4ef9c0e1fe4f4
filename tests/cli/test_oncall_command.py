"""`oncall`: an operator says who has the desk."""

import re

import pytest

from tests.cli.terminal import type_in

pytestmark = pytest.mark.usefixtures("desk")


def test_nobody_has_an_empty_roster() -> None:
    assert type_in("oncall now").words == "On duty: nobody. Next: nobody."


def test_an_officer_who_is_given_the_desk_has_it_until_a_moment_in_the_desks_zone() -> None:
    type_in("people grant U0DAN officer")

    taken = type_in("oncall take U0DAN --hours 3")

    assert re.fullmatch(r"U0DAN has the desk until \d{4}-\d\d-\d\d \d\d:\d\d E[SD]T\.", taken.words)
    assert "On duty: U0DAN until " in type_in("oncall now").words


def test_a_zone_that_nobody_knows_does_not_keep_the_answer_back(monkeypatch: pytest.MonkeyPatch) -> None:
    type_in("people grant U0DAN officer")
    monkeypatch.setenv("DESK_TIMEZONE", "Mars/Olympus")

    assert type_in("oncall take U0DAN").words.endswith(" UTC.")


@pytest.mark.parametrize(
    ("line", "sentence"),
    [
        ("oncall take dan", "dan is not a Slack user id"),
        ("oncall take U0RITA", "Only officers and supervisors can have the desk."),
        ("oncall take U0DAN --hours -1", "at most 24 hours"),
        ("oncall take U0DAN --hours 25", "at most 24 hours"),
        ("oncall take U0DAN --hours many", "Invalid value for '--hours'"),
    ],
)
def test_a_mistake_gets_a_sentence_and_changes_nothing(line: str, sentence: str) -> None:
    type_in("people grant U0DAN officer")
    type_in("people grant U0RITA requester")

    answer = type_in(line)

    assert answer.code != 0
    assert sentence in answer.words
    assert type_in("oncall now").words == "On duty: nobody. Next: nobody."
