"""Names that are one name and sound apart: no rule of spelling leads from one to the other."""

from collections.abc import Mapping

_GROUPS = (
    # Korean surnames as families write them in English, beside the two romanisations.
    "lee yi rhee rhie ri i",
    "park pak bak bag",
    "lim im rim",
    "noh roh no ro",
    "ryu yoo yu lyu",
    # One person's name in Ukrainian and in Russian: Soviet papers and later ones differ.
    "volodymyr vladimir volodimir",
    "yevhen yevheniy evgeny evgeniy yevgeny",
    "serhii serhiy sergei sergey",
    "oleksandr aleksandr alexander",
    "oleksii oleksiy aleksei aleksey alexei alexey",
    "mykola nikolai nikolay mikola",
    "mykhailo mikhail",
    "dmytro dmitri dmitry dmitriy",
    "hryhorii hryhoriy grigori grigory",
    "ihor igor",
    "oleh oleg",
    "petro pyotr petr",
    "pavlo pavel",
    "olena elena yelena",
    "kateryna ekaterina yekaterina",
    "mykyta nikita",
)

SAME: Mapping[str, str] = {
    name: group.split()[0] for group in _GROUPS for name in group.split() if name != group.split()[0]
}
"""By each spelling the first of its group."""


def are_one(one: str, other: str) -> bool:
    return SAME.get(one, one) == SAME.get(other, other)
