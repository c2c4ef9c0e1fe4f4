"""What whoever filed a request is told at once: what happens next, what is missing, who else works on it."""

from dataclasses import replace

import pytest

from bot.desk.request_facts import Alike
from bot.rules.steps import Sign
from bot.rules.subjects import PERSON
from bot.sandbox.blocks import check_message, check_view
from handlers.answers import fits, update_body
from handlers.views import filed, refusal
from storage.records.requests import Direction, Priority, RequestKind
from tests.handlers import request_facts
from tests.handlers.examples import DESK, LONG_LINE, request
from tests.handlers.reading import told
from tests.handlers.request_facts import JOURNEY, of_kind

SIGNS = sorted({PERSON, *(sign.value for sign in Sign)} - {Sign.NAME, Sign.BIRTH})
"""Name and birth count together, as a person."""


def alike(*signs: str, unit: str = "Example City Police", reference: str | None = "LR-2026-00001") -> Alike:
    return Alike(unit=unit, signs=signs, reference=reference)


def test_it_says_when_an_officer_looks_and_how_to_ask_where_it_stands() -> None:
    message = filed.message(request_facts.filed(), DESK)

    assert message.text == "LR-2026-00042 is filed"
    assert "*LR-2026-00042* is filed: Missing or abducted child. An officer looks at it" in told(message)
    assert "call the command center: 202-555-0100" in told(message)
    assert "`/liaison status LR-2026-00042` tells where it stands." in told(message)


def test_what_the_agency_still_owes_is_named_and_what_the_desk_owes_is_not() -> None:
    words = told(filed.message(request_facts.filed(of_kind(RequestKind.FUGITIVE)), DESK))

    assert "Still missing, and it may follow: Sex; Nationalities; Passport or identity document" in words
    assert "US Marshals Service told" not in words
    assert ", and " in words.partition("Still missing")[2]


def test_a_flash_request_says_that_the_officer_on_duty_is_paged() -> None:
    flash = request_facts.filed(replace(request(), priority=Priority.FLASH))

    assert "the officer on duty is being paged now" in told(filed.message(flash, DESK))
    assert "paged" not in told(filed.message(request_facts.filed(), DESK))


def test_a_journey_that_was_announced_late_is_marked_when_it_goes_abroad() -> None:
    late = request_facts.filed(JOURNEY)
    coming = replace(late, request=replace(JOURNEY, direction=Direction.INCOMING))

    assert "less than 21 days" in told(filed.message(late, DESK))
    assert "less than 21 days" not in told(filed.message(coming, DESK))


def test_whoever_may_see_the_other_request_reads_its_reference() -> None:
    words = told(filed.message(request_facts.filed(request(), alike("person", "document")), DESK))

    assert "LR-2026-00001" in words
    assert " is about the same person and the same document. Look whether it is enough." in words
    assert "Example City Police" not in words


def test_whoever_may_not_see_it_learns_only_whom_to_call() -> None:
    words = told(filed.message(request_facts.filed(request(), alike("case", reference=None)), DESK))

    assert "Somebody works on the same case number already. Call " in words
    assert "Example City Police" in words
    assert "before you go on." in words
    assert "LR-2026-00001" not in words


@pytest.mark.parametrize("sign", SIGNS)
def test_every_sign_has_its_words(sign: str) -> None:
    words = told(filed.message(request_facts.filed(request(), alike(sign)), DESK))

    assert " is about the same " in words


def test_many_requests_about_the_same_can_still_be_shown() -> None:
    others = [alike("address", unit=LONG_LINE) for _ in range(150)]

    message = filed.message(request_facts.filed(request(), *others), DESK)

    assert check_message(list(message.blocks)) == []
    assert check_view(refusal.as_modal(message)) == []
    assert fits(update_body(refusal.as_modal(message)))
