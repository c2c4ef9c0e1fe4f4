"""A notice where it is seen by many: its card and thread, an alert to an agency, its status, who filed it."""

from dataclasses import replace
from datetime import timedelta

import pytest

from bot.rules.colours import COLOURS
from bot.rules.notice_states import OVER
from bot.rules.texts import notice_standing
from handlers.views import agency_alerts, cards, confirmations, filed_notice, notice_timeline, status
from handlers.views.cards import NO_ARREST_ALONE
from handlers.views.words import PRIORITIES
from storage.records.notices import Colour, Means, Notice, NoticeState
from storage.records.people import Actor
from storage.records.requests import Priority
from tests.handlers import facts, notice_facts
from tests.handlers.examples import ADA, DESK, LATER, event
from tests.handlers.notice_facts import IN, LINKED, notice_card, of_colour
from tests.handlers.reading import buttons, labels, texts, told
from tests.handlers.request_samples import ALIKE
from tests.handlers.samples_of_notices import FAILED, FAMILY

NO_WARRANT = "A Red Notice is not an arrest warrant."


def card(of: Notice, **changes: object) -> str:
    return told(cards.notice(notice_card(of, **changes), DESK))


@pytest.mark.parametrize("means", Means)
def test_an_incoming_red_one_says_that_alone_it_is_no_basis_for_an_arrest(means: Means) -> None:
    incoming = of_colour(Colour.RED, IN, means=means)
    read = facts.status()

    said = {
        "card": card(incoming),
        "alert": told(agency_alerts.message(notice_facts.alert_of_notice(), DESK)),
        "status": told(status.message(replace(read, direction=IN, means=means), DESK)),
    }

    assert [where for where, words in said.items() if NO_ARREST_ALONE not in words] == []
    assert "no basis for an arrest in the United States" in NO_ARREST_ALONE


def test_an_outgoing_red_one_says_that_it_is_no_arrest_warrant() -> None:
    said = {"card": card(of_colour(Colour.RED)), "status": told(status.message(facts.status(), DESK))}

    assert [where for where, words in said.items() if NO_WARRANT not in words] == []
    assert [where for where, words in said.items() if NO_ARREST_ALONE in words] == []


@pytest.mark.parametrize("colour", [each for each in Colour if each is not Colour.RED])
def test_no_other_colour_speaks_of_an_arrest(colour: Colour) -> None:
    for way in COLOURS[colour].forms:
        of = replace(of_colour(Colour.RED, way), colour=colour)

        assert NO_WARRANT not in card(of)
        assert NO_ARREST_ALONE not in card(of)


def test_a_card_says_what_it_is_where_it_stands_and_for_when() -> None:
    message = cards.notice(notice_card(of_colour(Colour.YELLOW, means=Means.DIFFUSION)), DESK)

    assert message.text == "Notice NT-2026-00007: in review"
    said = told(message)
    assert ":large_yellow_circle: *NT-2026-00007*  Yellow diffusion" in said
    assert "*State*\nin review, since <!date^" in said
    assert "*Country*\nFrance" in said
    assert "*Request*\nLR-2026-00042" in said


def test_a_card_counts_what_is_missing_and_says_from_whom() -> None:
    gone = dict.fromkeys(("warrant", "oia_on", "law", "nrs"))

    said = card(of_colour(Colour.RED, answers=gone))

    assert "Still missing: 2 items from the prosecutor, 1 item from the agency, 1 item from the desk." in said


def test_a_card_names_what_does_not_hold_and_what_may_hinder_it() -> None:
    assert (
        ":x: It does not hold: A serious ordinary-law crime; Two years of possible penalty, or six months "
        "of a sentence."
    ) in card(FAILED)
    assert ":warning: A Red Notice on a parent may be refused as a family matter." in card(FAMILY)


def test_once_it_was_sent_nothing_is_missing_and_nothing_is_warned_of() -> None:
    sent = card(replace(FAILED, state=NoticeState.SENT)) + card(replace(FAMILY, state=NoticeState.PUBLISHED))

    assert not [each for each in ("Still missing", ":x:", ":warning:") if each in sent]


def test_a_card_says_whom_it_is_about_how_fast_it_goes_and_who_approved_it() -> None:
    said = card(of_colour(Colour.YELLOW, answers={"priority": "flash"}, approved_by=ADA))
    silent = card(of_colour(Colour.GREEN), about="")

    assert f"*Priority*\n{PRIORITIES[Priority.FLASH]}" in said
    assert "*About*\nA missing child" in said
    assert "*Approved by*\n<@U0ADA>" in said
    assert not [each for each in ("*About*", "*Approved by*") if each in silent]


@pytest.mark.parametrize("state", NoticeState)
def test_a_card_says_what_comes_next_and_whose_turn_it_is_until_it_is_over(state: NoticeState) -> None:
    said = card(of_colour(Colour.YELLOW, state=state))

    standing = notice_standing(state)
    turn = f"Next: {standing.next_step} Whose turn it is: {standing.next_by}."
    assert (turn in said) == (state not in OVER)


def test_a_status_offers_to_add_details_to_whoever_may() -> None:
    may_not = facts.status()

    assert "Add details" not in labels(status.message(may_not, DESK))
    assert labels(status.message(replace(may_not, may_add=True), DESK))[-1] == "Add details"


def test_a_card_counts_alerts_and_names_the_notices_of_its_case() -> None:
    said = card(of_colour(Colour.RED, IN), alerted=3, acknowledged=1, linked=LINKED[:1])

    assert "US agencies alerted: 3; acknowledged: 1" in said
    assert "Of the same case: :large_yellow_circle: NT-2026-00000 (withdrawal requested)" in said


def test_an_agency_that_somebody_typed_stands_in_the_details_only() -> None:
    said = card(of_colour(Colour.RED, agency_id=None, agency_name="Quillfeather's office"))

    assert "not in the registry: see the details" in said
    assert "Quillfeather" not in said


def test_steps_that_move_nothing_on_stand_in_a_second_row() -> None:
    message = cards.notice(notice_card(of_colour(Colour.YELLOW)), DESK)

    first, second = [[each["text"]["text"] for each in row["elements"]] for row in message.blocks[-2:]]
    assert first == ["Approve", "Ask for information", "Reject", "Show details", "Timeline"]
    assert second == ["Add details", "Link", "Hand over"]


@pytest.mark.parametrize(
    ("colour", "state", "offered"),
    [
        (Colour.RED, NoticeState.SUBMITTED, ["Claim"]),
        (Colour.RED, NoticeState.REVIEW, ["Legal review", "Ask for information", "Reject"]),
        (Colour.RED, NoticeState.LEGAL_REVIEW, ["Approve", "Ask for information", "Reject"]),
        (Colour.BLUE, NoticeState.REVIEW, ["Approve", "Ask for information", "Reject"]),
    ],
)
def test_the_first_buttons_are_what_can_be_done_now(
    colour: Colour, state: NoticeState, offered: list[str]
) -> None:
    shown = labels(cards.notice(notice_card(of_colour(colour, state=state)), DESK))

    assert shown[: shown.index("Show details")] == offered


def test_a_click_carries_the_record_and_only_the_first_step_stands_out() -> None:
    shown = buttons(cards.notice(notice_card(of_colour(Colour.YELLOW)), DESK))

    assert {each["value"] for each in shown} == {"n1"}
    assert [each["text"]["text"] for each in shown if each.get("style") == "primary"] == ["Approve"]
    assert [each["text"]["text"] for each in shown if each.get("style") == "danger"] == ["Reject"]


def test_an_alert_says_what_came_from_where_and_asks_for_an_answer() -> None:
    alert = notice_facts.alert_of_notice(Colour.YELLOW)

    message = agency_alerts.message(alert, DESK)
    diffused = agency_alerts.message(replace(alert, means=Means.DIFFUSION), DESK)

    assert message.text == "NT-2026-00007: an alert for your office"
    assert (
        ":rotating_light: *NT-2026-00007*: :large_yellow_circle: Incoming Yellow Notice, from Bosnia &amp; "
        "Herzegovina. It concerns your office."
    ) in told(message)
    assert "Incoming Yellow diffusion, from Bosnia" in told(diffused)
    assert labels(message) == ["Acknowledge", "Show details"]


def test_an_alert_that_was_acknowledged_asks_no_more() -> None:
    known = notice_facts.alert_of_notice(acknowledged_at=LATER, acknowledged_by=Actor(ADA))

    assert labels(agency_alerts.message(known, DESK)) == ["Show details"]
    assert labels(agency_alerts.call(known)) == ["Show details"]


def test_the_status_says_which_notice_where_it_stands_and_who_owes_what() -> None:
    read = replace(
        facts.status(),
        means=Means.DIFFUSION,
        missing={"the prosecutor": ("Charge and law",), "the desk": ("NRS",)},
    )

    message = status.message(read, DESK)

    said = told(message)
    assert ":red_circle: *NT-2026-00007*  Red diffusion" in said
    assert "Still missing: 1 item from the prosecutor, 1 item from the desk." in said
    assert labels(message) == ["Show details", "Timeline"]


def test_the_status_says_when_the_next_step_is_overdue() -> None:
    in_time = facts.status()
    assert in_time.due_at is not None
    late = replace(in_time, as_of=in_time.due_at + timedelta(seconds=1))

    said = [told(status.message(each, DESK)) for each in (in_time, late)]

    assert [":warning: overdue, " in each for each in said] == [False, True]


def test_whoever_may_not_read_the_details_gets_no_button_for_them() -> None:
    assert labels(status.message(replace(facts.status(), may_see_details=False), DESK)) == ["Timeline"]


def test_who_filed_it_reads_what_is_missing_whether_it_is_alike_and_what_belongs_to_it() -> None:
    bare = of_colour(Colour.RED, state=NoticeState.SUBMITTED, answers={"warrant": None})
    filed = notice_facts.notice_filed(bare, alike=ALIKE, linked=LINKED[:1])

    message = filed_notice.message(filed, DESK)

    said = told(message)
    assert message.text == "NT-2026-00007 is filed"
    assert "*NT-2026-00007* is filed: Red Notice. An officer looks at it by " in said
    assert "Still missing, and it may follow: A valid warrant or judgment" in said
    assert "LR-2026-00001" in said
    assert "Of the same case: :large_yellow_circle: NT-2026-00000" in said
    assert "`/notice status NT-2026-00007` tells where it stands." in said


def test_a_timeline_says_which_step_when_by_whom_and_after_how_long() -> None:
    steps = notice_facts.notice_timeline(2)

    said = texts(notice_timeline.view(steps, DESK)["blocks"])

    first, second = said[1].split("\n")
    assert "acknowledged by a US agency by <@U0ADA>" in first
    assert first.startswith("• <!date^")
    assert "after" not in first
    assert second.endswith("(after 216 h 0 min)")


@pytest.mark.parametrize(
    ("step", "state", "line"),
    [
        ("claim", "review", "claimed by <@U0ADA>; then in review"),
        ("located", "located", "located by <@U0ADA>"),
        ("hand", "review", "handed over by <@U0ADA>"),
        ("alert_acknowledged", "received", "acknowledged by a US agency by <@U0ADA>"),
    ],
)
def test_a_step_says_to_which_state_it_led_unless_it_says_so_or_left_it_there(
    step: str, state: str, line: str
) -> None:
    timeline = replace(
        notice_facts.notice_timeline(0), events=(replace(event(step=step, state=state), evidence={}),)
    )

    assert told(notice_timeline.thread(timeline, DESK)).endswith(line)


@pytest.mark.parametrize(
    ("step", "words"),
    [
        ("claim", "is now in review"),
        ("query_answered", "is now in review"),
        ("renew", "re-examined and renewed"),
        ("link", "linked to another record"),
        ("hand", "handed over"),
    ],
)
def test_a_step_is_confirmed_by_its_state_or_by_what_was_done(step: str, words: str) -> None:
    answer = confirmations.taken_of_notice(of_colour(Colour.YELLOW), step)

    assert words in answer.text
    assert answer.text.startswith("NT-2026-00007")
