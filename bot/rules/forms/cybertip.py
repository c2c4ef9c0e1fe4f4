"""A CyberTipline report: outgoing, passed on abroad; incoming, passed on to the ICAC task force concerned.

A provider keeps what it reported for a year (18 USC 2258A as amended by P.L. 118-59, 7 May 2024).
"""

from dataclasses import replace

from bot.rules.forms.cases import FACTS, THEIR_REFERENCE
from bot.rules.forms.common import THE_COUNTRY, THE_DESK, each_optional, form, optional, owed, owed_by
from bot.rules.forms.people import PERSON
from bot.rules.steps import Ask, AskKind, Section, Shape, Sign

INCIDENT_TYPES = (
    ("images", "Child Pornography (possession, manufacture, and distribution)"),
    ("trafficking", "Child Sex Trafficking"),
    ("tourism", "Child Sex Tourism"),
    ("molestation", "Child Sexual Molestation"),
    ("domain", "Misleading Domain Name"),
    ("words", "Misleading Words or Digital Images on the Internet"),
    ("enticement", "Online Enticement of Children for Sexual Acts"),
    ("obscene", "Unsolicited Obscene Material Sent to a Child"),
)
"""The CyberTipline's own, word for word."""

REPORT = (
    Ask(
        name="report_number",
        label="Report number",
        kind=AskKind.LINE,
        sign=Sign.CYBERTIP,
        # The shape is background knowledge.
        shape=Shape(pattern=r"\d{5,12}", sentence="A report number has five to twelve digits."),
    ),
    Ask(name="incident_type", label="Type of incident", kind=AskKind.CHOICE, choices=INCIDENT_TYPES),
    Ask(
        name="reported_on",
        label="Reported on",
        kind=AskKind.DATE,
        hint="On that day the provider's year of keeping the evidence begins.",
    ),
)
PROVIDER = Section(
    name="provider",
    label="Provider and evidence",
    asks=(
        owed(name="provider", label="Provider that reported it", hint="Name of the company only."),
        Ask(
            name="legal_process",
            label="Court order or request to the provider",
            kind=AskKind.LINE,
            required=False,
            hint="What was served, and on which date. Without one the evidence goes after a year.",
        ),
    ),
)
SUSPECT = Section(
    name="suspect",
    label="Suspect and account",
    asks=(
        *each_optional(PERSON),
        owed(
            name="account",
            label="Account",
            hint="Name of the account, telephone number or mail address in the report.",
        ),
        Ask(
            name="used_from",
            label="Used from",
            kind=AskKind.LINE,
            required=False,
            hint="IP address with date, time and time zone.",
        ),
    ),
)
TASK_FORCE = Ask(
    name="task_force",
    label="ICAC task force",
    kind=AskKind.AGENCY,
    abroad=False,
    required=False,
    wanted=THE_DESK,
    hint="The one of the suspect's state or area.",
)
ROUTING = Section(
    name="routing",
    label="Passed on to",
    asks=(
        TASK_FORCE,
        Ask(
            name="task_force_told_on",
            label="Task force told on",
            kind=AskKind.DATE,
            abroad=False,
            required=False,
        ),
    ),
)
# What goes abroad may concern a task force too, but nobody owes one.
ROUTING_OUT = replace(
    ROUTING, asks=tuple(optional(ask) if ask is TASK_FORCE else ask for ask in ROUTING.asks)
)

OUTGOING = form(*REPORT, optional(FACTS), sections=(PROVIDER, SUSPECT, ROUTING_OUT))
INCOMING = form(
    *REPORT,
    THEIR_REFERENCE,
    optional(FACTS),
    sections=(*(owed_by(THE_COUNTRY, each) for each in (PROVIDER, SUSPECT)), ROUTING),
    agency_required=False,
)
