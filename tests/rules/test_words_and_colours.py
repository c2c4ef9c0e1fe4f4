"""Every state, step and colour has its words, and none is forgotten."""

import pytest

from bot.rules import notice_states, notice_steps, requests, texts
from bot.rules.colours import title
from bot.rules.errors import InvalidForm, NoSuchRecord, NotYet, taken_already
from storage.records.notices import Colour, Means, NoticeState
from storage.records.reminders import RecordKind
from storage.records.requests import Direction, RequestState
from tests.rules.examples import ADA, BORIS


@pytest.mark.parametrize("state", NoticeState)
def test_every_state_of_a_notice_has_words_and_a_next_step(state: NoticeState) -> None:
    standing = texts.notice_standing(state)

    assert texts.state_words(RecordKind.NOTICE, state) == standing.words
    assert (standing.next_by == "") == (state in notice_states.OVER)


@pytest.mark.parametrize("state", RequestState)
def test_every_state_of_a_request_has_words_and_a_next_step(state: RequestState) -> None:
    standing = texts.request_standing(state)

    assert texts.state_words(RecordKind.REQUEST, state) == standing.words
    assert (standing.next_by == "") == (state in requests.OVER)


def test_steps_have_words_and_an_unknown_one_is_spelled_out() -> None:
    named = [texts.step_words(step.name) for step in notice_steps.STEPS]

    assert "_" not in "".join(named)
    assert texts.step_words("some_old_step") == "some old step"


@pytest.mark.parametrize(
    ("colour", "means", "direction", "words"),
    [
        (Colour.RED, Means.NOTICE, Direction.OUTGOING, "Red Notice"),
        (Colour.RED, Means.DIFFUSION, Direction.OUTGOING, "Red diffusion"),
        (Colour.YELLOW, Means.NOTICE, Direction.INCOMING, "Incoming Yellow Notice"),
        (Colour.YELLOW, Means.DIFFUSION, Direction.INCOMING, "Incoming Yellow diffusion"),
    ],
)
def test_a_notice_is_called_by_its_colour_its_means_and_its_way(
    colour: Colour, means: Means, direction: Direction, words: str
) -> None:
    assert title(colour, means, direction) == words


def test_a_form_is_refused_with_all_its_sentences() -> None:
    invalid = InvalidForm({"a": "First.", "b": "Second."})

    assert str(invalid) == "First. Second."


def test_what_is_hidden_and_what_is_missing_sound_the_same() -> None:
    assert "I found nothing for “NT-2026-00007” that you may see." in str(NoSuchRecord("NT-2026-00007"))


@pytest.mark.parametrize(
    ("asker", "sentence"),
    [(ADA, "You have it already."), (BORIS, "It is already with somebody: nothing was changed.")],
)
def test_who_comes_second_is_told_who_has_it(asker: str, sentence: str) -> None:
    refused: NotYet = taken_already(ADA, asker)

    assert (str(refused), refused.holder) == (sentence, ADA)
