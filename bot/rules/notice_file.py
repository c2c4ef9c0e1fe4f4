"""A file with the notices of an old register: which columns it has, and what stands in each."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import cache

from bot.rules.colours import COLOURS
from bot.rules.csv_rows import Columns
from bot.rules.notice_forms.common import ENTITY_ID
from bot.rules.notice_states import AFTER, OVER, STANDING
from bot.rules.notices import whole_form
from bot.rules.steps import Ask
from storage.records.notices import Colour, Means, NoticeState
from storage.records.requests import Direction

STATES = (
    STANDING
    | AFTER
    | {NoticeState.WITHDRAWAL_REQUESTED}
    | (OVER - {NoticeState.REJECTED, NoticeState.TAKEN_BACK, NoticeState.REFUSED})
)
"""Those of what was published, or sent as a diffusion. Anything else is filed by its form."""
DAY_OF: Mapping[NoticeState, str] = {
    NoticeState.SUSPENDED: "suspended_on",
    NoticeState.LOCATED: "located_on",
    NoticeState.ARRESTED: "arrested_on",
    NoticeState.EXTRADITION_PENDING: "requested_on",
    NoticeState.RETURNED: "returned_on",
    NoticeState.WITHDRAWN: "withdrawn_on",
}
"""What the step that leads to a state calls its day; later steps look for it in the history."""
_NEEDED = {
    "colour": ", ".join(Colour),
    "country": "its two letters, or its name; of an incoming notice the country that it comes from",
    "state": ", ".join(state for state in NoticeState if state in STATES),
}
_OTHERS = {
    "direction": "outgoing or incoming; empty: outgoing",
    "means": "notice or diffusion; empty: notice",
    "family_name": "needed, unless nobody knows who it is, or the colour is not about a person",
    "forename": "",
    "birth": "1990, 1990-05 or 1990-05-17",
    "sex": "female, male, unknown",
    "control_number": "such as A-1234/5-2020; with one, the same notice is known again",
    "published_on": "day of its publication, or of the diffusion; needed until it is over",
    "renewed_on": "day of its last re-examination: its five years run from there",
    "state_since": "day since which it stands so; needed unless it is in force",
    "agency": "id or ORI of an agency that the registry has",
    "agency_case": "",
    "request_reference": "such as LR-2026-00042; the request that it comes from",
}
_NOT_OF_A_FORM = frozenset(_OTHERS) - {"family_name", "forename", "birth", "sex", "agency_case"}
"""What every notice has, whatever its colour asks."""
_TOLD_AT_ONCE = frozenset({"offices", "us_state", "source_message", "issued_on"})
"""Questions that only alert somebody, or that a column of its own answers."""


@cache
def questions(colour: Colour, direction: Direction, means: Means) -> Mapping[str, Ask]:
    """What the form asks that a file can answer, by name; all but a family name may be left out.

    Empty when the colour does not go that way.
    """
    form = whole_form(colour, direction, means, for_others=False)
    return {
        ask.name: replace(ask, required=ask.name == "family_name")
        for ask in ((*form.asks, ENTITY_ID) if form else ())
        if ask.name not in _NOT_OF_A_FORM | _TOLD_AT_ONCE
    }


def _further() -> dict[str, Ask]:
    """Questions of any colour that have no words of their own here, by name."""
    every = (questions(*each) for each in ((c, d, m) for c in COLOURS for d in Direction for m in Means))
    found: dict[str, Ask] = {}
    for asked in every:
        found = {**asked, **found}
    return {name: ask for name, ask in found.items() if name not in _OTHERS}


FURTHER = _further()
OF_A_FORM = frozenset({*FURTHER, "family_name", "forename", "birth", "sex", "agency_case"})
"""Columns that are questions of some colour's form."""
COLUMNS = Columns(needed=tuple(_NEEDED), others=(*_OTHERS, *FURTHER), names_people=True)


def described() -> Iterator[tuple[str, str]]:
    """Each column and what stands in it, for people."""
    yield from ({**_NEEDED, **_OTHERS}).items()
    for name, ask in FURTHER.items():
        values = f": {', '.join(value for value, _ in ask.choices)}" if ask.choices else ""
        yield name, f"{ask.label}{values}"
