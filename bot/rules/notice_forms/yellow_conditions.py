"""The conditions of a Yellow Notice: RPD article 90, paragraphs 2 and 3."""

from dataclasses import replace

from bot.rules.notice_forms import usual
from bot.rules.verdicts import MET, Answers, Condition, Verdict, all_given, failed, lacking

CHILD, ADULT, UNIDENTIFIED = "child", "adult", "unidentified"
_MARKS = ("description", "photo", "dna", "fingerprints")
_BODY = ("photo", "fingerprints", "dna")


def _recorded(answers: Answers) -> Verdict:
    return all_given(
        answers,
        {
            "police_report": "the number of the police report",
            "recorded_on": "the day on which it was recorded",
        },
    )


def _whereabouts(answers: Answers) -> Verdict:
    if answers.get("subject") == UNIDENTIFIED:
        return all_given(answers, {"last_seen_on": "the day on which the person was found"})
    if answers.get("whereabouts") == "known":
        return failed(
            "whereabouts",
            "A Yellow Notice is only for somebody whose whereabouts the police do not know. Ask the country "
            "about the person by a liaison request instead.",
        )
    if answers.get("whereabouts") != "unknown" or not answers.get("looked_on"):
        return lacking(
            "looked_on", "Wanted: that the police do not know where the person is, and since when."
        )
    return MET


def _privacy(answers: Answers) -> Verdict | None:
    if answers.get("subject") != ADULT:
        return None
    if answers.get("privacy") == "prevents":
        return failed(
            "privacy",
            "A Yellow Notice on an adult needs a law that allows the search. Ask the country whether the "
            "person is well, by a liaison request, instead.",
        )
    return all_given(
        answers,
        {"privacy": "whether the law allows the search for an adult", "privacy_law": "by which law or order"},
    )


def _circumstances(answers: Answers) -> Verdict:
    return all_given(
        answers,
        {"facts": "what happened", "last_seen_on": "when last seen", "last_seen": "where last seen"},
    )


def _identifiers(answers: Answers) -> Verdict:
    if answers.get("subject") == UNIDENTIFIED:
        return _of_somebody_unknown(answers)
    wanted = all_given(
        answers,
        {"family_name": "family name", "forename": "forename", "sex": "sex", "birth": "year of birth"},
    )
    if any(answers.get(each) for each in _MARKS):
        return wanted
    more = "a physical description, or the reference of a photograph, fingerprints or a DNA profile"
    words = wanted.why.removeprefix("Wanted: ").removesuffix(".")
    return lacking("description", f"Wanted: {', '.join(filter(None, (words, more)))}.")


def _of_somebody_unknown(answers: Answers) -> Verdict:
    looks = all_given(answers, {"description": "a physical description", "sex": "sex"})
    if not any(answers.get(each) for each in _BODY):
        return usual.by_body(answers)
    return looks


def _entered(answers: Answers) -> Verdict | None:
    """Somebody who cannot say who they are is not missing to anybody here."""
    return None if answers.get("subject") == UNIDENTIFIED else usual.NCIC.judge(answers)


RECORDED = Condition(
    name="recorded",
    label="Reported to and recorded by the police",
    source="RPD article 90(2)(a)",
    reads=("police_report", "recorded_on"),
    judge=_recorded,
)
WHEREABOUTS = Condition(
    name="whereabouts",
    label="Whereabouts unknown to the police",
    source="RPD article 90(2)(b)",
    reads=("subject", "whereabouts", "looked_on", "last_seen_on"),
    judge=_whereabouts,
)
PRIVACY = Condition(
    name="privacy",
    label="An adult's privacy allows the search",
    source="RPD article 90(2)(c)",
    reads=("subject", "privacy", "privacy_law"),
    judge=_privacy,
)
CIRCUMSTANCES = Condition(
    name="circumstances",
    label="Enough about the circumstances",
    source="RPD article 90(2)(d)",
    reads=("facts", "last_seen_on", "last_seen"),
    judge=_circumstances,
)
IDENTIFIERS = Condition(
    name="identity",
    label="Enough to know the person by",
    source="RPD article 90(3)",
    reads=("subject", "family_name", "forename", "sex", "birth", *_MARKS),
    judge=_identifiers,
)
NCIC = replace(
    usual.NCIC, label="Entered in NCIC as missing", reads=("subject", *usual.NCIC.reads), judge=_entered
)
