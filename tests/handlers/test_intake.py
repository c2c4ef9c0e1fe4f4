"""The intake at the edge of the real desk: which kind it is, its form, and what is said beside its fields."""

import pytest

from bot.rules.kinds import KINDS
from storage.records.announcements import Surface, SurfaceKind
from storage.records.requests import Direction, RequestKind
from tests.handlers.examples import ADA
from tests.handlers.filling import BEGINNING, REQUEST, inputs
from tests.handlers.office import BORIS, Office
from tests.handlers.reading import sections, texts

COLOURLESS = {"family_name": "", "forename": "", "birth": "", "facts": "", "agency": ""}


@pytest.mark.parametrize("command", ["/liaison", "/liaison new"])
def test_a_request_begins_with_the_question_which_kind_it_is(office: Office, command: str) -> None:
    office.type(command)

    assert list(inputs(office.opened())) == ["kind", "direction", "country"]


def test_the_answer_to_it_is_the_form_of_that_kind(office: Office) -> None:
    form = office.begin(kind="travel", direction="incoming", country="CI")

    assert "arrives_on" in inputs(form)
    assert any("Côte d'Ivoire. Incoming" in text for text in texts(form["blocks"]))


@pytest.mark.parametrize("kind", RequestKind)
def test_a_word_behind_the_command_jumps_into_the_form(office: Office, kind: RequestKind) -> None:
    office.type(f"/liaison {KINDS[kind].word} FR")

    form = office.opened()

    assert form["callback_id"] == "form.hub"
    assert any(KINDS[kind].label in text for text in texts(form["blocks"]))


def test_the_way_may_stand_behind_the_command_too(office: Office) -> None:
    office.type("/liaison child from france")

    assert "their_reference" in inputs(office.opened())


def test_a_country_that_is_not_understood_is_asked_for(office: Office) -> None:
    office.type("/liaison child Atlantis")

    form = office.opened()
    assert inputs(form)["kind"]["initial_option"]["value"] == "missing_child"
    assert "initial_option" not in inputs(form)["country"]


@pytest.mark.parametrize(
    ("words", "note"),
    [
        ("Narnia", "This is not a member country. Choose one from the list."),
        ("US", "The desk is the United States' own bureau. Name the other country."),
        ("", ""),
    ],
)
def test_why_the_words_did_not_lead_into_the_form_stands_above_the_question(
    office: Office, words: str, note: str
) -> None:
    office.type(f"/liaison child {words}")

    above = office.opened()["blocks"][0]
    assert "".join(texts(above.get("elements"))) == note


def test_a_kind_that_does_not_go_that_way_is_asked_again(office: Office) -> None:
    office.type("/liaison fugitive FR in")
    jumped = office.opened()

    answer = office.submit(jumped, {})

    assert jumped["callback_id"] == "request.begin"
    assert set(answer["errors"]) == {"direction"}


def test_who_files_is_told_what_is_missing_and_the_desk_sees_a_card(office: Office) -> None:
    answer = office.submit(office.begin(), REQUEST)

    said = "\n".join(texts(answer["view"]["blocks"]))
    assert "*LR-2026-00001* is filed: Fugitive." in said
    assert "Still missing, and it may follow: " in said
    kinds = {each.kind for each in office.waiting() if isinstance(each, Surface)}
    assert kinds >= {SurfaceKind.REQUEST_CARD, SurfaceKind.REQUEST_OWN}


def test_what_needs_another_look_is_said_beside_each_field(office: Office) -> None:
    answer = office.submit(office.begin(), COLOURLESS | {"birth": "1890-13"})

    assert set(answer["errors"]) == {"family_name", "forename", "facts", "agency", "birth"}


def test_an_agency_that_is_typed_in_a_section_will_do(office: Office) -> None:
    form = office.begin()
    office.press(form, REQUEST | {"agency": ""}, "form:section:case", "case")
    office.submit(office.opened(), {"agency_typed": "Example Tribal Police"})
    office.redrawn(form)

    answer = office.submit(form, REQUEST | {"agency": ""})

    assert "is filed" in texts(answer["view"]["blocks"])[0]


def test_a_mistake_in_a_section_is_said_on_the_hub_with_the_sections_name(office: Office) -> None:
    form = office.begin()
    office.press(form, REQUEST, "form:section:identity", "identity")
    section = office.opened()
    answer = office.submit(section, {"document": "!"})
    office.close(section, {"document": "!"})

    beside = office.submit(form, REQUEST)["errors"]

    assert "Write its number" in answer["errors"]["document"]
    assert set(beside) == {"family_name"}
    assert beside["family_name"].startswith("Identity: Passport or identity document: Write its number")


def test_a_request_for_somebody_who_telephoned_needs_the_number_to_call_back(office: Office) -> None:
    form = office.begin()
    office.press(form, REQUEST, "form:section:caller", "caller")
    office.submit(office.opened(), {"channel": "telephone"})
    office.redrawn(form)

    beside = office.submit(form, REQUEST)["errors"]

    assert beside == {
        "family_name": "Filed for a caller: Their call-back number: Give the number to call back."
    }


def test_only_an_officer_is_asked_who_called(office: Office) -> None:
    office.admit(BORIS, "example-county-sheriff")

    of_officer, of_requester = sections(office.begin(as_=ADA)), sections(office.begin(as_=BORIS))

    assert ("caller" in of_officer, "caller" in of_requester) == (True, False)


def test_a_requester_need_not_name_their_agency_again(office: Office) -> None:
    office.admit(BORIS, "example-county-sheriff")

    form = office.begin(as_=BORIS)

    assert inputs(form)["agency"]["initial_option"]["value"] == "example-county-sheriff"


def test_the_contact_that_was_named_last_stands_in_the_next_form(office: Office) -> None:
    first = office.begin()
    office.press(first, REQUEST, "form:section:case", "case")
    office.submit(office.opened(), {"contact": "The front desk"})
    office.redrawn(first)
    office.submit(first, REQUEST)

    second = office.begin()
    office.press(second, {}, "form:section:case", "case")

    assert inputs(office.opened())["contact"]["initial_value"] == "The front desk"


def test_a_form_of_a_country_that_left_meanwhile_is_refused(office: Office) -> None:
    office.type("/liaison")

    answer = office.submit(office.opened(), BEGINNING | {"country": "XX"})

    assert set(answer["errors"]) == {"country"}


@pytest.mark.parametrize(("kind", "way"), [(kind, way) for kind, row in KINDS.items() for way in row.forms])
def test_every_kind_opens_both_ways_by_the_question(
    office: Office, kind: RequestKind, way: Direction
) -> None:
    form = office.begin(kind=kind, direction=way)

    assert form["callback_id"] == "form.hub"
