"""Forms: what is drawn can be filled in and read again."""

import pytest

from bot.rules.colours import COLOURS
from bot.rules.errors import InvalidForm
from bot.rules.notices import NoticeForm
from bot.rules.requests import RequestForm
from bot.rules.steps import AskKind
from handlers.forms import escalate, notice, request, resolve, step
from storage.records.notices import Colour, Identity, NoticeState, Sex
from storage.records.reminders import RecordKind
from storage.records.requests import Channel, Direction, Offence, OnBehalf, Priority, RequestKind
from tests.handlers.examples import DESK, LONGEST
from tests.handlers.facts import notice_card
from tests.handlers.filling import REQUEST, SUBJECT, fill


def test_a_request_comes_back_as_it_was_filled_in() -> None:
    filled = request.parse(fill(request.render(key="k1", on_behalf=False, desk=DESK), REQUEST))

    assert filled.key == "k1"
    assert filled.form == RequestForm(
        kind=RequestKind.FUGITIVE,
        direction=Direction.OUTGOING,
        country="FR",
        offence=Offence.TRAFFICKING,
        agency="agency-1",
        agency_case="24-1",
        priority=Priority.NORMAL,
        facts=LONGEST.strip(),
        contact="the front desk",
        on_behalf=None,
    )


def test_an_officer_files_for_somebody_who_telephoned() -> None:
    form = request.render(key="k1", on_behalf=True, desk=DESK)

    filled = request.parse(fill(form, REQUEST | {"channel": "telephone", "call_back": "202-555-0101"}))

    assert filled.form.on_behalf == OnBehalf(channel=Channel.TELEPHONE, call_back="202-555-0101")


@pytest.mark.parametrize(
    ("half", "missing"),
    [({"channel": "telephone"}, "call_back"), ({"call_back": "202-555-0101"}, "channel")],
)
def test_a_way_without_a_call_back_number_needs_another_look(half: dict[str, str], missing: str) -> None:
    form = request.render(key="k1", on_behalf=True, desk=DESK)

    with pytest.raises(InvalidForm) as refused:
        request.parse(fill(form, REQUEST | half))

    assert set(refused.value.errors) == {missing}


def test_an_agency_that_is_not_in_the_registry_is_typed() -> None:
    answers = {**REQUEST, "agency": "", "agency_typed": "Example Tribal Police"}

    filled = request.parse(fill(request.render(key="k1", on_behalf=False, desk=DESK), answers))

    assert filled.form.agency == "Example Tribal Police"


def test_a_request_without_an_agency_says_so_beside_the_field() -> None:
    form = request.render(key="k1", on_behalf=False, desk=DESK)

    with pytest.raises(InvalidForm) as refused:
        request.parse(fill(form, {**REQUEST, "agency": ""}))

    assert set(refused.value.errors) == {"agency"}


def test_an_empty_choice_says_so_beside_the_field() -> None:
    form = request.render(key="k1", on_behalf=False, desk=DESK)

    with pytest.raises(InvalidForm) as refused:
        request.parse(fill(form, {}))

    assert refused.value.errors == {"kind": "Choose one of the list."}


@pytest.mark.parametrize("colour", Colour)
def test_a_notice_of_each_colour_comes_back_as_it_was_filled_in(colour: Colour) -> None:
    block = {
        ask.name: ask.choices[0][0] if ask.kind is AskKind.CHOICE else f"my {ask.name}"
        for ask in COLOURS[colour].fields
    }

    filled = notice.parse(fill(notice.render(key="k2", colour=colour, desk=DESK), SUBJECT | block))

    assert filled.key == "k2"
    assert filled.form == NoticeForm(
        colour=colour,
        country="FR",
        identity=Identity(
            family_name="Example",
            forename="Ada",
            sex=Sex.FEMALE,
            birth="1990-05",
            identifier="fingerprints F-1",
        ),
        block=block,
        agency="Example PD",
        agency_case="24-2",
        request_reference="lr 2026 42",
    )


def test_the_colour_is_asked_first() -> None:
    form = notice.render_colour(key="k3")

    assert notice.parse_colour(fill(form, {"colour": "green"})) == ("k3", Colour.GREEN)


def test_a_page_comes_back_as_it_was_filled_in() -> None:
    form = escalate.render(key="k4", desk=DESK, reference="LR-2026-00042")

    filled = escalate.parse(fill(form, {"words": LONGEST}))

    assert filled == escalate.EscalationForm(
        key="k4", reference="LR-2026-00042", words=LONGEST.strip(), priority=Priority.URGENT
    )


def test_a_step_carries_the_version_that_was_seen() -> None:
    card = notice_card(state=NoticeState.SENT)
    form = step.of_card(RecordKind.NOTICE, card, "publish", 3000)
    assert form is not None

    answers = {"control_number": "A-1/1-2026", "published_on": "2026-11-20"}
    filled = step.parse(fill(form, answers))

    assert filled == step.StepForm(record_id=card.id, step="publish", seen_version=5, answers=answers)


def test_a_step_that_is_not_offered_any_more_has_no_form() -> None:
    card = notice_card(state=NoticeState.REVIEW)

    assert step.of_card(RecordKind.NOTICE, card, "publish", 3000) is None


def test_a_resolution_comes_back_as_it_was_filled_in() -> None:
    filled = resolve.parse(fill(resolve.render(escalation_id="e1", limit=3000), {"outcome": "Called back."}))

    assert filled == resolve.Resolution(escalation_id="e1", outcome="Called back.")


@pytest.mark.parametrize("colour", Colour)
def test_no_field_of_a_notice_hides_another(colour: Colour) -> None:
    form = notice.render(key="k", colour=colour, desk=DESK)

    names = [block["block_id"] for block in form["blocks"] if block["type"] == "input"]
    assert len(names) == len(set(names))
