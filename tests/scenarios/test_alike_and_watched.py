"""Two records about the same subject, and subjects that somebody watches, as people come to know of them."""

import pytest

from bot.sandbox.faults import Fault
from storage.records.people import SYSTEM, PersonId
from tests.scenarios.at_the_form import on_top
from tests.world import ADA, DAN, DESK, NORA, OLGA, RITA, SAM, World
from tests.world_forms import acknowledged, lines

HARBOR, HARBORS = "harbor-city-police", "Harbor City Police Department (CAEX00300)"
SHERIFF_NAME = "Example County Sheriff's Office"
PERSON = {"family_name": "Beispiel", "forename": "José María", "birth": "2015-05-17"}
SPELLED = {"family_name": "JOSE BEISPIEL", "forename": "Maria", "birth": "2015"}
"""The same name and year, as somebody else writes them."""
on_socket = pytest.mark.parametrize("world", ["socket mode, sqlite"], indirect=True)
on_http = pytest.mark.parametrize("world", ["http mode, postgresql"], indirect=True)


def harbor(world: World) -> None:
    """Nora files for another agency than Rita."""
    world.bot.desk.people.admit(PersonId(NORA), HARBOR, by=SYSTEM)


def answer_to(world: World, who: str, **answers: object) -> str:
    """What somebody reads who files this."""
    outcome = world.sends_request(who, **answers)
    assert not outcome.errors, outcome.errors
    return outcome.views[-1].plain


def warnings(text: str) -> list[str]:
    return [each for each in text.split("\n") if "Somebody works on" in each or "is about the same" in each]


@on_http
def test_whoever_files_the_same_hears_whom_to_call_and_a_reference_only_if_it_is_theirs(world: World) -> None:
    harbor(world)
    first = world.files_request(**PERSON)
    by_another_agency = answer_to(world, NORA, agency=HARBORS, kind="fugitive", **SPELLED)
    by_the_same = answer_to(world, RITA, kind="inquiry", asked="identity", **SPELLED)
    another_year = answer_to(world, NORA, agency=HARBORS, **{**PERSON, "birth": "2014"})

    same = "Somebody works on the same person already. Call "
    assert warnings(by_another_agency) == [f"{same}{SHERIFF_NAME} before you go on."]
    assert first not in by_another_agency
    assert warnings(by_the_same) == [
        f"{first} is about the same person. Look whether it is enough.",
        f"{same}Harbor City Police Department before you go on.",
    ]
    assert warnings(another_year) == []
    assert not any("Beispiel" in text or "BEISPIEL" in text for text in world.said(DESK))


@on_http
def test_papers_numbers_and_addresses_are_the_same_however_they_are_written(world: World) -> None:
    harbor(world)
    report = {"kind": "cybertip", "incident_type": "enticement", "reported_on": "2026-11-01", "facts": ""}
    pairs = (
        ({"document": "US X-1234567"}, {"kind": "fugitive", "document": "x1234567"}, "the same document"),
        (
            {"kind": "url", "address": "https://www.agency.example/Page/", "facts": ""},
            {"kind": "url", "address": "hxxp://AGENCY[.]example/Page#top", "facts": ""},
            "the same web address",
        ),
        (
            {**report, "report_number": "12345678"},
            {**report, "report_number": "12345678", "direction": "incoming", "their_reference": "EX 9"},
            "the same CyberTipline report",
        ),
        (
            {"kind": "icse", "evidence_reference": "EX-1", "ongoing": "no", "hashes": "A1" * 16},
            {
                "kind": "icse",
                "evidence_reference": "EX-2",
                "ongoing": "no",
                "hashes": f"{'b2' * 16}\n{'a1' * 16}",
            },
            "the same file",
        ),
    )
    told = []
    for mine, theirs, sign in pairs:
        kind = {"kind": "victim_identification"} if mine.get("kind") == "icse" else {}
        if mine.get("kind") == "url":
            kind = {"kind": "web_address"}
        world.files_request(**{**mine, **kind})
        told.append((sign, warnings(answer_to(world, NORA, agency=HARBORS, **{**theirs, **kind}))))
    own_case = answer_to(world, NORA, agency=HARBORS, agency_case="EX-77")
    same_number = answer_to(world, RITA, agency_case="EX-77")
    same_case = answer_to(world, RITA, agency_case="ex 77")

    assert told == [
        (sign, [f"Somebody works on {sign} already. Call {SHERIFF_NAME} before you go on."])
        for sign, _ in told
    ]
    assert warnings(own_case) == warnings(same_number) == []
    assert len(warnings(same_case)) == 1
    assert "the same case number" in same_case


@on_socket
def test_whoever_works_on_either_is_told_once_and_the_desk_of_what_nobody_has(world: World) -> None:
    first = world.files_request(**PERSON)
    second = world.files_request(**PERSON)
    words = f"*{second}* and *{first}* may be about the same person, document, case or address."
    by_desk = [each for each in world.said(DESK) if "about the same" in each]
    world.steps(OLGA, "Claim", first)
    third = world.files_request(**PERSON)
    notice = world.files_notice(**PERSON)

    assert by_desk == [f"{words}\nShow details"]
    assert [f"*{third}* and *{first}* may be" in each for each in world.told(OLGA)].count(True) == 1
    assert [f"*{notice}* and *{first}* may be" in each for each in world.told(OLGA)].count(True) == 1
    details = world.reads(OLGA, world.card(first))
    assert f"About the same: {second}, {third}, {notice}" in details
    assert "About the same" not in world.reads(ADA, world.card(first))
    assert not any("about the same" in each for each in world.told(RITA))


@on_socket
def test_a_notice_from_a_request_is_no_duplicate_of_it(world: World) -> None:
    request = world.files_request(**PERSON)
    notice = world.files_notice(**PERSON, request_reference=request)

    assert not any("about the same" in each for each in world.said(DESK))
    assert f"Notices from it: {notice}" in world.card(request).plain


@on_http
def test_whoever_sends_it_again_because_the_answer_was_lost_is_warned_all_the_same(world: World) -> None:
    world.files_request(**PERSON)
    world.begins_request(OLGA)
    form = world.fills_request(OLGA, **PERSON, agency=HARBORS)
    world.slack.faults.add(Fault(kind="lose_ack"))
    world.slack.submit(OLGA, form)
    again = world.submits(OLGA, {}).views[-1].plain

    assert "*LR-2026-00002* is filed" in again
    assert len(warnings(again)) == 1


@on_http
def test_what_is_added_later_is_compared_as_well(world: World) -> None:
    first, second = world.files_request(document="X1234567"), world.files_request()
    overview = world.clicks(RITA, "Add details", world.slack.dms(RITA)[1]).views[-1]
    acknowledged(world.slack.click(RITA, overview, action_id=lines(overview)["identity"]["action_id"]))
    world.slack.fill(RITA, on_top(world, RITA), {"document": "X 1234567"})
    world.submits(RITA, {})

    assert any(f"*{second}* and *{first}* may be about" in each for each in world.said(DESK))


@on_socket
def test_a_watched_subject_tells_its_watchers_of_each_new_record_until_they_stop(world: World) -> None:
    watched = world.files_request(**PERSON)
    on = world.answer_to_click(OLGA, "Watch the subject", world.card(watched))
    world.steps(SAM, "Watch the subject", watched)
    request, notice = world.files_request(DAN, kind="fugitive", **SPELLED), world.files_notice(**PERSON)
    own = world.files_request(OLGA, **PERSON)
    details = world.clicks(OLGA, "Show details", world.card(watched)).views[-1]
    world.clicks(OLGA, "Stop watching the subject", details)
    off = world.sees(OLGA, "You watch the subject")
    last = world.files_request(**PERSON)

    seen = "is about a subject that you watch since"
    assert f"*{watched}*" in on
    assert f"*{watched}* no more." in off
    assert [each.split("\n")[0] for each in world.told(OLGA) if seen in each] == [
        f"*{each}* {seen} *{watched}*." for each in (request, notice)
    ]
    assert [each.split("*")[1] for each in world.told(SAM) if seen in each] == [request, notice, own, last]
    assert not any(seen in each for each in (*world.told(DAN), *world.told(RITA), *world.said(DESK)))
