"""The division's queue: what waits is listed in words, taken in its order, and weighed for supervisors."""

import pytest

from tests.scenarios.at_the_form import sees_home
from tests.world import ADA, DAN, OLGA, RITA, SAM, World

on_socket = pytest.mark.parametrize("world", ["socket mode, sqlite"], indirect=True)
on_http = pytest.mark.parametrize("world", ["http mode, postgresql"], indirect=True)


@on_http
def test_a_list_of_requests_is_narrowed_word_by_word(world: World) -> None:
    child = world.files_request(priority="urgent")
    flash = world.files_request(kind="fugitive", country="MX", priority="flash")
    tagged = world.files_request(
        kind="removal", country="MX", removed_on="2027-05-17", predator="yes", facts="", priority=""
    )
    untagged = world.files_request(
        kind="removal", removed_on="2027-05-17", predator="no", facts="", priority=""
    )
    programme = world.files_request(programme="icac")
    world.steps(OLGA, "Claim", flash)
    everything = (child, flash, tagged, untagged, programme)

    def found(words: str) -> set[str]:
        answer = world.asks(OLGA, f"/liaison list {words}")
        assert "Not understood" not in answer, answer
        return {each for each in everything if each in answer}

    assert found("kind:child") == found("kind:missing_child") == {child, programme}
    assert found("kind:child kind:fugitive") == {child, flash, programme}
    assert found("priority:flash") == found("mine") == found("intake_review") == {flash}
    assert found("PRIORITY:Urgent kind:Child") == {child}
    assert found("kind:removal country:MX") == found("tag:predator") == {tagged}
    assert found("tag:icac") == {programme}
    assert found("submitted country:mexico") == {tagged}
    assert found("over") == found("overdue") == found("tag:nothing") == set()
    assert found("pending") == found("open") == set(everything)
    world.after(days=31)
    assert found("older:30d kind:fugitive") == {flash}
    assert found("older:60d") == set()


@on_socket
def test_words_that_are_not_understood_are_named_and_left_out(world: World) -> None:
    reference = world.files_request()

    words = "kind:dragon, priority:yesterday, colour:red, red, tag:, *?*, state:lost"
    answer = world.asks(OLGA, f"/liaison list {words.replace(',', '')}")

    assert f"Not understood, so left out: {words}" in answer
    assert reference in answer


@on_http
def test_the_next_item_is_the_most_pressing_and_then_the_oldest(world: World) -> None:
    normal = world.files_request(priority="normal")
    world.after(minutes=1)
    urgent = [world.files_request(priority="urgent") for _ in range(2)]
    routine = world.files_request(priority="routine")
    flash = world.files_request(priority="flash")
    sees_home(world, DAN)
    taken = [world.asks(OLGA, "/liaison next")]
    world.slack.click(DAN, "home", text="Next item")
    by_home = world.sees(DAN, "is yours now")
    taken += [world.asks(OLGA, "/liaison next") for _ in range(3)]
    nothing = world.asks(OLGA, "/liaison next")
    world.settle()

    assert f"*{flash}* is yours now: Missing or abducted child, France. Flash." in taken[0]
    assert f"*{urgent[0]}* is yours now" in by_home
    assert f"*{urgent[1]}* is yours now" in taken[1]
    assert f"*{normal}* is yours now" in taken[2]
    assert f"*{routine}* is yours now" in taken[3]
    assert nothing == "Nothing waits for an officer now."
    assert f"*Owner*\n<@{OLGA}>" in world.card(flash).plain
    assert f"*Owner*\n<@{DAN}>" in world.card(urgent[0]).plain
    assert urgent[0] in sees_home(world, DAN).plain
    assert "An officer is looking at it." in world.told(RITA)[0]


@on_socket
def test_only_officers_take_the_next_and_only_supervisors_weigh_the_load(world: World) -> None:
    first, second = (world.files_request(priority="routine") for _ in range(2))
    world.files_request(priority="routine")
    for reference in (first, second):
        world.steps(OLGA, "Claim", reference)
    refused = [world.asks(who, "/liaison next") for who in (RITA, ADA)]
    loads = {who: world.asks(who, "/liaison load") for who in (RITA, OLGA, ADA, SAM)}
    world.after(days=3)
    world.steps(OLGA, "Close", second, outcome="Identified")
    later = world.asks(SAM, "/liaison load")

    assert refused == ["Only officers and supervisors may do this."] * 2
    assert [loads[who] for who in (RITA, OLGA, ADA)] == ["Only a supervisor may do this."] * 3
    assert f"<@{OLGA}>: 2 open, 0 overdue" in loads[SAM]
    assert "nobody yet: 1 open, 0 overdue" in loads[SAM]
    assert f"<@{OLGA}>: 1 open, 1 overdue" in later
    assert "nobody yet: 1 open, 1 overdue" in later
    assert "Next item" not in sees_home(world, RITA).buttons
    assert "Next item" in sees_home(world, SAM).buttons
