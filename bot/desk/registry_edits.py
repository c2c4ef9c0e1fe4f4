"""The registries, edited: each change is one transaction, audited by the names of the fields that changed."""

from bot.desk.ground import Ground, looking_again
from bot.desk.registry_entries import (
    add_term,
    agency_there,
    check_country_name,
    check_ori,
    country_there,
    record_requirement,
    save_agency,
    save_country,
    save_term,
)
from bot.rules import registry
from bot.rules.errors import STALE, DeskError, InvalidForm, NotYet
from bot.rules.fields import latest_today
from bot.rules.permissions import Act
from bot.rules.registry import AgencyForm, CountryForm, RequirementForm, TermForm
from storage.records.agencies import Agency
from storage.records.countries import Country, Requirement
from storage.records.people import Actor, Person
from storage.records.terms import Term


class RegistryEdits:
    """A version that was seen and is not the newest any more is refused: nothing is overwritten unseen."""

    def __init__(self, ground: Ground) -> None:
        self._ground = ground

    def add_agency(self, asker: Person | Actor, form: AgencyForm, submission_key: str) -> Agency:
        """The same key again gives the same agency. Raises InvalidForm and Refusal."""
        with self._ground.transaction(asker, "registry.agency.add") as tx:
            tx.require(Act.EDIT_REGISTRY)
            agency_id = tx.new_id()
            if made := tx.made_before(submission_key, agency_id):
                return agency_there(tx, made)
            facts = registry.agency(form)
            check_ori(tx, facts["ori"], agency_id)
            agency = Agency(id=agency_id, **facts)
            tx.about(f"agency:{agency.id}")
            tx.stores.agencies.add(agency)
            tx.audit(*facts)
            return agency

    @looking_again
    def edit_agency(
        self, asker: Person | Actor, agency_id: str, form: AgencyForm, seen_version: int
    ) -> Agency:
        """Raises NotYet for a stale form, InvalidForm, DeskError and Refusal."""
        with self._ground.transaction(asker, "registry.agency.edit", f"agency:{agency_id}") as tx:
            tx.require(Act.EDIT_REGISTRY)
            agency = agency_there(tx, agency_id)
            _check_seen(agency.name, agency.version, seen_version)
            facts = registry.agency(form)
            check_ori(tx, facts["ori"], agency.id)
            return save_agency(tx, agency, facts)

    @looking_again
    def remove_agency(self, asker: Person | Actor, agency_id: str, seen_version: int) -> Agency:
        """Nobody can file for it from now on; records keep it. Raises NotYet, DeskError and Refusal."""
        with self._ground.transaction(asker, "registry.agency.remove", f"agency:{agency_id}") as tx:
            tx.require(Act.REMOVE_AGENCY)
            agency = agency_there(tx, agency_id)
            _check_seen(agency.name, agency.version, seen_version)
            return save_agency(tx, agency, {"removed_at": agency.removed_at or tx.now})

    @looking_again
    def restore_agency(self, asker: Person | Actor, agency_id: str, seen_version: int) -> Agency:
        """Takes a removal back. Raises NotYet, DeskError and Refusal."""
        with self._ground.transaction(asker, "registry.agency.restore", f"agency:{agency_id}") as tx:
            tx.require(Act.REMOVE_AGENCY)
            agency = agency_there(tx, agency_id)
            _check_seen(agency.name, agency.version, seen_version)
            return save_agency(tx, agency, {"removed_at": None})

    @looking_again
    def edit_country(self, asker: Person | Actor, code: str, form: CountryForm, seen_version: int) -> Country:
        """Raises NotYet for a stale form, InvalidForm, DeskError and Refusal."""
        with self._ground.transaction(asker, "registry.country.edit", f"country:{code}") as tx:
            tx.require(Act.EDIT_REGISTRY)
            country = country_there(tx, code)
            _check_seen(country.name, country.version, seen_version)
            facts = registry.country(code, form, today=latest_today(tx.now))
            check_country_name(tx, code, facts["name"])
            return save_country(tx, country, facts)

    def add_requirement(
        self, asker: Person | Actor, country: str, form: RequirementForm, submission_key: str
    ) -> Requirement:
        """The same key again gives the same requirement. Raises InvalidForm, DeskError and Refusal."""
        with self._ground.transaction(asker, "registry.requirement.add", f"country:{country}") as tx:
            tx.require(Act.EDIT_REGISTRY)
            requirement_id = tx.new_id()
            if made := tx.made_before(submission_key, requirement_id):
                found = tx.stores.countries.requirement(made)
                assert found is not None
                return found
            return record_requirement(
                tx, country_there(tx, country), registry.requirement(form), requirement_id
            )

    def withdraw_requirement(self, asker: Person | Actor, requirement_id: str) -> Requirement:
        """Raises NotYet when somebody else was faster, DeskError and Refusal."""
        with self._ground.transaction(asker, "registry.requirement.withdraw") as tx:
            tx.require(Act.EDIT_REGISTRY)
            requirement = tx.stores.countries.requirement(requirement_id)
            if requirement is None:
                raise DeskError("There is no such requirement.")
            tx.about(f"country:{requirement.country}")
            if not tx.stores.countries.withdraw_requirement(requirement_id, at=tx.now, by=tx.actor):
                raise NotYet("This requirement was withdrawn already.")
            tx.audit(requirement.topic)
            return requirement

    def add_term(self, asker: Person | Actor, form: TermForm) -> Term:
        """Raises InvalidForm, also for a code that is taken, and Refusal."""
        with self._ground.transaction(asker, f"registry.{form.kind}.add") as tx:
            tx.require(Act.EDIT_REGISTRY)
            form = registry.term(form)
            tx.about(f"{form.kind}:{form.code}")
            if tx.stores.terms.get(form.kind, form.code):
                raise InvalidForm({"code": "This code is taken. Edit that one, or choose another code."})
            return add_term(tx, form)

    @looking_again
    def edit_term(self, asker: Person | Actor, form: TermForm, seen_version: int) -> Term:
        """The code stays; a retired one is not offered any more. Raises NotYet, InvalidForm, Refusal."""
        subject = f"{form.kind}:{form.code}"
        with self._ground.transaction(asker, f"registry.{form.kind}.edit", subject) as tx:
            tx.require(Act.EDIT_REGISTRY)
            form = registry.term(form)
            term = tx.stores.terms.get(form.kind, form.code)
            if term is None:
                raise DeskError(f"There is no {form.kind} with this code.")
            _check_seen(term.label, term.version, seen_version)
            return save_term(tx, term, form)


def _check_seen(name: str, version: int, seen_version: int) -> None:
    if version != seen_version:
        raise NotYet(f"{STALE}Look at {name} again.")
