"""Permissions: one table of roles and acts, and what a requester sees of records."""

import pytest

from bot.rules.permissions import NO_ROLE, ROLES, WITHOUT_ROLE, Act, may, refusal, trusted
from storage.records.people import SYSTEM, Actor, Person, PersonId, Role
from tests.rules.examples import ADA, BORIS

EVERYBODY = {"requester", "officer", "supervisor", "auditor"}
DESK = {"officer", "supervisor"}


@pytest.mark.parametrize(
    ("act", "roles"),
    [
        (Act.ASK_ON_CALL, EVERYBODY),
        (Act.OPEN_PAGE, EVERYBODY),
        (Act.PAGE_FOR_RECORD, EVERYBODY),
        (Act.ANSWER_PAGE, DESK),
        (Act.FILE, EVERYBODY - {"auditor"}),
        (Act.FILE_ON_BEHALF, DESK),
        (Act.SEE, EVERYBODY),
        (Act.READ, EVERYBODY),
        (Act.WORK, DESK),
        (Act.WITHDRAW, EVERYBODY - {"auditor"}),
        (Act.OVERRIDE, {"supervisor"}),
        (Act.TAKE_DUTY, DESK),
        (Act.GIVE_DUTY, {"supervisor"}),
        (Act.GRANT, {"supervisor"}),
        (Act.SET_CONTACTS, {"supervisor"}),
        (Act.REPORT, {"supervisor"}),
        (Act.LOOK_UP, EVERYBODY),
        (Act.EDIT_REGISTRY, DESK),
        (Act.REMOVE_AGENCY, {"supervisor"}),
        (Act.PURGE, {"supervisor"}),
    ],
)
def test_each_act_is_open_to_these_roles_only(act: Act, roles: set[str]) -> None:
    allowed = {role.value for role in Role if may(Person(id=ADA, role=role), act)}

    assert allowed == roles


def test_every_act_names_its_roles() -> None:
    assert set(ROLES) == set(Act)


@pytest.mark.parametrize("act", Act)
def test_without_a_role_somebody_may_page_and_ask_who_is_on_call(act: Act) -> None:
    sentence = refusal(Person(id=ADA), act)

    assert sentence == (None if act in WITHOUT_ROLE else NO_ROLE)


@pytest.mark.parametrize(
    ("person", "word"),
    [
        pytest.param(Person(id=ADA, role=Role.SUPERVISOR, is_bot=True), "bots", id="a bot"),
        pytest.param(Person(id=ADA, role=Role.OFFICER, deactivated=True), "deactivated", id="deactivated"),
        pytest.param(Person(id=PersonId("T9/U1"), outside=True), "admitted", id="a stranger"),
        pytest.param(
            Person(id=PersonId("T9/U1"), outside=True, role=Role.REQUESTER), "admitted", id="of no agency"
        ),
        pytest.param(
            Person(id=PersonId("T9/U1"), outside=True, role=Role.OFFICER, agency_id="a"),
            "admitted",
            id="an officer elsewhere",
        ),
    ],
)
@pytest.mark.parametrize("act", Act)
def test_some_are_refused_whatever_their_role(person: Person, word: str, act: Act) -> None:
    sentence = refusal(person, act)

    assert sentence is not None
    assert word in sentence


@pytest.mark.parametrize(
    ("role", "act", "sentence"),
    [
        (Role.OFFICER, Act.GRANT, "Only a supervisor may do this."),
        (Role.REQUESTER, Act.WORK, "Only officers and supervisors may do this."),
        (Role.AUDITOR, Act.FILE, "Your role only reads on this desk. Ask an officer to do this."),
    ],
)
def test_a_refusal_says_who_may(role: Role, act: Act, sentence: str) -> None:
    assert refusal(Person(id=ADA, role=role), act) == sentence


@pytest.mark.parametrize(
    ("person", "filed_by", "agency", "seen"),
    [
        pytest.param(Person(id=ADA, role=Role.REQUESTER), ADA, None, True, id="their own"),
        pytest.param(Person(id=ADA, role=Role.REQUESTER), BORIS, None, False, id="nobody's agency"),
        pytest.param(
            Person(id=ADA, role=Role.REQUESTER, agency_id="a"), BORIS, "a", True, id="their agency's"
        ),
        pytest.param(
            Person(id=ADA, role=Role.REQUESTER, agency_id="a"), BORIS, "b", False, id="another agency's"
        ),
        pytest.param(
            Person(id=ADA, role=Role.REQUESTER, agency_id="a", outside=True),
            ADA,
            "b",
            False,
            id="their own, but of an agency that they are not admitted for",
        ),
        pytest.param(Person(id=ADA, role=Role.OFFICER), BORIS, "b", True, id="an officer sees all"),
        pytest.param(Person(id=ADA, role=Role.AUDITOR), BORIS, "b", True, id="an auditor sees all"),
        pytest.param(Person(id=ADA), ADA, None, False, id="without a role not even their own"),
    ],
)
def test_who_sees_a_record(person: Person, filed_by: PersonId, agency: str | None, seen: bool) -> None:
    assert may(person, Act.SEE, record_filed_by=filed_by, record_agency=agency) is seen


def test_without_a_role_a_page_for_a_record_is_refused_though_paging_is_open() -> None:
    assert may(Person(id=ADA), Act.OPEN_PAGE)
    assert not may(Person(id=ADA), Act.OPEN_PAGE, record_filed_by=ADA)


@pytest.mark.parametrize(("filed_by", "allowed"), [(ADA, True), (BORIS, False)])
def test_only_who_filed_a_request_withdraws_it(filed_by: PersonId, allowed: bool) -> None:
    officer = Person(id=ADA, role=Role.OFFICER)

    assert may(officer, Act.WITHDRAW, record_filed_by=filed_by) is allowed


@pytest.mark.parametrize(
    ("actor", "expected"),
    [(Actor("operator:root"), True), (SYSTEM, True), (Actor("U1"), False), (Actor("T9/operator:x"), False)],
)
def test_only_the_command_line_and_the_desk_itself_are_trusted(actor: Actor, expected: bool) -> None:
    assert trusted(actor) is expected
