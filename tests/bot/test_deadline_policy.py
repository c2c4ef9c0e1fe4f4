"""What the policy says of deadlines, and what an operator mistyped."""

from datetime import time, timedelta
from pathlib import Path

import pytest

from bot.policy import InvalidPolicy, load
from bot.rules.deadline_rules import RULES
from bot.rules.policy import Then
from bot.rules.spans import Span
from storage.records.reminders import ReminderRule
from storage.records.requests import Priority


def test_the_shipped_policy_has_every_deadline_and_each_is_reminded_of() -> None:
    shipped = load().deadlines
    of_the_step = {rule for rule, row in RULES.items() if row.states}

    assert set(shipped) == set(RULES)
    silent = {
        rule
        for rule, each in shipped.items()
        if not (each.before or each.after or each.shares or each.every or each.at_once)
    }
    assert silent <= of_the_step, "when its step is due and overdue is said of itself"


def test_whoever_is_on_call_hears_of_what_nobody_picks_up() -> None:
    assert [rule for rule, each in load().deadlines.items() if each.then is Then.ONCALL] == [
        ReminderRule.PICK_UP
    ]


def test_an_operator_changes_one_deadline_and_leaves_the_others(tmp_path: Path) -> None:
    own = tmp_path / "policy.toml"
    own.write_text('[deadlines.reply]\ndue.urgent = "12h"\nafter = ["120%", "20d"]\n', encoding="utf-8")

    read, shipped = load(own).deadlines, load().deadlines

    reply = read[ReminderRule.REPLY]
    assert reply.due[Priority.URGENT] == Span(time=timedelta(hours=12))
    assert reply.due[Priority.NORMAL] == Span(days=10)
    assert (reply.shares, reply.after) == ((120,), (Span(days=20),))
    assert {rule: each for rule, each in read.items() if rule is not ReminderRule.REPLY} == {
        rule: each for rule, each in shipped.items() if rule is not ReminderRule.REPLY
    }


def test_the_hours_of_the_desks_day_are_policy(tmp_path: Path) -> None:
    own = tmp_path / "policy.toml"
    own.write_text('[quiet]\nfrom = "20:30"\n\n[reminders]\ndigest_at = "06:15"\n', encoding="utf-8")

    read = load(own)

    assert (read.quiet.begins, read.quiet.ends) == (time(20, 30), time(7))
    assert (read.digest.at, read.digest.cap) == (time(6, 15), 10)


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("[deadlines.rview]\ndue = '5y'", r"line 1: \[deadlines\] has no 'rview'; it has arrest, "),
        ("[deadlines.review]\ndeu = '5y'", r"line 2: \[deadlines.review\] has no 'deu'"),
        ("[deadlines.review]\ndue = '0y'", "line 2: deadlines.review.due: '0y' is not a span of time"),
        ("[deadlines.review]\nbefore = ['-30d']", "line 2: .*'-30d' is not a span of time: write it like"),
        ("[deadlines.review]\nbefore = '30d'", "line 2: .*'30d' is no list"),
        ("[deadlines.review]\nbefore = [30]", "line 2: .*30 is not a span of time"),
        ("[deadlines.review]\nbefore = ['7d', '6y']", "line 2: .*'6y' is no shorter than the wait itself"),
        ("[deadlines.review]\ndue = '30d'", "line .*'180d' is no shorter than the wait itself"),
        ("[deadlines.needs_info]\nafter = ['0%']", "line 2: .*'0%' is no share of the wait"),
        ("[deadlines.needs_info]\nafter = ['0d']", "line 2: .*'0d' is not a span of time"),
        ("[deadlines.needs_info]\ndue = '9999y'", "line 2: .*longer than a hundred years"),
        ("[deadlines.query]\nevery = '0h'", "line 2: .*'0h' is not a span of time"),
        ("[deadlines.limitation]\ndue = '5y'", "line 2: .* the policy does not say when this is due"),
        (
            "[deadlines.pick_up.due]\nurgent = '1x'",
            "line 2: deadlines.pick_up.due.urgent: '1x' is not a span",
        ),
        ("[deadlines.pick_up.due]\nurgnt = '1h'", r"line 2: \[deadlines.pick_up.due\] has no 'urgnt'"),
        ("[deadlines.arrest]\nurgent = 'yes'", "line 2: .*'yes' is neither true nor false"),
        ("[deadlines.arrest]\nthen = 'boss'", "line 2: .*'boss' is neither supervisor nor oncall"),
        (
            "[deadlines.suspension]\npage = '2d'",
            "line 2: deadlines.suspension.page: the desk has no words for a page",
        ),
        (
            "[deadlines.reply]\nthen = 'oncall'",
            "line 2: deadlines.reply.then: the desk has no words for a page",
        ),
        ("[deadlines]\narrest = 3", r"line 2: \[deadlines.arrest\] is a table"),
        ("[reminders]\ndigest_at = '8'", "line 2: reminders.digest_at: '8' is not a time of day"),
        ("[reminders]\ndigest_at = '24:00'", "line 2: .*'24:00' is not a time of day"),
        ("[reminders]\ncap = 0", "line 2: reminders.cap: 0 is not a whole number from 1 to 100"),
        ("[quiet]\nform = '22:00'", r"line 2: \[quiet\] has no 'form'"),
    ],
)
def test_a_mistake_is_named_with_its_line(tmp_path: Path, text: str, sentence: str) -> None:
    own = tmp_path / "policy.toml"
    own.write_text(text, encoding="utf-8")

    with pytest.raises(InvalidPolicy, match=sentence):
        load(own)
