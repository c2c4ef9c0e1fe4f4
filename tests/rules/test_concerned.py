"""Which US agencies an incoming notice concerns: the police of its state, and task forces for children."""

import pytest

from bot.rules.concerned import AGAINST_CHILDREN, agencies
from storage.records.agencies import Agency, AgencyKind
from storage.records.requests import Offence

OF_THE_STATE = [
    Agency(id=f"example-{kind}", name=f"Example {kind}", kind=kind, state="TX") for kind in AgencyKind
]
POLICE = ["example-state", "example-territorial"]


@pytest.mark.parametrize("offence", ["", *Offence])
def test_the_states_own_police_always_hear_of_it(offence: str) -> None:
    assert set(POLICE) <= set(agencies(OF_THE_STATE, offence))


@pytest.mark.parametrize("offence", Offence)
def test_task_forces_hear_of_it_where_children_are_harmed(offence: Offence) -> None:
    concerned = agencies(OF_THE_STATE, offence)

    assert concerned == (
        ["example-state", "example-territorial", "example-icac"] if offence in AGAINST_CHILDREN else POLICE
    )


def test_children_are_harmed_by_five_of_the_offences() -> None:
    assert set(Offence) - AGAINST_CHILDREN == {
        Offence.RAPE,
        Offence.TRAFFICKING,
        Offence.SMUGGLING,
        Offence.OTHER,
    }


def test_a_state_without_an_agency_of_these_is_told_nothing() -> None:
    local = [each for each in OF_THE_STATE if each.kind is AgencyKind.LOCAL]

    assert agencies(local, Offence.KIDNAPPING) == []
