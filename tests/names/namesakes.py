"""Invented people with names as common as real ones, and spelled as variously: namesakes of the test set."""

import csv
import random
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate
from pathlib import Path

from anyascii import anyascii

FOLDER = Path(__file__).parent
OPEN, ONCE_HELD_OUT, HELD_OUT = "pairs.csv", "held_out.csv", "set_aside.csv"
"""The first half that was held out has been looked at since; the second is measured at the end only."""
OLDEST, YOUNGEST = 1945, 2010


@dataclass(frozen=True, slots=True, kw_only=True)
class Who:
    script: str
    family_name: str
    forename: str
    born: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """A name as it is recorded and as somebody asks for it."""

    who: Who
    asked: str


def pairs(name: str) -> list[Pair]:
    with (FOLDER / name).open(encoding="utf-8") as file:
        return [
            Pair(
                who=Who(
                    script=row["script"],
                    family_name=row["family_name"],
                    forename=row["forename"],
                    born=int(row["born"]),
                ),
                asked=row["asked"],
            )
            for row in csv.DictReader(file)
        ]


class Namesakes:
    """Every script by its share, names by how common they are; those of the pairs are among them."""

    def __init__(self, seed: int, of: Sequence[Pair]) -> None:
        self._random = random.Random(seed)
        with (FOLDER / "common.csv").open(encoding="utf-8") as file:
            rows = list(csv.DictReader(file))
        with (FOLDER / "parts.csv").open(encoding="utf-8") as file:
            self._parts = {
                (row["script"], row["part"]): row["parts"].split("|") for row in csv.DictReader(file)
            }
        self._shares = {row["script"]: int(row["share"]) for row in rows}
        self._common = {(row["script"], row["part"]): int(row["common"]) for row in rows}
        self._pools = {
            (row["script"], row["part"]): self._pool(row["names"].split("|"), self._of_pairs(row, of))
            for row in rows
        }

    def __iter__(self) -> Iterator[Who]:
        scripts, shares = list(self._shares), list(self._shares.values())
        while True:
            script = self._random.choices(scripts, shares)[0]
            yield Who(
                script=script,
                family_name=self._family_name(script),
                forename=self._forename(script),
                born=self._random.randint(OLDEST, YOUNGEST),
            )

    def _of_pairs(self, row: Mapping[str, str], of: Sequence[Pair]) -> list[str]:
        part = "family_name" if row["part"] == "surname" else "forename"
        return [getattr(each.who, part) for each in of if each.who.script == row["script"]]

    def _pool(self, common: Sequence[str], others: Sequence[str]) -> tuple[list[str], list[float]]:
        names = [name for name in common if name]
        for other in others:
            if other not in names:
                names.insert(self._random.randint(0, len(names)), other)
        return names, list(accumulate(1 / (rank + 4) for rank in range(len(names))))

    def _from_pool(self, script: str, part: str) -> str:
        names, weights = self._pools[script, part]
        return self._random.choices(names, cum_weights=weights)[0]

    def _is(self, percent: float) -> bool:
        return self._random.random() * 100 < percent

    def _family_name(self, script: str) -> str:
        name = self._surname(script)
        if script == "spanish" and self._is(90):
            return f"{name} {self._surname(script)}"
        return anyascii(name) if script == "vietnamese" and self._is(40) else name

    def _surname(self, script: str) -> str:
        if self._is(self._common[script, "surname"]) or script in {"chinese", "korean", "vietnamese"}:
            return self._from_pool(script, "surname")
        of = script if (script, "rare 1") in self._parts else "elsewhere"
        return "".join(self._random.choice(self._parts[of, f"rare {place}"]) for place in (1, 2, 3))

    def _forename(self, script: str) -> str:
        made: Mapping[str, Callable[[], str]] = {
            "chinese": self._chinese,
            "korean": self._korean,
            "vietnamese": self._vietnamese,
        }
        if script in made and self._is(97):
            return made[script]()
        name = self._from_pool(script, "forename")
        two = script in {"order", "initials", "accents"} and "." not in name and self._is(30)
        return f"{name} {self._from_pool(script, 'forename')}" if two else name

    def _two(self, script: str, part: str) -> list[str]:
        return self._random.choices(self._parts[script, part], k=1 if self._is(12) else 2)

    def _chinese(self) -> str:
        if self._is(15):
            return "".join(self._two("chinese", "character"))
        joint = self._random.choices(("", "-", " "), (85, 10, 5))[0]
        return joint.join(self._two("chinese", "syllable")).capitalize()

    def _korean(self) -> str:
        return (
            "".join(self._two("korean", "character"))
            if self._is(15)
            else "-".join(self._two("korean", "syllable")).capitalize()
        )

    def _vietnamese(self) -> str:
        given = self._random.choice(self._parts["vietnamese", "given"])
        name = (
            f"{self._random.choice(self._parts['vietnamese', 'middle'])} {given}" if self._is(90) else given
        )
        return anyascii(name) if self._is(40) else name
