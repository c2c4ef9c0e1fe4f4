"""A parental abduction: outgoing, a child taken from the United States; incoming, one brought here.

The Office of Children's Issues is the Central Authority of the Hague Abduction Convention of 1980. Charges
may hinder a return (travel.state.gov, 2013); a Red Notice may be refused as a family matter (RPD article 83).
"""

from dataclasses import replace

from bot.rules.forms.cases import (
    BELIEVED_AT,
    COMPANION,
    FACTS,
    LAST_SEEN,
    NCIC,
    NCMEC_CASE,
    POLICE_REPORT,
    THEIR_REFERENCE,
    WARRANT,
)
from bot.rules.forms.common import THE_COUNTRY, THE_DESK, form, only, optional, owed, owed_by
from bot.rules.forms.people import DANGER, DOCUMENT, IDENTITY, IDENTITY_ABROAD, NATIONALITIES, PERSON
from bot.rules.steps import Ask, AskKind, Section

TAKEN_BY = Ask(
    name="taken_by",
    label="Who took or keeps the child?",
    kind=AskKind.LINE,
    hint="Name, and whether mother, father or somebody else.",
)
CUSTODY = Section(
    name="custody",
    label="Custody and Hague Convention",
    asks=(
        owed(
            name="custody",
            label="Is there a custody order?",
            kind=AskKind.CHOICE,
            choices=(
                ("order", "Yes, a court made one"),
                ("applied", "No, but a court was asked for one"),
                ("none", "No, the parents' rights follow from the law alone"),
                ("unknown", "Not known"),
            ),
        ),
        only(
            owed(
                name="custody_order",
                label="Custody order or application",
                hint="Court, number and date; and which of the parents it names.",
            ),
            "custody",
            "order",
            "applied",
        ),
        owed(
            name="hague",
            label="Was a return asked for under the Hague Convention?",
            kind=AskKind.CHOICE,
            choices=(
                ("filed", "Yes"),
                ("not_filed", "No"),
                ("not_partner", "No, the country is no partner of the Convention"),
                ("unknown", "Not known"),
            ),
        ),
        only(
            owed(
                name="hague_application",
                label="Hague application",
                hint="Its number and date, and with which Central Authority.",
            ),
            "hague",
            "filed",
        ),
        Ask(
            name="childrens_issues_case",
            label="Case number at the Office of Children's Issues",
            kind=AskKind.LINE,
            required=False,
            wanted=THE_DESK,
            hint="Of the State Department.",
        ),
    ),
)
CHARGES = Ask(
    name="charges",
    label="Are charges or a Red Notice intended?",
    kind=AskKind.CHOICE,
    required=False,
    hint="Ask the Office of Children's Issues first: a Red Notice may be refused as a family matter.",
    choices=(("yes", "Yes"), ("no", "No"), ("undecided", "Not decided")),
)
DISCUSSED_ON = only(
    owed("charges_discussed_on", "Discussed with the Office of Children's Issues on", AskKind.DATE),
    CHARGES.name,
    "yes",
)
TAKER = Section(
    name="taker",
    label="Whoever took the child",
    asks=(
        owed(name="taker_birth", label="That parent's birth", kind=AskKind.BIRTH),
        replace(NATIONALITIES, name="taker_nationalities", label="That parent's nationalities", wanted=""),
        replace(
            DOCUMENT, name="taker_document", label="That parent's passport or identity document", wanted=""
        ),
        CHARGES,
        DISCUSSED_ON,
        only(WARRANT, "charges", "yes"),
    ),
)
# Another country does not ask the State Department before it charges somebody.
TAKER_ABROAD = replace(
    TAKER,
    asks=tuple(
        replace(ask, hint="") if ask is CHARGES else ask for ask in TAKER.asks if ask is not DISCUSSED_ON
    ),
)
SEARCH = Section(
    name="search",
    label="The search so far",
    asks=(POLICE_REPORT, NCIC, LAST_SEEN, COMPANION, NCMEC_CASE, DANGER),
)
SEARCH_ABROAD = replace(SEARCH, asks=(POLICE_REPORT, LAST_SEEN, COMPANION, optional(NCMEC_CASE), DANGER))

OUTGOING = form(*PERSON, TAKEN_BY, FACTS, sections=(IDENTITY, CUSTODY, TAKER, SEARCH))
INCOMING = form(
    *PERSON,
    TAKEN_BY,
    THEIR_REFERENCE,
    FACTS,
    BELIEVED_AT,
    sections=(
        IDENTITY_ABROAD,
        *(owed_by(THE_COUNTRY, each) for each in (CUSTODY, TAKER_ABROAD, SEARCH_ABROAD)),
    ),
    agency_required=False,
)
