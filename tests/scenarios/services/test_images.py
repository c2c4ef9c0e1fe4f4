"""Web addresses and series of images: told in words and digests, and never shown or opened."""

import pytest

from storage.records.people import SYSTEM, PersonId
from tests.scenarios.services.casework import (
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
from tests.world import DAN, NORA, OLGA, RITA, SAM, World

pytestmark = pytest.mark.parametrize("world", ["socket mode, sqlite"], indirect=True)

TYPED = "https://WWW.Pictures.example/Gallery?id=7#top"
OTHERWISE = "hxxps://pictures[.]example:443/Gallery?id=7"
KEPT = "hxxps://www[.]pictures[.]example/Gallery?id=7#top"
CENTER = "ICE Cyber Crimes Center"
DATABASE = "ICSE database, General Secretariat"
DIGEST = "a1" * 16


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
    assert f"{first} is about the same web address. Look whether it is enough." in told[RITA]
    assert f"{known} before you go on." in told[NORA]
    assert first not in told[NORA]
    assert "the same web address" not in another
    assert len([each for each in world.told(OLGA) if f"and *{first}* may be about" in each]) == 2


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
    assert f"*{theirs}* and *{ours}* may be about the same person, document, case or address." in "".join(
        world.told(OLGA)
    )
    assert "How many of each? (the country that asks)" in missing(shown)
