"""The page under what it seldom sees: thousands of messages, endless words, words from right to left."""

from playwright.sync_api import expect

from tests.browser.crowded import crowd
from tests.browser.windows import TELEPHONE, Windows
from tests.world import ELSEWHERE, NORA, RITA, World

ENDLESS = "Donaudampfschifffahrt" * 30
ADDRESS = "https://example.org/" + "a" * 400
ARABIC = "مثال مخترع: لم يعد الطفل من الزيارة " * 8
MANY = 5000
BEGINS_AT = """
(node) => {
  const words = document.createRange();
  words.selectNodeContents(node.querySelector(".text"));
  const line = words.getBoundingClientRect();
  const box = node.querySelector(".message-body").getBoundingClientRect();
  return line.left - box.left < box.right - line.right ? "left" : "right";
}
"""


def test_a_channel_of_five_thousand_messages_opens_at_its_end_and_scrolls(
    world: World, windows: Windows
) -> None:
    crowd(world.slack, ELSEWHERE, NORA, MANY)
    rita = windows.open(RITA, ELSEWHERE)
    scroller = rita.page.get_by_test_id("scroller")

    expect(rita.message(f"Message {MANY}")).to_be_in_viewport()
    scroller.hover()
    rita.page.mouse.wheel(0, -100_000)
    rita.page.get_by_role("button", name="Load earlier messages").click()
    expect(rita.message(f"Message {MANY - 150}")).to_be_attached()
    world.slack.message(NORA, ELSEWHERE, "One more")
    rita.page.get_by_test_id("jump").click()

    expect(rita.message("One more")).to_be_in_viewport()


def test_endless_words_and_words_from_right_to_left_stay_inside_the_window(
    world: World, windows: Windows
) -> None:
    for text in (ENDLESS, ADDRESS, ARABIC, f"`{ENDLESS}`", f"```{ENDLESS}```", f"> {ADDRESS}"):
        world.slack.message(NORA, ELSEWHERE, text)
    rita = windows.open(RITA, ELSEWHERE, size=TELEPHONE)

    expect(rita.message(ADDRESS)).to_be_visible()
    in_messages = rita.overflows()
    rita.types("/liaison child FR")
    rita.fills("Family name", ARABIC[:60])
    rita.fills("What happened", ENDLESS)
    rita.submits()
    expect(rita.form.get_by_role("alert").or_(rita.form.get_by_test_id("error-agency"))).not_to_have_count(0)
    in_a_form = rita.overflows()
    rita.form.get_by_role("button", name="Cancel").click()
    rita.types(f"/notice status {ENDLESS[:150]}")
    expect(rita.message("Only visible to you")).to_be_visible()
    in_an_answer = rita.overflows()

    assert in_messages == []
    assert in_a_form == []
    assert in_an_answer == []


def test_each_message_runs_the_way_of_its_own_script(world: World, windows: Windows) -> None:
    world.slack.message(NORA, ELSEWHERE, "Good evening")
    world.slack.message(NORA, ELSEWHERE, "مساء الخير")
    rita = windows.open(RITA, ELSEWHERE)

    english = rita.message("Good evening").evaluate(BEGINS_AT)
    arabic = rita.message("مساء الخير").evaluate(BEGINS_AT)

    assert (english, arabic) == ("left", "right")
