"""Rosters: ours, and those that Canvas and Moodle write themselves."""

import pytest

from autograder.exports.roster import parse_roster, read_roster
from autograder.results.reading import ExportError


def test_a_roster_of_our_own():
    roster = parse_roster("folder,name,ID,email\ns1,Ann,42,ann@x\n\ns2,Bob,43,\n")
    assert roster.fields == ("name", "id", "email")
    assert roster.people["s1"]["name"] == "Ann"
    assert roster.people["s2"]["email"] == ""


def test_a_gradebook_from_canvas_is_a_roster():
    text = (
        '\ufeffStudent,ID,SIS User ID,SIS Login ID,Section,"Homework 1 (99)"\r\n'
        "    Points Possible,,,,,10\r\n"
        '"Doe, Ann",42,S-1,ann,Group A,9\r\n'
    )
    roster = parse_roster(text.removeprefix("\ufeff"))
    assert list(roster.people) == ["ann"]
    assert roster.people["ann"]["section"] == "Group A"


def test_a_worksheet_from_moodle_is_a_roster():
    text = "Identifier;Full name;Email address;Grade\nParticipant 7;Ann Doe;ann@x;\n"
    roster = parse_roster(text)
    assert roster.people["ann@x"]["identifier"] == "Participant 7"


def test_a_list_of_our_own_is_no_worksheet_however_it_looks():
    text = "folder,name,group,most,said (by us)\ns1,Ann,1,100,-\ns2,Bob,1,100,-\n"
    roster = parse_roster(text)
    assert not roster.words


def test_headers_are_read_whatever_their_spelling():
    roster = parse_roster("FOLDER\tSIS_Login_ID\tE-mail Address\ns1\tann\tann@x\n")
    assert roster.people["s1"]["sis_login_id"] == "ann"
    assert roster.people["s1"]["email"] == "ann@x"


def test_folders_are_found_when_only_case_or_accents_differ():
    roster = parse_roster("folder,name\nZo\u00eb,Zoe\nann,Ann\nANN,Other\n")
    found = roster.folders_of(["zoe\u0308", "ANN", "Ann", "nobody"])
    assert found == {"zoe\u0308": "Zo\u00eb", "ANN": "ANN"}  # Ann could be two, so she is neither


def test_a_login_that_the_list_has_not_is_somebody_elses_whatever_the_name():
    roster = parse_roster("name,SIS User ID\nJane Doe,s1\nBob,s3\n")
    assert roster.folders_of(["Jane Doe (s2)", "Bob (s3)"]) == {"Bob (s3)": "s3"}
    # Where the list has none of these logins, they may be of another kind, and the name counts.
    assert roster.folders_of(["Jane Doe (jane)"]) == {"Jane Doe (jane)": "s1"}


def test_who_has_no_result():
    roster = parse_roster("folder\nann\nbob\n")
    assert roster.without_result(["Ann"]) == ["bob"]


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("", "no column `folder`"),
        ("section\nx\n", "no column `folder`"),
        ("folder\n\n", "lists nobody"),
        ("folder,name\nann,Ann\nann,Bob\n", "lists ann twice"),
        ("folder,email,E-mail\nann,a,b\n", "two columns for `email`"),
        ("folder,email\nann,X@y\nbob,x@Y\n", "gives ann, bob the same email, x@Y"),
        ('folder\n"ann\x00\n' + "x" * 200_000, "not a CSV file"),
    ],
)
def test_what_cannot_be_used_is_refused_in_a_sentence(text, why):
    with pytest.raises(ExportError, match=why):
        parse_roster(text)


def test_a_file_that_is_not_text_is_refused(tmp_path):
    path = tmp_path / "roster.csv"
    path.write_bytes("folder\nzoë\n".encode("latin-1"))
    with pytest.raises(ExportError, match="not UTF-8"):
        read_roster(path)
    with pytest.raises(ExportError, match="cannot be read"):
        read_roster(tmp_path / "nowhere")
    for data in (
        "\ufefffolder\nzoë\n".encode(),
        "sep=;\r\nfolder;name\r\nzoë;Z\r\n".encode("utf-16"),
    ):
        path.write_bytes(data)
        assert list(read_roster(path).people) == ["zoë"]
