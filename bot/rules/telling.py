"""Telling others: what is asked when something leaves the desk, as the third-agency log keeps it."""

from collections.abc import Mapping

from bot.rules.kinds import KINDS
from bot.rules.partners import PARTNERS
from bot.rules.steps import Ask, AskKind
from storage.records.disclosures import Authority, Content
from storage.records.requests import LiaisonRequest, Partner

COUNTRY = "country"
"""Recipient that is another National Central Bureau."""


def bureau(country: str) -> str:
    """How the log names another National Central Bureau, by its country's code."""
    return f"{COUNTRY}:{country}"


CONTENTS: Mapping[Content, str] = {
    Content.REQUEST: "The request",
    Content.IDENTITY: "Identity",
    Content.LOCATION: "Whereabouts",
    Content.CRIMINAL_HISTORY: "Criminal history",
    Content.TRAVEL: "Travel",
    Content.REPLY: "A reply",
    Content.CORRECTION: "A correction",
}
AUTHORITIES: Mapping[Authority, str] = {
    Authority.REQUESTING_AGENCY: "The requesting agency",
    Authority.SOURCE_COUNTRY: "The country that it comes from",
    Authority.STATUTE: "A statute",
    Authority.SUPERVISOR: "The desk's supervisor",
}
CONTENT = Ask(
    name="content",
    label="What they are told",
    kind=AskKind.CHOICE,
    choices=tuple(CONTENTS.items()),
    initial=Content.REQUEST,
)
AUTHORITY = Ask(
    name="authority",
    label="On whose authority",
    kind=AskKind.CHOICE,
    choices=tuple(AUTHORITIES.items()),
    initial=Authority.REQUESTING_AGENCY,
    hint="What another agency or country gave goes on only with its consent.",
)
REQUIREMENTS = Ask(
    name="requirements",
    label="What the country requires",
    kind=AskKind.CHOICES,
    choices=(("looked_at", "I looked at it: it is met, does not apply, or I asked the bureau"),),
)
MESSAGE = Ask(name="message_reference", label="Reference of the message", kind=AskKind.LINE)
SENT_ON = Ask(name="sent_on", label="Date sent", kind=AskKind.DATE)


def recipients(request: LiaisonRequest) -> tuple[tuple[str, str], ...]:
    """This kind's own partners first."""
    own = KINDS[request.kind].told
    partners = (*own, *(each for each in Partner if each not in own))
    return (
        *((partner.value, PARTNERS[partner].label) for partner in partners),
        (COUNTRY, "Another National Central Bureau"),
    )
