"""The Yellow Notice: find a missing person, or identify one who cannot say who they are (RPD 90).

It needs no proof that the person has left the country.
"""

from dataclasses import replace

from bot.rules.forms.cases import COMPANION, NCMEC_CASE, POLICE_REPORT
from bot.rules.forms.common import YES_OR_NO, only
from bot.rules.forms.parent import CUSTODY
from bot.rules.forms.people import BIRTH, DANGER, FAMILY_NAME, FORENAME
from bot.rules.notice_forms import usual, yellow_conditions
from bot.rules.notice_forms.common import CASE_WITH_NIC, IDENTITY, NARRATIVE, PUBLIC, ColourFacts, notice_form
from bot.rules.notice_forms.received import PERSON_FORM
from bot.rules.notice_forms.yellow_conditions import ADULT, CHILD, UNIDENTIFIED
from bot.rules.steps import Ask, AskKind, Section
from storage.records.requests import Direction

SUBJECT = Ask(
    name="subject",
    label="Whom is it about?",
    kind=AskKind.CHOICE,
    choices=(
        (CHILD, "A missing child"),
        (ADULT, "A missing adult"),
        (UNIDENTIFIED, "Somebody who cannot say who they are"),
    ),
)
DISAPPEARANCE = Section(
    name="disappearance",
    label="Disappearance",
    asks=(
        replace(
            POLICE_REPORT,
            label="Number of the police report",
            wanted="",
            hint="Of the report that the person is missing, or was found.",
        ),
        Ask(name="recorded_on", label="Recorded by the police on", kind=AskKind.DATE, required=False),
        Ask(name="last_seen_on", label="Last seen, or found, on", kind=AskKind.DATE, required=False),
        Ask(
            name="last_seen",
            label="Where last seen, or found",
            kind=AskKind.LINE,
            required=False,
            hint="City and state; more exactly if known.",
        ),
        Ask(
            name="whereabouts",
            label="Do the police know where the person is?",
            kind=AskKind.CHOICE,
            required=False,
            choices=(("unknown", "No"), ("known", "Yes")),
        ),
        Ask(
            name="looked_on",
            label="When the police last looked for the person",
            kind=AskKind.DATE,
            required=False,
        ),
        Ask(name="destination", label="Where the person may be", kind=AskKind.LINE, required=False),
        COMPANION,
        Ask(name="clothing", label="Clothing when last seen", kind=AskKind.LINE, required=False),
        replace(DANGER, label="Illness, medicine, danger to the person"),
    ),
)
PRIVACY = Section(
    name="privacy",
    label="An adult's privacy",
    asks=(
        only(
            Ask(
                name="privacy",
                label="Does the law allow the search for this adult?",
                kind=AskKind.CHOICE,
                required=False,
                choices=(("allows", "Yes"), ("prevents", "No")),
            ),
            SUBJECT.name,
            ADULT,
        ),
        only(
            Ask(
                name="privacy_law",
                label="By which law or order",
                kind=AskKind.LINE,
                required=False,
                hint="Its citation, or whoever decided it and when.",
            ),
            SUBJECT.name,
            ADULT,
        ),
    ),
)
_CUSTODY, *_OF_CUSTODY = (replace(ask, wanted="") for ask in CUSTODY.asks)
CHILDS = Section(
    name="child",
    label="About the child",
    asks=(
        only(replace(NCMEC_CASE, wanted=""), SUBJECT.name, CHILD),
        only(
            Ask(name="amber", label="AMBER alert", kind=AskKind.LINE, required=False, hint="State and date."),
            SUBJECT.name,
            CHILD,
        ),
        only(
            Ask(
                name="by_a_parent",
                label="Did a parent take or keep the child?",
                kind=AskKind.CHOICE,
                required=False,
                choices=YES_OR_NO,
            ),
            SUBJECT.name,
            CHILD,
        ),
        only(_CUSTODY, "by_a_parent", "yes"),
        *(ask if ask.when else only(ask, "by_a_parent", "yes") for ask in _OF_CUSTODY),
        only(
            Ask(
                name="abductor_warrant",
                label="Warrant for that parent, if there is one",
                kind=AskKind.LINE,
                required=False,
                hint="Court, number and date. To have the parent found, file a Red or Blue Notice too.",
            ),
            "by_a_parent",
            "yes",
        ),
    ),
)
_NOT_OF_THE_MISSING = frozenset({"occupation", "warnings"})
WHO = replace(IDENTITY, asks=tuple(ask for ask in IDENTITY.asks if ask.name not in _NOT_OF_THE_MISSING))
_CASE = replace(
    CASE_WITH_NIC,
    asks=tuple(
        replace(ask, wanted="", hint="Only if one is alleged.") if ask.name == "offence" else ask
        for ask in CASE_WITH_NIC.asks
    ),
)

YELLOW = ColourFacts(
    label="Yellow Notice",
    emoji=":large_yellow_circle:",
    purpose="Locate a missing person, often a child, or identify a person who cannot say who they are.",
    forms={
        Direction.OUTGOING: notice_form(
            SUBJECT,
            *(only(ask, SUBJECT.name, CHILD, ADULT) for ask in (FAMILY_NAME, FORENAME, BIRTH)),
            NARRATIVE,
            sections=(
                WHO,
                DISAPPEARANCE,
                PRIVACY,
                CHILDS,
                Section(name="public", label="Publication", asks=(PUBLIC,)),
            ),
            case=_CASE,
        ),
        Direction.INCOMING: PERSON_FORM,
    },
    conditions=(
        yellow_conditions.RECORDED,
        yellow_conditions.WHEREABOUTS,
        yellow_conditions.PRIVACY,
        yellow_conditions.CIRCUMSTANCES,
        yellow_conditions.IDENTIFIERS,
        yellow_conditions.NCIC,
        usual.AGENCY,
    ),
)
