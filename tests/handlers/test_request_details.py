"""The details of a request: who is shown how, what officers see besides, and what has no room."""

from dataclasses import replace
from typing import Any

from handlers.views import request_details
from handlers.views.blocks import View
from storage.records.requests import (
    Channel,
    Direction,
    LiaisonRequest,
    OnBehalf,
    RequestKind,
    RequestState,
)
from tests.handlers import brim, request_facts
from tests.handlers.examples import request
from tests.handlers.reading import texts
from tests.handlers.request_facts import of_kind

DESK = brim.DESK
CHILD = {"family_name": "Example", "forename": "Casey", "birth": "2018-05"}
OUT = Direction.OUTGOING


def shown(of: LiaisonRequest, **facts: Any) -> View:
    return request_details.view(request_facts.request_details(of, **facts), DESK)


def test_an_answer_reads_by_its_label_and_a_choice_by_its_words() -> None:
    told = texts(shown(of_kind(RequestKind.PARENTAL_ABDUCTION, custody="applied", taken_by="Erin Example")))

    assert "Is there a custody order?\nNo, but a court was asked for one" in told
    assert "Who took or keeps the child?\nErin Example" in told


def test_several_choices_and_several_countries_read_as_words() -> None:
    told = texts(shown(of_kind(RequestKind.TRAVEL, also_told_by="angel_watch,legat", countries="BA,CI")))

    assert "Who else tells the country?\nAngel Watch Center; FBI legal attaché" in told
    assert "Further countries on the journey\nBosnia and Herzegovina, Côte d'Ivoire" in told


def test_a_long_answer_is_shown_whole() -> None:
    told = texts(shown(of_kind(RequestKind.FUGITIVE, warnings=brim.LINE, description=brim.TEXT)))

    assert {brim.LINE, brim.TEXT} <= set(told)


def test_the_checklist_says_what_is_done_and_who_owes_the_rest() -> None:
    told = "\n".join(texts(shown(of_kind(RequestKind.MISSING_CHILD, sex="female"), told=0)))

    assert ":white_check_mark: Sex" in told
    assert ":black_square_button: Police report (the agency)" in told
    assert ":black_square_button: National Center for Missing and Exploited Children told (the desk)" in told


def test_whoever_telephoned_stands_there_with_the_number_to_call_back() -> None:
    called = replace(request(), on_behalf=OnBehalf(channel=Channel.WALK_IN, call_back="202-555-0101"))

    told = texts(shown(called))

    assert "*Reached us by: Walk-in. Call back*" in told
    assert "202-555-0101" in told


def test_a_request_without_a_contact_names_whoever_filed_it() -> None:
    told = texts(shown(replace(request(), contact="", on_behalf=None)))

    assert "Whoever filed it, in Slack" in told
    assert not [each for each in told if "Reached us by" in each]


def test_how_it_ended_is_said_in_the_words_of_its_kind() -> None:
    over = request_facts.in_state(RequestState.CLOSED, outcome="returned_home")

    assert "*Ended*\nReturned home" in texts(shown(over))


def test_an_officer_sees_the_log_newest_first_and_how_much_more_there_is() -> None:
    details = request_facts.request_details(told=0)
    told = tuple(request_facts.disclosure(n, told_on=f"2026-11-{n:02}") for n in range(1, 14))

    read = texts(request_details.view(replace(details, told=told), DESK))

    days = [each[:10] for each in read if "written down by" in each]
    assert days == [f"2026-11-{n:02}" for n in range(13, 3, -1)]
    assert "And 3 earlier entries." in read


def test_the_log_says_to_whom_what_and_on_whose_authority() -> None:
    details = request_facts.request_details(told=0)
    told = (request_facts.disclosure(1), request_facts.disclosure(2, recipient="country:BA", reference=""))

    read = texts(request_details.view(replace(details, told=told), DESK))

    authority = "identity; authority: the country that it comes from; written down by <@U0ZOE>"
    assert read[read.index("*Told to others* (third-agency log)") :][1:4] == [
        f"2026-11-20: the bureau of Bosnia and Herzegovina; {authority}",
        f"2026-11-20: National Center for Missing and Exploited Children; {authority}",
        f"Message: {brim.LINE}",
    ]


def test_an_officer_sees_what_is_about_the_same_and_who_has_not_acknowledged() -> None:
    read = texts(shown(request()))

    assert f"About the same: {', '.join(request_facts.OTHERS)}" in read
    assert "US agencies alerted: 2; 1 have not acknowledged" in read
    assert {"Text to copy", "Watch the subject"} <= set(read)


def test_a_requester_sees_neither_log_nor_tools_of_the_desk() -> None:
    read = texts(shown(request(), works=False))

    assert not {"*Told to others* (third-agency log)", "Text to copy", "Watch the subject"} & set(read)
    assert not [each for each in read if "About the same" in each or "alerted" in each]


def test_somebody_who_watches_can_stop_it() -> None:
    details = replace(request_facts.request_details(), watched=True)

    assert "Stop watching the subject" in texts(request_details.view(details, DESK))
