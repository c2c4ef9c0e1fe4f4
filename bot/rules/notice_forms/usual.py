"""Conditions that several colours share. RPD: INTERPOL's Rules on the Processing of Data.

Articles 83(2) and 84 to 89 are known here by hearsay; article 90 was at hand word by word.
"""

from bot.rules.notice_forms.common import DNA, FINGERPRINTS, PHOTO
from bot.rules.verdicts import MET, Answers, Condition, Verdict, all_given, lacking

_BY_BODY = (PHOTO.name, FINGERPRINTS.name, DNA.name)
_BY_ANYTHING = ("description", "document", FINGERPRINTS.name, DNA.name)
_BESIDE_A_PHOTO = ("aliases", "parents", "birth_place", "document", "occupation")
_WHO = {"family_name": "family name", "forename": "forename", "sex": "sex", "birth": "year of birth"}
WHAT_IDENTIFIES = "a physical description, or the reference of fingerprints, a DNA profile or a document"


def _identity(answers: Answers) -> Verdict:
    """Names, sex, birth and one identifier; or a good photograph and something more."""
    if answers.get(PHOTO.name) and any(answers.get(each) for each in _BESIDE_A_PHOTO):
        return MET
    missing = [words for name, words in _WHO.items() if not answers.get(name)]
    if any(answers.get(each) for each in _BY_ANYTHING):
        return lacking("family_name", f"Wanted: {', '.join(missing)}.") if missing else MET
    return lacking("description", f"Wanted: {', '.join([*missing, WHAT_IDENTIFIES])}.")


IDENTITY = Condition(
    name="identity",
    label="Enough to know the person by",
    source="RPD article 83(2)(a)",
    reads=(*_WHO, *_BY_BODY, *_BY_ANYTHING, *_BESIDE_A_PHOTO),
    judge=_identity,
    background=True,
)


def by_body(answers: Answers) -> Verdict:
    """Of somebody whose name nobody knows."""
    if any(answers.get(each) for each in _BY_BODY):
        return MET
    return lacking(PHOTO.name, "Wanted: the reference of a photograph, fingerprints or a DNA profile.")


def _facts(answers: Answers) -> Verdict:
    return all_given(
        answers, {"facts": "what happened", "facts_on": "on which day", "facts_place": "at which place"}
    )


FACTS = Condition(
    name="facts",
    label="Facts with day and place",
    source="RPD article 83(2)(b)(i)",
    reads=("facts", "facts_on", "facts_place"),
    judge=_facts,
    background=True,
)


def _agency(answers: Answers) -> Verdict:
    registered = "" if answers.get("agency_registered") else "the agency's ORI"
    wanted = {"agency_case": "the agency's case number", **({"ori": registered} if registered else {})}
    return all_given(answers, wanted)


AGENCY = Condition(
    name="agency",
    label="Agency and case number",
    source="Notice Request Service, application",
    reads=("agency_case", "agency_registered", "ori"),
    judge=_agency,
    background=True,
)


def _entered(answers: Answers) -> Verdict:
    return all_given(answers, {"ncic": "the NCIC number of its entry"})


NCIC = Condition(
    name="ncic",
    label="Entered in NCIC",
    source="Notice Request Service, application",
    reads=("ncic",),
    judge=_entered,
    background=True,
)
