"""The way of a page: up the ladder until somebody has it, and down to what came of it."""

from bot.sandbox.messages import Message
from tests.world import DAN, NINA, OLGA, ONCALL, RITA, SAM, World

PAGE, TELEPHONE = "ES-2026-00001", "202-616-9000"
TAKEN = ["Resolve", "Hand to…", "Add note", "Show details", "Timeline"]
AT_ITS_END = ["Acknowledge", "Hand to…", "Add note", "Show details", "Timeline"]


def test_a_page_that_nobody_answers_climbs_the_ladder_to_its_loud_end(world: World) -> None:
    world.takes_duty(OLGA, hours=8)
    world.takes_duty(DAN, hours=8, starts_in=8)
    world.pages(RITA, "come now")

    told = [reached(world)]
    loud = [world.said(ONCALL)[1:]]
    for minutes in (5, 5, 5, 10):
        world.after(minutes=minutes - 1)
        early = reached(world), world.said(ONCALL)[1:]
        if minutes == 10:
            world.restarts()
        world.after(minutes=1)
        assert early == (told[-1], loud[-1])
        told.append(reached(world))
        loud.append(world.said(ONCALL)[1:])

    assert told[:3] == [{OLGA}, {OLGA, DAN}, {OLGA, DAN, SAM}]
    assert loud[:3] == [[], [], []]
    [everybody], [end] = loud[3:]
    assert f"<!channel> *{PAGE}*: nobody has it yet." in everybody
    assert f"<!channel> :rotating_light: *{PAGE}*: *NOBODY ANSWERED.*" in end
    assert TELEPHONE in end
    assert f"nobody answered.\nCall the command center: {TELEPHONE}." in world.page(PAGE, DAN).plain
    assert world.page(PAGE).buttons == AT_ITS_END
    assert [len(world.told(each)) for each in (OLGA, DAN, SAM, NINA)] == [1, 1, 1, 0]


def test_also_at_its_loud_end_a_page_is_taken_from_any_of_its_messages(world: World) -> None:
    world.pages(RITA, "come now")
    world.after(minutes=5)
    world.after(minutes=10)
    end = world.slack.messages(ONCALL)[-1]
    assert "NOBODY ANSWERED" in end.plain

    for officer, answer in (
        (OLGA, f"You have *{PAGE}*."),
        (DAN, "It is already with somebody: nothing was changed. It is with <@U0OLGA>."),
    ):
        world.slack.click(officer, end, text="Acknowledge")
        assert world.sees(officer, answer)
    world.settle()

    assert f"<@{OLGA}>" in world.page(PAGE).plain


def test_no_alarm_stays_up_after_somebody_has_the_page_and_a_new_one_is_loud_again(world: World) -> None:
    request = world.files_request()
    world.pages(RITA, f"{request} come now")
    posted = []
    for words, minutes in (("", 5), ("", 10), ("come at once", 0), ("", 10)):
        if words:
            world.pages(RITA, f"{request} {words}")
        world.after(minutes=minutes)
        posted.append(alarms(world))

    world.clicks(OLGA, "Acknowledge", world.page(PAGE))
    taken = alarms(world)
    world.clicks(OLGA, "Resolve", world.page(PAGE))
    world.submits(OLGA, {"outcome": "Done."})

    assert ["NOBODY ANSWERED" in alarm.plain for [alarm] in posted] == [False, True, False, True]
    assert len({alarm.ts for [alarm] in posted}) == 4
    assert all("<!channel>" in alarm.plain and alarm.buttons == ["Acknowledge"] for [alarm] in posted)
    assert taken == alarms(world) == []


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
        assert "07:05 EST)" in message.plain
        assert message.buttons == TAKEN
    assert world.sees(NINA, f"You have *{PAGE}*.")
    assert len(world.said(ONCALL)) == 1
    assert f"<@{NINA}>" in world.thread(PAGE)


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
        assert "07:30 EST)" in message.plain
        assert "safe" not in message.plain
        assert message.buttons == ["Show details", "Timeline"]
    assert world.sees(DAN, "The child is safe at home.")


def test_a_resolved_page_is_not_taken_or_resolved_again(world: World) -> None:
    world.pages(RITA, "come now")
    world.after(minutes=5)
    [everybody] = alarms(world)
    world.clicks(OLGA, "Acknowledge", everybody)
    for officer in (OLGA, DAN):
        world.clicks(officer, "Resolve", world.page(PAGE))
    world.submits(OLGA, {"outcome": "Done."})

    world.submits(DAN, {"outcome": "Done as well."})

    assert world.slack.views(DAN)[-1].errors == {"outcome": f"{PAGE} is resolved already."}
    assert alarms(world) == []


def alarms(world: World) -> list[Message]:
    """What was said to the whole on-call channel, as it stands now."""
    return [each for each in world.slack.messages(ONCALL) if "<!channel>" in each.plain]


def reached(world: World) -> set[str]:
    """Who of the desk has the page in their direct messages."""
    return {who for who in (OLGA, DAN, NINA, SAM) if any(PAGE in text for text in world.told(who))}
