"""Fields of a notice's form: a wrong answer is told beside its field, and nowhere else."""

from collections.abc import Iterator

import pytest

from bot.rules import notices
from bot.rules.colours import COLOURS, form_of
from bot.rules.errors import InvalidForm
from bot.rules.steps import Ask, AskKind
from storage.records.notices import Colour, Means
from storage.records.requests import Direction
from tests.rules.examples import BOUNDS, a_notice_form

RED, BLUE, GREEN, YELLOW = Colour.RED, Colour.BLUE, Colour.GREEN, Colour.YELLOW
IN, OUT = Direction.INCOMING, Direction.OUTGOING
ORI = "An ORI is two letters of the state and seven letters or digits"
NIC = "A NIC is a letter and nine digits"
NUMBER = "Write its number"
DATE = "Give a real date"
LENGTH = "Say how long in years or months"
CHOOSE = "Choose one of the list."
NO_MEMBER = "not a member country"
EACH_WAY = [(colour, way) for colour, row in COLOURS.items() for way in row.forms]


def _wrong(colour: Colour, answers: dict[str, str], direction: Direction = OUT) -> dict[str, str]:
    form = a_notice_form(colour, direction=direction)
    with pytest.raises(InvalidForm) as invalid:
        notices.check(
            notices.NoticeForm(
                colour=colour, country="FR", direction=direction, answers={**form.answers, **answers}
            ),
            BOUNDS,
            for_others=True,
        )
    return invalid.value.errors


@pytest.mark.parametrize(
    ("colour", "field", "answer", "sentence"),
    [
        (RED, "ori", "VA", ORI),
        (RED, "ori", "VAEX0010", ORI),
        (RED, "ori", "VAEX001000", ORI),
        (RED, "ori", "12EX00100", ORI),
        (GREEN, "ori", "VAEX-0100", ORI),
        (RED, "ncic", "M12345678", NIC),
        (RED, "ncic", "M1234567890", NIC),
        (RED, "ncic", "1234567890", NIC),
        (YELLOW, "ncic", "MM12345678", NIC),
        (GREEN, "document", "X1", NUMBER),
        (RED, "document", "X1234567; Y7654321", NUMBER),
        (RED, "birth", "17/05/1990", "There is no such date"),
        (RED, "birth", "young", "Write it as 1990, 1990-05"),
        (YELLOW, "birth", "2999", "in the future"),
        (BLUE, "birth", "1190", "too long ago"),
        (RED, "facts_on", "2026-02-30", DATE),
        (RED, "facts_on", "last week", DATE),
        (RED, "warrant_on", "2026-03-04", "in the future"),
        (RED, "committed_on", "06.01.2026", DATE),
        (RED, "oia_on", "2027-01-01", "in the future"),
        (RED, "limitation_on", "2026-03-01", "This day is past."),
        (GREEN, "assessed_on", "2027-01-01", "in the future"),
        (YELLOW, "recorded_on", "2027-01-01", "in the future"),
        (YELLOW, "last_seen_on", "Tuesday", DATE),
        (YELLOW, "looked_on", "2027-01-01", "in the future"),
        (RED, "penalty", "a long time", LENGTH),
        (RED, "basis", "revenge", CHOOSE),
        (RED, "matter", "grave", CHOOSE),
        (BLUE, "role", "bystander", CHOOSE),
        (BLUE, "sought", "whereabouts,treasure", CHOOSE),
        (GREEN, "based_on", "rumours", CHOOSE),
        (YELLOW, "subject", "pet", CHOOSE),
        (RED, "sex", "other", CHOOSE),
        (RED, "nationalities", "FR,XX", NO_MEMBER),
    ],
)
def test_a_wrong_answer_is_told_beside_its_field(
    colour: Colour, field: str, answer: str, sentence: str
) -> None:
    wrong = _wrong(colour, {field: answer})

    assert set(wrong) == {field}
    assert sentence in wrong[field]


@pytest.mark.parametrize("ori", ["VAEX00100", "vaex00100", "DCFBIWAS1"])
def test_an_ori_is_taken_in_any_letters(ori: str) -> None:
    assert notices.check(a_notice_form(ori=ori), BOUNDS)["ori"] == ori


@pytest.mark.parametrize("nic", ["M123456789", "w000000001"])
def test_a_nic_is_taken_in_any_letters(nic: str) -> None:
    assert notices.check(a_notice_form(ncic=nic), BOUNDS)["ncic"] == nic


@pytest.mark.parametrize(
    ("country", "sentence"),
    [
        ("US", "Name the other country."),
        ("", NO_MEMBER),
        ("XX", NO_MEMBER),
        ("HK", "Choose China."),
        ("XA", "has not been a member since 2026-01-31"),
    ],
)
@pytest.mark.parametrize("direction", Direction)
def test_the_other_country_is_a_member(direction: Direction, country: str, sentence: str) -> None:
    with pytest.raises(InvalidForm) as invalid:
        notices.check(a_notice_form(country=country, direction=direction), BOUNDS)

    assert set(invalid.value.errors) == {"country"}
    assert sentence in invalid.value.errors["country"]


@pytest.mark.parametrize(
    ("changes", "field", "sentence"),
    [
        ({"extradite_from": "some", "extradite_countries": "XX"}, "extradite_countries", NO_MEMBER),
        ({"extradite_from": "some", "extradite_countries": "FR,HK"}, "extradite_countries", "sub-bureau"),
        ({"matter": "family", "childrens_issues_on": "2027-01-01"}, "childrens_issues_on", "future"),
        ({"basis": "sentence", "sentence": "10 days"}, "sentence", LENGTH),
        ({"basis": "sentence", "sentence_left": "most of it"}, "sentence_left", LENGTH),
    ],
)
def test_what_is_only_asked_after_another_answer_is_looked_at_too(
    changes: dict[str, str], field: str, sentence: str
) -> None:
    wrong = _wrong(RED, changes)

    assert set(wrong) == {field}
    assert sentence in wrong[field]


@pytest.mark.parametrize(
    ("recipients", "sentence"), [("US", "Name the other country."), ("FR,XX", NO_MEMBER)]
)
def test_a_diffusion_goes_to_other_members(recipients: str, sentence: str) -> None:
    with pytest.raises(InvalidForm) as invalid:
        notices.check(a_notice_form(means=Means.DIFFUSION, recipients=recipients), BOUNDS)

    assert set(invalid.value.errors) == {"recipients"}
    assert sentence in invalid.value.errors["recipients"]


@pytest.mark.parametrize(
    ("field", "answer", "sentence"),
    [
        ("issued_on", "2026-03-04", "in the future"),
        ("issued_on", "20/02/2026", DATE),
        ("us_state", "Texas", CHOOSE),
        ("birth", "2999", "in the future"),
        ("family_name", "", "fill this in"),
    ],
)
def test_a_wrong_answer_about_another_countrys_notice_is_told_beside_its_field(
    field: str, answer: str, sentence: str
) -> None:
    wrong = _wrong(RED, {field: answer}, IN)

    assert set(wrong) == {field}
    assert sentence in wrong[field]


@pytest.mark.parametrize(("colour", "direction"), EACH_WAY)
def test_every_field_refuses_a_pasted_image_and_says_so_beside_itself(
    colour: Colour, direction: Direction
) -> None:
    for ask in _asked(colour, direction):
        wrong = _wrong(colour, {ask.name: "data:image/png;base64,iVBORw0KGgo="}, direction)

        assert "image or file pasted" in wrong[ask.name]


@pytest.mark.parametrize(("colour", "direction"), EACH_WAY)
def test_every_field_refuses_what_is_too_long_and_says_so_beside_itself(
    colour: Colour, direction: Direction
) -> None:
    for ask in _asked(colour, direction):
        wrong = _wrong(colour, {ask.name: "x" * (BOUNDS.limit + 1)}, direction)

        assert "Shorten it" in wrong[ask.name]


@pytest.mark.parametrize(("colour", "direction"), EACH_WAY)
def test_every_day_is_real_and_on_its_side_of_today(colour: Colour, direction: Direction) -> None:
    for ask in _asked(colour, direction):
        if ask.kind is AskKind.DATE:
            day, sentence = ("2026-02-01", "past") if ask.future else ("2026-05-01", "in the future")

            assert DATE in _wrong(colour, {ask.name: "2026-02-30"}, direction)[ask.name]
            assert sentence in _wrong(colour, {ask.name: day}, direction)[ask.name]


def _asked(colour: Colour, direction: Direction) -> Iterator[Ask]:
    """The questions that do not depend on what a whole form answers otherwise."""
    form = form_of(colour, direction)
    assert form is not None
    answers = a_notice_form(colour, direction=direction).answers
    typed = {"agency_typed"}  # It is meant rather than the agency, and is told there.
    return (ask for ask in form.asks if ask.is_asked(answers) and ask.name not in typed)
