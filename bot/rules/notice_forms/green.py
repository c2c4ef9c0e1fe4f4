"""The Green Notice: warn of somebody who is a possible threat to public safety (RPD 89).

It is no notification of travel: that one is a liaison request, for information only (34 USC 21501 ff.).
"""

from bot.rules.forms.cases import REGISTERED_IN
from bot.rules.forms.common import only, optional
from bot.rules.forms.people import PERSON
from bot.rules.notice_forms import usual
from bot.rules.notice_forms.common import IDENTITY, NARRATIVE, NOTICE_CASE, ColourFacts, notice_form
from bot.rules.notice_forms.received import PERSON_FORM
from bot.rules.steps import Ask, AskKind, Section
from bot.rules.verdicts import Answers, Condition, Verdict, all_given
from storage.records.requests import Direction

CONVICTIONS = "convictions"
BASED_ON = Ask(
    name="based_on",
    label="What does the threat rest on?",
    kind=AskKind.CHOICE,
    choices=((CONVICTIONS, "Convictions"), ("grounds", "Other reasonable grounds")),
)
ASSESSMENT = Section(
    name="assessment",
    label="Threat assessment",
    asks=(
        Ask(
            name="assessor",
            label="Authority that assessed the threat",
            kind=AskKind.LINE,
            required=False,
            hint="A law enforcement authority, by name.",
        ),
        Ask(name="assessed_on", label="Date of the assessment", kind=AskKind.DATE, required=False),
        Ask(
            name="risk",
            label="The threat in words",
            kind=AskKind.TEXT,
            required=False,
            hint="To whom, how likely, and where.",
        ),
        only(
            Ask(
                name="convictions",
                label="Convictions",
                kind=AskKind.TEXT,
                required=False,
                hint="Offence, court and date of each.",
            ),
            BASED_ON.name,
            CONVICTIONS,
        ),
        only(
            Ask(
                name="grounds",
                label="Reasonable grounds",
                kind=AskKind.TEXT,
                required=False,
                hint="What is known, from whom and since when.",
            ),
            BASED_ON.name,
            "grounds",
        ),
        Ask(name="victims", label="Whom the person chose as victims", kind=AskKind.LINE, required=False),
        Ask(name="method", label="How the person acts", kind=AskKind.TEXT, required=False),
        optional(REGISTERED_IN),
    ),
)


def _grounds(answers: Answers) -> Verdict:
    if answers.get("based_on") == CONVICTIONS:
        return all_given(answers, {"convictions": "the convictions, with court and date"})
    return all_given(answers, {"based_on": "what the threat rests on", "grounds": "the reasonable grounds"})


def _assessed(answers: Answers) -> Verdict:
    return all_given(
        answers,
        {
            "assessor": "the authority that assessed the threat",
            "assessed_on": "the date of the assessment",
            "risk": "the threat in words",
        },
    )


GREEN = ColourFacts(
    label="Green Notice",
    emoji=":large_green_circle:",
    purpose="Warn of a person who is a possible threat to public safety.",
    forms={
        Direction.OUTGOING: notice_form(
            *PERSON, BASED_ON, NARRATIVE, sections=(IDENTITY, ASSESSMENT), case=NOTICE_CASE
        ),
        Direction.INCOMING: PERSON_FORM,
    },
    conditions=(
        usual.IDENTITY,
        Condition(
            name="assessment",
            label="Assessed by a law enforcement authority",
            source="RPD article 89(2)(a)",
            reads=("assessor", "assessed_on", "risk"),
            judge=_assessed,
        ),
        Condition(
            name="grounds",
            label="Convictions or other reasonable grounds",
            source="RPD article 89(2)(b)",
            reads=("based_on", "convictions", "grounds"),
            judge=_grounds,
        ),
        usual.AGENCY,
    ),
)
