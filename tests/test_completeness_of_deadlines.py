"""Whoever adds a deadline learns here what else it needs: words, a rule, a part of the policy, a line."""

from pathlib import Path

import pytest

from bot import policy
from bot.policy_deadlines import written
from bot.rules import reminders
from bot.rules.deadline_rules import BESIDE, OF_STATE, RULES
from bot.rules.notice_states import LIVE as LIVE_NOTICES
from bot.rules.policy import Deadline, Then
from bot.rules.requests import LIVE as LIVE_REQUESTS
from storage.records.reminders import ReminderRule
from storage.records.requests import Priority

README = (Path(__file__).parent.parent / "README.md").read_text()
SHIPPED = policy.load()
NOT_DEADLINES = {
    ReminderRule.DUE,
    ReminderRule.OVERDUE,
    ReminderRule.SNOOZED,
    ReminderRule.CRITICAL,
    ReminderRule.ALERT,
    ReminderRule.CHANGE,
    ReminderRule.ROSTER,
    ReminderRule.HANDOVER,
}
THEN = {Then.SUPERVISOR: "then the supervisors", Then.ONCALL: "then whoever is on call"}
LISTED = {ReminderRule.HYGIENE}
"""No row of a record: a list in the digest."""


def line_of(rule: ReminderRule) -> list[str]:
    """The cells of its line in the table of the README."""
    table = README.partition("## Deadlines")[2].partition("## ")[0]
    lines = [each for each in table.splitlines() if each.startswith(f"| {rule}: ")]
    assert len(lines) == 1, f"{rule} has {len(lines)} lines in the README"
    return [each.strip() for each in lines[0].strip("|").split("|")]


def reminded(deadline: Deadline) -> list[str]:
    """Its offsets as the policy writes them."""
    spans = [written(each) for each in (*deadline.before, *deadline.after)]
    spans += [f"{each}%" for each in deadline.shares]
    spans += [f"every {written(deadline.every)}"] if deadline.every else []
    spans += ["at once"] if deadline.at_once else []
    spans += [f"a page {written(deadline.page)} before"] if deadline.page else []
    return spans + ([THEN[deadline.then]] if deadline.then else [])


def test_every_rule_is_a_deadline_or_has_its_place_in_the_sweep() -> None:
    assert set(RULES) == set(ReminderRule) - NOT_DEADLINES
    assert set(SHIPPED.deadlines) == set(RULES)


def test_every_deadline_is_about_a_step_or_read_beside_it() -> None:
    of_a_step = {rule for rule, row in RULES.items() if row.states}

    assert of_a_step | set(BESIDE) | LISTED == set(RULES)
    assert of_a_step & set(BESIDE) == set()
    assert {rule for rule in RULES if reminders.is_of_step(rule)} == of_a_step


def test_every_deadline_has_words_of_its_own() -> None:
    words = [row.words for row in RULES.values()]

    assert all(words)
    assert len(set(words)) == len(words)


def test_every_state_in_which_something_is_awaited_has_its_wait_once() -> None:
    by_rule, notices, requests = set(OF_STATE), set(SHIPPED.notice_waits), set(SHIPPED.request_waits)

    assert notices | (by_rule & LIVE_NOTICES) == LIVE_NOTICES
    assert requests | (by_rule & LIVE_REQUESTS) == LIVE_REQUESTS
    assert not by_rule & (notices | requests)


@pytest.mark.parametrize("rule", RULES)
def test_the_readme_says_of_a_deadline_what_the_policy_says(rule: ReminderRule) -> None:
    named, due, told, source = line_of(rule)
    deadline = SHIPPED.deadlines[rule]

    assert RULES[rule].words.startswith(named.partition(": ")[2])
    assert [each for each in reminded(deadline) if each not in told] == []
    if deadline.due and not deadline.business_days:
        assert written(deadline.due[Priority.NORMAL]) in due
        assert written(deadline.due[Priority.URGENT]) in due
    assert source == (RULES[rule].source or "desk default")
