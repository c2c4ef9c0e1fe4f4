"""A page goes beyond Slack when Slack is silent or nobody answers, whatever becomes of a gateway."""

import pytest

from bot.reaching import AT_ONCE
from bot.settings import SlackMode
from storage.records.people import Actor, PersonId
from storage.records.reach import ReachState
from tests.faults.beyond import (
    beyond,
    ended,
    mail,
    nothing_is_under_way,
    reachable,
    reaches,
    slack_goes_down,
    web,
)
from tests.faults.trouble import OPERATOR, everything_is_told, pages
from tests.handlers.gateways import MailRoom, closed_port, hanging_server, mail_server, webhook
from tests.processes import until
from tests.world import DAN, NINA, OLGA, ONCALL, SAM

TELEPHONE = "202-616-9000"
SECRET = "SECRET: a child at gate 7"


@pytest.fixture(params=["socket mode, sqlite", "http mode, postgresql"])
def where(request: pytest.FixtureRequest) -> tuple[str, SlackMode]:
    mode, database = request.param.split(" mode, ")
    fixture = {"sqlite": "staffed_sqlite_url", "postgresql": "staffed_postgres_url"}[database]
    return request.getfixturevalue(fixture), SlackMode(mode)


def test_a_page_that_slack_does_not_take_goes_by_every_address_within_a_minute_and_says_nothing(
    where: tuple[str, SlackMode],
) -> None:
    with (
        mail_server() as post,
        webhook() as hook,
        hanging_server() as hanging,
        beyond(*where, email=mail(post.port), chat=web(hook.port), sms=web(hanging)) as world,
    ):
        world.takes_duty(DAN)
        reachable(world, DAN, email="dan@agency.example", chat="dan", sms="+12025550100")
        slack_goes_down(world)

        page = pages(world, SECRET)
        world.settle()
        world.after(seconds=29)
        early = len(post.letters), len(hook.bodies)
        world.after(seconds=1)
        arrived = until(lambda: len(post.letters) == 1 and len(hook.bodies) == 1)

        assert early == (0, 0), "Slack has its time first"
        assert arrived
        letter = post.letters[0]
        assert (letter["to"], letter["subject"]) == ("dan@agency.example", f"{page.reference}: flash page")
        text = letter.get_body(("plain",)).get_content()  # type: ignore[union-attr]  # It has one.
        assert text.strip() == (
            f"{page.reference} (flash) waits for you. "
            f"Open Slack and acknowledge it, or call the command center: {TELEPHONE}."
        )
        assert SECRET not in letter.as_string() + str(hook.bodies)
        assert hook.paths == ["/dan"]


def test_a_page_that_slack_has_taken_goes_further_once_it_has_waited_too_long(
    where: tuple[str, SlackMode],
) -> None:
    with mail_server() as post, beyond(*where, email=mail(post.port)) as world:
        world.takes_duty(OLGA)
        for who in (OLGA, SAM):
            reachable(world, who, email=f"{who.lower()}@agency.example")
        answered, waiting = pages(world), pages(world)
        world.settle()

        world.after(seconds=31)
        world.bot.desk.escalations.acknowledge_by_reference(Actor(OLGA), answered.reference)
        world.after(minutes=2, seconds=29)
        until(lambda: bool(post.letters))
        nothing_is_under_way(world)

        assert [letter["subject"] for letter in post.letters] == [f"{waiting.reference}: flash page"]
        assert (OLGA, "email") in ended(world, ReachState.NEEDLESS)
        timeline = world.bot.desk.escalations.progress(PersonId(waiting.id))  # type: ignore[arg-type]  # Its id.
        assert timeline is not None
        assert [(entry.people, entry.way) for entry in timeline.entries if entry.way] == [((OLGA,), "email")]


def test_somebody_in_do_not_disturb_is_reached_beyond_slack_at_once(staffed_sqlite_url: str) -> None:
    with mail_server() as post, beyond(staffed_sqlite_url, email=mail(post.port)) as world:
        world.takes_duty(OLGA)
        reachable(world, OLGA, email="olga@agency.example")
        world.slack.do_not_disturb(OLGA, minutes=60)

        pages(world)
        world.settle()

        assert until(lambda: len(post.letters) == 1)


def test_the_desks_own_address_is_used_when_everybody_has_been_told(staffed_sqlite_url: str) -> None:
    with mail_server() as post, beyond(staffed_sqlite_url, email=mail(post.port)) as world:
        reachable(world, "desk", email="center@agency.example")
        pages(world)
        world.settle()

        world.after(minutes=3)
        told_everybody = until(lambda: len(post.letters) == 1)
        world.after(minutes=5)
        at_the_end = until(lambda: len(post.letters) == 2)

        assert told_everybody
        assert at_the_end
        assert {letter["to"] for letter in post.letters} == {"center@agency.example"}


def test_a_gateway_that_fails_is_tried_again_and_given_up_with_its_reason(staffed_sqlite_url: str) -> None:
    with closed_port() as closed, mail_server() as post:
        post.answer = "550 No such user"
        with beyond(staffed_sqlite_url, sms=web(closed), email=mail(post.port)) as world:
            world.takes_duty(DAN)
            reachable(world, DAN, sms="+12025550100", email="dan@agency.example", phone="+12025550101")
            slack_goes_down(world)
            pages(world)
            world.settle()

            for _ in range(6):
                world.after(seconds=61)
                nothing_is_under_way(world)

            first = {str(each.way): each for each in reaches(world)[::-1] if each.owner == DAN}
            assert {each.state for each in first.values()} == {ReachState.FAILED}
            assert first["sms"].tries == 3, "a gateway that does not answer may answer later"
            assert first["email"].tries == 1, "an address that is refused stays refused"
            assert first["phone"].error == "no gateway is set for phone"


def test_a_gateway_that_hangs_is_given_up_and_holds_no_other_way_up(staffed_sqlite_url: str) -> None:
    with (
        hanging_server() as hanging,
        mail_server() as post,
        beyond(staffed_sqlite_url, deadline=0.3, sms=web(hanging), email=mail(post.port)) as world,
    ):
        reachable(world, "desk", sms="+12025550100", email="center@agency.example")
        references = {pages(world).reference for _ in range(12)}
        world.settle()

        world.after(minutes=3)
        beside = until(lambda: len(subjects(post)) >= AT_ONCE)

        def all_are_posted() -> bool:
            world.settle()  # As the next tick does, which takes up what had no room.
            return {f"{each}: flash page" for each in references} <= subjects(post)

        posted = until(all_are_posted)
        for _ in range(8):
            nothing_is_under_way(world)
            world.after(minutes=1)

        assert beside, "the letters that had room waited for no message"
        assert posted
        failed = ended(world, ReachState.FAILED)
        assert set(failed) == {("desk", "sms")}
        assert len(failed) >= len(references), "each page's attempt was given up"
        assert ("desk", "email") in ended(world, ReachState.SENT)


@pytest.mark.parametrize(
    "where",
    ["http mode, postgresql", pytest.param("socket mode, sqlite", marks=pytest.mark.soak)],
    indirect=True,
)
def test_nine_hours_without_slack_lose_no_page_and_end_without_a_storm(where: tuple[str, SlackMode]) -> None:
    """Pages come in by telephone; nothing that anybody would have clicked arrives later."""
    with mail_server() as post, beyond(*where, email=mail(post.port)) as world:
        world.takes_duty(DAN, hours=24)
        for who in (DAN, SAM):
            reachable(world, who, email=f"{who.lower()}@agency.example")
        reachable(world, "desk", email="center@agency.example")
        down = slack_goes_down(world)

        references = []
        for _hour in range(9):
            references += [pages(world, SECRET).reference for _ in range(2)]
            for _half in range(2):
                world.after(minutes=30)
                nothing_is_under_way(world)
        taken, resolved = references[:10], references[10:16]
        for reference in (*taken, *resolved):
            world.bot.desk.escalations.acknowledge_by_reference(OPERATOR, reference, holder=PersonId(NINA))
        for reference in resolved:
            page = world.bot.desk.escalations.found(OPERATOR, reference)
            world.bot.desk.escalations.resolve(OPERATOR, page, "By telephone.")
        letters = {
            who: [each["subject"] for each in post.letters if each["to"] == who] for who in addresses()
        }
        world.slack.faults.remove(down)
        for _ in range(4):
            world.after(minutes=1)

        for reference in references:
            assert f"{reference}: flash page" in letters["u0dan@agency.example"], "each within its time"
        assert max(letters["center@agency.example"].count(f"{each}: flash page") for each in references) <= 9
        in_channel = world.said(ONCALL)
        assert len(in_channel) <= 3, "\n\n".join(in_channel)
        assert len(world.told(DAN)) <= 3, "\n\n".join(world.told(DAN))
        shown = in_channel[0]
        for reference in references:
            assert reference in shown
        assert shown.count("Acknowledged, <@U0NINA>") == len(taken)
        assert shown.count("Resolved") == len(resolved)
        assert SECRET not in str(world.slack.messages(ONCALL))
        everything_is_told(world)


def subjects(post: MailRoom) -> set[str]:
    return {letter["subject"] for letter in post.letters}


def addresses() -> list[str]:
    return ["u0dan@agency.example", "u0sam@agency.example", "center@agency.example"]
