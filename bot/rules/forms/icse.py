"""A query of the ICSE database in Lyon: outgoing, a US series; incoming, one that leads here.

No image passes this desk: a series is told by its reference, by counts, by digests and in words.
"""

from dataclasses import replace

from bot.rules.forms.cases import FACTS, THEIR_REFERENCE
from bot.rules.forms.common import THE_COUNTRY, YES_NO_UNKNOWN, form, optional, owed, owed_by
from bot.rules.steps import Ask, AskKind, Section, Shape, Sign

EVIDENCE = Ask(
    name="evidence_reference",
    label="Reference in the evidence system",
    kind=AskKind.LINE,
    sign=Sign.CASE,
    hint="Where the material is kept. It stays there.",
)
ONGOING = Ask(
    name="ongoing",
    label="Does the abuse go on?",
    kind=AskKind.CHOICE,
    choices=YES_NO_UNKNOWN,
    hint="If it does, file this as flash.",
)


SERIES = Section(
    name="series",
    label="Series and digests",
    asks=(
        replace(
            optional(
                owed("series", "Series", AskKind.LINE, "Its number or name in the database, if it has one.")
            ),
            sign=Sign.SERIES,
        ),
        owed("counts", "How many of each?", AskKind.LINE, "In numbers: images 12, videos 2."),
        optional(
            owed(
                "hash_algorithm",
                "How the digests were made",
                AskKind.CHOICE,
                choices=(("md5", "MD5"), ("sha1", "SHA-1"), ("sha256", "SHA-256"), ("sha512", "SHA-512")),
            )
        ),
        replace(
            owed("hashes", "Digests (hashes)", AskKind.TEXT, "One per line, in hexadecimal. No images."),
            masked=True,
            sign=Sign.DIGEST,
            shape=Shape(
                pattern=r"(?:[0-9A-Fa-f]{32,128}[\s,;]+)*[0-9A-Fa-f]{32,128}",
                sentence="Write digests only, one per line: 32 to 128 of the letters 0 to 9 and a to f each.",
            ),
        ),
    ),
)
VICTIMS = Section(
    name="victims",
    label="Victims",
    asks=(
        replace(
            owed("victims", "How many victims?", AskKind.LINE, "In figures."),
            shape=Shape(pattern=r"\d{1,4}", sentence="Write a number, such as 1."),
        ),
        owed(
            "apparent_sex",
            "Apparent sex",
            AskKind.CHOICE,
            choices=(("female", "Female"), ("male", "Male"), ("both", "Both"), ("unknown", "Unknown")),
        ),
        owed(
            "age_bracket",
            "Apparent age",
            AskKind.CHOICE,
            hint="Of the youngest.",
            # The desk's own steps: no source gives any.
            choices=(
                ("0-2", "Up to 2"),
                ("3-5", "3 to 5"),
                ("6-9", "6 to 9"),
                ("10-12", "10 to 12"),
                ("13-15", "13 to 15"),
                ("16-17", "16 or 17"),
                ("unknown", "Not known"),
            ),
        ),
    ),
)
COUNTRY = optional(owed("suspected_country", "Country suspected", AskKind.COUNTRY))
CLUES = Section(
    name="clues",
    label="Clues in words",
    asks=(
        owed("clues", "What can be seen and heard", AskKind.TEXT, "Objects, signs, plugs, uniforms, toys."),
        optional(owed("language_heard", "Language heard", AskKind.LINE)),
        COUNTRY,
        optional(owed("seen_between", "First and last seen", AskKind.LINE, "Two dates, as far as known.")),
        optional(owed("platform", "Platform", AskKind.LINE, "Name of the service only, no address.")),
    ),
)
# Another country may suspect the United States, which is never among the other members.
CLUES_ABROAD = replace(
    CLUES, asks=tuple(replace(ask, kind=AskKind.NATIONS) if ask is COUNTRY else ask for ask in CLUES.asks)
)

OUTGOING = form(EVIDENCE, ONGOING, FACTS, sections=(SERIES, VICTIMS, CLUES))
INCOMING = form(
    EVIDENCE,
    ONGOING,
    THEIR_REFERENCE,
    FACTS,
    sections=tuple(owed_by(THE_COUNTRY, each) for each in (SERIES, VICTIMS, CLUES_ABROAD)),
    agency_required=False,
)
