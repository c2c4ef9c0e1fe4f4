"""Everything about a page by words, the list of pages, and the figures of a month."""

import pytest

from tests.world import ADA, DAN, NINA, OLGA, RITA, SAM, World

PAGE = "ES-2026-00001"


def test_a_page_is_taken_hurried_noted_and_resolved_by_words_alone(world: World) -> None:
    world.takes_duty(OLGA)
    world.pages(RITA, "come now")

    hurried = typed(world, DAN, f"/escalate next {PAGE}")
    taken = typed(world, DAN, "/escalate ack es 2026 1")
    noted = typed(world, DAN, f"/escalate note {PAGE}: SECRET gate 7")
    resolved = typed(world, DAN, f"/escalate resolve {PAGE} SECRET all are safe")

    assert f"*{PAGE}* goes to the next of the ladder now." in hurried
    assert world.page(PAGE, SAM)
    assert f"You have *{PAGE}*." in taken
    assert f"Your note stands in the details of *{PAGE}*." in noted
    assert f"*{PAGE}* is resolved by <@{DAN}>." in resolved
    details = world.reads(DAN, world.page(PAGE))
    assert "SECRET gate 7" in details
    assert "SECRET all are safe" in details


def test_a_page_is_handed_over_by_an_id_or_by_the_form_that_opens(world: World) -> None:
    world.pages(RITA, "come now")
    typed(world, OLGA, f"/escalate ack {PAGE}")

    world.types(OLGA, f"/escalate hand {PAGE} @nina")
    world.submits(OLGA, {"officer": NINA})
    taken = typed(world, NINA, f"/escalate ack {PAGE}")
    handed = typed(world, NINA, f"/escalate hand {PAGE} {DAN}")

    assert f"You have *{PAGE}*." in taken
    assert f"*{PAGE}* is handed to <@{DAN}>." in handed
    assert f"Handed to <@{DAN}>" in world.page(PAGE).plain


def test_where_a_page_stands_and_what_has_happened_are_asked_for_by_words(world: World) -> None:
    world.takes_duty(OLGA)
    world.pages(RITA, "come now")

    status = world.asks(RITA, f"/escalate status {PAGE}")
    timeline = world.asks(OLGA, f"/escalate timeline {PAGE}")

    assert "Nobody has it yet" in status
    assert f"told <@{OLGA}>" in timeline


@pytest.mark.parametrize("world", ["socket mode, sqlite"], indirect=True)
@pytest.mark.parametrize(
    "words",
    [
        "resolve the situation at the gate",
        "ack of the flight is missing",
        "next of kin have called",
        "list of passengers has a match",
        "report of a missing child",
        "note: they are on board",
        "Help us now",
    ],
)
def test_words_that_only_look_like_a_command_page_somebody(world: World, words: str) -> None:
    answer = world.pages(RITA, words)

    assert f"Page *{PAGE}* is on its way." in answer


@pytest.mark.parametrize("world", ["socket mode, sqlite"], indirect=True)
@pytest.mark.parametrize("word", ["ack", "next", "hand", "note", "resolve", "status", "timeline"])
def test_a_command_without_its_page_only_says_how_it_is_typed(world: World, word: str) -> None:
    answer = world.asks(OLGA, f"/escalate {word}")

    assert f"/escalate {word} ES-2026-00003" in answer


@pytest.mark.parametrize("world", ["socket mode, sqlite"], indirect=True)
@pytest.mark.parametrize("word", ["ack", "next", "note", "resolve", "timeline"])
def test_whoever_does_not_answer_pages_is_refused_also_by_words(world: World, word: str) -> None:
    world.pages(RITA, "come now")

    answer = world.asks(ADA, f"/escalate {word} {PAGE} words")

    assert "Only officers and supervisors may do this." in answer


def test_words_behind_an_open_page_are_added_to_it(world: World) -> None:
    world.pages(RITA, "come now")

    added = world.pages(RITA, f"{PAGE} the gate is 7")
    strange = world.pages(OLGA, "ES-2026-00009 the gate is 8")

    assert f"Page *{PAGE}* is open already, and your words were added to it." in added
    assert "the gate is 7" in world.reads(OLGA, world.page(PAGE))
    assert "Page *ES-2026-00002* is on its way." in strange
    assert "I found nothing for “ES-2026-00009” that you may see, so it is not linked." in strange
    assert "*About*\nES-2026-00009 (as it was named; not linked)" in world.page("ES-2026-00002").plain


def test_a_page_is_resolved_or_noted_on_by_a_form_when_the_words_are_missing(world: World) -> None:
    world.pages(RITA, "come now")
    typed(world, OLGA, f"/escalate ack {PAGE}")

    world.types(OLGA, f"/escalate note {PAGE}")
    world.submits(OLGA, {"note": "the gate is 7"})
    world.types(OLGA, f"/escalate resolve {PAGE}")
    world.submits(OLGA, {"outcome": "Found."})

    assert "the gate is 7" in world.reads(DAN, world.page(PAGE))
    assert "Resolved" in world.page(PAGE).plain.partition("\n")[0]


def test_every_page_that_is_not_resolved_is_listed_for_the_desk(world: World) -> None:
    for words in ("one", "two", "three"):
        world.pages(RITA, words)
    typed(world, OLGA, f"/escalate ack {PAGE}")
    typed(world, OLGA, f"/escalate resolve {PAGE} done")
    typed(world, DAN, "/escalate ack ES-2026-00002")

    listed = world.asks(SAM, "/escalate list")

    assert "*Pages that are not resolved*: 2" in listed
    assert PAGE not in listed
    assert f"*ES-2026-00002*  Urgent: Acknowledged, <@{DAN}>" in listed
    assert "*ES-2026-00003*  Urgent: Nobody has it yet" in listed


def test_the_figures_of_a_month_are_for_supervisors(world: World) -> None:
    world.takes_duty(OLGA)
    for number, minutes in enumerate((1, 2, 6), start=1):
        world.pages(RITA, "come now")
        world.after(minutes=minutes)
        typed(world, DAN, f"/escalate ack ES-2026-0000{number}")
    world.pages(RITA, "come now")

    report = world.asks(SAM, "/escalate report")
    another = world.asks(SAM, "/escalate report 2026-10")
    refused = world.asks(OLGA, "/escalate report")
    wrong = world.asks(SAM, "/escalate report 2026-13")

    figures = "4 opened, 3 acknowledged: median 2 min, nine of ten within 6 min, 1.3 steps of the ladder"
    assert f"*Pages in 2026-11*\n{figures}" in report
    assert f"*Urgent*: {figures}" in report
    assert "`07:00" in report, "the hour is the desk's"
    assert "0 opened, 0 acknowledged" in another
    assert "Only a supervisor may do this." in refused
    assert "Name the month as year-month, such as 2026-11" in wrong


def typed(world: World, who: str, line: str) -> str:
    answer = world.asks(who, line)
    world.settle()
    return answer
