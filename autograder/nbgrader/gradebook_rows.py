"""Brings nbgrader's tables up to date with many marks, inside a transaction that is given.

nbgrader's own interface takes 36 ms a submission, one object and one commit at a time. This uses
nbgrader's tables as they are declared in `nbgrader.api`, so the rows are those that it makes.
"""

from __future__ import annotations

import datetime
import uuid
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from autograder.nbgrader.graded_notebook import Marks
from autograder.refusals import Refusal

FEW = 200  # students whose rows are asked for by name; for more, all rows of the assignment


class UnusableGradebook(Refusal):
    """The database cannot be used; the text says why and what to do."""


@dataclass(frozen=True, slots=True)
class StudentMark:
    """What one student gets for one assignment.

    Attributes:
        student: the student's id.
        notebooks: notebook -> marks.
        timestamp: when it was handed in, UTC, if that is known.
        seen: the answers that a person grades are those that were there before.
    """

    student: str
    notebooks: Mapping[str, Marks]
    timestamp: datetime.datetime | None = None
    seen: bool = False


@dataclass(frozen=True, slots=True)
class Change:
    """One score that is not what it was; None where there was none."""

    student: str
    notebook: str
    cell: str
    before: float | None
    after: float | None


class _Rows:
    """What is to be written to one table."""

    def __init__(self, table: Any) -> None:
        self.table = table
        self.new: list[dict[str, Any]] = []
        self.changed: list[dict[str, Any]] = []

    def add(self, **values: Any) -> str:
        """Another row; returns its id."""
        identity = uuid.uuid4().hex
        self.new.append({"id": identity, **values})
        return identity

    def change(self, identity: str, **values: Any) -> None:
        """Other values of a row; in one table always of the same columns."""
        self.changed.append({"row": identity, **values})

    def store(self, sql: Any, run: Any) -> None:
        """Write all of them."""
        if self.new:
            run(sql.insert(self.table), self.new)
        if self.changed:
            values = {key: sql.bindparam(key) for key in self.changed[0] if key != "row"}
            update = sql.update(self.table).where(self.table.c.id == sql.bindparam("row"))
            run(update.values(values), self.changed)


class RowWriter:
    """Writes the marks of one assignment."""

    def __init__(
        self,
        tables: Mapping[str, Any],
        connection: Any,
        assignment: str,
        marks: Sequence[StudentMark],
    ) -> None:
        """Look the assignment up.

        Args:
            tables: nbgrader's, by name.
            connection: in a transaction, which the caller ends.
            assignment: nbgrader's name of it.
            marks: one for each student.

        Raises:
            UnusableGradebook: the assignment is not in the database.
        """
        import sqlalchemy

        self.sql: Any = sqlalchemy
        self.run, self.tables, self.marks = connection.execute, tables, marks
        found = [row.id for row in self._rows("assignment", name=[assignment])]
        if not found:
            raise UnusableGradebook(
                f"the gradebook has no assignment {assignment!r}; run "
                f"`nbgrader generate_assignment {assignment}` first"
            )
        self.assignment: str = found[0]
        notebooks = self._rows("notebook", assignment_id=found)
        self.notebooks: dict[str, str] = {row.name: row.id for row in notebooks}
        names = {identity: name for name, identity in self.notebooks.items()}
        # (notebook, name, type) -> id, of the cells of the assignment
        self.cells: dict[tuple[str, str, str], str] = {
            (names[row.notebook_id], row.name, row.type): row.id
            for row in self._rows("base_cell", notebook_id=names)
        }
        self.changes: list[Change] = []

    def _rows(self, table: str, **wanted: Iterable[str]) -> Iterable[Any]:
        """The rows of a table with one of these values in each of these columns."""
        found = self.tables[table]
        query = self.sql.select(found)
        for column, values in wanted.items():
            query = query.where(found.c[column].in_(list(values)))
        rows: Iterable[Any] = self.run(query)
        return rows

    def _if_few(self, column: str, values: Iterable[str]) -> dict[str, Iterable[str]]:
        """What to ask for beside the rest; nothing when there are many students."""
        return {column: values} if len(self.marks) <= FEW else {}

    def write(self) -> list[Change]:
        """Bring every table up to date, and say which scores have changed."""
        self._students()
        sheets = self._sheets(self._submissions())
        new = {name: _Rows(self.tables[name]) for name in ("grade", "comment")}
        known = {
            name: {
                (row.notebook_id, row.cell_id): row
                for row in self._rows(name, **self._if_few("notebook_id", sheets.values()))
            }
            for name in new
        }
        for mark in self.marks:
            for notebook in mark.notebooks:
                sheet = sheets.get((mark.student, notebook))
                if sheet is not None:
                    self._grades(mark, notebook, sheet, known["grade"], new["grade"])
                    self._comments(mark, notebook, sheet, known["comment"], new["comment"])
        for rows in new.values():
            rows.store(self.sql, self.run)
        return self.changes

    def _students(self) -> None:
        students = [mark.student for mark in self.marks]
        known = {row.id for row in self._rows("student", **self._if_few("id", students))}
        rows = [{"id": student} for student in students if student not in known]
        if rows:
            self.run(self.sql.insert(self.tables["student"]), rows)

    def _submissions(self) -> dict[str, str]:
        """Student -> id of the submission."""
        few = self._if_few("student_id", [mark.student for mark in self.marks])
        there = self._rows("submitted_assignment", assignment_id=[self.assignment], **few)
        known = {row.student_id: row for row in there}
        rows = _Rows(self.tables["submitted_assignment"])
        found = {}
        for mark in self.marks:
            row = known.get(mark.student)
            if row is None:
                about = {"student_id": mark.student, "timestamp": mark.timestamp}
                found[mark.student] = rows.add(assignment_id=self.assignment, **about)
                continue
            found[mark.student] = row.id
            if mark.timestamp is not None and row.timestamp != mark.timestamp:
                rows.change(row.id, timestamp=mark.timestamp)
        rows.store(self.sql, self.run)
        return found

    def _sheets(self, submissions: Mapping[str, str]) -> dict[tuple[str, str], str]:
        """(student, notebook) -> id of the submitted notebook."""
        few = self._if_few("assignment_id", submissions.values())
        there = self._rows("submitted_notebook", notebook_id=self.notebooks.values(), **few)
        known = {(row.assignment_id, row.notebook_id): row.id for row in there}
        rows = _Rows(self.tables["submitted_notebook"])
        found = {}
        for student, submission in submissions.items():
            for name, notebook in self.notebooks.items():
                sheet = known.get((submission, notebook))
                if sheet is None:
                    about = {"assignment_id": submission, "notebook_id": notebook}
                    sheet = rows.add(**about, flagged=False)
                found[student, name] = sheet
        rows.store(self.sql, self.run)
        return found

    def _grades(
        self,
        mark: StudentMark,
        notebook: str,
        sheet: str,
        known: Mapping[tuple[str, str], Any],
        rows: _Rows,
    ) -> None:
        marks = mark.notebooks[notebook]
        for cell, (score, by_hand) in marks.grades.items():
            identity = self.cells.get((notebook, cell, "GradeCell"))
            if identity is None:
                continue
            row = known.get((sheet, identity))
            before = None if row is None else row.auto_score
            if before != score:
                self.changes.append(Change(mark.student, notebook, cell, before, score))
            after = {"auto_score": score, "needs_manual_grade": by_hand}
            if row is None:
                rows.add(notebook_id=sheet, cell_id=identity, **after)
                continue
            if row.manual_score is not None:  # it stays; who gave it looks again at what is new
                same = before == score and (cell not in marks.answers or mark.seen)
                after["needs_manual_grade"] = row.needs_manual_grade if same else True
            if after != {name: getattr(row, name) for name in after}:
                rows.change(row.id, **after)

    def _comments(
        self,
        mark: StudentMark,
        notebook: str,
        sheet: str,
        known: Mapping[tuple[str, str], Any],
        rows: _Rows,
    ) -> None:
        for cell, comment in mark.notebooks[notebook].comments.items():
            identity = self.cells.get((notebook, cell, "SolutionCell"))
            if identity is None:
                continue
            row = known.get((sheet, identity))
            if row is None:
                rows.add(notebook_id=sheet, cell_id=identity, auto_comment=comment)
            elif row.auto_comment != comment:
                rows.change(row.id, auto_comment=comment)
