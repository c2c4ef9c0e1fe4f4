"""A web address for the ICE Cyber Crimes Center: outgoing, from a US agency; incoming, from another country.

It is kept so that nothing can open it. Whether it lies in the United States is what a person has found out.
"""

from bot.rules.forms.cases import FACTS, THEIR_REFERENCE
from bot.rules.forms.common import THE_DESK, YES_NO_UNKNOWN, form, optional
from bot.rules.steps import Ask, AskKind, Section, Shape, Sign

ADDRESS = Ask(
    name="address",
    label="Web address",
    kind=AskKind.WEB_ADDRESS,
    sign=Sign.ADDRESS,
    hint="It is kept so that nothing opens it, and nobody here ever does.",
)
SEEN_ON = Ask(name="seen_on", label="Last reported there on", kind=AskKind.DATE, required=False)
CONFIRMATION = Section(
    name="confirmation",
    label="Where it is hosted",
    asks=(
        Ask(
            name="host_ip",
            label="IP address of its host",
            kind=AskKind.LINE,
            required=False,
            shape=Shape(
                pattern=r"[0-9A-Fa-f:.\[\]]{3,60}",
                sentence="Write it in figures, such as 203.0.113.7. It is not opened.",
            ),
        ),
        Ask(
            name="hosted_in_us",
            label="Is it hosted in the United States?",
            kind=AskKind.CHOICE,
            required=False,
            wanted=THE_DESK,
            choices=YES_NO_UNKNOWN,
            hint="As a person has found out: the desk's software never looks.",
        ),
        Ask(name="hosted_country", label="Hosted in another country", kind=AskKind.COUNTRY, required=False),
        Ask(
            name="sent_to_center_on",
            label="Sent to the Cyber Crimes Center on",
            kind=AskKind.DATE,
            abroad=False,
            required=False,
        ),
    ),
)

OUTGOING = form(ADDRESS, SEEN_ON, optional(FACTS), sections=(CONFIRMATION,))
INCOMING = form(
    ADDRESS, THEIR_REFERENCE, SEEN_ON, optional(FACTS), sections=(CONFIRMATION,), agency_required=False
)
