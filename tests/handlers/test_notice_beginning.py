"""What a notice begins with, at the edge of the real desk: colour, means, direction and country."""

import pytest

from bot.rules.colours import COLOURS, FILED_HERE
from handlers import action_ids
from handlers.forms import notice_beginning
from handlers.forms.notice_beginning import NoticeBeginning
from storage.records.notices import Colour, Means
from storage.records.people import Role
from storage.records.requests import Direction
from tests.handlers.examples import DESK, HOSTILE
from tests.handlers.filling import fill, inputs
from tests.handlers.notice_office import begins
from tests.handlers.office import BORIS, OPERATOR, Office
from tests.handlers.reading import texts
from tests.handlers.slack_edge import sentence

SHERIFF = "example-county-sheriff"


def began(office: Office, words: str) -> dict[str, str]:
    """What the question has been answered with by the words behind the command."""
    shown = inputs(begins(office, words))
    return {name: element.get("initial_option", {}).get("value", "") for name, element in shown.items()}


def heading(office: Office, words: str) -> str:
    form = begins(office, words)
    assert form["callback_id"] == "form.hub", form["callback_id"]
    return "\n".join(texts(form["blocks"])[:2])


def test_a_notice_begins_with_its_colour_its_means_its_way_and_the_country(office: Office) -> None:
    assert began(office, "") == {
        "colour": "",
        "means": "notice",
        "direction": "outgoing",
        "country": "",
    }


def test_it_comes_back_as_it_was_answered() -> None:
    asked = notice_beginning.render(NoticeBeginning(key="k3"), DESK)
    answers = {"colour": "green", "means": "diffusion", "direction": "incoming", "country": "FR"}

    assert notice_beginning.parse(fill(asked, answers)) == NoticeBeginning(
        key="k3",
        colour=Colour.GREEN,
        means=Means.DIFFUSION,
        direction=Direction.INCOMING,
        country="FR",
    )


def test_whoever_knows_no_colour_reads_what_each_that_can_be_asked_for_is_for(office: Office) -> None:
    said = "\n".join(texts(begins(office, "")["blocks"]))

    assert [each for each in FILED_HERE if COLOURS[each].purpose not in said] == []


def test_every_colour_is_offered_those_first_that_can_be_asked_for(office: Office) -> None:
    offered = inputs(begins(office, ""))["colour"]["options"]

    received = [each["value"] for each in offered if "(only received)" in each["text"]["text"]]
    assert [each["value"] for each in offered] == [*FILED_HERE, *received]
    assert received == [each for each in COLOURS if each not in FILED_HERE]


@pytest.mark.parametrize(
    ("words", "title", "place"),
    [
        ("yellow FR", "*Yellow Notice*", "France. Outgoing: "),
        ("red diffusion MX", "*Red diffusion*", "Mexico. Outgoing: "),
        ("diffusion blue to south africa", "*Blue diffusion*", "South Africa. Outgoing: "),
        ("green in TH", "*Incoming Green Notice*", "Thailand. Incoming: "),
        ("black FR in", "*Incoming Black Notice*", "France. Incoming: "),
        ("RED from france", "*Incoming Red Notice*", "France. Incoming: "),
    ],
)
def test_words_behind_the_command_lead_into_the_form(
    office: Office, words: str, title: str, place: str
) -> None:
    said = heading(office, words)

    assert title in said
    assert place in said


@pytest.mark.parametrize("colour", Colour)
def test_every_colour_opens_in_each_direction_that_it_has(office: Office, colour: Colour) -> None:
    for way in COLOURS[colour].forms:
        assert COLOURS[colour].label in heading(office, f"{colour} FR {way}")


@pytest.mark.parametrize(
    ("words", "known"),
    [
        ("yellow", {"colour": "yellow", "country": ""}),
        ("FR", {"colour": "", "country": "FR"}),
        ("diffusion in FR", {"means": "diffusion", "direction": "incoming", "country": "FR"}),
        ("red Atlantis", {"colour": "red", "country": ""}),
    ],
)
def test_what_the_words_leave_out_is_asked(office: Office, words: str, known: dict[str, str]) -> None:
    asked = began(office, words)

    assert {name: asked[name] for name in known} == known


def above(office: Office, words: str) -> str:
    """What stands over the question, before the colours are explained."""
    [first, *_] = begins(office, words)["blocks"]
    return "".join(texts(first.get("elements"))) if first["type"] == "rich_text" else ""


@pytest.mark.parametrize(
    ("words", "note"),
    [
        ("crimson FR", "I do not know the colour “crimson”. I know these:"),
        ("yellow Atlantis", "This is not a member country. Choose one from the list."),
        ("yellow US", "The desk is the United States' own bureau. Name the other country."),
        ("black FR", "“Black Notice” is only received here. Choose incoming."),
        ("yellow", ""),
        ("FR", ""),
        ("", ""),
    ],
)
def test_why_the_words_did_not_lead_into_the_form_stands_above_the_question(
    office: Office, words: str, note: str
) -> None:
    assert above(office, words) == note


def test_words_that_are_no_colour_are_repeated_as_text_and_nothing_else(office: Office) -> None:
    [first, *_] = begins(office, HOSTILE)["blocks"]

    assert first["type"] == "rich_text"
    assert {piece["type"] for piece in first["elements"][0]["elements"]} == {"text"}


@pytest.mark.parametrize("colour", [each for each in Colour if each not in FILED_HERE])
def test_a_colour_that_is_only_received_says_so_beside_the_way(office: Office, colour: Colour) -> None:
    question = begins(office, "")

    errors = office.submit(question, {"colour": colour, "country": "FR"})["errors"]

    assert errors == {"direction": f"“{COLOURS[colour].label}” is only received here. Choose incoming."}


def test_a_country_that_cannot_be_asked_is_said_beside_it(office: Office) -> None:
    errors = office.submit(begins(office, "yellow"), {"country": "US"})["errors"]

    assert errors == {"country": "The desk is the United States' own bureau. Name the other country."}


def test_the_answer_to_the_question_is_the_form(office: Office) -> None:
    question = begins(office, "")

    answer = office.submit(question, {"colour": "blue", "means": "diffusion", "country": "CI"})

    assert answer["response_action"] == "update"
    assert "recipients" in inputs(answer["view"])
    assert "Côte d'Ivoire. Outgoing: " in "\n".join(texts(answer["view"]["blocks"]))


def test_only_an_officer_records_what_another_country_has_published(office: Office) -> None:
    office.admit(BORIS, SHERIFF)

    refused = office.type("/notice new red FR in", as_=BORIS)
    office.type("/notice new red", as_=BORIS)
    chosen = office.submit(office.opened(), {"direction": "incoming", "country": "FR"}, as_=BORIS)

    assert sentence(refused) == "Only officers and supervisors may do this."
    assert "Only officers and supervisors may do this." in str(chosen["errors"])


@pytest.mark.parametrize("button", [action_ids.HOME_REQUEST, action_ids.HOME_NOTICE])
def test_whoever_only_reads_is_told_so_by_either_button_of_the_home(office: Office, button: str) -> None:
    office.desk.people.grant(BORIS, Role.AUDITOR, by=OPERATOR)

    office.click(button, "new", as_=BORIS)

    assert sentence(office.answer()) == "Your role only reads on this desk. Ask an officer to do this."


def test_a_button_of_the_home_leads_to_the_same_question(office: Office) -> None:
    office.click(action_ids.HOME_NOTICE, "notice")

    assert office.opened()["callback_id"] == notice_beginning.CALLBACK_ID
