"""Forms that somebody has begun: found again with everything in them, and by nobody else."""

import pytest

from handlers.action_ids import draft
from storage.records.people import Person, PersonId
from tests.scenarios.at_the_form import (
    BEGUN,
    KEPT,
    begins,
    fills_in,
    keeps_section,
    my_drafts,
    on_top,
    opens,
    opens_section,
    resumes,
    sees_home,
    standing,
)
from tests.scenarios.hidden_request import plants, presses
from tests.world import ADA, NORA, OLGA, RITA, SAM, World

GONE = "This draft is not there any more: it was sent, thrown away, or grew too old."
on_socket = pytest.mark.parametrize("world", ["socket mode, sqlite"], indirect=True)
on_http = pytest.mark.parametrize("world", ["http mode, postgresql"], indirect=True)


@on_http
def test_a_form_that_is_closed_is_resumed_by_command_with_everything_in_it(world: World) -> None:
    begins(world)
    world.slack.close(RITA, on_top(world, RITA))
    listed = my_drafts(world, RITA)
    hub = resumes(world, RITA)
    identity = opens_section(world, RITA, "identity")
    world.submits(RITA, {})
    filed = world.submits(RITA, {})

    assert "*Your drafts*: 1" in listed.plain
    assert "*Missing or abducted child*, France. Outgoing: we ask abroad" in listed.plain
    assert "Nobody else sees them. Each is thrown away 14 days after you last touched it" in listed.plain
    assert not any(answer in listed.plain + listed.text for answer in BEGUN.values())
    assert standing(hub).items() >= BEGUN.items()
    assert standing(identity) == KEPT
    assert "*LR-2026-00001* is filed" in filed.views[-1].plain
    assert "*Your drafts*: 0" in my_drafts(world, RITA).plain


@on_socket
def test_it_is_resumed_from_the_home_and_thrown_away_there(world: World) -> None:
    begins(world)
    world.slack.close(RITA, opens_section(world, RITA, "search"), clear=True)
    world.after(minutes=1)
    opens(world, RITA, "/liaison")
    world.submits(RITA, {"kind": "fugitive", "country": "MX"})
    world.slack.close(RITA, fills_in(world, RITA, forename="Robin"))
    home = sees_home(world, RITA)
    hub = world.slack.click(RITA, "home", action_id=draft("resume", 1)).views[-1]
    world.slack.close(RITA, hub)
    world.slack.click(RITA, "home", text="Throw away", action_id=draft("discard", 1))

    def without_it() -> bool:
        world.settle()
        shown = world.slack.home(RITA)
        return shown is not None and shown.buttons.count("Resume") == 1

    assert home.plain.index("*Fugitive*, Mexico") < home.plain.index("*Missing or abducted child*, France")
    assert not any(answer in home.plain for answer in (*BEGUN.values(), "Robin"))
    assert standing(hub).items() >= BEGUN.items()
    assert world.sees(RITA, "The draft is thrown away.")
    assert world.slack.wait_for(without_it)
    assert "*Fugitive*, Mexico" in my_drafts(world, RITA).plain


@on_socket
def test_a_form_that_was_only_looked_at_leaves_no_draft(world: World) -> None:
    world.slack.close(RITA, opens(world, RITA, "/liaison"))
    world.slack.close(RITA, opens(world, RITA, "/liaison child FR"))
    world.slack.close(OLGA, opens(world, OLGA, "/liaison url in FR"))

    assert "*Your drafts*: 0" in my_drafts(world, RITA).plain
    assert "*Your drafts*: 0" in my_drafts(world, OLGA).plain


@on_http
def test_nobody_else_finds_a_draft(world: World) -> None:
    begins(world)
    world.slack.close(RITA, on_top(world, RITA))
    lists = {who: world.asks(who, "/liaison drafts") for who in (OLGA, SAM, ADA, NORA)}
    homes = {who: sees_home(world, who) for who in (OLGA, SAM, ADA, NORA)}
    [mine] = world.bot.desk.drafts.mine(Person(id=PersonId(RITA)))
    buttons = [plants(world, (each, mine.id)) for each in (draft("resume", 0), draft("discard", 0))]
    tries = [presses(world, who, button) for who in (OLGA, SAM) for button in buttons]

    assert "*Your drafts*: 0" in lists[OLGA]
    assert "*Your drafts*: 0" in lists[SAM]
    assert lists[ADA] == "Your role only reads on this desk. Ask an officer to do this."
    assert lists[NORA] == "You have no role on this desk yet. Ask a supervisor to give you one."
    assert all("Resume" not in home.buttons for home in homes.values())
    assert all(GONE in each for each in tries)
    assert "*Your drafts*: 1" in my_drafts(world, RITA).plain


@on_http
def test_a_draft_is_thrown_away_two_weeks_after_it_was_last_touched(world: World) -> None:
    sees_home(world, RITA)
    begins(world)
    world.slack.close(RITA, on_top(world, RITA))
    world.after(days=13)
    resumes(world, RITA)
    world.slack.close(RITA, fills_in(world, RITA, forename="Robin"))
    world.after(days=13)
    touched = my_drafts(world, RITA)
    world.after(days=1, hours=1)
    after = my_drafts(world, RITA)

    assert "*Your drafts*: 1" in touched.plain
    assert "*Your drafts*: 0" in after.plain
    assert world.answer_to_click(RITA, "Resume", touched) == GONE
    assert "Resume" not in sees_home(world, RITA).buttons


@on_http
def test_a_draft_in_arabic_to_the_brim_is_resumed_whole(world: World) -> None:
    opens(world, RITA, "/liaison child FR")
    full = {"family_name": "ع" * 300, "forename": "م" * 300, "facts": "ع" * 3000}
    keeps_section(world, RITA, "identity", description="م" * 3000, aliases="ع" * 300)
    keeps_section(world, RITA, "search", companion="ع" * 3000, danger="م" * 3000)
    world.slack.close(RITA, fills_in(world, RITA, **full))
    hub = resumes(world, RITA)
    search = opens_section(world, RITA, "search")

    assert standing(hub).items() >= full.items()
    assert standing(search) == {"companion": "ع" * 3000, "danger": "م" * 3000}
    assert "2 filled in" in hub.plain
