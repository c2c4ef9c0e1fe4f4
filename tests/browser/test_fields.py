"""The fields of a form under somebody's fingers: a date, a select for several, a select that searches."""

from playwright.sync_api import Locator, expect

from bot.sandbox.faults import Fault
from tests.browser.windows import Window, Windows
from tests.world import AGENCY, DESK, ELSEWHERE, RITA, SAM, World


def chosen(window: Window) -> Locator:
    """What stands in the one select for several choices."""
    return window.form.locator(".select-chip")


def test_a_date_is_typed_on_while_its_error_goes_away(windows: Windows) -> None:
    sam = windows.open(SAM, DESK)
    sam.types("/oncall override")
    sam.chooses("Who", "dan")
    sam.fills("To day", "2026-01-27")
    sam.submits()
    expect(sam.form.get_by_test_id("error-to_day")).to_be_visible()

    sam.form.get_by_label("To day").click(position={"x": 16, "y": 16})
    sam.page.keyboard.type("11292026")

    expect(sam.form.get_by_label("To day")).to_have_value("2026-11-29")
    expect(sam.form.get_by_test_id("error-to_day")).to_have_count(0)
    sam.submits()
    expect(sam.form.get_by_test_id("submit")).to_have_text("Put in")


def test_several_are_chosen_from_a_list_that_stays_open_and_taken_out_by_one_click(windows: Windows) -> None:
    sam = windows.open(SAM, DESK)
    option = sam.page.get_by_role("option")

    sam.types("/oncall schedule")
    sam.form.get_by_label("Who takes turns").click()
    for name in ("olga", "dan", "nina"):
        option.filter(has_text=name).click()
    expect(chosen(sam)).to_have_text(["olga", "dan", "nina"])
    expect(option.filter(has_text="dan")).to_have_attribute("aria-selected", "true")
    sam.form.get_by_role("button", name="Remove dan").click()
    expect(chosen(sam)).to_have_text(["olga", "nina"])
    sam.page.keyboard.press("Escape")
    expect(option).to_have_count(0)
    sam.form.get_by_role("button", name="Remove nina").click()

    expect(chosen(sam)).to_have_text(["olga"])
    expect(sam.form).to_be_visible()


def test_several_are_chosen_by_keyboard_each_enter_taking_somebody_new(windows: Windows) -> None:
    sam = windows.open(SAM, DESK)
    sam.types("/oncall schedule")
    field, keyboard = sam.form.get_by_label("Who takes turns"), sam.page.keyboard

    field.focus()
    keyboard.press("Enter")
    expect(sam.page.get_by_role("option").first).to_be_visible()
    keyboard.press("Enter")
    expect(chosen(sam)).to_have_text(["rita"])
    keyboard.press("Escape")
    keyboard.press("Enter")
    expect(sam.page.get_by_role("option").first).to_be_visible()
    keyboard.press("Enter")
    expect(chosen(sam)).to_have_text(["rita", "olga"])
    keyboard.type("ni")
    expect(sam.page.get_by_role("option")).to_have_count(1)
    keyboard.press("Enter")
    expect(chosen(sam)).to_have_text(["rita", "olga", "nina"])
    keyboard.press("Backspace")

    expect(chosen(sam)).to_have_text(["rita", "olga"])
    expect(field).to_be_focused()


def test_an_agency_is_looked_for_while_somebody_types(windows: Windows) -> None:
    rita = windows.open(RITA, ELSEWHERE)
    rita.types("/liaison child FR")
    field, found = rita.form.get_by_label("Agency"), rita.form.get_by_role("listbox")

    field.fill("Elsewhere")
    expect(found).to_have_text("No results")
    field.fill("Example County")
    expect(rita.page.get_by_role("option", name=AGENCY)).to_be_visible()
    field.press("Enter")
    expect(found).to_be_hidden()
    field.fill("Exam")
    field.press("Escape")

    expect(field).to_have_value(AGENCY)
    expect(rita.form).to_be_visible()


def test_a_search_that_the_bot_does_not_answer_finds_nothing_and_can_be_made_again(
    world: World, windows: Windows
) -> None:
    rita = windows.open(RITA, ELSEWHERE)
    rita.types("/liaison child FR")
    field, found = rita.form.get_by_label("Agency"), rita.form.get_by_role("listbox")
    expect(field).to_be_visible()

    world.slack.faults.add(Fault(kind="lose_ack", times=1))
    field.fill("Example")
    expect(found).to_have_text("No results")
    field.fill("Example C")

    expect(rita.page.get_by_role("option", name=AGENCY)).to_be_visible()
    assert rita.toast.all_text_contents() == []
