"""A fugitive: outgoing only, somebody wanted in the United States who has fled abroad.

Another country's fugitive is an inquiry about whereabouts, or its notice: neither is a basis for arrest here.
"""

from bot.rules.forms.cases import FACTS, MARSHALS_DISTRICT, NCIC, NOTICE, ON_THE_RUN, WARRANT
from bot.rules.forms.common import form, owed
from bot.rules.forms.people import IDENTITY_AND_RECORD, PERSON
from bot.rules.steps import Section

WANTED = Section(
    name="wanted",
    label="What the person is wanted for",
    asks=(
        WARRANT,
        NCIC,
        owed(
            name="charge",
            label="Charge and law",
            hint="With the longest sentence that the law allows, or what is left of the one imposed.",
        ),
        # Justice Department, Criminal Resource Manual 602 to 604.
        owed(
            name="prosecutor",
            label="Prosecutor who will seek extradition",
            hint="Name, office, and the date on which the Office of International Affairs was asked.",
        ),
        MARSHALS_DISTRICT,
        NOTICE,
    ),
)

OUTGOING = form(*PERSON, FACTS, sections=(IDENTITY_AND_RECORD, WANTED, ON_THE_RUN))
