"""A page on its card and in its alarms: what it says of itself, and what it keeps to itself."""

from dataclasses import replace

import pytest

from handlers.views import alarms, announcements, pages
from storage.records.announcements import PageMoved, SurfaceKind
from storage.records.escalations import Cause, EscalationId, EscalationState
from tests.handlers import facts
from tests.handlers.examples import DESK
from tests.handlers.reading import told

KEPT = "What the officer must know is behind *Show details*: it may name somebody."
CALLS = (SurfaceKind.PAGE_EVERYONE, SurfaceKind.PAGE_GROUP, SurfaceKind.PAGE_NUDGE, SurfaceKind.PAGE_NOBODY)


def test_a_card_that_waits_says_where_the_words_are() -> None:
    asked = told(pages.page(facts.page(), DESK))
    taken = told(pages.page(facts.page(EscalationState.ACKNOWLEDGED), DESK))
    of_the_desk = told(pages.page(replace(facts.page(), cause=Cause.PICK_UP), DESK))

    assert KEPT in asked
    assert KEPT not in taken
    assert KEPT not in of_the_desk


def test_a_page_that_somebody_had_does_not_read_as_if_nobody_ever_answered() -> None:
    ended = facts.page(EscalationState.EXHAUSTED)

    assert "Nobody answered" in told(pages.page(ended, DESK))
    assert "Came back, and nobody answered" in told(pages.page(replace(ended, round=1), DESK))


@pytest.mark.parametrize(
    ("came_back", "words"),
    [(False, "nobody has answered your page"), (True, "nobody has your page any more")],
)
def test_whoever_paged_is_not_told_that_nobody_answered_when_somebody_had(
    came_back: bool, words: str
) -> None:
    moved = PageMoved(
        escalation_id=EscalationId("e1"),
        reference="ES-2026-00003",
        state=EscalationState.EXHAUSTED,
        by=None,
        came_back=came_back,
    )

    assert words in told(announcements.render(moved, DESK))


@pytest.mark.parametrize("kind", CALLS)
@pytest.mark.parametrize("group", [None, "S0GROUP"])
def test_each_call_says_what_it_is_about(kind: SurfaceKind, group: str | None) -> None:
    call = alarms.render(facts.alarm(kind), replace(facts.page(), group=group), DESK)

    assert "*ES-2026-00003*, about LR-2026-00042" in told(call)
