"""A registered sex offender who does not comply and is abroad: outgoing only, with the Marshals Service."""

from bot.rules.forms.cases import (
    CONVICTED_OF,
    FACTS,
    MARSHALS_DISTRICT,
    NCIC,
    NOTICE,
    ON_THE_RUN,
    REGISTERED_IN,
    WARRANT,
)
from bot.rules.forms.common import form, owed
from bot.rules.forms.people import IDENTITY_AND_RECORD, PERSON
from bot.rules.steps import Ask, AskKind, Section

REGISTRATION = Section(
    name="registration",
    label="Registration and conviction",
    asks=(
        CONVICTED_OF,
        REGISTERED_IN,
        owed(
            name="breach",
            label="Which duty was not kept?",
            kind=AskKind.CHOICE,
            choices=(
                ("not_registered", "Did not register, or left the registry"),
                ("not_updated", "Did not report a change"),
                ("travel_not_told", "Travelled abroad without telling the registry"),
                ("other", "Other"),
            ),
        ),
        Ask(
            name="last_registered_on", label="Last seen by the registry on", kind=AskKind.DATE, required=False
        ),
    ),
)
WANTED = Section(
    name="wanted", label="Warrant and Marshals Service", asks=(WARRANT, NCIC, MARSHALS_DISTRICT, NOTICE)
)

OUTGOING = form(*PERSON, FACTS, sections=(IDENTITY_AND_RECORD, REGISTRATION, WANTED, ON_THE_RUN))
