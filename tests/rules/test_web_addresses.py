"""Web addresses: nothing that is kept can be opened, and two spellings of one address mean the same."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.rules.web_addresses import CREDENTIALS, NONE, error, kept, meant


@pytest.mark.parametrize(
    ("typed", "stays"),
    [
        ("example.org", "hxxp://example[.]org"),
        ("http://example.org/page", "hxxp://example[.]org/page"),
        ("https://example.org/a.b?c=d&e=f", "hxxps://example[.]org/a.b?c=d&e=f"),
        ("ftp://files.example.org/x", "fxp://files[.]example[.]org/x"),
        ("https://Example.ORG/Page", "hxxps://example[.]org/Page"),
        ("https://example.org:8443/x", "hxxps://example[.]org:8443/x"),
        ("https://example.org/x#part", "hxxps://example[.]org/x#part"),
        ("https://example.org./x", "hxxps://example[.]org/x"),
        ("https://203.0.113.7/x", "hxxps://203[.]0[.]113[.]7/x"),
        ("http://[2001:db8::1]/x", "hxxp://[2001:db8::1]/x"),
        (" <https://example.org> ", "hxxps://example[.]org"),
        ("https://example。org", "hxxps://example[.]org"),
    ],
)
def test_an_address_is_kept_so_that_nothing_opens_it(typed: str, stays: str) -> None:
    assert error(typed) is None
    assert kept(typed) == stays
    assert kept(stays) == stays


@pytest.mark.parametrize(
    "typed",
    [
        "http://example.org/page",
        "https://example.org/page",
        "HTTPS://EXAMPLE.ORG/page",
        "example.org/page",
        "www.example.org/page",
        "hxxps://example[.]org/page",
        "hXXp://example.org/page",
        "hxxp[:]//example[.]org/page",
        "hxxps://example(.)org/page",
        "hxxps://example[dot]org/page",
        "https://example.org:443/page",
        "http://example.org:80/page",
        "https://example.org./page",
        "https://example.org/page/",
        "https://example.org/page#part",
    ],
)
def test_however_it_is_written_the_address_means_the_same(typed: str) -> None:
    assert error(typed) is None
    assert meant(typed) == "example.org/page"
    assert meant(kept(typed)) == "example.org/page"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("example.org/a", "example.org/b"),
        ("example.org/a", "example.org/A"),
        ("example.org", "example.org:8080"),
        ("example.org", "sub.example.org"),
        ("example.org/x?a=1", "example.org/x?a=2"),
        ("example.org", "example.com"),
    ],
)
def test_other_addresses_mean_something_else(one: str, other: str) -> None:
    assert meant(one) != meant(other)


def test_look_alike_letters_of_another_alphabet_show() -> None:
    look_alike = "https://еxample.org"  # noqa: RUF001  Its first letter is Cyrillic.

    assert kept(look_alike) == "hxxps://xn--xample-2of[.]org"
    assert meant(look_alike) != meant("https://example.org")


@pytest.mark.parametrize(
    "typed",
    [
        "https://name:word@example.org/x",
        "https://name@example.org",
        "ftp://name:@files.example.org",
        "https://example.org\\@evil.example",
        "https://example.org%40@evil.example",
        "hxxps://name:word@example[.]org",
    ],
)
def test_a_name_and_password_in_front_of_the_host_are_refused(typed: str) -> None:
    assert error(typed) == CREDENTIALS


@pytest.mark.parametrize(
    "typed",
    [
        "somewhere",
        "localhost",
        "http://",
        "https:///page",
        "two words.org",
        "example.org and example.com",
        "example..org",
        ".org",
        "-example.org",
        "example-.org",
        "javascript:alert(1)",
        "data:text/html,x",
        "file:///etc/passwd",
        "example.org:port",
        f"{'x' * 64}.org",
        "<https://example.org|here>",
        "!!!",
    ],
)
def test_nonsense_is_refused_with_an_example(typed: str) -> None:
    assert error(typed) == NONE


@pytest.mark.parametrize("inner", ["http://evil.example/x", "https://evil.example/x", "ftp://evil.example"])
def test_an_address_inside_an_address_cannot_be_opened_either(inner: str) -> None:
    assert "://evil.example" not in kept(f"archive.example/web/2026/{inner}")


def _or_none(typed: str) -> str | None:
    return None if error(typed) else kept(typed)


@settings(max_examples=50, deadline=None)
@given(st.text(max_size=60) | st.from_regex(r"(https?://)?[\w.-]{1,20}\.[a-z]{2,5}(:\d{1,5})?(/\S{0,20})?"))
def test_whatever_is_typed_is_refused_or_kept_without_a_live_beginning(typed: str) -> None:
    stays = _or_none(typed)

    assert stays is None or stays.startswith(("hxxp://", "hxxps://", "fxp://"))
    assert stays is None or _or_none(stays) == stays


@pytest.mark.parametrize("letters", ["a", "a.", "é", "@", "[.]", "(.)", "a@", "hxxp://", "[", "\u0660", "-"])
def test_three_thousand_hostile_characters_are_read_fast(letters: str) -> None:
    typed = (letters * 3000)[:3000]
    began = time.perf_counter()

    error(typed)
    kept(typed)
    meant(typed)

    assert time.perf_counter() - began < 1
