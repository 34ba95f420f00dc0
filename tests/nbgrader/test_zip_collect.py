"""`nbgrader zip_collect` takes people apart as `autograder grade` does, or says that it cannot."""

from __future__ import annotations

from pathlib import Path

import pytest
from nbgrader.apps import ZipCollectApp
from nbgrader.coursedir import CourseDirectory

from autograder.nbgrader.zip_collect import BY_STUDENT, HandInCollector, HandInExtractor
from tests.batch.classes import ASSIGNMENT, put
from tests.handins.test_learning_systems import SYSTEMS, packed, work


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
    assert all(names == {f"{e}.py" for e in ASSIGNMENT.exercises} for names in found.values())


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
