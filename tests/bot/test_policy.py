"""The policy file: what it says, and what is said to an operator who mistyped."""

from datetime import timedelta
from pathlib import Path

import pytest

from bot.policy import InvalidPolicy, duration, load
from storage.records.escalations import Rung
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

    assert policy.ladder[0].who is Rung.ON_DUTY
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
        ('[response]\nflsh = "1h"', r"\[response\] has no 'flsh'"),
        ('[response]\nflash = "soon"', r"response.flash: 'soon' is not a duration"),
        ('response = "1h"', r"\[response\] is a table"),
        ("ladder = []", "needs at least one step"),
        ('[[ladder]]\nwho = "anybody"\nwait = "5m"', "step 1: who is one of"),
        ('[[ladder]]\nwho = "next"', "needs exactly `who` and `wait`"),
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
