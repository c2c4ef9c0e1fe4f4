"""Approval: a second pair of eyes, all seven criteria, and every condition of the colour met."""

import pytest

from bot.rules.colours import FILED_HERE
from bot.rules.criteria import CRITERIA
from bot.rules.errors import NotYet, Refusal
from bot.rules.notices import findings_of
from storage.records.notices import Colour, Notice, NoticeState
from storage.records.people import Person
from tests.desk.around import both_databases
from tests.desk.floor import ALL_SEVEN, OFFICER, REQUESTER, SECOND, SUPERVISOR, Floor
from tests.desk.notice_life import evidence, takes, wrong
from tests.notice_samples import WHOLE, least


def _before_approval(floor: Floor, colour: Colour, answers: dict[str, str] | None = None) -> Notice:
    """The officer's, with the least that it was filed with unless more is given."""
    notice = floor.file_notice(colour=colour, answers={**least(colour), **(answers or {})})
    takes(floor, notice, "claim")
    return takes(floor, notice, "legal_review") if colour is Colour.RED else floor.notice(notice.id)


def _refused(floor: Floor, notice: Notice) -> str:
    """The sentence with which the approval is refused, before its form opens and after it was sent."""
    with pytest.raises(NotYet) as before:
        floor.desk.notices.check_step(SUPERVISOR, notice.id, "approve")
    with pytest.raises(NotYet) as after:
        takes(floor, notice, "approve", SUPERVISOR)
    assert str(before.value) == str(after.value)
    assert floor.notice(notice.id) == notice
    return str(after.value)


@both_databases
def test_approved_with_all_seven_ticked_and_all_conditions_met(floor: Floor) -> None:
    notice = _before_approval(floor, Colour.YELLOW, dict(WHOLE[Colour.YELLOW]))
    approved = takes(floor, notice, "approve", SECOND)

    assert (approved.state, approved.approved_by, approved.owner) == (
        NoticeState.APPROVED,
        SECOND.id,
        OFFICER.id,
    )
    assert evidence(floor, notice).evidence == {"criteria": ALL_SEVEN}


def test_it_is_refused_while_conditions_are_not_met_and_each_is_named_with_its_source(floor: Floor) -> None:
    notice = _before_approval(floor, Colour.YELLOW)

    assert _refused(floor, notice) == (
        "NT-2026-00001 cannot go on yet. Not met: "
        "Reported to and recorded by the police (RPD article 90(2)(a)); "
        "Whereabouts unknown to the police (RPD article 90(2)(b)); "
        "Enough about the circumstances (RPD article 90(2)(d)); "
        "Enough to know the person by (RPD article 90(3)); "
        "Entered in NCIC as missing (Notice Request Service, application). "
        "Show details says what is wanted: add it, ask for it, or reject the notice."
    )


@pytest.mark.parametrize("colour", FILED_HERE)
def test_of_each_colour_every_condition_that_is_not_met_is_named(floor: Floor, colour: Colour) -> None:
    notice = _before_approval(floor, colour)
    sentence = _refused(floor, notice)

    for found in findings_of(notice):
        named = f"{found.condition.label} ({found.condition.source})"
        assert (named in sentence) is not found.holds


@pytest.mark.parametrize(
    ("colour", "missing", "named"),
    [
        (Colour.RED, "oia_on", "Office of International Affairs consulted (Justice Manual 9-15.635)"),
        (Colour.RED, "committed_on", "Extradition will be sought (RPD article 84(b);"),
        (Colour.RED, "warrant_on", "A valid warrant or judgment (RPD article 83(2)(b)(v))"),
        (Colour.BLUE, "connection", "Part in the case, and what is sought (RPD article 88(1) and (2))"),
        (Colour.GREEN, "assessed_on", "Assessed by a law enforcement authority (RPD article 89(2)(a))"),
        (Colour.YELLOW, "looked_on", "Whereabouts unknown to the police (RPD article 90(2)(b))"),
    ],
)
def test_one_fact_that_is_missing_is_enough(floor: Floor, colour: Colour, missing: str, named: str) -> None:
    notice = _before_approval(floor, colour, {**WHOLE[colour], missing: ""})

    assert f"Not met: {named}" in _refused(floor, notice)


def test_a_warning_does_not_stand_against_it(floor: Floor) -> None:
    family = {"matter": "family", "childrens_issues_on": "2026-01-08"}
    notice = _before_approval(floor, Colour.RED, {**WHOLE[Colour.RED], **family})

    assert takes(floor, notice, "approve", SUPERVISOR).state is NoticeState.APPROVED


@pytest.mark.parametrize(
    ("filer", "claimer", "approver", "sentence"),
    [
        (SUPERVISOR, OFFICER, SUPERVISOR, "You filed this notice, so somebody else must approve it."),
        (OFFICER, SECOND, OFFICER, "You filed this notice, so somebody else must approve it."),
        (REQUESTER, SUPERVISOR, SUPERVISOR, "You claimed this notice, so somebody else must approve it."),
        (REQUESTER, OFFICER, OFFICER, "You claimed this notice, so somebody else must approve it."),
        (OFFICER, OFFICER, OFFICER, "You filed this notice, so somebody else must approve it."),
    ],
)
def test_neither_who_filed_it_nor_who_has_it_approves_supervisor_or_not(
    floor: Floor, filer: Person, claimer: Person, approver: Person, sentence: str
) -> None:
    notice = floor.file_notice(filer, Colour.BLUE)
    takes(floor, notice, "claim", claimer)
    for attempt in (
        lambda: floor.desk.notices.check_step(approver, notice.id, "approve"),
        lambda: takes(floor, notice, "approve", approver),
    ):
        with pytest.raises(Refusal) as refused:
            attempt()
        assert str(refused.value) == sentence

    assert floor.refused(notice.reference) == [(approver.id, "notice.approve")] * 2
    third = next(each for each in (OFFICER, SECOND, SUPERVISOR) if each not in {filer, claimer})
    assert takes(floor, notice, "approve", third).approved_by == third.id


def test_a_requester_approves_nothing(floor: Floor) -> None:
    notice = _before_approval(floor, Colour.GREEN)

    with pytest.raises(Refusal, match="Only officers and supervisors"):
        takes(floor, notice, "approve", REQUESTER)


def test_a_red_notice_is_approved_only_after_the_legal_review(floor: Floor) -> None:
    notice = floor.file_notice()
    takes(floor, notice, "claim")
    with pytest.raises(NotYet, match="is now in review, so “Approve” is not open"):
        takes(floor, notice, "approve", SUPERVISOR)
    takes(floor, notice, "legal_review", reviewer="Prosecutor of the Example District")

    assert evidence(floor, notice).evidence == {"reviewer": "Prosecutor of the Example District"}
    assert takes(floor, notice, "approve", SUPERVISOR).state is NoticeState.APPROVED


def test_what_was_asked_in_the_legal_review_leads_to_it_again(floor: Floor) -> None:
    notice = _before_approval(floor, Colour.RED, dict(WHOLE[Colour.RED]))
    takes(floor, notice, "ask_info")
    takes(floor, notice, "info", REQUESTER)

    with pytest.raises(NotYet, match="is now in review"):
        takes(floor, notice, "approve", SUPERVISOR)


@pytest.mark.parametrize(("code", "label"), CRITERIA)
def test_each_of_the_seven_must_be_ticked(floor: Floor, code: str, label: str) -> None:
    notice = _before_approval(floor, Colour.BLUE, dict(WHOLE[Colour.BLUE]))
    six = ",".join(each for each, _ in CRITERIA if each != code)
    errors = wrong(floor, notice, "approve", SUPERVISOR, criteria=six)

    assert set(errors) == {"criteria"}
    assert errors["criteria"].startswith(f"Not ticked: {label}. ")
