"""Entries of the registries, checked against what is there, saved and audited by the names of the fields."""

from collections.abc import Mapping
from dataclasses import replace

from bot.desk.transaction import Transaction
from bot.rules.errors import DeskError, InvalidForm
from bot.rules.registry import RequirementForm, TermForm
from bot.rules.registry_fields import changed
from storage.records.agencies import Agency
from storage.records.countries import Country, Requirement
from storage.records.terms import Term, TermKind

MOST_REQUIREMENTS, MOST_OFFERED = 12, 40
"""So many of one country, and terms of one kind, fit on a card and in a menu."""


def agency_there(tx: Transaction, agency_id: str) -> Agency:
    """Raises DeskError."""
    if found := tx.stores.agencies.get(agency_id):
        return found
    raise DeskError("There is no such agency in the registry.")


def country_there(tx: Transaction, code: str) -> Country:
    """Raises DeskError."""
    if found := tx.stores.countries.get(code):
        return found
    raise DeskError(f"There is no country with the code {code[:2]} in the registry.")


def check_ori(tx: Transaction, ori: str | None, agency_id: str) -> None:
    """Raises InvalidForm when another agency has it."""
    other = tx.stores.agencies.by_ori(ori) if ori else None
    if other is not None and other.id != agency_id:
        raise InvalidForm({"ori": f"{other.name} has this ORI already."})


def check_country_name(tx: Transaction, code: str, name: str) -> None:
    """Raises InvalidForm when another country has it: a typed name must mean one."""
    if any(known == name and other != code for other, known in tx.stores.countries.names().items()):
        raise InvalidForm({"name": "Another country has this name."})


def save_agency(tx: Transaction, agency: Agency, facts: Mapping[str, object]) -> Agency:
    """Saved and audited when something is different."""
    if not (new := changed(agency, facts)):
        return agency
    after = replace(agency, **new, version=agency.version + 1)  # type: ignore[arg-type]  # By field name.
    tx.stores.agencies.save(after)
    tx.audit(*new)
    return after


def save_country(tx: Transaction, country: Country, facts: Mapping[str, object]) -> Country:
    """Saved and audited when something is different."""
    if not (new := changed(country, facts)):
        return country
    after = replace(country, **new, version=country.version + 1)  # type: ignore[arg-type]  # By field name.
    tx.stores.countries.save(after)
    tx.audit(*new)
    return after


def record_requirement(
    tx: Transaction, country: Country, form: RequirementForm, requirement_id: str
) -> Requirement:
    """Of a sub-bureau it is its country's. Raises DeskError when no card could show them all."""
    if len(tx.stores.countries.requirements(country.parent or country.code)) >= MOST_REQUIREMENTS:
        raise DeskError(f"{country.name} has {MOST_REQUIREMENTS} requirements. Withdraw one first.")
    requirement = Requirement(
        id=requirement_id,
        country=country.parent or country.code,
        topic=form.topic,
        text=form.text,
        source=form.source,
        recorded_at=tx.now,
        recorded_by=tx.actor,
    )
    tx.stores.countries.add_requirement(requirement)
    tx.audit(form.topic)
    return requirement


def add_term(tx: Transaction, form: TermForm) -> Term:
    """Raises DeskError when no menu could show them all."""
    check_room(tx, form)
    term = Term(
        kind=form.kind,
        code=form.code,
        label=form.label,
        source=form.source,
        retired_at=tx.now if form.retired else None,
    )
    tx.stores.terms.add(term)
    tx.audit("label", "source")
    return term


def save_term(tx: Transaction, term: Term, form: TermForm) -> Term:
    """Saved and audited when something is different."""
    retired_at = (term.retired_at or tx.now) if form.retired else None
    if term.retired_at is not None:
        check_room(tx, form)
    facts = {"label": form.label, "source": form.source, "retired_at": retired_at}
    if not (new := changed(term, facts)):
        return term
    after = replace(term, **new, version=term.version + 1)  # type: ignore[arg-type]  # By field name.
    tx.stores.terms.save(after)
    tx.audit(*new)
    return after


def check_room(tx: Transaction, form: TermForm) -> None:
    offered = sum(each.retired_at is None for each in tx.stores.terms.all(form.kind))
    if not form.retired and offered >= MOST_OFFERED:
        raise DeskError(f"{MOST_OFFERED} of them are offered already. Retire one first.")


def check_term(tx: Transaction, kind: TermKind, code: str, field: str) -> None:
    """Raises InvalidForm, by `field`, for a term that was retired since the form opened, or never was one."""
    found = tx.stores.terms.get(kind, code) if code else None
    if code and (found is None or found.retired_at is not None):
        raise InvalidForm({field: "This is not offered any more. Choose another one."})
