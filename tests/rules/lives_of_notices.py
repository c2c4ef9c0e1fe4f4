"""The table of a notice's buttons: by colour, direction and means, in each state that it reaches."""

from collections.abc import Mapping

from storage.records.notices import Colour, Means, Notice
from storage.records.notices import NoticeState as S
from storage.records.requests import Direction
from tests.rules.examples import a_notice

RED, BLUE, GREEN, YELLOW = Colour.RED, Colour.BLUE, Colour.GREEN, Colour.YELLOW
IN = Direction.INCOMING

REVIEWED = """
submitted             Claim
review                Approve; Ask for information; Reject
needs_info            Information received; Reject
"""
REVIEWED_IN_LAW = """
submitted             Claim
review                Legal review; Ask for information; Reject
needs_info            Information received; Reject
legal_review          Approve; Ask for information; Reject
"""
PUBLISHED = """
approved              Sent to the General Secretariat; Ask for information
sent                  Published; Queried; Ask for withdrawal; Refused
ipsg_query            Query answered; Ask for withdrawal; Refused
suspended             Resume; Ask for withdrawal; Ended
withdrawal_requested  Withdrawn; Withdrawal called off; Ended
"""
CIRCULATED = """
approved              Circulated; Ask for information
ipsg_query            Query answered; Ask for withdrawal; Refused
withdrawal_requested  Withdrawn; Withdrawal called off; Ended
"""
WANTED = """
located               Country answered; Arrested; Returned; Goes on; Ask for withdrawal; Ended
arrested              Extradition requested; Returned; Goes on; Ask for withdrawal; Ended
extradition_pending   Returned; Goes on; Ask for withdrawal; Ended
returned              Ask for withdrawal; Ended
"""
MISSING = """
located               Country answered; Returned; Goes on; Ask for withdrawal; Ended
returned              Ask for withdrawal; Ended
"""
TOLD_OF = """
located               Country answered; Goes on; Ask for withdrawal; Ended
info_received         Goes on; Ask for withdrawal; Ended
"""
RECEIVED = """
received              Located; Suspend; Ended
located               Country answered; Goes on; Ended
suspended             Resume; Ended
"""
OF_NOBODY = """
received              Suspend; Ended
suspended             Resume; Ended
"""

TABLES: Mapping[str, tuple[Notice, str]] = {
    "red": (
        a_notice(colour=RED),
        REVIEWED_IN_LAW + PUBLISHED + WANTED + """
published             Located; Arrested; Returned; Suspend; Ask for withdrawal; Ended
""",
    ),
    "red diffusion": (
        a_notice(colour=RED, means=Means.DIFFUSION),
        REVIEWED_IN_LAW + CIRCULATED + WANTED + """
circulated            Located; Arrested; Returned; Queried; Ask for withdrawal; Ended
""",
    ),
    "blue": (
        a_notice(colour=BLUE),
        REVIEWED + PUBLISHED + TOLD_OF + """
published             Located; Information came; Suspend; Ask for withdrawal; Ended
""",
    ),
    "blue diffusion": (
        a_notice(colour=BLUE, means=Means.DIFFUSION),
        REVIEWED + CIRCULATED + TOLD_OF + """
circulated            Located; Information came; Queried; Ask for withdrawal; Ended
""",
    ),
    "green": (
        a_notice(colour=GREEN),
        REVIEWED + PUBLISHED + """
published             Suspend; Ask for withdrawal; Ended
""",
    ),
    "green diffusion": (
        a_notice(colour=GREEN, means=Means.DIFFUSION),
        REVIEWED + CIRCULATED + """
circulated            Queried; Ask for withdrawal; Ended
""",
    ),
    "yellow": (
        a_notice(colour=YELLOW),
        REVIEWED + PUBLISHED + MISSING + """
published             Located; Returned; Suspend; Ask for withdrawal; Ended
""",
    ),
    "yellow diffusion": (
        a_notice(colour=YELLOW, means=Means.DIFFUSION),
        REVIEWED + CIRCULATED + MISSING + """
circulated            Located; Returned; Queried; Ask for withdrawal; Ended
""",
    ),
    "yellow of somebody unidentified": (
        a_notice(colour=YELLOW, answers={"subject": "unidentified"}),
        REVIEWED + PUBLISHED + TOLD_OF + """
published             Located; Information came; Suspend; Ask for withdrawal; Ended
""",
    ),
    **{
        f"incoming {colour}": (
            a_notice(colour=colour, direction=IN, state=S.RECEIVED),
            RECEIVED if colour in {RED, BLUE, GREEN, YELLOW, Colour.UN} else OF_NOBODY,
        )
        for colour in Colour
    },
    "incoming diffusion": (
        a_notice(direction=IN, means=Means.DIFFUSION, state=S.RECEIVED),
        RECEIVED,
    ),
}  # fmt: skip
"""A notice as it begins, and its states with the labels of the buttons."""
