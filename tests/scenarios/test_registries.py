"""The registries in Slack: looked up by everybody with a role, edited by officers, seen at once."""

from bot.sandbox.messages import Message
from handlers.action_ids import edit_term, show_agency
from tests.world import ADA, AGENCY, DAN, DESK, GUS, NORA, OLGA, REQUEST, RITA, SAM, World

TREATY = {"topic": "treaty", "text": "An invented demand.", "source": "An invented treaty, 1990"}
PATROL = {
    "name": "Example Harbor Patrol",
    "kind": "local",
    "state": "ME",
    "ori": "MEEX09900",
    "telephone": "202-555-0100",
    "liaisons": "Casey Example; 202-555-0101",
}


def card(world: World, who: str, line: str) -> Message:
    message = world.types(who, line).message
    assert message is not None, f"{line} was not answered in words"
    return message


def test_a_country_is_looked_up_by_its_letters_or_its_name(world: World) -> None:
    by_letters, by_name = (card(world, RITA, f"/liaison country {words}") for words in ("MX", "mexico"))
    officers = card(world, OLGA, "/liaison country mx")

    assert by_letters.plain == by_name.plain
    assert "*Mexico* (MX), one of 196 member countries" in by_letters.plain
    assert "*Treaty*: not recorded: ask the NCB" in by_letters.plain
    assert "normal 10 days, routine 30 days (desk default)" in by_letters.plain
    assert by_letters.buttons == []
    assert officers.buttons == ["Edit", "Add requirement"]


def test_nobody_without_a_role_looks_and_what_is_unknown_is_said_so(world: World) -> None:
    assert "You have no role on this desk yet" in world.asks(NORA, "/liaison country MX")
    assert "admitted" in world.asks(GUS, "/liaison agency TX")
    assert "I know no country as “Atlantis”" in world.asks(OLGA, "/liaison country Atlantis")
    assert "Type it so: /liaison country MX" in world.asks(OLGA, "/liaison country")
    assert "Agencies*: 0 found" in world.asks(OLGA, "/liaison agency nothing such")


def test_nonsense_is_answered_in_words(world: World) -> None:
    for words in (
        "<!channel> *bold* :red_circle:",
        "ع" * 9_000,
        "a " * 4_000,
        "%_%",
        "a\0b",
        "'; DROP TABLE",
    ):
        country = world.asks(OLGA, f"/liaison country {words}")
        agency = world.asks(OLGA, f"/liaison agency {words}")

        assert country.startswith(("I know no country as", "Several fit"))
        assert "found" in agency


def test_a_sub_bureau_leads_to_its_countrys_entry_and_says_so(world: World) -> None:
    shown = world.asks(RITA, "/liaison country HK")

    assert "*China* (CN)" in shown
    assert "Hong Kong (HK) is a sub-bureau of China; ask by its National Central Bureau." in shown


def test_a_requirement_is_added_shown_with_its_source_and_withdrawn(world: World) -> None:
    world.clicks(OLGA, "Add requirement", card(world, OLGA, "/liaison country MX"))
    unsourced = world.submits(OLGA, {**TREATY, "source": " "})
    world.submits(OLGA, {"source": TREATY["source"]})
    shown = card(world, DAN, "/liaison country MX")
    answer = world.answer_to_click(DAN, "Withdraw", shown)
    again = world.answer_to_click(DAN, "Withdraw", shown)

    assert set(unsourced.errors) == {"source"}
    assert "Treaty\nAn invented demand.\nSource: An invented treaty, 1990" in shown.plain
    assert "Recorded <!date^1795348800^" in shown.plain
    assert f"by <@{OLGA}>" in shown.plain
    assert answer.startswith("The requirement is withdrawn.")
    assert again == "This requirement was withdrawn already."
    assert "*Treaty*: not recorded: ask the NCB" in world.asks(RITA, "/liaison country MX")
    assert [each.action for each in world.audited("country:MX")] == [
        "registry.requirement.add",
        "registry.requirement.withdraw",
    ]


def test_a_renamed_country_is_seen_at_once_by_cards_lists_menus_and_another_process(world: World) -> None:
    reference = world.files_request(country="MX")
    world.clicks(OLGA, "Edit", card(world, OLGA, "/liaison country MX"))
    world.submits(OLGA, {"name": "Example Mexico"})
    form = world.types(DAN, "/liaison").views[-1]
    world.slack.fill(DAN, form, {"country": "Example Mexico"})
    with world.second_bot() as other:
        elsewhere = other.desk.names.country("MX")

    assert "Example Mexico" in world.asks(OLGA, f"/liaison status {reference}")
    assert "Example Mexico" in world.asks(OLGA, "/liaison list country:example-mexico")
    assert elsewhere == "Example Mexico"


def test_a_former_member_is_not_offered_and_refused_in_a_form_that_is_open(world: World) -> None:
    form = world.begins_request(RITA)
    world.slack.fill(RITA, form, REQUEST)
    world.clicks(OLGA, "Edit", card(world, OLGA, "/liaison country FR"))
    unsourced = world.submits(OLGA, {"left_on": "2026-01-31"})
    world.submits(OLGA, {"source": "An invented letter"})

    refused = world.submits(RITA, {})

    assert set(unsourced.errors) == {"source"}
    sentence = "France has not been a member since 2026-01-31, so its bureau cannot be asked."
    assert list(refused.errors.values()) == [sentence]
    assert "no member since 2026-01-31" in world.asks(RITA, "/liaison country FR")
    assert "one of 195 member countries" in world.asks(RITA, "/liaison country MX")
    assert world.said(DESK) == []


def test_the_second_of_two_who_edit_the_same_country_is_told_and_overwrites_nothing(world: World) -> None:
    for who in (OLGA, DAN):
        world.clicks(who, "Edit", card(world, who, "/liaison country MX"))
    world.submits(OLGA, {"ncb": "NCB Example", "source": "An invented letter"})

    late = world.submits(DAN, {"name": "Another Mexico"})

    assert list(late.errors.values()) == [
        "It has changed since you looked, so nothing was saved. Look at Mexico again."
    ]
    assert "National Central Bureau\nNCB Example" in world.asks(DAN, "/liaison country MX")


def test_a_state_lists_its_agencies_with_its_task_forces_and_opens_one(world: World) -> None:
    texas = card(world, RITA, "/liaison agency TX")
    world.slack.click(RITA, texas, action_id=show_agency(0))
    opened = world.sees(RITA, "Registry id")

    assert "Agencies in Texas*: 4 found" in texas.plain
    assert (
        texas.plain.count("ICAC Task Force\nICAC task force, TX, no ORI recorded\nno contact recorded") == 3
    )
    assert texas.buttons == ["Open"] * 4
    assert "Example City Police Department" in opened
    assert "*ORI*\nTXEX00200" in world.asks(RITA, "/liaison agency txex00200")


def test_an_agency_is_added_and_can_be_filed_for_at_once(world: World) -> None:
    refused = world.asks(RITA, "/liaison agency new")
    world.types(OLGA, "/liaison agency new")
    wrong = world.submits(OLGA, {**PATROL, "ori": "VAEX00100", "telephone": "later"})
    right = world.submits(OLGA, {"ori": "MEEX09900", "telephone": "202-555-0100"})
    world.files_request(agency="Example Harbor Patrol (MEEX09900)")
    [filed] = world.slack.messages(DESK)

    assert refused == "Only officers and supervisors may do this."
    assert set(wrong.errors) == {"telephone"}
    assert "Example Harbor Patrol is saved. /liaison agency MEEX09900 shows it." in right.views[-1].plain
    assert "Agency\nExample Harbor Patrol" in filed.plain
    assert "Casey Example; 202-555-0101" in world.asks(ADA, "/liaison agency MEEX09900")


def test_an_ori_that_another_agency_has_is_said_beside_its_field(world: World) -> None:
    world.types(OLGA, "/liaison agency new")
    taken = world.submits(OLGA, {**PATROL, "ori": "VAEX00100"})
    short = world.submits(OLGA, {"ori": "VA1"})

    assert taken.errors == {"ori": "Example County Sheriff's Office has this ORI already."}
    assert short.errors["ori"].startswith("An ORI has nine characters")


def test_an_agency_is_edited_from_its_card(world: World) -> None:
    world.clicks(OLGA, "Edit", card(world, OLGA, "/liaison agency VAEX00100"))
    world.submits(OLGA, {"telephone": "202-555-0199", "email": "front@agency.example"})

    shown = world.asks(RITA, "/liaison agency VAEX00100")
    assert "Telephone\n202-555-0199" in shown
    assert "E-mail\nfront@agency.example" in shown
    assert [each.fields for each in world.audited("agency:example-county-sheriff")] == [
        ("telephone", "email")
    ]


def test_a_removed_agency_is_refused_in_a_form_that_is_open_and_comes_back(world: World) -> None:
    form = world.begins_request(RITA)
    world.slack.fill(RITA, form, {**REQUEST, "agency": AGENCY})
    officers, supervisors = (card(world, who, "/liaison agency VAEX00100") for who in (OLGA, SAM))
    removed = world.answer_to_click(SAM, "Remove", supervisors)
    again = world.answer_to_click(SAM, "Remove", supervisors)
    refused = world.submits(RITA, {})
    gone = card(world, SAM, "/liaison agency VAEX00100")
    restored = world.answer_to_click(SAM, "Restore", gone)
    filed = world.submits(RITA, {})

    assert officers.buttons == ["Edit"]
    assert supervisors.buttons == ["Edit", "Remove"]
    assert "is removed: nobody can file for it now, and records keep it." in removed
    assert again.startswith("It has changed since you looked")
    assert refused.errors == {
        "agency": "This agency was removed from the registry. Choose another one, or ask a supervisor."
    }
    assert "Removed <!date^" in gone.plain
    assert "is back: it can be filed for again." in restored
    assert not filed.errors


def test_an_offence_is_added_offered_retired_and_keeps_its_label(world: World) -> None:
    reference = world.files_request(offence="Kidnapping")
    world.clicks(OLGA, "New offence", card(world, OLGA, "/liaison offences"))
    taken = world.submits(OLGA, {"code": "rape", "label": "Online grooming", "source": "An invented law"})
    world.submits(OLGA, {"code": "grooming"})
    offered = world.slack.click(RITA, world.begins_request(RITA), action_id="form:section:case").views[-1]
    offences = card(world, OLGA, "/liaison offences")
    world.slack.click(OLGA, offences, action_id=edit_term(5))
    world.submits(OLGA, {"standing": "retired"})
    listed = world.asks(RITA, "/liaison offences")

    assert taken.errors == {"code": "This code is taken. Edit that one, or choose another code."}
    assert "Online grooming" in str(offered.blocks)
    assert "Code: kidnapping. Source: COPS Office Dispatch, October 2013" in offences.plain
    assert "*Offences*: 9, and 1 retired" in listed
    assert "Offence*\nKidnapping" in world.card(reference).plain


def test_the_programmes_are_listed_with_their_sources(world: World) -> None:
    listed = card(world, ADA, "/liaison programmes")

    assert "*Programmes*: 5, and 0 retired" in listed.plain
    assert (
        "Operation Predator\nCode: operation_predator. Source: COPS Office Dispatch, October 2013"
        in listed.plain
    )
    assert listed.buttons == []
