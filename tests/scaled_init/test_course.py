"""Two assignments in one nbgrader course."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.scaled_init.students import ROOT, assignment

pytestmark = pytest.mark.thorough


def run(*command: str, cwd: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", *command], cwd=cwd, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr


def test_a_course_has_both_assignments_and_grades_the_second(tmp_path: Path) -> None:
    from nbgrader.api import Gradebook

    course = tmp_path / "course"
    for name in ("weight_init", "scaled_init"):
        run("autograder", "course", str(course), "--assignment", name, cwd=ROOT)
    config = (course / "nbgrader_config.py").read_text("utf-8")
    assert sorted(path.name for path in (course / "source").iterdir()) == [
        "scaled_init",
        "weight_init",
    ]
    run("nbgrader", "generate_assignment", "scaled_init", cwd=course)
    for student, kind in (("ada", "source"), ("bob", "release")):
        folder = course / "submitted" / student / "scaled_init"
        shutil.copytree(course / kind / "scaled_init", folder)
    run("nbgrader", "autograde", "scaled_init", cwd=course)
    with Gradebook(f"sqlite:///{course / 'gradebook.db'}") as book:
        found = {s.student.id: s for s in book.assignment_submissions("scaled_init")}
        assert found["ada"].score == 100.0
        assert found["bob"].score == 0.0
        written = sum(mark.points for mark in assignment().written)
        assert {s.max_score for s in found.values()} == {100.0 + written}
    assert (course / "nbgrader_config.py").read_text("utf-8") == config
