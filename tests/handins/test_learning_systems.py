"""One person, one record: archives as learning systems make them, each built here."""

import io
import zipfile
from pathlib import Path

import pytest

from autograder.handins.finding import find, read
from autograder.handins.submission import UnusablePath
from autograder.notes import texts
from tests.batch.classes import ASSIGNMENT, put

EXERCISES = ("initializers", "backprop", "diagnostics")
CODE = {
    "initializers": "def zeros_init(fan_in, fan_out):\n    return {}\n",
    "backprop": "def sigmoid(a):\n    return {}\n",
    "diagnostics": "def neuron_gap(W):\n    return {}\n",
}


def work(prefix: str, who: str, ending: str = ".py", only: str = "") -> dict[str, bytes]:
    """The files of one person, each of which says whose it is."""
    return {
        f"{prefix}{name}{ending}": CODE[name].format(repr(who)).encode()
        for name in EXERCISES
        if only in ("", name)
    }


def packed(files: dict[str, bytes]) -> bytes:
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as made:
        for name, content in files.items():
            made.writestr(name, content)
    return data.getvalue()


GRADESCOPE = b"""\
submission_11:
  :submitters:
  - :name: Jane Doe
    :sid: '0071'
    :email: jane@x.org
  :created_at: !ruby/object:ActiveSupport::TimeWithZone
    utc: 2026-11-03 14:22:05.000000000 Z
submission_12:
  :submitters:
  - :name: Ed Poe
    :sid:
    :email: ed@x.org
  - :name: Al Roe
    :sid: 73
"""
UUID = "3f2b8c1a-0d4e-4f6a-9b7c-1e2d3c4b5a69"

# What lies in the archive -> whose files must come together, under which name.
SYSTEMS: dict[str, tuple[dict[str, bytes], set[str]]] = {
    "a folder a student": (work("ann/", "new") | work("ben/", "new"), {"ann", "ben"}),
    "nbgrader": (
        work("ann/weight_init/", "new") | work("ben/weight_init/", "new"),
        {"ann", "ben"},
    ),
    "nbgrader, with its folder": (
        work("submitted/ann/weight_init/", "new")
        | work("submitted/ben/weight_init/", "new")
        | {"__MACOSX/submitted/._x": b""},
        {"ann", "ben"},
    ),
    "names before": (work("ann_", "new") | work("b_2_", "new"), {"ann", "b_2"}),
    "archives": (
        {"ann.zip": packed(work("", "new")), "ben.zip": packed(work("hw/", "new"))},
        {"ann", "ben"},
    ),
    "Moodle, folders": (
        work("Jane Doe_71_assignsubmission_file/", "new")
        | {"Jane Doe_71_assignsubmission_onlinetext/onlinetext.html": b"<p>"}
        | work("Ed_72_assignsubmission_file/hw/", "new"),
        {"Jane Doe_71", "Ed_72"},
    ),
    "Moodle 3": (
        work("Jane Doe_71_assignsubmission_file_/", "new")
        | work("Ed_72_assignsubmission_file_/", "new"),
        {"Jane Doe_71", "Ed_72"},
    ),
    "Moodle, flat and blind": (
        work("Participant_71_assignsubmission_file_", "new")
        | work("Participant_72_assignsubmission_file_", "new"),
        {"Participant_71", "Participant_72"},
    ),
    "Moodle, groups": (
        work("Group A_7_assignsubmission_file/", "new")
        | work("team_b-Jane Doe_72_assignsubmission_file/", "new"),
        {"Group A_7", "team_b-Jane Doe_72"},
    ),
    "OpenOLAT": (
        work("jdoe_Jane/2_submissions/", "new")
        | work("jdoe_Jane/3_corrections/", "not hers")
        | work("ed_Ed/2_submissions/", "new")
        | work("ed_Ed/3_corrections/", "not his"),
        {"jdoe_Jane", "ed_Ed"},
    ),
    "Canvas": (
        {
            f"doejane_4712_8001{at}_{name}": data
            for at, (name, data) in enumerate(work("", "new").items())
        }
        | {
            f"poeed_LATE_4713_8002{at}_{name}": data
            for at, (name, data) in enumerate(work("", "new").items())
        },
        {"doejane_4712", "poeed_4713"},
    ),
    "Canvas, names with underscores and numbers": (
        {
            f"team_{team}_{12345 + team}_67890{team}{at}_{name}": data
            for team in (1, 2)
            for at, (name, data) in enumerate(work("", "new").items())
        }
        | {"team_blue_9_12399_678999_hw.zip": packed(work("", "new"))},
        {"team_1_12346", "team_2_12347", "team_blue_9_12399"},
    ),
    "Canvas, file names with numbers": (
        {
            f"doejane_4712_8001{at}_hw_1_2_{name}": data
            for at, (name, data) in enumerate(work("", "new").items())
        },
        {"doejane_4712"},
    ),
    "Canvas, file names with dates and numbers": (
        {
            f"{who}{at}_{mark}_{name}": data
            for who, mark in (
                ("doejane_4712_8001", "20261103"),
                ("poeed_4713_8002", "20261104_1422"),
                ("roeal_4714_8003", "1234567"),
            )
            for at, (name, data) in enumerate(work("", "new").items())
        },
        {"doejane_4712", "poeed_4713", "roeal_4714"},
    ),
    "Canvas, people of one name": (
        {f"doe_1_{user}_{user}00_hw.zip": packed(work("", "new")) for user in (4711, 4712)},
        {"doe_1_4711", "doe_1_4712"},
    ),
    "Canvas, handed in again": (
        {
            f"doejane_4712_8{at}_{name}".replace(".py", again): data
            for at, (again, who) in enumerate(
                [(".py", "old"), ("-1.py", "older"), (f"-{UUID}.py", "new")]
            )
            for name, data in work("", who).items()
        },
        {"doejane_4712"},
    ),
    "Canvas, anonymous": (
        {
            f"{prefix}_7{person}{at}_{name}": data
            for person, prefix in enumerate(("anon_Ab12C", "LATE_anon_q9ZtR"))
            for at, (name, data) in enumerate(work("", "new").items())
        },
        {"anon_Ab12C", "anon_q9ZtR"},
    ),
    "Blackboard": (
        work("HW_1_j_doe_attempt_2026-11-03-14-22-05_", "new")
        | work("HW_1_j_doe_attempt_2026-11-02-10-00-00_", "old", only="backprop")
        | {"HW_1_j_doe_attempt_2026-11-03-14-22-05.txt": b"Name: Jane Doe (j_doe)\nsigmoid"}
        | work("HW_1_epoe_attempt_2026-11-02-14-22-05_", "new")
        | {"HW_1_epoe_attempt_2026-11-02-14-22-05.txt": b"Name: Ed Poe (epoe)"},
        {"j_doe", "epoe"},
    ),
    "Blackboard, without texts": (
        work("HW 1_jdoe_attempt_2026-11-03-14-22-05_", "new")
        | work("HW 1_jroe_attempt_2026-11-03-14-22-05_", "new"),
        {"jdoe", "jroe"},
    ),
    "Brightspace": (
        work("12-67 - Jane Doe - Nov 3, 2026 222 PM/", "new")
        | work("12-67 - Jane Doe - Nov 3, 2026 1022 AM/", "old")
        | work("12-67 - Jane Doe - Oct 30, 2026 1122 PM/", "older")
        | work("13-67 - Ed-Al Poe - Nov 1, 2026 1201 AM/", "new")
        | {"index.html": b"<html>"},
        {"12-67 - Jane Doe", "13-67 - Ed-Al Poe"},
    ),
    "Sakai": (
        work("HW 1/Doe, Jane(jd12)/Submission attachment(s)/", "new")
        | work("HW 1/Poe, Ed(ep3)/Submission attachment(s)/", "new")
        | {"HW 1/Poe, Ed(ep3)/timestamp.txt": b"1", "HW 1/grades.csv": b"x"},
        {"Doe, Jane(jd12)", "Poe, Ed(ep3)"},
    ),
    "Sakai, one": (
        work("HW 1/Doe, Jane(jd12)/Submission attachment(s)/", "new")
        | {"HW 1/grades.csv": b"x"},
        {"Doe, Jane(jd12)"},
    ),
    "ILIAS": (
        work("HW 1/Abgaben/Doe_Jane_jdoe_123/20261103142205_", "new")
        | work("HW 1/Abgaben/Poe_Ed_epoe_124/", "new")
        | {"HW 1/HW 1.xlsx": b"x"},
        {"Doe_Jane_jdoe_123", "Poe_Ed_epoe_124"},
    ),
    "ILIAS, one": (
        work("HW 1/Abgaben/Doe_Jane_jdoe_123/", "new") | {"HW 1/HW 1.xlsx": b"x"},
        {"Doe_Jane_jdoe_123"},
    ),
    "Teams": (
        work("Submitted files/Jane Doe/HW/Version 9/", "old")
        | work("Submitted files/Jane Doe/HW/Version 10/", "new")
        | work("Submitted files/Ed Poe/HW/Version 1/", "new"),
        {"Jane Doe", "Ed Poe"},
    ),
    "Teams, with drafts": (
        work("Student Work/Submitted files/Jane Doe/HW/Version 1/", "new")
        | work("Student Work/Submitted files/Ed Poe/HW/Version 1/", "new")
        | work("Student Work/Working files/Jane Doe/HW/", "draft"),
        {"Jane Doe", "Ed Poe"},
    ),
    "Teams, one": (work("Submitted files/Jane Doe/HW/Version 1/", "new"), {"Jane Doe"}),
    "Google Classroom": (
        work("HW/Jane Doe - ", "new", ".ipynb") | work("HW/Ed Poe - Copy of ", "new"),
        {"Jane Doe", "Ed Poe"},
    ),
    "Gradescope": (
        work("assignment_1_export/submission_11/", "new")
        | work("assignment_1_export/submission_12/hw/", "new")
        | {"assignment_1_export/submission_metadata.yml": GRADESCOPE},
        {"Jane Doe (0071)", "Ed Poe (ed@x.org), Al Roe (73)"},
    ),
    "GitHub Classroom": (
        work("hw-janedoe/exercises/weight_init/", "new")
        | work("hw-edpoe/exercises/weight_init/", "new")
        | {"hw-edpoe/README.md": b"sigmoid", "hw-edpoe/.git/config": b""},
        {"hw-janedoe", "hw-edpoe"},
    ),
    "names behind": (
        {f"{name}_{who}.py": data
         for who in ("Doe_Jane", "Poe_Ed")
         for name, data in ((n, work("", "new", only=n)[f"{n}.py"]) for n in EXERCISES)},
        {"Doe_Jane", "Poe_Ed"},
    ),
    "a wrapping that nobody knows": (
        work("export/2026/jane/", "new") | work("export/2026/ed/", "new"),
        {"jane", "ed"},
    ),
    "archives in a folder": (
        {f"all/{who}.zip": packed(work("hw/", "new")) for who in ("jane", "ed")},
        {"jane", "ed"},
    ),
    "a download in a folder": (
        {"new/class.zip": packed(work("doejane_47_801_", "new") | work("poeed_48_802_", "new"))},
        {"doejane_47", "poeed_48"},
    ),
    "several archives of each": (
        {f"{who}/{hw}.zip": packed(work("hw/", "new"))
         for who in ("jane", "ed") for hw in (f"{who}_hw", f"{who}_hw (1)", f"{who}_hw_v2")},
        {"jane", "ed"},
    ),
    "hidden folders": (
        work("ann/", "new") | work(".../", "new") | work(".ben/", "new"),
        {"ann", "...", ".ben"},
    ),
}  # fmt: skip


@pytest.mark.parametrize("form", ["zip", "folder"])
@pytest.mark.parametrize("system", SYSTEMS)
def test_one_record_a_person_and_nobodys_files_mixed(
    system: str, form: str, tmp_path: Path
) -> None:
    files, people = SYSTEMS[system]
    path = tmp_path / "class.zip"
    if form == "zip":
        path.write_bytes(packed(files))
    else:
        path = put(tmp_path / "class", files)
    found = find(path, ASSIGNMENT)
    assert {place.student for place in found.places} == people
    for place in found.places:
        submission = read(place, ASSIGNMENT).submission
        assert {file.exercise for file in submission.files} == set(EXERCISES)
        assert all(b"'new'" in file.data for file in submission.files), place.student


@pytest.mark.parametrize(
    ("system", "counts", "others"),
    [
        ("Blackboard", "the attempt of 2026-11-03 14:22:05", "that of 2026-11-02 10:00:00"),
        ("Brightspace", "the attempt of Nov 3, 2026 222 PM", "that of Nov 3, 2026 1022 AM"),
        ("Teams", "HW/Version 10", "Version 9"),
        ("Canvas, handed in again", "the last upload of backprop.py", "earlier ones"),
    ],
)
def test_what_does_not_count_is_named(
    system: str, counts: str, others: str, tmp_path: Path
) -> None:
    (tmp_path / "class.zip").write_bytes(packed(SYSTEMS[system][0]))
    notes = [
        note
        for place in find(tmp_path / "class.zip", ASSIGNMENT).places
        for note in read(place, ASSIGNMENT).submission.notes
        if note.kind == "versions"
    ]
    (note,) = notes
    assert counts in note.text
    assert others in note.text
    assert note.look == "several versions"


def doubts(files: dict[str, bytes], tmp_path: Path) -> dict[str, str]:
    """Student -> the doubt that there is."""
    (tmp_path / "class.zip").write_bytes(packed(files))
    return {
        place.student: note.kind
        for place in find(tmp_path / "class.zip", ASSIGNMENT).places
        for note in place.notes
        if note.look == "whose it is is not sure"
    }


def test_one_person_who_may_have_become_several_is_told(tmp_path: Path) -> None:
    apart = {f"{who}_1_q1_{at}_{name}": data for who in ("ann", "ben")
             for at, (name, data) in enumerate(work("", "new").items())}  # fmt: skip
    assert set(doubts(apart, tmp_path).values()) == {"one-each"}
    assert len(doubts(apart, tmp_path)) == 6
    again = (
        work("ann/", "new") | work("ann (1)/", "new") | work("Ann/", "old") | work("bo (1)/", "x")
    )
    assert doubts(again, tmp_path) == {"ann (1)": "nearly-called", "ann": "nearly-called"}


@pytest.mark.parametrize("system", SYSTEMS)
def test_of_whom_a_system_names_there_is_no_doubt(system: str, tmp_path: Path) -> None:
    assert doubts(SYSTEMS[system][0], tmp_path) == {}


def test_late_is_said_of_whoever_is_late(tmp_path: Path) -> None:
    (tmp_path / "class.zip").write_bytes(packed(SYSTEMS["Canvas, anonymous"][0]))
    late = {
        place.student: [(n.text, n.look) for n in read(place, ASSIGNMENT).submission.notes]
        for place in find(tmp_path / "class.zip", ASSIGNMENT).places
    }
    files = ", ".join(sorted(f"{exercise}.py" for exercise in EXERCISES))
    said = f"handed in late, by its name: {files}", "handed in late"
    assert late == {"anon_Ab12C": [], "anon_q9ZtR": [said]}


def sections(people: dict[str, bytes], *, archives: bool) -> dict[str, bytes]:
    """A class in five parts, each a folder or an archive of the people in it."""
    if archives:
        return {f"section {part}.zip": packed(people) for part in "ABCDE"}
    return {f"section {part}/{name}": data for part in "ABCDE" for name, data in people.items()}


PAIR = work("jane/", "new") | work("ed/", "new")
CANVAS_PAIR = work("doejane_4712_801_", "new") | work("poeed_4713_802_", "new")


@pytest.mark.parametrize(
    "files",
    [
        work("a/jane/", "new") | work("a/ed/", "new") | work("b/al/", "new"),
        sections(PAIR, archives=False),
        sections(PAIR, archives=True),
        sections(CANVAS_PAIR, archives=False),
        sections(CANVAS_PAIR, archives=True),
    ],
)
def test_a_layout_that_nobody_understands_is_an_error_that_says_which_are(
    files: dict[str, bytes], tmp_path: Path
) -> None:
    with pytest.raises(UnusablePath, match=r"nobody can say whose .* Moodle, Canvas, Blackboard"):
        find(put(tmp_path / "class", files), ASSIGNMENT)


def test_archives_within_archives_have_an_end(tmp_path: Path) -> None:
    data = packed(PAIR)
    for _ in range(40):
        data = packed({"more.zip": data})
    (tmp_path / "class.zip").write_bytes(data)
    (place,) = find(tmp_path / "class.zip", ASSIGNMENT).places
    submission = read(place, ASSIGNMENT).submission
    assert submission.files == ()
    assert "more.zip is an archive within others and was not opened; hand in" in str(
        submission.notes
    )


def test_every_folder_has_a_record_or_a_line(tmp_path: Path) -> None:
    nobodys = (".hidden/x.txt", "empty/x.txt", "stray.csv", ".DS_Store")
    files = work("ann/", "new") | dict.fromkeys(nobodys, b"")
    found = find(put(tmp_path / "class", files), ASSIGNMENT)
    assert {place.student for place in found.places} == {"ann", "empty"}
    assert found.strays == (".hidden", "stray.csv")


def test_a_list_of_gradescopes_that_cannot_be_read_costs_only_the_names(tmp_path: Path) -> None:
    files = SYSTEMS["Gradescope"][0] | {"assignment_1_export/submission_metadata.yml": b"a: [b: {"}
    found = find(put(tmp_path / "class", files), ASSIGNMENT)
    assert [place.student for place in found.places] == ["submission_11", "submission_12"]
    assert texts(read(found.places[0], ASSIGNMENT).submission.notes) == []
