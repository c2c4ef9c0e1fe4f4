"""The router: one tuple of subcommands makes the commands, their help and the nearest guess."""

import json

import pytest

from handlers.answers import Answer
from handlers.asking import Asked
from handlers.router import DuplicateSubcommand, Router, Subcommand
from handlers.views.blocks import Message
from tests.handlers.examples import OFFICER


def one(name: str, *, command: str = "/notice", takes_any_words: bool = False) -> Subcommand:
    def handler(asked: Asked) -> Answer:
        return Message(text=f"{command} {name}|{asked.text}")

    return Subcommand(
        command=command,
        name=name,
        words=f"does {name}",
        usage=f"{command} {name}",
        handler=handler,
        takes_any_words=takes_any_words,
    )


ROUTER = Router(
    [
        one("status"),
        one("list"),
        one("", command="/oncall"),
        one("take", command="/oncall"),
        one("", command="/escalate", takes_any_words=True),
        one("status", command="/escalate"),
    ]
)


def answer(command: str, text: str) -> Message:
    found = ROUTER.answer(command, Asked(person=OFFICER, text=text, trigger_id="1.1"))
    assert isinstance(found, Message)
    return found


@pytest.mark.parametrize(
    ("command", "text", "ran"),
    [
        pytest.param("/notice", "status NT-2026-00007", "/notice status|NT-2026-00007", id="with words"),
        pytest.param("/notice", "  STATUS   a  b ", "/notice status|a  b", id="sloppy"),
        pytest.param("/notice", "list", "/notice list|", id="alone"),
        pytest.param("/notice", "status\nNT-1", "/notice status|NT-1", id="over two lines"),
        pytest.param("/oncall", "", "/oncall |", id="bare"),
        pytest.param("/escalate", "", "/escalate |", id="a bare page"),
        pytest.param("/escalate", "LR-1 come now", "/escalate |LR-1 come now", id="a page with words"),
        pytest.param("/escalate", "help me now", "/escalate |help me now", id="a page that begins with help"),
        pytest.param("/escalate", "statsu", "/escalate |statsu", id="a page of one word"),
        pytest.param(
            "/escalate", "status ES-2026-00003", "/escalate status|ES-2026-00003", id="where a page stands"
        ),
        pytest.param(
            "/escalate", "states of fear", "/escalate |states of fear", id="a page near a subcommand's name"
        ),
        pytest.param(
            "/escalate",
            "staus LR-2026-00003",
            "/escalate |staus LR-2026-00003",
            id="a page with a request behind a slip",
        ),
        pytest.param(
            "/escalate",
            "again ES-2026-00003",
            "/escalate |again ES-2026-00003",
            id="a page that names an earlier one",
        ),
        pytest.param(
            "/escalate",
            "ES-2026-00003 staus",
            "/escalate |ES-2026-00003 staus",
            id="a page that begins with an earlier one",
        ),
    ],
)
def test_a_command_finds_its_handler(command: str, text: str, ran: str) -> None:
    assert answer(command, text).text == ran


@pytest.mark.parametrize(
    ("command", "text"), [("/notice", "help"), ("/notice", ""), ("/oncall", "HELP"), ("/escalate", "help")]
)
def test_help_is_made_of_the_same_tuple(command: str, text: str) -> None:
    shown = answer(command, text)

    lines = json.dumps(shown.blocks)
    assert shown.text == f"Help for {command}"
    assert f"`{command}" in lines


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("statsu", "I do not know “statsu”. Did you mean /notice status?"),
        ("frobnicate", "I do not know “frobnicate”."),
    ],
)
def test_an_unknown_word_gets_the_nearest_guess(text: str, said: str) -> None:
    first = answer("/notice", text).blocks[0]

    assert first["elements"][0]["elements"][0]["text"] == said


@pytest.mark.parametrize("text", ["staus ES-2026-00003", "STATSU es 2026 3", "  statu  es-2026-00003 now"])
def test_a_slip_before_a_pages_reference_asks_what_was_meant(text: str) -> None:
    shown = json.dumps(answer("/escalate", text).blocks)

    assert "Did you mean `/escalate status " in shown
    assert "Nobody was told anything." in shown


@pytest.mark.parametrize("text", ["x" * 10_000, "status " + "é👩‍👩‍👧‍👦" * 2_000, " " * 10_000, "\x00\n\t"])
def test_any_text_of_any_length_is_answered(text: str) -> None:
    assert len(answer("/notice", text).text) > 0


@pytest.mark.parametrize("name", ["status", "help"])
def test_two_owners_of_the_same_words_are_refused_at_start(name: str) -> None:
    with pytest.raises(DuplicateSubcommand):
        Router([one("status"), one(name)])
