"""Finds the subcommand that was typed; help and the nearest guess come from the same tuple of subcommands."""

import difflib
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Protocol

from bot.rules import references
from handlers.answers import Answer
from handlers.asking import Asked
from handlers.edge import Edge
from handlers.views import help as help_view
from handlers.views import refusal

HELP = "help"
LONGEST_GUESSED = 40
"""A first word longer than this is no slip of the finger, and comparing it would take time."""


def _any_words(_words: str) -> bool:
    return True


@dataclass(frozen=True, slots=True, kw_only=True)
class Subcommand:
    command: str
    """`/notice`"""
    name: str
    """`status`; empty for the bare command."""
    words: str
    """What it does, as a line of the help text."""
    usage: str
    """How it is typed."""
    handler: Callable[[Asked], Answer]
    """It gets the text behind the subcommand's name."""
    needs_words: bool = False
    """Without words behind it, it only tells how it is typed."""
    takes_any_words: bool = False
    """For a bare command: whatever is typed belongs to it, so that no slip of the finger loses a page."""
    only_with: Callable[[str], bool] = _any_words
    """Whether the words behind the name are its own; others belong to the bare command."""


def subcommand(
    command: str,
    name: str,
    handler: Callable[[Asked], Answer],
    *,
    words: str,
    usage: str = "",
    needs_words: bool = False,
    takes_any_words: bool = False,
    only_with: Callable[[str], bool] = _any_words,
) -> Subcommand:
    """`usage` is what is typed behind the command and the name."""
    return Subcommand(
        command=command,
        name=name,
        words=words,
        usage=" ".join(part for part in (command, name, usage) if part),
        handler=handler,
        needs_words=needs_words,
        takes_any_words=takes_any_words,
        only_with=only_with,
    )


class DuplicateSubcommand(Exception):
    """Two parts of the desk claim the same words; raised at start."""


class Part(Protocol):
    """A noun of the desk at the Slack edge."""

    def subcommands(self) -> tuple[Subcommand, ...]: ...

    def register(self, edge: Edge) -> None: ...


class Router:
    """Raises `DuplicateSubcommand`."""

    def __init__(self, subcommands: Sequence[Subcommand]) -> None:
        self._by_command: dict[str, dict[str, Subcommand]] = {}
        for each in subcommands:
            named = self._by_command.setdefault(each.command, {})
            if each.name in named or each.name == HELP:
                raise DuplicateSubcommand(f"{each.command} {each.name}")
            named[each.name] = each

    @property
    def commands(self) -> tuple[str, ...]:
        return tuple(self._by_command)

    def takes_any_words(self, command: str) -> bool:
        bare = self._by_command[command].get("")
        return bare is not None and bare.takes_any_words

    def answer(self, command: str, asked: Asked) -> Answer:
        """Runs the subcommand; an unknown word gets the nearest guess and the help text."""
        first, rest = _first_word(asked.text)
        named = self._by_command[command]
        chosen = named.get(first.lower())
        if chosen and chosen.only_with(rest):
            return _run(chosen, replace(asked, text=rest))
        if near := self._meant(command, first, rest):
            return refusal.message(f"Did you mean `{command} {near} {rest}`? Nobody was told anything.")
        if self.takes_any_words(command) and (rest or first.lower() != HELP):
            return named[""].handler(replace(asked, text=asked.text.strip()))
        if first.lower() in ("", HELP):
            return self.help(command)
        return self.help(command, unknown=first)

    def _meant(self, command: str, first: str, rest: str) -> str:
        """The subcommand that a slip of the finger hides before a page's reference; empty when none is meant.

        Only then: whatever else is typed behind a command that takes any words belongs to it.
        """
        page = (references.leading(rest)[0] or "").startswith(references.ESCALATION)
        if not page or not self.takes_any_words(command):
            return ""
        names = [name for name in self._by_command[command] if name]
        return next(iter(difflib.get_close_matches(first.lower()[:LONGEST_GUESSED], names, n=1)), "")

    def help(self, command: str, *, unknown: str = "") -> Answer:
        named = self._by_command[command]
        lines = [help_view.Line(usage=each.usage, words=each.words) for each in named.values()]
        near = difflib.get_close_matches(unknown.lower()[:LONGEST_GUESSED], [*named, HELP], n=1)
        return help_view.message(
            command, lines, unknown=unknown, guess=f"{command} {near[0]}" if near else ""
        )


def register(edge: Edge, parts: Sequence[Part]) -> Router:
    """Every listener of the desk, in the order that Bolt tries them."""
    router = Router([each for part in parts for each in part.subcommands()])
    for command in router.commands:
        edge.on_command(command, _answering(router, command), vital=router.takes_any_words(command))
    for part in parts:
        part.register(edge)
    edge.on_account_change()
    edge.catch_the_rest()
    return router


def _run(chosen: Subcommand, asked: Asked) -> Answer:
    if chosen.needs_words and not asked.text:
        return refusal.which_one(chosen.usage)
    return chosen.handler(asked)


def _answering(router: Router, command: str) -> Callable[[Asked], Answer]:
    return lambda asked: router.answer(command, asked)


def _first_word(text: str) -> tuple[str, str]:
    first, *rest = text.strip().split(maxsplit=1) or [""]
    return first, rest[0].strip() if rest else ""
