"""A request full of secrets, the people around it, and every way in which somebody may come upon it."""

import re
from collections.abc import Iterator

from slack_sdk import WebClient

from bot.sandbox.messages import Message
from storage.records.people import SYSTEM, PersonId
from storage.records.requests import Direction, RequestKind
from tests.scenarios.whole_forms import Way, answers
from tests.shown import HOMES, MESSAGES, MODALS, Shown, answered, sent
from tests.world import AGENCY, DAN, DESK, ELSEWHERE, GUS, NORA, OLGA, RITA, ROLES, SHERIFF, STRANGER, World

NED, COLE, TESS = "U0NED", "U0COLE", "U0TESS"
"""Somebody without a role, a requester of the agency that asks, and one of an agency that is alerted."""
OUTSIDERS = (NORA, NED, GUS, STRANGER)
"""A requester of another agency, and those whom the desk does not answer: none of them may know of it."""
HARBORS = "Harbor City Police Department (CAEX00300)"
TASK_FORCE = "Lakeside County Sheriff's Office (MIEX00400)"
MARKS = ("SECRET", "19870314")
NAME = {"family_name": "SECRETFAMILY", "forename": "SECRETFORENAME", "birth": "1987-03-14"}
OPENS_A_FORM = frozenset({"page:hand", "page:note", "page:resolve", "escalate:request"})
"""These are refused when their form is sent."""
NOWHERE = "LR-2026-09999"
NO_ID = "0" * 32
WAY: Way = (RequestKind.CYBERTIP, Direction.OUTGOING, 0)
Button = tuple[str, str]
"""What it is called when Slack sends it back, and its value."""


def everybody_is_there(world: World) -> None:
    for who in (NED, COLE, TESS):
        world.slack.add_person(who, who[2:].lower())
        world.slack.invite(who, ELSEWHERE)
    world.slack.invite(GUS, DESK)
    for who, agency in ((NORA, "harbor-city-police"), (COLE, SHERIFF), (TESS, "lakeside-county-sheriff")):
        world.bot.desk.people.admit(PersonId(who), agency, by=SYSTEM)


def files_hidden(world: World) -> str:
    """Each answer that takes words holds a mark."""
    given = answers(WAY, lambda ask: f"SECRET {ask.name}") | NAME
    given |= {
        "agency": AGENCY,
        "report_number": "19870314",
        "task_force": TASK_FORCE,
        "source_message": "secret.example/SECRET",
    }
    asked = {
        name: each for name, each in given.items() if name not in {"agency_typed", "channel", "call_back"}
    }
    return world.files_request(RITA, kind=WAY[0].value, direction=WAY[1].value, **asked)


def lives(world: World, reference: str) -> None:
    """It is claimed, asked about, sent, told to a partner, watched, paged for and reminded of."""
    told = {"message_reference": "SECRET message", "sent_on": "2026-11-22"}
    world.takes_duty(DAN)
    world.steps(OLGA, "Claim", reference)
    world.steps(OLGA, "Ask for information", reference, missing="SECRET question")
    world.clicks(RITA, "Send what is missing", world.slack.dms(RITA)[-1])
    world.submits(RITA, {"information": "SECRET information"})
    world.steps(OLGA, "Accept", reference, criteria=True)
    world.steps(OLGA, "Transmitted", reference, requirements=True, **told)
    world.steps(OLGA, "Tell a partner", reference, recipient="US Marshals Service", **told)
    world.steps(DAN, "Watch the subject", reference)
    world.pages(OLGA, f"{reference} SECRET words")
    world.clicks(DAN, "Acknowledge", world.page("ES-2026-00001"))
    world.clicks(DAN, "Resolve", world.page("ES-2026-00001"))
    world.submits(DAN, {"outcome": "SECRET outcome"})
    world.begins_request(RITA)
    world.slack.close(RITA, world.fills_request(RITA, **NAME))
    world.after(days=10)
    world.after(hours=12)


def record_id(world: World, reference: str) -> str:
    with world.bot.database.reading() as stores:
        request = stores.requests.by_reference(reference)
        assert request is not None
        return request.id


def buttons_of(world: World, *values: str) -> list[Button]:
    """Every button with one of these values that the desk has ever shown to anybody."""
    people = (*ROLES, COLE, TESS)
    everything: list[Shown] = [*sent(world, *MESSAGES, *HOMES, *MODALS), *answered(world, *people)]
    found = {
        (str(node["action_id"]), str(node["value"]))
        for each in everything
        for node in _nodes(each.blocks)
        if node.get("type") == "button" and node.get("value") in values
    }
    return sorted(found)


def plants(world: World, button: Button) -> Message:
    """Shows a button where everybody can press it, whoever could see it before."""
    slack = WebClient(world.slack.bot_token, base_url=world.slack.api_url)
    element = {
        "type": "button",
        "action_id": button[0],
        "value": button[1],
        "text": {"type": "plain_text", "text": "Press"},
    }
    posted = slack.chat_postMessage(
        channel=ELSEWHERE,
        text="Planted",
        blocks=[{"type": "actions", "elements": [element]}],
        unfurl_links=False,
        unfurl_media=False,
    )
    return next(each for each in world.slack.messages(ELSEWHERE) if each.ts == posted["ts"])


def presses(world: World, who: str, planted: Message) -> str:
    """All that they are shown then."""
    before, modals = len(world.slack.ephemerals(who)), {each.id for each in world.slack.views(who)}
    world.slack.click(who, planted, text="Press")

    def shown() -> list[str]:
        messages = [each.plain + each.text for each in world.slack.ephemerals(who)[before:]]
        views = [each for each in world.slack.views(who) if each.id not in modals]
        return messages + [each.plain for each in views]

    return "\n".join(world.slack.wait_for(shown))


def types(world: World, who: str, line: str) -> str:
    """All that they are shown for a command."""
    before = len(world.slack.ephemerals(who))
    outcome = world.types(who, line)
    messages = [each.plain + each.text for each in world.slack.ephemerals(who)[before:]]
    forms = [] if outcome.message else [each.plain for each in outcome.views]
    return "\n".join([*messages, *forms])


def subcommands(world: World) -> list[str]:
    """Each as it is typed, without what follows it; as the help of each command lists them."""
    helps = [world.asks(OLGA, f"{each} help") for each in ("/liaison", "/notice", "/oncall")]
    helps.append(world.asks(OLGA, "/escalate help"))
    usages = [usage for text in helps for usage in re.findall(r"• `([^`]+)`", text)]
    return sorted(
        {" ".join(word for word in usage.split() if re.fullmatch(r"/?[a-z]+", word)) for usage in usages}
    )


def refusals(world: World, who: str, *subjects: str) -> int:
    actor = f"T0FAR/{who}" if who == STRANGER else who
    entries = [entry for subject in subjects for entry in world.audited(subject)]
    return sum(entry.actor == actor and entry.outcome == "refused" for entry in entries)


def _nodes(node: object) -> Iterator[dict[str, object]]:
    if isinstance(node, dict):
        yield node
        node = list(node.values())
    if isinstance(node, list):
        for each in node:
            yield from _nodes(each)
