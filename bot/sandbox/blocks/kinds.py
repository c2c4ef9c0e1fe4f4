"""The kinds of value that Block Kit knows, and how each is checked."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Protocol

from bot.sandbox.blocks.problem import Problem

# An object that has passed its check; what its keys hold is known from the table that checked it.
Checked = Mapping[str, Any]
Rule = Callable[[Checked, str], list[Problem]]


class Kind(Protocol):
    """One kind of value; `at` is the pointer of the value that is checked."""

    def problems(self, value: object, at: str) -> list[Problem]: ...


@dataclass(frozen=True, slots=True, kw_only=True)
class String:
    """Text of `least` to `most` characters, and of a certain form where `form` is given."""

    least: int = 0
    most: int | None = None
    form: Callable[[str], bool] | None = None
    wording: str = "must be well-formed"

    def problems(self, value: object, at: str) -> list[Problem]:
        if not isinstance(value, str):
            return [Problem("must provide a string", at)]
        if len(value) < self.least:
            return [Problem(f"must be more than {self.least - 1} characters", at)]
        if self.most is not None and len(value) > self.most:
            return [Problem(f"must be less than {self.most + 1} characters", at)]
        if self.form is not None and not self.form(value):
            return [Problem(self.wording, at)]
        return []


@dataclass(frozen=True, slots=True)
class Flag:
    """True or false."""

    def problems(self, value: object, at: str) -> list[Problem]:
        return [] if isinstance(value, bool) else [Problem("must provide a boolean", at)]


@dataclass(frozen=True, slots=True, kw_only=True)
class Number:
    """A number of `least` to `most`; a whole one unless `whole` is switched off."""

    least: int | None = None
    most: int | None = None
    whole: bool = True

    def problems(self, value: object, at: str) -> list[Problem]:
        if isinstance(value, bool) or not isinstance(value, int | float):
            return [Problem("must provide a number", at)]
        if self.whole and not isinstance(value, int):
            return [Problem("must provide an integer", at)]
        if self.least is not None and value < self.least:
            return [Problem(f"must be greater than or equal to {self.least}", at)]
        if self.most is not None and value > self.most:
            return [Problem(f"must be less than or equal to {self.most}", at)]
        return []


@dataclass(frozen=True, slots=True)
class Choice:
    """One of a few words or numbers."""

    allowed: tuple[str | int, ...]

    def problems(self, value: object, at: str) -> list[Problem]:
        if isinstance(value, str | int) and not isinstance(value, bool) and value in self.allowed:
            return []
        return [Problem("must be a valid enum value", at)]


@dataclass(frozen=True, slots=True, kw_only=True)
class Items:
    """A list of `least` to `most` values of one kind."""

    kind: Kind
    least: int = 1
    most: int | None = None

    def problems(self, value: object, at: str) -> list[Problem]:
        if not isinstance(value, list):
            return [Problem("must provide an array", at)]
        found: list[Problem] = []
        if len(value) < self.least:
            found.append(Problem(f"no less than {self.least} items allowed", at))
        if self.most is not None and len(value) > self.most:
            found.append(Problem(f"no more than {self.most} items allowed", at))
        for index, item in enumerate(value):
            found += self.kind.problems(item, f"{at}/{index}")
        return found


@dataclass(frozen=True, slots=True, kw_only=True)
class Fields:
    """An object: its keys with their kinds, those required, and rules between its values.

    The rules run only on an object whose values have all passed, so they may trust them.
    """

    keys: Mapping[str, Kind]
    required: Sequence[str] = ()
    rules: Sequence[Rule] = field(default=())

    def problems(self, value: object, at: str) -> list[Problem]:
        if not isinstance(value, dict):
            return [Problem("must provide an object", at)]
        found = [Problem(f"missing required field: {key}", at) for key in self.required if key not in value]
        for key, item in value.items():
            kind = self.keys.get(key)
            if kind is None:
                found.append(Problem(f"invalid additional property: {key}", at))
            else:
                found += kind.problems(item, f"{at}/{key}")
        if not found:
            for rule in self.rules:
                found += rule(value, at)
        return found


TYPE = String(least=1)


def shape(
    required: Mapping[str, Kind], optional: Mapping[str, Kind] | None = None, rules: Sequence[Rule] = ()
) -> Fields:
    """A typed object: `type` and the `required` keys must be there, the `optional` ones may."""
    keys = {"type": TYPE, **required, **(optional or {})}
    return Fields(keys=keys, required=("type", *required), rules=rules)


@dataclass(frozen=True, slots=True)
class Typed:
    """An object whose `type` says which of several shapes it has."""

    shapes: Mapping[str, Kind]

    def problems(self, value: object, at: str) -> list[Problem]:
        if not isinstance(value, dict):
            return [Problem("must provide an object", at)]
        if "type" not in value:
            return [Problem("missing required field: type", at)]
        name = value["type"]
        if not isinstance(name, str) or name not in self.shapes:
            return [Problem(f"unsupported type: {str(name)[:50]}", f"{at}/type")]
        return self.shapes[name].problems(value, at)
