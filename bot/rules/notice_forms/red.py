"""The Red Notice: locate and arrest somebody who is wanted, with a view to extradition (RPD 82 to 87)."""

from bot.rules import lengths
from bot.rules.forms.common import YES_OR_NO, only
from bot.rules.forms.people import PERSON
from bot.rules.notice_forms import red_prosecution, usual
from bot.rules.notice_forms.common import (
    CASE_WITH_NIC,
    IDENTITY,
    NARRATIVE,
    PUBLIC,
    WHERE_AND_WHEN,
    ColourFacts,
    notice_form,
)
from bot.rules.notice_forms.received import PERSON_FORM
from bot.rules.steps import Ask, AskKind, Section
from bot.rules.verdicts import MET, Answers, Condition, Verdict, failed, lacking, warned
from storage.records.requests import Direction

PROSECUTION, SENTENCE = "prosecution", "sentence"
FAMILY, ORDINARY = "family", "ordinary"
LONGEST_PENALTY, SENTENCE_LEFT = 24, 6
"""In months: the longest possible penalty, and what must be left of a sentence (RPD article 83)."""
BLUE_INSTEAD = "A Blue Notice may be the right one: it needs no such penalty."
_OCI = "childrens_issues_on"

BASIS = Ask(
    name="basis",
    label="Wanted for",
    kind=AskKind.CHOICE,
    choices=((PROSECUTION, "Prosecution"), (SENTENCE, "Serving a sentence")),
)
CHARGES = Section(
    name="charges",
    label="Charge and penalty",
    asks=(
        Ask(name="charge", label="Charge", kind=AskKind.LINE, required=False, hint="The offence in words."),
        Ask(
            name="law",
            label="Law",
            kind=AskKind.LINE,
            required=False,
            hint="Its citation, such as 18 USC 1201.",
        ),
        Ask(
            name="matter",
            label="What kind of matter is it?",
            kind=AskKind.CHOICE,
            required=False,
            choices=(
                (ORDINARY, "A serious ordinary-law crime"),
                (FAMILY, "A family matter, such as a parental abduction"),
                ("private", "A private dispute, or an administrative offence"),
                ("behaviour", "Offence against a cultural or behavioural norm"),
                ("article_3", "Political, military, religious or racial"),
            ),
        ),
        only(
            Ask(
                name="organised",
                label="Linked to serious or organised crime?",
                kind=AskKind.CHOICE,
                required=False,
                choices=YES_OR_NO,
            ),
            "matter",
            "private",
            "behaviour",
        ),
        only(
            Ask(
                name=_OCI,
                label="Discussed with the Office of Children's Issues on",
                kind=AskKind.DATE,
                required=False,
            ),
            "matter",
            FAMILY,
        ),
        only(
            Ask(
                name="penalty",
                label="Longest possible penalty",
                kind=AskKind.LINE,
                required=False,
                hint="What the law allows at most, not what is expected: 10 years, life.",
            ),
            BASIS.name,
            PROSECUTION,
        ),
        only(
            Ask(
                name="sentence",
                label="Sentence imposed",
                kind=AskKind.LINE,
                required=False,
                hint="For example 8 years.",
            ),
            BASIS.name,
            SENTENCE,
        ),
        only(
            Ask(
                name="sentence_left",
                label="Of it, left to serve",
                kind=AskKind.LINE,
                required=False,
                hint="For example 7 years.",
            ),
            BASIS.name,
            SENTENCE,
        ),
        only(
            Ask(
                name="convicted",
                label="Has a court convicted the person?",
                kind=AskKind.CHOICE,
                required=False,
                choices=YES_OR_NO,
            ),
            BASIS.name,
            SENTENCE,
        ),
        Ask(
            name="limitation_on",
            label="Prosecution or sentence is barred by time from",
            kind=AskKind.DATE,
            required=False,
            future=True,
        ),
    ),
)


def _ordinary(answers: Answers) -> Verdict:
    matter = answers.get("matter")
    if matter == "article_3":
        return failed(
            "matter", "INTERPOL may not act in such a matter, by no notice (Constitution, article 3)."
        )
    if matter in {"private", "behaviour"} and answers.get("organised") != "yes":
        return failed(
            "matter",
            "A Red Notice needs a serious ordinary-law crime. Without a link to serious or organised crime, "
            "ask the country by a liaison request instead.",
        )
    if not matter or not answers.get("charge"):
        return lacking("charge", "Wanted: the charge, and what kind of matter it is.")
    if matter == FAMILY:
        return _family(answers)
    return MET


def _family(answers: Answers) -> Verdict:
    """A decision of INTERPOL's control commission of 2024 found a family matter not compliant."""
    if not answers.get(_OCI):
        return lacking(
            _OCI,
            "Wanted: the day on which it was discussed with the Office of Children's Issues. A Red Notice "
            "on a parent may be refused as a family matter.",
        )
    return warned(
        "A Red Notice on a parent may be refused as a family matter. The Yellow Notice on the child does "
        "not depend on it; a Blue Notice on the parent may be the right one."
    )


def _threshold(answers: Answers) -> Verdict:
    if answers.get("basis") == SENTENCE:
        return _length(
            answers, "sentence_left", SENTENCE_LEFT, "a sentence of which at least six months are left"
        )
    return _length(answers, "penalty", LONGEST_PENALTY, "a longest possible penalty of at least two years")


def _length(answers: Answers, name: str, least: int, words: str) -> Verdict:
    said = answers.get(name, "")
    if not said:
        return lacking(name, f"Wanted: how long; a Red Notice needs {words}.")
    length = lengths.months(said)
    if length is None:
        return failed(name, lengths.HOW_TO_WRITE)
    return MET if length >= least else failed(name, f"A Red Notice needs {words}. {BLUE_INSTEAD}")


ORDINARY_LAW = Condition(
    name="ordinary_law",
    label="A serious ordinary-law crime",
    source="RPD article 83(1)(a); INTERPOL Constitution, article 3",
    reads=("matter", "charge", "organised", _OCI),
    judge=_ordinary,
)
THRESHOLD = Condition(
    name="threshold",
    label="Two years of possible penalty, or six months of a sentence",
    source="RPD article 83(1)(b)",
    reads=("basis", "penalty", "sentence_left"),
    judge=_threshold,
)

RED = ColourFacts(
    label="Red Notice",
    emoji=":red_circle:",
    purpose="Locate and arrest a wanted person, with a view to extradition. It is not an arrest warrant.",
    forms={
        Direction.OUTGOING: notice_form(
            *PERSON,
            BASIS,
            NARRATIVE,
            sections=(
                IDENTITY,
                Section(name="facts", label="Day and place", asks=WHERE_AND_WHEN),
                CHARGES,
                red_prosecution.WARRANT,
                red_prosecution.EXTRADITION,
                Section(name="public", label="Publication", asks=(PUBLIC,)),
            ),
            case=CASE_WITH_NIC,
        ),
        Direction.INCOMING: PERSON_FORM,
    },
    conditions=(
        usual.IDENTITY,
        ORDINARY_LAW,
        THRESHOLD,
        usual.FACTS,
        red_prosecution.LAW,
        red_prosecution.WARRANTED,
        red_prosecution.COMMITTED,
        red_prosecution.CONSULTED,
        usual.NCIC,
        usual.AGENCY,
    ),
    warning="A Red Notice is not an arrest warrant.",
)
