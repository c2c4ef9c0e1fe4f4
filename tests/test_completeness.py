"""Whoever adds a member to an enumeration learns here what else it needs: words, a rule, a wait, a line."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import fields
from enum import Enum
from pathlib import Path
from typing import get_args

import pytest
from typer.main import get_command

from bot import policy
from bot.clock import SystemClock, new_id
from bot.delivery import Delivery
from bot.rules import notice_states, notice_steps, query_fields, request_steps, requests, telling, texts
from bot.rules.colours import COLOURS, title
from bot.rules.endings import ENDS
from bot.rules.kinds import KINDS
from bot.rules.partners import PARTNERS
from bot.rules.permissions import ROLES, Act
from bot.rules.policy import NoticeLimits, Policy, RequestLimits, Retention
from bot.rules.registry_file import COLUMNS, FileKind
from bot.settings import Settings
from handlers.app import assemble
from handlers.cli import app as command_line
from handlers.manifest import COMMANDS
from handlers.views import own, words
from storage.announcement_json import decode, encode
from storage.records.agencies import AgencyKind
from storage.records.announcements import Announcement, SurfaceKind
from storage.records.countries import Topic
from storage.records.disclosures import Authority, Content
from storage.records.escalations import EscalationState, Rung
from storage.records.notices import Colour, Means, NoticeState
from storage.records.outbox import Lane
from storage.records.people import Role
from storage.records.reach import Way
from storage.records.reminders import RecordKind, ReminderRule
from storage.records.requests import (
    Channel,
    Direction,
    Offence,
    Partner,
    Priority,
    RequestKind,
    RequestState,
)
from storage.records.terms import TermKind
from storage.reference import terms
from tests.handlers.test_views import ANNOUNCEMENTS
from tests.registered import SETTINGS, registered

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text()
RULES = policy.load()


def source(folder: str) -> str:
    return "\n".join(path.read_text() for path in sorted((ROOT / folder).rglob("*.py")))


def missing(members: type[Enum], text: str) -> list[str]:
    """Members that no line of this code names."""
    return [each.name for each in members if f"{members.__name__}.{each.name}" not in text]


@pytest.mark.parametrize(
    ("members", "labels"),
    [
        (RequestKind, {kind: row.label for kind, row in KINDS.items()}),
        (Direction, words.DIRECTIONS),
        (Direction, words.NOTICE_DIRECTIONS),
        (Priority, words.PRIORITIES),
        (Offence, {Offence(row["code"]): row["label"] for row in terms() if row["kind"] == "offence"}),
        (AgencyKind, words.AGENCY_KINDS),
        (Topic, words.TOPICS),
        (TermKind, words.TERM_KINDS),
        (FileKind, COLUMNS),
        (Channel, words.CHANNELS),
        (Partner, PARTNERS),
        (Content, telling.CONTENTS),
        (Authority, telling.AUTHORITIES),
        (Way, words.WAYS),
        (EscalationState, words.PAGES),
        (RecordKind, words.STATUS_COMMANDS),
        (Colour, COLOURS),
        (Means, {means: title(Colour.RED, means, Direction.OUTGOING) for means in Means}),
        (NoticeState, {state: texts.notice_standing(state) for state in NoticeState}),
        (RequestState, {state: texts.request_standing(state) for state in RequestState}),
        (RequestState, own.PLAIN),
    ],
)
def test_every_member_has_its_words(members: type[Enum], labels: Mapping[Enum, object]) -> None:
    assert set(labels) == set(members)
    assert len({str(label) for label in labels.values()}) == len(members)


@pytest.mark.parametrize("kind", RecordKind)
def test_every_state_can_be_asked_for_in_a_list(kind: RecordKind) -> None:
    states = NoticeState if kind is RecordKind.NOTICE else RequestState

    for state in states:
        assert query_fields._STATES[kind][state.value] == {state}


def test_every_announcement_is_kept_and_read_again() -> None:
    assert {type(each) for each in ANNOUNCEMENTS} == set(get_args(Announcement))
    for each in ANNOUNCEMENTS:
        assert decode(encode(each)) == each


def test_every_announcement_and_surface_is_told_by_the_desk() -> None:
    desk = source("bot/desk")

    untold = [each.__name__ for each in get_args(Announcement) if f"{each.__name__}(" not in desk]
    assert (untold, missing(SurfaceKind, desk)) == ([], [])


def test_every_lane_is_swept_once() -> None:
    bot = assemble(SETTINGS, policy=RULES, clock=SystemClock(), new_id=new_id)
    deliveries = [getattr(sweep.run, "__self__", None) for sweep in bot.sweeps]

    lanes = [lane for each in deliveries if isinstance(each, Delivery) for lane in each._lanes]
    assert sorted(lanes) == sorted(Lane)


def test_every_reminder_rule_is_named_where_moments_are_made_or_said() -> None:
    assert missing(ReminderRule, source("bot/rules") + source("bot/desk")) == []


def test_every_rung_stands_in_the_shipped_ladder() -> None:
    shipped = {step.who for ladder in RULES.ladders.values() for step in ladder}

    assert set(Rung) - shipped == {Rung.GROUP}, "a user group's id is the operator's own"


def test_every_notice_state_is_reached() -> None:
    filed, recorded = NoticeState.SUBMITTED, NoticeState.RECEIVED
    reached = {filed, recorded, *(state for state, _ in ENDS), *(step.to for step in notice_steps.STEPS)}

    assert set(NoticeState) - reached == set()


def test_every_request_state_is_reached() -> None:
    reached = {RequestState.SUBMITTED, *(step.to for step in request_steps.STEPS)}

    assert set(RequestState) - reached == set()


def test_every_escalation_state_is_reached() -> None:
    assert missing(EscalationState, source("bot/desk") + source("bot/rules")) == []


def test_every_state_that_is_reached_is_over_or_has_a_way_out() -> None:
    ways_out = frozenset().union(*(step.starts for step in notice_steps.STEPS if not step.aside))

    assert ways_out == notice_states.LIVE
    assert frozenset().union(*(step.starts for step in notice_steps.STEPS)) == notice_states.LIVE
    moving = [step for step in request_steps.STEPS if step.to is not None]
    assert frozenset().union(*(step.starts for step in moving)) >= requests.LIVE
    assert [step for step in moving if step.starts & requests.OVER] == [
        request_steps.WRONG,
        request_steps.REOPEN,
    ]


def test_the_policy_says_how_long_each_priority_may_wait() -> None:
    # That each state has its wait, by a deadline or by itself, `test_completeness_of_deadlines` shows.
    assert set(RULES.response) == set(Priority)


def test_every_step_has_its_words_in_the_history() -> None:
    of_notices = {step.name for step in notice_steps.STEPS}
    of_requests = {step.name for step in request_steps.STEPS}

    assert of_notices | of_requests | {"filed", "imported", "escalated", "alert_acknowledged"} == set(
        texts._STEPS
    )


def test_every_act_has_its_roles_and_is_asked_for_by_the_desk() -> None:
    assert set(ROLES) == set(Act)
    assert missing(Act, source("bot/desk")) == []


def test_every_part_of_the_policy_is_used() -> None:
    used = source("bot/desk") + source("bot/rules") + source("handlers")

    assert [each.name for each in fields(Policy) if f"policy.{each.name}" not in used] == []
    assert [each.name for each in fields(RequestLimits) if f"requests.{each.name}" not in used] == []
    assert [each.name for each in fields(NoticeLimits) if f"policy.notices.{each.name}" not in used] == []
    assert [each.name for each in fields(Retention) if f"policy.retention.{each.name}" not in used] == []


def test_the_readme_names_every_setting_and_the_example_file_all_but_the_sandboxs() -> None:
    names = [name.upper() for name in Settings.model_fields]
    example = (ROOT / ".env.example").read_text()

    assert [name for name in names if f"`{name}`" not in README] == []
    assert [name for name in names if f"\n{name}=" not in example] == ["DESK_CLOCK"]


def test_the_readme_names_every_role() -> None:
    assert [role for role in Role if f"*{role}*" not in README] == []


def test_the_readme_names_every_slash_command_and_subcommand() -> None:
    found = registered().subcommands

    assert {each.command for each in found} == {each.command for each in COMMANDS}
    assert [each for each in found if not re.search(rf"`{each.command} ?{each.name}\b", README)] == []


def test_the_readme_names_every_command_of_the_command_line() -> None:
    table = README.partition("## Command line")[2].partition("## ")[0]

    assert [line for line in typed_commands() if f"`{line}" not in table] == []


def typed_commands() -> list[str]:
    """`run`, `people grant`, `people contact set` and so on."""
    return list(_lines(get_command(command_line)))


def _lines(group: object, before: str = "") -> Iterator[str]:
    """Each command of a group, and each of the groups in it, at any depth."""
    for name, command in group.commands.items():  # type: ignore[attr-defined]  # It is a group.
        line = f"{before}{name}"
        if hasattr(command, "commands"):
            yield from _lines(command, f"{line} ")
        else:
            yield line
