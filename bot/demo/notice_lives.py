"""One notice in each state but the rarest ends. Everything is invented."""

from bot.demo import notice_samples as samples
from bot.demo.lives import ALL_SEVEN, Deed, NoticeLife, ago, deed, sent, subject
from bot.demo.people import DUTY, OFFICER, SUPERVISOR
from storage.records.notices import Colour, Means


def approved(filed: float, *, red: bool = False) -> tuple[Deed, ...]:
    """A Red Notice passes a look at its law between claim and approval."""
    law = (deed(filed - 1.5, OFFICER, "legal_review", reviewer="Example prosecutor's office, and OIA"),)
    return (
        deed(filed - 1, OFFICER, "claim"),
        *(law if red else ()),
        deed(filed - 2, SUPERVISOR, "approve", criteria=ALL_SEVEN),
    )


def published(filed: float, days: float, control_number: str) -> tuple[Deed, ...]:
    reference = f"EX-I247-{control_number[2:5]}"
    return (
        *approved(filed, red=control_number.startswith("A")),
        deed(filed - 3, OFFICER, "send", **sent(reference)),
        deed(days, OFFICER, "publish", control_number=control_number, published_on=0),
    )


NOTICES = (
    NoticeLife(
        colour=Colour.GREEN,
        country="TH",
        filed=ago(20),
        answers=samples.OFFENDER,
        deeds=published(20, 12, "C-900/1-2026"),
    ),
    NoticeLife(
        colour=Colour.BLUE,
        country="IT",
        filed=ago(0, 2),
        answers={**subject("Specimen", "Drew", "1988"), **samples.BLUE},
        deeds=(),
    ),
    NoticeLife(
        colour=Colour.BLUE,
        country="NL",
        filed=ago(2),
        answers={**subject("Specimen", "Kit", "1991"), **samples.BLUE},
        deeds=(
            deed(1.8, DUTY, "claim"),
            deed(0.4, DUTY, "ask_info", missing="When was the person seen last?"),
        ),
    ),
    NoticeLife(
        colour=Colour.BLUE,
        country="SE",
        filed=ago(3),
        answers={**subject("Specimen", "Lou", "1983"), **samples.BLUE},
        deeds=(deed(2, OFFICER, "claim"), deed(0.2, SUPERVISOR, "approve", criteria=ALL_SEVEN)),
    ),
    NoticeLife(
        colour=Colour.GREEN,
        country="VN",
        filed=ago(8),
        answers={**samples.OFFENDER, **subject("Specimen", "Max", "1959")},
        deeds=(*approved(8), deed(5, OFFICER, "send", **sent("EX-I247-811"))),
    ),
    NoticeLife(
        colour=Colour.RED,
        country="BR",
        filed=ago(12),
        answers={**samples.FUGITIVE, **subject("Specimen", "Noa", "1980")},
        deeds=(
            *approved(12, red=True),
            deed(9, DUTY, "send", **sent("EX-I247-812")),
            deed(
                0.5,
                DUTY,
                "query",
                question="Invented: which law was broken?",
                asked_on=0,
                answer_due=-4,
            ),
        ),
    ),
    NoticeLife(
        colour=Colour.RED,
        country="DE",
        filed=ago(10),
        means=Means.DIFFUSION,
        answers={**samples.FUGITIVE, **subject("Specimen", "Ollie", "1975"), "recipients": "DE,AT"},
        deeds=(*approved(10, red=True), deed(7, DUTY, "circulate", **sent("EX-I247-813"))),
    ),
    NoticeLife(
        colour=Colour.GREEN,
        country="KH",
        filed=ago(60),
        answers={**samples.OFFENDER, **subject("Specimen", "Parker", "1961")},
        deeds=(
            *published(60, 50, "C-814/3-2026"),
            deed(
                20,
                SUPERVISOR,
                "suspend",
                justification="Invented: his identity is looked at again.",
                suspended_on=0,
                evidence="EX-I247-824",
            ),
        ),
    ),
    NoticeLife(
        colour=Colour.BLUE,
        country="GR",
        filed=ago(30),
        answers={**subject("Specimen", "Quinn", "1979"), **samples.BLUE},
        deeds=(
            *published(30, 25, "B-815/3-2026"),
            deed(
                1,
                OFFICER,
                "identified",
                came_on=0,
                came_from="GR",
                information="Invented: an address in Example City.",
                evidence="EX-ATH-1",
            ),
        ),
    ),
    NoticeLife(
        colour=Colour.YELLOW,
        country="BE",
        filed=ago(14),
        answers={**samples.CHILD, **samples.NOT_YET_OF_THE_CHILD, **subject("Specimen", "Ray", "2014-06")},
        deeds=(
            *published(14, 10, "F-816/3-2026"),
            deed(0.1, OFFICER, "located", located_on=0, located_in="BE", safe="yes", evidence="EX-BRU-2"),
        ),
    ),
    NoticeLife(
        colour=Colour.RED,
        country="CO",
        filed=ago(90),
        answers={**samples.FUGITIVE, **subject("Specimen", "Sasha", "1972")},
        deeds=(
            *published(90, 80, "A-817/3-2026"),
            deed(
                12, DUTY, "arrested", arrested_on=0, arrested_in="CO", treaty_days="60", evidence="EX-BOG-3"
            ),
        ),
    ),
    NoticeLife(
        colour=Colour.RED,
        country="ES",
        filed=ago(120),
        answers={**samples.FUGITIVE, **subject("Specimen", "Toni", "1969")},
        deeds=(
            *published(120, 110, "A-818/3-2026"),
            deed(40, DUTY, "arrested", arrested_on=0, arrested_in="ES", evidence="EX-MAD-4"),
            deed(10, DUTY, "extradition", requested_on=0, evidence="EX-MAD-5"),
        ),
    ),
    NoticeLife(
        colour=Colour.RED,
        country="PL",
        filed=ago(200),
        answers={**samples.FUGITIVE, **subject("Specimen", "Uli", "1966")},
        deeds=(
            *published(200, 190, "A-819/3-2026"),
            deed(1, DUTY, "returned", returned_on=0, evidence="EX-WAW-6"),
        ),
    ),
    NoticeLife(
        colour=Colour.RED,
        country="IE",
        filed=ago(150),
        answers={**samples.FUGITIVE, **subject("Specimen", "Val", "1964")},
        deeds=(
            *published(150, 140, "A-820/3-2026"),
            deed(20, DUTY, "returned", returned_on=0, evidence="EX-DUB-7"),
            deed(
                19,
                DUTY,
                "ask_withdrawal",
                why="achieved",
                returned_on=20,
                **sent("EX-I247-830"),
            ),
            deed(15, DUTY, "withdrawn", withdrawn_on=0, evidence="EX-I247-831"),
        ),
    ),
    NoticeLife(
        colour=Colour.RED,
        country="RO",
        filed=ago(6),
        answers={**samples.FUGITIVE, **subject("Specimen", "Wren", "1993")},
        deeds=(
            deed(5.5, DUTY, "claim"),
            deed(5, DUTY, "reject", criterion="reason", reason="Invented: the warrant was lifted."),
        ),
    ),
)
