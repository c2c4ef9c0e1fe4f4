"""Addresses beyond Slack: what is kept of them, what is refused and why, and what a list shows."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.rules.contacts import kept_address, masked
from bot.rules.errors import InvalidForm
from storage.records.reach import Way

LONG_DOMAIN = "agency." * 33 + "example"


@pytest.mark.parametrize(
    ("way", "typed", "stays"),
    [
        (Way.EMAIL, "  dan@agency.example\n", "dan@agency.example"),
        (Way.EMAIL, "Dan.O'Hara+desk@mail.Agency.example", "Dan.O'Hara+desk@mail.Agency.example"),
        (Way.EMAIL, f"d@{LONG_DOMAIN}", f"d@{LONG_DOMAIN}"),
        (Way.SMS, "+1 202-555-0100", "+12025550100"),
        (Way.PHONE, " +1 (202) 555.0100 ", "+12025550100"),
        (Way.PHONE, "+44 20 7946 0000", "+442079460000"),
        (Way.PHONE, "+1\u00a0202\u2011555\u20130100", "+12025550100"),
        (Way.SMS, "+12345678", "+12345678"),
        (Way.SMS, "+123456789012345", "+123456789012345"),
        (Way.CHAT, " #oncall ", "#oncall"),
        (Way.CHAT, "@dan:matrix.example", "@dan:matrix.example"),
        (Way.CHAT, "x" * 200, "x" * 200),
    ],
)
def test_an_address_is_kept_in_one_way_of_writing(way: Way, typed: str, stays: str) -> None:
    assert kept_address(way, typed) == stays
    assert kept_address(way, stays) == stays


@pytest.mark.parametrize(
    "typed",
    [
        "",
        "dan",
        "dan@agency",
        "@agency.example",
        "dan@",
        "dan@.example",
        "dan@agency..example",
        "dan@-agency.example",
        "dan@@agency.example",
        "dan@a.example@agency.example",
        "dan o@agency.example",
        "Dan <dan@agency.example>",
        "dan@agency.example,eve@evil.example",
        "dan@agency.example;eve@evil.example",
        "dan@agency.example\r\nBcc: eve@evil.example",
        "dan%evil.example@agency.example",
        "d\u202ean@agency.example",
        "dän@agency.example",
        f"dan@{LONG_DOMAIN}" + "e" * 20,
    ],
)
def test_what_is_no_single_email_address_is_refused(typed: str) -> None:
    with pytest.raises(InvalidForm) as refused:
        kept_address(Way.EMAIL, typed)

    assert "desk@agency.example" in refused.value.errors["address"]


@pytest.mark.parametrize("way", [Way.SMS, Way.PHONE])
@pytest.mark.parametrize(
    "typed",
    [
        "",
        "2025550100",
        "0012025550100",
        "+1234567",
        "+1234567890123456",
        "+0 202 555 0100",
        "++12025550100",
        "+1 202 555 0100 ext 7",
        "+1202555010\u0660",
        "+1 202 CALL NOW",
    ],
)
def test_what_is_no_full_telephone_number_is_refused(way: Way, typed: str) -> None:
    with pytest.raises(InvalidForm) as refused:
        kept_address(way, typed)

    assert "plus sign" in refused.value.errors["address"]


@pytest.mark.parametrize(
    "typed", ["", "   ", "two words", "a\tb", "a\x00b", "a\u200bb", "a\u00a0b", "x" * 201]
)
def test_what_no_chat_would_know_is_refused(typed: str) -> None:
    with pytest.raises(InvalidForm) as refused:
        kept_address(Way.CHAT, typed)

    assert "without spaces" in refused.value.errors["address"]


@pytest.mark.parametrize(
    ("way", "address", "shown"),
    [
        (Way.EMAIL, "dan@agency.example", "d***@agency.example"),
        (Way.EMAIL, "d@agency.example", "d***@agency.example"),
        (Way.SMS, "+12025550100", "+1202***0100"),
        (Way.PHONE, "+442079460000", "+4420***0000"),
        (Way.PHONE, "+12345678", "+123***78"),
        (Way.CHAT, "#oncall", "#o***"),
        (Way.CHAT, "dan", "***"),
    ],
)
def test_a_list_shows_enough_to_know_ones_own_address(way: Way, address: str, shown: str) -> None:
    assert masked(way, address) == shown


@settings(max_examples=50, deadline=None)
@given(way=st.sampled_from(Way), typed=st.text() | st.from_regex(r"\+?[0-9 ]+|\S+@\S+\.\S+"))
def test_nothing_odd_is_kept_whatever_is_typed(way: Way, typed: str) -> None:
    try:
        kept = kept_address(way, typed)
    except InvalidForm:
        return  # Refused with a sentence: nothing is kept.

    assert kept.isprintable()
    assert not re.search(r"\s", kept)
    assert way is Way.CHAT or not set(kept) & set("<>,;%\"'\\") - {"'"}
    assert kept_address(way, kept) == kept


@settings(max_examples=50, deadline=None)
@given(way=st.sampled_from(Way), address=st.text(max_size=30))
def test_a_masked_address_is_never_the_whole_one(way: Way, address: str) -> None:
    shown = masked(way, address)

    assert "***" in shown
    if way in (Way.SMS, Way.PHONE):
        assert len(shown.replace("***", "")) <= max(0, len(address) - 3)
