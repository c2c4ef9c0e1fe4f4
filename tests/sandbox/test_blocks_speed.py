"""The block check stands in the way of every call, so it must cost next to nothing."""

from timeit import repeat

from bot.sandbox.blocks import check_message
from tests.sandbox.test_blocks_valid import VALID_MESSAGES


def test_a_usual_message_is_checked_in_a_millisecond() -> None:
    message = VALID_MESSAGES["text, fields and a button"]

    fastest = min(repeat(lambda: check_message(message), number=10, repeat=20)) / 10

    assert fastest < 0.001
