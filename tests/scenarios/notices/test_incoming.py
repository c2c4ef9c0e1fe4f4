"""Notices and diffusions of other countries: recorded, alerted, found here, answered, ended."""

from itertools import cycle

import pytest

from bot.rules.colours import FILED_HERE, title
from bot.sandbox.messages import Message
from storage.records.notices import Colour, Means
from storage.records.people import SYSTEM, PersonId
from storage.records.requests import Direction
from tests.scenarios.notices.cases import EVIDENCE, LETTER, TODAY, recorded, state
from tests.world import AGENCY, DESK, NORA, OLGA, RITA, SAM, World

NO_ARREST = "By itself it is no basis for an arrest in the United States"
NOT_A_WARRANT = "A Red Notice is not an arrest warrant."
LOCATED = {"located_on": TODAY, "located_in": ["US"], "evidence": EVIDENCE}
ENDS = {
    "Withdrawn by the country that it comes from": "withdrawn",
    "Cancelled by the General Secretariat": "cancelled by the General Secretariat",
    "Deleted by decision of the CCF": "deleted by decision of the CCF",
}
WAYS = [*((colour, "in") for colour in Colour), *((colour, "in diffusion") for colour in FILED_HERE)]


def test_a_red_notice_of_another_country_goes_from_its_record_over_an_alert_to_its_end(world: World) -> None:
    reference = records_red(world)
    card, alert = world.card(reference), alert_of(world, reference)
    thanks = world.answer_to_click(RITA, "Acknowledge", alert)
    acknowledged = world.card(reference).plain
    seen = []
    for label, answers in (
        ("Located", LOCATED),
        ("Country answered", LETTER),
        ("Located", LOCATED),
        ("Country answered", LETTER),
        ("Ended", {"end": next(iter(ENDS)), "ended_on": TODAY, "evidence": EVIDENCE}),
    ):
        outcome = world.steps(OLGA, label, reference, **answers)
        assert not outcome.errors, f"{label}: {outcome.errors}"
        seen.append(state(world, reference))

    assert f"*{reference}*  Incoming Red Notice" in card.plain
    assert "*Country*\nNetherlands" in card.plain
    assert "Control number\nA-77/2-2026" in card.plain
    assert f"*Owner*\n<@{OLGA}>" in card.plain
    assert "Red Notice, from Netherlands. It concerns your office." in alert.plain
    assert f"The alert *{reference}* is acknowledged. Thank you." in thanks
    assert "US agencies alerted: 1; acknowledged: 0" in card.plain
    assert "US agencies alerted: 1; acknowledged: 1" in acknowledged
    assert f"Acknowledged by <@{RITA}>" in alert_of(world, reference).plain
    assert seen == ["located", "received, in force", "located", "received, in force", "withdrawn"]
    assert world.card(reference).ts == card.ts
    log = world.reads(SAM, world.card(reference))
    assert log.count("2026-11-22: the bureau of Netherlands; a reply") == 2
    assert not any("Invented" in each for each in (*world.said(DESK), *world.told(RITA)))


def test_it_says_wherever_it_is_shown_that_it_is_no_basis_for_an_arrest_and_is_only_read(
    world: World,
) -> None:
    reference = records_red(world)
    alert = alert_of(world, reference)
    details = world.reads(RITA, alert)
    adds = world.answer_to_click(RITA, "Add details", world.card(reference))

    status = world.asks(RITA, f"/notice status {reference}")
    for shown in (world.card(reference).plain, alert.plain, status, details):
        assert NOT_A_WARRANT in shown
        assert NO_ARREST in shown
        assert "Still missing" not in shown
    assert "Invented: wanted for trial." in details
    assert "third-agency log" not in details
    assert adds == "Only the agency that asks, or an officer, adds to this notice."


def test_only_an_officer_records_what_comes_from_another_country(world: World) -> None:
    for line in ("/notice new red NL in", "/notice new orange NL in"):
        assert world.asks(RITA, line) == "Only officers and supervisors may do this."
    world.types(RITA, "/notice new")
    chosen = {"colour": "Black Notice (only received)", "direction": "incoming", "country": "NL"}
    by_form = world.submits(RITA, chosen)
    outgoing = world.submits(RITA, {"direction": "outgoing"})

    assert by_form.errors == {"colour": "Only officers and supervisors may do this."}
    assert outgoing.errors == {"direction": "“Black Notice” is only received here. Choose incoming."}
    assert world.said(DESK) == []
    assert [each.action for each in world.audited("") if each.outcome == "refused"] == ["notice.file"] * 3


def test_one_of_each_type_is_recorded_and_ends_by_the_word_of_whoever_ends_it(world: World) -> None:
    ends = cycle(ENDS.items())
    for number, (colour, way) in enumerate(WAYS):
        reference = world.files_notice(colour, OLGA, way=way, control_number=f"A-{number}/2-2026")
        named = f"*{reference}*  {title(colour, means_of(way), Direction.INCOMING)}"
        end, after = next(ends)
        assert named in world.card(reference).plain
        world.steps(OLGA, "Ended", reference, end=end, ended_on=TODAY, evidence=EVIDENCE)
        assert state(world, reference) == after
        assert world.card(reference).buttons == ["Show details", "Timeline"]


@pytest.mark.parametrize("way", ["in", "in diffusion"])
def test_a_yellow_notice_of_another_country_is_suspended_resumed_and_located(world: World, way: str) -> None:
    changes = {"control_number": ""} if "diffusion" in way else {}
    reference = world.files_notice("yellow", OLGA, way=way, **changes)
    suspension = {"justification": "The country says so.", "suspended_on": TODAY, "evidence": EVIDENCE}
    world.steps(OLGA, "Suspend", reference, **suspension)
    suspended = state(world, reference)
    world.steps(OLGA, "Resume", reference, resumed_on=TODAY, evidence=EVIDENCE)
    resumed = state(world, reference)
    form = world.clicks(OLGA, "Located", world.card(reference)).views[-1]
    world.submits(OLGA, LOCATED)

    assert "Incoming Yellow " in world.card(reference).plain
    assert (suspended, resumed) == ("suspended", "received, in force")
    assert "Is the person safe?" not in form.plain
    assert state(world, reference) == "located"
    assert NOT_A_WARRANT not in world.card(reference).plain
    assert NO_ARREST not in world.card(reference).plain


def test_it_alerts_the_states_own_police_and_where_children_are_harmed_the_task_forces(world: World) -> None:
    reference = world.files_notice("green", OLGA, way="in", us_state="VA", offence="child_abuse")
    plain = world.files_notice("green", OLGA, way="in", us_state="VA", control_number="A-78/2-2026")
    calls = [each for each in world.said() if "call this agency" in each]

    for_children = [each for each in calls if reference in each]
    assert any("Internet Crimes Against Children" in each or "ICAC" in each for each in for_children)
    of_the_state = [each for each in calls if plain in each]
    assert len(for_children) > len(of_the_state)


def test_an_agency_that_does_not_acknowledge_is_called_and_another_one_is_alerted_later(world: World) -> None:
    world.bot.desk.people.admit(PersonId(NORA), "harbor-city-police", by=SYSTEM)
    reference = recorded(world, offices="example-county-sheriff")
    world.steps(OLGA, "Alert an agency", reference, alerted="Harbor City Police Department (CAEX00300)")
    [second] = [each for each in world.slack.dms(NORA) if reference in each.plain]
    world.after(hours=1)
    calls = [each for each in world.slack.messages(DESK) if "call this agency" in each.plain]
    world.clicks(OLGA, "Acknowledged by telephone", calls[0])

    assert "It concerns your office." in second.plain
    assert "US agencies alerted: 2; acknowledged: 1" in world.card(reference).plain
    assert len(calls) == 2
    status = world.asks(NORA, f"/notice status {reference}")
    assert "received, in force, since" in status


def means_of(way: str) -> Means:
    return Means.DIFFUSION if "diffusion" in way else Means.NOTICE


def records_red(world: World) -> str:
    """A notice of the Netherlands, as it is typed; Rita's agency is alerted."""
    message = {"control_number": "a77/2-2026", "their_reference": "IP Example 2026/7"}
    return world.files_notice("red", OLGA, country="NL", way="in", offices=[AGENCY], **message)


def alert_of(world: World, reference: str) -> Message:
    [alert] = [each for each in world.slack.dms(RITA) if reference in each.plain]
    return alert
