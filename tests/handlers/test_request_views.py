"""The card of a request in the desk channel, and short answers about one."""

from dataclasses import replace

import pytest

from handlers.views import cards, confirmations
from storage.records.people import PersonId
from storage.records.requests import RequestKind, RequestState
from tests.handlers import request_facts
from tests.handlers.examples import DESK, request
from tests.handlers.reading import buttons, told
from tests.handlers.request_facts import JOURNEY, of_kind


def test_a_card_counts_what_is_missing_and_says_from_whom() -> None:
    card = cards.request(request_facts.request_card(), DESK)

    assert "Still missing: " in told(card)
    assert "items from the agency, 2 items from the desk" in told(card)


def test_a_card_of_what_is_over_says_how_it_ended_and_misses_nothing() -> None:
    over = request_facts.in_state(RequestState.CLOSED, outcome="identified")

    words = told(cards.request(request_facts.request_card(over), DESK))

    assert "Ended: Identified." in words
    assert "missing" not in words


def test_a_card_counts_alerts_and_names_notices_and_the_tag() -> None:
    removal = of_kind(RequestKind.REMOVAL, predator="yes")
    card = replace(request_facts.request_card(removal, alerts=3), notices=("NT-2026-00001", "NT-2026-00002"))

    words = told(cards.request(card, DESK))

    assert "US agencies alerted: 3; acknowledged: 0" in words
    assert "Notices from it: NT-2026-00001, NT-2026-00002" in words
    assert "tag: Operation Predator" in words


def test_steps_that_move_nothing_on_stand_in_a_second_row() -> None:
    card = cards.request(request_facts.request_card(request_facts.in_state(RequestState.ACCEPTED)), DESK)

    first, second = [[each["text"]["text"] for each in row["elements"]] for row in card.blocks[-2:]]
    assert first == ["Transmitted", "Ask for information", "Close", "Show details"]
    assert second == ["Add details", "Tell a partner", "Hand over", "Merge", "Watch the subject"]


def test_a_late_journey_is_marked_on_its_card() -> None:
    assert "less than 21 days" in told(cards.request(request_facts.request_card(JOURNEY), DESK))


def test_nothing_that_somebody_wrote_stands_on_a_card() -> None:
    of = request_facts.filled(answers={"family_name": "Quillfeather"}, text="Quillfeather " * 300)
    unlisted = replace(of, agency_id=None)

    assert "Quillfeather" not in str(cards.request(request_facts.request_card(unlisted), DESK))


def test_the_next_item_is_named_by_reference_and_kind() -> None:
    answer = confirmations.next_item(request(), DESK)

    assert answer.text == "LR-2026-00042 is yours"
    assert "yours now: Missing or abducted child, France. Urgent. Due <!date^" in told(answer)
    assert [(each["text"]["text"], each["value"]) for each in buttons(answer)] == [("Show details", "r1")]


def test_a_next_item_without_a_moment_promises_none() -> None:
    answer = told(confirmations.next_item(replace(request(), due_at=None), DESK))

    assert "Due" not in answer


def test_nothing_that_waits_is_said_too() -> None:
    assert told(confirmations.next_item(None, DESK)) == "Nothing waits for an officer now."


def test_a_step_is_confirmed_by_the_state_that_it_led_to() -> None:
    accepted = request_facts.in_state(RequestState.ACCEPTED)

    assert confirmations.taken(accepted, "accept").text == "LR-2026-00042 is now accepted"


@pytest.mark.parametrize(
    ("step", "words"),
    [("hand", "handed over"), ("tell", "told to a partner"), ("alert", "alerted to a US agency")],
)
def test_a_step_that_moves_nothing_on_is_confirmed_by_what_was_done(step: str, words: str) -> None:
    answer = confirmations.taken(request_facts.in_state(RequestState.ACCEPTED), step)

    assert answer.text.startswith("LR-2026-00042: ")
    assert words in answer.text
    assert "is now" not in told(answer)


def test_a_card_of_a_merged_request_names_the_one_that_goes_on() -> None:
    merged = request_facts.in_state(RequestState.CLOSED, outcome="duplicate")
    card = request_facts.request_card(merged, merged_into="LR-2026-00007")

    assert "Ended: Merged into another request: LR-2026-00007." in told(cards.request(card, DESK))


def test_the_load_names_each_officer_and_what_nobody_has() -> None:
    load = confirmations.load({None: (3, 1), PersonId("T9/U0ZOE"): (2, 0)})

    assert told(load) == "*Open requests*\nnobody yet: 3 open, 1 overdue\n<@U0ZOE>: 2 open, 0 overdue"
    assert told(confirmations.load({})) == "*Open requests*\nThere are none."


@pytest.mark.parametrize("on", [True, False])
def test_a_watch_says_from_when_on_or_no_more(on: bool) -> None:
    said = told(confirmations.watching(request(), on=on))

    assert ("no more" in said) is not on
