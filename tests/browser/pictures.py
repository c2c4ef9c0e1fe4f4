"""`make pictures`: the pictures of the README, taken of one invented request from its form to its end.

The desk's clock stands still but for the story's own steps, so that two runs give the same.
"""

from pathlib import Path

from playwright.sync_api import ViewportSize

from tests.browser import chromium
from tests.browser.camera import Camera
from tests.browser.named import desk
from tests.browser.windows import Window, Windows
from tests.world import AGENCY, DAN, DESK, ELSEWHERE, OLGA, ONCALL, RITA, SAM, World

FOLDER = Path(__file__).parents[2] / ".github"
TALL = ViewportSize(width=960, height=2000)
"""A form is shown as a whole."""
WHOLE = ViewportSize(width=1160, height=760)
CHILD = {"family_name": "Example", "forename": "Casey", "birth": "2018-05"}
FACTS = "Invented example: not brought back from a visit, and perhaps on the way to Paris."
TODAY = "2026-11-22"
SENT = {"message_reference": "EX-I247-31", "sent_on": TODAY}
ANSWER = {"answer": "Invented example: found with an aunt in Lyon.", "answered_on": TODAY}
REQUEST, NOTICE, PAGE = "LR-2026-00003", "NT-2026-00001", "ES-2026-00001"


def main() -> None:
    with desk() as world, chromium.running() as browser:
        context = browser.new_context(locale="en-US", timezone_id="America/New_York")
        Story(world, Windows(world.slack.url, context), Camera(FOLDER)).tell()


class Story:
    """Each chapter takes its pictures as it goes."""

    def __init__(self, world: World, windows: Windows, camera: Camera) -> None:
        self.world = world
        self.windows = windows
        self.takes = camera.takes

    def tell(self) -> None:
        self.filed()
        self.claimed()
        self.noticed()
        self.approved()
        self.paged()
        self.looked_up()
        self.closed()

    def filed(self) -> None:
        rita = self.at(RITA)
        rita.types("/liaison child FR")
        rita.fills("Family name", "Example")
        rita.fills("Forename", "Casey")
        rita.fills("Born", "May 2018")
        rita.fills("What happened", FACTS)
        rita.chooses("Agency", AGENCY)
        self.takes("request", rita.form)
        rita.submits()
        rita.form.get_by_text(REQUEST).first.wait_for()
        self.world.settle()
        self.takes("story-filed", rita.form)
        olga = self.windows.open(OLGA, DESK, size=WHOLE)
        self.takes("sandbox", olga.page.locator("body"))

    def claimed(self) -> None:
        self.world.after(minutes=9)
        self.world.steps(OLGA, "Claim", REQUEST)
        self.takes("story-claimed", self.at(OLGA, DESK).card(REQUEST))

    def noticed(self) -> None:
        rita = self.at(RITA)
        rita.types("/notice new yellow FR")
        rita.chooses("Whom", "A missing child")
        rita.fills("Family name", "Example")
        rita.fills("Forename", "Casey")
        rita.fills("Born", "May 2018")
        rita.fills("What happened", FACTS)
        self.takes("notice-form", rita.form)
        self.world.files_notice("yellow", facts=FACTS, **CHILD)
        self.world.steps(OLGA, "Claim", NOTICE)
        self.takes("notice-card", self.at(OLGA, DESK).card(NOTICE))

    def approved(self) -> None:
        self.world.completes(NOTICE)
        sam = self.at(SAM, DESK)
        sam.card(NOTICE).get_by_role("button", name="Approve").click()
        self.takes("notice-checklist", sam.form)
        self.world.approves(SAM, NOTICE)
        self.takes("story-approved", self.at(OLGA, DESK).card(NOTICE))

    def paged(self) -> None:
        self.world.after(minutes=20)
        self.world.pages(RITA, f"{REQUEST} Seen at the airport, please call")
        self.takes("page", self.at(OLGA, ONCALL).card(PAGE))
        self.world.after(minutes=4)
        self.world.clicks(DAN, "Acknowledge", self.world.page(PAGE))
        olga = self.at(OLGA, ONCALL)
        self.takes("story-taken", olga.card(PAGE))
        olga.card(PAGE).get_by_text("View thread").click()
        self.takes("page-taken", olga.page.get_by_test_id("thread").get_by_role("log"))
        olga.card(PAGE).first.get_by_role("button", name="Timeline").click()
        self.takes("page-timeline", olga.form)
        self.world.asks(DAN, f"/escalate resolve {PAGE} The officers at the airport have the child")

    def looked_up(self) -> None:
        olga = self.at(OLGA, ONCALL)
        olga.types("/liaison list pending agency:sheriff due:30d")
        self.takes("list", olga.message("Read as"))
        self.world.after(hours=21, minutes=27)  # To eight in the morning, and to that of the next day.
        self.world.after(days=1)
        self.takes("digest", self.at(OLGA, DESK).message("Digest of"))

    def closed(self) -> None:
        world = self.world
        world.steps(OLGA, "Accept", REQUEST, criteria=True)
        world.steps(OLGA, "Transmitted", REQUEST, requirements=True, **SENT)
        world.steps(OLGA, "Receipt confirmed", REQUEST)
        world.steps(OLGA, "Answered", REQUEST, **ANSWER)
        world.steps(OLGA, "Close", REQUEST, outcome="Returned home")
        rita = self.at(RITA)
        rita.reads_the_app()
        self.takes("story-closed", rita.message("It is over. Returned home"))

    def at(self, who: str, channel: str = ELSEWHERE) -> Window:
        """The one window, with no form over it: a browser keeps six connections to a server."""
        self.windows.close()
        for view in reversed(self.world.slack.views(who)):
            self.world.slack.close(who, view)
        return self.windows.open(who, channel, size=TALL)


if __name__ == "__main__":
    main()
