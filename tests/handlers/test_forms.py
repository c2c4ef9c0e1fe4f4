"""Forms: what is drawn can be filled in and read again."""

from dataclasses import replace

from handlers.forms import escalate, resolve, step
from handlers.forms.asking import Lists
from handlers.views.blocks import View
from storage.records.notices import Colour, NoticeState
from storage.records.reminders import RecordKind
from storage.records.requests import Direction, Priority, RequestKind, RequestState
from tests.handlers import brim, request_facts
from tests.handlers.examples import DESK, LONGEST
from tests.handlers.filling import fill, inputs
from tests.handlers.notice_facts import notice_card, of_colour
from tests.handlers.reading import texts


def test_a_page_comes_back_as_it_was_filled_in() -> None:
    form = escalate.render(key="k4", desk=DESK, reference="LR-2026-00042")

    filled = escalate.parse(fill(form, {"words": LONGEST}))

    assert filled == escalate.EscalationForm(
        key="k4", reference="LR-2026-00042", words=LONGEST.strip(), priority=Priority.URGENT
    )


def test_a_step_carries_the_version_that_was_seen() -> None:
    card = notice_card(of_colour(Colour.RED, state=NoticeState.SENT, version=5))
    form = step.of_card(RecordKind.NOTICE, card, "publish", Lists.plain(3000))
    assert form is not None

    answers = {"control_number": "A-1/1-2026", "published_on": "2026-11-20", "entity_id": "2021/75051"}
    filled = step.parse(fill(form, answers))

    assert filled == step.StepForm(record_id=card.id, step="publish", seen_version=5, answers=answers)


def test_a_step_of_a_request_comes_back_whatever_it_asks() -> None:
    card = request_facts.request_card(request_facts.in_state(RequestState.ACCEPTED))
    answers = {
        "recipient": "country",
        "recipient_country": "CI",
        "content": "identity",
        "authority": "statute",
        "sent_on": "2026-11-20",
        "message_reference": "EX-1",
    }

    told = step.parse(fill(_step(card, "tell"), answers))
    handed = step.parse(fill(_step(card, "hand"), {"officer": "U0ADA"}))
    alerted = step.parse(fill(_step(_incoming(), "alert"), {"alerted": "example-city-police"}))

    assert (told.step, told.seen_version, told.answers) == ("tell", 1, answers)
    assert handed.answers == {"officer": "U0ADA"}
    assert alerted.answers == {"alerted": "example-city-police"}


def test_checked_criteria_are_read_together() -> None:
    card = request_facts.request_card(request_facts.in_state(RequestState.INTAKE_REVIEW))
    form = _step(card, "accept")
    (name, element), *_ = inputs(form).items()
    every = ",".join(option["value"] for option in element["options"])

    assert step.parse(fill(form, {name: every})).answers == {name: every}


def test_whoever_is_asked_for_information_reads_the_question_above_the_field() -> None:
    own = request_facts.own(request_facts.in_state(RequestState.NEEDS_INFO), asked=LONGEST)

    read = "".join(texts(_step(own, "info")["blocks"]))

    assert LONGEST in read


def test_a_step_that_is_not_offered_any_more_has_no_form() -> None:
    card = notice_card(of_colour(Colour.RED))

    assert step.of_card(RecordKind.NOTICE, card, "publish", Lists.plain(3000)) is None


def test_a_resolution_comes_back_as_it_was_filled_in() -> None:
    filled = resolve.parse(fill(resolve.render(escalation_id="e1", limit=3000), {"outcome": "Called back."}))

    assert filled == resolve.Resolution(escalation_id="e1", outcome="Called back.")


def _step(card: step.Card, name: str) -> View:
    form = step.of_card(RecordKind.REQUEST, card, name, brim.LISTS)
    assert form is not None
    return form


def _incoming() -> step.Card:
    arriving = replace(
        request_facts.in_state(RequestState.ACCEPTED), kind=RequestKind.TRAVEL, direction=Direction.INCOMING
    )
    return request_facts.request_card(arriving)
