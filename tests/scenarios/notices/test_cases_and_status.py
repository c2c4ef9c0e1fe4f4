"""Notices of one case name each other, and the status says in counts what each still needs."""

import re

from storage.records.notices import Colour, NoticeState
from tests.scenarios.notices.cases import arrived, brought
from tests.world import DAN, DESK, OLGA, RITA, World

CASE = "EX-CASE-77"


def test_the_childs_yellow_and_the_abductors_red_show_each_other_on_their_cards(world: World) -> None:
    yellow = world.files_notice("yellow", agency_case=CASE)
    outcome = world.sends_notice("red", agency_case=CASE, matter="family", charge="Parental kidnapping")
    [red] = world.references("NT-") - {yellow}
    world.steps(OLGA, "Claim", yellow)
    blue = world.files_notice("blue", agency_case="")
    alone = world.card(blue).plain
    world.adds(RITA, arrived(world, blue), agency_case=CASE)

    assert f"Of the same case: :large_yellow_circle: {yellow} (submitted)" in outcome.views[-1].plain
    assert f"Of the same case: :large_yellow_circle: {yellow} (in review)" in world.card(red).plain
    assert f"Of the same case: :red_circle: {red} (submitted)" in world.card(yellow).plain
    assert f"Of the same case: :red_circle: {red}" in world.reads(RITA, world.card(yellow))
    assert "Of the same case" not in alone
    assert f":large_blue_circle: {blue} (submitted)" in world.card(yellow).plain
    assert not any("may be a duplicate" in each or "may be about" in each for each in world.said(DESK))


def test_records_are_linked_by_hand_when_nothing_else_says_that_they_belong_together(world: World) -> None:
    request = world.files_request()
    yellow, blue = brought(world, Colour.YELLOW), brought(world, Colour.BLUE, NoticeState.REVIEW)
    itself = world.steps(OLGA, "Link", yellow, linked=yellow)
    nothing = world.submits(OLGA, {"linked": "NT-2026-00099"})
    world.submits(OLGA, {"linked": blue.lower().replace("-", " ")})
    world.steps(OLGA, "Link", blue, linked=request)

    assert itself.errors == {"linked": "This is the same notice. Name the other one."}
    assert nothing.errors == {"linked": "There is no such record. Write it like NT-2026-00007."}
    assert f"{blue} (in review)" in world.card(yellow).plain
    assert f"{yellow} (published)" in world.card(blue).plain
    assert f"*Request*\n{request}" in world.card(blue).plain
    assert f"Notices from it: {blue}" in world.card(request).plain
    assert "linked to another record" in world.thread(yellow)


def test_status_shows_the_checklist_in_counts_and_who_owes_what(world: World) -> None:
    red, yellow = world.files_notice("red"), world.files_notice("yellow")
    counts = {each: world.asks(RITA, f"/notice status {each}") for each in (red, yellow)}
    world.completes(yellow)
    complete = world.asks(RITA, f"/notice status {yellow}")
    published = world.asks(DAN, f"/notice status {brought(world, Colour.RED)}")

    owed = {each: re.findall(r"(\d+) items? from ([a-z ]+)", text) for each, text in counts.items()}
    assert owed[red] == [("9", "the agency"), ("3", "the prosecutor"), ("1", "the desk")]
    assert owed[yellow] == [("6", "the agency"), ("1", "the desk")]
    assert "Still missing: 1 item from the agency, 1 item from the desk." in complete
    assert "Still missing" not in published
    assert "*Next step*\nAn officer claims it and reviews it. Whose turn it is: the desk." in counts[red]
