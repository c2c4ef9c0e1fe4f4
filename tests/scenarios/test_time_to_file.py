"""How long it takes to file: the least that each form takes, beside the table that says what it may take."""

import csv
from dataclasses import dataclass
from pathlib import Path

import pytest

from bot.rules.kinds import KINDS, form_of
from bot.rules.steps import Ask, AskKind, Form
from bot.sandbox.views import View
from storage.records.requests import Direction, RequestKind
from tests.scenarios.at_the_form import on_top, opens, standing
from tests.scenarios.whole_forms import SHAPED
from tests.world import RITA, World
from tests.world_forms import acknowledged, fills, inputs

TABLE = Path(__file__).with_name("time_to_file.csv")
COMMONEST = (RequestKind.MISSING_CHILD, RequestKind.FUGITIVE, RequestKind.TRAVEL)
Way = tuple[RequestKind, Direction]
WAYS: list[Way] = [(kind, way) for kind, row in KINDS.items() for way in row.forms]


@dataclass(frozen=True, slots=True)
class Effort:
    """`trips` are the command, each choice that is told at once, and sending; a text is told while typing."""

    answers: int
    trips: int


@pytest.mark.parametrize("world", ["socket mode, sqlite"], indirect=True)
def test_no_form_takes_more_than_the_table_beside_this_test_says(world: World) -> None:
    world.files_request()  # From now on their agency is remembered.
    table = {(row["kind"], row["direction"]): row for row in rows()}

    for way in WAYS:
        least, most = files(world, way, fully=False), files(world, way, fully=True)
        row = table[way]
        for found, said in ((least, "least"), (most, "most")):
            allowed = Effort(int(row[f"{said}_answers"]), int(row[f"{said}_round_trips"]))
            assert found == allowed, (
                f"Filing {way[0]}, {way[1]}, now takes at {said} {found.answers} answers and {found.trips} "
                f"round trips; {TABLE.name} says {allowed.answers} and {allowed.trips}. Ask later what can "
                "follow, or change the table on purpose."
            )


def test_the_commonest_take_five_answers_and_none_more_than_eight_also_the_first_time() -> None:
    most = {(row["kind"], row["direction"]): int(row["most_answers"]) for row in rows()}

    assert set(most) == set(WAYS)
    for (kind, direction), remembered in most.items():
        # Whoever files for the first time also names their agency, which a request from abroad need not have.
        answers = remembered + (direction == Direction.OUTGOING)
        limit = 5 if kind in COMMONEST else 8
        assert answers <= limit, f"{kind}, {direction}, takes {answers} answers, and {limit} is the most."


def rows() -> list[dict[str, str]]:
    with TABLE.open() as table:
        return list(csv.DictReader(table))


def files(world: World, way: Way, *, fully: bool) -> Effort:
    """Answers only what the form insists on; of several ways that with the fewest or, `fully`, the most."""
    kind, direction = way
    form = form_of(kind, direction)
    assert form is not None
    opens(world, RITA, f"/liaison {KINDS[kind].word} FR {direction}")
    effort = Effort(0, 1)
    while name := next_required(on_top(world, RITA)):
        ask = form.ask(name)
        assert ask is not None
        block = inputs(on_top(world, RITA))[name]
        told = "dispatch_action" in block and block["element"]["type"] != "plain_text_input"
        fills(world.slack, RITA, on_top(world, RITA), {name: answer(form, ask, fully=fully)})
        effort = Effort(effort.answers + 1, effort.trips + told)
    sent = acknowledged(world.slack.submit(RITA, on_top(world, RITA)))
    assert not sent.errors, f"{kind}, {direction}, insists on more than it marks: {sent.errors}"
    return Effort(effort.answers, effort.trips + 1)


def next_required(view: View) -> str | None:
    there = standing(view)
    return next(
        (name for name, block in inputs(view).items() if not block["optional"] and name not in there), None
    )


def answer(form: Form, ask: Ask, *, fully: bool) -> str:
    if ask.name in SHAPED:
        return SHAPED[ask.name]
    if ask.choices:
        by_questions = sorted((asked_after(form, ask, str(value)), str(value)) for value, _ in ask.choices)
        return by_questions[-1 if fully else 0][1]
    match ask.kind:
        case AskKind.DATE:
            return "2027-05-17" if ask.future else "2026-02-01"
        case AskKind.BIRTH:
            return "2015"
        case AskKind.WEB_ADDRESS:
            return "agency.example/page"
        case _:
            return "Invented example"


def asked_after(form: Form, ask: Ask, value: str) -> int:
    """How many required questions this choice brings with it."""
    return sum(
        each.required and each.when is not None and each.when.name == ask.name and value in each.when.answers
        for each in form.first
    )
