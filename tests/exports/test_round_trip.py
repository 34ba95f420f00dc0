"""A platform's archive is graded, and every row of its own list gets the grade of its person."""

import csv
import io
import zipfile
from collections.abc import Mapping
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from autograder.catalogue import find_assignment
from autograder.cli import main
from autograder.handins.finding import find, read
from autograder.model import CheckResult, Outcome, Report, Status

FILES = ("initializers.py", "backprop.py", "diagnostics.py")
CANVAS = (
    "\ufeffStudent,ID,SIS User ID,SIS Login ID,Section,Weight Init (991),Current Score\n"
    ",,,,,Manual Posting,(read only)\n"
    "    Points Possible,,,,,100,(read only)\n"
    '"Doe, Jane",4712,S100,jd12,Sec 1,,\n'
    '"Poe, Ed",4713,,,Sec 1,EX,\n'
    '"Student, Test",4799,,ab3,Sec 1,,\n'
)
MOODLE = (
    "Identifier,Full name,Email address,Status,Grade,Maximum Grade,Last modified (grade)\n"
    'Participant 1234567,Jane Doe,jane@x.org,Submitted,-,100,"Tuesday, 3 November 2026, 2:22 PM"\n'
    "Participant 1234568,Ed Poe,ed@x.org,Submitted,-,100,-\n"
)
BLIND = "Identifier,Status,Grade,Maximum Grade,Last modified (grade)\n" + "".join(
    f"Participant {number},Submitted,-,100,-\n" for number in (1234567, 1234568)
)
GERMAN = (
    "ID,Vollständiger Name,E-Mail-Adresse,Status,Bewertung,Bestwertung,Bewertung kann geändert "
    "werden,Zuletzt geändert (Abgabe),Zuletzt geändert (Bewertung),Feedback als Kommentar\n"
    'Teilnehmer/in1234567,Jane Doe,jane@x.org,Zur Bewertung abgegeben,,"100,00",Ja,"Dienstag, 3. '
    'November 2026, 14:22",-,\n'
    'Teilnehmer/in1234568,Ed Poe,ed@x.org,Zur Bewertung abgegeben,,"100,00",Ja,-,-,\n'
)
GRADEBOOK = (
    "First name,Last name,ID number,Email address,Assignment: weight_init (Real)\n"
    "Jane,Doe,,jane@x.org,-\nEd,Poe,,ed@x.org,-\n"
)
FRENCH = (
    "Prénom;Nom;Numéro d’identification;Adresse de courriel;Devoir : weight_init (Brut)\n"
    "Jane;Doe;;jane@x.org;-\nEd;Poe;;ed@x.org;-\n"
)
JAPANESE = "識別子,ステータス,評点,最大評点,最終更新日時 (評点)\n" + "".join(
    f"参加者 {number},提出済み,-,100.00,-\n" for number in (1234567, 1234568)
)
BLACKBOARD = (
    "Last Name\tFirst Name\tUsername\tStudent ID\tWeight Init [Total Pts: 100 Score] |12345\n"
    "Doe\tJane\tj_doe\t100\t\nPoe\tEd\tepoe\t101\t\n"
)
BRIGHTSPACE = (
    "OrgDefinedId,Username,Last Name,First Name,Weight Init Points Grade <Numeric MaxPoints:100>,"
    "End-of-Line Indicator\n#100,#jdoe,Doe,Jane,,#\n#101,#epoe,Poe,Ed,,#\n"
)
PEOPLE = ("Jane Doe_1234567_assignsubmission_file/", "Ed Poe_1234568_assignsubmission_file/")
NOBODY = (
    "Participant_1234567_assignsubmission_file_",
    "Participant_1234568_assignsubmission_file_",
)
ON_CANVAS = [
    ["Student", "ID", "SIS User ID", "SIS Login ID", "Section", "Weight Init (991)"],
    ["    Points Possible", "", "", "", "", "100"],
]
JANE, ED = (
    ["Doe, Jane", "4712", "S100", "jd12", "Sec 1", "100"],
    ["Poe, Ed", "4713", "", "", "Sec 1", "EX"],
)
GRADED = "Weight Init Points Grade <Numeric MaxPoints:100>"
# Format, the list, names in the archive before each file's, and what the table must hold.
TRIPS: dict[str, tuple[str, str, tuple[str, str], list[list[str]]]] = {
    "canvas": (
        "canvas",
        CANVAS,
        ("doejane_4712_{0}_", "poeed_LATE_4713_{1}_"),
        [*ON_CANVAS, JANE, ED],
    ),
    "moodle": (
        "moodle",
        MOODLE,
        PEOPLE,
        [
            ["Identifier", "Email address", "Grade", "Maximum Grade"],
            ["Participant 1234568", "ed@x.org", "0", "100"],
            ["Participant 1234567", "jane@x.org", "100", "100"],
        ],
    ),
    "moodle, blind": (
        "moodle",
        BLIND,
        NOBODY,
        [
            ["Identifier", "Grade", "Maximum Grade"],
            ["Participant 1234567", "100", "100"],
            ["Participant 1234568", "0", "100"],
        ],
    ),
    "moodle, in German": (
        "moodle",
        GERMAN,
        PEOPLE,
        [
            ["ID", "Bewertung", "Bestwertung"],
            ["Teilnehmer/in1234568", "0", "100"],
            ["Teilnehmer/in1234567", "100", "100"],
        ],
    ),
    "moodle, the gradebook": (
        "moodle",
        GRADEBOOK,
        PEOPLE,
        [["Email address", "weight_init"], ["ed@x.org", "0"], ["jane@x.org", "100"]],
    ),
    "moodle, the gradebook in French": (
        "moodle",
        FRENCH,
        PEOPLE,
        [["Email address", "weight_init"], ["ed@x.org", "0"], ["jane@x.org", "100"]],
    ),
    "moodle, blind and in Japanese": (
        "moodle",
        JAPANESE,
        ("参加者_1234567_assignsubmission_file_", "参加者_1234568_assignsubmission_file_"),
        [
            ["識別子", "評点", "最大評点"],
            ["参加者 1234567", "100", "100"],
            ["参加者 1234568", "0", "100"],
        ],
    ),
    "blackboard": (
        "blackboard",
        BLACKBOARD,
        (
            "Weight Init_j_doe_attempt_2026-11-03-14-22-05_",
            "Weight Init_epoe_attempt_2026-11-03-14-22-05_",
        ),
        [
            ["Last Name", "First Name", "Username", "Weight Init [Total Pts: 100 Score] |12345"],
            ["Poe", "Ed", "epoe", "0"],
            ["Doe", "Jane", "j_doe", "100"],
        ],
    ),
    "brightspace": (
        "brightspace",
        BRIGHTSPACE,
        (
            "12345-67890 - Jane Doe - Nov 3, 2026 222 PM/",
            "12346-67890 - Ed Poe - Nov 3, 2026 1122 PM/",
        ),
        [
            ["OrgDefinedId", "Username", GRADED, "End-of-Line Indicator"],
            ["#100", "#jdoe", "100", "#"],
            ["#101", "#epoe", "0", "#"],
        ],
    ),
    "sakai": (
        "canvas",
        CANVAS.replace("S100", "jane"),
        ("HW/Doe, Jane(jd12)/Submission attachment(s)/", "HW/Poe, Ed(4713)/"),
        [*ON_CANVAS, [*JANE[:2], "jane", *JANE[3:]], ED],
    ),
    "teams": (
        "canvas",
        CANVAS,
        ("Submitted files/Jane Doe/HW/Version 1/", "Submitted files/Ed Poe/HW/Version 1/"),
        [*ON_CANVAS, ED, JANE],
    ),
}


def archive(path: Path, people: tuple[str, str]) -> Path:
    with zipfile.ZipFile(path, "w") as made:
        for person, prefix in enumerate(people):
            for number, name in enumerate(FILES):
                attachments = (80010 + number, 80020 + number)
                made.writestr(prefix.format(*attachments) + name, f"# {person}")
    return path


def graded(path: Path, full: Mapping[int, float]) -> list[Report]:
    """Reports as grading makes them, with the points of whoever handed in what says so."""
    assignment = find_assignment("weight_init")
    reports = []
    for place in find(path, assignment).places:
        files = read(place, assignment).submission.files
        (person,) = {file.data.decode() for file in files}
        assert len(files) == len(FILES)
        reports.append(report(place.student, full[int(person[2:])]))
    return reports


def report(student: str, share: float) -> Report:
    outcome = Outcome.PASSED if share else Outcome.FAILED
    check = CheckResult("a.f.c", "a", "f", 100.0, 100.0 * share, outcome)
    return Report(student, "weight_init", Status.GRADED, 1, "0", checks=(check,))


def export(folder: Path, kind: str, listed: str, encoding: str = "utf-8") -> Result:
    roster = folder / "list.csv"
    roster.write_text(listed, encoding=encoding)
    given = ["--format", kind, "--roster", roster, "--columns", "total", "--output", "-"]
    return CliRunner().invoke(main, ["export", str(folder), *map(str, given)])


@pytest.mark.parametrize("trip", TRIPS)
def test_every_row_of_the_platforms_own_list_is_filled(trip: str, tmp_path: Path, save) -> None:
    kind, listed, people, expected = TRIPS[trip]
    folder = save(graded(archive(tmp_path / "submissions.zip", people), {0: 1.0, 1: 0.0}))
    encoding = "utf-16" if kind == "blackboard" else "utf-8"  # as its files for Excel are
    result = export(folder, kind, listed, encoding)
    assert result.exit_code == 0, result.output
    lines = list(csv.reader(io.StringIO(result.stdout, newline="")))
    assert [line[: len(expected[0])] for line in lines] == expected


def test_whoever_is_not_in_the_list_makes_the_command_fail(tmp_path: Path, save) -> None:
    folder = save([report("doejane_4712", 1), report("nobody_99", 1)])
    result = export(folder, "canvas", CANVAS)
    assert result.exit_code == 1
    assert "1 of 2 results left out: nobody_99" in result.stderr
    assert "Traceback" not in result.output


def test_of_two_people_with_one_name_neither_is_guessed(tmp_path: Path, save) -> None:
    folder = save([report("Jane Doe", 1)])
    assert export(folder, "canvas", CANVAS.replace("Poe, Ed", "Jane Doe")).exit_code == 1


def test_a_title_without_a_column_in_blackboard_is_said(tmp_path: Path, save) -> None:
    result = export(
        save([report("epoe", 1)]), "blackboard", BLACKBOARD.replace("Weight Init", "Other")
    )
    assert result.exit_code == 0
    assert "a new column of text" in result.stderr


def test_a_number_that_the_list_has_not_is_nobodys_in_it(tmp_path: Path, save) -> None:
    folder = save([report("Jane Doe_9999999", 1)])
    result = export(folder, "moodle", MOODLE)
    assert result.exit_code == 1
    assert "1 of 1 results left out: Jane Doe_9999999" in result.stderr
