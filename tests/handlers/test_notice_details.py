"""The details of a notice: what was answered, by which rules it is judged, and who is shown how."""

from dataclasses import replace
from typing import Any

import pytest

from bot.rules import notices
from handlers.views import notice_details
from storage.records.notices import Colour, Means, Notice
from tests.handlers import brim, notice_facts, request_facts
from tests.handlers.examples import event
from tests.handlers.notice_facts import IN, LINKED, OUT, of_colour
from tests.handlers.reading import texts
from tests.handlers.samples_of_notices import FAILED, FAMILY
from tests.notice_samples import WHOLE

CHILD = {"family_name": "Quillfeather", "forename": "Wendeline", "birth": "2018-05-17"}
VICTIM = {**CHILD, "birth": "1960-05-17", "role": "victim"}
ADULT = {**CHILD, "birth": "1980-05-17"}
FAMILY_NAMES = {"parents": "Otto Quillfeather", "aliases": "Wendy Quillfeather"}
SHOW = "Show the name"
PROTECTED = [
    pytest.param(of_colour(Colour.YELLOW, answers=CHILD), id="a missing child"),
    pytest.param(of_colour(Colour.BLUE, answers=VICTIM), id="a victim of any age"),
    pytest.param(of_colour(Colour.BLUE, answers={**CHILD, "role": "witness"}), id="a witness under age"),
    pytest.param(of_colour(Colour.YELLOW, IN, answers=CHILD), id="another country's missing child"),
]


def read(of: Notice, **facts: Any) -> list[str]:
    return texts(notice_details.view(notice_facts.notice_details(of, **facts), brim.DESK))


@pytest.mark.parametrize("of", PROTECTED)
def test_a_child_and_a_victim_are_shown_by_initials_and_year_of_birth(of: Notice) -> None:
    shown = read(of)

    year = of.answers["birth"][:4]
    assert {"Family name\nQ. (initial only)", "Forename\nW. (initial only)", f"Born\n{year}"} <= set(shown)
    assert not [each for each in shown if "Quillfeather" in each or "Wendeline" in each or "-05" in each]


@pytest.mark.parametrize("of", PROTECTED)
def test_the_whole_name_is_a_click_further_for_whoever_may_read_it(of: Notice) -> None:
    assert SHOW in read(of)
    assert SHOW not in read(of, may_name=False)


def test_what_names_a_childs_family_is_hidden_with_the_name_and_shown_with_it() -> None:
    child = of_colour(Colour.YELLOW, answers={**CHILD, **FAMILY_NAMES})

    shown, named = read(child), texts(notice_details.named(child)["blocks"])

    assert {"Parents' names\ngiven: see the name", "Other names\ngiven: see the name"} <= set(shown)
    assert not [each for each in shown if "Quillfeather" in each]
    assert {"Parents' names\nOtto Quillfeather", "Other names\nWendy Quillfeather"} <= set(named)


def test_anybody_else_is_shown_by_name() -> None:
    shown = read(of_colour(Colour.RED, answers={**ADULT, **FAMILY_NAMES}))

    assert {"Parents' names\nOtto Quillfeather", "Other names\nWendy Quillfeather"} <= set(shown)

    assert {"Family name\nQuillfeather", "Forename\nWendeline", "Born\n1980-05-17"} <= set(shown)
    assert SHOW not in shown


def test_where_no_name_is_known_none_is_offered() -> None:
    nameless = {"family_name": None, "forename": None, "subject": "child"}

    assert SHOW not in read(of_colour(Colour.YELLOW, answers=nameless))


def test_the_whole_name_is_all_that_the_click_shows() -> None:
    child = of_colour(Colour.YELLOW, answers=CHILD)

    assert texts(notice_details.named(child)["blocks"]) == [
        "Family name\nQuillfeather",
        "Forename\nWendeline",
        "Born\n2018-05-17",
    ]


@pytest.mark.parametrize("colour", WHOLE)
def test_every_condition_stands_there_with_the_rule_that_says_so(colour: Colour) -> None:
    of = of_colour(colour)

    shown = "\n".join(read(of))

    conditions = [each.condition for each in notices.findings_of(of)]
    met = [f":white_check_mark: {each.label} ({each.source})" for each in conditions]
    assert met
    assert [each for each in met if each not in shown] == []


def test_what_is_open_is_said_with_who_owes_it_and_what_would_show_it() -> None:
    shown = "\n".join(read(of_colour(Colour.RED, answers={"warrant": None, "oia_on": None})))

    assert (
        ":black_square_button: A valid warrant or judgment (the agency)\n"
        "      Wanted: the number of the warrant or judgment. (RPD article 83(2)(b)(v))"
    ) in shown
    assert ":black_square_button: Office of International Affairs consulted (the prosecutor)" in shown


def test_what_does_not_hold_is_said_with_what_would_be_right() -> None:
    shown = "\n".join(read(FAILED))

    assert ":x: *Two years of possible penalty, or six months of a sentence*" in shown
    assert "A Blue Notice may be the right one: it needs no such penalty. (RPD article 83(1)(b))" in shown


def test_what_may_hinder_it_is_warned_of() -> None:
    shown = "\n".join(read(FAMILY))

    assert ":warning: A Red Notice on a parent may be refused as a family matter." in shown


def test_what_another_country_has_published_is_judged_by_no_condition() -> None:
    shown = "\n".join(read(of_colour(Colour.RED, IN)))

    assert "Checklist" not in shown
    assert "RPD" not in shown


@pytest.mark.parametrize("way", [OUT, IN])
def test_a_red_one_says_that_it_is_no_arrest_warrant(way: Any) -> None:
    assert any("A Red Notice is not an arrest warrant." in each for each in read(of_colour(Colour.RED, way)))


def test_an_incoming_red_one_says_that_alone_it_is_no_basis_for_an_arrest() -> None:
    outgoing, incoming = (" ".join(read(of_colour(Colour.RED, way))) for way in (OUT, IN))

    assert "no basis for an arrest in the United States" in incoming
    assert "no basis for an arrest" not in outgoing


def test_a_diffusion_names_the_countries_to_which_it_goes() -> None:
    of = of_colour(Colour.GREEN, means=Means.DIFFUSION, answers={"recipients": "BA,CI"})

    shown = read(of)

    assert ":large_green_circle: *Green diffusion*" in shown
    assert "To which countries?\nBosnia and Herzegovina, Côte d'Ivoire" in shown


def test_whoever_telephoned_stands_there_with_the_number_to_call_back() -> None:
    called = of_colour(Colour.RED, answers={"channel": "walk_in", "call_back": "202-555-0101"})

    assert {"By which way?\nWalk-in", "Their call-back number\n202-555-0101"} <= set(read(called))


def test_an_answer_reads_by_its_label_and_a_choice_by_its_words() -> None:
    shown = read(
        of_colour(Colour.RED, answers={"offence": "sexual_offence_against_child", "matter": "family"})
    )

    assert "Offence\nSexual offence against a child" in shown
    assert "What kind of matter is it?\nA family matter, such as a parental abduction" in shown
    assert "Wanted for\nProsecution" in shown


def test_a_line_and_a_long_text_are_shown_whole() -> None:
    shown = read(of_colour(Colour.RED, answers={"aliases": brim.LINE, "facts": brim.TEXT}))

    assert f"Other names\n{brim.LINE}" in shown
    assert {"*What happened?*", brim.TEXT} <= set(shown)


def test_the_notices_of_the_same_case_are_named_by_colour_and_state() -> None:
    shown = read(of_colour(Colour.RED), linked=LINKED[:2])

    assert (
        "Of the same case: :large_yellow_circle: NT-2026-00000 (withdrawal requested), "
        ":large_yellow_circle: NT-2026-00001 (withdrawal requested)"
    ) in shown


def test_an_officer_sees_the_log_what_is_alike_and_who_has_not_acknowledged() -> None:
    shown = read(of_colour(Colour.RED))

    assert "*Told to others* (third-agency log)" in shown
    assert f"About the same: {', '.join(request_facts.OTHERS)}" in shown
    assert "US agencies alerted: 2; 1 have not acknowledged" in shown


def test_a_requester_sees_neither() -> None:
    shown = "\n".join(read(of_colour(Colour.RED), works=False))

    assert not [each for each in ("Told to others", "About the same", "alerted") if each in shown]


def test_a_step_is_told_with_what_it_was_given_by_the_labels_of_its_form() -> None:
    located = replace(event(step="located", state="located"), evidence={"located_in": "BA", "safe": "yes"})
    handed = replace(event(step="hand", state="review"), evidence={"officer": "T9/U0ZOE"})

    shown = read(of_colour(Colour.YELLOW), events=(located, handed))

    assert "In which country?: Bosnia and Herzegovina; Is the person safe?: Yes" in shown
    assert any(each.endswith("handed over by <@U0ADA>, to <@U0ZOE>") for each in shown)
