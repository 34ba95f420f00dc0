"""Brings nbgrader's tables up to date with many marks, inside a transaction that is given.

nbgrader's own interface takes 36 ms a submission, one object and one commit at a time. This uses
nbgrader's tables as they are declared in `nbgrader.api`, so the rows are those that it makes.
"""

from __future__ import annotations

import datetime
import uuid
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from autograder.nbgrader.graded_notebook import Marks

FEW = 200  # students whose rows are asked for by name; for more, all rows of the assignment


class UnusableGradebook(RuntimeError):
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


@dataclass
class _Rows:
    """What is to be written to one table."""

    new: list[dict[str, Any]] = field(default_factory=list)
    changed: list[dict[str, Any]] = field(default_factory=list)


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
        self.assignment = self._assignment(assignment)
        self.notebooks: dict[str, str] = self._pairs("notebook", "assignment_id", self.assignment)
        self.cells = self._cells()
        self.changes: list[Change] = []

    def _assignment(self, name: str) -> str:
        table = self.tables["assignment"]
        found = self.run(self.sql.select(table.c.id).where(table.c.name == name)).scalar()
        if found is None:
            raise UnusableGradebook(
                f"the gradebook has no assignment {name!r}; run "
                f"`nbgrader generate_assignment {name}` first"
            )
        return str(found)

    def _pairs(self, table: str, key: str, value: str) -> dict[str, str]:
        columns = self.tables[table].c
        query = self.sql.select(columns.name, columns.id).where(columns[key] == value)
        return {name: identity for name, identity in self.run(query)}  # noqa: C416  # a result has keys()

    def _cells(self) -> dict[tuple[str, str, str], str]:
        """(notebook, name, type) -> id, of the cells of the assignment."""
        columns = self.tables["base_cell"].c
        names = {identity: name for name, identity in self.notebooks.items()}
        query = self.sql.select(columns.notebook_id, columns.name, columns.type, columns.id)
        query = query.where(columns.notebook_id.in_(list(names)))
        return {(names[n], name, kind): identity for n, name, kind, identity in self.run(query)}

    def write(self) -> list[Change]:
        """Bring every table up to date, and say which scores have changed."""
        self._students()
        submissions = self._submissions()
        sheets = self._sheets(submissions)
        grades, comments = self._rows("grade", sheets), self._rows("comment", sheets)
        new_grades, new_comments = _Rows(), _Rows()
        for mark in self.marks:
            for notebook, marks in mark.notebooks.items():
                sheet = sheets.get((mark.student, notebook))
                if sheet is not None:
                    self._grades(mark, notebook, marks, sheet, grades, new_grades)
                    self._comments(notebook, marks, sheet, comments, new_comments)
        self._store("grade", new_grades)
        self._store("comment", new_comments)
        return self.changes

    def _students(self) -> None:
        table = self.tables["student"]
        query = self.sql.select(table.c.id)
        if len(self.marks) <= FEW:
            query = query.where(table.c.id.in_([mark.student for mark in self.marks]))
        known = set(self.run(query).scalars())
        rows = [{"id": mark.student} for mark in self.marks if mark.student not in known]
        if rows:
            self.run(self.sql.insert(table), rows)

    def _submissions(self) -> dict[str, str]:
        """Student -> id of the submission."""
        columns = self.tables["submitted_assignment"].c
        query = self.sql.select(columns.student_id, columns.id, columns.timestamp)
        query = query.where(columns.assignment_id == self.assignment)
        if len(self.marks) <= FEW:
            query = query.where(columns.student_id.in_([mark.student for mark in self.marks]))
        found = {student: (identity, when) for student, identity, when in self.run(query)}
        rows = _Rows()
        for mark in self.marks:
            if mark.student not in found:
                identity = _new()
                found[mark.student] = identity, mark.timestamp
                rows.new.append(
                    {
                        "id": identity,
                        "assignment_id": self.assignment,
                        "student_id": mark.student,
                        "timestamp": mark.timestamp,
                    }
                )
            elif mark.timestamp is not None and found[mark.student][1] != mark.timestamp:
                row = {"row": found[mark.student][0], "timestamp": mark.timestamp}
                rows.changed.append(row)
        self._store("submitted_assignment", rows)
        return {mark.student: found[mark.student][0] for mark in self.marks}

    def _sheets(self, submissions: Mapping[str, str]) -> dict[tuple[str, str], str]:
        """(student, notebook) -> id of the submitted notebook."""
        students = {identity: student for student, identity in submissions.items()}
        names = {identity: name for name, identity in self.notebooks.items()}
        columns = self.tables["submitted_notebook"].c
        query = self.sql.select(columns.assignment_id, columns.notebook_id, columns.id)
        if len(self.marks) <= FEW:
            query = query.where(columns.assignment_id.in_(list(students)))
        else:
            query = query.where(columns.notebook_id.in_(list(names)))
        found = {(students[a], names[n]): i for a, n, i in self.run(query) if a in students}
        rows = _Rows()
        for student, submission in submissions.items():
            for name, notebook in self.notebooks.items():
                if (student, name) not in found:
                    found[student, name] = identity = _new()
                    row = {"id": identity, "assignment_id": submission, "notebook_id": notebook}
                    rows.new.append(row | {"flagged": False})
        self._store("submitted_notebook", rows)
        return found

    def _rows(self, name: str, sheets: Mapping[Any, str]) -> dict[tuple[str, str], Any]:
        """(submitted notebook, cell) -> row."""
        table = self.tables[name]
        query = self.sql.select(table)
        if len(self.marks) <= FEW:
            query = query.where(table.c.notebook_id.in_(list(sheets.values())))
        return {(row.notebook_id, row.cell_id): row for row in self.run(query)}

    def _grades(
        self,
        mark: StudentMark,
        notebook: str,
        marks: Marks,
        sheet: str,
        known: Mapping[tuple[str, str], Any],
        rows: _Rows,
    ) -> None:
        for cell, (score, by_hand) in marks.grades.items():
            identity = self.cells.get((notebook, cell, "GradeCell"))
            if identity is None:
                continue
            row = known.get((sheet, identity))
            before = None if row is None else row.auto_score
            if before != score:
                self.changes.append(Change(mark.student, notebook, cell, before, score))
            if row is None:
                rows.new.append(_key(sheet, identity, auto_score=score, needs_manual_grade=by_hand))
                continue
            if row.manual_score is not None:
                stays = cell in marks.answers and mark.seen
                by_hand = row.needs_manual_grade if before == score and stays else True
                if before == score and cell not in marks.answers:
                    by_hand = row.needs_manual_grade
            if (before, row.needs_manual_grade) != (score, by_hand):
                rows.changed.append(
                    {"row": row.id, "auto_score": score, "needs_manual_grade": by_hand}
                )

    def _comments(
        self,
        notebook: str,
        marks: Marks,
        sheet: str,
        known: Mapping[tuple[str, str], Any],
        rows: _Rows,
    ) -> None:
        for cell, comment in marks.comments.items():
            identity = self.cells.get((notebook, cell, "SolutionCell"))
            if identity is None:
                continue
            row = known.get((sheet, identity))
            if row is None:
                rows.new.append(_key(sheet, identity, auto_comment=comment))
            elif row.auto_comment != comment:
                rows.changed.append({"row": row.id, "auto_comment": comment})

    def _store(self, name: str, rows: _Rows) -> None:
        table = self.tables[name]
        if rows.new:
            self.run(self.sql.insert(table), rows.new)
        if rows.changed:
            values = {key: self.sql.bindparam(key) for key in rows.changed[0] if key != "row"}
            update = self.sql.update(table).where(table.c.id == self.sql.bindparam("row"))
            self.run(update.values(values), rows.changed)


def _new() -> str:
    return uuid.uuid4().hex


def _key(sheet: str, cell: str, **values: Any) -> dict[str, Any]:
    return {"id": _new(), "notebook_id": sheet, "cell_id": cell, **values}
