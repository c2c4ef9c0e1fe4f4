"""Images pasted as text: never kept, while what officers really write is."""

import random
import time
from base64 import b64encode, urlsafe_b64encode

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.rules.fields import PASTED_IMAGE, text_error
from bot.rules.images import is_pasted

IMAGE = random.Random(1).randbytes(900)
"""As dense as any compressed image."""
LETTERS = b64encode(IMAGE).decode()


def _lines(text: str, width: int) -> str:
    return "\n".join(text[start : start + width] for start in range(0, len(text), width))


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("data:image/png;base64,iVBORw0KGgo=", id="a data address"),
        pytest.param("DATA: image/jpeg ; BASE64 ,/9j/4AAQ", id="loosely written"),
        pytest.param("see data:image/svg+xml;base64,PHN2Zz4= here", id="in a sentence"),
        pytest.param('<img src="data:image/gif;base64,R0lGOD"/>', id="in a page"),
        pytest.param("data:application/pdf;base64,JVBERi0=", id="a document"),
        pytest.param(LETTERS, id="base64 in one piece"),
        pytest.param(urlsafe_b64encode(IMAGE).decode(), id="in the letters of addresses"),
        pytest.param(f"Look at this:\n{LETTERS}\nThank you.", id="between words"),
        pytest.param(_lines(LETTERS, 76), id="wrapped as mail wraps it"),
        pytest.param(_lines(LETTERS, 64).replace("\n", "\r\n"), id="wrapped as keys are"),
        pytest.param(f"-----BEGIN-----\n{_lines(LETTERS, 64)}\n-----END-----", id="between rows"),
    ],
)
def test_an_image_in_letters_is_seen(text: str) -> None:
    assert is_pasted(text)
    assert text_error(text, limit=3000) == PASTED_IMAGE


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(f'"{LETTERS}"', id="in quotation marks"),
        pytest.param(f'{{"image":"{LETTERS}"}}', id="in JSON"),
        pytest.param(f"image={LETTERS}", id="behind its name"),
        pytest.param(f"{LETTERS}.", id="with a full stop"),
    ],
)
def test_a_sign_beside_it_hides_no_image(text: str) -> None:
    assert is_pasted(text)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("", id="nothing"),
        pytest.param("A girl in a red coat, seen in Example City at 3 pm.", id="a sentence"),
        pytest.param("Data: image taken in 2026; base unknown.", id="a sentence about data"),
        pytest.param("a1" * 64, id="a digest"),
        pytest.param("\n".join(["9F" * 32] * 20), id="twenty digests"),
        pytest.param(" ".join(["d41d8cd98f00b204e9800998ecf8427e"] * 60), id="sixty digests"),
        pytest.param("Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamten", id="long word"),
        pytest.param("Rindfleischetikettierungsueberwachungsaufgabenuebertragungsgesetz1 " * 3, id="three"),
        pytest.param("شوهدت الطفلة آخر مرة في المحطة المركزية يوم الاثنين. " * 40, id="Arabic"),
        pytest.param("女の子は駅で最後に見られました。" * 100, id="Japanese"),
        pytest.param("-" * 400, id="a row of dashes"),
        pytest.param("_" * 80 + "\n" + "=" * 80, id="rows"),
        pytest.param("A" * 3000, id="three thousand equal letters"),
        pytest.param("https://example.org/" + "path/" * 40 + "Page1", id="a long address"),
        pytest.param("555-0100 " * 60, id="telephone numbers"),
        pytest.param("VeryLongFileName2026" * 3, id="a long name of a file"),
    ],
)
def test_what_officers_write_is_no_image(text: str) -> None:
    assert not is_pasted(text)


@settings(max_examples=50, deadline=None)
@given(st.lists(st.text(st.characters(categories=["L", "P", "Zs"]), max_size=40), max_size=40))
def test_words_in_any_script_are_no_image(words: list[str]) -> None:
    assert not is_pasted("\n".join(words))


@pytest.mark.parametrize(
    "letters", ["A", "Aa1", "=", "data:", "data: ", "data:a", "data:a/", "A1a=", "é", "+/", "Aa1" * 20 + " "]
)
def test_three_thousand_hostile_characters_are_read_fast(letters: str) -> None:
    text = (letters * 3000)[:3000]
    began = time.perf_counter()

    is_pasted(text)

    assert time.perf_counter() - began < 0.5
