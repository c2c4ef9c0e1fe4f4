"""References as people type them."""

import pytest

from bot.rules.references import control_number, leading, may_be_control_number, recognise


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("NT-2026-00007", "NT-2026-00007"),
        ("nt-2026-00007", "NT-2026-00007"),
        ("nt 2026 7", "NT-2026-00007"),
        ("  LR2026-42 ", "LR-2026-00042"),
        ("lr202600042", "LR-2026-00042"),
        ("ES–2026–00003", "ES-2026-00003"),  # noqa: RUF001  Phones make dashes of hyphens.
        ("#nt.2026.7", "NT-2026-00007"),
        ("“NT-2026-00007”", "NT-2026-00007"),
        ("NT-2026-1234567", "NT-2026-1234567"),
        ("NT-2026-0", None),
        ("NT-2026", None),
        ("XX-2026-00007", None),
        ("NT-2026-00007 and more", None),
        ("", None),
    ],
)
def test_a_reference_is_recognised_however_it_is_typed(typed: str, meant: str | None) -> None:
    assert recognise(typed) == meant


@pytest.mark.parametrize(
    ("typed", "reference", "words"),
    [
        ("LR-2026-00042 the flight lands at 3", "LR-2026-00042", "the flight lands at 3"),
        ("lr 2026 42: call back", "LR-2026-00042", "call back"),
        ("LR-2026-00042", "LR-2026-00042", ""),
        (" somebody call me ", None, "somebody call me"),
        ("see LR-2026-00042", None, "see LR-2026-00042"),
    ],
)
def test_a_page_begins_with_a_reference_or_not(typed: str, reference: str | None, words: str) -> None:
    assert leading(typed) == (reference, words)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("A-1234/5-2020", "A-1234/5-2020"),
        ("a 1234 / 5 - 2020", "A-1234/5-2020"),
        ("A1234/5-2020", "A-1234/5-2020"),
        ("1234/5-2020", None),
        ("Example", None),
    ],
)
def test_a_control_number_is_recognised(typed: str, meant: str | None) -> None:
    assert control_number(typed) == meant


@pytest.mark.parametrize(
    ("typed", "may_be"),
    [
        ("A-1234/5-2020", True),
        ("2020/1234", True),
        ("UN 12", True),
        ("banana", False),
        ("Casey Example", False),
        ("A-1234/5-2020 Casey", False),
        ("", False),
    ],
)
def test_a_word_is_no_control_number(typed: str, may_be: bool) -> None:
    assert may_be_control_number(typed) is may_be
