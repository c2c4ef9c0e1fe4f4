"""Lists as a file: who may take one away, what stands in it, and what is written down of it."""

from typing import Any

import pytest

from bot.rules.errors import DeskError, Refusal
from storage.records.audit import Outcome
from storage.records.notices import Colour
from storage.records.people import Person
from storage.records.reminders import RecordKind
from tests.desk.around import both_databases
from tests.desk.floor import ADMITTED, AUDITOR, NEWCOMER, OFFICER, OPERATOR, REQUESTER, SUPERVISOR, Floor
from tests.desk.registers import keep_notices, list_at_most

WHO: dict[str, Any] = {"family_name": "Beispielova", "forename": "Yulia", "birth": "1990-05"}
NUMBERS = {"agency_case", "control_number", "entity_id"}


def rows(floor: Floor, asker: Any, words: str = "") -> list[dict[str, str]]:
    exported = floor.desk.exporting.export(asker, RecordKind.NOTICE, words)
    return [dict(zip(exported.columns, row, strict=True)) for row in exported.rows]


@both_databases
def test_a_file_says_what_a_list_says_and_by_which_numbers_the_case_is_known(floor: Floor) -> None:
    notice = floor.published(Colour.BLUE, number="B-77/3-2026", agency_case="26-1234/A", **WHO)
    floor.file_notice(key="other", family_name="Anders")

    (row,) = rows(floor, OFFICER, "blue published")

    assert row["reference"] == notice.reference
    assert row["what"] == "Blue Notice"
    assert (row["country"], row["state"]) == ("France", "published")
    assert (row["agency_case"], row["control_number"]) == ("26-1234/A", "B-77/3-2026")
    assert row["owner"] == OFFICER.id
    assert row["state_since"].endswith(("-05:00", "-04:00"))


@pytest.mark.parametrize("asker", [OFFICER, SUPERVISOR, AUDITOR, OPERATOR])
def test_nobodys_file_names_whom_a_notice_is_about(floor: Floor, asker: Any) -> None:
    floor.file_notice(**WHO)

    for value in ("Beispielova", "Yulia", "1990"):
        assert value not in str(rows(floor, asker, "red"))


def test_an_auditors_file_has_no_numbers_of_other_registers(floor: Floor) -> None:
    floor.file_notice(**WHO)

    assert not NUMBERS & rows(floor, AUDITOR)[0].keys()
    assert rows(floor, OFFICER)[0].keys() >= NUMBERS


@pytest.mark.parametrize("asker", [REQUESTER, ADMITTED, NEWCOMER])
def test_whoever_may_not_take_a_file_is_refused_and_that_is_audited(floor: Floor, asker: Person) -> None:
    floor.file_notice()

    with pytest.raises(Refusal):
        floor.desk.exporting.export(asker, RecordKind.NOTICE, "")
    assert not floor.desk.notices.listing(REQUESTER, "").may_export
    assert [each.outcome for each in floor.trail("") if each.action == "notice.export"] == [Outcome.REFUSED]


def test_a_file_is_audited_with_its_columns_and_no_value(floor: Floor) -> None:
    floor.file_notice(**WHO)
    taken = rows(floor, OFFICER, "Beispielova")

    (entry,) = [each for each in floor.trail("") if each.action == "notice.export"]
    assert set(entry.fields) == {*taken[0], "family_name", "forename", "birth"}
    assert (str(entry.actor), entry.outcome) == (OFFICER.id, Outcome.DONE)


def test_nothing_and_too_much_make_no_file(floor: Floor) -> None:
    with pytest.raises(DeskError, match="Nothing fits"):
        floor.desk.exporting.export(OFFICER, RecordKind.NOTICE, "")

    keep_notices(floor, 30)
    list_at_most(floor, 20)
    with pytest.raises(DeskError, match="More than 20 fit"):
        floor.desk.exporting.export(OFFICER, RecordKind.NOTICE, "")
