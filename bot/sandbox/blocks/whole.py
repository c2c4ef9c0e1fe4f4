"""Rules over a whole message or view: ids that must differ, things allowed once, and totals."""

import json
from collections.abc import Iterator, Mapping

from bot.sandbox.blocks.problem import Problem

Object = Mapping[str, object]
Found = list[tuple[Object, str]]

# Slack states no total for a message; `msg_blocks_too_long` was seen from about here on (bolt-js issue 2509).
MESSAGE_TEXT_LIMIT = 13_200
MARKDOWN_LIMIT = 12_000
VIEW_SIZE_LIMIT = 250_000


def objects(value: object, at: str = "") -> Iterator[tuple[Object, str]]:
    """Every object inside `value` with its pointer, outer ones first."""
    if isinstance(value, dict):
        yield value, at
        for key, inner in value.items():
            if isinstance(inner, dict | list):
                yield from objects(inner, f"{at}/{key}")
    elif isinstance(value, list):
        for index, inner in enumerate(value):
            yield from objects(inner, f"{at}/{index}")


def text_length(blocks: object) -> int:
    """Characters of all texts in `blocks`, counted against the limit of a whole message."""
    return _text_length(list(objects(blocks)))


def view_size(view: object) -> int:
    """Bytes of the view as JSON, counted against the 250 kB of `view_too_large`."""
    return len(
        json.dumps(view, ensure_ascii=False, separators=(",", ":"), default=str).encode(errors="replace")
    )


def message_rules(found: Found) -> list[Problem]:
    """What must hold over all objects of a message."""
    problems = [
        *_ids_differ(found),
        *_one_table(found),
        *_markdown_fits(found),
        *_files_only_in_modals(found),
    ]
    if _text_length(found) > MESSAGE_TEXT_LIMIT:
        problems.append(
            Problem(f"msg_blocks_too_long: must be less than {MESSAGE_TEXT_LIMIT + 1} characters in all", "")
        )
    return problems


def view_rules(view: Object, found: Found) -> list[Problem]:
    """What must hold over all objects of a view."""
    problems = [*_ids_differ(found), *_one_table(found), *_one_focus(found), *_input_can_be_sent(view, found)]
    if view.get("type") == "home":
        problems += _files_only_in_modals(found)
    if view_size(view) > VIEW_SIZE_LIMIT:
        problems.append(Problem(f"must be less than {VIEW_SIZE_LIMIT + 1} bytes", ""))
    return problems


def _text_length(found: Found) -> int:
    return sum(len(text) for each, _ in found if isinstance(text := each.get("text"), str))


def _ids_differ(found: Found) -> Iterator[Problem]:
    """An id stands once in a whole message or view.

    Slack asks this of an `action_id` only within its block; here it is asked of the whole, so that an
    action is told by its id alone.
    """
    for key in ("block_id", "action_id"):
        seen: set[str] = set()
        for each, at in found:
            name = each.get(key)
            if not isinstance(name, str):
                continue
            if name in seen:
                yield Problem(f"`{key}` must be unique: {name} already exists", f"{at}/{key}")
            seen.add(name)


def _one_table(found: Found) -> Iterator[Problem]:
    tables = [at for each, at in found if each.get("type") in ("table", "data_table")]
    yield from (Problem("only one table allowed", at) for at in tables[1:])


def _one_focus(found: Found) -> Iterator[Problem]:
    focused = [at for each, at in found if each.get("focus_on_load") is True]
    yield from (Problem("only one element may focus on load", f"{at}/focus_on_load") for at in focused[1:])


def _markdown_fits(found: Found) -> Iterator[Problem]:
    total = 0
    for each, at in found:
        if each.get("type") == "markdown" and isinstance(text := each.get("text"), str):
            total += len(text)
            if total > MARKDOWN_LIMIT >= total - len(text):
                yield Problem(
                    f"must be less than {MARKDOWN_LIMIT + 1} characters in all markdown", f"{at}/text"
                )


def _input_can_be_sent(view: Object, found: Found) -> Iterator[Problem]:
    if view.get("type") == "modal" and "submit" not in view:
        inputs = [at for each, at in found if each.get("type") == "input"]
        if inputs:
            yield Problem("missing required field: submit", "")


def _files_only_in_modals(found: Found) -> Iterator[Problem]:
    for each, at in found:
        if each.get("type") == "file_input":
            yield Problem("unsupported type: file_input", f"{at}/type")
