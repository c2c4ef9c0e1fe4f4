"""A missing adult, or somebody who cannot say who they are: outgoing, sought or found for the United States;
incoming, sought here or found abroad.

What is asked follows RPD article 90: names, sex and birth of a missing person, description and sex of
somebody who cannot identify themselves, a police record of both, and privacy law that does not prevent it.
"""

from bot.rules.forms.cases import (
    BELIEVED_AT,
    COMPANION,
    FACTS,
    LAST_SEEN,
    NCIC,
    POLICE_REPORT,
    THEIR_REFERENCE,
)
from bot.rules.forms.common import THE_COUNTRY, form, only, owed, owed_by, required
from bot.rules.forms.people import (
    ALIASES,
    APPEARANCE,
    DANGER,
    DESCRIPTION,
    DOCUMENT,
    LANGUAGES,
    NATIONALITIES,
    PERSON,
    SEX,
)
from bot.rules.steps import Ask, AskKind, Section

PERSON_IS = Ask(
    name="person_is",
    label="Who is it about?",
    kind=AskKind.CHOICE,
    choices=(("missing", "A missing adult"), ("unidentified", "Somebody who cannot say who they are")),
)
WHO = (
    PERSON_IS,
    *(only(ask, PERSON_IS.name, "missing") for ask in PERSON),
    required(SEX),
    only(APPEARANCE, PERSON_IS.name, "unidentified"),
)
IDENTITY = Section(
    name="identity",
    label="Identity",
    asks=(
        only(NATIONALITIES, PERSON_IS.name, "missing"),
        only(DOCUMENT, PERSON_IS.name, "missing"),
        DESCRIPTION,
        only(ALIASES, PERSON_IS.name, "missing"),
        LANGUAGES,
    ),
)
SEARCH = Section(
    name="search",
    label="The search so far",
    asks=(
        POLICE_REPORT,
        NCIC,
        only(LAST_SEEN, PERSON_IS.name, "missing"),
        only(COMPANION, PERSON_IS.name, "missing"),
        only(
            owed(
                name="found_at", label="Found", hint="Date and place; and where the person is cared for now."
            ),
            PERSON_IS.name,
            "unidentified",
        ),
        DANGER,
    ),
)
# RPD article 90(2)(c): if the person is an adult, national privacy laws do not prevent the request.
PRIVACY = Section(
    name="privacy",
    label="The adult's privacy",
    asks=(
        owed(
            name="privacy",
            label="Does privacy law let this go out?",
            kind=AskKind.CHOICE,
            choices=(
                ("allowed", "Yes, it was checked"),
                ("prevented", "No, it prevents it"),
                ("unchecked", "Not checked yet"),
            ),
        ),
        only(
            owed(name="privacy_checked_by", label="Who checked it, and by which law?"),
            "privacy",
            "allowed",
            "prevented",
        ),
        Ask(
            name="passing_on",
            label="What may be told to whoever seeks the person?",
            kind=AskKind.LINE,
            required=False,
            hint="An adult may want no contact. Say what the police may pass on, and to whom.",
        ),
    ),
)
SEARCH_ABROAD = Section(
    name=SEARCH.name, label=SEARCH.label, asks=tuple(ask for ask in SEARCH.asks if ask is not NCIC)
)

OUTGOING = form(*WHO, FACTS, sections=(IDENTITY, SEARCH, PRIVACY))
INCOMING = form(
    *WHO,
    THEIR_REFERENCE,
    FACTS,
    only(BELIEVED_AT, PERSON_IS.name, "missing"),
    sections=tuple(owed_by(THE_COUNTRY, each) for each in (IDENTITY, SEARCH_ABROAD, PRIVACY)),
    agency_required=False,
)
