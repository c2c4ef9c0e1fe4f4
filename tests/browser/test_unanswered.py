"""What the page says where the bot does not answer: Slack's own words; what somebody did is done again."""

from playwright.sync_api import expect

from bot.sandbox.faults import Fault
from tests.browser.windows import Windows
from tests.world import DESK, ELSEWHERE, NORA, OLGA, RITA, World

LOST = Fault(kind="lose_ack", times=1)
"""The next acknowledgement never reaches the person; what the bot has done stands."""
ANSWERS = {
    "Family name": "Example",
    "Forename": "Casey",
    "Born": "2018",
    "What happened": "Invented example.",
}


def test_a_bot_that_does_not_answer_is_told_of_in_the_words_of_slack(world: World, windows: Windows) -> None:
    rita = windows.open(RITA, ELSEWHERE)
    rita.types("/liaison")
    rita.chooses("What is it about?", "Missing or abducted child")
    rita.chooses("Country", "France")

    fault = world.slack.faults.add(Fault(kind="lose_ack", times=None))
    rita.submits()
    expect(rita.form.get_by_role("alert")).to_contain_text("We had some trouble connecting. Try again?")
    rita.form.get_by_role("button", name="Cancel").click()
    rita.types("/liaison drafts")
    expect(rita.toast.last).to_contain_text("/liaison failed with the error “dispatch_failed”")
    world.slack.faults.remove(fault)
    rita.types("/liaison drafts")

    expect(rita.message("Only visible to you")).to_be_visible()


def test_what_went_wrong_in_a_form_is_still_to_be_read_when_the_form_is_closed(
    world: World, windows: Windows
) -> None:
    rita = windows.open(RITA, ELSEWHERE)
    rita.types("/liaison child FR")
    expect(rita.form).to_be_visible()

    world.slack.faults.add(Fault(kind="lose_ack", times=1))
    rita.form.get_by_role("button", name="Add").first.click()
    expect(rita.toast).to_contain_text("Add failed with the error “dispatch_failed”")
    expect(rita.form.get_by_role("heading", name="Identity")).to_be_visible()
    rita.form.get_by_test_id("modal-x").click()
    expect(rita.form).to_be_hidden()

    expect(rita.toast).to_be_visible()


def test_a_command_that_nobody_takes_within_three_seconds_is_told_of_by_slack_in_the_channel(
    world: World, windows: Windows
) -> None:
    rita = windows.open(RITA, ELSEWHERE)

    world.slack.sockets.mute()
    rita.types("/liaison drafts")

    expect(rita.toast).to_have_text("/liaison failed with the error “operation_timeout”")
    expect(rita.message("operation_timeout")).to_contain_text("Only visible to you")


def test_a_button_that_the_bot_did_not_hear_is_pressed_again(world: World, windows: Windows) -> None:
    reference = world.files_request()
    olga = windows.open(OLGA, DESK)
    claim = olga.card(reference).get_by_role("button", name="Claim")

    down = world.slack.faults.add(Fault(kind="down", times=None))
    claim.click()
    expect(olga.toast).to_have_text("Claim failed with the error “dispatch_failed”")
    world.slack.faults.remove(down)
    world.slack.wait_for(lambda: world.slack.sockets.connected)
    claim.click()

    expect(olga.card(reference)).to_contain_text("@olga")


def test_a_button_whose_answer_is_lost_has_done_what_it_says(world: World, windows: Windows) -> None:
    reference = world.files_request()
    olga = windows.open(OLGA, DESK)

    world.slack.faults.add(LOST)
    olga.card(reference).get_by_role("button", name="Claim").click()

    expect(olga.toast).to_have_text("Claim failed with the error “dispatch_failed”")
    expect(olga.card(reference)).to_contain_text("@olga")


def test_a_shortcut_that_the_bot_did_not_hear_is_started_again(world: World, windows: Windows) -> None:
    world.slack.message(NORA, ELSEWHERE, "Invented words")
    rita = windows.open(RITA, ELSEWHERE)
    shortcut = rita.page.get_by_role("menuitem", name="Make a liaison request")

    down = world.slack.faults.add(Fault(kind="down", times=None))
    rita.message("Invented words").hover()
    rita.message("Invented words").get_by_role("button", name="More actions").click()
    shortcut.click()
    expect(rita.toast).to_have_text("Make a liaison request failed with the error “dispatch_failed”")
    expect(rita.form).to_be_hidden()
    world.slack.faults.remove(down)
    world.slack.wait_for(lambda: world.slack.sockets.connected)
    rita.page.get_by_test_id("global-shortcuts").click()
    shortcut.click()

    expect(rita.form.get_by_label("What is it about?")).to_be_visible()


def test_a_choice_whose_answer_is_lost_stays_and_is_sent_with_the_form(
    world: World, windows: Windows
) -> None:
    rita, olga = windows.open(RITA, ELSEWHERE), windows.open(OLGA, DESK)
    rita.types("/liaison child FR")
    expect(rita.form).to_be_visible()

    world.slack.faults.add(LOST)
    rita.chooses("How fast must it go?", "Flash")
    expect(rita.toast).to_have_text("That failed with the error “dispatch_failed”")
    for name, text in ANSWERS.items():
        rita.fills(name, text)
    rita.submits()

    expect(rita.form).to_contain_text("LR-2026-00001")
    expect(olga.card("LR-2026-00001")).to_contain_text("Flash")
