"""Who is it: known people at once, others by asking Slack, and nobody by what they call themselves."""

import pytest

from handlers.asking import Asked, Submitted
from storage.records.people import Person, PersonId
from tests.handlers.examples import OFFICER
from tests.handlers.slack_edge import Bench, body, listening, sentence

STRANGER = "U0STRANGER"


def test_a_stranger_is_asked_about_once(slack_edge: Bench) -> None:
    slack_edge.slack.users[STRANGER] = {"id": STRANGER, "team_id": "T1", "tz": "Europe/Paris"}
    seen: list[Person] = []
    listening(slack_edge, lambda asked: seen.append(asked.person))

    slack_edge.send(slack_edge.command(user=STRANGER))
    slack_edge.send(slack_edge.command(user=STRANGER))

    assert slack_edge.slack.next_call()[0] == "users.info"
    assert slack_edge.slack.quiet
    assert [(person.outside, person.timezone) for person in seen] == [(False, "Europe/Paris")] * 2


@pytest.mark.parametrize("sign", ["is_restricted", "is_ultra_restricted", "is_stranger"])
def test_a_guest_is_from_outside(slack_edge: Bench, sign: str) -> None:
    slack_edge.slack.users[STRANGER] = {"id": STRANGER, "team_id": "T1", sign: True}
    seen: list[Person] = []
    listening(slack_edge, lambda asked: seen.append(asked.person))

    slack_edge.send(slack_edge.command(user=STRANGER))

    assert seen[0].outside


def test_a_person_of_another_workspace_has_a_key_of_their_own(slack_edge: Bench) -> None:
    slack_edge.slack.users[OFFICER.id] = {"id": OFFICER.id, "team_id": "T9"}
    seen: list[Person] = []
    listening(slack_edge, lambda clicked: seen.append(clicked.person))

    slack_edge.send(slack_edge.click(team="T9"))

    assert (seen[0].id, seen[0].outside, seen[0].role) == (PersonId(f"T9/{OFFICER.id}"), True, None)


def test_nothing_is_done_for_somebody_whom_slack_cannot_name(slack_edge: Bench) -> None:
    slack_edge.slack.down = True
    done: list[Asked] = []
    listening(slack_edge, done.append)

    answer = body(slack_edge.send(slack_edge.command(user=STRANGER)))

    assert done == []
    assert sentence(answer).startswith("I could not check who you are")


def test_a_page_goes_out_for_somebody_whom_slack_cannot_name(slack_edge: Bench) -> None:
    slack_edge.slack.down = True
    done: list[Asked] = []
    listening(slack_edge, done.append)

    slack_edge.send(slack_edge.command(user=STRANGER, command="/vital"))

    assert [(asked.person.id, asked.unchecked) for asked in done] == [(STRANGER, True)]


def test_a_page_by_form_goes_out_for_somebody_whom_slack_cannot_name(slack_edge: Bench) -> None:
    slack_edge.slack.down = True
    done: list[Submitted] = []
    slack_edge.edge.on_form("vital", done.append, vital=True)

    slack_edge.send(slack_edge.form(callback_id="vital", user=STRANGER))

    assert [submitted.unchecked for submitted in done] == [True]


def test_an_account_that_was_closed_is_known_at_once(slack_edge: Bench) -> None:
    slack_edge.edge.on_account_change()

    slack_edge.send(
        slack_edge.event("user_change", user={"id": OFFICER.id, "team_id": "T1", "deleted": True})
    )

    assert slack_edge.people.by_id[OFFICER.id].deactivated
    assert slack_edge.people.by_id[OFFICER.id].role == OFFICER.role


def test_an_account_that_the_desk_does_not_know_is_not_learned(slack_edge: Bench) -> None:
    slack_edge.edge.on_account_change()

    slack_edge.send(slack_edge.event("user_change", user={"id": STRANGER, "team_id": "T1"}))

    assert STRANGER not in slack_edge.people.by_id
