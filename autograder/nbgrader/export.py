"""`nbgrader export --exporter=autograder.nbgrader.export.QuestionExport`: a column a question.

nbgrader's own table has totals only, does not quote names, and shows a student whose submission
was never graded as a zero. Here every student has a row and a status, and no cell is a formula.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from nbgrader.api import MissingEntry
from nbgrader.plugins import ExportPlugin

from autograder.release.notebooks import CHECK
from autograder.showing import Cell, csv_text, plain_number, safe

HEAD = ("assignment", "student", "last name", "first name", "e-mail", "status", "timestamp")
DEFAULT = "grades.csv"


class QuestionExport(ExportPlugin):
    """Scores by question, as CSV (RFC 4180)."""

    def export(self, gradebook: Any) -> None:
        """Write the table to `--to`, or to grades.csv."""
        rows: list[list[Cell]] = []
        for assignment in gradebook.assignments:
            if not self.assignment or assignment.name in map(str, self.assignment):
                rows += self._rows(gradebook, assignment)
        path = Path(self.to or DEFAULT)
        self.log.info("Exporting scores by question to %s", path)
        path.write_bytes(csv_text(rows).encode())

    def _rows(self, gradebook: Any, assignment: Any) -> Iterator[list[Cell]]:
        asked = [
            (notebook.name, cell.name)
            for notebook in assignment.notebooks
            for cell in [*notebook.grade_cells, *notebook.task_cells]
        ]
        names = [safe(f"{notebook}.{cell.removeprefix(CHECK)}") for notebook, cell in asked]
        yield [*HEAD, "score", "late penalty", "max score", *names]
        for student in gradebook.students:
            if not self.student or student.id in map(str, self.student):
                yield self._row(gradebook, assignment, student, asked)

    def _row(
        self, gradebook: Any, assignment: Any, student: Any, asked: list[tuple[str, str]]
    ) -> list[Cell]:
        people = (student.id, student.last_name, student.first_name, student.email)
        head: list[Cell] = [safe(str(text or "")) for text in (assignment.name, *people)]
        most = plain_number(assignment.max_score)
        try:
            submission = gradebook.find_submission(assignment.name, student.id)
        except MissingEntry:
            return [*head, "missing", "", "", "", most, *[""] * len(asked)]
        status = "needs a person" if submission.needs_manual_grade else "graded"
        penalty = submission.late_submission_penalty or 0.0
        found = {
            (sheet.name, grade.name): grade.score
            for sheet in submission.notebooks
            for grade in sheet.grades
        }
        when = submission.timestamp.isoformat(" ") if submission.timestamp else ""
        total = plain_number(max(0.0, submission.score - penalty))
        scores = [plain_number(found[key]) if key in found else "" for key in asked]
        return [*head, status, when, total, plain_number(penalty), most, *scores]
