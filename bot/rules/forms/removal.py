"""A removal or deportation: outgoing only, tells the country of destination that an offender is coming."""

from dataclasses import replace

from bot.rules.forms.cases import CONVICTED_OF, FACTS, FLIGHT, NOTICE
from bot.rules.forms.common import THE_AGENCY, YES_OR_NO, form, optional, owed
from bot.rules.forms.people import IDENTITY_AND_RECORD, PERSON
from bot.rules.steps import Ask, AskKind, Section, Shape, Sign

REMOVAL = Section(
    name="removal",
    label="Removal",
    asks=(
        FLIGHT,
        owed(
            name="receiving_bureau",
            label="Receiving bureau",
            hint="The bureau or border police that meets the person, and whether it has agreed.",
        ),
        # Its shape is background knowledge, as those of all identifiers.
        Ask(
            name="a_number",
            label="A-number",
            kind=AskKind.LINE,
            required=False,
            wanted=THE_AGENCY,
            abroad=False,
            masked=True,
            sign=Sign.A_NUMBER,
            shape=Shape(
                pattern=r"[Aa]?\d{8,9}",
                sentence="An A-number is the letter A, which may be left out, and eight or nine digits.",
            ),
            hint="For use in the United States only: it is left out of everything that goes abroad.",
        ),
        CONVICTED_OF,
        replace(NOTICE, name="green_notice", label="Green Notice about the person", wanted=THE_AGENCY),
    ),
)

OUTGOING = form(
    *PERSON,
    Ask(
        name="removed_on",
        label="Day of removal",
        kind=AskKind.DATE,
        future=True,
        hint="The desk pages itself before that day.",
    ),
    Ask(
        name="predator",
        abroad=False,
        label="Is it a case of Operation Predator?",
        kind=AskKind.CHOICE,
        choices=YES_OR_NO,
        hint="The tag counts in the figures that the bureau keeps of the operation.",
    ),
    optional(FACTS),
    sections=(IDENTITY_AND_RECORD, REMOVAL),
)
