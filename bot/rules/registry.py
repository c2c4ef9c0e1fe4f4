"""Entries of the registries: what is asked in their forms, and what an entry may hold."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from bot.rules.errors import InvalidForm
from bot.rules.fields import HOME_COUNTRY, found, kept
from bot.rules.registry_fields import (
    LINE,
    NAME,
    TEXT,
    arrest_error,
    days_error,
    email_error,
    label_error,
    liaisons_error,
    liaisons_of,
    line,
    line_error,
    ori_error,
    ori_of,
    past_error,
    state_error,
    telephone_error,
)
from storage.records.agencies import AgencyKind
from storage.records.countries import Topic
from storage.records.terms import TermKind

_CODE = re.compile(r"[a-z][a-z0-9_]{0,39}")
_UNSOURCED = (
    "Name the source of the bureau, the languages, the days or the date; without one, leave them empty."
)


@dataclass(frozen=True, slots=True, kw_only=True)
class AgencyForm:
    """What somebody filled in of an agency. Empty texts: not recorded."""

    name: str
    kind: AgencyKind
    state: str
    ori: str = ""
    telephone: str = ""
    email: str = ""
    liaisons: str = ""
    """One person on each line: `name; telephone; e-mail`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CountryForm:
    """What somebody filled in of a country. Empty texts: not recorded."""

    name: str
    ncb: str = ""
    languages: str = ""
    response_days: str = ""
    source: str = ""
    left_on: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class RequirementForm:
    topic: Topic
    text: str
    source: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TermForm:
    kind: TermKind
    code: str
    label: str
    source: str
    retired: bool = False


def agency(form: AgencyForm) -> Mapping[str, Any]:
    """The facts of an agency by field. Raises InvalidForm."""
    facts: dict[str, Any] = {
        "name": line(form.name),
        "kind": form.kind,
        "state": line(form.state).upper(),
        "ori": ori_of(form.ori),
        "telephone": line(form.telephone),
        "email": line(form.email),
        "liaisons": liaisons_of(form.liaisons),
    }
    _refuse(
        {
            "name": line_error(facts["name"], limit=NAME),
            "state": state_error(facts["state"]),
            "ori": ori_error(facts["ori"]),
            "telephone": telephone_error(facts["telephone"]),
            "email": email_error(facts["email"]),
            "liaisons": liaisons_error(facts["liaisons"]),
        }
    )
    return facts


def country(code: str, form: CountryForm, *, today: date) -> Mapping[str, Any]:
    """The facts of a country by field; `today` is the newest date there is. Raises InvalidForm."""
    texts = {name: line(getattr(form, name)) for name in ("ncb", "languages", "source", "left_on")}
    days = line(form.response_days)
    stated = texts["ncb"] or texts["languages"] or texts["left_on"] or days
    wrong = {
        "name": label_error(line(form.name)),
        "ncb": line_error(texts["ncb"], limit=NAME, required=False),
        "languages": line_error(texts["languages"], limit=NAME, required=False),
        "response_days": days_error(days),
        "source": line_error(texts["source"], limit=LINE, required=False),
        "left_on": past_error(texts["left_on"], today=today),
    }
    if stated and not texts["source"]:
        wrong["source"] = _UNSOURCED
    if code == HOME_COUNTRY and texts["left_on"]:
        wrong["left_on"] = "The United States are the desk's own country."
    _refuse(wrong)
    return {
        "name": line(form.name),
        "response_days": int(days) if days else None,
        **{name: kept(text) or None for name, text in texts.items()},
    }


def requirement(form: RequirementForm) -> RequirementForm:
    """As it is kept. Raises InvalidForm."""
    text, source = kept(line(form.text)), kept(line(form.source))
    wrong = {
        "text": line_error(text, limit=TEXT),
        "source": line_error(source, limit=LINE)
        and "A requirement needs a source, of at most 200 characters: a treaty, a letter, a web page.",
    }
    if form.topic is Topic.PROVISIONAL_ARREST:
        wrong["text"] = wrong["text"] or arrest_error(text)
    _refuse(wrong)
    return RequirementForm(topic=form.topic, text=text, source=source)


def term(form: TermForm) -> TermForm:
    """As it is kept. Raises InvalidForm."""
    code, label, source = line(form.code), line(form.label), kept(line(form.source))
    code_error = None if _CODE.fullmatch(code) else "Use a to z, digits and _, a letter first; at most 40."
    _refuse({"code": code_error, "label": label_error(label), "source": line_error(source, limit=LINE)})
    return TermForm(kind=form.kind, code=code, label=label, source=source, retired=form.retired)


def _refuse(errors: Mapping[str, str | None]) -> None:
    if wrong := found(errors):
        raise InvalidForm(wrong)
