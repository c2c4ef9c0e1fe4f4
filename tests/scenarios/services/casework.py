"""What an officer does with a request of any kind, from its card to its end, and what stands in it."""

from bot.sandbox.messages import Message
from tests.world import OLGA, RITA, World

TODAY = "2026-11-22"
NCMEC = "National Center for Missing and Exploited Children"
CHILDRENS_ISSUES = "State Department, Office of Children's Issues"
MARSHALS = "US Marshals Service"
SENT = {"message_reference": "EX-MSG-1", "sent_on": TODAY}
ABROAD = {
    "direction": "incoming",
    "agency": "",
    "their_reference": "IP-EXAMPLE-77 of 2026-11-20",
    "priority": "normal",
}
"""What an officer says of a request that another bureau sent."""


def from_abroad(world: World, kind: str, /, **answers: object) -> str:
    """Another country asks: an officer files it, and has it."""
    return claimed(world, OLGA, kind=kind, **{**ABROAD, **answers})


def claimed(world: World, who: str = RITA, /, **answers: object) -> str:
    reference = world.files_request(who, **answers)
    world.steps(OLGA, "Claim", reference)
    return reference


def goes_out(world: World, reference: str) -> None:
    """Accepted and transmitted; an answer to another country asks nothing about its requirements."""
    world.steps(OLGA, "Accept", reference, criteria=True)
    looked_at = {"requirements": True} if "Outgoing" in world.card(reference).plain else {}
    world.steps(OLGA, "Transmitted", reference, **looked_at, **SENT)


def tells(world: World, reference: str, partner: str, **changes: object) -> None:
    outcome = world.steps(
        OLGA, "Tell a partner", reference, **{"recipient": partner, "sent_on": TODAY, **changes}
    )
    assert not outcome.errors, outcome.errors


def is_answered(world: World, reference: str, answer: str) -> None:
    world.steps(OLGA, "Receipt confirmed", reference)
    world.steps(OLGA, "Answered", reference, answer=answer, answered_on=TODAY)


def ends(world: World, reference: str, outcome: str, **note: object) -> None:
    """By one of the ways that its kind knows; the card and whoever filed it say so."""
    done = world.steps(OLGA, "Close", reference, outcome=outcome, **note)
    assert not done.errors, done.errors
    assert f"Ended: {outcome}." in world.card(reference).plain
    filers = [who for who in (RITA, OLGA) if own_of(world, who, reference)]
    assert filers, f"nobody was told how {reference} ended"
    assert all(f"It is over. {outcome}." in own(world, reference, who).plain for who in filers)


def own(world: World, reference: str, who: str = RITA) -> Message:
    """The one message in which whoever filed it sees where it stands."""
    [shown] = own_of(world, who, reference)
    return shown


def own_of(world: World, who: str, reference: str) -> list[Message]:
    return [each for each in world.slack.dms(who) if each.plain.startswith(f"*{reference}*  ")]


def details(world: World, reference: str, who: str = OLGA) -> str:
    """*Show details* on its card."""
    return world.reads(who, world.card(reference))


def done(text: str) -> set[str]:
    """What the checklist in the details has ticked."""
    return _marked(text, ":white_check_mark: ")


def missing(text: str) -> set[str]:
    """What is not ticked, with who owes it."""
    return _marked(text, ":black_square_button: ")


def text_to_copy(world: World, reference: str) -> str:
    """What goes abroad: an officer copies it out of the details."""
    shown = world.clicks(OLGA, "Show details", world.card(reference)).views[-1]
    text = world.clicks(OLGA, "Text to copy", shown).views[-1]
    world.slack.close(OLGA, text, clear=True)
    return text.plain


def _marked(text: str, mark: str) -> set[str]:
    return {line.removeprefix(mark) for line in text.split("\n") if line.startswith(mark)}
