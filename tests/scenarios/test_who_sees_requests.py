"""A request that somebody may not see: no command, button, form, list, menu, Home or error says that it is there."""

import re

import pytest

from tests.scenarios.at_the_form import fills_in, my_drafts, on_top, opens, opens_section, sees_home
from tests.scenarios.hidden_request import (
    COLE,
    HARBORS,
    MARKS,
    NAME,
    NO_ID,
    NOWHERE,
    OPENS_A_FORM,
    OUTSIDERS,
    TESS,
    buttons_of,
    everybody_is_there,
    files_hidden,
    lives,
    plants,
    presses,
    record_id,
    refusals,
    subcommands,
    types,
)
from tests.world import ADA, DAN, IDENTITY, NORA, OLGA, RITA, World

on_socket = pytest.mark.parametrize("world", ["socket mode, sqlite"], indirect=True)
on_http = pytest.mark.parametrize("world", ["http mode, postgresql"], indirect=True)


@on_http
def test_no_command_tells_it_from_one_that_does_not_exist(world: World) -> None:
    everybody_is_there(world)
    reference = files_hidden(world)
    lives(world, reference)
    commands = subcommands(world)

    for who in OUTSIDERS:
        for command in commands:
            alone = types(world, who, command)
            before = refusals(world, who, reference)
            hidden = types(world, who, f"{command} {reference}")
            none = types(world, who, f"{command} {NOWHERE}")

            assert without(hidden, reference) == without(none, NOWHERE), f"{who}: {command}"
            assert_nothing_of_it(world, alone, reference, f"{who}: {command}")
            assert not any(mark in hidden for mark in MARKS)
            if "I found nothing for" in hidden and command != "/escalate":
                assert refusals(world, who, reference) == before + 1
    assert len(commands) > 30
    assert refusals(world, NORA, reference) == 2  # By /liaison status and by /notice status.
    listed = [
        types(world, NORA, f"/liaison list {words}") for words in ("", "kind:cybertip", "tag:icac", "over")
    ]
    assert all(": 0 found" in each for each in listed)


@on_socket
def test_no_button_works_for_whoever_may_not_see_it_and_each_try_is_in_the_trail(world: World) -> None:
    everybody_is_there(world)
    reference = files_hidden(world)
    lives(world, reference)
    world.asks(OLGA, "/liaison list")
    world.reads(OLGA, world.card(reference))
    request = record_id(world, reference)
    with world.bot.database.reading() as stores:
        [alert] = stores.alerts.of(request)
        page = stores.escalations.by_reference("ES-2026-00001")
        assert page is not None
    buttons = buttons_of(world, request, alert.id, page.id)

    for button in buttons:
        there, nowhere = plants(world, button), plants(world, (button[0], NO_ID))
        for who in OUTSIDERS:
            subjects = (reference, request, alert.id, page.id, page.reference)
            before = refusals(world, who, *subjects)
            hidden, none = presses(world, who, there), presses(world, who, nowhere)

            assert hidden == none, f"{who}: {button[0]}"
            assert_nothing_of_it(world, hidden, reference, f"{who}: {button[0]}")
            assert bool(world.slack.views(who)) is (button[0] in OPENS_A_FORM), f"{who}: {button[0]}"
            if button[0] not in OPENS_A_FORM:
                assert refusals(world, who, *subjects) == before + 1, f"{who}: {button[0]}"
            for view in world.slack.views(who):
                world.slack.close(who, view)
    pressed = {action_id for action_id, _ in buttons}
    assert pressed > {
        "alert:acknowledge",
        "request:text",
        "watch:on",
        "page:details",
        "step:request:withdraw",
    }
    assert len(pressed) > 25


@on_http
def test_no_form_list_menu_home_or_message_shows_it_and_the_same_subject_only_names_a_unit(
    world: World,
) -> None:
    everybody_is_there(world)
    reference = files_hidden(world)
    lives(world, reference)
    draft = my_drafts(world, RITA)
    opens(world, NORA, "/liaison child FR")
    fills_in(world, NORA, **NAME, facts="Invented example.", agency=HARBORS)
    same = world.submits(NORA, {}).views[-1].plain
    opens(world, NORA, "/liaison cybertip FR")
    opens_section(world, NORA, "routing")
    menu = [
        each
        for words in (*MARKS, reference)
        for each in world.slack.options(NORA, on_top(world, NORA), "find:agency:task_force", words)
    ]
    errors = []
    for each in (reference, NOWHERE):
        opens(world, NORA, "/notice new green")
        block = {
            "grounds": "Invented.",
            "assessor": "Example",
            "assessment": "Invented.",
            "request_reference": each,
        }
        errors.append(world.submits(NORA, {**IDENTITY, **NAME, **block, "agency": HARBORS}).errors)
    homes = {who: sees_home(world, who).plain for who in OUTSIDERS}
    world.after(days=20)

    assert (
        "Somebody works on the same person already. Call Example County Sheriff's Office before you go on."
        in same
    )
    assert reference not in same
    assert menu == []
    assert (
        errors[0]
        == errors[1]
        == {"request_reference": "There is no such request. Write it like LR-2026-00042."}
    )
    assert "*Your drafts*: 1" in draft.plain
    assert all("Resume" not in sees_home(world, who).buttons for who in OUTSIDERS if who != NORA)
    for who in OUTSIDERS:
        for text in (homes[who], sees_home(world, who).plain, *world.told(who)):
            assert_nothing_of_it(world, text, reference, who)


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


def assert_nothing_of_it(world: World, text: str, reference: str, where: str) -> None:
    for sign in (*MARKS, reference, record_id(world, reference)):
        assert sign not in text, f"{where} shows {sign}:\n{text}"


def without(text: str, reference: str) -> str:
    """As the same sentence of any reference; each page that was opened meanwhile has a number of its own."""
    text = re.sub(reference, "IT", text, flags=re.IGNORECASE)
    return re.sub(r"ES-\d{4}-\d{5}", "ES", text)
