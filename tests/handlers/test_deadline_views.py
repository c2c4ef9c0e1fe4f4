"""The digest, what falls due, and the answer to a snooze: what stands in them."""

import pytest

from bot.rules.hours import Snooze
from bot.rules.reminders import STEP
from bot.sandbox.blocks import check_message
from handlers.views import due
from handlers.views.snoozing import Snoozing, snoozed
from storage.records.announcements import DigestPart
from storage.records.reminders import ReminderRule
from tests.handlers.deadline_samples import MESSAGES, a_digest, a_list, a_row
from tests.handlers.examples import DESK
from tests.handlers.reading import labels, told


@pytest.mark.parametrize("name", MESSAGES)
def test_slack_takes_it(name: str) -> None:
    assert check_message(list(MESSAGES[name].blocks)) == []


def test_a_digest_has_its_parts_in_order_and_a_row_for_each_record() -> None:
    message = a_digest(
        a_row(1, DigestPart.OVERDUE), a_row(2, DigestPart.WEEK, None), a_row(3, DigestPart.COMING), more=4
    )

    shown = told(message)
    assert message.text == "Digest of Nov 22, 2026: 1 overdue, 1 due within a week, 1 coming up"
    assert shown.index("Overdue") < shown.index("NT-2026-00001") < shown.index("NT-2026-00002")
    assert "withdrawal requested, owner: <@" in shown
    assert "five-year review, due <!date^" in shown
    assert "And 4 more" in shown
    assert sum("accessory" in block for block in message.blocks) == 3


def test_a_late_digest_names_both_times() -> None:
    assert "(due " in told(a_digest(a_row(1, DigestPart.TODAY), late=True))


@pytest.mark.parametrize(("page", "buttons"), [(1, ["Next"]), (2, ["Previous", "Next"]), (4, ["Previous"])])
def test_what_falls_due_is_turned_over(page: int, buttons: list[str]) -> None:
    message = due.message(a_list(31, page=page), DESK)

    assert message.text == f"Notices due within 7 days: 31 found, page {page} of 4"
    assert [each for each in labels(message) if each != "Show details"] == buttons


def test_what_falls_due_says_what_it_is_and_what_is_overdue() -> None:
    shown = told(due.message(a_list(2), DESK))

    assert ":warning: overdue, *missing information*, due <!date^" in shown
    assert "*nothing came for long: stale*, due <!date^" in shown
    assert "Tristan da Cunha &amp; Example" in shown


def test_the_button_of_an_older_reminder_snoozes_the_next_step() -> None:
    assert Snoozing.read("r1") == Snoozing(record_id="r1", about=STEP, until=Snooze.A_WHILE)
    assert Snoozing.read(snoozed("r1", ReminderRule.CCF, Snooze.TOMORROW)) == Snoozing(
        record_id="r1", about=ReminderRule.CCF, until=Snooze.TOMORROW
    )
