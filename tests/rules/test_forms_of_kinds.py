"""The forms of the kinds: short enough for a telephone, and within Slack's limits."""

import re
from collections.abc import Iterator

import pytest

from bot.rules.answers import Bounds, check
from bot.rules.errors import InvalidForm
from bot.rules.forms import cybertip, icse
from bot.rules.forms.common import CASE
from bot.rules.kinds import KINDS, form_of
from bot.rules.steps import Ask, AskKind, Form
from storage.records.requests import Direction, RequestKind
from tests.rules.examples import COUNTRIES, LIMIT, TODAY

FORMS = [
    pytest.param(kind, direction, form, id=f"{row.word}-{direction}")
    for kind, row in KINDS.items()
    for direction, form in row.forms.items()
]
INCOMING = [
    pytest.param(row.forms[Direction.INCOMING], id=row.word)
    for row in KINDS.values()
    if Direction.INCOMING in row.forms
]
SHORT = frozenset({RequestKind.MISSING_CHILD, RequestKind.FUGITIVE, RequestKind.TRAVEL})
BOUNDS = Bounds(earliest=TODAY, latest=TODAY, limit=LIMIT, countries=COUNTRIES)
of_each_form = pytest.mark.parametrize(("kind", "direction", "form"), FORMS)


@of_each_form
def test_a_form_needs_few_answers_at_once(kind: RequestKind, direction: Direction, form: Form) -> None:
    needed = [ask.name for ask in form.first if ask.required]

    assert len(needed) <= (5 if kind in SHORT else 8)


@of_each_form
def test_a_form_has_few_and_short_sections(kind: RequestKind, direction: Direction, form: Form) -> None:
    names = [section.name for section in form.sections]

    assert names[-1] == "case"
    assert len(names) <= 6
    assert len(set(names)) == len(names)
    assert all(1 <= len(section.asks) <= 8 for section in form.sections)
    assert all(len(section.label) <= 40 for section in form.sections)


@of_each_form
def test_numbers_for_use_in_the_united_states_never_go_abroad(
    kind: RequestKind, direction: Direction, form: Form
) -> None:
    for ask in form.asks:
        if ask.name in {"fbi_number", "a_number"}:
            assert not ask.abroad
            assert ask.masked


def test_who_has_a_record_here_is_asked_for_the_fbi_number() -> None:
    asking = {
        kind for kind, row in KINDS.items() if any(form.ask("fbi_number") for form in row.forms.values())
    }

    assert asking >= {RequestKind.TRAVEL, RequestKind.REMOVAL, RequestKind.NONCOMPLIANT_OFFENDER}


@pytest.mark.parametrize("form", INCOMING)
def test_another_country_names_its_message_and_no_us_agency(form: Form) -> None:
    theirs, agency = form.ask("their_reference"), form.ask("agency")

    assert theirs is not None
    assert theirs.required
    assert agency is not None
    assert not agency.required


@pytest.mark.parametrize("form", INCOMING)
def test_nobody_in_the_united_states_is_owed_an_fbi_number_by_another_country(form: Form) -> None:
    assert form.ask("fbi_number") is None


def test_the_incident_types_are_those_of_the_cybertipline() -> None:
    assert {label for _, label in cybertip.INCIDENT_TYPES} == {
        "Child Pornography (possession, manufacture, and distribution)",
        "Child Sex Trafficking",
        "Child Sex Tourism",
        "Child Sexual Molestation",
        "Misleading Domain Name",
        "Misleading Words or Digital Images on the Internet",
        "Online Enticement of Children for Sexual Acts",
        "Unsolicited Obscene Material Sent to a Child",
    }
    assert len(cybertip.INCIDENT_TYPES) == 8


@of_each_form
def test_no_form_wants_an_image_or_a_link(kind: RequestKind, direction: Direction, form: Form) -> None:
    own = [ask for ask in form.asks if ask not in CASE.asks]
    addresses = [ask.name for ask in own if ask.kind is AskKind.WEB_ADDRESS]

    assert addresses == (["address"] if kind is RequestKind.WEB_ADDRESS else [])
    for ask in own:
        assert not re.search(r"upload|attach\b|attachment|paste|://|www\.", f"{ask.label} {ask.hint}"), (
            ask.name
        )


def test_digests_are_taken_and_nothing_else_in_their_place() -> None:
    hashes = _ask(icse.OUTGOING, "hashes")
    two = f"{'a1' * 16}\n{'B2' * 16}"

    assert check([hashes], {"hashes": two}, BOUNDS) == {"hashes": two}
    with pytest.raises(InvalidForm):
        check([hashes], {"hashes": "A picture of a room"}, BOUNDS)


@pytest.mark.parametrize("number", ["A12345678", "a123456789", "123456789"])
def test_an_a_number_is_taken_with_and_without_its_letter(number: str) -> None:
    asked = _ask(_form(RequestKind.REMOVAL, Direction.OUTGOING), "a_number")

    assert check([asked], {"a_number": number}, BOUNDS)


@pytest.mark.parametrize("direction", Direction)
def test_somebody_who_cannot_say_who_they_are_has_no_name(direction: Direction) -> None:
    names = set(_asked(RequestKind.MISSING_ADULT, direction, {"person_is": "unidentified"}))

    assert names.isdisjoint({"family_name", "forename", "birth"})
    assert names >= {"sex", "appearance"}


@pytest.mark.parametrize("direction", Direction)
def test_a_missing_adult_is_named(direction: Direction) -> None:
    names = set(_asked(RequestKind.MISSING_ADULT, direction, {"person_is": "missing"}))

    assert names >= {"family_name", "forename", "birth", "sex"}
    assert "appearance" not in names


@pytest.mark.parametrize(
    ("asked", "also"),
    [
        ("criminal_history", {"use"}),
        ("whereabouts", {"last_seen"}),
        ("interview", {"questions"}),
        ("welfare", {"last_seen", "companion", "concern"}),
        ("arrest", {"arrest", "warrant"}),
        ("hit", {"hit", "warrant"}),
    ],
)
def test_an_inquiry_asks_on_by_what_is_asked(asked: str, also: set[str]) -> None:
    every = set(_asked(RequestKind.INQUIRY, Direction.OUTGOING, {"asked": "identity"}))
    names = set(_asked(RequestKind.INQUIRY, Direction.OUTGOING, {"asked": asked}))

    assert names - every == also


def _form(kind: RequestKind, direction: Direction) -> Form:
    form = form_of(kind, direction)
    assert form is not None
    return form


def _ask(form: Form, name: str) -> Ask:
    found = form.ask(name)
    assert found is not None
    return found


def _asked(kind: RequestKind, direction: Direction, answers: dict[str, str]) -> Iterator[str]:
    return (ask.name for ask in _form(kind, direction).asks if ask.is_asked(answers))
