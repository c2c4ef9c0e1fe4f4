"""Requests: what a form must say, and which steps stand open."""

from datetime import UTC, datetime
from typing import Any

import pytest

from bot.rules import requests
from bot.rules.errors import InvalidForm
from bot.rules.fields import latest_today
from storage.records.requests import Channel, OnBehalf, RequestState
from tests.rules.examples import COUNTRIES, LIMIT, TODAY, a_request_form


@pytest.mark.parametrize(
    ("changes", "fields"),
    [
        pytest.param({"country": "US"}, {"country"}, id="the desk's own country"),
        pytest.param({"country": "XX"}, {"country"}, id="no member"),
        pytest.param({"agency": " "}, {"agency"}, id="no agency"),
        pytest.param({"departs_on": "2026-03-01"}, {"departs_on"}, id="left yesterday"),
        pytest.param({"departs_on": "soon"}, {"departs_on"}, id="no date"),
        pytest.param({"facts": "", "contact": ""}, {"facts", "contact"}, id="two at once"),
        pytest.param({"facts": "x" * (LIMIT + 1)}, {"facts"}, id="too long"),
        pytest.param({"agency_case": "x" * (LIMIT + 1)}, {"agency_case"}, id="a number too long"),
        pytest.param(
            {"on_behalf": OnBehalf(channel=Channel.TELEPHONE, call_back="")}, {"call_back"}, id="no call back"
        ),
    ],
)
def test_a_form_says_which_fields_need_another_look(changes: dict[str, Any], fields: set[str]) -> None:
    with pytest.raises(InvalidForm) as invalid:
        requests.check(a_request_form(**changes), countries=COUNTRIES, limit=LIMIT, today=TODAY)

    assert set(invalid.value.errors) == fields


@pytest.mark.parametrize(
    "changes",
    [
        {},
        {"agency_case": ""},
        {"facts": "x" * LIMIT},
        {"departs_on": "2026-03-02"},
        {"on_behalf": OnBehalf(channel=Channel.EMAIL, call_back="202-555-0100")},
    ],
)
def test_a_form_with_what_is_needed_is_taken(changes: dict[str, Any]) -> None:
    requests.check(a_request_form(**changes), countries=COUNTRIES, limit=LIMIT, today=TODAY)


def test_the_desks_own_country_is_refused_with_its_reason() -> None:
    with pytest.raises(InvalidForm, match="the United States' own bureau"):
        requests.check(a_request_form(country="US"), countries=COUNTRIES, limit=LIMIT, today=TODAY)


def test_stray_spaces_are_not_kept() -> None:
    form = requests.tidy(
        a_request_form(facts=" Facts. ", agency=" Example ", contact=" Me ", agency_case=" 1 ")
    )

    assert (form.facts, form.agency, form.contact, form.agency_case) == ("Facts.", "Example", "Me", "1")


@pytest.mark.parametrize("state", RequestState)
def test_the_steps_on_a_card(state: RequestState) -> None:
    labels = [offered.label for offered in requests.offered(state)]

    if state is RequestState.SUBMITTED:
        assert labels == ["Claim"]
    elif state in requests.OVER:
        assert labels == []
    else:
        assert labels == ["Close"]


def test_a_reader_east_of_the_desk_has_tomorrow_already() -> None:
    assert latest_today(datetime(2026, 3, 2, 23, 0, tzinfo=UTC)).isoformat() == "2026-03-03"
