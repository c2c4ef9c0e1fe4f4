"""Conditions of publication: each is met by facts, says what is lacking, and names the rule behind it."""

import re
from collections.abc import Mapping

import pytest

from bot.rules import conditions, notices
from bot.rules.colours import COLOURS, FILED_HERE, form_of
from bot.rules.errors import InvalidForm, NotYet
from bot.rules.forms.common import THE_AGENCY
from bot.rules.notice_forms.red_prosecution import THE_PROSECUTOR
from bot.rules.steps import Form
from bot.rules.verdicts import Condition, Finding, Standing
from storage.records.notices import Colour
from storage.records.requests import Direction
from tests.rules.condition_rows import FAILED, MET, OPEN, RED, WARNED, YELLOW, Row
from tests.rules.conditions_of_colours import FAMILY, ROWS, condition, each_condition, judged, of
from tests.rules.examples import BOUNDS, a_notice, a_notice_form

IN, OUT = Direction.INCOMING, Direction.OUTGOING
SOURCES = (
    r"RPD article \d+",
    r"INTERPOL Constitution, article \d+",
    r"Justice Manual \d+-\d+",
    r"Criminal Resource Manual \d+",
    r"Notice Request Service",
)
TURNS_AWAY = r"instead|may be the right one|by no notice|Say how long"
CAN_FAIL = {(RED, "ordinary_law"), (RED, "threshold"), (YELLOW, "whereabouts"), (YELLOW, "privacy")}


def _findings(answers: Mapping[str, str], colour: Colour = RED) -> tuple[Finding, ...]:
    return conditions.findings(colour, OUT, notices.answers_of(a_notice(colour=colour, answers=answers)))


def _form(colour: Colour) -> Form:
    form = form_of(colour, OUT)
    assert form is not None
    return form


@of(MET)
def test_a_condition_is_met_by_what_was_given(row: Row) -> None:
    verdict = judged(condition(row.colour, row.condition), row.answers)

    assert (verdict.standing, verdict.why) == (MET, "")


@of(OPEN)
def test_an_open_condition_says_what_is_wanted(row: Row) -> None:
    verdict = judged(condition(row.colour, row.condition), row.answers)

    assert verdict.standing is OPEN
    assert verdict.why.startswith("Wanted: ")
    assert row.says in verdict.why
    assert _form(row.colour).ask(verdict.field)


@of(FAILED)
def test_a_failed_condition_says_what_would_be_right_instead(row: Row) -> None:
    verdict = judged(condition(row.colour, row.condition), row.answers)

    assert verdict.standing is FAILED
    assert row.says in verdict.why
    assert re.search(TURNS_AWAY, verdict.why)
    assert verdict.field in condition(row.colour, row.condition).reads


@of(FAILED)
def test_a_failed_condition_is_told_beside_its_field_with_the_rule(row: Row) -> None:
    failing = condition(row.colour, row.condition)
    field = judged(failing, row.answers).field

    with pytest.raises(InvalidForm) as invalid:
        notices.check(a_notice_form(row.colour, **row.changes), BOUNDS)

    assert set(invalid.value.errors) == {field}
    # What says no length is no sentence either, and that is told without a rule.
    assert failing.source in invalid.value.errors[field] or "Say how long" in invalid.value.errors[field]


@of(WARNED)
def test_a_warned_condition_holds_and_says_what_may_happen(row: Row) -> None:
    found = Finding(
        condition=condition(row.colour, row.condition),
        verdict=judged(condition(row.colour, row.condition), row.answers),
    )

    assert found.verdict.standing is WARNED
    assert found.holds
    assert row.says in found.verdict.why


@each_condition
def test_the_table_shows_each_condition_met_and_open_and_failed_where_it_can(
    colour: Colour, tested: Condition
) -> None:
    shown = {row.standing for row in ROWS if (row.colour, row.condition) == (colour, tested.name)}

    assert shown >= {MET, OPEN}
    assert (FAILED in shown) == ((colour, tested.name) in CAN_FAIL)
    assert (WARNED in shown) == ((colour, tested.name) == (RED, "ordinary_law"))


def test_no_row_is_of_a_condition_that_is_not_there() -> None:
    named = {(colour, each.name) for colour in FILED_HERE for each in COLOURS[colour].conditions}

    assert {(row.colour, row.condition) for row in ROWS} == named


def test_every_standing_is_shown_by_the_table() -> None:
    assert {row.standing for row in ROWS} == set(Standing)


@each_condition
def test_a_condition_names_the_rule_that_asks_for_it(colour: Colour, tested: Condition) -> None:
    assert any(re.match(source, tested.source) for source in SOURCES)


@each_condition
def test_a_condition_is_owed_by_the_agency_or_its_prosecutor(colour: Colour, tested: Condition) -> None:
    assert tested.owed_by in {THE_AGENCY, THE_PROSECUTOR}
    assert colour is RED or tested.owed_by == THE_AGENCY


def test_a_family_matter_warns_only_after_it_was_discussed() -> None:
    before = _findings({**a_notice().answers, "matter": "family"})
    after = _findings({**a_notice().answers, **FAMILY})

    assert conditions.warnings(before) == ()
    [sentence] = conditions.warnings(after)
    assert "The Yellow Notice on the child does not depend on it" in sentence
    assert sentence.endswith(f"({condition(RED, 'ordinary_law').source})")


def test_what_another_country_publishes_has_no_conditions_here() -> None:
    for colour in Colour:
        assert conditions.findings(colour, IN, {}) == ()


@pytest.mark.parametrize("colour", FILED_HERE)
def test_a_notice_of_which_nothing_is_missing_may_be_published(colour: Colour) -> None:
    conditions.check_publishable("NT-2026-00001", notices.findings_of(a_notice(colour=colour)))


def test_a_warning_does_not_stand_against_the_approval() -> None:
    conditions.check_publishable("NT-2026-00001", _findings({**a_notice().answers, **FAMILY}))


def test_each_condition_that_is_not_met_stands_against_the_approval_with_its_rule() -> None:
    notice = a_notice(answers={**a_notice().answers, "penalty": "1 year", "ncic": ""})

    with pytest.raises(NotYet) as refused:
        conditions.check_publishable(notice.reference, notices.findings_of(notice))

    named = [condition(RED, name) for name in ("threshold", "ncic")]
    listed = "; ".join(f"{each.label} ({each.source})" for each in named)
    assert f"NT-2026-00001 cannot go on yet. Not met: {listed}." in str(refused.value)
