"""Days that a step names: none before that without which it could not have come; and when they are due."""

from collections.abc import Mapping
from datetime import timedelta
from typing import Any

import pytest

from storage.records.notices import Colour, Means, Notice, NoticeState
from tests.desk.around import day
from tests.desk.floor import Floor
from tests.desk.notice_life import circulated, takes, wrong

SENT, LATER, BETWEEN = "2026-03-02", "2026-03-12", "2026-03-10"
"""The day of the test, ten days after it, and a day between them."""
SECRETARIAT = f"it was sent, {SENT}"
DIFFUSION: Mapping[str, Any] = {"means": Means.DIFFUSION, "recipients": "DE"}


def _ten_days_after(floor: Floor, *steps: str) -> Notice:
    """A Red Notice that was published ten days ago; the steps were taken today."""
    notice = floor.published()
    floor.clock.advance(days=10)
    for step in steps:
        takes(floor, notice, step)
    return floor.notice(notice.id)


@pytest.mark.parametrize(("step", "changes"), [("send", {}), ("circulate", DIFFUSION)])
def test_nothing_was_sent_before_it_was_filed(floor: Floor, step: str, changes: Mapping[str, Any]) -> None:
    notice = floor.approved(**changes)

    assert wrong(floor, notice, step, sent_on="2026-03-01") == {
        "sent_on": "This is before the notice was filed here. Check the day."
    }


@pytest.mark.parametrize(("step", "field"), [("publish", "published_on"), ("query", "asked_on")])
def test_the_general_secretariat_did_nothing_before_it_had_it(floor: Floor, step: str, field: str) -> None:
    errors = wrong(floor, floor.sent(), step, **{field: "2026-03-01"})

    assert errors == {field: f"This is before {SECRETARIAT}. Check both days."}


@pytest.mark.parametrize(
    ("before", "step", "field", "day", "words"),
    [
        ((), "located", "located_on", "2026-03-01", f"it was published, {SENT}"),
        ((), "arrested", "arrested_on", "2026-03-01", f"it was published, {SENT}"),
        ((), "suspend", "suspended_on", "2026-03-01", f"it was published, {SENT}"),
        ((), "renew", "renewed_on", "2026-03-01", f"it was published, {SENT}"),
        (("located",), "arrested", "arrested_on", BETWEEN, f"the location, {LATER}"),
        (("arrested",), "extradition", "requested_on", BETWEEN, f"the arrest, {LATER}"),
        (("arrested",), "returned", "returned_on", BETWEEN, f"the arrest, {LATER}"),
        (("arrested", "extradition"), "returned", "returned_on", BETWEEN, f"the arrest, {LATER}"),
        (("arrested",), "ask_withdrawal", "returned_on", BETWEEN, f"the arrest, {LATER}"),
        (("suspend",), "resume", "resumed_on", BETWEEN, f"it was suspended, {LATER}"),
        (
            ("returned", "ask_withdrawal"),
            "withdrawn",
            "withdrawn_on",
            BETWEEN,
            f"the withdrawal was asked for, {LATER}",
        ),
    ],
)
def test_nothing_comes_before_that_without_which_it_could_not(
    floor: Floor, before: tuple[str, ...], step: str, field: str, day: str, words: str
) -> None:
    notice = _ten_days_after(floor, *before)

    assert wrong(floor, notice, step, **{field: day}) == {field: f"This is before {words}. Check both days."}
    assert takes(floor, notice, step, **{field: LATER}).version == notice.version + 1


def test_a_question_is_not_answered_before_it_was_asked(floor: Floor) -> None:
    notice = floor.sent()
    floor.clock.advance(days=10)
    takes(floor, notice, "query")

    assert wrong(floor, notice, "query_answered", sent_on=BETWEEN) == {
        "sent_on": f"This is before the question, {LATER}. Check both days."
    }


@pytest.mark.parametrize("later", ["update", "replied"])
def test_what_was_sent_later_about_something_else_is_no_bound_for_a_question(
    floor: Floor, later: str
) -> None:
    notice = circulated(floor)
    floor.clock.advance(days=10)
    for step in ("update",) if later == "update" else ("located", "replied", "goes_on"):
        takes(floor, notice, step)

    assert takes(floor, notice, "query", asked_on=BETWEEN).state is NoticeState.IPSG_QUERY


@pytest.mark.parametrize("day", ["2026-03-03", "31.3.2026", "2026-02-30"])
def test_a_day_that_is_to_come_or_is_none_is_refused(floor: Floor, day: str) -> None:
    floor.clock.advance(hours=-12)
    errors = wrong(floor, floor.sent(Colour.BLUE), "publish", published_on=day)

    assert set(errors) == {"published_on"}


def test_a_question_is_due_on_the_day_that_the_general_secretariat_named(floor: Floor) -> None:
    notice = floor.sent()
    queried = takes(floor, notice, "query", question="Which law?", answer_due="2026-03-20")
    card = floor.desk.notices.card(notice.id)
    answered = takes(floor, notice, "query_answered")

    assert (queried.state, queried.due_at) == (NoticeState.IPSG_QUERY, day("2026-03-20"))
    assert card is not None
    assert not card.due_is_desk_default
    assert "Which law?" not in str(card)
    assert (answered.state, answered.due_at) == (NoticeState.SENT, floor.clock.now() + timedelta(days=10))


def test_an_answer_is_not_due_on_a_day_that_is_past(floor: Floor) -> None:
    errors = wrong(floor, floor.sent(), "query", answer_due="2026-03-01")

    assert errors == {"answer_due": "This day is past."}
