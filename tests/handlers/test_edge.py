"""The edge on a real Bolt app: each kind of payload gets its answer where Slack reads it."""

import pytest

from bot.rules.errors import DeskError, InvalidForm, NotYet
from handlers.answers import Replace, Show
from handlers.asking import Clicked, Closed
from handlers.views.blocks import Message, line, words
from tests.handlers.examples import ABROAD, LONGEST, OFFICER
from tests.handlers.slack_edge import DONE, TELEPHONE, Bench, Slow, body, listening, raising, sentence


def test_a_command_is_answered_in_its_acknowledgement(slack_edge: Bench) -> None:
    listening(slack_edge, lambda _: DONE)

    answer = body(slack_edge.send(slack_edge.command()))

    assert answer == {"response_type": "ephemeral", "text": DONE.text, "blocks": list(DONE.blocks)}


def test_an_answer_too_large_for_an_acknowledgement_takes_the_reply_lane(slack_edge: Bench) -> None:
    large = Message(text="a list", blocks=[line(words(LONGEST))] * 10)
    listening(slack_edge, lambda _: large)

    response = slack_edge.send(slack_edge.command())

    assert (response.status, response.body) == (200, "")
    assert slack_edge.slack.next_call()[1]["blocks"] == list(large.blocks)


def test_a_click_is_answered_by_the_reply_lane(slack_edge: Bench) -> None:
    listening(slack_edge, lambda _: DONE)

    response = slack_edge.send(slack_edge.click())

    assert (response.status, response.body) == (200, "")
    method, sent = slack_edge.slack.next_call()
    assert (method, sent["text"], sent["replace_original"]) == ("response", DONE.text, False)


def test_another_page_of_a_list_takes_the_place_of_the_one_before(slack_edge: Bench) -> None:
    listening(slack_edge, lambda _: Replace(message=DONE))

    slack_edge.send(slack_edge.click())

    assert slack_edge.slack.next_call()[1]["replace_original"] is True


def test_a_click_in_the_home_is_answered_in_a_modal(slack_edge: Bench) -> None:
    listening(slack_edge, raising(DeskError("Not today.")))

    slack_edge.send(slack_edge.click_in_home())

    method, sent = slack_edge.slack.next_call()
    assert (method, sent["view"]["type"]) == ("views.open", "modal")


def test_a_handler_gets_who_clicked_and_what(slack_edge: Bench) -> None:
    seen: list[Clicked] = []
    listening(slack_edge, seen.append)

    slack_edge.send(slack_edge.click())

    assert seen == [
        Clicked(person=OFFICER, action_id="try", value="v", trigger_id="1.1", in_modal=False, block_id="b")
    ]


def test_a_form_stays_open_with_the_errors_beside_its_fields(slack_edge: Bench) -> None:
    listening(slack_edge, raising(InvalidForm({"first": "Please fill this in.", "elsewhere": "No."})))

    answer = body(slack_edge.send(slack_edge.form()))

    assert answer == {"response_action": "errors", "errors": {"first": "Please fill this in."}}


def test_a_form_that_is_refused_keeps_what_was_typed(slack_edge: Bench) -> None:
    listening(slack_edge, raising(DeskError("Only a supervisor may do this.")))

    answer = body(slack_edge.send(slack_edge.form()))

    assert answer == {"response_action": "errors", "errors": {"first": "Only a supervisor may do this."}}


def test_a_form_gives_way_to_another_view(slack_edge: Bench) -> None:
    listening(slack_edge, lambda _: Show(view={"type": "modal"}))

    answer = body(slack_edge.send(slack_edge.form()))

    assert answer == {"response_action": "update", "view": {"type": "modal"}}


def test_a_form_with_nothing_to_say_closes(slack_edge: Bench) -> None:
    listening(slack_edge, lambda _: None)

    response = slack_edge.send(slack_edge.form())

    assert (response.status, response.body) == (200, "")


@pytest.mark.parametrize("all_at_once", [True, False])
def test_a_form_that_is_closed_is_told_with_what_stood_in_it(slack_edge: Bench, all_at_once: bool) -> None:
    seen: list[Closed] = []
    slack_edge.edge.on_close("try", seen.append)
    slack_edge.edge.catch_the_rest()
    closed = slack_edge.form() | {"type": "view_closed", "is_cleared": all_at_once}

    response = slack_edge.send(closed)

    assert (response.status, response.body) == (200, "")
    assert seen == [Closed(person=OFFICER, view=closed["view"], all_at_once=all_at_once)]


def test_a_form_of_an_older_version_closes_without_a_word(slack_edge: Bench) -> None:
    listening(slack_edge, raising(RuntimeError("not for this one")))

    response = slack_edge.send(slack_edge.form() | {"type": "view_closed"})

    assert (response.status, response.body) == (200, "")
    assert slack_edge.slack.quiet


@pytest.mark.parametrize("error", [Slow(), RuntimeError("secret"), DeskError("No such draft.")])
def test_a_form_closes_whatever_goes_wrong(slack_edge: Bench, error: Exception) -> None:
    slack_edge.edge.on_close("try", raising(error))
    slack_edge.edge.catch_the_rest()

    response = slack_edge.send(slack_edge.form() | {"type": "view_closed"})

    assert (response.status, response.body) == (200, "")
    assert slack_edge.slack.quiet


def test_whoever_was_slower_is_told_who_has_it(slack_edge: Bench) -> None:
    listening(slack_edge, raising(NotYet("It is already with somebody.", holder=ABROAD)))

    answer = body(slack_edge.send(slack_edge.command()))

    pieces = answer["blocks"][0]["elements"][0]["elements"]
    assert {"type": "user", "user_id": "U0ZOE"} in pieces


def test_a_busy_desk_says_that_nothing_was_saved(slack_edge: Bench) -> None:
    listening(slack_edge, raising(Slow()))

    answer = body(slack_edge.send(slack_edge.command()))

    assert sentence(answer) == "The desk is busy; nothing was saved. Try again in a moment."


@pytest.mark.parametrize("error", [Slow(), RuntimeError("secret"), DeskError("No such record.")])
def test_a_page_that_fails_names_the_command_center(slack_edge: Bench, error: Exception) -> None:
    listening(slack_edge, raising(error))

    answer = body(slack_edge.send(slack_edge.command(command="/vital")))

    assert TELEPHONE in sentence(answer)


def test_an_apology_has_a_reference_and_no_more(slack_edge: Bench) -> None:
    listening(slack_edge, raising(RuntimeError("secret")))

    answer = sentence(body(slack_edge.send(slack_edge.command())))

    assert "00000001" in answer
    assert "secret" not in answer
