"""Who has the desk, and what people see in the app's Home."""

import pytest

from bot.rules.errors import DeskError
from storage.records.people import Actor, PersonId
from tests.world import ADA, DAN, GUS, NORA, OLGA, ONCALL, RITA, World

OPERATOR = Actor("operator:example")
TELEPHONE = "202-616-9000"


def test_with_an_empty_roster_everybody_hears_that_nobody_is_on_duty(world: World) -> None:
    answers = [world.asks(who, "/oncall") for who in (RITA, NORA, ADA)]
    guest = world.asks(GUS, "/oncall")

    for answer in answers:
        assert "*Nobody is on duty.* A page goes straight on to whoever can be told." in answer
        assert "Nobody is on the roster." in answer
        assert TELEPHONE in answer
    assert "This desk answers people of its own workspace" in guest


def test_who_is_on_duty_is_named_with_the_end_and_who_is_next(world: World) -> None:
    world.takes_duty(OLGA, hours=8)
    alone = world.asks(RITA, "/oncall")
    world.takes_duty(DAN, hours=8, starts_in=10)
    first = world.asks(RITA, "/oncall")
    world.after(hours=9)
    gap = world.asks(RITA, "/oncall")
    world.after(hours=1)
    second = world.asks(RITA, "/oncall")

    assert f"<@{OLGA}> is on duty until <!date^" in alone
    assert "15:00 EST). Nobody is on the roster after that." in alone
    assert f"Next: <@{DAN}> from <!date^" in first
    assert "17:00 EST)." in first
    assert "*Nobody is on duty.*" in gap
    assert f"Next: <@{DAN}> from" in gap
    assert f"<@{DAN}> is on duty until <!date^" in second
    assert "01:00 EST). Nobody is on the roster after that." in second


def test_an_officer_takes_over_until_the_next_shift_and_is_paged_from_then_on(world: World) -> None:
    world.takes_duty(OLGA, hours=12)
    world.takes_duty(DAN, hours=8, starts_in=3)

    taken = world.asks(ADA, "/oncall take"), world.asks(RITA, "/oncall take"), world.asks(DAN, "/oncall take")
    who = world.asks(RITA, "/oncall")
    world.pages(RITA, "come now")

    assert "Only officers and supervisors may do this." in taken[0]
    assert "Only officers and supervisors may do this." in taken[1]
    assert "You are on duty until <!date^" in taken[2]
    assert f"<@{DAN}> is on duty until" in who
    assert len(world.told(DAN)) == 1
    assert world.told(OLGA) == []


@pytest.mark.parametrize("world", ["socket mode, sqlite"], indirect=True)
def test_an_officer_says_for_how_many_hours(world: World) -> None:
    wrong = world.asks(OLGA, "/oncall take soon"), world.asks(OLGA, "/oncall take 25")
    taken = world.asks(OLGA, "/oncall take 2.5")

    assert "Say for how many hours, as in /oncall take 8, or leave them out." in wrong[0]
    assert "at most 24 hours" in wrong[1]
    assert "09:30 EST). Nobody is on the roster after that." in taken


def test_an_operator_gives_the_desk_to_an_officer_and_to_nobody_else(world: World) -> None:
    roster = world.bot.desk.roster

    given = roster.take(OPERATOR, PersonId(OLGA), hours=4)

    assert given.on_duty == OLGA
    assert "11:00 EST)" in world.asks(RITA, "/oncall")
    with pytest.raises(DeskError, match="Only officers and supervisors can have the desk"):
        roster.take(OPERATOR, PersonId(RITA))


def test_an_officers_home_shows_what_is_theirs_what_is_due_and_who_is_on_call(world: World) -> None:
    theirs, other = world.files_request(), world.files_notice(family_name="Surname")
    world.takes_duty(OLGA)
    world.clicks(OLGA, "Claim", world.card(theirs))
    world.pages(RITA, "come now")
    world.after(minutes=1)

    shown = opens_home(world, OLGA)

    due, mine = shown.partition("*Due soon*")[2].split("*Mine*")
    assert "Your role here: officer." in shown
    assert f"*On call*\n<@{OLGA}> is on duty until" in shown
    assert "*ES-2026-00001*  Nobody has it yet" in shown
    assert other in due
    assert theirs not in due
    assert theirs in mine
    assert other not in mine
    assert TELEPHONE in shown
    for secret in ("Surname", "Example1", "Casey", "EX-2026-1", "brought back", "come now"):
        assert secret not in shown


def test_an_open_home_keeps_up_with_the_desk(world: World) -> None:
    request = world.files_request()
    for who in (OLGA, RITA):
        opens_home(world, who)

    world.clicks(OLGA, "Claim", world.card(request))
    claimed = {who: home(world, who) for who in (OLGA, RITA)}
    world.asks(OLGA, "/oncall take")
    world.settle()
    on_duty = home(world, OLGA)
    world.bot.desk.people.revoke(PersonId(OLGA), by=OPERATOR)
    world.settle()

    assert (
        f"*{request}*  Missing or abducted child, France\nin intake review, owner: <@{OLGA}>" in claimed[OLGA]
    )
    assert f"in intake review, owner: <@{OLGA}>" in claimed[RITA]
    assert f"*On call*\n<@{OLGA}> is on duty until" in on_duty
    assert request not in home(world, OLGA)
    assert "You have no role here yet." in home(world, OLGA)


def test_a_page_comes_and_goes_in_the_home_of_everybody_who_answers_pages(world: World) -> None:
    for who in (OLGA, DAN):
        opens_home(world, who)

    world.pages(RITA, "come now")
    opened = [home(world, who) for who in (OLGA, DAN)]
    world.clicks(DAN, "Acknowledge", world.page("ES-2026-00001"))
    taken = [home(world, who) for who in (OLGA, DAN)]
    world.clicks(DAN, "Resolve", world.page("ES-2026-00001"))
    world.submits(DAN, {"outcome": "Done."})

    assert all(":rotating_light: *ES-2026-00001*  Nobody has it yet" in each for each in opened)
    assert all(":white_check_mark: *ES-2026-00001*  Acknowledged" in each for each in taken)
    assert all("ES-2026-00001" not in home(world, who) for who in (OLGA, DAN))


def test_the_three_buttons_of_the_home_work(world: World) -> None:
    mine = world.files_request()
    opens_home(world, RITA)

    for label in ("New request", "My requests", "Escalate"):
        world.slack.click(RITA, "home", text=label)
        world.settle()
        if label == "My requests":
            listed = world.sees(RITA, "1 found")
        else:
            world.sees(RITA, {"New request": "What is it about?", "Escalate": "Page now"}[label])
    world.submits(RITA, {"words": "come now"})

    assert mine in listed
    assert len(world.said(ONCALL)) >= 1


@pytest.mark.parametrize("world", ["socket mode, sqlite"], indirect=True)
@pytest.mark.parametrize("who", [NORA, GUS])
def test_without_a_role_the_home_shows_the_telephone_and_nothing_of_the_desk(world: World, who: str) -> None:
    request = world.files_request()
    world.takes_duty(OLGA)
    world.pages(RITA, "come now")

    shown = opens_home(world, who)

    assert TELEPHONE in shown
    assert "You have no role here yet." in shown
    assert (OLGA in shown) == (who == NORA)
    assert request not in shown
    assert "ES-" not in shown
    assert "Mine" not in shown


def opens_home(world: World, who: str) -> str:
    """Looks at the app; answers what it shows."""
    world.slack.open_home(who)

    def shown() -> bool:
        world.settle()
        return world.slack.home(who) is not None

    world.slack.wait_for(shown)
    return home(world, who)


def home(world: World, who: str) -> str:
    view = world.slack.home(who)
    assert view is not None
    return view.plain
