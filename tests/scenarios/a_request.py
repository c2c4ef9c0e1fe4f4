"""A request of Rita's, brought to where a story begins, and the message in which she follows it."""

from bot.sandbox.messages import Message
from tests.world import OLGA, RITA, World

TODAY = "2026-11-22"
SENT = {"message_reference": "EX-MSG-1", "sent_on": TODAY}


def own(world: World, reference: str) -> Message:
    """The one message in which whoever filed it sees where it stands."""
    shown = [each for each in world.slack.dms(RITA) if each.plain.startswith(f"*{reference}*  ")]
    assert len(shown) == 1, world.slack.dump()
    return shown[0]


def claimed(world: World, **answers: object) -> str:
    reference = world.files_request(RITA, **answers)
    world.steps(OLGA, "Claim", reference)
    return reference


def transmitted(world: World, **answers: object) -> str:
    reference = claimed(world, **answers)
    world.steps(OLGA, "Accept", reference, criteria=True)
    world.steps(OLGA, "Transmitted", reference, requirements=True, **SENT)
    return reference
