"""Names of victims and children, and numbers for the United States only, in the details of a request."""

from typing import Any

import pytest

from bot.rules.kinds import KINDS
from handlers.views import request_details
from handlers.views.blocks import View
from storage.records.requests import (
    Direction,
    LiaisonRequest,
    RequestKind,
)
from tests.handlers import brim, request_facts
from tests.handlers.reading import texts
from tests.handlers.request_facts import of_kind

DESK = brim.DESK
CHILD = {"family_name": "Example", "forename": "Casey", "birth": "2018-05"}
OUT = Direction.OUTGOING


def shown(of: LiaisonRequest, **facts: Any) -> View:
    return request_details.view(request_facts.request_details(of, **facts), DESK)


@pytest.mark.parametrize("kind", [kind for kind, row in KINDS.items() if row.protects])
def test_a_protected_subject_is_shown_by_initials_and_year_of_birth(kind: RequestKind) -> None:
    read = str(shown(of_kind(kind, Direction.OUTGOING, **CHILD)))

    assert "Example" not in read.replace("Example County", "")
    assert "Casey" not in read
    assert "2018-05" not in read
    if kind is not RequestKind.VICTIM_IDENTIFICATION:  # Its form asks for no name at all.
        assert "Family name\\nE. (initial only)" in read
        assert "Born\\n2018" in read


@pytest.mark.parametrize("kind", [kind for kind, row in KINDS.items() if not row.protects])
def test_anybody_else_is_shown_by_name(kind: RequestKind) -> None:
    read = str(shown(of_kind(kind, Direction.OUTGOING, person_is="missing", **CHILD)))

    if kind is not RequestKind.WEB_ADDRESS:  # Nor does this one's.
        assert "Family name\\nExample" in read
        assert "Born\\n2018-05" in read


def test_numbers_for_the_united_states_only_are_masked_but_for_their_end() -> None:
    told = texts(shown(of_kind(RequestKind.REMOVAL, fbi_number="123456AA1", a_number="A12345678")))

    assert {"FBI number\n…6AA1", "A-number\n…5678"} <= set(told)


def test_digests_are_masked_line_by_line() -> None:
    told = texts(shown(of_kind(RequestKind.VICTIM_IDENTIFICATION, hashes=f"{'a1' * 16}\n{'b2' * 20}")))

    assert "Digests (hashes)\n…a1a1\n…b2b2" in told


def test_a_short_number_is_masked_whole() -> None:
    told = texts(shown(of_kind(RequestKind.REMOVAL, fbi_number="12A")))

    assert "FBI number\n…" in told
