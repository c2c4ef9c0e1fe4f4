"""Who cannot notice a page now: it goes further up at once, and names the command center's telephone."""

from dataclasses import replace

import pytest

from bot.sandbox.faults import Fault
from storage.records.people import SYSTEM, PersonId, Role
from tests.world import DAN, NINA, OLGA, ONCALL, RITA, SAM, World

PAGE, TELEPHONE = "ES-2026-00001", "202-616-9000"
CALL = f"Call the command center: {TELEPHONE}."


def test_an_officer_in_do_not_disturb_is_told_and_not_waited_for(world: World) -> None:
    world.takes_duty(OLGA)
    world.takes_duty(DAN, starts_in=8)
    world.slack.do_not_disturb(OLGA, minutes=60)

    world.pages(RITA, "come now")

    for message in (world.page(PAGE), world.page(PAGE, DAN)):
        assert f"<@{OLGA}> is in do not disturb, so it went on without waiting for them." in message.plain
        assert CALL in message.plain
    assert world.page(PAGE, OLGA).buttons[0] == "Acknowledge", "they may take it all the same"
    assert f"<@{OLGA}> is in do not disturb, so it went on" in world.thread(PAGE)


def test_a_flash_page_does_not_wait_for_its_repetition_to_somebody_who_sees_nothing(world: World) -> None:
    world.takes_duty(OLGA)
    world.takes_duty(DAN, starts_in=8)
    world.slack.do_not_disturb(OLGA, minutes=60)

    world.files_request(priority="flash")

    assert world.page(PAGE, DAN).buttons[0] == "Acknowledge"
    assert len([text for text in world.told(OLGA) if PAGE in text]) == 1


def test_once_the_quiet_hours_are_over_a_page_waits_for_them_again(world: World) -> None:
    world.takes_duty(OLGA)
    world.slack.do_not_disturb(OLGA, minutes=30)
    world.after(minutes=31)

    world.pages(RITA, "come now")

    assert "do not disturb" not in world.page(PAGE).plain
    assert world.told(SAM) == []


def test_of_two_supervisors_one_in_do_not_disturb_does_not_hurry_the_page(world: World) -> None:
    second_supervisor(world, NINA)
    world.slack.do_not_disturb(SAM, minutes=60)

    world.pages(RITA, "come now")
    first = world.said(ONCALL)
    world.after(minutes=5)

    assert not any("<!channel>" in text for text in first)
    assert "<!channel>" in world.said(ONCALL)[-1]


def test_the_roster_names_somebody_who_is_deactivated(world: World) -> None:
    world.takes_duty(OLGA)
    deactivated(world, OLGA)

    answer = world.pages(RITA, "come now")

    assert "Nobody is on duty, so it goes straight on to whoever can be told." in answer
    assert world.told(OLGA) == []
    assert f"The roster names <@{OLGA}>, who is deactivated or has no role any more" in world.page(PAGE).plain
    assert CALL in world.page(PAGE).plain
    assert world.page(PAGE, SAM).buttons[0] == "Acknowledge"


def test_slack_refuses_a_message_to_somebody_whom_the_desk_still_counts_on(world: World) -> None:
    """Their account was deactivated, and the desk has not heard of it yet."""
    world.takes_duty(OLGA)
    workspace = world.slack._slack.workspace
    workspace.put_person(replace(workspace.people[OLGA], deleted=True))

    world.pages(RITA, "come now")

    assert f"Slack refused the message to <@{OLGA}>" in world.page(PAGE).plain
    assert CALL in world.page(PAGE).plain
    assert world.page(PAGE, SAM).buttons[0] == "Acknowledge"
    assert len(world.said(ONCALL)) == 1, "the page itself is what was given up, so no other page is opened"


@pytest.mark.parametrize("world", ["socket mode, sqlite"], indirect=True)
def test_a_page_goes_its_way_when_slack_does_not_say_who_is_quiet(world: World) -> None:
    world.takes_duty(OLGA)
    world.slack.faults.add(Fault(method="dnd.info", kind="error500", times=None))

    world.pages(RITA, "come now")
    world.after(minutes=5)

    assert world.page(PAGE, OLGA).buttons[0] == "Acknowledge"
    assert world.page(PAGE, SAM).buttons[0] == "Acknowledge"


def second_supervisor(world: World, who: str) -> None:
    world.bot.desk.people.grant(PersonId(who), Role.SUPERVISOR, by=SYSTEM)


def deactivated(world: World, who: str) -> None:
    """And the desk has heard of it."""
    world.slack.deactivate(who)
    world.slack.wait_for(lambda: (known := world.bot.desk.people.known(PersonId(who))) and known.deactivated)
