"""Answers: checks what somebody filled in for a step against what the step asks."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import assert_never

from bot.rules.errors import InvalidForm
from bot.rules.fields import date_error, found, kept, text_error
from bot.rules.steps import Ask, AskKind


def check(asks: Sequence[Ask], answers: Mapping[str, str], *, latest: date, limit: int) -> dict[str, str]:
    """The answers that were asked for, trimmed and without empty ones.

    A date may not be later than `latest`. Raises InvalidForm with a sentence for each wrong field.
    """
    given = {ask.name: answers.get(ask.name, "").strip() for ask in asks}
    if wrong := found({ask.name: _error(ask, given[ask.name], latest, limit) for ask in asks}):
        raise InvalidForm(wrong)
    return {name: kept(answer) for name, answer in given.items() if answer}


def in_words(asks: Sequence[Ask], given: Mapping[str, str]) -> dict[str, str]:
    """The answers as people read them: by label, or by name when nobody asks for it any more."""
    asked = {ask.name: ask for ask in asks}
    spelled: dict[str, str] = {}
    for name, answer in given.items():
        ask = asked.get(name) or Ask(name=name, label=name.replace("_", " ").capitalize(), kind=AskKind.LINE)
        spelled[ask.label] = dict(ask.choices).get(answer, answer)
    return spelled


def _error(ask: Ask, answer: str, latest: date, limit: int) -> str | None:
    if error := text_error(answer, limit=limit, required=ask.required):
        return error
    if not answer:
        return None
    match ask.kind:
        case AskKind.LINE | AskKind.TEXT:
            return None
        case AskKind.DATE:
            return date_error(answer, latest=latest)
        case AskKind.CHOICE:
            offered = {value for value, _ in ask.choices}
            return None if answer in offered else "Choose one of the list."
        case _:
            assert_never(ask.kind)
