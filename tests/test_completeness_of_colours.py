"""Whoever adds a colour of notice learns here what else it needs: a row, a form, conditions and samples."""

import pkgutil
import re
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path

import pytest

from bot.rules import checklist, contradictions, notice_forms, notices
from bot.rules.colours import COLOURS, FILED_HERE, form_of
from bot.rules.kinds import BY_WORD
from bot.rules.notice_forms.common import ColourFacts
from bot.rules.notices import NoticeForm
from bot.rules.steps import Ask, AskKind, Form
from bot.rules.verdicts import Standing
from handlers.forms import notice_beginning
from handlers.forms.fields import OPTION_LIMIT
from storage.records.notices import Colour, Means
from storage.records.requests import Direction, RequestKind
from tests.notice_samples import LEAST, WHOLE, least
from tests.rules.examples import BOUNDS, a_notice

README = (Path(__file__).parent.parent / "README.md").read_text()
EVERY_CONDITION = {"identity", "agency"}
"""What every notice that goes out has to show."""
EMOJI = re.compile(r":[a-z_]+:")
of_each_filed_here = pytest.mark.parametrize("colour", FILED_HERE)


def rows_in_form_files() -> Iterator[tuple[str, str, ColourFacts]]:
    """File, constant and row of each type of notice that any file of the forms defines."""
    for each in pkgutil.iter_modules(notice_forms.__path__):
        module = import_module(f"bot.rules.notice_forms.{each.name}")
        for name, value in vars(module).items():
            if isinstance(value, ColourFacts):
                yield each.name, name, value


def every_form() -> Iterator[tuple[Colour, Form]]:
    for colour, row in COLOURS.items():
        yield from ((colour, form) for form in row.forms.values())


def test_every_colour_has_its_row_in_the_order_in_which_it_is_declared() -> None:
    assert list(COLOURS) == list(Colour)


def test_every_form_file_that_defines_a_colour_is_in_the_table() -> None:
    defined = [row for _, _, row in rows_in_form_files()]

    assert len(defined) == len(COLOURS)
    assert all(row in COLOURS.values() for row in defined)


@of_each_filed_here
def test_every_colour_that_is_filed_here_has_a_form_file_of_its_own_named_by_it(colour: Colour) -> None:
    own = [(file, name) for file, name, row in rows_in_form_files() if row is COLOURS[colour]]

    assert own == [(colour.value, colour.name)]


@pytest.mark.parametrize("colour", Colour)
def test_every_colour_has_words_of_its_own_that_fit_into_a_menu(colour: Colour) -> None:
    row = COLOURS[colour]

    assert all(len(label) <= OPTION_LIMIT for _, label in notice_beginning._colours())
    assert row.purpose.endswith(".")
    assert EMOJI.fullmatch(row.emoji)
    for words in ("label", "emoji", "purpose"):
        assert [getattr(each, words) for each in COLOURS.values()].count(getattr(row, words)) == 1, words


@pytest.mark.parametrize("colour", Colour)
def test_every_colour_is_one_word_to_type_and_no_kind_of_request(colour: Colour) -> None:
    assert re.fullmatch(r"[a-z]+", colour)
    assert colour not in {*RequestKind, *BY_WORD, *Means}


@pytest.mark.parametrize("colour", Colour)
def test_every_colour_is_received_from_other_countries(colour: Colour) -> None:
    assert Direction.INCOMING in COLOURS[colour].forms


@of_each_filed_here
def test_every_colour_that_is_filed_here_has_conditions_each_named_once(colour: Colour) -> None:
    names = [each.name for each in COLOURS[colour].conditions]
    labels = [each.label for each in COLOURS[colour].conditions]

    assert set(names) >= EVERY_CONDITION
    assert len(set(names)) == len(names)
    assert len(set(labels)) == len(labels)


def test_what_the_desk_only_receives_has_no_conditions() -> None:
    assert [each for each, row in COLOURS.items() if row.conditions and each not in FILED_HERE] == []


@of_each_filed_here
def test_every_condition_reads_what_the_form_asks(colour: Colour) -> None:
    whole = notices.answers_of(a_notice(colour=colour, control_number="A-1/3-2026"))
    form = form_of(colour, Direction.OUTGOING)

    asked = {ask.name for ask in form.asks} if form else set()
    for condition in COLOURS[colour].conditions:
        assert condition.reads, condition.name
        assert set(condition.reads) <= asked | set(whole), condition.name


def test_every_question_that_depends_on_another_names_one_that_stands_before_it_and_its_choices() -> None:
    for colour, form in every_form():
        before: dict[str, Ask] = {}
        for ask in form.asks:
            if ask.when:
                assert ask.when.answers <= {value for value, _ in before[ask.when.name].choices}, colour
            before[ask.name] = ask


def test_every_answer_that_is_compared_with_another_is_asked_by_some_colour() -> None:
    asked = {ask.name: ask.kind for _, form in every_form() for ask in form.asks}

    days = {name for first, second, _ in contradictions._IN_ORDER for name in (first, second)}
    assert {asked[name] for name in days | set(contradictions._AFTER_BIRTH)} == {AskKind.DATE}
    assert asked.keys() >= notices.COLUMNS


@of_each_filed_here
def test_every_colour_that_is_filed_here_has_samples(colour: Colour) -> None:
    form = form_of(colour, Direction.OUTGOING)
    assert form is not None

    needed = {ask.name for ask in form.asks if ask.required and ask.is_asked(LEAST[colour])}
    assert {*LEAST[colour], "agency"} == needed
    assert WHOLE[colour].keys() > LEAST[colour].keys()


def test_no_sample_is_of_a_colour_that_is_not_filed_here() -> None:
    assert set(LEAST) == set(WHOLE) == set(FILED_HERE)


@of_each_filed_here
def test_the_least_of_every_colour_is_taken(colour: Colour) -> None:
    form = NoticeForm(colour=colour, country="FR", answers=least(colour))

    assert notices.check(form, BOUNDS) == least(colour)


@of_each_filed_here
def test_the_whole_of_every_colour_meets_its_conditions_and_leaves_nothing_to_do(colour: Colour) -> None:
    notice = a_notice(colour=colour)

    assert {each.verdict.standing for each in notices.findings_of(notice)} == {Standing.MET}
    assert checklist.missing(checklist.of_notice(notice)) == {}


@of_each_filed_here
def test_the_least_of_every_colour_is_not_enough_to_publish_it(colour: Colour) -> None:
    notice = a_notice(colour=colour, answers=LEAST[colour], agency_case="")

    assert not all(each.holds for each in notices.findings_of(notice))


@of_each_filed_here
def test_the_readme_names_every_colour_that_is_filed_here(colour: Colour) -> None:
    assert re.search(rf"\b{COLOURS[colour].label.removesuffix(' Notice')}\b", README)
