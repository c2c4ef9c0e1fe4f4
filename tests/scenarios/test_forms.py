"""The form of a request: how it opens, what it asks after each answer, and what it says of mistakes."""

import pytest

from bot.rules.kinds import KINDS
from handlers.action_ids import SHORTCUT_MESSAGE, SHORTCUT_REQUEST
from tests.scenarios.at_the_form import fills_in, keeps_section, on_top, opens, opens_section, standing
from tests.world import ELSEWHERE, OLGA, RITA, World
from tests.world_forms import inputs, lines

CHILD = {"family_name": "Example", "forename": "Casey", "birth": "2018-05", "facts": "Invented example."}
STRAIGHT = {
    "child FR": "France. Outgoing: we ask abroad.",
    "CHILD france": "France. Outgoing: we ask abroad.",
    "travel in MX": "Mexico. Incoming: abroad asks us.",
    "inquiry from south africa": "South Africa. Incoming: abroad asks us.",
}
ASKED_FIRST = {
    "child": {"kind": "missing_child", "direction": "outgoing"},
    "child in": {"kind": "missing_child", "direction": "incoming"},
    "child narnia": {"kind": "missing_child", "direction": "outgoing"},
    "child US": {"kind": "missing_child", "direction": "outgoing", "country": "US"},
    "child HK": {"kind": "missing_child", "direction": "outgoing", "country": "HK"},
    "fugitive in FR": {"kind": "fugitive", "direction": "incoming", "country": "FR"},
}
"""What is typed, and what stands in the question then."""
WHY = {
    "child": "Please complete this required field.",
    "child US": "The desk is the United States' own bureau. Name the other country.",
    "child HK": "Hong Kong is a sub-bureau of China and no member itself. Choose China.",
}
"""What is said to whoever sends it as it stands."""
on_socket = pytest.mark.parametrize("world", ["socket mode, sqlite"], indirect=True)
on_http = pytest.mark.parametrize("world", ["http mode, postgresql"], indirect=True)


@on_socket
def test_a_bare_command_asks_what_it_is_about_and_then_what_that_kind_needs(world: World) -> None:
    beginning = opens(world, RITA, "/liaison")
    hub = world.submits(RITA, {"kind": "parental_abduction", "direction": "incoming", "country": "MX"}).views[
        -1
    ]

    assert list(inputs(beginning)) == ["kind", "direction", "country"]
    assert standing(beginning) == {"direction": "outgoing"}
    assert "Parental abduction\n" in hub.plain.replace("*", "")
    assert "Mexico. Incoming: abroad asks us." in hub.plain
    assert {"taken_by", "their_reference", "believed_at"} <= set(inputs(hub))
    assert standing(hub) == {"agency": "example-county-sheriff", "priority": "urgent"}


@on_socket
def test_a_kind_and_a_country_behind_the_command_go_straight_into_its_form(world: World) -> None:
    forms = {line: opens(world, RITA, f"/liaison {line}").plain for line in STRAIGHT}
    kinds = {kind: opens(world, RITA, f"/liaison {row.word} FR").plain for kind, row in KINDS.items()}

    assert all(asked in forms[line] for line, asked in STRAIGHT.items())
    assert all(KINDS[kind].label in form and KINDS[kind].purpose in form for kind, form in kinds.items())


@on_socket
def test_what_cannot_be_asked_so_is_asked_first_with_what_was_understood(world: World) -> None:
    forms = {words: opens(world, RITA, f"/liaison {words}") for words in ASKED_FIRST}
    why = {}
    for words in WHY:
        form = opens(world, RITA, f"/liaison {words}")
        why[words] = world.slack.submit(RITA, form).errors

    assert {words: standing(form) for words, form in forms.items()} == ASKED_FIRST
    assert all(list(inputs(form)) == ["kind", "direction", "country"] for form in forms.values())
    assert why == {words: {"country": sentence} for words, sentence in WHY.items()}


@on_http
def test_nothing_is_asked_of_slack_before_the_form_is_up(world: World) -> None:
    world.asks(RITA, "/liaison mine")
    [message] = [world.slack.message(OLGA, ELSEWHERE, "Invented example.").message]
    assert message is not None
    firsts = []
    for opening in (
        lambda: world.slack.command(RITA, "/liaison"),
        lambda: world.slack.command(RITA, "/liaison child FR"),
        lambda: world.slack.shortcut(RITA, SHORTCUT_REQUEST),
        lambda: world.slack.message_shortcut(RITA, SHORTCUT_MESSAGE, message),
    ):
        before = len(world.slack.requests)
        outcome = opening()
        firsts.append([each.method for each in world.slack.requests][before:])
        assert outcome.views

    assert firsts == [["views.open"]] * 4


@on_http
@pytest.mark.parametrize("private", [False, True])
def test_a_message_is_taken_into_a_request_with_its_text_and_place(world: World, private: bool) -> None:
    world.slack.add_channel("C0ROOM", "a-room", members=[RITA], private=private)
    message = world.slack.message(RITA, "C0ROOM", "A child was not brought back, invented.").message
    assert message is not None

    beginning = world.slack.message_shortcut(RITA, SHORTCUT_MESSAGE, message).views[-1]
    hub = world.submits(RITA, {"kind": "missing_child", "country": "FR"}).views[-1]
    case = opens_section(world, RITA, "case")
    world.slack.close(RITA, case)
    fills_in(world, RITA, **{name: CHILD[name] for name in ("family_name", "forename", "birth")})
    world.submits(RITA, {})

    stamp = message.ts.replace(".", "")
    assert ("open channel, where everybody of the workspace can read it" in beginning.plain) is not private
    assert standing(hub)["facts"] == "A child was not brought back, invented."
    assert standing(case)["source_message"].endswith(f"/archives/C0ROOM/p{stamp}")
    details = world.reads(OLGA, world.card("LR-2026-00001"))
    assert "A child was not brought back, invented." in details
    assert f"[.]slack[.]com/archives/C0ROOM/p{stamp}" in details


@on_socket
def test_going_back_keeps_what_was_filled_in_also_for_another_kind(world: World) -> None:
    opens(world, RITA, "/liaison child FR")
    fills_in(world, RITA, **CHILD)
    keeps_section(world, RITA, "identity", sex="female", document="US X1234567")
    world.clicks(RITA, "Back", on_top(world, RITA))
    beginning = on_top(world, RITA)
    other = world.submits(RITA, {"kind": "parental_abduction"}).views[-1]
    world.clicks(RITA, "Back", other)
    same = world.submits(RITA, {"kind": "missing_child", "country": "MX"}).views[-1]
    identity = opens_section(world, RITA, "identity")

    assert standing(beginning) == {"kind": "missing_child", "direction": "outgoing", "country": "FR"}
    assert standing(other).items() >= CHILD.items()
    assert standing(same).items() >= CHILD.items()
    assert "Mexico. Outgoing" in same.plain
    assert standing(identity) == {"sex": "female", "document": "US X1234567"}


@on_socket
def test_what_is_asked_after_an_answer_comes_and_goes_with_what_stood_in_it(world: World) -> None:
    opens(world, RITA, "/liaison adult FR")
    at_first = set(inputs(on_top(world, RITA)))
    fills_in(world, RITA, person_is="missing", family_name="Example", forename="Robin", birth="1990")
    found = fills_in(world, RITA, person_is="unidentified", appearance="Tall, invented.")
    again = fills_in(world, RITA, person_is="missing")
    fills_in(world, RITA, person_is="unidentified", sex="male", facts="Invented example.")
    sent = world.submits(RITA, {})

    assert not at_first & {"family_name", "appearance"}
    assert not set(inputs(found)) & {"family_name", "forename", "birth"}
    assert standing(again).items() >= {"family_name": "Example", "forename": "Robin", "birth": "1990"}.items()
    assert not sent.errors
    details = world.reads(OLGA, world.card("LR-2026-00001"))
    assert "Tall, invented." in details
    assert "Robin" not in details


@on_http
def test_a_section_is_opened_kept_changed_and_taken_back(world: World) -> None:
    hub = opens(world, RITA, "/liaison parent FR")
    before = on_top(world, RITA).plain
    custody = opens_section(world, RITA, "custody")
    fills_in(world, RITA, custody="order", custody_order="Example County Court, invented", hague="unknown")
    world.submits(RITA, {})
    kept = on_top(world, RITA)
    opens_section(world, RITA, "custody")
    world.slack.fill(RITA, on_top(world, RITA), {"custody_order": "Mistyped"})
    world.slack.close(RITA, on_top(world, RITA))
    again = opens_section(world, RITA, "custody")

    assert "Custody and Hague Convention*\nnothing yet; it can follow later" in before
    assert "custody_order" not in inputs(custody)
    assert kept.id == hub.id
    assert "Custody and Hague Convention*\n3 of 4 filled in" in kept.plain
    assert standing(again)["custody_order"] == "Example County Court, invented"


@on_socket
def test_agency_contact_and_usual_offence_stand_there_already_and_the_line_counts_them(world: World) -> None:
    world.files_request(contact="Example desk, 202-555-0100")
    hub = opens(world, RITA, "/liaison child MX")
    case = opens_section(world, RITA, "case")

    assert standing(hub) == {"agency": "example-county-sheriff", "priority": "urgent"}
    assert standing(case) == {"contact": "Example desk, 202-555-0100", "offence": "kidnapping"}
    assert f"Case and contact*\n2 of {len(inputs(case))} filled in" in hub.plain


@on_http
def test_mistakes_stand_beside_their_fields_and_those_of_sections_on_the_hub(world: World) -> None:
    opens(world, RITA, "/liaison travel FR")
    opens_section(world, RITA, "identity")
    in_section = world.submits(RITA, {"document": "no such paper!"})
    world.slack.close(RITA, on_top(world, RITA))
    on_hub = world.submits(
        RITA, {"family_name": " ", "forename": "Robin", "birth": "May", "departs_on": "2027-05-17"}
    )
    world.submits(RITA, {"family_name": "Example", "birth": "1990-05"})
    keeps_section(world, RITA, "identity", document="X1234567")
    filed = world.submits(RITA, {})

    shape = "Write its number, and the country if you like: X1234567 or US X1234567."
    assert in_section.errors == {"document": shape}
    assert on_hub.errors == {
        "family_name": f"Please fill this in. Identity: Passport or identity document: {shape}",
        "birth": "Give the year of birth, or more: 1990, 1990-05 or 1990-05-17.",
    }
    assert "*LR-2026-00001* is filed" in filed.views[-1].plain
    assert not lines(on_top(world, RITA))
