"""Two people, or eight, at the same moment: one has it, and the others are told who."""

from collections.abc import Callable
from functools import partial

from bot.sandbox.messages import Message
from storage.records.notices import Colour, NoticeState
from storage.records.people import SYSTEM, PersonId, Role
from tests.scenarios.notices.cases import SEVEN, brought, state
from tests.storage.examples import all_at_once
from tests.world import DAN, DESK, ONCALL, RITA, SAM, World

EIGHT = [f"U0EIGHT{number}" for number in range(8)]
PAGE = "ES-2026-00001"


def test_of_eight_who_acknowledge_a_page_at_once_one_has_it(world: World) -> None:
    hire_eight(world)
    world.pages(RITA, "come now")

    all_click(world, "Acknowledge", world.page(PAGE))
    answers = {who: answer_to(world, who) for who in EIGHT}
    world.settle()

    [winner] = [who for who, said in answers.items() if f"You have *{PAGE}*." in said]
    told = [said for who, said in answers.items() if who != winner]
    assert told == [f"It is already with somebody: nothing was changed. It is with <@{winner}>."] * 7
    assert f"*Acknowledged*\n<@{winner}>" in world.page(PAGE).plain
    assert f"*Acknowledged*\n<@{winner}>" in world.page(PAGE, SAM).plain


def test_of_eight_who_claim_a_request_and_a_notice_at_once_one_has_each(world: World) -> None:
    hire_eight(world)
    references = world.files_request(), world.files_notice()

    for reference in references:
        before = {who: len(world.slack.ephemerals(who)) for who in EIGHT}
        all_click(world, "Claim", world.card(reference))
        answers = {who: answer_to(world, who, after=before[who]) for who in EIGHT}
        world.settle()

        [winner] = [who for who, said in answers.items() if f"*{reference}* is now in" in said]
        told = [said for who, said in answers.items() if who != winner]
        assert told == [f"It is already with somebody: nothing was changed. It is with <@{winner}>."] * 7
        assert f"*Owner*\n<@{winner}>" in world.card(reference).plain


def test_eight_who_page_for_one_record_at_once_open_one_page(world: World) -> None:
    hire_eight(world)
    request = world.files_request()

    answers = all_at_once(8, lambda number: world.asks(EIGHT[number], f"/escalate {request} come now"))
    world.settle()

    assert sum("is on its way" in each for each in answers) == 1
    assert sum("your words were added to it" in each for each in answers) == 7
    assert all(PAGE in each for each in answers)
    assert len([each for each in world.slack.messages(ONCALL) if "Priority" in each.plain]) == 1


def test_one_approves_while_another_asks_for_information(world: World) -> None:
    notice = brought(world, Colour.YELLOW, NoticeState.REVIEW)
    card = world.card(notice)
    acts: list[Callable[[], object]] = []
    for who, label, answers in (
        (SAM, "Approve", {"criteria": SEVEN}),
        (DAN, "Ask for information", {"missing": "The warrant."}),
    ):
        form = world.clicks(who, label, card).views[-1]
        acts.append(partial(world.slack.submit, who, form, answers))

    all_at_once(2, lambda number: acts[number]())
    world.settle()

    approval, asked = world.slack.view(SAM), world.slack.view(DAN)
    assert approval is not None
    assert asked is not None
    if f"*{notice}* is now approved." in approval.plain:
        stale = f"It has changed since you looked, so nothing was saved. {notice} is now approved."
        assert asked.errors == {"missing": stale}
        assert state(world, notice) == "approved"
    else:
        closed = f"{notice} is now waiting for information, so “Approve” is not open."
        assert approval.errors == {"criteria": closed}
        assert f"*{notice}* is now waiting for information." in asked.plain
        assert state(world, notice) == "waiting for information"
    assert len([each for each in world.said(DESK) if notice in each]) == 1


def hire_eight(world: World) -> None:
    for who in EIGHT:
        world.slack.add_person(who, who[2:].lower())
        world.slack.invite(who, DESK)
        world.slack.invite(who, ONCALL)
        world.bot.desk.people.grant(PersonId(who), Role.OFFICER, by=SYSTEM)


def all_click(world: World, label: str, on: Message) -> None:
    all_at_once(8, lambda number: world.slack.click(EIGHT[number], on, text=label))


def answer_to(world: World, who: str, *, after: int = 0) -> str:
    """What only they see; waits for it."""
    return world.slack.wait_for(lambda: [each.plain for each in world.slack.ephemerals(who)][after:])[0]
