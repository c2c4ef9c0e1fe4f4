"""The table of conditions: of each colour each condition met, open, and failed or warned where it can be."""

from collections.abc import Mapping

import pytest

from bot.rules.colours import COLOURS, FILED_HERE
from bot.rules.verdicts import MET, Condition, Standing, Verdict
from storage.records.notices import Colour
from tests.rules.condition_rows import (
    BLUE,
    GREEN,
    NOBODY,
    RED,
    YELLOW,
    fails,
    is_open,
    lack,
    met,
    of_somebody_named,
    of_the_agency,
    of_the_facts,
    warns,
)

UNKNOWN = {"subject": "unidentified", "family_name": "", "forename": "", "birth": ""}
FAMILY = {"matter": "family", "childrens_issues_on": "2026-01-04"}
ADULT = {"subject": "adult", "birth": "1990-05"}
SENTENCE = {"basis": "sentence", "penalty": ""}
INSTEAD = "A Blue Notice may be the right one"

OF_RED = [
    *of_somebody_named(RED, "fingerprints"),
    met(RED, "ordinary_law", "a serious crime"),
    met(RED, "ordinary_law", "a private matter of organised crime", matter="private", organised="yes"),
    met(RED, "ordinary_law", "a matter of behaviour in organised crime", matter="behaviour", organised="yes"),
    is_open(RED, "ordinary_law", "no charge", "Wanted: the charge", charge=""),
    is_open(RED, "ordinary_law", "nobody says what kind of matter", "what kind of matter", matter=""),
    is_open(RED, "ordinary_law", "a family matter, not discussed yet", "Office of Children's Issues",
            matter="family"),
    fails(RED, "ordinary_law", "a private dispute", "by a liaison request instead", matter="private"),
    fails(RED, "ordinary_law", "a norm of behaviour", "by a liaison request instead", matter="behaviour",
          organised="no"),
    fails(RED, "ordinary_law", "a political matter", "by no notice", matter="article_3"),
    fails(RED, "ordinary_law", "a political matter of organised crime", "by no notice", matter="article_3",
          organised="yes"),
    warns(RED, "ordinary_law", "a family matter, discussed", "may be refused as a family matter", **FAMILY),
    met(RED, "threshold", "two years at most", penalty="2 years"),
    met(RED, "threshold", "24 months at most", penalty="24 months"),
    met(RED, "threshold", "in short", penalty="1y 12m"),
    met(RED, "threshold", "2y 6m", penalty="2y 6m"),
    met(RED, "threshold", "life", penalty="Life"),
    met(RED, "threshold", "six months left", **SENTENCE, sentence_left="6 months"),
    met(RED, "threshold", "life left", **SENTENCE, sentence_left="life imprisonment"),
    is_open(RED, "threshold", "no penalty", "at least two years", penalty=""),
    is_open(RED, "threshold", "nobody says what is left", "at least six months are left", **SENTENCE,
            sentence="8 years"),
    is_open(RED, "threshold", "for a sentence the penalty counts for nothing", "at least six months are left",
            basis="sentence", penalty="20 years"),
    fails(RED, "threshold", "23 months at most", INSTEAD, penalty="23 months"),
    fails(RED, "threshold", "a year at most", INSTEAD, penalty="1 year"),
    fails(RED, "threshold", "1y 11m", INSTEAD, penalty="1y 11m"),
    fails(RED, "threshold", "five months left", INSTEAD, **SENTENCE, sentence="8 years",
          sentence_left="5 months"),
    fails(RED, "threshold", "nothing left", INSTEAD, **SENTENCE, sentence_left="0 months"),
    fails(RED, "threshold", "no length", "Say how long in years or months", penalty="a long time"),
    *of_the_facts(RED),
    met(RED, "law"),
    *lack(RED, "law", charge="the charge", law="the law, by its citation"),
    met(RED, "warrant"),
    *lack(RED, "warrant", warrant="the number of the warrant", warrant_court="its court",
          warrant_on="its date"),
    met(RED, "extradition"),
    met(RED, "extradition", "only from some countries", extradite_from="some", extradite_countries="FR,ZA"),
    met(RED, "extradition", "a state's prosecution, its expenses authorised", level="state",
        expenses="Example official"),
    met(RED, "extradition", "a federal prosecution", level="federal"),
    *lack(RED, "extradition", prosecutor="the prosecutor who commits", committed_on="date of the commitment",
          extradite_from="from which countries"),
    is_open(RED, "extradition", "from some, and nobody says which", "the countries from which",
            extradite_from="some"),
    is_open(RED, "extradition", "a state's, its expenses not authorised", "who authorised the expenses",
            level="state"),
    met(RED, "oia"),
    *lack(RED, "oia", oia_contact="the contact in the Office", oia_on="the day on which the office"),
    met(RED, "ncic"),
    *lack(RED, "ncic", ncic="the NCIC number"),
    *of_the_agency(RED),
]  # fmt: skip
OF_BLUE = [
    *of_somebody_named(BLUE, "description"),
    *(met(BLUE, "identity", f"unidentified, with {each}", **NOBODY, known="no", description="",
          **{each: "EX-1"})
      for each in ("photo", "fingerprints", "dna")),
    is_open(BLUE, "identity", "unidentified, with a description alone",
            "the reference of a photograph, fingerprints or a DNA profile", **NOBODY, known="no"),
    met(BLUE, "purpose"),
    *lack(BLUE, "purpose", role="the person's part", sought="what is sought", connection="what links"),
    *of_the_facts(BLUE),
    *of_the_agency(BLUE),
]  # fmt: skip
OF_GREEN = [
    *of_somebody_named(GREEN, "document"),
    met(GREEN, "assessment"),
    *lack(GREEN, "assessment", assessor="the authority that assessed", assessed_on="the date of the assessm",
          risk="the threat in words"),
    met(GREEN, "grounds", "convictions"),
    met(GREEN, "grounds", "other reasonable grounds", based_on="grounds", convictions="", grounds="Invented"),
    is_open(GREEN, "grounds", "convictions that nobody names", "the convictions", convictions=""),
    is_open(GREEN, "grounds", "grounds that nobody names", "the reasonable grounds", based_on="grounds"),
    is_open(GREEN, "grounds", "nobody says what it rests on", "what the threat rests on", based_on=""),
    *of_the_agency(GREEN),
]  # fmt: skip
OF_YELLOW = [
    met(YELLOW, "recorded"),
    *lack(YELLOW, "recorded", police_report="the number of the police", recorded_on="the day on"),
    met(YELLOW, "whereabouts"),
    met(YELLOW, "whereabouts", "unidentified, and found on a day", **UNKNOWN, whereabouts="", looked_on=""),
    *lack(YELLOW, "whereabouts", whereabouts="do not know where", looked_on="since when"),
    is_open(YELLOW, "whereabouts", "unidentified, and nobody says when found", "the person was found",
            **UNKNOWN, last_seen_on=""),
    fails(YELLOW, "whereabouts", "the police know where", "by a liaison request instead",
          whereabouts="known"),
    met(YELLOW, "privacy", "a child's does not count"),
    met(YELLOW, "privacy", "unidentified, nobody's", **UNKNOWN),
    met(YELLOW, "privacy", "a law allows the search for an adult", **ADULT, privacy="allows",
        privacy_law="Invented Code 1"),
    is_open(YELLOW, "privacy", "an adult, and nobody says", "whether the law allows", **ADULT),
    is_open(YELLOW, "privacy", "an adult, allowed by no law that is named", "by which law or order",
            **ADULT, privacy="allows"),
    fails(YELLOW, "privacy", "a law prevents the search", "by a liaison request, instead", **ADULT,
          privacy="prevents"),
    met(YELLOW, "circumstances"),
    *lack(YELLOW, "circumstances", facts="what happened", last_seen_on="when last", last_seen="where last"),
    *(met(YELLOW, "identity", f"named, with {each}", **{"photo": "", each: "EX-1"})
      for each in ("description", "photo", "fingerprints", "dna")),
    *lack(YELLOW, "identity", family_name="family name", forename="forename", sex="sex",
          birth="year of birth", photo="a physical description, or the reference of a photograph"),
    is_open(YELLOW, "identity", "a photograph and another name, which is enough for a Red",
            "Wanted: family name, forename, sex, year of birth.", **NOBODY, aliases="Invented"),
    *(met(YELLOW, "identity", f"unidentified, described, with {each}", **UNKNOWN, description="Invented",
          **{"photo": "", each: "EX-1"})
      for each in ("photo", "fingerprints", "dna")),
    is_open(YELLOW, "identity", "unidentified, without a picture", "the reference of a photograph",
            **UNKNOWN, description="Invented", photo=""),
    is_open(YELLOW, "identity", "unidentified, not described", "a physical description", **UNKNOWN),
    is_open(YELLOW, "identity", "unidentified, of no known sex", "sex", **UNKNOWN, sex="",
            description="Invented"),
    met(YELLOW, "ncic"),
    met(YELLOW, "ncic", "unidentified, so nobody is missing", **UNKNOWN, ncic=""),
    *lack(YELLOW, "ncic", ncic="the NCIC number"),
    *of_the_agency(YELLOW),
]  # fmt: skip
ROWS = (*OF_RED, *OF_BLUE, *OF_GREEN, *OF_YELLOW)


each_condition = pytest.mark.parametrize(
    ("colour", "tested"),
    [
        pytest.param(colour, each, id=f"{colour} {each.name}")
        for colour in FILED_HERE
        for each in COLOURS[colour].conditions
    ],
)


def condition(colour: Colour, name: str) -> Condition:
    return next(each for each in COLOURS[colour].conditions if each.name == name)


def judged(of: Condition, answers: Mapping[str, str]) -> Verdict:
    """What a condition that this notice has says of these answers; one that it has not is met."""
    return of.judge(answers) or MET


def of(*standings: Standing) -> pytest.MarkDecorator:
    """The rows of these standings, each under its own name."""
    return pytest.mark.parametrize(
        "row",
        [
            pytest.param(row, id=f"{row.colour} {row.condition} {row.standing}: {row.case}")
            for row in ROWS
            if row.standing in standings
        ],
    )
