"""What a row of the table of colours says, and the questions that several colours share.

The field table follows RPD articles 82 to 90 and the form of a provisional arrest request
(Criminal Resource Manual 604).
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from bot.rules.forms.cases import FACTS, NCIC
from bot.rules.forms.common import AGENCY, CASE, PRIORITY, THE_DESK, owed
from bot.rules.forms.people import ALIASES, DESCRIPTION, DOCUMENT, LANGUAGES, NATIONALITIES, SEX, WARNINGS
from bot.rules.steps import Ask, AskKind, Form, Section, Shape
from bot.rules.verdicts import Condition
from storage.records.requests import Direction


@dataclass(frozen=True, slots=True, kw_only=True)
class ColourFacts:
    """One type of notice as people see it."""

    label: str
    emoji: str
    """Slack's name of the emoji, with its colons."""
    purpose: str
    forms: Mapping[Direction, Form]
    """By direction: one that the desk only receives has no outgoing form."""
    conditions: tuple[Condition, ...] = ()
    """Of its publication, in the order in which people read them."""
    warning: str = ""
    """Stands wherever it is shown."""


PHOTO = Ask(
    name="photo",
    label="Photograph",
    kind=AskKind.LINE,
    required=False,
    hint="Its reference in your evidence system. The picture itself never comes here.",
)
FINGERPRINTS = replace(
    PHOTO, name="fingerprints", label="Fingerprints", hint="Their reference in your evidence system."
)
DNA = replace(PHOTO, name="dna", label="DNA profile", hint="Its reference in your evidence system.")
LOOKS = replace(
    DESCRIPTION,
    label="Physical description",
    wanted="",
    hint="Height, build, hair, eyes, marks. In words only; clothing is asked elsewhere.",
)
BIRTH_PLACE = Ask(name="birth_place", label="Place of birth", kind=AskKind.LINE, required=False)
PARENTS = Ask(name="parents", label="Parents' names", kind=AskKind.LINE, required=False)
OCCUPATION = Ask(name="occupation", label="Occupation", kind=AskKind.LINE, required=False)
ENTITY_ID = Ask(
    name="entity_id",
    label="INTERPOL's file number",
    kind=AskKind.LINE,
    required=False,
    hint="If the General Secretariat gave one, such as 2021/75051.",
    shape=Shape(pattern=r"\d{4}\s*[/-]\s*\d{1,9}", sentence="Write it as INTERPOL does, such as 2021/75051."),
)
OF_SOMEBODY = (
    replace(SEX, wanted=""),
    LOOKS,
    PHOTO,
    FINGERPRINTS,
    DNA,
    replace(DOCUMENT, wanted=""),
    replace(NATIONALITIES, wanted=""),
    ALIASES,
    BIRTH_PLACE,
    PARENTS,
    LANGUAGES,
    OCCUPATION,
    WARNINGS,
)
IDENTITY = Section(name="identity", label="Identity", asks=OF_SOMEBODY)
"""None of its questions is owed by itself: the condition says what of them is enough."""
FACTS_ON = Ask(name="facts_on", label="When it happened", kind=AskKind.DATE, required=False)
FACTS_PLACE = Ask(
    name="facts_place", label="Where it happened", kind=AskKind.LINE, required=False, hint="City and state."
)
WHERE_AND_WHEN = (FACTS_ON, FACTS_PLACE)
ORI = Ask(
    name="ori",
    label="ORI, if the list does not have the agency",
    kind=AskKind.LINE,
    required=False,
    shape=Shape(
        pattern=r"[A-Za-z]{2}[A-Za-z0-9]{7}",
        sentence="An ORI is two letters of the state and seven letters or digits, such as VAEX00100.",
    ),
)
NRS = Ask(
    name="nrs",
    label="Reference in the Notice Request Service",
    kind=AskKind.LINE,
    required=False,
    wanted=THE_DESK,
    hint="Once the agency or the desk has entered it there.",
)
REQUEST = Ask(
    name="request_reference",
    label="Liaison request that it belongs to",
    kind=AskKind.LINE,
    required=False,
    hint="If there is one, such as LR-2026-00042.",
)
_OF_THE_CASE = {ask.name: ask for ask in CASE.asks}
NOTICE_CASE = Section(
    name="case",
    label="Case and contact",
    asks=(
        REQUEST,
        _OF_THE_CASE["agency_typed"],
        ORI,
        replace(_OF_THE_CASE["agency_case"], wanted=""),
        owed("contact", "Contact at the agency, day and night", hint="Name and telephone."),
        _OF_THE_CASE["offence"],
        NRS,
    ),
)
PUBLIC = Ask(
    name="public_extract",
    label="May an extract stand on INTERPOL's public web site?",
    kind=AskKind.CHOICE,
    required=False,
    choices=(("no", "No"), ("yes", "Yes")),
    initial="no",
    hint="Most notices are for police only. Say yes where the public's help is wanted.",
)
CASE_WITH_NIC = replace(NOTICE_CASE, asks=(*NOTICE_CASE.asks, replace(NCIC, wanted="")))
MEANS = (("notice", "Notice: to all members, after the General Secretariat has reviewed it"),
         ("diffusion", "Diffusion: the desk sends it itself, to the countries that it names"))  # fmt: skip
RECIPIENTS = Ask(
    name="recipients",
    label="To which countries?",
    kind=AskKind.COUNTRIES,
    hint="A diffusion goes only to those that you name.",
)


def notice_form(*first: Ask, sections: tuple[Section, ...], case: Section = NOTICE_CASE) -> Form:
    """A colour's outgoing form: what is needed to begin, and section by section what may follow."""
    return Form(first=(*first, AGENCY, PRIORITY), sections=(*sections, case))


NARRATIVE = replace(
    FACTS,
    label="What happened?",
    hint="In a few simple words, without names: days, places and looks have questions of their own below.",
)
