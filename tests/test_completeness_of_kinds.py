"""Whoever adds a kind of request learns here what else it needs: a row, a form file, words and endings."""

import pkgutil
import re
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path

import pytest

from bot.rules import forms, requests, subjects
from bot.rules.colours import COLOURS
from bot.rules.kinds import BY_WORD, DUPLICATE, KINDS, outcomes
from bot.rules.notice_forms.common import RECIPIENTS
from bot.rules.steps import Ask, AskKind, Sign
from handlers.forms.fields import OPTION_LIMIT
from handlers.views import filed
from storage.records.requests import Direction, RequestKind

ROOT = Path(__file__).parent.parent
BEGINNING = frozenset({"direction", "country", "means"})
"""Asked before the form of a kind opens."""


def every_ask() -> Iterator[tuple[RequestKind, Direction, Ask]]:
    for kind, row in KINDS.items():
        for direction, form in row.forms.items():
            yield from ((kind, direction, ask) for ask in form.asks)


def test_every_kind_has_its_row_in_the_order_in_which_it_is_declared() -> None:
    assert list(KINDS) == list(RequestKind)


def test_every_kind_has_a_form_file_of_its_own_named_by_its_word() -> None:
    modules = {
        each.name: import_module(f"bot.rules.forms.{each.name}")
        for each in pkgutil.iter_modules(forms.__path__)
    }
    with_a_form = {name for name, module in modules.items() if hasattr(module, "OUTGOING")}

    assert with_a_form == {row.word for row in KINDS.values()}
    for row in KINDS.values():
        own = vars(modules[row.word])
        assert set(row.forms.values()) <= {own["OUTGOING"], own.get("INCOMING")}
    assert len(BY_WORD) == len(KINDS)


@pytest.mark.parametrize("kind", RequestKind)
def test_every_kind_has_words_of_its_own_that_fit_into_a_menu(kind: RequestKind) -> None:
    row = KINDS[kind]

    assert len(row.label) <= OPTION_LIMIT
    assert row.purpose.endswith(".")
    assert [each.label for each in KINDS.values()].count(row.label) == 1
    assert row.forms, "it goes at least one way"


@pytest.mark.parametrize("kind", RequestKind)
def test_every_kind_has_endings_of_its_own_each_named_once(kind: RequestKind) -> None:
    codes, labels = zip(*outcomes(kind), strict=True)

    assert KINDS[kind].outcomes
    assert len(set(codes)) == len(codes)
    assert len(set(labels)) == len(labels)
    assert DUPLICATE not in codes


def test_only_partners_who_are_told_have_a_time() -> None:
    for row in KINDS.values():
        assert row.told_in_time <= set(row.told)


def test_every_sign_of_a_subject_is_used_and_has_its_words() -> None:
    used = {ask.sign for _, _, ask in every_ask() if ask.sign}

    assert used == set(Sign)
    assert set(filed.SIGNS) == {subjects.PERSON, *(sign.value for sign in used - {Sign.NAME, Sign.BIRTH})}


def test_every_answer_that_the_desk_reads_by_name_is_asked_for_somewhere() -> None:
    asked = {ask.name for _, _, ask in every_ask()} | {"channel", "call_back"} | BEGINNING

    assert asked >= requests.COLUMNS
    assert set(requests.DEPARTURES) <= asked
    assert {name for pair in requests._IN_ORDER for name in pair} <= asked
    assert set(names_in_code()) <= asked | asked_of_notices()


def test_every_question_that_depends_on_another_names_one_that_stands_before_it_and_its_choices() -> None:
    for kind, row in KINDS.items():
        for form in row.forms.values():
            before: dict[str, Ask] = {}
            for ask in form.asks:
                if ask.when:
                    assert ask.when.answers <= {value for value, _ in before[ask.when.name].choices}, kind
                before[ask.name] = ask


def test_every_day_that_reminds_pages_or_warns_is_one_that_can_be_read() -> None:
    days = {ask.name for _, _, ask in every_ask() if ask.kind is AskKind.DATE}

    assert {*requests.DEPARTURES, "told_registry_on", "reported_on", "arrives_on"} <= days


def asked_of_notices() -> set[str]:
    """By any colour or means, and whether the agency is registered, which the desk says itself."""
    forms = [form for row in COLOURS.values() for form in row.forms.values()]
    return {ask.name for form in forms for ask in form.asks} | {RECIPIENTS.name, "agency_registered"}


def names_in_code() -> Iterator[str]:
    """Names of answers that the desk's code asks a record for."""
    for folder in ("bot/desk", "bot/rules", "handlers"):
        for path in sorted((ROOT / folder).rglob("*.py")):
            yield from re.findall(r'answers\.get\("([a-z_]+)"', path.read_text())
