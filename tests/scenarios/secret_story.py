"""A story in which each secret is marked: requests and notices from their forms to their ends."""

from bot.rules.criteria import CRITERIA
from bot.rules.steps import Ask
from tests.scenarios.whole_forms import CHILD, Way, answers, files
from tests.world import AGENCY, DAN, NINA, OLGA, RITA, SAM, World

TODAY = "2026-11-22"
SECRETS = ("SECRET", "1987", "2013-07-14", "202-555-0147")
SUBJECT = {
    "family_name": "SECRETFAMILY",
    "forename": "SECRETFORENAME",
    "birth": "1987-03-14",
    "fingerprints": "SECRET fingerprints",
    "agency_case": "SECRET docket",
}
CRIME = {
    "facts": "SECRET narrative",
    "charge": "SECRET charge",
    "warrant": "SECRET warrant",
    "prosecutor": "SECRET prosecutor",
}
PERSON = {name: SUBJECT[name] for name in ("family_name", "forename")} | {"birth": "2013-07-14"}
SENT = {"message_reference": "SECRET message", "sent_on": TODAY}


def asked(way: Way) -> dict[str, object]:
    """Whatever the form asks, with a secret in each answer that can hold one."""
    shaped = {"document": "SECRET 1987", "taker_document": "SECRET 1987", "ncic": "S198719871"}
    given = answers(way, _marked) | PERSON
    return given | {name: mark for name, mark in shaped.items() if name in given}


def _marked(ask: Ask) -> str:
    return "SECRET 202-555-0147" if ask.name == "call_back" else f"SECRET {ask.name}"


def a_whole_story(world: World) -> tuple[str, str]:
    """A request and a notice on one person from their forms to their ends, with a page and reminders."""
    world.takes_duty(OLGA)
    request = files(world, OLGA, CHILD, asked(CHILD))
    opens_and_answers_a_page(world, request)
    world.steps(NINA, "Claim", request)
    world.steps(NINA, "Watch the subject", request)
    notice = world.files_notice("red", RITA, **SUBJECT, **CRIME)
    world.after(days=3, hours=1)
    world.after(days=1)
    is_asked_and_answered(world, request)
    is_sent_abroad_and_comes_back(world, request)
    another_of_the_same_is_merged(world, request)
    an_agency_is_alerted(world)
    leaves_a_draft(world)
    world.steps(DAN, "Close", request, outcome="Otherwise, as the note says", note="SECRET outcome")
    goes_all_the_way(world, notice)
    return request, notice


def opens_and_answers_a_page(world: World, reference: str) -> None:
    world.pages(RITA, f"{reference} SECRET words")
    world.pages(SAM, f"{reference} SECRET addition")
    page = world.page("ES-2026-00001")
    world.clicks(OLGA, "Acknowledge", page)
    world.clicks(OLGA, "Resolve", page)
    world.submits(OLGA, {"outcome": "SECRET call"})


def is_asked_and_answered(world: World, request: str) -> None:
    world.steps(NINA, "Ask for information", request, missing="SECRET question")
    [own, *_] = world.slack.dms(OLGA)
    world.clicks(OLGA, "Send what is missing", own)
    world.submits(OLGA, {"information": "SECRET information"})
    world.adds(OLGA, own, danger="SECRET danger", agency_case="SECRET second docket")


def is_sent_abroad_and_comes_back(world: World, request: str) -> None:
    world.steps(NINA, "Accept", request, criteria=[code for code, _ in CRITERIA])
    world.steps(NINA, "Transmitted", request, requirements=True, **SENT)
    world.steps(NINA, "Tell a partner", request, recipient="US Marshals Service", **SENT)
    world.steps(NINA, "Answered", request, answer="SECRET answer", answered_on=TODAY)
    world.steps(NINA, "Hand over", request, officer=DAN)


def another_of_the_same_is_merged(world: World, request: str) -> None:
    same = world.files_request(RITA, **PERSON, agency_case="SECRET docket")
    world.steps(SAM, "Merge", same, into=request)


def an_agency_is_alerted(world: World) -> None:
    """Somebody who is known to the desk already arrives, and nobody answers the alert."""
    world.files_request(
        DAN,
        kind="travel",
        direction="incoming",
        **PERSON,
        arrives_on="2027-01-05",
        their_reference="SECRET message",
        offices=[AGENCY],
        agency="",
        facts="SECRET journey",
    )
    world.after(hours=2)


def leaves_a_draft(world: World) -> None:
    world.begins_request(SAM, kind="fugitive")
    world.slack.close(SAM, world.fills_request(SAM, **PERSON, facts="SECRET draft"))


def goes_all_the_way(world: World, reference: str) -> None:
    world.steps(OLGA, "Claim", reference)
    world.steps(OLGA, "Ask for information", reference, missing="SECRET question")
    world.clicks(RITA, "Send what is missing", world.slack.dms(RITA)[-1])
    world.submits(RITA, {"information": "SECRET information"})
    marked = {name: f"SECRET {name}" for name in ("law", "warrant_court", "facts_place", "oia_contact")}
    world.completes(reference, fingerprints="SECRET fingerprints", **CRIME, **marked)
    world.steps(OLGA, "Legal review", reference, reviewer="SECRET reviewer")
    world.approves(DAN, reference)
    world.steps(OLGA, "Sent to the General Secretariat", reference, **SENT)
    world.steps(OLGA, "Published", reference, control_number="A-1/12-2026", published_on=TODAY)
    found = {"located_in": ["FR"], "evidence": "SECRET evidence"}
    world.steps(OLGA, "Located", reference, located_on=TODAY, **found)
    ended = {"end": "Deleted by decision of the CCF", "ended_on": TODAY}
    world.steps(OLGA, "Ended", reference, **ended, evidence="SECRET decision")
