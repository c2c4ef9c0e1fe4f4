"""A missing or abducted child: outgoing, a child of the United States; incoming, a child brought here."""

from dataclasses import replace

from bot.rules.forms.common import (
    BELIEVED_AT,
    COMPANION,
    DANGER,
    FACTS,
    IDENTITY,
    IDENTITY_ABROAD,
    LAST_SEEN,
    NCIC,
    NCMEC_CASE,
    PERSON,
    POLICE_REPORT,
    THE_COUNTRY,
    THEIR_REFERENCE,
    form,
    optional,
    owed_by,
)
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
