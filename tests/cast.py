"""The people, channels and agencies of every story."""

from storage.records.people import Role

DESK, ONCALL, ELSEWHERE = "C0DESK", "C0ONCALL", "C0ELSE"
RITA, OLGA, DAN, NINA, SAM, ADA = "U0RITA", "U0OLGA", "U0DAN", "U0NINA", "U0SAM", "U0ADA"
"""A requester of the sheriff's office, three officers, a supervisor and an auditor."""
NORA, GUS, STRANGER = "U0NORA", "U0GUS", "U0FAR"
"""Somebody of the workspace with no role, a guest, and a member of another workspace."""
SHERIFF, AGENCY = "example-county-sheriff", "Example County Sheriff's Office (VAEX00100)"

ROLES = {
    RITA: Role.REQUESTER,
    OLGA: Role.OFFICER,
    DAN: Role.OFFICER,
    NINA: Role.OFFICER,
    SAM: Role.SUPERVISOR,
    ADA: Role.AUDITOR,
}
