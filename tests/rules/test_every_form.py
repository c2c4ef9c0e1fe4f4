"""Every form of a request or notice: its questions are told apart, fit in Slack, and stand in order."""

import pytest

from bot.rules.colours import COLOURS
from bot.rules.kinds import KINDS
from bot.rules.steps import AskKind, Form

FORMS = [
    *(
        pytest.param(form, id=f"{row.word}-{way}")
        for row in KINDS.values()
        for way, form in row.forms.items()
    ),
    *(
        pytest.param(form, id=f"{each}-{way}")
        for each, row in COLOURS.items()
        for way, form in row.forms.items()
    ),
]
every_form = pytest.mark.parametrize("form", FORMS)


@every_form
def test_names_are_unique_in_a_form(form: Form) -> None:
    names = [ask.name for ask in form.asks]

    assert len(set(names)) == len(names)


@every_form
def test_labels_are_unique_in_a_form(form: Form) -> None:
    labels = [ask.label for ask in form.asks]

    assert len(set(labels)) == len(labels)


@every_form
def test_what_is_shown_fits_in_slack(form: Form) -> None:
    for ask in form.asks:
        assert len(ask.label) <= 75, ask.name
        assert len(ask.hint) <= 150, ask.name
        assert all(len(label) <= 75 for _, label in ask.choices), ask.name
        assert len(ask.choices) <= (10 if ask.kind is AskKind.CHOICES else 100), ask.name


@every_form
def test_a_choice_offers_each_value_once(form: Form) -> None:
    for ask in form.asks:
        values = [value for value, _ in ask.choices]

        assert bool(values) is (ask.kind in {AskKind.CHOICE, AskKind.CHOICES}), ask.name
        assert len(set(values)) == len(values), ask.name
        assert not any("," in value for value in values), ask.name


@every_form
def test_what_depends_on_an_answer_stands_behind_it(form: Form) -> None:
    for part in (form.first, *((*form.first, *section.asks) for section in form.sections)):
        for place, ask in enumerate(part):
            if ask.when is None:
                continue
            before = {each.name: each for each in part[:place]}

            assert ask.when.name in before, ask.name
            assert before[ask.when.name].kind is AskKind.CHOICE, ask.name
            assert ask.when.answers <= {value for value, _ in before[ask.when.name].choices}, ask.name


@every_form
def test_no_section_is_empty_after_every_answer_to_what_is_asked_at_once(form: Form) -> None:
    at_once = {ask.name for ask in form.first}

    for section in form.sections:
        assert any(ask.when is None or ask.when.name in at_once for ask in section.asks), section.name


@every_form
def test_only_what_is_asked_at_once_is_needed(form: Form) -> None:
    later = [ask.name for section in form.sections for ask in section.asks if ask.required]

    assert later == []
