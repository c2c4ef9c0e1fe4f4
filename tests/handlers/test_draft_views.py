"""Drafts in a message and on the Home, and what else the Home offers to whom."""

import pytest

from bot.desk.facts import HomeFacts
from handlers.views import drafts, home
from handlers.views.blocks import Message
from storage.records.people import Role
from tests.handlers import brim, facts, request_facts
from tests.handlers.examples import DESK
from tests.handlers.reading import buttons, labels, texts, told


def test_a_draft_names_kind_country_and_way_and_nothing_that_stands_in_it() -> None:
    words = told(drafts.message([request_facts.draft()], DESK))

    assert "*Travel of a sex offender*, Bosnia &amp; Herzegovina. Incoming: abroad asks us" in words
    assert brim.LINE not in words
    assert "14 days after you last touched it (desk default)" in words


def test_a_draft_whose_kind_is_not_chosen_says_so() -> None:
    words = told(drafts.message([request_facts.draft(form="")], DESK))

    assert "*A request* whose kind is not chosen yet" in words


def test_each_draft_has_its_own_buttons() -> None:
    message = drafts.message([request_facts.draft(1), request_facts.draft(2)], DESK)

    assert [(each["action_id"], each["value"]) for each in buttons(message)] == [
        ("draft:resume:0", "d1"),
        ("draft:discard:0", "d1"),
        ("draft:resume:1", "d2"),
        ("draft:discard:1", "d2"),
    ]


def test_without_drafts_somebody_learns_how_there_come_to_be_some() -> None:
    assert "A form that you close is kept here." in told(drafts.message([], DESK))


def home_labels(of: HomeFacts) -> list[str]:
    return labels(Message(text="", blocks=home.view(of, DESK)["blocks"]))


@pytest.mark.parametrize(
    ("role", "offered"),
    [
        (Role.OFFICER, ["Next item", "New request", "New notice", "My requests", "Escalate"]),
        (Role.SUPERVISOR, ["Next item", "New request", "New notice", "My requests", "Escalate"]),
        (Role.REQUESTER, ["New request", "New notice", "My requests", "Escalate"]),
        (Role.AUDITOR, ["New request", "New notice", "My requests", "Escalate"]),
    ],
)
def test_only_who_works_at_the_desk_takes_the_next_item(role: Role, offered: list[str]) -> None:
    assert home_labels(facts.home(1, role=role)) == offered


def test_a_home_lists_drafts_only_when_there_are_some() -> None:
    with_them = home.view(facts.home(1, drafts=2), DESK)
    without = home.view(facts.home(1), DESK)

    assert home_labels(facts.home(1, drafts=1))[-2:] == ["Resume", "Throw away"]
    assert ["*Drafts*" in texts(each) for each in (with_them, without)] == [True, False]
