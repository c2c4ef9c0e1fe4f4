"""The parts of views: lengths as Slack counts them, and the door for text from people."""

import pytest

from handlers.views.blocks import cut, escaped, parts, person, said, told
from storage.records.people import PersonId

FAMILY = "👩‍👩‍👧‍👦"
"""Seven code points, eleven characters as Slack counts them."""


def units(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2


@pytest.mark.parametrize("limit", [2, 3, 10, 11, 12, 75])
def test_a_cut_text_fits_as_slack_counts(limit: int) -> None:
    short = cut(FAMILY * 20, limit)

    assert units(short) <= limit
    assert short.endswith("…")


def test_an_emoji_counts_twice_as_slack_counts() -> None:
    assert cut("👩👩👩👩👩", 7) == "👩👩👩…"


def test_a_text_that_fits_is_left_alone() -> None:
    assert cut("مرحبا", 5) == "مرحبا"


@pytest.mark.parametrize("text", ["", "abc", FAMILY * 500, "مرحبا " * 900])
def test_parts_leave_nothing_out(text: str) -> None:
    pieces = parts(text, 3000)

    assert "".join(pieces) == text
    assert all(units(piece) <= 3000 for piece in pieces)


def test_text_from_people_keeps_its_colons() -> None:
    assert said(":red_circle: <!here>") == {
        "type": "plain_text",
        "text": ":red_circle: <!here>",
        "emoji": False,
    }


def test_an_empty_answer_reads_as_not_given() -> None:
    assert told("Contact", "")[1]["text"]["text"] == "not given"


def test_a_person_of_another_workspace_is_mentioned_by_their_own_id() -> None:
    assert person(PersonId("T9/U1")) == {"type": "user", "user_id": "U1"}


def test_reference_data_is_escaped() -> None:
    assert escaped("Bosnia & <Herzegovina>") == "Bosnia &amp; &lt;Herzegovina&gt;"
