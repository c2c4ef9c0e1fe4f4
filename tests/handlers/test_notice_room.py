"""Notices with everything filled in, and as long as they live: all has room, or it says what has not."""

from dataclasses import replace

import pytest

from bot.rules import notices
from bot.rules.colours import FILED_HERE
from bot.rules.notice_states import LIVE
from bot.sandbox.blocks import check_message, check_view
from handlers.answers import fits, message_body, update_body
from handlers.forms import step
from handlers.views import cards, checklists, filed_notice, notice_details, notice_timeline, refusal
from handlers.views.blocks import View
from storage.records.notices import Colour, Means, Notice, NoticeState
from storage.records.reminders import RecordKind
from storage.records.requests import Direction
from tests.handlers import brim, notice_facts
from tests.handlers.notice_facts import LINKED, filled, of_colour
from tests.handlers.reading import texts, told
from tests.handlers.request_samples import ALIKE
from tests.handlers.samples_of_notices import FAILED, FAMILY

NO_ROOM = "no room here"
WAYS = [pytest.param(*way, id=f"{way[2]} {way[0]} {way[1]}") for way in brim.NOTICES]
MOST_OF_A_MESSAGE, MOST_OF_A_ROW = 50, 25


def open_in_all(colour: Colour) -> Notice:
    """With no answer at all."""
    return replace(of_colour(colour), answers={}, agency_id=None, agency_case="")


def shown(of: Notice, *, works: bool = True) -> View:
    return notice_details.view(notice_facts.notice_details(of, works=works), brim.DESK)


@pytest.mark.parametrize(("colour", "means", "way"), WAYS)
def test_every_label_of_what_was_answered_is_there(colour: Colour, means: Means, way: Direction) -> None:
    of = filled(colour, means, way)

    read = "\n".join(texts(shown(of)))

    asks = brim.whole_notice(colour, means, way).asks
    assert [ask.label for ask in asks if of.answers.get(ask.name) and ask.label not in read] == []


@pytest.mark.parametrize(("colour", "means", "way"), WAYS)
def test_an_officer_finds_conditions_case_and_log_however_much_was_answered(
    colour: Colour, means: Means, way: Direction
) -> None:
    read = "\n".join(texts(shown(filled(colour, means, way))))

    wanted = ("Of the same case", "third-agency log", "About the same", "Timeline", "US agencies alerted")
    assert [each for each in wanted if each not in read] == []
    assert way is Direction.INCOMING or "*Checklist*" in read


@pytest.mark.parametrize(("colour", "means", "way"), WAYS)
def test_what_has_no_room_is_said(colour: Colour, means: Means, way: Direction) -> None:
    view = shown(filled(colour, means, way))

    assert check_view(view) == []
    assert len(view["blocks"]) <= 100
    assert len(view["blocks"]) < 100 or NO_ROOM in texts(view)[-1]


@pytest.mark.parametrize(("colour", "means", "way"), WAYS)
def test_a_requester_of_a_full_notice_reads_all_of_it(colour: Colour, means: Means, way: Direction) -> None:
    read = texts(shown(filled(colour, means, way), works=False))

    assert brim.TEXT in read


@pytest.mark.parametrize(
    "of",
    [
        *(pytest.param(of_colour(each), id=f"{each}, all met") for each in FILED_HERE),
        *(pytest.param(open_in_all(each), id=f"{each}, all open") for each in FILED_HERE),
        *(pytest.param(filled(each), id=f"{each}, all filled in") for each in FILED_HERE),
        pytest.param(FAMILY, id="warned of"),
        pytest.param(FAILED, id="some failed"),
    ],
)
def test_whoever_approves_reads_every_condition_with_its_rule(of: Notice) -> None:
    card = notice_facts.notice_card(of)
    approving = notice_facts.notice_card(of_colour(Colour.RED, state=NoticeState.LEGAL_REVIEW))

    form = step.of_card(
        RecordKind.NOTICE,
        approving,
        "approve",
        brim.LISTS,
        checklists.conditions(card.items, card.warnings),
    )

    assert form is not None
    assert check_view(form) == []
    assert fits(update_body(form))
    read = "\n".join(texts(form["blocks"]))
    noted = [item for item in card.items if item.note]
    assert len(noted) == len(notices.findings_of(of)) > 0
    assert [item.label for item in noted if item.label not in read or item.note not in read] == []


@pytest.mark.parametrize("state", sorted(LIVE))
def test_a_card_with_every_note_fits_into_a_message(state: NoticeState) -> None:
    for colour, means, way in brim.NOTICES:
        of = filled(colour, means, way, state=state)
        card = notice_facts.notice_card(of, linked=LINKED, alerted=400, warnings=("x" * 500,) * 3)

        message = cards.notice(card, brim.DESK)

        rows = [block["elements"] for block in message.blocks if block["type"] == "actions"]
        assert check_message(list(message.blocks)) == []
        assert len(message.blocks) <= MOST_OF_A_MESSAGE
        assert max(map(len, rows)) <= MOST_OF_A_ROW
        assert fits(message_body(message))


def test_a_timeline_of_a_hundred_steps_is_read_whole() -> None:
    view = notice_timeline.view(notice_facts.notice_timeline(100, left_out=900), brim.DESK)

    read = "\n".join(texts(view["blocks"]))
    assert check_view(view) == []
    assert read.count("acknowledged by a US agency by <@U0ADA>") == 100
    assert "900 older steps are left out." in read


def test_a_thread_of_twenty_steps_is_one_message() -> None:
    message = notice_timeline.thread(notice_facts.notice_timeline(notice_timeline.IN_THREAD), brim.DESK)

    assert check_message(list(message.blocks)) == []
    assert told(message).count("(after 216 h 0 min)") == notice_timeline.IN_THREAD - 1
    assert "older steps" not in told(message)


@pytest.mark.parametrize(("colour", "means", "way"), WAYS)
def test_the_answer_to_a_form_fits_however_much_is_missing_and_alike(
    colour: Colour, means: Means, way: Direction
) -> None:
    bare = notice_facts.notice_filed(
        filled(colour, means, way, text="x", answers={"sex": ""}), alike=ALIKE * 80, linked=LINKED
    )

    view = refusal.as_modal(filed_notice.message(bare, brim.DESK))

    assert check_view(view) == []
    assert fits(update_body(view))
