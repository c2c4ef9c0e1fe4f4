"""An inquiry: outgoing, a US agency asks another country; incoming, another country asks us."""

from dataclasses import replace

from bot.rules.forms.cases import COMPANION, FACTS, LAST_SEEN, QUESTIONS, THEIR_REFERENCE, WARRANT
from bot.rules.forms.common import THE_AGENCY, THE_COUNTRY, form, only, optional, owed, owed_by
from bot.rules.forms.people import BIRTH, FAMILY_NAME, FORENAME, IDENTITY, IDENTITY_ABROAD
from bot.rules.steps import Ask, AskKind, Section

ASKED = Ask(
    name="asked",
    label="What is asked for?",
    kind=AskKind.CHOICE,
    choices=(
        ("identity", "Identity"),
        ("criminal_history", "Criminal history"),
        ("whereabouts", "Whereabouts"),
        ("interview", "An interview"),
        ("welfare", "Welfare of a child"),
        ("arrest", "Advice of an arrest"),
        ("hit", "Confirmation of a hit"),
    ),
)
AS_GIVEN = "As the person gives it, or as the papers say."
HIT = only(
    Ask(
        name="hit",
        label="What was hit?",
        kind=AskKind.LINE,
        hint="Number of the notice or record, and when and where it was hit.",
    ),
    ASKED.name,
    "hit",
)
PERSON = (replace(FAMILY_NAME, hint=AS_GIVEN), replace(FORENAME, hint=AS_GIVEN), HIT)
BORN = optional(BIRTH, wanted=THE_AGENCY)
MORE = Section(
    name="more",
    label="What the answer needs",
    asks=(
        Ask(
            name="needed_by",
            label="Needed by",
            kind=AskKind.DATE,
            required=False,
            future=True,
            hint="If a hearing, a release or a journey sets a day.",
        ),
        only(
            owed(
                name="use",
                label="What will the record be used for?",
                hint="Investigation, trial, sentence or protection of children.",
            ),
            ASKED.name,
            "criminal_history",
        ),
        only(LAST_SEEN, ASKED.name, "whereabouts", "welfare"),
        only(COMPANION, ASKED.name, "welfare"),
        only(
            owed(
                name="concern",
                label="What is feared for the child?",
                kind=AskKind.TEXT,
                hint="And what the police there may do if it is true.",
            ),
            ASKED.name,
            "welfare",
        ),
        only(QUESTIONS, ASKED.name, "interview"),
        only(
            owed(
                name="arrest", label="The arrest", hint="Date, place, by whom, and where the person is held."
            ),
            ASKED.name,
            "arrest",
        ),
        only(WARRANT, ASKED.name, "arrest", "hit"),
    ),
)

OUTGOING = form(ASKED, *PERSON, BORN, FACTS, sections=(IDENTITY, MORE))
INCOMING = form(
    ASKED,
    *PERSON,
    optional(BORN, wanted=THE_COUNTRY),
    THEIR_REFERENCE,
    FACTS,
    sections=(IDENTITY_ABROAD, owed_by(THE_COUNTRY, MORE)),
    agency_required=False,
)
