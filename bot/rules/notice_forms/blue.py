"""The Blue Notice: locate, identify or learn about a person of interest in an investigation (RPD 88)."""

from bot.rules.forms.common import only
from bot.rules.forms.people import BIRTH, FAMILY_NAME, FORENAME
from bot.rules.notice_forms import usual
from bot.rules.notice_forms.common import (
    IDENTITY,
    NARRATIVE,
    NOTICE_CASE,
    WHERE_AND_WHEN,
    ColourFacts,
    notice_form,
)
from bot.rules.notice_forms.received import PERSON_FORM
from bot.rules.steps import Ask, AskKind, Section
from bot.rules.verdicts import Answers, Condition, Verdict, all_given
from storage.records.requests import Direction

VICTIM = "victim"
KNOWN = Ask(
    name="known",
    label="Is it known who the person is?",
    kind=AskKind.CHOICE,
    choices=(("yes", "Yes"), ("no", "No: to be identified")),
    initial="yes",
)
ROLE = Ask(
    name="role",
    label="The person's part in the case",
    kind=AskKind.CHOICE,
    choices=(
        ("suspect", "Suspect"),
        ("charged", "Charged"),
        ("convicted", "Convicted"),
        ("witness", "Witness"),
        (VICTIM, "Victim"),
    ),
)
SOUGHT = Ask(
    name="sought",
    label="What is sought",
    kind=AskKind.CHOICES,
    choices=(
        ("whereabouts", "Where the person is"),
        ("identity", "Who the person is"),
        ("history", "Criminal history"),
        ("other", "Other information, as told in the facts"),
    ),
)
CONNECTION = Ask(
    name="connection",
    label="What links the person to the case",
    kind=AskKind.TEXT,
    required=False,
    hint="In a sentence or two.",
)


def _identity(answers: Answers) -> Verdict | None:
    """Somebody whose name is not known is told by photograph, fingerprints or DNA."""
    if answers.get("known") == "no":
        return usual.by_body(answers)
    return usual.IDENTITY.judge(answers)


def _purpose(answers: Answers) -> Verdict:
    return all_given(
        answers,
        {
            "role": "the person's part in the case",
            "sought": "what is sought",
            "connection": "what links the person to the case",
        },
    )


BLUE = ColourFacts(
    label="Blue Notice",
    emoji=":large_blue_circle:",
    purpose="Locate, identify or learn about a person of interest in a criminal investigation.",
    forms={
        Direction.OUTGOING: notice_form(
            KNOWN,
            *(only(ask, KNOWN.name, "yes") for ask in (FAMILY_NAME, FORENAME, BIRTH)),
            ROLE,
            SOUGHT,
            NARRATIVE,
            sections=(
                IDENTITY,
                Section(name="facts", label="The case", asks=(CONNECTION, *WHERE_AND_WHEN)),
            ),
            case=NOTICE_CASE,
        ),
        Direction.INCOMING: PERSON_FORM,
    },
    conditions=(
        Condition(
            name="identity",
            label="Enough to know the person by",
            source="RPD article 88(3)",
            reads=("known", *usual.IDENTITY.reads),
            judge=_identity,
            background=True,
        ),
        Condition(
            name="purpose",
            label="Part in the case, and what is sought",
            source="RPD article 88(1) and (2)",
            reads=("role", "sought", "connection"),
            judge=_purpose,
            background=True,
        ),
        usual.FACTS,
        usual.AGENCY,
    ),
)
