"""What the policy says of requests: how long things around them may take, and what an operator mistyped."""

from dataclasses import fields, replace
from datetime import timedelta
from pathlib import Path

import pytest

from bot.policy import InvalidPolicy, load
from bot.rules.deadline_rules import OF_STATE
from bot.rules.policy import RequestLimits
from bot.rules.requests import LIVE


def test_the_shipped_policy_says_how_long_things_around_requests_may_take() -> None:
    limits = load().requests

    assert limits == RequestLimits(
        drafts=timedelta(days=14),
        announced=timedelta(days=21),
        alert_acknowledged=timedelta(hours=1),
    )


@pytest.mark.parametrize("name", [each.name for each in fields(RequestLimits)])
def test_an_operator_changes_one_time_of_requests_and_leaves_the_others(tmp_path: Path, name: str) -> None:
    own = tmp_path / "policy.toml"
    own.write_text(f"[requests]\n{name} = '40d'\n", encoding="utf-8")

    assert load(own).requests == replace(load().requests, **{name: timedelta(days=40)})


def test_every_state_in_which_a_request_is_live_has_its_wait() -> None:
    assert {*load().request_waits, *(state for state in LIVE if state in OF_STATE)} == LIVE
    assert not set(load().request_waits) & set(OF_STATE), "the deadline says it"


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("[requests]\nannounced = '7'", "line 2: requests.announced: '7' is not a duration"),
        ("[requests]\nsendby = '7d'", r"line 2: \[requests\] has no 'sendby'; it has alert_acknowledged, "),
        ("[requests]\ndrafts = '0d'", "line 2: requests.drafts: '0d' is not a duration"),
        (
            "[requests]\ndrafts = '14d'\n\nannounced = 365",
            "line 4: requests.announced: 365 is not a duration",
        ),
        ("[request_waits]\ncorrect = '1h'", r"line 2: \[request_waits\] has no 'correct'"),
        ("[request_waits]\nanswered = 1", "line 2: request_waits.answered: 1 is not a duration"),
        ("requests = '7d'", r"line 1: \[requests\] is a table"),
    ],
)
def test_a_mistake_is_named_with_its_line(tmp_path: Path, text: str, sentence: str) -> None:
    own = tmp_path / "policy.toml"
    own.write_text(text, encoding="utf-8")

    with pytest.raises(InvalidPolicy, match=sentence):
        load(own)
