"""The check of Block Kit payloads, at least as strict as Slack's own, for messages, modals and home tabs."""

from bot.sandbox.blocks.problem import Problem
from bot.sandbox.blocks.surfaces import MESSAGE_BLOCKS, VIEW
from bot.sandbox.blocks.whole import (
    MESSAGE_TEXT_LIMIT,
    VIEW_SIZE_LIMIT,
    message_rules,
    objects,
    text_length,
    view_rules,
    view_size,
)

__all__ = [
    "MESSAGE_TEXT_LIMIT",
    "VIEW_SIZE_LIMIT",
    "Problem",
    "check_message",
    "check_view",
    "text_length",
    "view_size",
]


def check_message(blocks: object) -> list[Problem]:
    """Every problem of a message's `blocks`; pointers start at the list, as in `/0/text/text`."""
    return [*MESSAGE_BLOCKS.problems(blocks, ""), *message_rules(list(objects(blocks)))]


def check_view(view: object) -> list[Problem]:
    """Every problem of a modal or home view; pointers start at the view, as in `/blocks/0/text`."""
    problems = VIEW.problems(view, "")
    if isinstance(view, dict):
        problems = [*problems, *view_rules(view, list(objects(view)))]
    return problems
