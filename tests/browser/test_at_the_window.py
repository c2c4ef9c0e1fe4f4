"""The page in the hands of people: in the dark, on a telephone, by keyboard, in two tabs, after a reload."""

from playwright.sync_api import expect

from tests.browser.windows import TELEPHONE, Windows
from tests.world import AGENCY, DESK, ELSEWHERE, NORA, OLGA, ONCALL, RITA, ROLES, World

BRIGHTNESS = """
(node) => {
  const canvas = document.createElement("canvas").getContext("2d");
  canvas.fillStyle = getComputedStyle(node).backgroundColor;
  canvas.fillRect(0, 0, 1, 1);
  const [red, green, blue] = canvas.getImageData(0, 0, 1, 1).data;
  return (red + green + blue) / 765;
}
"""


def test_the_dark_follows_the_system_and_a_choice_outlives_a_reload(windows: Windows) -> None:
    olga = windows.open(OLGA, DESK)
    main = olga.page.get_by_role("main")

    bright = main.evaluate(BRIGHTNESS)
    olga.page.emulate_media(color_scheme="dark")
    olga.page.reload()
    dark = main.evaluate(BRIGHTNESS)
    olga.page.get_by_role("button", name="Switch to light colours").click()
    olga.page.reload()
    chosen = main.evaluate(BRIGHTNESS)

    assert bright > 0.9
    assert dark < 0.2
    assert chosen > 0.9


def test_a_telephone_shows_cards_channels_and_forms_without_a_sideways_scroll(
    world: World, windows: Windows
) -> None:
    reference = world.files_request()
    olga = windows.open(OLGA, ELSEWHERE, size=TELEPHONE)

    olga.page.get_by_role("button", name="Show people and channels").click()
    olga.goes_to(DESK)
    expect(olga.message(reference)).to_be_visible()
    expect(olga.page.get_by_test_id(f"place-{DESK}")).to_be_hidden()
    at_the_card = olga.overflows()
    olga.types("/liaison child FR")
    expect(olga.form.get_by_label("Family name")).to_be_visible()
    at_the_form = olga.overflows()

    assert at_the_card == []
    assert at_the_form == []


def test_a_request_is_filed_without_a_mouse(windows: Windows) -> None:
    rita = windows.open(RITA)
    keyboard = rita.page.keyboard

    rita.page.keyboard.press("Tab")
    expect(rita.page.get_by_role("link", name="Skip to the message box")).to_be_focused()
    keyboard.press("Enter")
    keyboard.press("Tab")
    expect(rita.composer).to_be_focused()
    keyboard.type("/liai")
    keyboard.press("Tab")
    keyboard.type("child FR")
    keyboard.press("Enter")
    expect(rita.form.get_by_label("Family name")).to_be_focused()
    for answer in ("Example", "Casey", "May 2018", "Invented example."):
        keyboard.type(answer)
        keyboard.press("Tab")
    expect(rita.form.get_by_label("Agency")).to_be_focused()
    keyboard.type(AGENCY[:7])
    expect(rita.page.get_by_role("option", name=AGENCY)).to_be_visible()
    keyboard.press("Enter")
    rita.form.get_by_test_id("submit").focus()
    keyboard.press("Enter")
    expect(rita.form).to_contain_text("LR-2026-00001")
    keyboard.press("Escape")

    expect(rita.form).to_be_hidden()
    expect(rita.composer).to_be_focused()


def test_two_tabs_of_one_person_stay_in_step(world: World, windows: Windows) -> None:
    one, two = windows.open(RITA, ELSEWHERE), windows.open(RITA, ELSEWHERE)

    one.types("Good evening")
    expect(two.message("Good evening")).to_be_visible()
    two.types("/liaison child FR")
    expect(one.form).to_be_visible()
    one.form.get_by_role("button", name="Cancel").click()
    expect(two.form).to_be_hidden()
    world.slack.message(NORA, ELSEWHERE, "Good morning")

    for window in (one, two):
        expect(window.message("Good morning")).to_be_visible()
        expect(window.page.get_by_test_id(f"place-{ELSEWHERE}").get_by_label("unread")).to_have_count(0)


def test_everybody_has_a_tab_of_their_own_in_one_browser(windows: Windows) -> None:
    for who in ROLES:
        windows.open(who, ELSEWHERE).is_covered()
    nora, rita = windows.open(NORA, ELSEWHERE), windows.all[0]

    nora.types("Good evening")
    expect(nora.message("Good evening")).to_be_visible()
    expect(rita.message("Good evening")).to_have_count(0)
    rita.is_looked_at()

    expect(rita.message("Good evening")).to_be_visible()


def test_a_reload_in_the_middle_of_a_form_brings_it_back_with_what_was_typed(windows: Windows) -> None:
    rita = windows.open(RITA)

    rita.types("/liaison child FR")
    with rita.page.expect_response("**/control/click"):
        rita.fills("Family name", "Example")
    rita.page.reload()

    expect(rita.form.get_by_label("Family name")).to_have_value("Example")


def test_escape_closes_a_form_also_when_nothing_in_it_has_the_focus(world: World, windows: Windows) -> None:
    rita = windows.open(RITA)
    rita.types("/liaison child FR")
    expect(rita.form).to_be_visible()

    rita.form.get_by_label("Family name").blur()
    rita.page.keyboard.press("Escape")
    expect(rita.form).to_be_hidden()

    assert world.slack.view(RITA) is None


def test_a_form_that_is_closed_while_somebody_types_closes_without_a_complaint(windows: Windows) -> None:
    rita = windows.open(RITA)
    rita.page.clock.install()

    rita.types("/liaison child FR")
    rita.fills("Family name", "Example")
    rita.page.keyboard.press("Escape")
    expect(rita.form).to_be_hidden()
    rita.page.clock.run_for(1000)  # What is typed is told after a pause.
    rita.types("/liaison drafts")

    expect(rita.message("Only visible to you")).to_be_visible()
    assert rita.toast.all_text_contents() == []


def test_what_another_tab_has_closed_goes_away_without_a_complaint(windows: Windows) -> None:
    one, two = windows.open(RITA, ELSEWHERE), windows.open(RITA, ELSEWHERE)
    two.types("/liaison child FR")
    expect(two.form).to_be_visible()

    two.is_covered()
    one.form.get_by_role("button", name="Cancel").click()
    expect(one.form).to_be_hidden()
    two.form.get_by_role("button", name="Cancel").click()
    expect(two.form).to_be_hidden()

    assert two.toast.all_text_contents() == []


def test_the_back_button_goes_back_to_where_somebody_was(windows: Windows) -> None:
    olga = windows.open(OLGA, DESK)
    title = olga.page.get_by_role("main").get_by_role("heading", level=1)

    olga.goes_to(ONCALL)
    olga.reads_the_app()
    olga.page.get_by_role("link", name="Be dan").click()
    expect(olga.page.get_by_test_id("me")).to_contain_text("dan")
    olga.page.go_back()
    expect(olga.page.get_by_test_id("me")).to_contain_text("olga")
    expect(olga.page.get_by_role("tab", name="Messages")).to_have_attribute("aria-selected", "true")
    olga.page.go_back()
    olga.page.go_back()
    expect(title).to_have_text("on-call")
    olga.page.go_back()
    expect(title).to_have_text("desk")
    olga.page.go_forward()

    expect(title).to_have_text("on-call")
