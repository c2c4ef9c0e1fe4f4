"""CyberTipline reports: passed on abroad, and to the task force concerned."""

import pytest

from storage.records.people import SYSTEM, PersonId
from tests.scenarios.services.casework import (
    NCMEC,
    claimed,
    details,
    done,
    ends,
    from_abroad,
    goes_out,
    missing,
    tells,
    text_to_copy,
)
from tests.world import DAN, DESK, NORA, OLGA, RITA, World
from tests.world_forms import inputs

pytestmark = pytest.mark.parametrize("world", ["http mode, postgresql"], indirect=True)

REPORT = {
    "report_number": "12345678",
    "incident_type": "Online Enticement of Children for Sexual Acts",
    "reported_on": "2026-02-01",
    "facts": "",
}
INCIDENT_TYPES = [
    "Child Pornography (possession, manufacture, and distribution)",
    "Child Sex Trafficking",
    "Child Sex Tourism",
    "Child Sexual Molestation",
    "Misleading Domain Name",
    "Misleading Words or Digital Images on the Internet",
    "Online Enticement of Children for Sexual Acts",
    "Unsolicited Obscene Material Sent to a Child",
]
HOUSTON = "Houston Metro ICAC Task Force (TX)"
STRATEGY = "National Strategy for Child Exploitation Prevention and Interdiction"


def test_a_cybertipline_report_from_abroad_is_passed_on_to_the_task_force_concerned(world: World) -> None:
    world.bot.desk.people.admit(PersonId(NORA), "icac-tx-2", by=SYSTEM)
    reference = from_abroad(
        world,
        "cybertip",
        **REPORT,
        task_force=HOUSTON,
        provider="Example Network",
        account="example-account",
    )
    [alert] = [each for each in world.slack.dms(NORA) if reference in each.plain]
    read = world.reads(NORA, alert)
    world.answer_to_click(NORA, "Acknowledge", alert)
    goes_out(world, reference)
    ends(world, reference, "A case was opened")

    assert "CyberTipline report, from France. It concerns your office." in alert.plain
    assert "Report number\n12345678" in read
    assert "Type of incident\nOnline Enticement of Children for Sexual Acts" in read
    assert {"ICAC task force", "Provider that reported it", "Account"} <= done(read)
    assert "US agencies alerted: 1; acknowledged: 1" in world.card(reference).plain


def test_agencies_and_programmes_that_were_chosen_stand_in_the_details_by_their_names(world: World) -> None:
    reference = from_abroad(world, "cybertip", **REPORT, task_force=HOUSTON, programme=STRATEGY)
    world.steps(OLGA, "Alert an agency", reference, alerted="harbor-city-police")
    world.steps(OLGA, "Hand over", reference, officer=DAN)
    shown, text = details(world, reference), text_to_copy(world, reference)

    assert "ICAC task force\nHouston Metro ICAC Task Force" in shown
    assert f"Programme\n{STRATEGY}" in shown
    assert "Which US agency?: Harbor City Police Department" in shown
    assert DAN not in shown.replace(f"<@{DAN}>", "")
    assert "ICAC TASK FORCE" not in text


def test_a_cybertipline_report_goes_abroad_with_the_exact_type_of_its_incident(world: World) -> None:
    form = world.begins_request(RITA, kind="cybertip")
    options = inputs(form)["incident_type"]["element"]["options"]
    world.slack.close(RITA, form)
    reference = claimed(world, kind="cybertip", **REPORT, family_name="Example", birth="2011")
    world.adds(OLGA, world.card(reference), task_force=HOUSTON, used_from="203.0.113.7, 2026-01-31 10:00 UTC")
    [to_call] = [each for each in world.said(DESK) if "call this agency" in each]
    tells(world, reference, NCMEC)
    goes_out(world, reference)
    text, shown = text_to_copy(world, reference), details(world, reference)
    ends(world, reference, "Passed on")

    assert [each["text"]["text"] for each in options] == INCIDENT_TYPES
    assert "TYPE OF INCIDENT: Online Enticement of Children for Sexual Acts" in text
    assert "REPORT NUMBER: 12345678" in text
    assert f":telephone_receiver: *{reference}*: call this agency" in to_call
    assert "Houston Metro ICAC Task Force" in to_call
    assert "Family name\nE. (initial only)" in shown
    assert "Provider that reported it (the agency)" in missing(shown)


def test_the_providers_year_of_keeping_the_evidence_is_reminded_of_before_it_ends(world: World) -> None:
    reference = claimed(world, kind="cybertip", **REPORT)
    ended = claimed(world, kind="cybertip", **REPORT)
    ends(world, ended, "Evidence secured")
    shown = details(world, reference)
    world.after(hours=1)
    coming = {}
    for _ in range(70):
        world.after(days=1)
        newest = "".join(world.digests(OLGA)[-1:])
        ahead = newest.partition("*Coming up*")[2]
        if "end of the evidence's preservation, due <!date^1801458000^" in ahead and reference in ahead:
            coming[newest.partition("\n")[0]] = ended in ahead

    assert "The provider keeps the evidence until <!date^1801458000^" in shown
    assert coming == {f"*Digest of {day}*": False for day in ("Dec 3, 2026", "Jan 2, 2027", "Jan 25, 2027")}
