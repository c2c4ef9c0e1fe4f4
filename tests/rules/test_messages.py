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
    "agency": "agency-that-asks",
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
        agency_name=HERE_ONLY["agency"],
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
    kinds = {f"{ask.label.upper().rstrip('?')}": ask.kind for ask in form.asks}

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
        "\n"
        "FAMILY NAME: Example\n"
        "FORENAME: Edgar\n"
        "BORN: 1990-05\n"
        "SEX: Male\n"
        "NATIONALITIES: South Africa, United States\n"
        "NCIC NUMBER: M123456789\n"
        "WHAT HAPPENED, AND WHAT DO YOU NEED: An invented story.\n"
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
def test_the_case_number_of_the_agency_and_nothing_else_of_it_stands_in_the_heading(
    kind: RequestKind,
) -> None:
    heading = messages.abroad(a_request(kind=kind), NAMES.get).partition("\n\n")[0]

    assert "2026/17" in heading
    assert "Example City Police Department" not in heading
    assert form_of(kind, OUT) is not None
