"""A sex offender's travel: outgoing, tells a country who comes; incoming, alerts the US offices concerned.

For information only: no Green Notice. The itinerary is that of 34 USC 20914(a)(7); a registrant tells the
registry 21 days ahead (28 CFR 72), and the Angel Watch Center has until 48 hours before it (34 USC 21503).
"""

from bot.rules.forms.cases import (
    CONVICTED_OF,
    DEPARTS_ON,
    DEPARTS_ZONE,
    FACTS,
    FLIGHT,
    REGISTERED_IN,
    THEIR_REFERENCE,
)
from bot.rules.forms.common import THE_COUNTRY, THE_DESK, YES_NO_UNKNOWN, form, optional, owed, owed_by
from bot.rules.forms.people import IDENTITY_ABROAD, IDENTITY_AND_RECORD, PERSON
from bot.rules.steps import Ask, AskKind, Section

COUNTRIES = Ask(
    name="countries",
    label="Further countries on the journey",
    kind=AskKind.COUNTRIES,
    required=False,
    hint="Besides the one that you chose: each of them is told.",
)
RETURNS_ON = Ask(name="returns_on", label="Day of return", kind=AskKind.DATE, required=False, future=True)
LODGING = owed(
    name="lodging",
    label="Where the person will stay",
    kind=AskKind.TEXT,
    hint="Address in each country, and how the person can be reached there.",
)
# The SMART Office's list goes on after the fifth; the page could not be read to its end.
PURPOSE = owed(
    name="purpose",
    label="Purpose of the journey",
    kind=AskKind.CHOICE,
    choices=(
        ("business", "Business"),
        ("vacation", "Vacation"),
        ("military", "Military"),
        ("relocation", "Relocation"),
        ("deportation", "Deportation"),
        ("other", "Other"),
        ("unknown", "Not known"),
    ),
)
# The Angel Watch Center looks at these, the Marshals Service at all registered offenders (NCJ 249808).
AGAINST_A_MINOR = owed(
    "against_a_minor", "Was the offence against a minor?", AskKind.CHOICE, choices=YES_NO_UNKNOWN
)

OUTGOING = form(
    *PERSON,
    DEPARTS_ON,
    COUNTRIES,
    optional(FACTS),
    sections=(
        IDENTITY_AND_RECORD,
        Section(
            name="journey",
            label="Journey",
            asks=(
                FLIGHT,
                DEPARTS_ZONE,
                LODGING,
                PURPOSE,
                RETURNS_ON,
                owed(
                    name="told_registry_on",
                    label="The traveller told the registry on",
                    kind=AskKind.DATE,
                    hint="The law asks for 21 days before departure. A later day is marked as late.",
                ),
            ),
        ),
        Section(
            name="registration",
            label="Registration and conviction",
            asks=(
                CONVICTED_OF,
                AGAINST_A_MINOR,
                REGISTERED_IN,
                # GAO-13-200: what two US offices told about the same traveller did not match.
                Ask(
                    name="also_told_by",
                    label="Who else tells the country?",
                    kind=AskKind.CHOICES,
                    abroad=False,
                    required=False,
                    choices=(
                        ("angel_watch", "Angel Watch Center"),
                        ("legat", "FBI legal attaché"),
                        ("marshals", "US Marshals Service"),
                        ("other", "Another office"),
                    ),
                ),
            ),
        ),
    ),
)
INCOMING = form(
    *PERSON,
    Ask(name="arrives_on", label="Day of arrival", kind=AskKind.DATE, future=True),
    THEIR_REFERENCE,
    Ask(
        name="offices",
        label="US offices concerned",
        kind=AskKind.AGENCIES,
        abroad=False,
        required=False,
        wanted=THE_DESK,
        hint="Each is alerted at once, and has to acknowledge it.",
    ),
    optional(FACTS),
    sections=(
        IDENTITY_ABROAD,
        owed_by(
            THE_COUNTRY,
            Section(
                name="journey",
                label="Journey",
                asks=(
                    FLIGHT,
                    owed(
                        name="port_of_entry",
                        label="Port of entry",
                        hint="Airport, seaport or border crossing, and its state.",
                    ),
                    LODGING,
                    PURPOSE,
                    RETURNS_ON,
                ),
            ),
        ),
        owed_by(
            THE_COUNTRY,
            Section(name="registration", label="Conviction", asks=(CONVICTED_OF, AGAINST_A_MINOR)),
        ),
    ),
    agency_required=False,
)
