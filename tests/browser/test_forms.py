"""Forms in a window: begun by shortcut, one on top of another, brought back by a reload, never answered."""

from playwright.sync_api import expect

from tests.browser.windows import Windows
from tests.world import DESK, ELSEWHERE, OLGA, RITA, World


def test_a_message_becomes_a_request_by_the_menu_beside_it(world: World, windows: Windows) -> None:
    world.slack.message(OLGA, ELSEWHERE, "Invented words about a child in France")
    rita = windows.open(RITA, ELSEWHERE)
    said = rita.message("Invented words")

    said.hover()
    said.get_by_role("button", name="More actions").click()
    rita.page.get_by_role("menuitem", name="Make a liaison request").click()
    rita.chooses("What is it about?", "Missing or abducted child")
    rita.chooses("Country", "France")
    rita.submits()

    expect(rita.form.get_by_label("What happened")).to_have_value("Invented words about a child in France")


def test_a_request_is_begun_by_the_lightning_without_a_mouse(windows: Windows) -> None:
    rita = windows.open(RITA, ELSEWHERE)
    lightning = rita.page.get_by_test_id("global-shortcuts")

    lightning.press("Enter")
    expect(rita.page.get_by_role("menuitem", name="Make a liaison request")).to_be_focused()
    rita.page.keyboard.press("Enter")

    expect(rita.form.get_by_label("What is it about?")).to_be_visible()


def test_a_section_lies_on_its_form_outlives_a_reload_and_goes_back_to_it(windows: Windows) -> None:
    olga = windows.open(OLGA, DESK)
    back, names = olga.page.get_by_test_id("modal-back"), olga.form.get_by_label("Other names")

    olga.types("/liaison child FR")
    olga.fills("Family name", "Example")
    expect(back).to_have_count(0)
    olga.form.get_by_role("button", name="Add").first.click()
    with olga.page.expect_response(lambda told: "Exemple" in (told.request.post_data or "")):
        names.fill("Exemple")
    olga.page.reload()
    expect(names).to_have_value("Exemple")
    back.click()

    expect(names).to_have_count(0)
    expect(olga.form.get_by_label("Family name")).to_have_value("Example")
    expect(olga.form).to_contain_text("1 filled in; wanted: Sex")


def test_the_cross_closes_the_whole_stack_and_what_was_kept_is_found_among_the_drafts(
    world: World, windows: Windows
) -> None:
    olga = windows.open(OLGA, DESK)

    olga.types("/liaison child FR")
    olga.fills("Family name", "Example")
    olga.form.get_by_role("button", name="Add").first.click()
    olga.fills("Other names", "Exemple")
    olga.submits()
    expect(olga.form).to_contain_text("1 filled in")
    olga.form.get_by_role("button", name="Change").click()
    expect(olga.form.get_by_label("Other names")).to_have_value("Exemple")
    olga.form.get_by_test_id("modal-x").click()
    expect(olga.form).to_be_hidden()
    closed = world.slack.views(OLGA)
    olga.types("/liaison drafts")
    olga.message("Your drafts").get_by_role("button", name="Resume").click()

    expect(olga.form.get_by_label("Family name")).to_have_value("Example")
    expect(olga.form).to_contain_text("1 filled in")
    assert closed == []
