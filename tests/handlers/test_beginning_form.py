"""The question with which every request begins: its kind, its way and the other country."""

from dataclasses import replace

import pytest

from bot.rules.errors import InvalidForm
from handlers.forms import beginning
from handlers.forms.beginning import Beginning
from storage.records.requests import Direction, RequestKind
from tests.handlers.examples import DESK
from tests.handlers.filling import fill, inputs
from tests.handlers.reading import texts

BEGUN = Beginning(
    key="k1", kind=RequestKind.INQUIRY, direction=Direction.INCOMING, country="FR", from_open_channel=True
)


def test_the_beginning_of_a_request_comes_back_as_it_was_filled_in() -> None:
    form = beginning.render(Beginning(key="k1"), DESK)

    filled = beginning.parse(fill(form, {"kind": "travel", "direction": "incoming", "country": "CI"}))

    assert filled == Beginning(key="k1", kind=RequestKind.TRAVEL, direction=Direction.INCOMING, country="CI")


def test_what_is_known_already_stands_in_the_beginning() -> None:
    filled = beginning.parse(fill(beginning.render(BEGUN, DESK), {}))

    assert filled == replace(BEGUN, from_open_channel=False)


def test_a_request_goes_out_unless_somebody_says_otherwise() -> None:
    filled = beginning.parse(fill(beginning.render(Beginning(key="k"), DESK), {"kind": "fugitive"}))

    assert (filled.direction, filled.country) == (Direction.OUTGOING, "")


def test_a_kind_that_nobody_chose_says_so_beside_the_field() -> None:
    with pytest.raises(InvalidForm) as refused:
        beginning.parse(fill(beginning.render(Beginning(key="k"), DESK), {}))

    assert refused.value.errors == {"kind": "Choose one of the list."}


def test_every_kind_can_be_chosen() -> None:
    offered = inputs(beginning.render(Beginning(key="k"), DESK))["kind"]["options"]

    assert [option["value"] for option in offered] == list(RequestKind)


def test_only_a_message_of_an_open_channel_is_warned_of() -> None:
    warned, not_warned = beginning.render(BEGUN, DESK), beginning.render(Beginning(key="k"), DESK)

    assert beginning.OPEN_CHANNEL in texts(warned["blocks"])
    assert beginning.OPEN_CHANNEL not in texts(not_warned["blocks"])
