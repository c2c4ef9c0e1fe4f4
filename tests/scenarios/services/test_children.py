"""Missing and abducted children, and the center that keeps their cases."""

import pytest

from tests.scenarios.services.casework import (
    CHILDRENS_ISSUES,
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
from tests.world import OLGA, RITA, World
from tests.world_forms import inputs

pytestmark = pytest.mark.parametrize("world", ["socket mode, sqlite"], indirect=True)

CASEY: dict[str, object] = {"family_name": "Example", "forename": "Casey", "birth": "2018-05-17"}
SEARCH: dict[str, object] = {
    "sex": "female",
    "nationalities": ["US", "FR"],
    "police_report": "EX-2026-1 of 2026-11-20",
    "last_seen": "2026-11-20, a school in Example County",
    "ncmec_case": "EX-NCMEC-9",
}


def test_a_child_taken_out_of_the_country_is_sought_abroad_and_comes_home(world: World) -> None:
    reference = claimed(world, **CASEY, **SEARCH)
    before = details(world, reference)
    for partner in (NCMEC, CHILDRENS_ISSUES):
        tells(world, reference, partner)
    goes_out(world, reference)
    text = text_to_copy(world, reference)
    is_answered(world, reference, "The child is with an aunt in Example Town, invented.")
    after, hers = details(world, reference), world.reads(RITA, own(world, reference))
    ends(world, reference, "Returned home")

    assert {f"{NCMEC} told (the desk)", f"{CHILDRENS_ISSUES} told (the desk)"} <= missing(before)
    assert {f"{NCMEC} told", f"{CHILDRENS_ISSUES} told"} <= done(after)
    for partner in (NCMEC, CHILDRENS_ISSUES):
        assert f"2026-11-22: {partner}; the request; authority: the requesting agency" in after
    assert "Family name\nE. (initial only)" in before
    assert "Born\n2018\n" in before
    assert "TO: IP FRANCE" in text
    assert "FAMILY NAME: Example\nFORENAME: Casey\nBORN: 2018-05-17" in text
    assert "NCMEC CASE NUMBER: EX-NCMEC-9" in text
    assert "with an aunt in Example Town" in hers
    assert "third-agency log" not in hers


def test_a_child_brought_into_the_country_is_sought_here_for_the_bureau_that_asks(world: World) -> None:
    reference = from_abroad(
        world, "missing_child", **CASEY, believed_at="Example City, Texas, with family", country="MX"
    )
    shown = details(world, reference)
    world.steps(OLGA, "Alert an agency", reference, alerted="example-county-sheriff")
    alert = next(each for each in world.slack.dms(RITA) if reference in each.plain)
    for partner in (NCMEC, CHILDRENS_ISSUES):
        tells(world, reference, partner, authority="source_country")
    goes_out(world, reference)
    text = text_to_copy(world, reference)
    ends(world, reference, "Rescued")

    assert "Incoming: abroad asks us" in world.card(reference).plain
    assert "Sex (the country that asks)" in missing(shown)
    assert f"{NCMEC} told (the desk)" in missing(shown)
    assert "Missing or abducted child, from Mexico. It concerns your office." in alert.plain
    assert "Acknowledge" in alert.buttons
    assert "FROM: IP WASHINGTON\nTO: IP MEXICO" in text
    assert "YOUR REF: IP-EXAMPLE-77 of 2026-11-20" in text
    assert "SUBJECT: MISSING OR ABDUCTED CHILD - REPLY" in text
    assert "WHERE IN THE UNITED STATES: Example City, Texas" in text
    assert "authority: the country that it comes from" in details(world, reference)


def test_a_childs_case_ends_in_the_divisions_own_words(world: World) -> None:
    reference = claimed(world)
    form = world.clicks(OLGA, "Close", world.card(reference)).views[-1]
    offered = [each["text"]["text"] for each in inputs(form)["outcome"]["element"]["options"]]

    assert offered[:4] == ["Identified", "Protected", "Rescued", "Returned home"]


def test_the_national_center_is_told_within_a_day_or_the_desk_is_reminded_until_it_is(world: World) -> None:
    known, unknown, theirs = (
        claimed(world),
        claimed(world, kind="parental_abduction", taken_by="Robin Example, mother"),
        from_abroad(world, "missing_child"),
    )
    for partner in (NCMEC, CHILDRENS_ISSUES):
        tells(world, known, partner)
    tells(world, unknown, CHILDRENS_ISSUES)

    def reminded(reference: str) -> list[str]:
        return [each for each in world.told(OLGA) if f":warning: *{reference}*: to be told by" in each]

    world.after(hours=3, minutes=59)
    early = [*reminded(unknown), *reminded(theirs)]
    world.after(minutes=1)
    at_four_hours = {each: len(reminded(each)) for each in (known, unknown, theirs)}
    world.after(hours=20)

    assert early == []
    assert at_four_hours == {known: 0, unknown: 1, theirs: 1}
    assert [len(reminded(each)) for each in (known, unknown, theirs)] == [0, 2, 2]
    assert all(each.endswith(f"(desk default): {NCMEC}.\nSnooze\nShow details") for each in reminded(unknown))
    assert all(f"{NCMEC} and {CHILDRENS_ISSUES}" in each for each in reminded(theirs))
