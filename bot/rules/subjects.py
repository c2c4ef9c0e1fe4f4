"""Subjects: by which signs two records are found to be about the same person, document, case or address.

Only digests of the signs are kept, so that no second copy of a name stands in the database.
"""

import hashlib
import re
from collections.abc import Iterator, Mapping, Sequence

from bot.rules import web_addresses
from bot.rules.colours import form_of as form_of_colour
from bot.rules.kinds import form_of
from bot.rules.steps import Ask, Sign
from storage.records.folding import folded
from storage.records.notices import Notice
from storage.records.reminders import RecordKind
from storage.records.requests import Direction, LiaisonRequest
from storage.records.subjects import SubjectKey

PERSON = "person"
"""Name and year of birth together."""
OF_A_PERSON = frozenset({PERSON, *(each.value for each in (Sign.DOCUMENT, Sign.FBI_NUMBER, Sign.A_NUMBER))})
"""Signs by which a watched subject is known again."""
_DIGEST = re.compile(r"\b[0-9a-f]{32,128}\b")
_COUNTRY_BEFORE = re.compile(r"^[A-Za-z]{2,3}[ /-]+(?=\S*\d)")
_LEAST = 4
"""A number of fewer letters is no sign of anything."""


def of_request(request: LiaisonRequest) -> tuple[SubjectKey, ...]:
    """The signs in a request's answers. Whoever asks has given its case number: agency or country."""
    form = form_of(request.kind, request.direction)
    asks = form.asks if form else ()
    kept = {**request.answers, "agency_case": request.agency_case}
    incoming = request.direction is Direction.INCOMING
    whose = request.country if incoming else request.agency_id or request.agency_name
    return _keys(_signs(asks, kept, whose), request.id, RecordKind.REQUEST)


def of_notice(notice: Notice) -> tuple[SubjectKey, ...]:
    """The same of a notice: an incoming one has the case number of the country that it comes from."""
    form = form_of_colour(notice.colour, notice.direction)
    kept = {**notice.answers, "agency_case": notice.agency_case}
    incoming = notice.direction is Direction.INCOMING
    whose = notice.country if incoming else notice.agency_id or notice.agency_name
    signs = _signs(form.asks if form else (), kept, whose)
    return _keys(signs, notice.id, RecordKind.NOTICE)


def _signs(asks: Sequence[Ask], kept: Mapping[str, str], whose: str) -> set[tuple[str, str]]:
    signs = set(_plain_signs(asks, kept, whose))
    name = " ".join(kept[ask.name] for ask in asks if ask.sign is Sign.NAME and kept.get(ask.name))
    born = next((kept[ask.name] for ask in asks if ask.sign is Sign.BIRTH and kept.get(ask.name)), "")
    if re.search(r"\w", name) and born:
        signs.add((PERSON, _person(name, born)))
    return signs


def _plain_signs(asks: Sequence[Ask], kept: Mapping[str, str], whose: str) -> Iterator[tuple[str, str]]:
    for ask in asks:
        answer = kept.get(ask.name, "")
        match ask.sign:
            case Sign.DOCUMENT if len(_document(answer)) >= _LEAST:
                yield ask.sign.value, _document(answer)
            case Sign.FBI_NUMBER | Sign.CYBERTIP | Sign.SERIES if len(_number(answer)) >= _LEAST:
                yield ask.sign.value, _number(answer)
            case Sign.A_NUMBER if len(_number(answer)) >= _LEAST:
                yield ask.sign.value, _number(answer).removeprefix("A")
            case Sign.CASE if len(_number(answer)) >= _LEAST:
                yield ask.sign.value, f"{whose.casefold()} {_number(answer)}"
            case Sign.ADDRESS if answer:
                yield ask.sign.value, web_addresses.meant(answer)
            case Sign.DIGEST:
                yield from ((ask.sign.value, each) for each in _DIGEST.findall(answer.lower()))


def _person(name: str, birth: str) -> str:
    """In any order and spelling of accents; of the birth only the year, which is known most often."""
    words = sorted(re.findall(r"\w+", folded(name)))
    return f"{' '.join(words)} {birth[:4]}"


def _document(text: str) -> str:
    """Its number, without the country that may stand in front."""
    return _number(_COUNTRY_BEFORE.sub("", text.strip()))


def _number(text: str) -> str:
    return re.sub(r"\W", "", text).upper()


def _keys(signs: set[tuple[str, str]], record_id: str, kind: RecordKind) -> tuple[SubjectKey, ...]:
    return tuple(
        SubjectKey(
            record_id=record_id,
            record_kind=kind,
            sign=sign,
            digest=hashlib.sha256(f"{sign}\n{value}".encode()).hexdigest(),
        )
        for sign, value in sorted(signs)
    )
