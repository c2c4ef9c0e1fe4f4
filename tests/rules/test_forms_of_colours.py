"""The forms of the colours: little to begin with, and the field table of the rules behind it."""

from collections.abc import Iterator

import pytest

from bot.rules import notices
from bot.rules.colours import COLOURS, FILED_HERE, form_of
from bot.rules.steps import AskKind, Form, asks_after
from storage.records.notices import Colour, Means
from storage.records.requests import Direction

RED, BLUE, GREEN, YELLOW = Colour.RED, Colour.BLUE, Colour.GREEN, Colour.YELLOW
IN, OUT = Direction.INCOMING, Direction.OUTGOING
INCOMING = [pytest.param(each, form, id=each) for each in Colour if (form := form_of(each, IN))]
MOST_AT_ONCE = 8
"""Questions that have to be answered before a notice is filed."""
OF_A_PARENT = {"by_a_parent": "yes", "custody": "order", "hague": "filed"}
of_each_filed_here = pytest.mark.parametrize("colour", FILED_HERE)


def _form(colour: Colour, direction: Direction = OUT) -> Form:
    form = form_of(colour, direction)
    assert form is not None
    return form


def _asked(colour: Colour, **answers: str) -> Iterator[str]:
    return (ask.name for ask in asks_after(_form(colour).asks, answers))


def _wanted(colour: Colour) -> set[str]:
    return {ask.name for ask in _form(colour).asks if ask.wanted}


@of_each_filed_here
def test_little_has_to_be_known_to_begin(colour: Colour) -> None:
    needed = [ask.name for ask in _form(colour).first if ask.required]

    assert len(needed) <= MOST_AT_ONCE
    assert {"facts", "agency"} <= set(needed)


@of_each_filed_here
def test_the_case_stands_last_and_who_called_behind_it(colour: Colour) -> None:
    whole = notices.whole_form(colour, OUT, Means.NOTICE, for_others=True)
    assert whole is not None

    assert [section.name for section in whole.sections][-2:] == ["case", "caller"]
    assert len({section.label for section in whole.sections}) == len(whole.sections)


@pytest.mark.parametrize(
    ("colours", "names"),
    [
        pytest.param(FILED_HERE, {"agency", "ori", "agency_case", "contact", "nrs"}, id="the agency"),
        pytest.param((RED, YELLOW), {"ncic"}, id="its entry in NCIC"),
        pytest.param(FILED_HERE, {"family_name", "forename", "sex", "birth"}, id="who it is"),
        pytest.param(
            FILED_HERE,
            {"description", "photo", "fingerprints", "dna", "document"},
            id="by what the person is known",
        ),
        pytest.param(
            FILED_HERE,
            {"aliases", "birth_place", "nationalities", "parents", "languages"},
            id="more of the person",
        ),
        pytest.param((RED, BLUE, GREEN), {"occupation", "warnings"}, id="what is asked of no missing person"),
        pytest.param(FILED_HERE, {"priority"}, id="how fast it must go"),
        pytest.param((RED, BLUE), {"facts", "facts_on", "facts_place"}, id="the facts"),
        pytest.param((BLUE,), {"role", "sought", "connection"}, id="the part in the case"),
        pytest.param(
            (RED,),
            {"charge", "law", "penalty", "sentence", "sentence_left", "limitation_on"},
            id="charge and penalty",
        ),
        pytest.param(
            (RED,), {"warrant", "warrant_court", "warrant_on", "warrant_copy"}, id="warrant or judgment"
        ),
        pytest.param(
            (RED,),
            {"prosecutor", "committed_on", "extradite_from", "extradite_countries", "oia_contact", "oia_on"},
            id="the commitment to extradite",
        ),
        pytest.param(
            (GREEN,),
            {"assessor", "assessed_on", "risk", "convictions", "grounds", "victims", "method",
             "registered_in"},
            id="the assessment",
        ),
        pytest.param(
            (YELLOW,),
            {"police_report", "recorded_on", "last_seen_on", "last_seen", "destination", "companion",
             "clothing", "danger", "privacy"},
            id="the disappearance",
        ),
        pytest.param(
            (YELLOW,),
            {"custody", "hague_application", "childrens_issues_case", "ncmec_case", "amber",
             "abductor_warrant"},
            id="a parental abduction",
        ),
        pytest.param((RED, YELLOW), {"public_extract"}, id="the public web site"),
    ],
)  # fmt: skip
def test_the_field_table_is_asked(colours: tuple[Colour, ...], names: set[str]) -> None:
    for colour in Colour:
        form = form_of(colour, OUT)
        asked = {ask.name for ask in form.asks} if form else set()

        assert (names <= asked) == (colour in colours), colour


@pytest.mark.parametrize("colour", [RED, YELLOW])
def test_nothing_goes_public_unless_somebody_says_so(colour: Colour) -> None:
    public = _form(colour).ask("public_extract")

    assert public is not None
    assert public.initial == "no"


@pytest.mark.parametrize(
    ("colour", "answers", "asked", "not_asked"),
    [
        (YELLOW, {"subject": "child"}, {"family_name", "forename", "birth"}, set()),
        (YELLOW, {"subject": "adult"}, {"family_name", "forename", "birth"}, set()),
        (YELLOW, {"subject": "unidentified"}, {"description"}, {"family_name", "forename", "birth"}),
        (YELLOW, {"subject": "adult"}, {"privacy", "privacy_law"}, {"ncmec_case", "amber", "by_a_parent"}),
        (YELLOW, {"subject": "child"}, {"ncmec_case", "amber", "by_a_parent"}, {"privacy", "privacy_law"}),
        (YELLOW, {"subject": "unidentified"}, set(), {"privacy", "ncmec_case", "by_a_parent"}),
        (YELLOW, {"subject": "child", "by_a_parent": "no"}, set(), {"custody", "hague", "abductor_warrant"}),
        (YELLOW, {"subject": "child", "by_a_parent": "yes"}, {"custody", "abductor_warrant"}, set()),
        (YELLOW, {"subject": "adult", **OF_A_PARENT}, set(), {"custody", "custody_order", "hague"}),
        (RED, {"basis": "prosecution"}, {"penalty"}, {"sentence", "sentence_left", "convicted"}),
        (RED, {"basis": "sentence"}, {"sentence", "sentence_left", "convicted"}, {"penalty"}),
        (BLUE, {"known": "yes"}, {"family_name", "forename", "birth"}, set()),
        (BLUE, {"known": "no"}, {"photo"}, {"family_name", "forename", "birth"}),
        (GREEN, {"based_on": "convictions"}, {"convictions"}, {"grounds"}),
        (GREEN, {"based_on": "grounds"}, {"grounds"}, {"convictions"}),
        (RED, {"matter": "family"}, {"childrens_issues_on"}, {"organised"}),
        (RED, {"matter": "private"}, {"organised"}, {"childrens_issues_on"}),
        (RED, {"matter": "ordinary"}, set(), {"organised", "childrens_issues_on"}),
        (RED, {"extradite_from": "all"}, set(), {"extradite_countries"}),
        (RED, {"extradite_from": "some"}, {"extradite_countries"}, set()),
        (RED, {"level": "state"}, {"expenses"}, set()),
        (RED, {"level": "federal"}, set(), {"expenses"}),
        (YELLOW, {"subject": "child", **OF_A_PARENT}, {"custody_order", "hague_application"}, set()),
        (
            YELLOW,
            {"subject": "child", "by_a_parent": "yes", "custody": "none", "hague": "not_filed"},
            {"custody", "hague"},
            {"custody_order", "hague_application"},
        ),
    ],
)
def test_a_form_asks_on_by_what_was_answered(
    colour: Colour, answers: dict[str, str], asked: set[str], not_asked: set[str]
) -> None:
    names = set(_asked(colour, **answers))

    assert asked <= names
    assert names.isdisjoint(not_asked)


@pytest.mark.parametrize(("colour", "form"), INCOMING)
def test_another_countrys_notice_is_recorded_by_its_day_and_what_it_says(colour: Colour, form: Form) -> None:
    needed = {ask.name for ask in form.asks if ask.required}

    assert {"issued_on", "facts"} <= needed
    assert "agency" not in needed
    assert {"control_number", "us_state", "offices", "offence"} <= {ask.name for ask in form.asks}


@pytest.mark.parametrize(("colour", "form"), INCOMING)
def test_nobody_here_owes_anything_of_another_countrys_notice(colour: Colour, form: Form) -> None:
    assert [ask.name for ask in form.asks if ask.wanted] == []


@pytest.mark.parametrize("colour", Colour)
@pytest.mark.parametrize("direction", Direction)
def test_no_form_wants_an_image_or_a_link(colour: Colour, direction: Direction) -> None:
    form = form_of(colour, direction)

    assert [ask.name for ask in (form.asks if form else ()) if ask.kind is AskKind.WEB_ADDRESS] == []


@of_each_filed_here
def test_what_the_desk_owes_is_asked_of_officers_only(colour: Colour) -> None:
    own, officers = (notices.whole_form(colour, OUT, Means.NOTICE, for_others=each) for each in (False, True))
    assert own is not None
    assert officers is not None

    assert {ask.name for ask in officers.asks} - {ask.name for ask in own.asks} == {
        "nrs",
        "channel",
        "call_back",
    }


def test_an_offence_is_not_wanted_of_a_missing_person() -> None:
    wanting = [colour for colour in FILED_HERE if "offence" in _wanted(colour)]

    assert wanting == [RED, BLUE, GREEN]


@of_each_filed_here
def test_a_notice_says_nothing_of_itself_that_is_only_for_the_united_states(colour: Colour) -> None:
    assert _form(colour).ask("fbi_number") is None


def test_only_a_red_notice_warns_wherever_it_is_shown() -> None:
    assert [colour for colour, row in COLOURS.items() if row.warning] == [RED]
    assert COLOURS[RED].warning == "A Red Notice is not an arrest warrant."
