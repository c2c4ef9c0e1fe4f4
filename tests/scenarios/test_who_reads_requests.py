"""Who may read a request, and what they may do with it: auditors, alerted agencies, colleagues."""

import pytest

from tests.scenarios.at_the_form import sees_home
from tests.scenarios.hidden_request import (
    COLE,
    MARKS,
    TESS,
    buttons_of,
    everybody_is_there,
    files_hidden,
    lives,
    plants,
    presses,
    record_id,
)
from tests.world import ADA, DAN, OLGA, RITA, World

on_socket = pytest.mark.parametrize("world", ["socket mode, sqlite"], indirect=True)
on_http = pytest.mark.parametrize("world", ["http mode, postgresql"], indirect=True)


@on_socket
def test_an_auditor_reads_it_and_does_nothing_and_each_read_is_in_the_trail(world: World) -> None:
    everybody_is_there(world)
    reference = files_hidden(world)
    lives(world, reference)
    status, listed = (world.asks(ADA, line) for line in (f"/liaison status {reference}", "/liaison list"))
    details = world.reads(ADA, world.card(reference))
    steps = [each for each in buttons_of(world, record_id(world, reference)) if each[0].startswith("step:")]
    answers = {button[0]: presses(world, ADA, plants(world, button)) for button in steps}

    assert reference in status
    assert reference in listed
    assert not any(mark in status + listed for mark in MARKS)
    assert "SECRET facts" in details
    assert "SECRETFAMILY" not in details
    assert "third-agency log" not in details
    assert len(answers) > 15
    assert set(answers.values()) <= {
        f"{each}That did not work."
        for each in (
            "Only officers and supervisors may do this.",
            "Only a supervisor may do this.",
            "Your role only reads on this desk. Ask an officer to do this.",
        )
    }
    trail = [(entry.action, entry.outcome) for entry in world.audited(reference) if entry.actor == ADA]
    assert trail[0] == ("request.read", "done")
    assert len([each for each in trail if each[1] == "refused"]) == len(steps)


@on_http
def test_an_agency_that_was_alerted_reads_it_and_a_colleague_of_the_filer_works_with_it(world: World) -> None:
    everybody_is_there(world)
    reference = files_hidden(world)
    [alert] = world.slack.dms(TESS)
    details = world.reads(TESS, alert)
    add = next(each for each in buttons_of(world, record_id(world, reference)) if "supplement" in each[0])
    refused = presses(world, TESS, plants(world, add))
    world.clicks(TESS, "Acknowledge", alert)
    colleague = world.asks(COLE, "/liaison list")

    assert reference in alert.plain
    assert not any(mark in alert.plain + alert.text for mark in MARKS)
    assert "SECRET facts" in details
    assert "SECRETFAMILY" not in details
    assert "Only the agency that asks, or an officer, adds to this request." in refused
    assert f"Acknowledged by <@{TESS}>" in world.slack.dms(TESS)[0].plain
    assert "US agencies alerted: 1; acknowledged: 1" in world.card(reference).plain
    assert reference in colleague
    assert world.told(COLE) == []


@on_socket
def test_an_alerted_agency_does_not_answer_for_the_one_that_asks(world: World) -> None:
    everybody_is_there(world)
    reference = files_hidden(world)
    world.steps(OLGA, "Claim", reference)
    world.steps(OLGA, "Ask for information", reference, missing="SECRET question")
    buttons = buttons_of(world, record_id(world, reference))
    answer = next(each for each in buttons if each[0] == "step:request:info")
    shown = presses(world, TESS, plants(world, answer))

    assert "SECRET question" not in shown
    assert "That did not work." in shown
    assert "waiting for information" in world.card(reference).plain


@on_socket
def test_whoever_loses_their_role_sees_nothing_of_it_any_more(world: World) -> None:
    everybody_is_there(world)
    reference = files_hidden(world)
    [own] = world.slack.dms(RITA)
    sees_home(world, RITA)
    world.steps(DAN, "Claim", reference)
    world.asks(RITA, "/liaison mine")
    world.bot.desk.people.revoke("U0RITA", by="system")  # type: ignore[arg-type]
    world.settle()
    answers = [
        world.answer_to_click(RITA, label, own) for label in ("Show details", "Add details", "Withdraw")
    ]
    said = [
        world.asks(RITA, line) for line in (f"/liaison status {reference}", "/liaison list", "/liaison mine")
    ]
    home = world.slack.home(RITA)

    assert (
        set(answers) == set(said) == {"You have no role on this desk yet. Ask a supervisor to give you one."}
    )
    assert home is not None
    assert reference not in home.plain
