"""A request that somebody may not see: nothing that the desk shows says that it is there."""

import re

import pytest

from tests.scenarios.at_the_form import fills_in, my_drafts, on_top, opens, opens_section, sees_home
from tests.scenarios.hidden_request import (
    HARBORS,
    MARKS,
    NAME,
    NO_ID,
    NOWHERE,
    OPENS_A_FORM,
    OUTSIDERS,
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
from tests.world import NORA, OLGA, RITA, World

GROUNDS = {"based_on": "grounds", "facts": "Invented."}
NO_REQUEST = (
    "Case and contact: Liaison request that it belongs to: There is no such request. "
    "Write it like LR-2026-00042."
)

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
            before = refusals(world, who, reference)
            hidden = types(world, who, f"{command} {reference}")
            none = types(world, who, f"{command} {NOWHERE}")

            assert without(hidden, reference) == without(none, NOWHERE), f"{who}: {command}"
            assert not any(mark in hidden for mark in MARKS)
            if "I found nothing for" in hidden and command != "/escalate":
                assert refusals(world, who, reference) == before + 1
    for command in commands:
        assert_nothing_of_it(world, types(world, NORA, command), reference, command)
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
    opens(world, NORA, "/liaison fugitive FR")
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
        opens(world, NORA, "/notice new green FR")
        world.fills_hub(NORA, {**NAME, **GROUNDS, "agency": HARBORS, "request_reference": each})
        errors.append(world.submits(NORA, {}).errors)
    homes = {who: sees_home(world, who).plain for who in OUTSIDERS}
    world.after(days=20)

    assert (
        "Somebody works on the same person already. Call Example County Sheriff's Office before you go on."
        in same
    )
    assert reference not in same
    assert menu == []
    assert errors[0] == errors[1] == {"family_name": NO_REQUEST}
    assert "*Your drafts*: 1" in draft.plain
    assert all("Resume" not in sees_home(world, who).buttons for who in OUTSIDERS if who != NORA)
    for who in OUTSIDERS:
        for text in (homes[who], sees_home(world, who).plain, *world.told(who)):
            assert_nothing_of_it(world, text, reference, who)


def assert_nothing_of_it(world: World, text: str, reference: str, where: str) -> None:
    for sign in (*MARKS, reference, record_id(world, reference)):
        assert sign not in text, f"{where} shows {sign}:\n{text}"


def without(text: str, reference: str) -> str:
    """As the same sentence of any reference; each page that was opened meanwhile has a number of its own."""
    text = re.sub(reference, "IT", text, flags=re.IGNORECASE)
    return re.sub(r"ES-\d{4}-\d{5}", "ES", text)
