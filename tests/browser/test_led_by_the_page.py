"""Where the page leads somebody who does not know it: to what is to them, and to what comes next."""

from playwright.sync_api import Browser, expect

from bot.sandbox.server import Sandbox
from bot.sandbox.stage import Caption
from tests.browser.windows import TELEPHONE, Windows
from tests.sandbox.tiny_bot import MANIFEST
from tests.world import AGENCY, DAN, DESK, ELSEWHERE, NORA, ONCALL, RITA, World


def test_a_page_leads_to_whom_it_calls_and_to_where_it_stands(world: World, windows: Windows) -> None:
    world.takes_duty(DAN, hours=8)
    rita = windows.open(RITA, ELSEWHERE)
    expect(rita.page.get_by_test_id(f"waits-{DAN}")).to_have_count(0)

    rita.types("/escalate call me")
    expect(rita.page.get_by_test_id(f"waits-{DAN}")).to_be_visible()
    expect(rita.page.get_by_test_id(f"waits-{NORA}")).to_have_count(0)
    rita.page.get_by_test_id(f"person-{DAN}").click()

    expect(rita.page.get_by_test_id("me")).to_contain_text("dan")
    expect(rita.page.get_by_test_id(f"place-{ONCALL}").get_by_label("to you, unread")).to_be_visible()
    expect(rita.page.get_by_test_id(f"waits-{DAN}")).to_have_count(0)


def test_what_calls_nobody_is_bold_and_has_no_number(world: World, windows: Windows) -> None:
    dan = windows.open(DAN, ELSEWHERE)

    world.files_request()

    place = dan.page.get_by_test_id(f"place-{DESK}")
    expect(place).to_contain_text("unread")
    expect(place.get_by_label("to you, unread")).to_have_count(0)


def test_enter_sends_a_whole_command_and_completes_a_part_of_one(windows: Windows) -> None:
    rita = windows.open(RITA, ELSEWHERE)
    offers = rita.page.get_by_role("listbox", name="Suggestions")

    rita.composer.fill("/liai")
    expect(offers).to_be_visible()
    rita.composer.press("Enter")
    expect(rita.composer).to_have_value("/liaison ")
    rita.composer.fill("/liaison")
    expect(offers).to_be_hidden()
    rita.composer.press("Enter")

    expect(rita.form).to_be_visible()


def test_what_was_filed_last_is_what_a_page_is_about(world: World, windows: Windows) -> None:
    world.files_request()
    rita = windows.open(RITA, ELSEWHERE)

    expect(rita.form).to_be_visible()
    rita.page.keyboard.press("Escape")
    rita.types("/liaison child FR")
    answers = {"Family name": "Example", "Forename": "Casey", "Born": "2018", "What happened": "Invented."}
    for name, text in answers.items():
        rita.fills(name, text)
    rita.chooses("Agency", AGENCY)
    rita.submits()
    expect(rita.form).to_contain_text("LR-2026-00002")
    rita.page.keyboard.press("Escape")
    rita.page.get_by_role("button", name="Page the officer on call").click()

    expect(rita.composer).to_have_value("/escalate LR-2026-00002 call me")


def test_the_next_page_of_a_form_waits_for_its_first_answer(windows: Windows) -> None:
    rita = windows.open(RITA, ELSEWHERE)

    rita.types("/liaison")
    rita.chooses("What is it about", "Missing or abducted child")
    rita.chooses("Country", "France")
    rita.submits()

    expect(rita.form.get_by_label("Family name")).to_be_focused()


def test_half_a_screen_says_that_something_waits_for_whoever_looks_at_it(
    world: World, windows: Windows
) -> None:
    world.takes_duty(DAN, hours=8)
    page = windows.open(DAN, ELSEWHERE).page
    page.get_by_role("button", name="Side by side").click()
    expect(page.frame_locator("#left").get_by_test_id("composer-input")).to_be_visible()

    world.pages(RITA, "call me")

    expect(page.frame_locator("#left").locator(".rail-me .waits")).to_be_visible()


def test_a_telephone_says_who_one_is_and_that_something_waits(world: World, windows: Windows) -> None:
    world.takes_duty(DAN, hours=8)
    dan = windows.open(DAN, ELSEWHERE, size=TELEPHONE)

    world.pages(RITA, "call me")

    toggle = dan.page.get_by_role("button", name="Show people and channels")
    expect(toggle).to_contain_text("D")
    expect(toggle.locator(".waits")).to_be_visible()


def test_the_last_words_of_a_night_stay_until_they_are_dismissed(world: World, windows: Windows) -> None:
    world.slack.stage.say(Caption(text="The night is over."))
    dan = windows.open(DAN, ELSEWHERE)
    caption = dan.page.get_by_test_id("caption")

    expect(caption).to_contain_text("The night is over.")
    caption.get_by_role("button", name="Dismiss").click()

    expect(caption).to_be_hidden()


def test_a_bot_of_somebody_elses_is_offered_none_of_our_commands(browser: Browser) -> None:
    with Sandbox(MANIFEST, house_rules=False) as slack, browser.new_context() as context:
        slack.add_person("U1", "ada")
        slack.add_channel("C1", "general", members=["U1"])
        slack.deliver_to("http://127.0.0.1:9/nobody")
        ada = Windows(slack.url, context).open("U1", "C1")

        expect(ada.page.get_by_role("region", name="Three things to try")).to_be_hidden()
        expect(ada.page.get_by_test_id("socket")).to_have_text("Bot called by HTTP")
        expect(ada.page.get_by_test_id("socket")).not_to_have_class("bad")
