"""A request with everything filled in: its details hold all that was answered, or say what has no room."""

from dataclasses import replace

import pytest

from bot.rules.checklist import items
from bot.rules.requests import whole_form
from bot.sandbox.blocks import check_view
from handlers.views import copy_text, request_details
from handlers.views.blocks import View
from storage.records.requests import Direction, LiaisonRequest, RequestKind
from tests.handlers import brim, request_facts
from tests.handlers.reading import texts

NO_ROOM = "no room here"
WAYS = [pytest.param(*way, id=f"{way[1]} {way[0]}") for way in brim.WAYS]


def shown(of: LiaisonRequest, *, works: bool = True) -> View:
    return request_details.view(request_facts.request_details(of, works=works), brim.DESK)


@pytest.mark.parametrize(("kind", "way"), WAYS)
def test_every_label_of_what_was_answered_is_there(kind: RequestKind, way: Direction) -> None:
    of = request_facts.filled(kind, way)

    read = "\n".join(texts(shown(of)))

    form = whole_form(kind, way, for_others=False)
    assert form is not None
    assert [ask.label for ask in form.asks if of.answers.get(ask.name) and ask.label not in read] == []


@pytest.mark.parametrize(("kind", "way"), WAYS)
def test_an_officer_finds_checklist_log_and_tools_however_much_was_answered(
    kind: RequestKind, way: Direction
) -> None:
    read = "\n".join(texts(shown(request_facts.filled(kind, way))))

    wanted = (
        "*Checklist*",
        "third-agency log",
        "earlier entries",
        "About the same",
        "Text to copy",
        "Watch the",
    )
    assert [each for each in wanted if each not in read] == []


@pytest.mark.parametrize(("kind", "way"), WAYS)
def test_what_has_no_room_is_said(kind: RequestKind, way: Direction) -> None:
    view = shown(request_facts.filled(kind, way))

    assert check_view(view) == []
    assert len(view["blocks"]) <= 100
    assert len(view["blocks"]) < 100 or NO_ROOM in texts(view)[-1]


@pytest.mark.parametrize(("kind", "way"), WAYS)
def test_a_requester_of_a_full_request_reads_all_of_it(kind: RequestKind, way: Direction) -> None:
    read = texts(shown(request_facts.filled(kind, way), works=False))

    assert brim.TEXT in read
    assert "*Checklist*" in "\n".join(read)


def test_a_journey_through_every_country_can_be_looked_at() -> None:
    of = request_facts.filled(RequestKind.TRAVEL, answers={"countries": brim.ALL})

    assert check_view(shown(of)) == []


def test_the_checklist_of_a_journey_names_each_country_that_is_not_told() -> None:
    of = request_facts.filled(RequestKind.TRAVEL, answers={"countries": brim.ALL})

    read = "\n".join(texts(shown(of)))

    labels = [each.label for each in items(of, (), brim.DESK.country_name)]
    assert [label for label in labels if label not in read] == []


def test_a_text_of_any_length_is_copied_whole_in_pieces_that_slack_takes() -> None:
    text = brim.TEXT * 4

    view = copy_text.view("LR-2026-00042", text, "IPQ IP TXT NAM/EXAMPLE DOB/1990", accepted=True)

    assert check_view(view) == []
    assert "".join(texts(view["blocks"])[1:-2]) == text
    assert texts(view)[-1] == "IPQ IP TXT NAM/EXAMPLE DOB/1990"


def test_a_text_without_a_query_ends_with_itself() -> None:
    view = copy_text.view("LR-2026-00042", "FROM: IP WASHINGTON", None, accepted=True)

    assert texts(view)[-1] == "FROM: IP WASHINGTON"


@pytest.mark.parametrize("accepted", [True, False])
def test_a_text_that_the_desk_has_not_accepted_yet_is_warned_of(accepted: bool) -> None:
    view = copy_text.view("LR-2026-00042", "FROM: IP WASHINGTON", None, accepted=accepted)

    assert (copy_text.NOT_ACCEPTED in texts(view)) is not accepted


def test_a_log_that_cannot_be_shown_whole_says_how_much_more_there_is() -> None:
    details = request_facts.request_details(told=200)

    read = texts(request_details.view(replace(details, alike=()), brim.DESK))

    assert "And 190 earlier entries." in read
