"""The registries, looked at: countries with their requirements, agencies, offences and programmes."""

from datetime import timedelta

from bot.desk.ground import Ground
from bot.desk.lookup import shown
from bot.desk.registry_facts import AgencyList, CountryEntry, TermList
from bot.desk.transaction import Transaction
from bot.rules import registry_search
from bot.rules.errors import DeskError
from bot.rules.permissions import Act
from bot.rules.registry_fields import is_agency_id, ori_error, ori_of
from storage.records.agencies import Agency
from storage.records.countries import Country
from storage.records.people import Actor, Person
from storage.records.reminders import ReminderRule
from storage.records.requests import Priority
from storage.records.terms import Term, TermKind

MOST_FOUND = 100
"""A menu shows no more, and nobody reads on."""
_NAMED = 8
"""So many of several that fit are named."""


class Registry:
    """Everybody with a role may look; what is read holds nothing of any case and is not audited."""

    def __init__(self, ground: Ground) -> None:
        self._ground = ground

    def countries(self) -> tuple[Country, ...]:
        """By name, for menus: former members and sub-bureaus among them."""
        with self._ground.database.reading() as stores:
            return tuple(stores.countries.all().values())

    def agencies(self, words: str = "") -> tuple[Agency, ...]:
        """By name, for menus: the first of those that can be filed for and fit each of the words."""
        with self._ground.database.reading() as stores:
            return tuple(stores.agencies.search(registry_search.words_of(words), MOST_FOUND))

    def country(self, asker: Person | Actor, words: str) -> CountryEntry:
        """By code or name; a sub-bureau leads to its country. Raises DeskError and Refusal."""
        with self._ground.reading(asker, "registry.country") as tx:
            tx.require(Act.LOOK_UP)
            known = tx.stores.countries.all()
            asked = _only_country(words, registry_search.countries(words, known.values()))
            country = known[asked.parent] if asked.parent else asked
            arrest = tx.policy.deadlines[ReminderRule.ARREST]
            return CountryEntry(
                country=country,
                via=asked if asked.parent else None,
                sub_bureaus=tuple(each for each in known.values() if each.parent == country.code),
                requirements=tuple(tx.stores.countries.requirements(country.code)),
                members=sum(each.is_member for each in known.values()),
                response=tx.policy.response,
                arrest_request=timedelta(days=arrest.due[Priority.NORMAL].days),
                may_edit=tx.may(Act.EDIT_REGISTRY),
            )

    def agency(self, asker: Person | Actor, words: str) -> AgencyList:
        """By ORI, id, state or name; an ORI and an id find one that was removed, too. Raises Refusal."""
        with self._ground.reading(asker, "registry.agency") as tx:
            tx.require(Act.LOOK_UP)
            state = registry_search.state(words)
            return AgencyList(
                words=shown(words),
                state=state,
                agencies=tuple(_agencies(tx, words, state)),
                may_edit=tx.may(Act.EDIT_REGISTRY),
                may_remove=tx.may(Act.REMOVE_AGENCY),
            )

    def offences(self, asker: Person | Actor) -> TermList:
        """By label, those that are retired among them. Raises Refusal."""
        return self._terms(asker, TermKind.OFFENCE)

    def programmes(self, asker: Person | Actor) -> TermList:
        """By label, those that are retired among them. Raises Refusal."""
        return self._terms(asker, TermKind.PROGRAMME)

    def term(self, asker: Person | Actor, kind: TermKind, code: str) -> Term:
        """Raises DeskError when nobody has recorded it, and Refusal."""
        with self._ground.reading(asker, f"registry.{kind}") as tx:
            tx.require(Act.LOOK_UP)
            if found := tx.stores.terms.get(kind, code):
                return found
            raise DeskError(f"No {kind} is recorded as “{shown(code)}”.")

    def check_editor(self, asker: Person | Actor) -> None:
        """Before a form opens: nobody types for nothing. Raises Refusal."""
        with self._ground.reading(asker, "registry.edit") as tx:
            tx.require(Act.EDIT_REGISTRY)

    def _terms(self, asker: Person | Actor, kind: TermKind) -> TermList:
        with self._ground.reading(asker, f"registry.{kind}") as tx:
            tx.require(Act.LOOK_UP)
            return TermList(
                kind=kind,
                terms=tuple(tx.stores.terms.all(kind)),
                may_edit=tx.may(Act.EDIT_REGISTRY),
            )


def _only_country(words: str, fit: list[Country]) -> Country:
    if not fit:
        raise DeskError(
            f"I know no country as “{shown(words)}”. Give its two letters or its name, such as MX or Mexico."
        )
    if len(fit) > 1:
        some = ", ".join(f"{each.name} ({each.code})" for each in fit[:_NAMED])
        more = f" and {len(fit) - _NAMED} more" if len(fit) > _NAMED else ""
        raise DeskError(f"Several fit “{shown(words)}”: {some}{more}. Give the two letters.")
    return fit[0]


def _agencies(tx: Transaction, words: str, state: str | None) -> list[Agency]:
    store = tx.stores.agencies
    ori, agency_id = ori_of(words), words.strip().lower()
    if ori and ori_error(ori) is None and (one := store.by_ori(ori)):
        return [one]
    if is_agency_id(agency_id) and (one := store.get(agency_id)):
        return [one]
    if state is not None:
        return store.of_state(state)
    return store.search(registry_search.words_of(words), MOST_FOUND)
