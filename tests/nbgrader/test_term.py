"""A class of 60 through all commands of a term; its scores are those of `autograder grade`."""

import ast
import csv
import html
import re
from functools import cache
from html.parser import HTMLParser
from pathlib import Path

import pytest

from autograder.catalogue import find_assignment
from autograder.nbgrader.function_scores import function_scores
from autograder.results.reading import Records
from tests.nbgrader.conftest import ANSWER, NAME, ROOT, SOLUTIONS, Course

STUDENTS = 60
NOTEBOOKS = ("initializers", "backprop", "diagnostics")
# Nothing that they handed in answers an exercise, so nothing in their pages may.
EMPTY_HANDED = ("broken", "renamed", "nothing")


def test_everybody_is_there_after_every_command(course: Course) -> None:
    for step in ("autograded", "feedback"):
        folders = {path.name for path in (course.folder / step).iterdir()}
        assert len(folders) == STUDENTS
        for student in folders:
            ending = "ipynb" if step == "autograded" else "html"
            place = course.folder / step / student / NAME
            assert {path.stem for path in place.glob(f"*.{ending}")} == set(NOTEBOOKS)
    rows = course.ask("select count(*) from submitted_assignment")
    assert rows == [(STUDENTS,)]


def test_no_command_fails_for_anybody(course: Course) -> None:
    for name, said in course.said.items():
        assert "Traceback" not in said, name
        assert "| ERROR]" not in said, name


def test_the_gradebook_says_what_autograder_grade_says(course: Course, tmp_path: Path) -> None:
    out = str(tmp_path / "again")
    course.run("autograder", "grade", "submitted", "--out", out, "--seed", "0")
    reports = {report.student: report for report in Records(tmp_path / "again")}
    assert len(reports) == STUDENTS
    for student, report in reports.items():
        scores = {
            f"check_{n}": q.score for n, q in function_scores(report, find_assignment(NAME)).items()
        }
        found = course.grades(student)
        assert {cell: score for cell, (score, _) in found.items() if cell != ANSWER} == scores
        assert course.score(student) == pytest.approx(report.score)


def test_feedback_reaches_the_student_who_handed_in_through_the_exchange(course: Course) -> None:
    from nbgrader.utils import notebook_hash

    secret = (course.folder / "submitted" / "sent" / NAME / "submission_secret.txt").read_text()
    for name in NOTEBOOKS:
        sent = notebook_hash(secret=secret, notebook_id=name)
        page = course.folder / "exchange" / "networks" / "feedback" / f"{sent}.html"
        assert page.read_text() == course.page("sent", name)


def test_the_exchange_holds_the_stubs(course: Course) -> None:
    released = course.folder / "exchange" / "networks" / "outbound" / NAME
    assert {path.name for path in released.iterdir()} == {f"{name}.ipynb" for name in NOTEBOOKS}


class Page(HTMLParser):
    """What of a page is alive: scripts, handlers, links, frames."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.scripts: list[str] = []
        self.alive: list[str] = []
        self._in_script = False
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "script":
            self._in_script = True
            self.scripts.append(str(dict(attrs).get("src")))
        elif tag in ("iframe", "object", "embed", "form", "base"):
            self.alive.append(tag)
        for name, value in attrs:
            target = re.sub(r"\s", "", html.unescape(value or "")).lower()
            if name.startswith("on") or target.startswith(("javascript:", "vbscript:")):
                self.alive.append(f"{tag} {name}={value}")
            if target.startswith("data:") and not target.startswith("data:image/"):
                self.alive.append(f"{tag} {name}=data:")

    def handle_data(self, data: str) -> None:
        if self._in_script:
            self.scripts[-1] += data

    def handle_endtag(self, tag: str) -> None:
        if tag == "script":
            self._in_script = False


def pages(course: Course) -> dict[tuple[str, str], str]:
    """(student, notebook) -> page."""
    found = sorted((course.folder / "feedback").glob(f"*/{NAME}/*.html"))
    return {(path.parts[-3], path.stem): path.read_text("utf-8") for path in found}


def test_no_page_of_feedback_runs_a_script_of_a_student(course: Course) -> None:
    found = pages(course)
    assert len(found) == STUDENTS * len(NOTEBOOKS)
    usual = Page(found["nothing", "backprop"])
    assert usual.scripts  # nbconvert's own, MathJax
    for place, text in found.items():
        page = Page(text)
        assert page.scripts == usual.scripts, place
        assert page.alive == [], place


@cache
def code_of(folder: Path) -> frozenset[str]:
    """Statements of the Python files below a folder, as they would be printed in a page."""
    found = set()
    for path in folder.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.stmt):
                line = ast.get_source_segment(path.read_text("utf-8"), node)
                found |= {part.strip() for part in (line or "").splitlines()}
    return frozenset(line for line in found if len(line) > 25 and "(" in line)


def shown(page: str) -> str:
    """A page as plain text: tags away, entities resolved."""
    return html.unescape(re.sub(r"<[^>]*>", "", page))


def test_no_page_of_feedback_holds_the_source_of_a_check(course: Course) -> None:
    ours = code_of(ROOT / "autograder" / "assignments" / NAME / "checks")
    assert len(ours) > 100
    for place, page in pages(course).items():
        text = shown(page)
        assert [line for line in ours if line in text] == [], place


def solution_lines() -> set[str]:
    """What stands between the markers of the solutions."""
    lines = set()
    for path in (SOLUTIONS / NAME).glob("*.py"):
        for part in re.findall(
            r"### BEGIN SOLUTION\n(.*?)### END SOLUTION", path.read_text(), re.S
        ):
            lines |= {line.strip() for line in part.splitlines() if len(line.strip()) > 20}
    return lines


def test_no_page_of_feedback_holds_a_solution(course: Course) -> None:
    lines = solution_lines()
    assert len(lines) > 20
    assert any(line in shown(course.page("right", "backprop")) for line in lines)  # theirs
    for student in EMPTY_HANDED:
        for name in NOTEBOOKS:
            text = shown(course.page(student, name))
            assert [line for line in lines if line in text] == []


def test_the_export_has_a_row_for_everybody_and_no_formula(course: Course) -> None:
    with open(course.folder / "table.csv", newline="") as file:
        rows = {row["student"]: row for row in csv.DictReader(file)}
    assert len(rows) == STUDENTS + 1
    assert rows["absent"]["status"] == "missing"
    assert rows["absent"]["score"] == ""
    assert rows["absent"]["last name"].startswith("'=")
    assert "'=1+1" in rows
    assert float(rows["wrong"]["backprop.sigmoid"]) == course.grades("wrong")["check_sigmoid"][0]
    assert float(rows["right"]["score"]) == 100.0
    assert rows["right"]["status"] == "needs a person"
    assert rows["nothing"]["status"] == "needs a person"
    assert float(rows["late"]["late penalty"]) == 100.0
    assert float(rows["late"]["score"]) == 0.0


def test_the_commands_of_the_readme_are_those_that_ran(course: Course) -> None:
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    listing = re.search(r"```console\n(\$ autograder course.+?)```", text, re.DOTALL)
    assert listing is not None
    commands = [re.split(r" && |\s{2,}#", line[2:])[0].split() for line in listing[1].splitlines()]
    assert len(commands) == 10
    # Formgrader is a server, which test_formgrader opens in a browser.
    told = [" ".join(words[:2]) for words in commands if words[1] != "formgrader"]
    ran = {" ".join(words[:2]) for words in course.ran}
    assert [words for words in told if words not in ran] == []
