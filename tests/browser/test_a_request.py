"""What the desk is for, as somebody sees it who has just opened the page."""

from playwright.sync_api import expect

from bot.rules.criteria import CRITERIA
from tests.browser.windows import Windows
from tests.world import AGENCY, DAN, DESK, NINA, OLGA, ONCALL, RITA, World


def test_a_request_is_filed_by_the_form_and_its_card_appears_at_the_desk(windows: Windows) -> None:
    rita, olga = windows.open(RITA), windows.open(OLGA, DESK)

    rita.types("/liaison")
    rita.chooses("What is it about?", "Missing or abducted child")
    rita.chooses("Country", "France")
    rita.submits()
    rita.fills("Family name", "Example")
    rita.fills("Forename", "Casey")
    rita.fills("Born", "May 2018")
    rita.fills("What happened", "Invented example: not brought back from a visit.")
    rita.chooses("Agency", AGENCY)
    rita.submits()

    expect(rita.form).to_contain_text("LR-2026-00001")
    expect(olga.card("LR-2026-00001")).to_contain_text("nobody yet")
    olga.card("LR-2026-00001").get_by_role("button", name="Claim").click()
    expect(olga.card("LR-2026-00001")).to_contain_text("@olga")


def test_a_notice_is_approved_by_a_second_person_who_ticks_every_criterion(
    world: World, windows: Windows
) -> None:
    reference = world.files_notice("yellow")
    world.completes(reference)
    world.steps(OLGA, "Claim", reference)
    olga, nina = windows.open(OLGA, DESK), windows.open(NINA, DESK)

    nina.card(reference).get_by_role("button", name="Approve").click()
    for _, criterion in CRITERIA:
        nina.form.get_by_label(criterion, exact=False).check()
    nina.submits()

    expect(nina.form).to_contain_text(f"{reference} is now approved")
    for window in (olga, nina):
        expect(window.card(reference)).to_contain_text("approved")


def test_whoever_is_on_duty_is_paged_and_acknowledges(world: World, windows: Windows) -> None:
    world.takes_duty(DAN)
    rita, dan, olga = windows.open(RITA), windows.open(DAN), windows.open(OLGA, ONCALL)

    rita.types("/escalate please call the sheriff")
    expect(rita.message("ES-2026-00001")).to_be_visible()
    dan.reads_the_app()
    dan.message("ES-2026-00001").get_by_role("button", name="Acknowledge").click()

    expect(olga.message("ES-2026-00001").first).to_contain_text("@dan")
    expect(olga.page.get_by_role("button", name="Acknowledge")).to_have_count(0)


def test_a_reminder_comes_once_the_clock_at_the_top_is_turned(world: World, windows: Windows) -> None:
    reference = world.files_request()
    olga = windows.open(OLGA, DESK)

    olga.page.get_by_test_id("clock-1d").click()

    reminder = olga.message("is submitted, and the next step is due")
    expect(reminder).to_contain_text(reference)
    expect(reminder.get_by_role("button", name="Snooze")).to_be_visible()


def test_a_list_is_exported_and_its_file_downloaded(world: World, windows: Windows) -> None:
    reference = world.files_request()
    olga = windows.open(OLGA, DESK)

    olga.types("/liaison list child")
    olga.message(reference).get_by_role("button", name="Export").click()
    olga.reads_the_app()
    with olga.page.expect_download() as download:
        olga.page.get_by_role("link", name="Download").click()

    assert download.value.suggested_filename.endswith(".csv")
    assert reference in download.value.path().read_text()
