"""The seven tests before the bureau may act, by which an officer reviews every request.

From the Justice Department's Organization and Functions Manual, number 5, in short words.
"""

from bot.rules.errors import InvalidForm
from bot.rules.steps import Ask, AskKind

CRITERIA = (
    ("authority", "A law enforcement agency, or a member country, asks"),
    ("members", "It goes to or comes from a member country or a US agency"),
    ("international", "The investigation is international"),
    ("dual_criminality", "It is a crime in both countries, or no crime is alleged"),
    ("article_3", "Not political, military, religious or racial (article 3)"),
    ("link", "The subject is linked to the crime, or is missing or its victim"),
    ("reason", "The reason is clear, with the fullest identifiers"),
)
SOURCE = "Justice Department, Organization and Functions Manual 5"

ASK = Ask(
    name="criteria",
    label="What you have checked",
    kind=AskKind.CHOICES,
    choices=CRITERIA,
    hint=f"All seven must hold before the bureau may act. {SOURCE}.",
)
FAILED = Ask(
    name="criterion",
    label="Which of the seven does not hold?",
    kind=AskKind.CHOICE,
    choices=CRITERIA,
    hint=f"{SOURCE}.",
)


def check_all(given: str) -> None:
    """Raises InvalidForm, naming what is missing, unless each of the seven was ticked."""
    ticked = set(given.split(","))
    if missing := [label for code, label in CRITERIA if code not in ticked]:
        raise InvalidForm(
            {
                ASK.name: f"Not ticked: {'; '.join(missing)}. If one does not hold, reject the request or "
                "ask for what is missing."
            }
        )
