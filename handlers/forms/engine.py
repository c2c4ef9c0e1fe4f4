"""The form engine: a hub that asks what is needed at once, and sections behind it that may follow.

What somebody has answered is kept as a draft whenever Slack tells of it: on a choice, on a pause in typing,
when a section is opened or kept, on closing, on sending. A field keeps its name for ever, so that Slack keeps
what stands in it when the hub is drawn anew; one that comes into view for the first time begins with the
draft's answer.
"""

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from bot.rules.steps import Ask, Form, Section, asks_after
from handlers import action_ids
from handlers.asking import Payload
from handlers.forms.asking import Lists, asked
from handlers.forms.fields import Field, began_with, read, shown
from handlers.forms.modal import carried, form
from handlers.views.blocks import Block, View, actions, button, divider, modal, ours, section

HUB = "form.hub"
OVERVIEW = "form.overview"
SECTION = "form.section"
ADDED = "form.added"
"""A section of something that is filed already."""
Answers = Mapping[str, str]
Wanted = Mapping[str, Sequence[str]]
"""By section: labels of what the record still needs of it. Our own words."""
NOTHING: Wanted = {}


@dataclass(frozen=True, slots=True, kw_only=True)
class Began:
    """Which form somebody fills in: it travels with each of its views."""

    key: str
    """Of this filling-in: the draft's id, and what makes two sendings one record."""
    name: str
    """Which form: the kind of a request."""
    about: Mapping[str, str]
    """What was decided before the form opened, such as direction and country."""

    def carries(self) -> dict[str, str]:
        return {"key": self.key, "form": self.name, **self.about}

    @staticmethod
    def read(view: Payload) -> "Began":
        carries = carried(view)
        apart = {"key", "form", "section", "hub"}
        about = {name: value for name, value in carries.items() if name not in apart}
        return Began(key=carries["key"], name=carries["form"], about=about)


def hub(
    began: Began,
    whole: Form,
    answers: Answers,
    lists: Lists,
    *,
    title: str,
    above: Sequence[Block],
    submit: str,
    wanted: Wanted = NOTHING,
) -> View:
    """What is asked at once, and a line for each section with what is filled in of it.

    `wanted` says by section what the record still needs of it.
    """
    drawn = form(
        callback_id=HUB,
        title=title,
        submit=submit,
        fields=_fields(whole.first, answers, lists),
        carries=began.carries(),
        above=above,
    )
    sections = [
        _line(each, answers, action_ids.form_section(each.name), wanted)
        for each in _with_questions(whole, answers)
    ]
    blocks = [
        *drawn["blocks"],
        divider(),
        *sections,
        *actions(button("Back", action_ids.FORM_BACK, began.key)),
    ]
    return drawn | {"blocks": blocks, "notify_on_close": True}


def overview(
    began: Began,
    whole: Form,
    answers: Answers,
    *,
    title: str,
    above: Sequence[Block],
    wanted: Wanted = NOTHING,
) -> View:
    """The sections of something that is filed already; each is saved by itself."""
    sections = [
        _line(each, answers, action_ids.added_section(each.name), wanted)
        for each in _with_questions(whole, answers)
    ]
    return modal(title, [*above, *sections]) | {
        "callback_id": OVERVIEW,
        "private_metadata": json.dumps(began.carries()),
    }


def part(began: Began, whole: Form, name: str, answers: Answers, lists: Lists, *, hub_id: str) -> View | None:
    """One section, to be laid over the hub with that id; None when the form has none of that name."""
    found = whole.section(name)
    if found is None:
        return None
    fields = _fields(found.asks, answers, lists)
    return _over(began, found, fields, hub_id, callback_id=SECTION) | {"notify_on_close": True}


def added(
    began: Began, whole: Form, name: str, answers: Answers, lists: Lists, *, hub_id: str
) -> View | None:
    """As `part`, of something that is filed already: nothing is kept before it is sent."""
    found = whole.section(name)
    if found is None:
        return None
    fields = _fields(found.asks, answers, lists, lambda ask: _decides(found.asks, ask))
    return _over(began, found, fields, hub_id, callback_id=ADDED)


def _over(began: Began, found: Section, fields: Sequence[Field], hub_id: str, *, callback_id: str) -> View:
    return form(
        callback_id=callback_id,
        title=found.label,
        submit="Keep",
        fields=fields,
        carries=began.carries() | {"section": found.name, "hub": hub_id},
    )


def _decides(asks: Sequence[Ask], ask: Ask) -> str:
    """The id by which a choice is told on which other questions depend; nothing for any other."""
    return action_ids.added(ask.name) if changes_others(asks, ask.name) else ""


def given(view: Payload) -> dict[str, str]:
    """What stands in each field of a view, also where nothing does."""
    return {name: read(view, name) for name in shown(view)}


def is_touched(view: Payload) -> bool:
    """Whether anything in it is other than it was when it opened."""
    drawn = {block["block_id"]: block["element"] for block in view["blocks"] if block["type"] == "input"}
    told = view["state"]["values"]
    return any(read(view, name) != began_with(drawn[name]) for name in drawn if name in told)


def of_section(view: Payload) -> tuple[str, str]:
    """Name of the section, and the id of the hub below it."""
    carries = carried(view)
    return carries["section"], carries["hub"]


def changes_others(asks: Sequence[Ask], name: str) -> bool:
    """Whether other questions of this part depend on the answer to this one."""
    return any(ask.when is not None and ask.when.name == name for ask in asks)


def errors_on_hub(whole: Form, errors: Mapping[str, str], view: Payload) -> dict[str, str]:
    """The sentences by field; what stands in a section is told beside the first field, with its name."""
    on_view = shown(view)
    beside = {name: sentence for name, sentence in errors.items() if name in on_view}
    places = [(ask.label, ask.name) for ask in whole.first]
    places += [(f"{each.label}: {ask.label}", ask.name) for each in whole.sections for ask in each.asks]
    behind = [f"{where}: {errors[name]}" for where, name in places if name in errors and name not in on_view]
    if behind and on_view:
        first = on_view[0]
        beside[first] = " ".join([*([beside[first]] if first in beside else []), *behind])
    return beside


def _asked(asks: Sequence[Ask], answers: Answers) -> list[Ask]:
    before = {ask.name: answers.get(ask.name, ask.initial) for ask in asks}
    return asks_after(asks, {**answers, **before})


def _always(ask: Ask) -> str:
    """The id by which any answer is told, to be kept as a draft."""
    return action_ids.answer(ask.name)


def _fields(
    asks: Sequence[Ask], answers: Answers, lists: Lists, tells: Callable[[Ask], str] = _always
) -> list[Field]:
    """Without those of which nothing is offered any more: Slack takes no empty menu."""
    drawn = (asked(ask, lists, answers.get(ask.name, ""), tells=tells(ask)) for ask in _asked(asks, answers))
    return [each for each in drawn if each.element.get("options") != []]


def _with_questions(whole: Form, answers: Answers) -> list[Section]:
    """Those of which something is asked after these answers."""
    return [each for each in whole.sections if _asked(each.asks, answers)]


def _line(each: Section, answers: Answers, action_id: str, wanted: Wanted) -> Block:
    asks = _asked(each.asks, answers)
    filled = sum(answers.get(ask.name, "") not in {"", ask.initial} for ask in asks)
    still = "; ".join(wanted.get(each.name, ()))
    told = [f"{filled} filled in" if filled else "nothing yet", f"wanted: {still}" if still else "optional"]
    return section(
        ours(f"*{each.label}*\n{'; '.join(told)}"),
        accessory=button("Change" if filled else "Add", action_id, each.name),
    )
