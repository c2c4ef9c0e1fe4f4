"""Lists: what is asked in words, and the pages that turn in place."""

from bot.sandbox.messages import Message
from storage.records.people import PersonId
from tests.rules.examples import a_request_form
from tests.world import AGENCY, DAN, OLGA, RITA, World

HARBOR = "Harbor City Police Department (CAEX00300)"


def test_an_empty_list_says_so_and_how_to_ask(world: World) -> None:
    answers = {command: world.types(OLGA, command).message for command in ("/liaison list", "/notice list")}

    for answer in answers.values():
        assert answer is not None
        assert ": 0 found" in answer.plain
        assert "Nothing fits. You can narrow a list so:" in answer.plain
        assert answer.buttons == []


def test_a_list_of_one_names_it_and_opens_its_details(world: World) -> None:
    reference = world.files_request()
    message = world.types(OLGA, "/liaison list").message

    assert message is not None
    assert message.text == "Requests: 1 found, page 1 of 1"
    assert message.buttons == ["Show details", "Export"]
    assert (
        f"*{reference}*  Missing or abducted child, France\nsubmitted, owner: nobody yet, due <!date^"
        in message.plain
    )
    assert "Invented example: a child was not brought back." in world.reads(OLGA, message)
    assert "child was not" not in message.plain


def test_a_list_of_thirty_one_turns_its_pages_in_place(world: World) -> None:
    files(world, 31)
    world.types(OLGA, "/liaison list pending")

    first = shown(world, "page 1 of 4")
    second = turns(world, "Next", "page 2 of 4")
    turns(world, "Next", "page 3 of 4")
    last = turns(world, "Next", "page 4 of 4")
    back = turns(world, "Previous", "page 3 of 4")

    assert (first.buttons.count("Show details"), first.buttons[-2:]) == (10, ["Next", "Export"])
    assert second.buttons[-3:] == ["Previous", "Next", "Export"]
    assert last.buttons == ["Show details", "Previous", "Export"]
    assert "LR-2026-00031" in last.plain
    assert {each.ts for each in (first, second, last, back)} == {first.ts}
    assert "For: pending" in back.plain


def test_a_page_that_is_there_no_more_is_the_last_one(world: World) -> None:
    files(world, 11)
    world.types(OLGA, "/liaison list submitted")
    world.settle()
    for number in range(1, 4):
        world.steps(DAN, "Claim", f"LR-2026-0000{number}")

    assert "LR-2026-00011" in turns(world, "Next", "8 found, page 1 of 1").plain


def test_a_query_is_understood_word_by_word_and_the_rest_is_named(world: World) -> None:
    old = world.files_notice("red")
    world.after(days=31)
    red, blue = world.files_notice("red"), world.files_notice("blue", country="ZA")
    world.steps(OLGA, "Claim", blue)

    def found(words: str) -> set[str]:
        answer = world.asks(OLGA, f"/notice list {words}")
        return {each for each in (old, red, blue) if each in answer}

    assert found("colour:red state:pending older:30d") == {old}
    assert found("RED Blue submitted") == {old, red}
    assert found("country:south-africa") == found("country:ZA") == found("mine") == found("review") == {blue}
    assert found("overdue") == {old}
    assert found("over") == set()
    answer = world.asks(OLGA, "/notice list colour:mauve red older:soon *??*")
    assert "Not understood, so left out: colour:mauve, older:soon, *??*" in answer
    assert "Notices*: 2 found" in answer


def test_requesters_list_what_is_theirs_or_their_agencys_and_nothing_else(world: World) -> None:
    own = world.files_request()
    colleagues = world.files_request(OLGA, agency=AGENCY)
    others = world.files_request(OLGA, agency=HARBOR)
    listed, mine = world.asks(RITA, "/liaison list"), world.asks(RITA, "/liaison mine")
    by_country = world.asks(RITA, "/liaison list country:FR")

    assert own in listed
    assert colleagues in listed
    assert others not in listed + by_country
    assert "2 found" in by_country
    assert own in mine
    assert "1 found" in mine


def test_an_officers_own_are_those_they_have(world: World) -> None:
    reference = world.files_request()
    world.files_request()
    before = world.asks(OLGA, "/liaison mine")
    world.steps(OLGA, "Claim", reference)
    after = world.asks(OLGA, "/liaison mine pending")

    assert "0 found" in before
    assert reference in after
    assert "1 found" in after


def files(world: World, count: int) -> None:
    desk = world.bot.desk
    rita = desk.people.known(PersonId(RITA))
    assert rita is not None
    for number in range(count):
        desk.requests.file(rita, a_request_form(), f"key {number}")


def turns(world: World, label: str, to: str) -> Message:
    """Presses Next or Previous on Olga's list, and waits for the page."""
    world.slack.click(OLGA, world.slack.ephemerals(OLGA)[-1], text=label)
    return shown(world, to)


def shown(world: World, page: str) -> Message:
    def found() -> Message | None:
        return next((each for each in world.slack.ephemerals(OLGA) if page in each.text), None)

    message = world.slack.wait_for(found)
    assert message is not None
    return message
