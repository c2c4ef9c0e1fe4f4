"""The App Home of one person. It stays in a client after a role is revoked, so it holds references only."""

from collections.abc import Sequence

from bot.desk.facts import HomeFacts, ListRow, PageRow
from handlers import action_ids
from handlers.views import drafts
from handlers.views.blocks import Block, View, actions, button, context, header, ours, section
from handlers.views.listing import summary
from handlers.views.oncall import sentence
from handlers.views.pages import sign
from handlers.views.words import PAGES, DeskWords
from storage.records.people import Role

ROWS = 20
"""Rows of each list at most; the lists themselves have pages."""

_WORKS = frozenset({Role.OFFICER, Role.SUPERVISOR})
_NEXT = button("Next item", action_ids.HOME_NEXT, "next", style="primary")
_ESCALATE = button("Escalate", action_ids.HOME_ESCALATE, "escalate", style="danger")


def view(facts: HomeFacts, desk: DeskWords) -> View:
    oncall = [section(ours(f"*On call*\n{sentence(facts.oncall, desk)}"))] if facts.oncall else []
    return {
        "type": "home",
        "blocks": [
            header("Liaison desk"),
            *(_with_a_role(facts.role) if facts.role else _without_a_role()),
            *oncall,
            *_pages(facts.pages),
            *_drafts(facts, desk),
            *(_work(facts, desk) if facts.role else []),
            context(f"Command center, at any hour: {facts.telephone}. Desk: {facts.email}"),
        ],
    }


def _with_a_role(role: str) -> list[Block]:
    return [
        context(f"Your role here: {role}."),
        *actions(
            *([_NEXT] if role in _WORKS else []),
            button("New request", action_ids.HOME_REQUEST, "new", style=_style(role)),
            button("New notice", action_ids.HOME_NOTICE, "notice"),
            button("My requests", action_ids.HOME_MINE, "mine"),
            _ESCALATE,
        ),
    ]


def _style(role: str) -> str:
    """Each role has one button that stands out."""
    return "" if role in _WORKS else "primary"


def _drafts(facts: HomeFacts, desk: DeskWords) -> list[Block]:
    if not facts.drafts:
        return []
    return [section(ours("*Drafts*")), *drafts.rows(facts.drafts, desk)]


def _without_a_role() -> list[Block]:
    return [context("You have no role here yet. Ask a supervisor."), *actions(_ESCALATE)]


def _work(facts: HomeFacts, desk: DeskWords) -> list[Block]:
    return [
        *_rows("Due soon", facts.due_soon, "Nothing is due soon.", desk),
        *_rows("Mine", facts.mine, "You have nothing open.", desk),
    ]


def _pages(pages: Sequence[PageRow]) -> list[Block]:
    lines = [f"{sign(each.state)} *{each.reference}*  {PAGES[each.state]}" for each in pages[:ROWS]]
    return [section(ours("*Pages*\n" + "\n".join(lines)))] if lines else []


def _rows(title: str, rows: Sequence[ListRow], none: str, desk: DeskWords) -> list[Block]:
    blocks = [section(ours(f"*{title}*")), *(section(ours(summary(each, desk))) for each in rows[:ROWS])]
    if not rows:
        blocks.append(context(none))
    if len(rows) > ROWS:
        blocks.append(context(f"And {len(rows) - ROWS} more: `/liaison list` and `/notice list` show all."))
    return blocks
