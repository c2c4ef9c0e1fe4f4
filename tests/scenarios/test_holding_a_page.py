"""A page that somebody has: asked after, given back, handed on, noted on, and looked back on."""

from bot.sandbox.messages import Message
from storage.records.people import Actor
from tests.world import DAN, NINA, OLGA, ONCALL, RITA, SAM, World

PAGE, TELEPHONE = "ES-2026-00001", "202-616-9000"


def test_whoever_has_a_page_is_asked_and_says_that_they_are_still_on_it(world: World) -> None:
    taken_by_olga(world)

    world.after(hours=4)
    asked = alarm(world, OLGA, "are you still on it?")
    world.clicks(OLGA, "Still on it", asked)
    world.after(hours=3, minutes=59)

    assert "goes back to the ladder <!date^" in asked.plain
    assert asked.buttons == ["Still on it", "Hand to…", "Resolve"]
    assert not any("still on it?" in text for text in world.told(OLGA)), "the question is taken down"
    assert "Acknowledged" in world.page(PAGE).plain.partition("\n")[0]
    world.after(minutes=1)
    assert alarm(world, OLGA, "are you still on it?")


def test_a_page_whose_holder_does_not_answer_goes_back_to_the_ladder_and_is_owned_again(
    world: World,
) -> None:
    taken_by_olga(world)
    world.takes_duty(DAN)

    world.after(hours=4)
    world.after(minutes=14)
    before = world.page(PAGE)
    world.after(minutes=1)

    assert "Asked whether they are still on it" in before.plain
    assert before.buttons[0] == "Still on it"
    back = world.page(PAGE)
    assert back.plain.startswith(f":rotating_light: *{PAGE}*  Nobody has it yet")
    assert "It came back to the ladder" in back.plain
    assert f"Slack took the message to <@{DAN}> (after 0 s)" in world.thread(PAGE)
    assert world.page(PAGE, DAN).buttons[0] == "Acknowledge"
    world.after(minutes=10)
    assert world.page(PAGE, SAM).buttons[0] == "Acknowledge"
    world.clicks(NINA, "Acknowledge", world.page(PAGE))
    assert f"*Acknowledged*\n<@{NINA}>" in world.page(PAGE).plain
    assert not any("still waits" in text for who in (OLGA, DAN, SAM) for text in world.told(who))


def test_a_page_is_handed_over_when_the_other_officer_takes_it(world: World) -> None:
    taken_by_olga(world)

    world.clicks(OLGA, "Hand to…", world.page(PAGE, OLGA))
    world.submits(OLGA, {"officer": NINA})
    offered = alarm(world, NINA, "is handed to you")
    between = world.page(PAGE).plain
    world.clicks(NINA, "Acknowledge", offered)

    assert f"Slack took the message to <@{NINA}> (after 0 s)" in world.thread(PAGE)
    assert f"*Acknowledged*\n<@{OLGA}>" in between
    assert f"Handed to <@{NINA}>, who has not taken it over yet." in between
    assert f"*Acknowledged*\n<@{NINA}>" in world.page(PAGE).plain
    assert not any("is handed to you" in text for text in world.told(NINA))
    assert world.told(RITA)[-1] == f":white_check_mark: Your page *{PAGE}* is now with <@{NINA}>."


def test_a_page_that_the_other_does_not_take_stays_where_it_was(world: World) -> None:
    taken_by_olga(world)
    world.clicks(OLGA, "Hand to…", world.page(PAGE))
    world.submits(OLGA, {"officer": NINA})

    world.after(minutes=5)

    assert f"*Acknowledged*\n<@{OLGA}>" in world.page(PAGE).plain
    assert "Handed to" not in world.page(PAGE).plain
    assert not any("is handed to you" in text for text in world.told(NINA))
    assert f"<@{NINA}> did not take it over, so it stayed" in world.thread(PAGE)


def test_what_an_operator_took_waits_for_an_officer_who_takes_it_over(world: World) -> None:
    world.takes_duty(OLGA)
    world.pages(RITA, "come now")
    world.bot.desk.escalations.acknowledge_by_reference(Actor("operator:test"), PAGE)
    world.settle()

    before = world.page(PAGE, OLGA)
    world.clicks(OLGA, "Acknowledge", before)

    assert "*Acknowledged*\nan operator at the command line" in before.plain
    assert f"*Acknowledged*\n<@{OLGA}>" in world.page(PAGE).plain
    assert world.page(PAGE).buttons[0] == "Resolve"


def test_of_two_who_hand_it_on_at_once_one_is_told_to_whom_it_goes(world: World) -> None:
    taken_by_olga(world)
    for who in (OLGA, SAM):
        world.clicks(who, "Hand to…", world.page(PAGE))
    world.submits(OLGA, {"officer": NINA})

    world.submits(SAM, {"officer": DAN})

    assert world.slack.views(SAM)[-1].errors == {
        "officer": "It is being handed over already; nothing was changed."
    }
    assert f"Handed to <@{NINA}>" in world.page(PAGE).plain


def test_a_page_is_handed_only_to_somebody_who_can_have_it(world: World) -> None:
    taken_by_olga(world)
    sentences = []
    for who in (RITA, OLGA):
        world.clicks(OLGA, "Hand to…", world.page(PAGE))
        sentences.append(world.submits(OLGA, {"officer": who}).errors)
        world.slack.close(OLGA, world.slack.views(OLGA)[-1])

    assert sentences == [
        {"officer": "Only officers and supervisors of this desk can have a page. Choose another person."},
        {"officer": "They have it already. Choose another person."},
    ]


def test_a_page_that_nobody_has_is_shown_to_whom_it_is_handed_and_climbs_on(world: World) -> None:
    world.takes_duty(OLGA)
    world.pages(RITA, "come now")

    world.clicks(OLGA, "Hand to…", world.page(PAGE))
    world.submits(OLGA, {"officer": NINA})
    world.after(minutes=5)

    assert world.page(PAGE, NINA).buttons[0] == "Acknowledge"
    assert world.page(PAGE, SAM).buttons[0] == "Acknowledge"


def test_the_channels_alarm_stays_while_a_page_that_nobody_has_is_shown_to_somebody(world: World) -> None:
    world.takes_duty(OLGA)
    world.pages(RITA, "come now")
    for _ in range(2):
        world.after(minutes=10)

    world.clicks(OLGA, "Hand to…", world.page(PAGE))
    world.submits(OLGA, {"officer": NINA})

    assert world.page(PAGE, NINA).buttons[0] == "Acknowledge"
    assert any(text.startswith("<!channel>") for text in world.said(ONCALL))


def test_a_note_stands_in_the_details_and_nowhere_else(world: World) -> None:
    taken_by_olga(world)

    world.clicks(OLGA, "Add note", world.page(PAGE))
    world.submits(OLGA, {"note": "SECRET: the child is at gate 7"})
    details = world.reads(DAN, world.page(PAGE))

    assert "SECRET: the child is at gate 7" in details
    assert f"a note was added by <@{OLGA}>" in world.thread(PAGE)
    everywhere = [*world.said(ONCALL), world.thread(PAGE), *(t for w in (OLGA, RITA) for t in world.told(w))]
    assert not any("SECRET" in text for text in everywhere)
    assert [entry.fields for entry in world.audited(PAGE)][-2:] == [("note",), ("words",)]


def test_the_timeline_says_who_when_how_and_how_long(world: World) -> None:
    world.takes_duty(OLGA)
    world.pages(RITA, "come now")
    world.after(minutes=5)
    world.after(minutes=2)
    world.clicks(SAM, "Acknowledge", world.page(PAGE, SAM))
    world.after(minutes=30)
    world.clicks(SAM, "Resolve", world.page(PAGE))
    world.submits(SAM, {"outcome": "SECRET outcome"})

    world.clicks(DAN, "Timeline", world.page(PAGE))
    timeline = world.slack.views(DAN)[-1].plain

    steps = [line.partition(")  ")[2] for line in timeline.splitlines() if line.startswith("• <!date")]
    assert steps == [
        f"opened by <@{RITA}>",
        f"told <@{OLGA}>",
        f"Slack took the message to <@{OLGA}> (after 0 s)",
        f"told <@{SAM}>",
        f"Slack took the message to <@{SAM}> (after 0 s)",
        f"acknowledged by <@{SAM}> (after 7 min)",
        f"resolved by <@{SAM}> (after 37 min)",
    ]
    assert "SECRET" not in timeline
    assert steps == [
        line.partition(")  ")[2] for line in world.thread(PAGE).splitlines() if line.startswith("• <!date")
    ]


def taken_by_olga(world: World) -> None:
    world.takes_duty(OLGA)
    world.pages(RITA, "come now")
    world.clicks(OLGA, "Acknowledge", world.page(PAGE, OLGA))


def alarm(world: World, who: str, words: str) -> Message:
    """The one message to somebody in which these words stand."""
    found = [each for each in world.slack.dms(who) if words in each.plain]
    assert len(found) == 1, world.slack.dump()
    return found[0]
