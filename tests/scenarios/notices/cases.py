"""Notices on their way: filed by the whole form, or brought by the desk itself to where a story begins."""

from collections.abc import Callable, Iterator, Mapping

from bot.clock import new_id
from bot.rules.colours import form_of
from bot.rules.criteria import CRITERIA
from bot.rules.notices import NoticeForm
from bot.rules.steps import Ask
from bot.sandbox.messages import Message
from storage.records.notices import Colour, Means, Notice, NoticeState
from storage.records.people import Person, PersonId
from storage.records.requests import Direction
from tests.notice_samples import RECEIVED, WHOLE
from tests.scenarios.whole_forms import takes_words
from tests.world import DAN, OLGA, RITA, ROLES, SHERIFF, World

TODAY = "2026-11-22"
LETTER = {"message_reference": "EX-MSG-1", "sent_on": TODAY}
EVIDENCE = "EX-EVIDENCE-1"
SEVEN = [code for code, _ in CRITERIA]
IN_FORCE = {Means.NOTICE: NoticeState.PUBLISHED, Means.DIFFUSION: NoticeState.CIRCULATED}
RECIPIENTS = ["FR", "MX"]
"""The countries that a diffusion goes to."""
_READ = frozenset({"request_reference", "penalty", "sentence", "sentence_left"})
"""Lines that the desk reads."""
_OF_ONE = frozenset({"family_name", "agency", "agency_case"})
"""What differs from notice to notice."""
NOTHING: Mapping[str, str] = {}
Step = tuple[str, str, Mapping[str, str]]
"""Who takes it, its name and its answers."""


def files_whole(world: World, colour: Colour, way: str = "", changes: Mapping[str, object] = NOTHING) -> str:
    """By Rita's form, with everything that the colour needs before it is approved."""
    usual: dict[str, object] = {name: each for name, each in WHOLE[colour].items() if name not in _OF_ONE}
    if way == "diffusion":
        usual["recipients"] = RECIPIENTS
    return world.files_notice(colour, RITA, way=way, **{**usual, **changes})


def brought(
    world: World,
    colour: Colour,
    to: NoticeState = NoticeState.PUBLISHED,
    means: Means = Means.NOTICE,
    answers: Mapping[str, str] = NOTHING,
) -> str:
    """Rita's notice in this state, claimed by Olga and approved by Dan; no button was pressed for it."""
    named = {**world._another(), "agency": SHERIFF, "agency_case": f"EX-CASE-{new_id()[:6]}"}
    if means is Means.DIFFUSION:
        named["recipients"] = ",".join(RECIPIENTS)
    form = NoticeForm(colour=colour, country="FR", means=means, answers={**WHOLE[colour], **named, **answers})
    notice = world.bot.desk.notices.file(_person(RITA), form, new_id()).notice
    for who, name, given in _way(world, notice):
        if notice.state is to:
            break
        notice = world.bot.desk.notices.step(_person(who), notice.id, name, given)
    assert notice.state is to, f"no way leads there: {to}"
    world.settle()
    return notice.reference


def with_words(colour: Colour, words: Callable[[Ask], str]) -> dict[str, object]:
    """An answer to each question of the form that takes any words; the agency is typed as well."""
    form = form_of(colour, Direction.OUTGOING)
    assert form is not None
    typed = {ask.name: words(ask) for ask in form.asks if takes_words(ask) and ask.name not in _READ}
    return {**typed, "agency": "", "ori": "VAEX00100"}


def recorded(world: World, colour: Colour = Colour.RED, means: Means = Means.NOTICE, **answers: str) -> str:
    """A notice of France that Olga has recorded."""
    form = NoticeForm(
        colour=colour,
        country="FR",
        direction=Direction.INCOMING,
        means=means,
        answers={**RECEIVED, **world._another(), **answers},
    )
    notice = world.bot.desk.notices.file(_person(OLGA), form, new_id()).notice
    world.settle()
    return notice.reference


def today(world: World) -> str:
    """By the workspace's clock."""
    return world.slack.clock.now().date().isoformat()


def state(world: World, reference: str) -> str:
    """Where it stands, in the words of its card."""
    [shown] = [each for each in world.card(reference).plain.split("\n") if ", since <!date" in each]
    return shown.partition(", since")[0]


def arrived(world: World, reference: str) -> Message:
    """The message in which Rita follows it, with the buttons that are hers."""
    heading = f" *{reference}*  "
    [message] = [each for each in world.slack.dms(RITA) if heading in each.plain.partition("\n")[0]]
    return message


def _way(world: World, notice: Notice) -> Iterator[Step]:
    letter = {**LETTER, "sent_on": today(world)}
    yield OLGA, "claim", {}
    if notice.colour is Colour.RED:
        yield OLGA, "legal_review", {"reviewer": "Prosecutor of the Example District"}
    yield DAN, "approve", {"criteria": ",".join(SEVEN)}
    if notice.means is Means.DIFFUSION:
        yield OLGA, "circulate", letter
    else:
        yield OLGA, "send", letter
        number = int(notice.reference[-5:])
        yield OLGA, "publish", {"control_number": f"A-{number}/11-2026", "published_on": today(world)}


def _person(who: str) -> Person:
    return Person(id=PersonId(who), role=ROLES[who], agency_id=SHERIFF if who == RITA else None)
