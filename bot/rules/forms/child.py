"""A missing or abducted child: outgoing, a child of the United States; incoming, a child brought here."""

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
)
from bot.rules.forms.common import THE_COUNTRY, form, optional, owed_by
from bot.rules.forms.people import DANGER, IDENTITY, IDENTITY_ABROAD, PERSON
from bot.rules.steps import Section

SEARCH = Section(
    name="search",
    label="The search so far",
    asks=(
        POLICE_REPORT,
        NCIC,
        LAST_SEEN,
        COMPANION,
        NCMEC_CASE,
        replace(DANGER, label="Danger to the child"),
    ),
)
SEARCH_ABROAD = owed_by(
    THE_COUNTRY, replace(SEARCH, asks=(POLICE_REPORT, LAST_SEEN, COMPANION, DANGER, optional(NCMEC_CASE)))
)

OUTGOING = form(*PERSON, FACTS, sections=(IDENTITY, SEARCH))
INCOMING = form(
    *PERSON,
    THEIR_REFERENCE,
    FACTS,
    BELIEVED_AT,
    sections=(IDENTITY_ABROAD, SEARCH_ABROAD),
    agency_required=False,
)
