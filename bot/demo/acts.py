"""The night shift as a list of acts: who does what at which moment, and what the page says of it.

What has happened already, because the visitor was faster, is left out. Everything is invented.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import timedelta

from bot.demo.notice_samples import ROBIN
from bot.demo.people import DUTY, NEXT, OFFICER, REQUESTER, DemoPerson

SHERIFF = "Example County Sheriff's Office (VAEX00100)"
DESK, DM = "C0DESK", "dm"


@dataclass(frozen=True, slots=True, kw_only=True)
class Act:
    """At most one of `types` and `presses`, then the form that opens; with neither, something to look at.

    What is looked at has come about when the button `sees` stands on the message about `about`.

    References that earlier acts have kept may stand in `types` and `about`, as in `{child}`.
    """

    after: timedelta
    """Since the night began."""
    who: DemoPerson
    caption: str
    where: str = DM
    """The channel in which it is seen, and where a button is pressed."""
    types: str = ""
    presses: str = ""
    sees: str = ""
    about: str = ""
    fills: Mapping[str, object] = field(default_factory=dict)
    keeps: str = ""
    """The name under which later acts know the reference."""


def _at(hours: int, minutes: int) -> timedelta:
    """A moment of the night, which begins at 22:00."""
    return timedelta(hours=(hours - 22) % 24, minutes=minutes)


NIGHT = (
    Act(
        after=_at(22, 0),
        who=DUTY,
        caption="Dan Duty takes the desk for the night.",
        types="/oncall take 9",
    ),
    Act(
        after=_at(22, 5),
        who=REQUESTER,
        caption="Rita Requester files an urgent request: a child was taken to France.",
        types="/liaison child FR",
        fills={
            "family_name": "Example",
            "forename": "Charlie",
            "birth": "2017-04",
            "facts": "Invented example: taken to France by a relative this evening.",
            "agency": SHERIFF,
            "priority": "urgent",
        },
        keeps="child",
    ),
    Act(
        after=_at(22, 10),
        who=DUTY,
        caption="Dan sees the card in the desk channel and claims the request.",
        where=DESK,
        presses="Claim",
        about="{child}",
    ),
    Act(
        after=_at(22, 18),
        who=OFFICER,
        caption="Thailand announces a travelling offender. Olga Officer files it; the sheriff is alerted.",
        types="/liaison travel in TH",
        fills={
            **ROBIN,
            "arrives_on": "{in two days}",
            "their_reference": "EX-TH-0099, tonight",
            "offices": [SHERIFF],
            "agency": SHERIFF,
        },
        keeps="traveller",
    ),
    Act(
        after=_at(22, 24),
        who=REQUESTER,
        caption="Rita acknowledges the alert for her office.",
        presses="Acknowledge",
        about="{traveller}",
    ),
    Act(
        after=_at(22, 30),
        who=REQUESTER,
        caption="Rita learns that the child flies on tonight, and pages whoever is on duty.",
        types="/escalate {child} They fly on tonight, please call me",
        keeps="page",
    ),
    Act(
        after=_at(22, 32),
        who=DUTY,
        caption="Dan is paged, and his telephone is silent. Nobody answers.",
        sees="Acknowledge",
        about="{page}",
    ),
    Act(
        after=_at(22, 37),
        who=NEXT,
        caption="The page has gone up its ladder: Nina Next is told, too.",
        sees="Acknowledge",
        about="{page}",
    ),
    Act(
        after=_at(22, 39),
        who=NEXT,
        caption="Nina acknowledges. Everybody sees that she has it.",
        presses="Acknowledge",
        about="{page}",
    ),
    Act(
        after=_at(22, 50),
        who=NEXT,
        caption="Nina has called the airport, and resolves the page.",
        types="/escalate resolve {page} The airport police were told.",
    ),
    Act(
        after=_at(1, 0),
        who=REQUESTER,
        caption="Rita files another urgent request. Everybody is busy: nobody claims it.",
        types="/liaison fugitive MX",
        fills={
            "family_name": "Placeholder",
            "forename": "Kerry",
            "birth": "1987",
            "facts": "Invented example: seen at the border tonight.",
            "agency": SHERIFF,
            "priority": "urgent",
        },
        keeps="fugitive",
    ),
    Act(
        after=_at(2, 1),
        who=DUTY,
        caption="A deadline: for an hour nobody has claimed it, and the desk pages Dan by itself.",
        sees="Acknowledge",
        about="{fugitive}",
    ),
    Act(
        after=_at(2, 6),
        who=DUTY,
        caption="Dan claims the request, and its page is over.",
        where=DESK,
        presses="Claim",
        about="{fugitive}",
    ),
    Act(
        after=_at(6, 30),
        who=OFFICER,
        caption="In the morning Olga takes the desk over.",
        types="/oncall take 8",
    ),
    Act(
        after=_at(8, 1),
        who=OFFICER,
        where=DESK,
        caption="The daily digest says what is due. The night is over; everything else is yours to try.",
    ),
)
