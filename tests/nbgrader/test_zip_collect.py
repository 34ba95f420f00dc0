"""`nbgrader zip_collect` takes people apart as `autograder grade` does, or says that it cannot."""

from pathlib import Path

import pytest
from nbgrader.apps import ZipCollectApp
from nbgrader.coursedir import CourseDirectory

from autograder.nbgrader.zip_collect import BY_STUDENT, HandInCollector, HandInExtractor
from tests.batch.classes import ASSIGNMENT, put
from tests.handins.test_learning_systems import SYSTEMS, packed, work

# The days that names tell, in the order of the people: late days count from them.
TOLD = {"Blackboard": ["2026-11-02", "2026-11-03"], "ILIAS": ["2026-11-03"]}


def extracted(archives: Path, course: Path) -> dict[str, set[str]]:
    """Student -> the names of their files, once the archives are extracted."""
    app = ZipCollectApp()
    app.coursedir = CourseDirectory(parent=app, root=str(course))
    app.coursedir.assignment_id = ASSIGNMENT.name
    app.collector_plugin = HandInCollector
    HandInExtractor(parent=app).extract(str(archives), str(course / "extracted"))
    folder = course / "extracted" / BY_STUDENT
    return {
        student.name: {str(file.relative_to(student)) for file in student.rglob("*.*")}
        for student in folder.iterdir()
    }


@pytest.mark.parametrize(
    "system",
    ["Canvas, handed in again", "Canvas, anonymous", "Moodle, folders", "Blackboard", "ILIAS"],
)
def test_everybody_has_a_folder_with_each_file_once(system: str, tmp_path: Path) -> None:
    files, people = SYSTEMS[system]
    archives = put(tmp_path / "archive", {"download.zip": packed(files)})
    found = extracted(archives, tmp_path / "course")
    assert set(found) == people
    stamps = sorted((tmp_path / "course").rglob("timestamp.txt"))
    asked = {f"{exercise}.py" for exercise in ASSIGNMENT.exercises}
    assert all(names - {"timestamp.txt"} == asked for names in found.values())
    assert [path.read_text()[:10] for path in stamps] == TOLD.get(system, [])


def test_people_who_cannot_be_told_apart_end_the_command(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    files = {f"{part}/{name}": d for part in "abcd" for who in ("x", "y")
             for name, d in work(f"{who}/", "new").items()}  # fmt: skip
    archives = put(tmp_path / "archive", {"download.zip": packed(files)})
    with pytest.raises(SystemExit) as end:
        extracted(archives, tmp_path / "course")
    assert end.value.code == 1
    assert "nobody can say whose" in capsys.readouterr().err
