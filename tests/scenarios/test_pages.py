"""Pages: opened by words or by form, for a record or on their own, and read by those who answer them."""

import pytest

from bot.sandbox.faults import Fault
from storage.records.people import SYSTEM, PersonId, Role
from tests.world import ADA, DAN, GUS, NORA, OLGA, ONCALL, RITA, SAM, World

PAGE, TELEPHONE = "ES-2026-00001", "202-616-9000"
HOSTILE = "<!channel> *Approved* =1+1 https://evil.example يصل الطفل"
ONLY_THE_DESK = "Only officers and supervisors may do this."
OPEN = ["Acknowledge", "Escalate now", "Hand to…", "Add note", "Show details", "Timeline"]


def test_words_page_the_officer_on_duty_at_once(world: World) -> None:
    world.takes_duty(OLGA)

    answer = world.pages(RITA, HOSTILE)

    assert f"Page *{PAGE}* is on its way. It went to <@{OLGA}>." in answer
    assert TELEPHONE in answer
    assert f"`/liaison status {PAGE}` tells where it stands." in answer
    for message in (world.page(PAGE), world.page(PAGE, OLGA)):
        assert f":rotating_light: *{PAGE}*  Nobody has it yet" in message.plain
        assert "no record yet" in message.plain
        assert "Nobody was on duty" not in message.plain
        assert "Approved" not in message.plain
        assert message.buttons == OPEN
    assert world.told(DAN) == world.told(SAM) == []


def test_the_words_are_for_those_who_answer_pages(world: World) -> None:
    world.pages(RITA, HOSTILE)

    world.clicks(OLGA, "Show details", world.page(PAGE))
    world.clicks(RITA, "Show details", world.page(PAGE))

    form = world.slack.view(OLGA)
    assert form is not None
    stored = HOSTILE.replace("https://evil.example", "hxxps://evil[.]example")
    assert {"type": "plain_text", "text": stored, "emoji": False} in [
        each.get("text") for each in form.blocks
    ]
    assert world.sees(RITA, ONLY_THE_DESK)


def test_a_second_page_about_the_same_record_joins_the_first(world: World) -> None:
    request = world.files_request()
    first = world.pages(RITA, f"{request} the flight leaves at noon")
    second = world.pages(OLGA, f"{request.lower()}: the gate has changed")
    world.clicks(DAN, "Acknowledge", world.page(PAGE))
    third = world.pages(OLGA, f"{request} they are on board")
    world.clicks(DAN, "Show details", world.page(PAGE))

    assert f"Page *{PAGE}* about {request} is on its way." in first
    assert f"Page *{PAGE}* about {request} is open already, and your words were added to it." in second
    assert "It went to <@U0SAM>, and nobody has it yet." in second
    assert f"It is with <@{DAN}> since <!date^" in third
    assert f"; they were told again. If they do not answer, call the command center: {TELEPHONE}." in third
    assert f"*{PAGE}*: <@{OLGA}> has paged again" in world.said(ONCALL)[-1]
    assert f"*{PAGE}*: <@{OLGA}> has paged again" in world.told(DAN)[-1]
    details = world.sees(DAN, "the flight leaves at noon")
    assert details.index("the flight") < details.index("the gate has changed") < details.index("on board")


def test_whoever_paged_hears_how_it_goes_on(world: World) -> None:
    world.pages(RITA, HOSTILE)
    world.after(minutes=5)
    world.after(minutes=10)
    unanswered = world.told(RITA)[-1]
    world.clicks(OLGA, "Acknowledge", world.page(PAGE))
    taken = world.told(RITA)[-1]
    world.clicks(DAN, "Resolve", world.page(PAGE))
    world.submits(DAN, {"outcome": "SECRET outcome"})

    assert unanswered == (
        f":rotating_light: *{PAGE}*: nobody has answered your page, "
        f"so call the command center now: {TELEPHONE}."
    )
    assert taken == f":white_check_mark: Your page *{PAGE}* is now with <@{OLGA}>."
    assert world.told(RITA)[-1] == f":white_check_mark: Your page *{PAGE}* is resolved by <@{DAN}>."
    assert len(world.told(RITA)) == 3


def test_where_a_page_stands_is_for_whoever_paged_and_for_the_desk(world: World) -> None:
    world.takes_duty(OLGA)
    world.pages(NORA, HOSTILE)

    waiting = world.asks(NORA, f"/liaison status {PAGE}")
    world.clicks(OLGA, "Acknowledge", world.page(PAGE))
    taken = [world.asks(who, "/notice status es 2026 1") for who in (NORA, DAN, SAM, ADA)]
    hidden, missing = (world.asks(RITA, f"/liaison status {each}") for each in (PAGE, "ES-2026-00002"))

    assert f":rotating_light: *{PAGE}*  Nobody has it yet" in waiting
    assert f"If it cannot wait, call the command center: {TELEPHONE}." in waiting
    assert len(set(taken)) == 1
    assert f"*Acknowledged*\n<@{OLGA}>, <!date^" in taken[0]
    assert "Approved" not in waiting + taken[0]
    assert "Show details" not in taken[0]
    assert f"I found nothing for “{PAGE}” that you may see." in hidden
    assert missing == hidden.replace(PAGE, "ES-2026-00002")


def test_the_bare_command_opens_a_form_that_pages(world: World) -> None:
    request = world.files_request()
    world.takes_duty(OLGA)

    world.types(RITA, "/escalate")
    form = world.sees(RITA, "What must the officer know?")
    world.submits(RITA, {"words": "Call me", "reference": request.lower(), "priority": "flash"})

    assert TELEPHONE in form
    assert world.sees(RITA, f"Page *{PAGE}* about {request} is on its way.")
    assert "*Priority*\nFlash" in world.page(PAGE, OLGA).plain


@pytest.mark.parametrize("world", ["socket mode, sqlite"], indirect=True)
def test_a_page_goes_out_also_with_a_reference_that_leads_nowhere(world: World) -> None:
    world.files_request()
    world.bot.desk.people.grant(PersonId(NORA), Role.REQUESTER, by=SYSTEM)

    hidden = world.pages(NORA, "LR-2026-00001 come now")
    missing = world.pages(NORA, "LR-2026-00002 come now")

    assert "I found nothing for “LR-2026-00001” that you may see, so it is not linked." in hidden
    assert TELEPHONE in hidden
    assert missing == hidden.replace("LR-2026-00001", "LR-2026-00002").replace(PAGE, "ES-2026-00002")
    assert "LR-2026-00001" in world.page(PAGE).plain


@pytest.mark.parametrize("world", ["socket mode, sqlite"], indirect=True)
@pytest.mark.parametrize(
    ("who", "sentence"),
    [(RITA, ONLY_THE_DESK), (ADA, ONLY_THE_DESK), (NORA, "You have no role on this desk")],
)
def test_only_the_desk_acknowledges(world: World, who: str, sentence: str) -> None:
    world.pages(OLGA, "come now")

    world.clicks(who, "Acknowledge", world.page(PAGE))
    world.clicks(who, "Escalate now", world.page(PAGE))

    world.slack.wait_for(lambda: len(world.slack.ephemerals(who)) == 2)
    assert all(sentence in each.plain for each in world.slack.ephemerals(who))
    assert world.page(PAGE).buttons == OPEN


def test_somebody_without_a_role_pages_and_a_guest_does_not(world: World) -> None:
    about = world.pages(NORA, f"{world.files_request()} come now")
    guest = world.pages(GUS, "come now")
    answer = world.pages(NORA, "come now")

    assert f"Page *{PAGE}*" in about
    assert "so it is not linked" in about
    assert "This desk answers people of its own workspace" in guest
    assert TELEPHONE in guest
    assert "Page *ES-2026-00002* is on its way." in answer
    assert f"by <@{NORA}>" in world.page(PAGE).plain


def test_whom_slack_cannot_name_can_page_and_nothing_else(world: World) -> None:
    world.takes_duty(OLGA)
    world.slack.faults.add(Fault(method="users.info", kind="api_error", times=None))

    refused = [world.asks(NORA, line) for line in ("/oncall", "/liaison mine", "/notice list")]
    answer = world.pages(NORA, "come now")
    world.clicks(NORA, "Acknowledge", world.page(PAGE))
    world.types(NORA, "/escalate")
    world.submits(NORA, {"words": "come now", "reference": "lr 2026 9"})

    assert all("I could not check who you are" in each for each in refused)
    assert "is on its way. I could not check who you are" in answer
    assert "Identity unchecked" in world.page(PAGE, OLGA).plain
    assert f"by <@{NORA}>" in world.page(PAGE, OLGA).plain
    assert world.sees(NORA, "I could not check who you are, so nothing was done.")
    assert world.sees(NORA, "Page *ES-2026-00002* about LR-2026-00009 is on its way.")
    assert "Identity unchecked" in world.page("ES-2026-00002", OLGA).plain


@pytest.mark.parametrize("world", ["socket mode, sqlite"], indirect=True)
def test_a_page_goes_out_in_time_when_slack_says_nothing_at_all(world: World) -> None:
    world.slack.faults.add(Fault(method="users.info", kind="silent", times=None))

    answer = world.pages(NORA, "come now")

    assert f"Page *{PAGE}* is on its way." in answer
    assert "Identity unchecked" in world.page(PAGE).plain


@pytest.mark.parametrize("world", ["socket mode, sqlite", "socket mode, postgresql"], indirect=True)
def test_an_envelope_that_comes_twice_pages_once(world: World) -> None:
    request = world.files_request()
    world.takes_duty(OLGA)

    for words in ("come now", f"{request} come now", f"{request} come at once"):
        world.slack.faults.add(Fault(kind="repeat_next"))
        assert "Something went wrong" not in world.pages(RITA, words)
    world.slack.wait_for(lambda: not list(world.slack.faults))
    world.settle()

    shown = [each.partition("\n")[0] for each in world.said(ONCALL)]
    assert len(shown) == 3
    assert "*ES-2026-00001*  Nobody has it yet" in shown[0]
    assert "*ES-2026-00002*  Nobody has it yet" in shown[1]
    assert f"*ES-2026-00002*: <@{RITA}> has paged again" in shown[2]
    assert [world.thread(each).count("opened by") for each in (PAGE, "ES-2026-00002")] == [1, 1]
    assert len(world.told(OLGA)) == 2
