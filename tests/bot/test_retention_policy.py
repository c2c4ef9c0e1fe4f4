"""What the policy says of records that are over: how long they are kept, and what an operator mistyped."""

from dataclasses import fields, replace
from datetime import timedelta
from pathlib import Path

import pytest

from bot.policy import InvalidPolicy, load
from bot.rules.policy import Retention


def test_the_shipped_policy_keeps_a_file_seven_years_and_what_was_received_a_month() -> None:
    kept = load().retention

    assert kept == Retention(own=timedelta(days=7 * 365), received=timedelta(days=30))


@pytest.mark.parametrize("name", [each.name for each in fields(Retention)])
def test_an_operator_changes_one_time_and_leaves_the_other(tmp_path: Path, name: str) -> None:
    own = tmp_path / "policy.toml"
    own.write_text(f"[retention]\n{name} = '10y'\n", encoding="utf-8")

    assert load(own).retention == replace(load().retention, **{name: timedelta(days=3650)})


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("[retention]\nown = '0y'", "line 2: retention.own: '0y' is not a duration"),
        ("[retention]\nreceived = '-30d'", "line 2: retention.received: '-30d' is not a duration"),
        ("[retention]\n\nown = 7", "line 3: retention.own: 7 is not a duration"),
        ("[retention]\nown = '101y'", "line 2: retention.own: .* longer than a hundred years"),
        ("[retention]\nothers = '1y'", r"line 2: \[retention\] has no 'others'; it has own, received"),
    ],
)
def test_a_time_that_would_keep_nothing_is_refused_with_its_line(
    tmp_path: Path, text: str, sentence: str
) -> None:
    own = tmp_path / "policy.toml"
    own.write_text(text, encoding="utf-8")

    with pytest.raises(InvalidPolicy, match=sentence):
        load(own)
