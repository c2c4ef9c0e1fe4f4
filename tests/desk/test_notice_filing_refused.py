"""A notice's form that is refused: each sentence beside its field, and nothing kept."""

from typing import Any

import pytest

from bot.desk.notice_facts import NoticeFiled
from bot.rules.colours import COLOURS, FILED_HERE
from bot.rules.errors import DeskError, InvalidForm
from storage.records.notices import Colour, Means
from storage.records.people import Person
from storage.records.requests import Direction
from tests.desk.floor import ADMITTED, AUDITOR, NEWCOMER, OFFICER, REQUESTER, STRANGER, Floor
from tests.rules.examples import a_notice_form

INSTEAD = "A Blue Notice may be the right one: it needs no such penalty. (RPD article 83(1)(b))"
ADULT = {"subject": "adult", "birth": "1990"}


def _file(
    floor: Floor, colour: Colour = Colour.RED, asker: Person = REQUESTER, key: str = "k", **changes: Any
) -> NoticeFiled:
    return floor.desk.notices.file(asker, a_notice_form(colour, **changes), key)


def _errors(floor: Floor, colour: Colour, **changes: Any) -> dict[str, str]:
    """The sentences beside the fields of a form that is refused, after which nothing is kept."""
    with pytest.raises(InvalidForm) as invalid:
        _file(floor, colour, **changes)
    assert floor.desk.notices.listing(OFFICER, "").total == 0
    assert floor.told() == []
    return invalid.value.errors


@pytest.mark.parametrize(
    ("colour", "changes", "expected"),
    [
        (
            Colour.RED,
            {"penalty": "1 year"},
            {
                "penalty": f"A Red Notice needs a longest possible penalty of at least two years. {INSTEAD}",
            },
        ),
        (
            Colour.RED,
            {"basis": "sentence", "convicted": "yes", "sentence": "2 years", "sentence_left": "5 months"},
            {
                "sentence_left": "A Red Notice needs a sentence of which at least six months are left. "
                f"{INSTEAD}"
            },
        ),
        (
            Colour.RED,
            {"matter": "article_3"},
            {
                "matter": "INTERPOL may not act in such a matter, by no notice (Constitution, article 3). "
                "(RPD article 83(1)(a); INTERPOL Constitution, article 3)"
            },
        ),
        (
            Colour.YELLOW,
            {"whereabouts": "known"},
            {
                "whereabouts": "A Yellow Notice is only for somebody whose whereabouts the police do not "
                "know. Ask the country about the person by a liaison request instead. "
                "(RPD article 90(2)(b))"
            },
        ),
        (
            Colour.YELLOW,
            {**ADULT, "privacy": "prevents"},
            {
                "privacy": "A Yellow Notice on an adult needs a law that allows the search. Ask the country "
                "whether the person is well, by a liaison request, instead. (RPD article 90(2)(c))"
            },
        ),
    ],
)
def test_a_condition_that_cannot_hold_is_refused_beside_its_field_with_what_would_be_right(
    floor: Floor, colour: Colour, changes: dict[str, str], expected: dict[str, str]
) -> None:
    assert _errors(floor, colour, **changes) == expected


@pytest.mark.parametrize(
    ("colour", "changes", "field"),
    [
        (Colour.YELLOW, {"birth": "1990"}, "birth"),
        (Colour.YELLOW, {"recorded_on": "2017-02-01"}, "recorded_on"),
        (Colour.RED, {"facts_on": "2026-01-06", "warrant_on": "2026-01-05"}, "warrant_on"),
        (Colour.RED, {"basis": "sentence", "sentence_left": "1 year", "convicted": "no"}, "convicted"),
        (Colour.GREEN, {"assessed_on": "1980-01-01"}, "assessed_on"),
        (Colour.BLUE, {"ori": "nonsense"}, "ori"),
        (Colour.BLUE, {"facts": ""}, "facts"),
        (Colour.BLUE, {"offence": "of_no_list"}, "offence"),
        (Colour.BLUE, {"country": "US"}, "country"),
        (Colour.BLUE, {"means": Means.DIFFUSION}, "recipients"),
        (Colour.BLUE, {"means": Means.DIFFUSION, "recipients": "DE,US"}, "recipients"),
    ],
)
def test_what_cannot_be_true_or_is_needed_stands_beside_its_field(
    floor: Floor, colour: Colour, changes: dict[str, Any], field: str
) -> None:
    assert set(_errors(floor, colour, **changes)) == {field}


@pytest.mark.parametrize("colour", [colour for colour in COLOURS if colour not in FILED_HERE])
def test_what_is_only_received_is_not_filed(floor: Floor, colour: Colour) -> None:
    sentence = f"“{COLOURS[colour].label}” is only received here. Choose incoming."

    with pytest.raises(InvalidForm) as invalid:
        floor.desk.notices.check_beginning(OFFICER, colour, Direction.OUTGOING, "FR")
    assert invalid.value.errors == {"direction": sentence}
    assert _errors(floor, colour) == {"direction": sentence}


@pytest.mark.parametrize("asker", [NEWCOMER, AUDITOR, STRANGER])
def test_who_may_not_file_is_told_before_they_type(floor: Floor, asker: Person) -> None:
    for attempt in (
        lambda: floor.desk.notices.check_filer(asker),
        lambda: floor.desk.notices.check_beginning(asker, Colour.RED, Direction.OUTGOING, "FR"),
        lambda: _file(floor, asker=asker),
    ):
        with pytest.raises(DeskError):
            attempt()

    assert floor.refused("") == [(asker.id, "notice.file")] * 3


@pytest.mark.parametrize("reference", ["LR-2026-00001", "LR-2026-00099", "NT-2026-00001", "nonsense"])
def test_a_request_that_the_filer_may_not_see_is_not_there(floor: Floor, reference: str) -> None:
    floor.file_request(OFFICER)
    with pytest.raises(InvalidForm) as invalid:
        _file(floor, asker=ADMITTED, agency="harbor-city-police", request_reference=reference)

    assert invalid.value.errors == {
        "request_reference": "There is no such request. Write it like LR-2026-00042."
    }
