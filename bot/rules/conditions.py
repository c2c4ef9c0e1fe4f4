"""Conditions: which of INTERPOL's rules for a colour are met by what is known, and what would be right."""

from collections.abc import Sequence

from bot.rules.colours import COLOURS
from bot.rules.errors import NotYet
from bot.rules.verdicts import Answers, Finding, Standing
from storage.records.notices import Colour
from storage.records.requests import Direction


def findings(colour: Colour, direction: Direction, answers: Answers) -> tuple[Finding, ...]:
    """One for each condition that this notice has; none for what another country has published."""
    if direction is Direction.INCOMING:
        return ()
    judged = ((each, each.judge(answers)) for each in COLOURS[colour].conditions)
    return tuple(Finding(condition=each, verdict=verdict) for each, verdict in judged if verdict is not None)


def failures(found: Sequence[Finding]) -> dict[str, str]:
    """A sentence for each that cannot hold, by the field that shows it, with the rule that says so."""
    return {
        each.verdict.field: f"{each.verdict.why} {cited(each)}"
        for each in found
        if each.verdict.standing is Standing.FAILED
    }


def warnings(found: Sequence[Finding]) -> tuple[str, ...]:
    return tuple(
        f"{each.verdict.why} {cited(each)}" for each in found if each.verdict.standing is Standing.WARNED
    )


def cited(finding: Finding) -> str:
    """The rule, as it stands behind a sentence."""
    return f"({finding.condition.source})"


def check_publishable(reference: str, found: Sequence[Finding]) -> None:
    """Raises NotYet, naming each condition that is not met, unless all are."""
    if unmet := [each for each in found if not each.holds]:
        named = "; ".join(f"{each.condition.label} {cited(each)}" for each in unmet)
        raise NotYet(
            f"{reference} cannot go on yet. Not met: {named}. Show details says what is wanted: add "
            "it, ask for it, or reject the notice."
        )
