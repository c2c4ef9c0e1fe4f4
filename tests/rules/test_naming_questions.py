"""The question of a name search: what is understood of it, and what comes first."""

from collections.abc import Mapping
from datetime import date

import pytest

from bot.rules.errors import DeskError
from bot.rules.naming import asking, ranking
from bot.rules.naming.ranking import Birth, Fit
from storage.records.names import UNKNOWN, Named
from storage.records.reminders import RecordKind

TODAY = date(2026, 3, 2)


def recorded(record_id: str, birth: str = "", **answers: str) -> Named:
    who = {"family_name": "Example", "forename": "Robin", "birth": birth, **answers}
    return Named(
        record_id=record_id,
        record_kind=RecordKind.NOTICE,
        answers={name: answer for name, answer in who.items() if answer},
    )


@pytest.mark.parametrize(
    ("typed", "birth", "years"),
    [
        ("Example Robin", "", ()),
        ("Example Robin 1990", "1990", (1990, 1989, 1991, UNKNOWN)),
        ("1990-05 Example", "1990-05", (1990, 1989, 1991, UNKNOWN)),
        ("Example, 05/17/1990", "1990-05-17", (1990, 1989, 1991, UNKNOWN)),
        ("Example 12345", "", ()),
    ],
)
def test_a_birth_is_read_wherever_it_stands(typed: str, birth: str, years: tuple[int, ...]) -> None:
    question = asking.read(typed, today=TODAY)

    assert (question.birth, question.years) == (birth, years)
    assert question.name.words[0].letters == "example"


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ("1990", "A year alone fits too many. Type a name"),
        ("*", "Type a name, with a year of birth"),
        ("%%__??", "Type a name, with a year of birth"),
        ("e", "One letter fits too many. Type a whole"),
        ("E. R. 1990", "One letter fits too many. Type a whole"),
        ("Example " * 600, "That is a long name. Use at most 150 characters."),
        ("ab " * 13, "That is a long name. Use at most 12 words."),
        ("Example 1990 1991", "one year of birth at a time"),
        ("Example 2030", "This date is in the future."),
        ("Example 1700", "This is too long ago."),
        ("Example 1990-13", "There is no such date."),
    ],
)
def test_what_no_name_can_be_found_by_gets_a_sentence(typed: str, sentence: str) -> None:
    with pytest.raises(DeskError) as refused:
        asking.read(typed, today=TODAY)

    assert sentence in str(refused.value)


def test_of_namesakes_the_birth_decides() -> None:
    question = asking.read("Robin Example 1990-05", today=TODAY)
    found = [
        recorded("near", "1991"),
        recorded("unknown"),
        recorded("year", "1990-07"),
        recorded("fits", "1990"),
    ]

    hits = ranking.ranked(question, found)

    assert [(hit.named.record_id, hit.birth) for hit in hits] == [
        ("fits", Birth.FITS),
        ("year", Birth.SAME_YEAR),
        ("unknown", Birth.UNKNOWN),
        ("near", Birth.NEAR),
    ]
    assert {hit.fit for hit in hits} == {Fit.SAME}


def test_a_birth_that_fits_does_not_hide_a_better_name() -> None:
    question = asking.read("Robin Example 1990", today=TODAY)
    similar, same = recorded("similar", "1990", family_name="Samper"), recorded("same", "1991")

    hits = ranking.ranked(question, [similar, same])

    assert [(hit.named.record_id, hit.fit) for hit in hits] == [("same", Fit.SAME), ("similar", Fit.SIMILAR)]


def test_no_more_are_shown_than_anybody_reads_and_strangers_not_at_all() -> None:
    question = asking.read("Robin Example", today=TODAY)
    stranger = recorded("x", family_name="Ortega", forename="Wilhelmina")

    assert len(ranking.ranked(question, [recorded(str(number)) for number in range(99)])) == 50
    assert ranking.ranked(question, [stranger]) == ()


def test_the_rarest_words_tell_most_and_those_of_too_many_nothing() -> None:
    told = telling(RR=2, SS=100, TT=ranking.COUNTED)

    assert list(told) == ["RR", "SS"]
    assert told["RR"] > told["SS"] > 0
    assert telling(TT=ranking.COUNTED) == {}
    assert len(telling(**{f"K{letter}": 6_000 for letter in "LMNPRST"})) == 2


def test_a_key_with_vowels_tells_only_what_it_adds() -> None:
    both, alone = telling(KLT=200, KaLiT=50), telling(KaLiT=50)

    assert sum(both.values()) == pytest.approx(sum(alone.values()))


def telling(**sizes: int) -> Mapping[str, float]:
    return ranking.telling(dict.fromkeys(sizes, 1.0), sizes)
