"""Which US agencies an incoming notice concerns, by the state that it names and the offence."""

from collections.abc import Iterable

from storage.records.agencies import Agency, AgencyKind
from storage.records.requests import Offence

AGAINST_CHILDREN = frozenset(
    {
        Offence.CHILD_ABUSE_IMAGES,
        Offence.CHILD_ABUSE,
        Offence.SEXUAL_OFFENCE_AGAINST_CHILD,
        Offence.SEX_TOURISM,
        Offence.KIDNAPPING,
    }
)
"""The task forces against crimes on children hear of these."""


def agencies(of_the_state: Iterable[Agency], offence: str) -> list[str]:
    """Ids of the state's or territory's own police, and of ICAC task forces where children are harmed.

    A choice of this desk, without a source.
    """
    kinds = {AgencyKind.STATE, AgencyKind.TERRITORIAL}
    kinds |= {AgencyKind.ICAC} if offence in AGAINST_CHILDREN else set()
    return [each.id for each in of_the_state if each.kind in kinds]
