"""The message for the other bureau: in its order, and without what is for use in the United States only."""

import pytest

from bot.rules import messages
from bot.rules.kinds import KINDS, form_of
from bot.rules.requests import COLUMNS
from bot.rules.steps import Ask, AskKind, Form
from storage.records.requests import Channel, Direction, OnBehalf, Priority, RequestKind
from tests.rules.examples import NAMES, a_request
from tests.rules.filled import an_answer

IN, OUT = Direction.INCOMING, Direction.OUTGOING
EACH_WAY = [
    pytest.param(kind, direction, form, id=f"{row.word}-{direction}")
    for kind, row in KINDS.items()
    for direction, form in row.forms.items()
]
of_each_form = pytest.mark.parametrize(("kind", "direction", "form"), EACH_WAY)
HERE_ONLY = {
    "contact": "contact-of-the-agency",
    "call_back": "call-back-number",
}


def _marked(ask: Ask) -> str:
    """An answer that is found again in a text."""
    return f"answer-{ask.name}-" if ask.kind in {AskKind.LINE, AskKind.TEXT} else an_answer(ask)


def _answered(form: Form) -> dict[str, str]:
    """Every question answered, also those that depend on another answer."""
    return {ask.name: _marked(ask) for ask in form.asks if ask.name not in COLUMNS}


def _text(kind: RequestKind, direction: Direction, answers: dict[str, str]) -> str:
    request = a_request(
        kind=kind,
        direction=direction,
        answers=answers,
        facts="answer-facts-",
        contact=HERE_ONLY["contact"],
        agency_id="a-code-of-ours",
        on_behalf=OnBehalf(channel=Channel.TELEPHONE, call_back=HERE_ONLY["call_back"]),
    )
    return messages.abroad(request, NAMES.get)


@of_each_form
def test_what_is_for_use_here_only_never_stands_in_it(
    kind: RequestKind, direction: Direction, form: Form
) -> None:
    answers = _answered(form) | {ask.name: f"here-only-{ask.name}" for ask in form.asks if not ask.abroad}
    text = _text(kind, direction, answers)

    assert "here-only-" not in text
    assert not [value for value in HERE_ONLY.values() if value in text]
    assert not [ask.label for ask in form.asks if not ask.abroad and f"{ask.label.upper()}:" in text]


@of_each_form
def test_whatever_may_go_stands_in_it_under_its_label(
    kind: RequestKind, direction: Direction, form: Form
) -> None:
    text = _text(kind, direction, _answered(form))

    for ask in form.asks:
        if ask.abroad and ask.name not in COLUMNS | {"their_reference"}:
            assert f"\n{ask.label.upper().rstrip('?')}: " in text, ask.name
    assert "answer-facts-" in text


@of_each_form
def test_what_was_not_answered_leaves_no_trace(kind: RequestKind, direction: Direction, form: Form) -> None:
    assert [line for line in _text(kind, direction, {}).splitlines() if line.endswith((":", ": "))] == []


@of_each_form
def test_short_answers_come_before_the_narrative(kind: RequestKind, direction: Direction, form: Form) -> None:
    lines = _text(kind, direction, _answered(form)).partition("\n\n")[2].splitlines()
    kinds = {(ask.heading or ask.label).upper().rstrip("?"): ask.kind for ask in form.asks}

    narrative = [kinds[line.partition(": ")[0]] is AskKind.TEXT for line in lines]

    assert narrative == sorted(narrative)


@of_each_form
def test_no_code_of_the_desks_own_lists_is_told_abroad(
    kind: RequestKind, direction: Direction, form: Form
) -> None:
    """Which of our offices hear of it, and how the desk counts it, is no part of a message to a bureau."""
    own_lists = {AskKind.AGENCY, AskKind.AGENCIES, AskKind.OFFICER, AskKind.OFFENCE, AskKind.PROGRAMME}
    answers = {ask.name: "a-code-of-ours" for ask in form.asks if ask.kind in own_lists}

    assert "a-code-of-ours" not in _text(kind, direction, answers)


def test_an_outgoing_message_as_a_whole() -> None:
    request = a_request(
        priority=Priority.URGENT,
        answers={
            "family_name": "Example",
            "forename": "Edgar",
            "birth": "1990-05",
            "sex": "male",
            "nationalities": "ZA,US",
            "description": "Tall.",
            "fbi_number": "123456AA1",
            "ncic": "M123456789",
        },
    )

    assert messages.abroad(request, NAMES.get) == (
        "FROM: IP WASHINGTON\n"
        "TO: IP FRANCE\n"
        "OUR REF: LR-2026-00001 / 2026/17\n"
        "PRIORITY: URGENT\n"
        "SUBJECT: FUGITIVE\n"
        "FOR: Example City Police Department\n"
        "WE ASK: Please locate the person and tell us. This is no request for arrest by itself.\n"
        "\n"
        "FAMILY NAME: Example\n"
        "FORENAME: Edgar\n"
        "BORN: 1990-05\n"
        "SEX: Male\n"
        "NATIONALITIES: South Africa, United States\n"
        "NCIC NUMBER: M123456789\n"
        "FACTS: An invented story.\n"
        "WHAT IDENTIFIES THE PERSON: Tall."
    )


def test_a_reply_names_the_message_that_it_answers_once() -> None:
    request = a_request(
        kind=RequestKind.INQUIRY,
        direction=IN,
        agency_case="",
        answers={"their_reference": "IP Paris 2026/1"},
    )

    text = messages.abroad(request, NAMES.get)

    assert text.count("IP Paris 2026/1") == 1
    assert "\nYOUR REF: IP Paris 2026/1\n" in text
    assert "\nOUR REF: LR-2026-00001\n" in text
    assert "SUBJECT: INQUIRY TO OR FROM A COUNTRY - REPLY\n" in text


@of_each_form
def test_a_message_that_goes_out_says_what_the_bureau_is_asked_and_a_reply_asks_nothing(
    kind: RequestKind, direction: Direction, form: Form
) -> None:
    asked = [
        line.removeprefix("WE ASK: ")
        for line in _text(kind, direction, {}).splitlines()
        if line.startswith("WE ASK: ")
    ]

    assert asked == ([KINDS[kind].abroad] if direction is OUT else [])


def test_whom_it_is_for_is_left_out_where_no_agency_asks() -> None:
    text = messages.abroad(a_request(direction=IN, kind=RequestKind.TRAVEL, agency_name=""), NAMES.get)

    assert "FOR:" not in text


def test_a_line_of_a_narrative_is_never_read_as_a_heading() -> None:
    request = a_request(
        answers={"description": "Tall.\nPRIORITY: FLASH"}, facts="A story.\n\nSUBJECT: ANOTHER\r\nTO: IP X"
    )
    headings = [line.partition(":")[0] for line in messages.abroad(request, NAMES.get).splitlines() if line]

    assert headings.count("PRIORITY") == headings.count("SUBJECT") == headings.count("TO") == 1


def test_a_country_of_no_list_is_named_by_its_code() -> None:
    assert "TO: IP XX\n" in messages.abroad(a_request(country="XX"), NAMES.get)


@pytest.mark.parametrize(
    ("answers", "query"),
    [
        (
            {"family_name": "Example", "forename": "Edgar", "birth": "1990-05-17"},
            "IPQ IP TXT NAM/EXAMPLE, EDGAR DOB/19900517",
        ),
        ({"family_name": "Example", "birth": "1990"}, "IPQ IP TXT NAM/EXAMPLE DOB/1990"),
        ({"family_name": "Example", "forename": "Edgar"}, None),
        ({"birth": "1990-05-17"}, None),
        ({}, None),
    ],
)
def test_the_query_of_the_person_file_needs_a_name_and_a_birth(
    answers: dict[str, str], query: str | None
) -> None:
    assert messages.query(a_request(answers=answers)) == query


@pytest.mark.parametrize("kind", RequestKind)
def test_the_case_number_and_the_name_of_the_agency_and_nothing_else_of_it_stand_in_the_heading(
    kind: RequestKind,
) -> None:
    text = messages.abroad(a_request(kind=kind), NAMES.get)
    heading = text.partition("\n\n")[0].splitlines()

    assert [line for line in heading if "2026/17" in line] == ["OUR REF: LR-2026-00001 / 2026/17"]
    assert "FOR: Example City Police Department" in heading
    assert text.count("Example City Police Department") == 1
    assert form_of(kind, OUT) is not None
