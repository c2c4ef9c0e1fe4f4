"""`people`: an operator gives, takes and lists roles."""

import pytest

from tests.cli.terminal import type_in

pytestmark = pytest.mark.usefixtures("desk")


def test_a_role_that_is_granted_stands_in_the_list() -> None:
    granted = type_in("people grant U0OLGA officer")

    listed = type_in("people list")
    assert granted.words == "U0OLGA is officer now."
    assert "U0OLGA │ officer" in listed.words


def test_a_role_that_is_revoked_is_gone_at_once() -> None:
    type_in("people grant U0OLGA officer")

    revoked = type_in("people revoke U0OLGA")

    assert revoked.words == "U0OLGA has no role now."
    assert "officer" not in type_in("people list").words


def test_a_named_outsider_is_admitted_for_one_agency() -> None:
    admitted = type_in("people admit T9/U0GUS VAEX00100")

    assert admitted.words == "T9/U0GUS is admitted for VAEX00100."
    assert "T9/U0GUS │ requester │ example-county-sheriff" in type_in("people list").words


@pytest.mark.parametrize(
    ("line", "sentence"),
    [
        ("people grant olga officer", "olga is not a Slack user id"),
        ("people revoke @olga", "@olga is not a Slack user id"),
        ("people grant U0OLGA boss", "'boss' is not one of 'requester', 'officer', 'supervisor', 'auditor'"),
        ("people grant T9/U0GUS officer", "Admit them as requester of one agency instead"),
        ("people revoke U0NOBODY", "The desk does not know U0NOBODY"),
        ("people admit U0GUS nowhere", "Give its id or its ORI"),
        ("people admit U0GUS", "Missing argument 'agency'"),
    ],
)
def test_a_mistake_gets_a_sentence_and_changes_nothing(line: str, sentence: str) -> None:
    before = type_in("people list")

    answer = type_in(line)

    assert answer.code != 0
    assert sentence in answer.words
    assert type_in("people list") == before


def test_whoever_works_at_the_desk_is_not_admitted_as_an_outsider() -> None:
    type_in("people grant U0OLGA officer")

    answer = type_in("people admit U0OLGA example-county-sheriff")

    assert answer.code == 1
    assert "Revoke that role first" in answer.words
