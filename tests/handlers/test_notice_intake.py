"""Filing a notice at the edge of the real desk: what becomes of it, and what is said beside its fields."""

import pytest

from storage.records.announcements import Surface, SurfaceKind
from storage.records.notices import Colour, Means, NoticeState
from storage.records.requests import Direction
from tests.handlers.filling import REQUEST, inputs
from tests.handlers.notice_office import begins, chosen, files, fits, kept, notice, section
from tests.handlers.office import BORIS, Office, reference_of
from tests.handlers.reading import sections, texts
from tests.notice_samples import LEAST, RECEIVED, least

SHERIFF = "example-county-sheriff"


@pytest.mark.parametrize("colour", LEAST)
def test_a_notice_is_filed_with_what_is_asked_at_once(office: Office, colour: Colour) -> None:
    reference = files(office, colour)

    filed = notice(office, reference)
    assert (filed.colour, filed.state, filed.country) == (colour, NoticeState.SUBMITTED, "FR")
    assert {name: filed.answers[name] for name in LEAST[colour]} == LEAST[colour]
    shown = {each.kind for each in office.waiting() if isinstance(each, Surface)}
    assert SurfaceKind.NOTICE_CARD in shown


def test_who_files_reads_what_is_missing(office: Office) -> None:
    form = begins(office)

    said = "\n".join(texts(office.submit(form, fits(form, least(Colour.RED)))["view"]["blocks"]))

    assert "*NT-2026-00001* is filed: Red Notice. An officer looks at it by " in said
    assert "Still missing, and it may follow: Enough to know the person by; " in said
    assert "`/notice status NT-2026-00001` tells where it stands." in said


def test_a_diffusion_keeps_its_means_and_its_countries(office: Office) -> None:
    form = begins(office, "green diffusion MX")
    answers = {**least(Colour.GREEN), "recipients": "MX,CI"}

    filed = office.submit(form, fits(form, answers))

    assert "is filed: Green diffusion." in "\n".join(texts(filed["view"]["blocks"]))
    kept = notice(office)
    assert (kept.means, kept.country, kept.answers["recipients"]) == (Means.DIFFUSION, "MX", "MX,CI")


def test_a_diffusion_without_countries_is_asked_for_them(office: Office) -> None:
    form = begins(office, "green diffusion MX")

    errors = office.submit(form, fits(form, least(Colour.GREEN)))["errors"]

    assert errors == {"recipients": "Please fill this in."}


def test_what_another_country_has_published_is_recorded_and_promises_nothing(office: Office) -> None:
    form = begins(office, "red FR in")

    said = "\n".join(texts(office.submit(form, fits(form, RECEIVED))["view"]["blocks"]))

    assert "*NT-2026-00001* is filed: Incoming Red Notice." in said
    assert "An officer looks" not in said
    assert "missing" not in said
    recorded = notice(office)
    assert (recorded.direction, recorded.state) == (Direction.INCOMING, NoticeState.RECEIVED)
    assert (recorded.control_number, recorded.answers["issued_on"]) == ("A-77/2-2026", "2026-02-20")


def test_a_form_that_is_sent_twice_makes_one_notice(office: Office) -> None:
    form = begins(office)
    answers = fits(form, least(Colour.RED))

    first, second = office.submit(form, answers), office.submit(form, answers)

    assert reference_of(first) == reference_of(second) == "NT-2026-00001"
    assert office.type("/notice list")["text"] == "Notices: 1 found, page 1 of 1"


def test_what_needs_another_look_is_said_beside_each_field(office: Office) -> None:
    form = begins(office)

    errors = office.submit(form, {"birth": "1890-13"})["errors"]

    assert set(errors) == {"family_name", "forename", "birth", "basis", "facts", "agency"}


def test_a_child_with_an_adults_birth_is_said_beside_the_birth(office: Office) -> None:
    answers = {**least(Colour.YELLOW), "birth": "1980-05"}
    form = chosen(office, begins(office, "yellow FR"), answers)

    errors = office.submit(form, fits(form, answers))["errors"]

    assert errors == {
        "birth": "Born 1980-05, this person is of age. Check the date, or choose a missing adult."
    }


@pytest.mark.parametrize(
    ("name", "given", "told"),
    [
        pytest.param(
            "charges",
            {"penalty": "1 year"},
            "Charge and penalty: Longest possible penalty: A Red Notice needs a longest possible penalty of "
            "at least two years. A Blue Notice may be the right one: it needs no such penalty. "
            "(RPD article 83(1)(b))",
            id="a condition that cannot hold, with its rule and what would be right",
        ),
        pytest.param(
            "charges",
            {"sentence_left": "3 months"},
            "Charge and penalty: Of it, left to serve: A Red Notice needs a sentence of which at least six "
            "months are left. A Blue Notice may be the right one: it needs no such penalty. "
            "(RPD article 83(1)(b))",
            id="a sentence of which too little is left",
        ),
        pytest.param(
            "case",
            {"ori": "?"},
            "Case and contact: ORI, if the list does not have the agency: An ORI is two letters of the "
            "state and seven letters or digits, such as VAEX00100.",
            id="a slip of the finger",
        ),
        pytest.param(
            "charges",
            {"convicted": "no", "sentence_left": "7 years"},
            "Charge and penalty: Has a court convicted the person?: There is no sentence without a "
            "conviction. Choose prosecution, or say yes.",
            id="a contradiction",
        ),
    ],
)
def test_a_mistake_in_a_section_is_said_beside_the_first_field_with_the_sections_name(
    office: Office, name: str, given: dict[str, str], told: str
) -> None:
    form = begins(office)
    basis = "sentence" if "sentence_left" in given else "prosecution"
    answers = fits(form, {**least(Colour.RED), "basis": basis})
    view = section(office, form, name, answers)
    office.close(view, given)

    errors = office.submit(form, answers)["errors"]

    assert errors == {"family_name": told}


def test_a_family_matter_is_filed_and_warned_of(office: Office) -> None:
    form = begins(office)
    answers = fits(form, least(Colour.RED))
    day = {"matter": "family", "charge": "Invented charge", "childrens_issues_on": "2026-01-07"}
    hub = kept(office, form, "charges", answers, **day)

    said = "\n".join(texts(office.submit(hub, {})["view"]["blocks"]))

    assert ":warning: A Red Notice on a parent may be refused as a family matter." in said
    assert "(RPD article 83(1)(a); INTERPOL Constitution, article 3)" in said


def test_a_requester_need_not_name_their_agency_again(office: Office) -> None:
    office.admit(BORIS, SHERIFF)

    assert inputs(begins(office, as_=BORIS))["agency"]["initial_option"]["value"] == SHERIFF


def test_a_notice_of_another_country_is_given_to_no_agency_that_nobody_named(office: Office) -> None:
    office.submit(office.begin(), REQUEST)

    files(office, Colour.RED, way="in")

    assert notice(office).agency_id is None


def test_what_the_desk_knows_is_kept_of_an_officer_who_files_for_nobody_else(office: Office) -> None:
    form = begins(office)
    hub = kept(office, form, "case", fits(form, least(Colour.RED)), nrs="EX-NRS-1")

    office.submit(hub, {})

    assert notice(office).answers["nrs"] == "EX-NRS-1"


def test_only_an_officer_is_asked_who_called(office: Office) -> None:
    office.admit(BORIS, SHERIFF)

    of_officer, of_requester = (sections(begins(office, as_=who)) for who in (office.person().id, BORIS))

    assert ("caller" in of_officer, "caller" in of_requester) == (True, False)


def test_a_notice_for_somebody_who_telephoned_needs_the_number_to_call_back(office: Office) -> None:
    form = begins(office)
    answers = fits(form, least(Colour.RED))
    hub = kept(office, form, "caller", answers, channel="telephone")

    errors = office.submit(hub, {})["errors"]

    assert errors == {
        "family_name": "Filed for a caller: Their call-back number: Give the number to call back."
    }
