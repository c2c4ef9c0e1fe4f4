"""A victim or witness: outgoing, to be located or identified abroad; incoming, in the United States.

INTERPOL's rules have extra conditions for victims, witnesses and minors (RPD articles 39 to 42: background
knowledge), and 18 USC 3509(d) keeps the names of children from being disclosed (likewise).
"""

from bot.rules.forms.cases import BELIEVED_AT, FACTS, LAST_SEEN, QUESTIONS, THEIR_REFERENCE
from bot.rules.forms.common import (
    THE_AGENCY,
    THE_COUNTRY,
    YES_NO_UNKNOWN,
    form,
    only,
    optional,
    owed,
    owed_by,
)
from bot.rules.forms.people import APPEARANCE, DANGER, IDENTITY, IDENTITY_ABROAD, PERSON
from bot.rules.steps import Ask, AskKind, Section

ROLE = Ask(
    name="role",
    label="The person is",
    kind=AskKind.CHOICE,
    choices=(("victim", "A victim"), ("witness", "A witness"), ("both", "Both")),
)
TASK = Ask(
    name="task",
    label="What is needed?",
    kind=AskKind.CHOICE,
    choices=(
        ("locate", "To locate somebody whose name is known"),
        ("identify", "To identify somebody whose name is not known"),
    ),
)
FAMILY_NAME, FORENAME, BORN = PERSON
WHO = (
    ROLE,
    TASK,
    only(FAMILY_NAME, TASK.name, "locate"),
    only(FORENAME, TASK.name, "locate"),
    only(optional(BORN, wanted=THE_AGENCY), TASK.name, "locate"),
    only(APPEARANCE, TASK.name, "identify"),
)
APPROACH = Section(
    name="approach",
    label="How to approach the person",
    asks=(
        LAST_SEEN,
        owed(name="minor", label="Is the person a minor?", kind=AskKind.CHOICE, choices=YES_NO_UNKNOWN),
        owed(
            name="contact_by",
            label="May the police speak to the person?",
            kind=AskKind.CHOICE,
            choices=(
                ("freely", "Yes"),
                ("specialists", "Only officers trained for victims or children"),
                ("nobody", "No, only find out where the person is"),
            ),
        ),
        Ask(
            name="must_not_learn",
            label="Who must not learn of it?",
            kind=AskKind.LINE,
            required=False,
            hint="Family, employer, or anybody else who may harm the person.",
        ),
        DANGER,
        optional(QUESTIONS),
        Ask(
            name="pseudonym",
            label="Pseudonym in your case",
            kind=AskKind.LINE,
            required=False,
            hint="Such as V-0001: it stands where a name need not.",
        ),
    ),
)

OUTGOING = form(*WHO, FACTS, sections=(IDENTITY, APPROACH))
INCOMING = form(
    *(optional(ask, wanted=THE_COUNTRY) if ask.wanted else ask for ask in WHO),
    THEIR_REFERENCE,
    FACTS,
    BELIEVED_AT,
    sections=(IDENTITY_ABROAD, owed_by(THE_COUNTRY, APPROACH)),
    agency_required=False,
)
