"""Trafficking or smuggling: outgoing, a US investigation that needs help; incoming, another country's."""

from bot.rules.forms.cases import FACTS, NOTICE, THEIR_REFERENCE
from bot.rules.forms.common import THE_COUNTRY, YES_NO_UNKNOWN, each_optional, form, only, owed, owed_by
from bot.rules.forms.people import IDENTITY, IDENTITY_ABROAD, PERSON
from bot.rules.steps import Ask, AskKind, Section

CRIME = Ask(
    name="crime",
    label="What is it?",
    kind=AskKind.CHOICE,
    choices=(
        ("trafficking", "Trafficking: people are exploited"),
        ("smuggling", "Smuggling: people are brought over a border"),
        ("both", "Both"),
    ),
)
SUBJECT = Section(
    name="subject",
    label="The person whom it is about",
    asks=(
        Ask(
            name="subject_is",
            label="The person is",
            kind=AskKind.CHOICE,
            required=False,
            choices=(("suspect", "A suspect"), ("victim", "A victim"), ("witness", "A witness")),
        ),
        *each_optional(PERSON),
        NOTICE,
    ),
)
VICTIMS = Section(
    name="victims",
    label="The people concerned",
    asks=(
        owed(
            name="victims",
            label="How many people?",
            hint="Women, men, girls and boys, as far as known; no names.",
        ),
        owed(
            name="minors", label="Are there minors among them?", kind=AskKind.CHOICE, choices=YES_NO_UNKNOWN
        ),
        owed(
            name="safe_now",
            label="Are they safe now?",
            kind=AskKind.CHOICE,
            choices=YES_NO_UNKNOWN,
            hint="If not, say in the facts what threatens them, and file this as flash or urgent.",
        ),
        only(
            # After the forms that UNODC's report on trafficking counts; background knowledge.
            owed(
                name="exploitation",
                label="How are they exploited?",
                kind=AskKind.CHOICES,
                choices=(
                    ("sexual", "Sexually"),
                    ("labour", "By forced labour"),
                    ("criminal", "By forced crime or begging"),
                    ("other", "In another way"),
                ),
            ),
            CRIME.name,
            "trafficking",
            "both",
        ),
    ),
)
ROUTE = Section(
    name="route",
    label="Route and organisers",
    asks=(
        owed(name="route", label="Countries on the route", kind=AskKind.NATIONS),
        Ask(
            name="means",
            label="How and where they travel",
            kind=AskKind.LINE,
            required=False,
            hint="Flights, ships, vehicles, crossings, and the documents that are used.",
        ),
        Ask(
            name="organisers",
            label="Organisers",
            kind=AskKind.TEXT,
            required=False,
            hint="Names, telephone numbers, account names, firms, and how they are paid.",
        ),
    ),
)

OUTGOING = form(CRIME, FACTS, sections=(SUBJECT, IDENTITY, VICTIMS, ROUTE))
INCOMING = form(
    CRIME,
    THEIR_REFERENCE,
    FACTS,
    sections=(SUBJECT, IDENTITY_ABROAD, *(owed_by(THE_COUNTRY, each) for each in (VICTIMS, ROUTE))),
    agency_required=False,
)
