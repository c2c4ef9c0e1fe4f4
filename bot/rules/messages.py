"""The text of a request as it goes abroad, ready to copy: the desk itself never sends it.

It goes field by field in the order in which a bureau reads: who, by which papers, what happened.
What is for use in the United States only is left out.
"""

from collections.abc import Iterator

from bot.rules.answers import several, spoken
from bot.rules.checklist import CountryName
from bot.rules.kinds import KINDS, form_of
from bot.rules.requests import COLUMNS, NAME
from bot.rules.steps import Ask, AskKind
from storage.records.requests import Direction, LiaisonRequest

_PLACES = frozenset({AskKind.COUNTRY, AskKind.COUNTRIES, AskKind.NATIONS})
_NOT_ABROAD = COLUMNS - {"facts"}
"""Of what every request has, only the facts concern the other side; the case number stands in the heading."""


def abroad(request: LiaisonRequest, country: CountryName) -> str:
    """The whole message as plain text."""
    return "\n".join([*_heading(request, country), "", *_fields(request, country)])


def query(request: LiaisonRequest) -> str | None:
    """A query of INTERPOL's person file through Nlets, to copy; None without a name and a birth.

    The fields are NAM and DOB with destination IP (Nlets, transactions IPQ and FPQ).
    """
    name = ", ".join(request.answers[each] for each in NAME if request.answers.get(each))
    born = request.answers.get("birth", "").replace("-", "")
    if not name or not born:
        return None
    return f"IPQ IP TXT NAM/{name.upper()} DOB/{born}"


def _heading(request: LiaisonRequest, country: CountryName) -> Iterator[str]:
    outgoing = request.direction is Direction.OUTGOING
    other = f"IP {(country(request.country) or request.country).upper()}"
    yield "FROM: IP WASHINGTON"
    yield f"TO: {other}"
    yield f"OUR REF: {request.reference}" + (f" / {request.agency_case}" if request.agency_case else "")
    if their := request.answers.get("their_reference"):
        yield f"YOUR REF: {their}"
    yield f"PRIORITY: {request.priority.upper()}"
    row = KINDS[request.kind]
    yield f"SUBJECT: {row.label.upper()}{'' if outgoing else ' - REPLY'}"
    if request.agency_name:
        yield f"FOR: {request.agency_name}"
    if outgoing:
        yield f"WE ASK: {row.abroad}"


def _fields(request: LiaisonRequest, country: CountryName) -> Iterator[str]:
    form = form_of(request.kind, request.direction)
    given = {**request.answers, "facts": request.facts}
    asks = [ask for ask in (form.asks if form else ()) if _goes(ask) and given.get(ask.name)]
    # The narrative comes last, as a bureau reads it.
    for ask in sorted(asks, key=lambda one: one.kind is AskKind.TEXT):
        # A line of its own could be read as a heading.
        spoken = _spoken(ask, given[ask.name], country).replace("\n", "\n  ")
        yield f"{(ask.heading or ask.label).upper().rstrip('?')}: {spoken}"


def _goes(ask: Ask) -> bool:
    return ask.abroad and ask.name not in _NOT_ABROAD and ask.name != "their_reference"


def _spoken(ask: Ask, answer: str, country: CountryName) -> str:
    if ask.kind in _PLACES:
        return ", ".join(country(each) or each for each in several(answer))
    return spoken(ask, answer)
