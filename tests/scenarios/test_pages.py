"""Pages: opened by words or by form, told along the ladder, taken, and resolved."""

import pytest

from bot.sandbox.faults import Fault
from storage.records.people import SYSTEM, PersonId, Role
from tests.world import ADA, DAN, GUS, NINA, NORA, OLGA, ONCALL, RITA, SAM, World

PAGE, TELEPHONE = "ES-2026-00001", "202-616-9000"
HOSTILE = "<!channel> *Approved* =1+1 https://evil.example يصل الطفل"
OPEN, TAKEN = ["Acknowledge", "Escalate now", "Show details"], ["Resolve", "Show details"]


def test_words_page_the_officer_on_duty_at_once(world: World) -> None:
    world.takes_duty(OLGA)

    answer = world.pages(RITA, HOSTILE)

    assert f"Page *{PAGE}* is on its way." in answer
    assert TELEPHONE in answer
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
    assert {"type": "plain_text", "text": HOSTILE, "emoji": False} in [
        each.get("text") for each in form.blocks
    ]
    assert world.sees(RITA, "Only officers and supervisors may do this.")


def test_a_second_page_about_the_same_record_joins_the_first(world: World) -> None:
    request = world.files_request()
    first = world.pages(RITA, f"{request} the flight leaves at noon")
    second = world.pages(OLGA, f"{request.lower()}: the gate has changed")
    world.clicks(DAN, "Acknowledge", world.page(PAGE))
    third = world.pages(OLGA, f"{request} they are on board")
    world.clicks(DAN, "Show details", world.page(PAGE))

    assert f"Page *{PAGE}* about {request} is on its way." in first
    assert f"Page *{PAGE}* about {request} is open already, and your words were added to it." in second
    assert f"It is with <@{DAN}>." in third
    assert f"*{PAGE}*: <@{OLGA}> has paged again" in world.said(ONCALL)[-1]
    assert f"*{PAGE}*: <@{OLGA}> has paged again" in world.told(DAN)[-1]
    details = world.sees(DAN, "the flight leaves at noon")
    assert details.index("the flight") < details.index("the gate has changed") < details.index("on board")


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
def test_a_record_that_may_not_be_seen_is_as_one_that_is_not_there(world: World) -> None:
    world.files_request()
    world.bot.desk.people.grant(PersonId(NORA), Role.REQUESTER, by=SYSTEM)

    hidden = world.pages(NORA, "LR-2026-00001 come now")
    missing = world.pages(NORA, "LR-2026-00002 come now")

    assert "I found nothing for “LR-2026-00001” that you may see." in hidden
    assert TELEPHONE in hidden
    assert missing == hidden.replace("00001", "00002", 1)
    assert world.said(ONCALL) == []


def test_a_page_that_nobody_answers_climbs_the_ladder_to_its_loud_end(world: World) -> None:
    world.takes_duty(OLGA, hours=8)
    world.takes_duty(DAN, hours=8, starts_in=8)
    world.pages(RITA, "come now")

    told = [reached(world)]
    for minutes in (5, 5, 5, 10):
        world.after(minutes=minutes - 1)
        early = reached(world)
        world.after(minutes=1)
        assert early == told[-1]
        told.append(reached(world))

    assert told[:3] == [{OLGA}, {OLGA, DAN}, {OLGA, DAN, SAM}]
    everybody, end = world.said(ONCALL)[1:]
    assert f"<!channel> *{PAGE}*: nobody has it yet." in everybody
    assert f"<!channel> :rotating_light: *{PAGE}: NOBODY ANSWERED.*" in end
    assert TELEPHONE in end
    assert f"nobody answered. Call the command center: {TELEPHONE}" in world.page(PAGE, DAN).plain
    assert world.page(PAGE).buttons == ["Acknowledge", "Show details"]
    assert [len(world.told(each)) for each in (OLGA, DAN, SAM, NINA)] == [1, 1, 1, 0]


def test_also_at_its_loud_end_a_page_is_taken_from_any_of_its_messages(world: World) -> None:
    world.pages(RITA, "come now")
    world.after(minutes=5)
    world.after(minutes=10)
    end = world.slack.messages(ONCALL)[-1]
    assert "NOBODY ANSWERED" in end.plain

    world.clicks(OLGA, "Acknowledge", end)
    world.clicks(DAN, "Acknowledge", end)

    assert f"<@{OLGA}>" in world.page(PAGE).plain
    assert world.sees(DAN, "It is already with somebody: nothing was changed. It is with <@U0OLGA>.")


def test_with_nobody_on_duty_it_goes_straight_on_and_says_so(world: World) -> None:
    world.takes_duty(DAN, starts_in=3)

    answer = world.pages(RITA, "come now")

    assert "Nobody is on duty" in answer
    assert reached(world) == {DAN}
    assert "Nobody was on duty" in world.page(PAGE, DAN).plain


def test_a_rung_whose_people_are_told_already_is_not_waited_for(world: World) -> None:
    world.takes_duty(SAM)
    world.pages(RITA, "come now")

    world.after(minutes=5)

    assert reached(world) == {SAM}
    assert len(world.told(SAM)) == 1
    assert "<!channel>" in world.said(ONCALL)[-1]


def test_who_acknowledges_is_named_with_the_time_wherever_the_page_stands(world: World) -> None:
    world.takes_duty(OLGA)
    world.pages(RITA, "come now")
    world.after(minutes=5)
    before = world.page(PAGE), world.page(PAGE, OLGA), world.page(PAGE, SAM)

    world.clicks(NINA, "Acknowledge", world.page(PAGE))
    world.after(hours=1)

    after = world.page(PAGE), world.page(PAGE, OLGA), world.page(PAGE, SAM)
    assert [each.ts for each in after] == [each.ts for each in before]
    for message in after:
        assert f":white_check_mark: *{PAGE}*  Acknowledged" in message.plain
        assert f"*Acknowledged*\n<@{NINA}>, <!date^" in message.plain
        assert "(07:05 EST at the desk)" in message.plain
        assert message.buttons == TAKEN
    assert world.sees(NINA, f"You have *{PAGE}*.")
    assert len(world.said(ONCALL)) == 1


def test_escalate_now_tells_the_next_without_waiting(world: World) -> None:
    world.takes_duty(OLGA)
    world.takes_duty(DAN, starts_in=8)
    world.pages(RITA, "come now")

    world.clicks(OLGA, "Escalate now", world.page(PAGE, OLGA))

    assert reached(world) == {OLGA, DAN}
    assert world.sees(OLGA, f"*{PAGE}* goes to the next of the ladder now.")


def test_resolving_asks_what_came_of_it_and_no_channel_shows_that(world: World) -> None:
    world.takes_duty(OLGA)
    world.pages(RITA, "come now")
    opened = world.page(PAGE)
    world.clicks(OLGA, "Acknowledge", opened)
    world.after(minutes=30)

    world.clicks(OLGA, "Resolve", world.page(PAGE, OLGA))
    world.submits(OLGA, {"outcome": "The child is safe at home."})
    world.clicks(DAN, "Show details", world.page(PAGE))

    for message in (world.page(PAGE), world.page(PAGE, OLGA)):
        assert f"*Resolved*\n<@{OLGA}>, <!date^" in message.plain
        assert "(07:30 EST at the desk)" in message.plain
        assert "safe" not in message.plain
        assert message.buttons == ["Show details"]
    assert world.sees(DAN, "The child is safe at home.")


def test_a_resolved_page_is_not_taken_or_resolved_again(world: World) -> None:
    world.pages(RITA, "come now")
    world.after(minutes=5)
    everybody = world.slack.messages(ONCALL)[-1]
    world.clicks(OLGA, "Acknowledge", everybody)
    for officer in (OLGA, DAN):
        world.clicks(officer, "Resolve", world.page(PAGE))
    world.submits(OLGA, {"outcome": "Done."})

    world.submits(DAN, {"outcome": "Done as well."})
    world.clicks(NINA, "Acknowledge", everybody)

    assert world.slack.views(DAN)[-1].errors == {"outcome": f"{PAGE} is resolved already."}
    assert world.sees(NINA, f"{PAGE} is resolved already. It is with <@{OLGA}>.")


@pytest.mark.parametrize("world", ["socket mode, sqlite"], indirect=True)
@pytest.mark.parametrize("who", [RITA, ADA, NORA])
def test_only_the_desk_acknowledges(world: World, who: str) -> None:
    world.pages(OLGA, "come now")

    world.clicks(who, "Acknowledge", world.page(PAGE))
    world.clicks(who, "Escalate now", world.page(PAGE))

    refused = [each.plain for each in world.slack.ephemerals(who)]
    assert world.page(PAGE).buttons == OPEN
    assert len(refused) == 2


def test_somebody_without_a_role_pages_and_a_guest_does_not(world: World) -> None:
    about = world.pages(NORA, f"{world.files_request()} come now")
    guest = world.pages(GUS, "come now")
    answer = world.pages(NORA, "come now")

    assert "A page that names no record is open to you." in about
    assert "This desk answers people of its own workspace" in guest
    assert TELEPHONE in guest
    assert f"Page *{PAGE}* is on its way." in answer
    assert f"by <@{NORA}>" in world.page(PAGE).plain


def test_whom_slack_cannot_name_can_page_and_nothing_else(world: World) -> None:
    world.takes_duty(OLGA)
    world.slack.faults.add(Fault(method="users.info", kind="api_error", times=None))

    refused = [world.asks(NORA, line) for line in ("/oncall", "/liaison mine", "/notice list")]
    answer = world.pages(NORA, "come now")
    world.clicks(NORA, "Acknowledge", world.page(PAGE))

    assert all("I could not check who you are" in each for each in refused)
    assert "is on its way. I could not check who you are" in answer
    assert "Identity unchecked" in world.page(PAGE, OLGA).plain
    assert f"by <@{NORA}>" in world.page(PAGE, OLGA).plain
    assert world.sees(NORA, "I could not check who you are, so nothing was done.")


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
    world.slack.wait_for(lambda: len(list(world.slack.faults)) == 0)
    world.settle()

    assert [each[16:31] for each in world.told(OLGA)] == []
    assert len(world.said(ONCALL)) == 3


def reached(world: World) -> set[str]:
    """Who of the desk has the page in their direct messages."""
    return {who for who in (OLGA, DAN, NINA, SAM) if any(PAGE in text for text in world.told(who))}
