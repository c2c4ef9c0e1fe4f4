"""What a step of a notice asks: what shows it, and what differs by colour, direction and state."""

import pytest

from bot.rules import notice_offers
from bot.rules import notice_steps as steps
from bot.rules.answers import check
from bot.rules.errors import InvalidForm
from bot.rules.steps import Ask, AskKind
from storage.records.notices import Colour, Means, Notice, NoticeState
from storage.records.requests import Direction
from tests.rules.examples import BOUNDS, a_notice

S = NoticeState
IN, OUT = Direction.INCOMING, Direction.OUTGOING
UNIDENTIFIED = {"subject": "unidentified"}
RETURN = {"returned_on", "override"}
NEEDED = {
    "claim": [],
    "legal_review": ["reviewer"],
    "approve": ["criteria"],
    "ask_info": ["missing"],
    "info": ["information"],
    "info_received": ["information"],
    "reject": ["criterion", "reason"],
    "take_back": [],
    "send": ["message_reference", "sent_on"],
    "circulate": ["message_reference", "sent_on"],
    "publish": ["control_number", "published_on"],
    "query": ["question", "asked_on", "answer_due"],
    "query_answered": ["message_reference", "sent_on"],
    "refuse": ["reason", "evidence"],
    "located": ["located_on", "located_in", "evidence"],
    "replied": ["message_reference", "sent_on"],
    "identified": ["came_on", "came_from", "information", "evidence"],
    "arrested": ["arrested_on", "arrested_in", "evidence"],
    "extradition": ["requested_on", "evidence"],
    "returned": ["returned_on", "evidence"],
    "goes_on": ["reason"],
    "suspend": ["justification", "suspended_on", "evidence"],
    "resume": ["resumed_on", "evidence"],
    "ask_withdrawal": ["why", "message_reference", "sent_on"],
    "withdrawn": ["withdrawn_on", "evidence"],
    "called_off": ["reason"],
    "end": ["end", "ended_on", "evidence"],
    "supplement": [],
    "update": ["addendum", "message_reference", "sent_on"],
    "travelled": ["travelled_on", "travelled_to", "evidence"],
    "renew": ["renewed_on", "reason", "evidence"],
    "ccf_decided": ["decided_on", "evidence"],
    "link": ["linked"],
    "alert": ["alerted"],
    "hand": ["officer"],
}


def _asks(name: str, notice: Notice) -> dict[str, Ask]:
    step = steps.step_named(name)
    assert step is not None
    return {ask.name: ask for ask in notice_offers.asks_of(step, notice)}


def _fault(name: str, **answers: str) -> dict[str, str]:
    with pytest.raises(InvalidForm) as invalid:
        check(tuple(_asks(name, a_notice()).values()), answers, BOUNDS)
    return invalid.value.errors


@pytest.mark.parametrize("name", NEEDED)
def test_a_step_needs_what_shows_it(name: str) -> None:
    assert [ask.name for ask in _asks(name, a_notice()).values() if ask.required] == NEEDED[name]


def test_no_step_is_left_out_of_the_table() -> None:
    assert set(NEEDED) == {step.name for step in steps.STEPS}


@pytest.mark.parametrize(
    ("colour", "direction", "asked"),
    [
        (Colour.YELLOW, OUT, True),
        (Colour.YELLOW, IN, False),
        (Colour.RED, OUT, False),
        (Colour.BLUE, OUT, False),
    ],
)
def test_only_of_somebody_missing_it_is_asked_whether_they_are_safe(
    colour: Colour, direction: Direction, asked: bool
) -> None:
    assert ("safe" in _asks("located", a_notice(colour=colour, direction=direction))) == asked


@pytest.mark.parametrize(
    ("notice", "asked"),
    [
        pytest.param(a_notice(colour=Colour.RED, state=S.PUBLISHED), True, id="red"),
        pytest.param(a_notice(colour=Colour.RED, state=S.SENT), True, id="red, not published yet"),
        pytest.param(a_notice(colour=Colour.RED, state=S.RETURNED), False, id="red, returned"),
        pytest.param(
            a_notice(colour=Colour.RED, state=S.CIRCULATED, means=Means.DIFFUSION), True, id="red diffusion"
        ),
        pytest.param(a_notice(colour=Colour.YELLOW, state=S.LOCATED), True, id="yellow"),
        pytest.param(a_notice(colour=Colour.YELLOW, state=S.RETURNED), False, id="yellow, returned"),
        pytest.param(
            a_notice(colour=Colour.YELLOW, state=S.PUBLISHED, answers=UNIDENTIFIED),
            False,
            id="yellow of somebody unidentified",
        ),
        pytest.param(a_notice(colour=Colour.BLUE, state=S.PUBLISHED), False, id="blue"),
        pytest.param(a_notice(colour=Colour.GREEN, state=S.PUBLISHED), False, id="green"),
    ],
)
def test_a_return_is_asked_about_where_one_is_due_and_not_known_yet(notice: Notice, asked: bool) -> None:
    names = set(_asks("ask_withdrawal", notice))

    assert names & RETURN == (RETURN if asked else set())


@pytest.mark.parametrize(
    ("direction", "ends"),
    [
        (OUT, [S.CANCELLED, S.DELETED, S.EXPIRED]),
        (IN, [S.WITHDRAWN, S.CANCELLED, S.DELETED, S.EXPIRED]),
    ],
)
def test_another_country_may_also_have_withdrawn_its_own(
    direction: Direction, ends: list[NoticeState]
) -> None:
    end = _asks("end", a_notice(direction=direction))["end"]

    assert [value for value, _ in end.choices] == ends


def test_a_condition_may_be_what_does_not_hold() -> None:
    criterion = _asks("reject", a_notice())["criterion"]

    assert len(criterion.choices) == 8
    assert "condition" in dict(criterion.choices)


@pytest.mark.parametrize("days", ["1", "40", "45", "60", "99", "100", "179", "180"])
def test_days_of_a_treaty_are_taken(days: str) -> None:
    treaty_days = _asks("arrested", a_notice())["treaty_days"]

    assert check([treaty_days], {"treaty_days": days}, BOUNDS) == {"treaty_days": days}


@pytest.mark.parametrize("days", ["0", "181", "1000", "-40", "45 days", "forty", "4O", "040"])
def test_other_days_are_told_beside_the_field(days: str) -> None:
    wrong = _fault("arrested", arrested_on="2026-03-01", arrested_in="FR", evidence="EX-1", treaty_days=days)

    assert wrong == {"treaty_days": "Write the number of days, from 1 to 180, such as 45."}


DAYS = [
    (step.name, ask.name, ask.future)
    for step in steps.STEPS
    for ask in notice_offers.asks_of(step, a_notice())
    if ask.kind is AskKind.DATE
]


@pytest.mark.parametrize(("name", "day", "future"), DAYS)
def test_a_day_is_real_and_on_the_right_side_of_today(name: str, day: str, future: bool) -> None:
    wrong, sentence = ("2026-02-20", "past") if future else ("2026-04-01", "in the future")

    assert sentence in _fault(name, **{day: wrong})[day]
    assert "Give a real date" in _fault(name, **{day: "2026-02-30"})[day]
    assert "Give a real date" in _fault(name, **{day: "next week"})[day]


@pytest.mark.parametrize(
    ("name", "field", "code", "sentence"),
    [
        ("arrested", "arrested_in", "XX", "not a member country"),
        ("arrested", "arrested_in", "US", "Name the other country"),
        ("located", "located_in", "HK", "sub-bureau"),
        ("identified", "came_from", "XA", "has not been a member since"),
        ("travelled", "travelled_to", "XX", "not a member country"),
    ],
)
def test_a_country_that_is_none_is_told_beside_the_field(
    name: str, field: str, code: str, sentence: str
) -> None:
    assert sentence in _fault(name, **{field: code})[field]


@pytest.mark.parametrize(("name", "field"), [("located", "located_in"), ("identified", "came_from")])
def test_somebody_may_be_found_at_home(name: str, field: str) -> None:
    asked = _asks(name, a_notice())[field]

    assert check([asked], {field: "US"}, BOUNDS) == {field: "US"}


@pytest.mark.parametrize("state", S)
def test_the_buttons_carry_the_questions_of_this_very_notice(state: NoticeState) -> None:
    notice = a_notice(colour=Colour.YELLOW, state=state)

    for offered in (*notice_offers.offered(notice), *notice_offers.offered_to_filer(notice)):
        step = steps.step_named(offered.name)

        assert step is not None
        assert offered.asks == notice_offers.asks_of(step, notice)


def test_whatever_leaves_the_desk_says_when_and_by_which_message() -> None:
    assert {
        "send",
        "circulate",
        "update",
        "query_answered",
        "replied",
        "ask_withdrawal",
    } == steps.DISCLOSES
    for name in steps.DISCLOSES:
        asked = _asks(name, a_notice())

        assert asked["sent_on"].required, name
        assert asked["message_reference"].required, name
