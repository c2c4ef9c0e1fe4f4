"""A notice in the messages of whoever filed it: plain words, what they can do, and nothing about anybody."""

from typing import Any

import pytest

from bot.rules.notice_states import OVER, UNSENT
from bot.rules.texts import notice_standing
from handlers.views import own_notice
from handlers.views.blocks import Message
from storage.records.notices import Colour, Notice, NoticeState
from tests.handlers.examples import ADA, DESK
from tests.handlers.notice_facts import LINKED, of_colour, own_card
from tests.handlers.reading import buttons, labels, told
from tests.handlers.samples_of_notices import FAMILY

CHILD = {"family_name": "Quillfeather", "forename": "Wendeline", "birth": "2018-05-17"}
FILED_STATES = sorted(set(NoticeState) - {NoticeState.RECEIVED})
"""Of what goes out from here."""


def filed(state: NoticeState, **changes: Any) -> Notice:
    return of_colour(Colour.YELLOW, state=state, answers={**CHILD, "sex": None}, **changes)


def shown(state: NoticeState, **changes: Any) -> Message:
    return own_notice.message(own_card(filed(state, **changes)), DESK)


@pytest.mark.parametrize("state", FILED_STATES)
def test_every_state_is_said_in_plain_words_without_anybodys_name(state: NoticeState) -> None:
    message = shown(state)

    standing, said = notice_standing(state), told(message)
    plain = f"It is {standing.words}. {standing.next_step}"
    assert (own_notice.NEEDED if state is NoticeState.NEEDS_INFO else plain) in said
    assert "*NT-2026-00007*  Yellow Notice, France" in said
    assert message.text == f"NT-2026-00007: {standing.words}"
    assert not [each for each in ("Quillfeather", "Wendeline", "2018") if each in said]


def test_what_was_filed_promises_who_looks_at_it_and_when() -> None:
    said = told(shown(NoticeState.SUBMITTED, owner=None))

    assert "An officer looks at it by" in said
    assert "`/notice status NT-2026-00007`" in said
    assert "With <@" not in said


def test_whoever_has_it_is_named() -> None:
    assert "With <@U0ADA>." in told(shown(NoticeState.REVIEW, owner=ADA))


@pytest.mark.parametrize("state", FILED_STATES)
def test_what_is_missing_is_named_until_it_is_sent(state: NoticeState) -> None:
    missing = "Still missing, and it may follow: Enough to know the person by"

    assert (missing in told(shown(state))) == (state in UNSENT)


def test_what_may_hinder_it_and_its_case_stand_there_too() -> None:
    said = told(own_notice.message(own_card(FAMILY, linked=LINKED[:1]), DESK))

    assert ":warning: A Red Notice on a parent may be refused as a family matter." in said
    assert "Of the same case: :large_yellow_circle: NT-2026-00000 (withdrawal requested)" in said


@pytest.mark.parametrize(
    ("state", "offered"),
    [
        (NoticeState.SUBMITTED, ["Add details", "Show details", "Timeline", "Take back"]),
        (
            NoticeState.NEEDS_INFO,
            ["Send what is missing", "Add details", "Show details", "Timeline", "Take back"],
        ),
        (NoticeState.PUBLISHED, ["Add details", "Show details", "Timeline"]),
        *((state, ["Show details", "Timeline"]) for state in sorted(OVER)),
    ],
)
def test_what_its_filer_can_do_is_offered(state: NoticeState, offered: list[str]) -> None:
    assert labels(shown(state)) == offered


def test_taking_it_back_is_asked_about_once_more() -> None:
    take_back = buttons(shown(NoticeState.SUBMITTED))[-1]

    assert take_back["action_id"] == "step:notice:take_back"
    assert take_back["confirm"]["deny"]["text"] == "Keep it"


def test_what_is_over_says_only_how_it_ended() -> None:
    said = told(shown(NoticeState.WITHDRAWN, owner=ADA))

    assert "With <@U0ADA>." not in said
    assert "Still missing" not in said
