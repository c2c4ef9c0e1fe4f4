"""The policy file: what it says, and what is said to an operator who mistyped."""

from datetime import timedelta
from pathlib import Path

import pytest

from bot.policy import InvalidPolicy, duration, load
from bot.policy_part import Place, line_of
from storage.records.escalations import Rung
from storage.records.people import Role
from storage.records.requests import Priority


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("2s", timedelta(seconds=2)),
        ("15m", timedelta(minutes=15)),
        ("24h", timedelta(hours=24)),
        ("10d", timedelta(days=10)),
        ("5y", timedelta(days=5 * 365)),
    ],
)
def test_a_duration_is_a_number_and_a_unit(text: str, meant: timedelta) -> None:
    read = duration(text)

    assert read == meant


@pytest.mark.parametrize("text", ["0s", "-5m", "5", "m", "5 m", "1.5h", "5w", "", 5, None])
def test_anything_else_is_no_duration(text: object) -> None:
    with pytest.raises(InvalidPolicy, match="is not a duration"):
        duration(text)


def test_the_shipped_policy_pages_the_officer_on_duty_first() -> None:
    policy = load()

    assert {ladder[0].who for ladder in policy.ladders.values()} == {Rung.ON_DUTY}
    assert policy.telephone == "202-616-9000"


def test_an_operators_policy_changes_only_what_it_names(tmp_path: Path) -> None:
    own = tmp_path / "policy.toml"
    own.write_text('[response]\nflash = "20m"\n', encoding="utf-8")

    policy = load(own)

    assert policy.response[Priority.FLASH] == timedelta(minutes=20)
    assert policy.response[Priority.URGENT] == load().response[Priority.URGENT]


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ('[respons]\nflash = "1h"', r"\[respons\] is not a part of the policy"),
        ('\n[response]\nflsh = "1h"', r"line 3: \[response\] has no 'flsh'"),
        ('[desk]\n\n[response]\nflash = "soon"', r"line 4: response.flash: 'soon' is not a duration"),
        ('response = "1h"', r"\[response\] is a table"),
        ("ladder.flash = []", r"line 1: \[\[ladder.flash\]\] needs at least one step"),
        ('[[ladder]]\nwho = "next"\nwait = "5m"', r"line 1: write \[\[ladder.flash\]\]"),
        ('[[ladder.flash]]\nwho = "anybody"\nwait = "5m"', "line 2: who is one of"),
        ('[[ladder.flash]]\nwho = "role:boss"\nwait = "5m"', "line 2: who is one of"),
        ('[[ladder.flash]]\nwho = "group:the desk"\nwait = "5m"', "line 2: who is one of"),
        ('[[ladder.flash]]\nwho = "next"', "line 1: .* step 1 needs `who` and `wait`"),
        (
            '[[ladder.flash]]\nwho = "next"\nwait = "0m"',
            "line 3: ladder.flash.0.wait: '0m' is not a duration",
        ),
        ('[[ladder.flash]]\nwho = "next"\nwait = "1y"', "line 3: .* too long; 24h is the most"),
        ('[[ladder.flash]]\nwho = "next"\nwait = "1m"\nrepeat = 0', "line 4: .* from 1 to 5"),
        ('[[ladder.flash]]\nwho = "next"\nwait = "1m"\ntimes = 2', "line 4: .* has no 'times'"),
        (
            '[[ladder.flash]]\nwho = "next"\nwait = "1m"\n[[ladder.flash]]\nwho = "next"\nwait = "2m"',
            "line 5: .* step 2 tells next again, which makes a loop",
        ),
        ("[ladder]\nflush = []", r"line 2: \[ladder\] has no 'flush'"),
        ("[pages]\nalarm_again = '2d'", "line 2: pages.alarm_again: '2d' is too long"),
        ("[pages.renew]\nflash = '1x'", "line 2: pages.renew.flash: '1x' is not a duration"),
        ("[reach]\ntries = 11", "line 2: reach.tries: 11 is not a whole number from 1 to 10"),
        ("[watch]\ntolerance = 3", "line 2: watch.tolerance: 3 is not a duration"),
        ("[watch]\ntolerence = '3m'", r"line 2: \[watch\] has no 'tolerence'"),
        ("[response]\nflash = '999999y'", "longer than a hundred years"),
        ("[limits]\ntext = 30000", "limits.text: 30000 is not a whole number from 1 to 3000"),
        ("[limits]\ntext = true", "is not a whole number"),
        ('[desk]\ntelephone = ""', "desk.telephone: write it as text"),
        ("[response", "is not TOML"),
    ],
)
def test_a_mistake_is_named_with_its_place(tmp_path: Path, text: str, sentence: str) -> None:
    own = tmp_path / "policy.toml"
    own.write_text(text, encoding="utf-8")

    with pytest.raises(InvalidPolicy, match=sentence) as mistake:
        load(own)

    assert str(own) in str(mistake.value)


def test_a_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(InvalidPolicy, match="cannot be read"):
        load(tmp_path / "nowhere.toml")


def test_an_operators_ladder_replaces_that_of_one_priority(tmp_path: Path) -> None:
    own = tmp_path / "policy.toml"
    own.write_text(
        """
[[ladder.flash]]
who = "role:officer"
wait = "90s"
repeat = 3

[[ladder.flash]]
who = "group:S0HTCP"
wait = "2m"
""",
        encoding="utf-8",
    )

    policy = load(own)

    assert [(step.who, step.role, step.group, step.again) for step in policy.ladders[Priority.FLASH]] == [
        (Rung.ROLE, Role.OFFICER, None, False),
        (Rung.ROLE, Role.OFFICER, None, True),
        (Rung.ROLE, Role.OFFICER, None, True),
        (Rung.GROUP, None, "S0HTCP", False),
    ]
    assert policy.ladders[Priority.URGENT] == load().ladders[Priority.URGENT]


def test_one_value_of_a_table_in_a_table_leaves_its_neighbours(tmp_path: Path) -> None:
    own = tmp_path / "policy.toml"
    own.write_text("[pages.renew]\nflash = '20m'\n", encoding="utf-8")

    pages = load(own).pages

    assert pages.renew[Priority.FLASH] == timedelta(minutes=20)
    assert pages.renew[Priority.URGENT] == load().pages.renew[Priority.URGENT]


@pytest.mark.parametrize(
    ("place", "line"),
    [
        (("response",), 2),
        (("response", "flash"), 3),
        (("ladder", "flash", 0, "who"), 6),
        (("ladder", "flash", 1, "wait"), 10),
        (("ladder", "flash", 1, "repeat"), 8),
        (("ladder", "flash", 2), None),
        (("limits", "text"), None),
    ],
)
def test_a_line_is_found_by_the_names_that_lead_to_it(place: Place, line: int | None) -> None:
    text = """# A policy.
[response]
flash = "1h"  # An hour.

[[ladder.flash]]
who = "next"

[[ ladder.flash ]]  # The second one.
who = "channel"
wait = "2m"
"""

    assert line_of(text, place) == line
