"""What the two sides still owe, in words: in counts to the desk, by name to whoever filed it."""

from collections.abc import Mapping, Sequence

import pytest

from handlers.views import words


@pytest.mark.parametrize(
    ("missing", "told"),
    [
        pytest.param({}, "Nothing is missing.", id="all is there"),
        pytest.param(
            {"the desk": ["Reference"]},
            "Nothing is missing from you; the rest is the desk's.",
            id="only the desk owes something",
        ),
        pytest.param(
            {"the agency": ["Sex"], "the desk": ["Reference"]},
            "Still missing, and it may follow: Sex.",
            id="only what they owe is named",
        ),
        pytest.param(
            {"the agency": ["A", "B", "C", "D", "E", "F", "G", "H"]},
            "Still missing, and it may follow: A; B; C; D; E; F, and 2 more.",
            id="no more than a message has room for",
        ),
    ],
)
def test_whoever_filed_it_is_told_what_they_owe_and_that_the_rest_is_the_desks(
    missing: Mapping[str, Sequence[str]], told: str
) -> None:
    assert words.wanted(missing) == told
