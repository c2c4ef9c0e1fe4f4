"""The seven tests before the bureau may act."""

import pytest

from bot.rules.criteria import ASK, CRITERIA, FAILED, check_all
from bot.rules.errors import InvalidForm

ALL = [code for code, _ in CRITERIA]


def test_there_are_seven() -> None:
    assert len(dict(CRITERIA)) == 7


@pytest.mark.parametrize("ticked", [ALL, list(reversed(ALL))])
def test_all_seven_in_any_order_are_enough(ticked: list[str]) -> None:
    check_all(",".join(ticked))


@pytest.mark.parametrize(("code", "label"), CRITERIA)
def test_one_that_is_not_ticked_is_named(code: str, label: str) -> None:
    with pytest.raises(InvalidForm) as invalid:
        check_all(",".join(each for each in ALL if each != code))

    sentence = invalid.value.errors[ASK.name]
    assert f"Not ticked: {label}." in sentence
    assert not any(other in sentence for _, other in CRITERIA if other != label)
    assert "reject the request" in sentence


def test_nothing_ticked_names_all() -> None:
    with pytest.raises(InvalidForm) as invalid:
        check_all("")

    assert all(label in invalid.value.errors[ASK.name] for _, label in CRITERIA)


def test_whoever_rejects_names_one_of_the_same_seven() -> None:
    assert (FAILED.choices, FAILED.required) == (CRITERIA, True)
