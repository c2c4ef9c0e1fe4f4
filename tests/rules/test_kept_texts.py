"""What is kept of a text: nothing that a click could open, and everything else as it was typed."""

import pytest

from bot.rules.fields import kept


@pytest.mark.parametrize(
    ("typed", "stays"),
    [
        ("  two words \n", "two words"),
        ("see https://evil.example/a.b?c=d now", "see hxxps://evil[.]example/a.b?c=d now"),
        ("HTTP://www.evil.example", "hxxp://www[.]evil[.]example"),
        ("ftp://evil.example", "fxp://evil[.]example"),
        ("<https://evil.example|here>", "<hxxps://evil[.]example|here>"),
        ("https://a.example https://b.example", "hxxps://a[.]example hxxps://b[.]example"),
        ("hxxps://evil[.]example", "hxxps://evil[.]example"),
        ("St. Example, 3.5 km away", "St. Example, 3.5 km away"),
        ("", ""),
    ],
)
def test_a_web_address_is_kept_so_that_nothing_opens_it(typed: str, stays: str) -> None:
    assert kept(typed) == stays
