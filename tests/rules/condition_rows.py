"""Rows of the table of conditions: what is so of a notice, and how one condition stands then.

Each row changes a form of which nothing is missing; an empty answer is one that was not given.
"""

from dataclasses import dataclass, field

from bot.rules import notices
from bot.rules.verdicts import Standing
from storage.records.notices import Colour
from tests.notice_samples import WHOLE
from tests.rules.examples import a_notice

RED, BLUE, GREEN, YELLOW = Colour.RED, Colour.BLUE, Colour.GREEN, Colour.YELLOW
MET, OPEN, FAILED, WARNED = Standing.MET, Standing.OPEN, Standing.FAILED, Standing.WARNED
NOBODY = {"family_name": "", "forename": "", "birth": "", "sex": ""}


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    colour: Colour
    condition: str
    standing: Standing
    case: str
    """What is so, in a few words."""
    says: str = ""
    """Some words of the sentence."""
    changes: dict[str, str] = field(default_factory=dict)

    @property
    def answers(self) -> dict[str, str]:
        """All answers of the filed notice, as a condition reads them."""
        whole = notices.answers_of(a_notice(colour=self.colour, answers=WHOLE[self.colour]))
        return {name: answer for name, answer in {**whole, **self.changes}.items() if answer}


def met(colour: Colour, name: str, case: str = "all given", **changes: str) -> Row:
    return Row(colour=colour, condition=name, standing=MET, case=case, changes=changes)


def is_open(colour: Colour, name: str, case: str, says: str, **changes: str) -> Row:
    return Row(colour=colour, condition=name, standing=OPEN, case=case, says=says, changes=changes)


def fails(colour: Colour, name: str, case: str, says: str, **changes: str) -> Row:
    return Row(colour=colour, condition=name, standing=FAILED, case=case, says=says, changes=changes)


def warns(colour: Colour, name: str, case: str, says: str, **changes: str) -> Row:
    return Row(colour=colour, condition=name, standing=WARNED, case=case, says=says, changes=changes)


def lack(colour: Colour, name: str, **wanted: str) -> list[Row]:
    """A row for each answer that is left out, and the words by which it is wanted."""
    return [
        is_open(colour, name, f"no {asked}", words, **{asked: ""}) for asked, words in wanted.items()
    ]  # fmt: skip


def of_the_agency(colour: Colour) -> list[Row]:
    unlisted = {"agency_registered": ""}
    return [
        met(colour, "agency", "a registered agency with its case number"),
        met(colour, "agency", "an agency that the list does not have, with its ORI",
            **unlisted, ori="VAEX00100"),
        is_open(colour, "agency", "no case number", "the agency's case number", agency_case=""),
        is_open(colour, "agency", "no ORI, and not in the list", "the agency's ORI", **unlisted),
    ]  # fmt: skip


def of_the_facts(colour: Colour) -> list[Row]:
    return [
        met(colour, "facts"),
        *lack(colour, "facts", facts="what happened", facts_on="which day", facts_place="which place"),
    ]


def of_somebody_named(colour: Colour, usual: str) -> list[Row]:
    """Names, sex, birth and one of these; or a photograph and something more (RPD 83(2)(a))."""
    bare = {usual: ""}
    return [
        *(met(colour, "identity", f"named, with {each}", **{**bare, each: "EX0000001"})
          for each in ("description", "document", "fingerprints", "dna")),
        *(met(colour, "identity", f"a photograph with {each}", **{**NOBODY, **bare, each: "Invented"},
              photo="EX-1")
          for each in ("aliases", "document", "parents", "birth_place", "occupation")),
        met(colour, "identity", "only the year of birth is known", birth="1990"),
        *lack(colour, "identity", family_name="family name", forename="forename", sex="sex",
              birth="year of birth"),
        is_open(colour, "identity", "nothing but the names", "a physical description, or", **bare),
        is_open(colour, "identity", "a photograph alone", "family name, forename, sex, year of birth",
                **NOBODY, **bare, photo="EX-1"),
        is_open(colour, "identity", "the names and a photograph", "a physical description, or",
                **bare, photo="EX-1"),
    ]  # fmt: skip
