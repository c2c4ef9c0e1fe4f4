"""Steps of a notice at the edge of the real desk: clicked, filled in, refused in words."""

from collections.abc import Mapping
from typing import Any

from bot.rules import criteria
from storage.records.notices import Colour, Notice, NoticeState
from tests.handlers.examples import ADA, HOSTILE
from tests.handlers.filling import inputs
from tests.handlers.notice_office import completed, files, notice
from tests.handlers.office import BORIS, Office
from tests.handlers.reading import texts
from tests.handlers.slack_edge import sentence

SEVEN = ",".join(code for code, _ in criteria.CRITERIA)
SHERIFF = "example-county-sheriff"


def claimed(office: Office, colour: Colour = Colour.YELLOW) -> Notice:
    """Whole, filed and claimed by one officer."""
    files(office, colour, agency=SHERIFF)
    completed(office)
    office.click("step:notice:claim", notice(office).id, as_=ADA)
    office.answer()
    return notice(office)


def steps(office: Office, name: str, as_: str = ADA, **answers: str) -> dict[str, Any]:
    office.click(f"step:notice:{name}", notice(office).id, as_=as_)
    return office.submit(office.opened(), answers, as_=as_)


def rows_of(view: Mapping[str, Any]) -> list[dict[str, Any]]:
    """The buttons of a form."""
    return [each for block in view["blocks"] if block["type"] == "actions" for each in block["elements"]]


def test_a_step_that_asks_nothing_is_taken_by_the_click(office: Office) -> None:
    claimed(office)

    assert (notice(office).state, notice(office).owner) == (NoticeState.REVIEW, ADA)


def test_whoever_approves_sees_the_conditions_and_ticks_the_seven(office: Office) -> None:
    claimed(office)
    office.click("step:notice:approve", notice(office).id, as_=BORIS)
    approving = office.opened()

    some = office.submit(approving, {"criteria": SEVEN.partition(",")[0]}, as_=BORIS)
    done = office.submit(approving, {"criteria": SEVEN}, as_=BORIS)

    said = "\n".join(texts(approving["blocks"]))
    assert ":white_check_mark: Whereabouts unknown to the police (RPD article 90(2)(b))" in said
    assert len(inputs(approving)["criteria"]["options"]) == 7
    assert "Show details" in [each["text"]["text"] for each in rows_of(approving)]
    assert some["errors"]["criteria"].startswith("Not ticked: It goes to or comes from")
    assert "is now approved" in texts(done["view"]["blocks"])[0]
    assert notice(office).approved_by == BORIS


def test_who_filed_or_claimed_it_is_told_before_they_fill_anything_in(office: Office) -> None:
    claimed(office)

    office.click("step:notice:approve", notice(office).id, as_=ADA)

    assert "somebody else must approve it" in sentence(office.answer())


def test_what_is_not_met_is_told_before_anybody_ticks_anything(office: Office) -> None:
    files(office, Colour.YELLOW)
    office.click("step:notice:claim", notice(office).id, as_=ADA)
    office.answer()

    office.click("step:notice:approve", notice(office).id, as_=BORIS)

    said = sentence(office.answer())
    assert said.startswith("NT-2026-00001 cannot go on yet. Not met: Reported to and recorded by the ")
    assert "(RPD article 90(2)(a))" in said


def test_what_the_desk_asked_is_answered_by_the_button_of_its_message(office: Office) -> None:
    claimed(office)
    steps(office, "ask_info", missing=HOSTILE)

    office.click("step:notice:info", notice(office).id)
    answering = office.opened()
    done = office.submit(answering, dict.fromkeys(inputs(answering), "Here it is."))

    assert "<!channel> <@U0ADA> *bold* <hxxps://evil[.]example|press>" in "".join(texts(answering["blocks"]))
    assert "is now in review" in texts(done["view"]["blocks"])[0]


def test_a_step_that_another_one_came_before_is_refused_with_where_it_stands(office: Office) -> None:
    claimed(office)

    office.click("step:notice:publish", notice(office).id)

    said = sentence(office.answer())
    assert said.startswith("NT-2026-00001 is now in review, so “Published” is not open.")


def test_a_mistake_is_said_beside_its_field(office: Office) -> None:
    claimed(office)

    answer = steps(office, "link", linked="NT-2026-00001")

    assert answer["errors"] == {"linked": "This is the same notice. Name the other one."}


def test_a_timeline_is_a_click_away_and_holds_nothing_that_anybody_wrote(office: Office) -> None:
    claimed(office)
    steps(office, "ask_info", missing="Quillfeather's passport")

    office.click("notice:timeline", notice(office).id)

    said = "\n".join(texts(office.opened()["blocks"]))
    assert "asked for information by <@U0ADA>; then waiting for information" in said
    assert "Quillfeather" not in said
