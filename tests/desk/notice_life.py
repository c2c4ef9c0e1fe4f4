"""The life of a notice on the floor: each step with all that it asks answered, on the day of the test."""

from typing import Any

import pytest

from bot.rules.criteria import CRITERIA
from bot.rules.errors import InvalidForm
from bot.rules.notice_offers import asks_of
from bot.rules.notice_steps import step_named
from bot.rules.steps import Ask, AskKind
from storage.records.notices import Colour, Means, Notice, RecordEvent
from storage.records.people import Person
from tests.desk.floor import OFFICER, SECOND, Floor


def takes(floor: Floor, notice: Notice, name: str, asker: Person = OFFICER, /, **changes: str) -> Notice:
    """The step, with what it asks answered; `changes` are answers by their names."""
    return floor.step(asker, notice, name, {**_answers(floor, notice, name), **changes})


def wrong(
    floor: Floor, notice: Notice, name: str, asker: Person = OFFICER, /, **changes: str
) -> dict[str, str]:
    """The sentences beside the fields of a step that is refused, after which nothing has changed."""
    before = floor.notice(notice.id)
    with pytest.raises(InvalidForm) as invalid:
        takes(floor, notice, name, asker, **changes)
    assert floor.notice(notice.id) == before
    return invalid.value.errors


def circulated(
    floor: Floor, colour: Colour = Colour.RED, recipients: str = "DE,ZA", **changes: Any
) -> Notice:
    """A diffusion that these countries have."""
    notice = floor.approved(colour, means=Means.DIFFUSION, recipients=recipients, **changes)
    return takes(floor, notice, "circulate")


def evidence(floor: Floor, notice: Notice) -> RecordEvent:
    """The last step, with what was answered."""
    return floor.desk.notices.details(OFFICER, notice.id).events[0]


def _answers(floor: Floor, notice: Notice, name: str) -> dict[str, str]:
    step = step_named(name)
    asks = asks_of(step, floor.notice(notice.id)) if step else ()
    return {ask.name: _answer(floor, ask) for ask in asks if ask.required}


def _answer(floor: Floor, ask: Ask) -> str:
    match ask.kind:
        case AskKind.DATE:
            return floor.today.isoformat()
        case AskKind.CHOICE:
            return ask.choices[0][0]
        case AskKind.CHOICES:
            return ",".join(code for code, _ in CRITERIA)
        case AskKind.COUNTRY | AskKind.NATIONS:
            return "FR"
        case AskKind.OFFICER:
            return SECOND.id
        case _:
            return "A-77/3-2026" if ask.name == "control_number" else "EX 1"
