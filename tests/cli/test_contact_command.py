"""`people contact`: addresses beyond Slack are set, listed without being shown, and proved."""

from pathlib import Path

import pytest

from storage.database import Database
from storage.records.audit import AuditEntry
from tests.cli.terminal import type_in
from tests.handlers.gateways import hanging_server, mail_server


@pytest.fixture(autouse=True)
def _an_officer(desk: str) -> None:
    type_in("people grant U0DAN officer")


def test_an_address_is_set_listed_in_part_and_removed(desk: str) -> None:
    told = type_in("people contact set U0DAN sms '+1 202-555-0100'")
    type_in("people contact set desk email center@agency.example")
    listed = type_in("people contact list").words
    removed = type_in("people contact remove U0DAN sms")
    twice = type_in("people contact remove U0DAN sms")

    assert "U0DAN: sms goes to +1202***0100." in told.words
    assert "No gateway is set for sms yet: PAGER_SMS in .env." in told.words
    assert "+1202***0100" in listed
    assert "c***@agency.example" in listed
    assert "never" in listed
    assert (removed.code, twice.code) == (0, 1)
    assert "U0DAN has no address for sms." in twice.words
    assert [(entry.action, entry.fields) for entry in audited(desk, "U0DAN")] == [
        ("contact.set", ("sms",)),
        ("contact.remove", ("sms",)),
    ]


@pytest.mark.parametrize(
    ("line", "sentence"),
    [
        ("people contact set U0DAN email dan.agency.example", "Write one e-mail address"),
        ("people contact set U0DAN sms 12", "Write the number with a plus sign"),
        ("people contact set U0RITA email rita@agency.example", "U0RITA is no officer of this desk"),
        ("people contact set dan email dan@agency.example", "dan is not a Slack user id"),
        ("people contact set U0DAN pigeon dan", "'pigeon' is not one of"),
        ("people contact test U0DAN", "No address is known for U0DAN."),
    ],
)
def test_what_cannot_be_an_address_is_refused_with_what_would_be_right(line: str, sentence: str) -> None:
    answer = type_in(line)

    assert answer.code != 0
    assert sentence in answer.words


def test_a_test_message_proves_an_address_and_a_gateway_that_hangs_is_named(
    desk: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    own = tmp_path / "policy.toml"
    own.write_text("[reach]\ndeadline = '1s'\n", encoding="utf-8")
    monkeypatch.setenv("POLICY_FILE", str(own))
    with mail_server() as post, hanging_server() as hanging:
        monkeypatch.setenv(
            "PAGER_EMAIL", f"mailto://127.0.0.1:{post.port}?from=desk@agency.example&to={{to}}"
        )
        monkeypatch.setenv("PAGER_SMS", f"json://127.0.0.1:{hanging}/{{to}}")
        type_in("people contact set U0DAN email dan@agency.example")
        proved = type_in("people contact test U0DAN")
        type_in("people contact set U0DAN sms +12025550100")
        failed = type_in("people contact test U0DAN")
    listed = type_in("people contact list").words

    assert (proved.code, failed.code) == (0, 1)
    assert "email to d***@agency.example: handed over. Ask whether it has arrived." in proved.words
    assert "sms to +1202***0100: failed" in failed.words
    assert "1 of 2 failed: sms." in failed.words
    assert {letter["subject"] for letter in post.letters} == {"Liaison desk: a test"}
    assert listed.count("never") == 1
    assert "dan@agency.example" not in proved.words + failed.words + listed


def audited(url: str, subject: str) -> list[AuditEntry]:
    database = Database(url)
    with database.reading() as stores:
        entries = stores.audit.of(subject, 20)[::-1]
    database.close()
    return [entry for entry in entries if entry.action.startswith("contact.")]
