"""Kinds of request: each has its row and its form, and a new one needs no more than these."""

import ast
import importlib
import pkgutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.rules import forms
from bot.rules.kinds import BY_WORD, DUPLICATE, KINDS, form_of, outcomes
from bot.rules.partners import PARTNERS
from bot.rules.steps import Form
from storage.records.requests import Direction, Offence, Partner, Priority, RequestKind

IN, OUT = Direction.INCOMING, Direction.OUTGOING
CHILDREN = [RequestKind.MISSING_CHILD, RequestKind.PARENTAL_ABDUCTION]
ONLY_OUT = {RequestKind.FUGITIVE, RequestKind.NONCOMPLIANT_OFFENDER, RequestKind.REMOVAL}


def test_every_kind_has_its_row() -> None:
    assert set(KINDS) == set(RequestKind)


def test_the_words_are_those_that_people_type() -> None:
    assert list(BY_WORD) == [
        "child", "parent", "adult", "fugitive", "offender", "travel", "removal",
        "trafficking", "witness", "icse", "cybertip", "url", "inquiry",
    ]  # fmt: skip


def test_no_word_stands_for_two_kinds_nor_for_something_else() -> None:
    assert len(BY_WORD) == len(KINDS)
    assert set(BY_WORD).isdisjoint({"new", "drafts", "status", "mine", "list", "next", "load", "country"})


def test_labels_and_purposes_are_each_kinds_own_and_fit_in_slack() -> None:
    labels, purposes = [[getattr(row, name) for row in KINDS.values()] for name in ("label", "purpose")]

    assert len(set(labels)) == len(set(purposes)) == len(KINDS)
    assert max(map(len, labels)) <= 75
    assert max(map(len, purposes)) <= 100


@pytest.mark.parametrize("kind", RequestKind)
def test_every_kind_goes_abroad_and_the_others_say_that_they_do_not_come_in(kind: RequestKind) -> None:
    assert form_of(kind, OUT) is not None
    assert (form_of(kind, IN) is None) == (kind in ONLY_OUT)


def _modules() -> Iterator[tuple[str, list[Form]]]:
    for module in pkgutil.iter_modules(forms.__path__):
        found = vars(importlib.import_module(f"{forms.__name__}.{module.name}")).values()
        yield module.name, [each for each in found if isinstance(each, Form)]


def test_every_file_of_forms_is_one_kinds_and_each_of_its_forms_is_used() -> None:
    used = {id(form): kind for kind, row in KINDS.items() for form in row.forms.values()}
    by_file = {name: [used.get(id(form)) for form in found] for name, found in _modules() if found}

    assert all(len(set(kinds)) == 1 and None not in kinds for kinds in by_file.values()), by_file
    assert len(by_file) == len(KINDS)


def test_a_new_kind_needs_its_row_and_its_file_and_nothing_else() -> None:
    """Nothing else in the code knows a single kind; only the example desk files what it likes."""
    naming = {
        path.as_posix()
        for folder in ("bot", "handlers", "storage")
        for path in Path(folder).rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Attribute)
        and isinstance(node.value, ast.Name)
        and node.value.id == "RequestKind"
    }

    assert {each for each in naming if not each.startswith("bot/demo/")} == {"bot/rules/kinds.py"}


@pytest.mark.parametrize("kind", RequestKind)
def test_the_ways_to_end_are_named_once_and_fit(kind: RequestKind) -> None:
    codes = [code for code, _ in outcomes(kind)]

    assert len(set(codes)) == len(codes) >= 3
    assert codes[-1] == "otherwise"
    assert DUPLICATE not in codes
    assert all(len(code) <= 40 and len(label) <= 75 for code, label in outcomes(kind))


@pytest.mark.parametrize("kind", CHILDREN)
def test_a_childs_case_ends_by_one_of_the_divisions_four_words_or_named_otherwise(kind: RequestKind) -> None:
    labels = [label for _, label in outcomes(kind)]

    assert labels[:4] == ["Identified", "Protected", "Rescued", "Returned home"]
    assert set(labels[4:]) <= {"A court ordered that the child stays", "Otherwise, as the note says"}


@pytest.mark.parametrize("kind", CHILDREN)
def test_a_childs_case_does_not_end_without_a_result(kind: RequestKind) -> None:
    assert "no_result" not in [code for code, _ in outcomes(kind)]


def test_only_children_are_minors_by_their_birth() -> None:
    assert [kind for kind, row in KINDS.items() if row.minors] == CHILDREN


def test_an_offence_is_presumed_only_where_the_kind_is_about_one() -> None:
    assert {kind: row.offence for kind, row in KINDS.items() if row.offence} == {
        RequestKind.TRAFFICKING: Offence.TRAFFICKING,
        RequestKind.VICTIM_IDENTIFICATION: Offence.CHILD_ABUSE_IMAGES,
        RequestKind.WEB_ADDRESS: Offence.CHILD_ABUSE_IMAGES,
    }


def test_what_the_bureau_abroad_is_asked_is_one_short_line() -> None:
    assert all(row.abroad.endswith(".") for row in KINDS.values())
    assert all(len(row.abroad) <= 110 and row.abroad.isprintable() for row in KINDS.values())


@pytest.mark.parametrize("kind", CHILDREN)
def test_a_childs_case_is_urgent_protected_and_told_to_two_partners_in_time(kind: RequestKind) -> None:
    row = KINDS[kind]

    assert (row.priority, row.protects, row.minors) == (Priority.URGENT, True, True)
    assert set(row.told) == row.told_in_time == {Partner.NCMEC, Partner.CHILDRENS_ISSUES}


def test_what_may_be_wrong_about_a_traveller_is_corrected() -> None:
    assert {kind for kind, row in KINDS.items() if row.corrects} == {RequestKind.TRAVEL, RequestKind.REMOVAL}


def test_evidence_is_kept_for_a_report_only() -> None:
    assert {kind for kind, row in KINDS.items() if row.preserved} == {RequestKind.CYBERTIP}


def test_who_may_be_a_victim_is_protected() -> None:
    assert {kind for kind, row in KINDS.items() if row.protects} == {
        *CHILDREN,
        RequestKind.TRAFFICKING,
        RequestKind.VICTIM_OR_WITNESS,
        RequestKind.VICTIM_IDENTIFICATION,
        RequestKind.CYBERTIP,
    }


@pytest.mark.parametrize("kind", RequestKind)
def test_what_comes_in_can_be_alerted_and_what_goes_out_only_when_it_concerns_somebody_here(
    kind: RequestKind,
) -> None:
    alerts = KINDS[kind].alerts

    assert IN in alerts
    assert (OUT in alerts) == (kind is RequestKind.CYBERTIP)


def test_every_partner_has_its_label_and_its_role() -> None:
    assert set(PARTNERS) == set(Partner)
    assert len({facts.label for facts in PARTNERS.values()}) == len(Partner)
    assert all(len(facts.label) <= 75 and facts.role.endswith(".") for facts in PARTNERS.values())


@pytest.mark.parametrize("kind", RequestKind)
def test_a_time_is_set_only_for_partners_who_are_told(kind: RequestKind) -> None:
    assert KINDS[kind].told_in_time <= set(KINDS[kind].told)
