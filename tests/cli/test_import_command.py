"""`import`: a registry filled from a file, whole or not at all."""

from pathlib import Path

import pytest

from storage.database import Database
from storage.records.countries import Topic
from storage.records.terms import TermKind
from tests.cli.terminal import type_in

pytestmark = pytest.mark.usefixtures("desk")

AGENCIES = """id,name,kind,state,ori,telephone,email,liaisons,removed
example-patrol,Example Harbor Patrol,local,ME,MEEX09900,+1 202 555 0100 ext. 4,front@agency.example,\
Casey Example; 202-555-0101|Robin Example; ; robin@agency.example,
icac-vt,Green Mountain ICAC Task Force,icac,VT,,202-555-0102,,,
lakeside-county-sheriff,Lakeside County Sheriff's Office,local,MI,MIEX00400,,,,yes
"""
COUNTRIES = """code,name,ncb,languages,response_days,source,left_on
MX,Mexico,NCB Example,Spanish,5,An invented letter,
FR,France,,,,An invented letter,2026-01-31
"""
REQUIREMENTS = """country,topic,text,source
MX,treaty,An invented demand.,An invented treaty
HK,provisional_arrest,"60, by an invented article",An invented treaty
"""
TERMS = """kind,code,label,source,retired
offence,grooming,Grooming,An invented law,no
offence,kidnapping,Kidnapping,An invented law,yes
"""
FILES = {"agencies": AGENCIES, "countries": COUNTRIES, "requirements": REQUIREMENTS, "terms": TERMS}
FIRST = {
    "agencies": "1 added, 2 changed, 0 unchanged",
    "countries": "0 added, 2 changed, 0 unchanged",
    "requirements": "2 added, 0 changed, 0 unchanged",
    "terms": "1 added, 1 changed, 0 unchanged",
}


def imported(kind: str, text: str | bytes, *options: str) -> tuple[int, str]:
    content = text.encode() if isinstance(text, str) else text
    Path("file.csv").write_bytes(content)
    answer = type_in(" ".join(("import", kind, "file.csv", *options)))
    return answer.code, answer.words


@pytest.mark.parametrize("kind", FILES)
def test_a_file_is_taken_whole_and_the_same_again_changes_nothing(kind: str) -> None:
    total = sum(int(word) for word in FIRST[kind].split() if word.isdigit())

    assert imported(kind, FILES[kind], "--check") == (
        0,
        f"Only checked, nothing was saved: {FIRST[kind]}.",
    )
    assert imported(kind, FILES[kind]) == (0, f"{kind}: {FIRST[kind]}.")
    assert imported(kind, FILES[kind]) == (0, f"{kind}: 0 added, 0 changed, {total} unchanged.")


def test_what_was_taken_is_what_the_desk_then_has(desk: str) -> None:
    for kind, text in FILES.items():
        imported(kind, text)

    database = Database(desk)
    with database.reading() as tx:
        patrol, vermont = tx.agencies.get("example-patrol"), tx.agencies.get("icac-vt")
        offered = {each.id for each in tx.agencies.search((), 1000)}
        mexico, france = tx.countries.get("MX"), tx.countries.get("FR")
        [arrest] = tx.countries.requirements("CN")
        retired = tx.terms.get(TermKind.OFFENCE, "kidnapping")
        trail = tx.audit.of("agency:example-patrol", 10)
    database.close()
    assert patrol is not None
    assert [each.email for each in patrol.liaisons] == ["", "robin@agency.example"]
    assert vermont is not None
    assert vermont.telephone == "202-555-0102"
    assert "lakeside-county-sheriff" not in offered
    assert mexico is not None
    assert (mexico.ncb, mexico.response_days) == ("NCB Example", 5)
    assert france is not None
    assert france.left_on == "2026-01-31"
    assert (arrest.topic, arrest.text) == (Topic.PROVISIONAL_ARREST, "60, by an invented article")
    assert retired is not None
    assert retired.retired_at is not None
    assert trail[0].actor.startswith("operator:")


def test_what_a_file_has_no_column_for_stays_as_it_is(desk: str) -> None:
    imported("countries", COUNTRIES)
    again = imported("countries", "code,name\nMX,Mexico\nFR,France\n")

    database = Database(desk)
    with database.reading() as tx:
        mexico = tx.countries.get("MX")
    database.close()
    assert again == (0, "countries: 0 added, 0 changed, 2 unchanged.")
    assert mexico is not None
    assert mexico.ncb == "NCB Example"


def test_another_source_of_the_same_requirement_takes_its_place(desk: str) -> None:
    imported("requirements", REQUIREMENTS)
    again = imported("requirements", REQUIREMENTS.replace("An invented treaty\nHK", "A newer letter\nHK"))

    database = Database(desk)
    with database.reading() as tx:
        sources = [each.source for each in tx.countries.requirements("MX")]
    database.close()
    assert again == (0, "requirements: 0 added, 1 changed, 1 unchanged.")
    assert sources == ["A newer letter"]


WANTED = "country,topic,text,source"
BROKEN = [
    ("agencies", "", "It is empty. The first line names the columns"),
    ("agencies", "id,name\na,b\n", "The column kind is missing."),
    ("terms", TERMS.replace("label", "name"), "The column “name” is not known."),
    ("terms", "kind,code,label,source,source\n", "The column source stands there twice."),
    ("agencies", f"{AGENCIES}x,=cmd(),local,ME,,,,,\n", "Line 5: name: It looks like a formula"),
    ("agencies", f"{AGENCIES}x,A Name,police,ME,,,,,\n", "Line 5: kind: Known are: federal, state"),
    (
        "agencies",
        f"{AGENCIES}x,A Name,local,ME,VAEX00100,,,,\n",
        "Line 5: ori: Example County Sheriff's Office has this ORI already.",
    ),
    ("agencies", f"{AGENCIES}y,,local,Q,1,,,,\n", "Line 5: name: This is empty."),
    ("agencies", f"{AGENCIES}y,A Name,local,ME,,,,,perhaps\n", "removed: Write yes or no"),
    ("agencies", f"{AGENCIES}y,A Name\n", "Line 5: it has 2 cells for 9 columns."),
    ("agencies", f"{AGENCIES}Y Z,A Name,local,ME,,,,,\n", "Line 5: id: Use small letters"),
    ("countries", "code,name\nMX,Mexico\n\nMX,Mexico\n", "Line 4: It speaks of the same entry as line 2."),
    ("countries", "code,name\nmexico,Mexico\n", "Line 2: code: Give the two capital"),
    ("countries", "code,name\nXA,France\n", "Another country has this name"),
    ("countries", "code,name,parent\nXA,Ex,HK\n", "not to another sub-bureau"),
    ("countries", "code,name,parent\nXA,Ex,XA\n", "not to another sub-bureau"),
    ("requirements", f"{WANTED}\nZZ,treaty,a,b\n", "no country with the code ZZ"),
    ("requirements", f"{WANTED}\nMX,treaty,a,\n", "source: This is empty"),
    ("terms", f"kind,code,label,source\noffence,x,{'y' * 2001},z\n", "at most 2,000 fit in any cell"),
    ("terms", "kind,code,label,source\noffence,x,a\0b,z\n", "Line 2: label: It holds a sign"),
    ("terms", "kind,code,label,source\n" + "offence,x,y,z\n" * 1_501, "more than 1,500 rows. Divide it."),
    ("terms", 'kind,code,label,source\noffence,"x', "it is no CSV"),
    ("countries", "code,name\nCI,C\xf4te\n".encode("latin-1"), "Line 2: it is not UTF-8"),
]


@pytest.mark.parametrize(("kind", "text", "sentence"), BROKEN)
def test_a_broken_file_names_the_line_and_nothing_of_it_is_taken(
    kind: str, text: str | bytes, sentence: str
) -> None:
    code, words = imported(kind, text)

    assert code == 1
    assert sentence in words
    assert words.endswith("Nothing of file.csv was taken.")
    if kind in {"agencies", "terms"}:
        assert imported(kind, FILES[kind], "--check")[1].endswith(f"{FIRST[kind]}.")


def test_every_broken_row_is_named_at_once() -> None:
    _, words = imported("countries", "code,name\nXA,*a*\nXB,fine\nXC,\n")

    assert "Line 2: name: Use letters" in words
    assert "Line 4: name: This is empty." in words


def test_a_file_with_a_mark_of_its_encoding_is_read_like_any_other() -> None:
    assert imported("countries", b"\xef\xbb\xbf" + COUNTRIES.encode())[0] == 0


def test_a_file_that_is_not_there_is_said_so() -> None:
    answer = type_in("import agencies nowhere.csv")

    assert answer.code == 1
    assert answer.words == "nowhere.csv cannot be read (No such file or directory)."


def test_a_mistake_in_the_command_lists_what_can_be_imported() -> None:
    answer = type_in("import people file.csv")

    assert answer.code == 2
    assert "'agencies', 'countries', 'requirements', 'terms'" in answer.words
