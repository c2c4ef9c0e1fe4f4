"""Reports, web addresses and series of images: told in words, figures and digests, and never shown."""

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
    is_answered,
    missing,
    own,
    tells,
    text_to_copy,
)
from tests.shown import HOMES, MESSAGES, MODALS, sent
from tests.world import DAN, DESK, NORA, OLGA, RITA, SAM, World
from tests.world_forms import inputs

pytestmark = pytest.mark.parametrize("world", ["socket mode, sqlite"], indirect=True)

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
TYPED = "https://WWW.Pictures.example/Gallery?id=7#top"
OTHERWISE = "hxxps://pictures[.]example:443/Gallery?id=7"
KEPT = "hxxps://www[.]pictures[.]example/Gallery?id=7#top"
HOUSTON = "Houston Metro ICAC Task Force (TX)"
STRATEGY = "National Strategy for Child Exploitation Prevention and Interdiction"
CENTER = "ICE Cyber Crimes Center"
DATABASE = "ICSE database, General Secretariat"
DIGEST = "a1" * 16


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
    [to_call] = [each for each in world.said(DESK) if "Call it" in each]
    tells(world, reference, NCMEC)
    goes_out(world, reference)
    text, shown = text_to_copy(world, reference), details(world, reference)
    ends(world, reference, "Passed on")

    assert [each["text"]["text"] for each in options] == INCIDENT_TYPES
    assert "TYPE OF INCIDENT: Online Enticement of Children for Sexual Acts" in text
    assert "REPORT NUMBER: 12345678" in text
    assert f"*{reference}*: nobody of this agency is in Slack" in to_call
    assert "Family name\nE. (initial only)" in shown
    assert "Provider that reported it (the agency)" in missing(shown)


def test_the_providers_year_of_keeping_the_evidence_is_reminded_of_before_it_ends(world: World) -> None:
    reference = claimed(world, kind="cybertip", **REPORT)
    ended = claimed(world, kind="cybertip", **REPORT)
    ends(world, ended, "Evidence secured")
    shown = details(world, reference)
    warned = []
    for days in (10, 1, 30, 23, 20):
        before = len(world.told(OLGA))
        world.after(days=days)
        warned.append([each for each in world.told(OLGA)[before:] if "keeps the evidence until" in each])

    assert "The provider keeps the evidence until <!date^1801440000^" in shown
    assert [len(each) for each in warned] == [0, 1, 1, 1, 0]
    assert all(f":warning: *{reference}*: the provider keeps" in each for [each] in warned[1:4])


def test_a_web_address_is_kept_so_that_nothing_opens_it_and_a_person_says_where_it_lies(world: World) -> None:
    reference = claimed(world, kind="web_address", address=TYPED, facts="")
    before, card = details(world, reference), world.card(reference)
    tells(world, reference, CENTER)
    goes_out(world, reference)
    world.adds(OLGA, card, host_ip="203.0.113.7", hosted_in_us="yes", sent_to_center_on="2026-11-22")
    text, after = text_to_copy(world, reference), details(world, reference)
    world.reads(RITA, own(world, reference))
    ends(world, reference, "The center opened a lead")

    assert f"Web address\n{KEPT}" in before
    assert f"WEB ADDRESS: {KEPT}" in text
    assert {"Is it hosted in the United States? (the desk)", f"{CENTER} told (the desk)"} <= missing(before)
    assert {"Is it hosted in the United States?", f"{CENTER} told"} <= done(after)
    assert "IP address of its host\n203.0.113.7" in after
    shown = [each.raw.lower() for each in sent(world, *MESSAGES, *HOMES, *MODALS)]
    assert len(shown) > 10
    assert not any("https://www.pictures" in each or "www.pictures.example" in each for each in shown)


def test_whoever_sends_a_web_address_in_another_spelling_hears_that_somebody_has_it(world: World) -> None:
    world.bot.desk.people.admit(PersonId(NORA), "harbor-city-police", by=SYSTEM)
    first = claimed(world, kind="web_address", address=TYPED, facts="")
    told = {}
    for who, agency in ((RITA, "example-county-sheriff"), (NORA, "harbor-city-police")):
        world.begins_request(who, kind="web_address")
        world.fills_request(who, address=OTHERWISE, agency=agency, facts="")
        told[who] = world.submits(who, {}).views[-1].plain
    world.begins_request(SAM, kind="web_address")
    world.fills_request(SAM, address="pictures.example/another", facts="")
    another = world.submits(SAM, {}).views[-1].plain

    known = "Somebody works on the same web address already. Call Example County Sheriff's Office"
    assert f"{known} about {first}." in told[RITA]
    assert f"{known} before you go on." in told[NORA]
    assert first not in told[NORA]
    assert "works on" not in another
    assert (
        len([each for each in world.told(OLGA) if f"and *{first}* look as if they were about" in each]) == 2
    )


def test_a_web_address_from_abroad_may_lie_in_another_country_which_is_told(world: World) -> None:
    reference = from_abroad(world, "web_address", address=TYPED, facts="")
    tells(world, reference, "country", recipient_country="NL", authority="source_country")
    world.adds(OLGA, world.card(reference), hosted_in_us="no", hosted_country="NL")
    goes_out(world, reference)
    shown = details(world, reference)
    ends(world, reference, "Hosted in another country, which was told")

    assert "Hosted in another country\nNetherlands" in shown
    assert (
        "2026-11-22: the bureau of Netherlands; a reply; authority: the country that it comes from" in shown
    )
    assert "Sex tourism" not in world.card(reference).plain
    assert "Child abuse images" in world.card(reference).plain


def test_a_series_is_compared_in_the_database_by_digests_and_clues_until_the_victim_is_safe(
    world: World,
) -> None:
    series = {
        "kind": "victim_identification",
        "evidence_reference": "EX-EVIDENCE-5",
        "ongoing": "unknown",
        "counts": "images 12, videos 2",
        "hash_algorithm": "md5",
        "hashes": DIGEST,
        "victims": "1",
        "age_bracket": "3-5",
        "clues": "A stuffed rabbit, invented.",
        "suspected_country": "NL",
    }
    reference = claimed(world, **series)
    before = details(world, reference)
    tells(world, reference, DATABASE)
    goes_out(world, reference)
    text, after = text_to_copy(world, reference), details(world, reference)
    is_answered(world, reference, "A match: identified in Example Town, invented.")
    ends(world, reference, "Victim safeguarded")
    for outcome in ("Match", "No match"):
        other = claimed(world, **{**series, "evidence_reference": f"EX-{outcome}", "hashes": ""})
        ends(world, other, outcome)

    assert f"{DATABASE} told (the desk)" in missing(before)
    assert f"{DATABASE} told" in done(after)
    assert f"DIGESTS (HASHES): {DIGEST}" in text
    assert "WHAT CAN BE SEEN AND HEARD: A stuffed rabbit, invented." in text
    assert "COUNTRY SUSPECTED: Netherlands" in text
    assert "Digests (hashes)\n…a1a1" in after
    assert DIGEST not in after
    assert "Apparent sex (the agency)" in missing(before)


def test_a_series_from_abroad_that_is_the_same_file_is_found_and_its_victim_identified(world: World) -> None:
    ours = claimed(
        world, kind="victim_identification", evidence_reference="EX-5", ongoing="no", hashes=DIGEST.upper()
    )
    theirs = from_abroad(
        world,
        "victim_identification",
        evidence_reference="EX-LYON-9",
        ongoing="unknown",
        hashes=f"{'b2' * 16}\n{DIGEST}",
        suspected_country=["US"],
        country="NL",
    )
    shown = details(world, theirs, DAN)
    goes_out(world, theirs)
    ends(world, theirs, "Victim identified")

    assert f"About the same: {ours}" in shown
    assert "Country suspected\nUnited States" in shown
    assert "Digests (hashes)\n…b2b2\n…a1a1" in shown
    assert f"*{theirs}* and *{ours}* look as if they were about the same." in "".join(world.told(OLGA))
    assert "How many of each? (the country that asks)" in missing(shown)
