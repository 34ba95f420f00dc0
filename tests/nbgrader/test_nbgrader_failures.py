"""What nbgrader gets wrong by itself, one after the other, with our grading in its commands."""

import json
import shutil
from pathlib import Path

import pytest

from autograder.catalogue import find_assignment
from tests.nbgrader.conftest import ANSWER, NAME, SOLUTIONS, Course, about

FULL = 100.0


@pytest.mark.parametrize(
    "student", ["right", "scripts", "warns", "stripped", "split", "links", "uploaded"]
)
def test_a_right_submission_has_full_marks_in_every_form(course: Course, student: str) -> None:
    assert course.score(student) == FULL


def test_scores_are_floats_that_nbgrader_can_read_and_no_check_cell_is_without_output(
    course: Course,
) -> None:
    for student in ("right", "wrong", "broken", "forged"):
        for name in ("initializers", "backprop", "diagnostics"):
            for cell in course.notebook(student, name)["cells"]:
                if about(cell).get("grade") and not about(cell)["solution"]:
                    [output] = cell["outputs"]
                    shown = float(output["data"]["text/plain"])
                    assert shown == course.grades(student)[about(cell)["grade_id"]][0]


def test_the_scores_are_those_of_the_records_and_not_above_the_points(course: Course) -> None:
    lines = (course.folder / "results" / NAME / "results.jsonl").read_text().splitlines()
    records = {record["student"]: record for record in map(json.loads, lines)}
    points = find_assignment(NAME).points()
    assert len(records) == 60
    for student, record in records.items():
        assert course.score(student) == pytest.approx(record["score"]), student
        for cell, (score, _) in course.grades(student).items():
            if cell != ANSWER:
                assert score is not None
                assert 0.0 <= score <= points[cell.removeprefix("check_")]


def test_a_wrong_function_loses_its_points_and_the_comment_says_why(course: Course) -> None:
    earned = course.grades("wrong")["check_sigmoid"][0]
    assert earned is not None
    assert earned < 5.0
    assert course.score("wrong") >= FULL - 6.0  # one bug costs once
    assert "we saw" in course.comments("wrong")["sigmoid"]


@pytest.mark.parametrize("student", ["endless", "floods", "kills"])
def test_a_hostile_function_costs_only_itself(course: Course, student: str) -> None:
    earned = course.grades(student)["check_sigmoid"][0]
    assert earned is not None
    assert earned < 5.0
    assert course.grades(student)["check_zeros_init"] == (4.0, False)


def test_student_code_reaches_neither_gradebook_nor_tests(course: Course) -> None:
    assert course.grades("thief")["check_zeros_init"][0] == 0.0
    assert course.grades("wrong")["check_constant_init"][0] == 5.0


def test_forged_points_and_test_cells_have_no_effect(course: Course) -> None:
    assert course.score("forged") == FULL
    sources = {about(c).get("grade_id"): c["source"] for c in
               course.notebook("forged", "backprop")["cells"]}  # fmt: skip
    assert "".join(sources["check_sigmoid"]) == 'check("sigmoid")'


def test_deleted_and_doubled_cells_are_graded_as_far_as_they_are_there(course: Course) -> None:
    assert course.grades("deleted")["check_sigmoid"][0] == 0.0
    assert course.grades("deleted")["check_zeros_init"][0] == 4.0
    assert "not in what was handed in" in course.comments("deleted")["sigmoid"]
    assert "2 cells" in course.comments("split")["sigmoid"]
    assert "was replaced" in course.comments("stripped")["sigmoid"]


@pytest.mark.parametrize("student", ["broken", "renamed"])
def test_nobody_is_lost_and_a_person_is_asked(course: Course, student: str) -> None:
    grades = course.grades(student)
    assert len(grades) == 20
    assert all(by_hand for cell, (_, by_hand) in grades.items() if cell != ANSWER)
    first = course.notebook(student, "backprop")["cells"][0]["source"]
    assert "cannot be read" in first or "no exercise file" in first


def test_what_could_not_be_graded_earns_nothing_and_waits(course: Course, tmp_path: Path) -> None:
    for name in ("gradebook.db", "nbgrader_config.py"):
        shutil.copy(course.folder / name, tmp_path)
    for name in ("release", f"submitted/right/{NAME}"):
        shutil.copytree(course.folder / name, tmp_path / name)
    (tmp_path / "results").write_text("a file where the grader needs a folder")
    broken = Course(tmp_path, {})
    broken.run("nbgrader", "autograde", NAME, "--student", "right", "--force")
    grades = {cell: grade for cell, grade in broken.grades("right").items() if cell != ANSWER}
    assert set(grades.values()) == {(None, True)}
    assert "not graded" in broken.notebook("right", "backprop")["cells"][0]["source"]


def test_a_written_answer_waits_for_a_person_also_one_that_is_not_found(course: Course) -> None:
    for student in ("right", "broken", "nothing"):
        assert course.grades(student)[ANSWER] == (None, True)
    assert "was not found" in course.comments("broken")[ANSWER]


def test_feedback_holds_no_live_script_no_solution_and_nothing_beside(course: Course) -> None:
    page = course.page("scripted", "backprop")
    assert "alert(1)" in page  # what was written is shown
    for live in ("<script>alert", "<img src=x", 'href="javascript:', "\\href{javascript:"):
        assert live not in page
    solution = "### BEGIN SOLUTION"
    assert solution in (SOLUTIONS / NAME / "backprop.py").read_text()
    for page in (course.folder / "feedback" / "broken").rglob("*.html"):
        assert solution not in page.read_text()
    names = {path.name for path in (course.folder / "feedback" / "links" / NAME).iterdir()}
    pages = {"initializers.html", "backprop.html", "diagnostics.html"}
    assert names == pages | {"timestamp.txt", "submission_secret.txt"}
    names = {path.name for path in (course.folder / "autograded" / "links" / NAME).iterdir()}
    assert {name for name in names if not name.endswith(".ipynb")} == {
        "timestamp.txt", "submission_secret.txt",
    }  # fmt: skip


def test_the_release_holds_no_solution(course: Course) -> None:
    released = list((course.folder / "release" / NAME).iterdir())
    assert len(released) == 3
    for path in released:
        text = path.read_text()
        assert "BEGIN SOLUTION" not in text
        assert "NotImplementedError" in text


def test_files_beside_the_notebooks_and_mistyped_markers_stop_a_release(course: Course) -> None:
    source = course.folder / "source" / NAME
    extra = source / "answers.py"
    extra.write_text("secret = 1\n")
    said = course.run("nbgrader", "generate_assignment", NAME, "--force", fails=True)
    assert "would hand this file to students" in said
    extra.unlink()
    path = source / "initializers.ipynb"
    text = path.read_text()
    path.write_text(text.replace("### BEGIN SOLUTION", "### BEGIN SOLUTON", 1))
    course.run("nbgrader", "generate_assignment", NAME, "--force", fails=True)
    path.write_text(text)
    course.run("nbgrader", "generate_assignment", NAME, "--force")
