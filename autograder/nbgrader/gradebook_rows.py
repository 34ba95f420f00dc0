"""Brings nbgrader's tables up to date with many marks, inside a transaction that is given.

nbgrader's own interface takes 36 ms a submission, one object and one commit at a time. This uses
nbgrader's tables as they are declared in `nbgrader.api`, so the rows are those that it makes.
"""

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
    """What is to be written to one table: rows that it lacks, and others that are not as wanted.

    Args:
        columns: which together tell a row from all others.
    """

    def __init__(self, table: Any, known: Iterable[Any], *columns: str) -> None:
        self._table, self._columns = table, columns
        self._known = {tuple(getattr(row, name) for name in columns): row for row in known}
        self._new: list[dict[str, Any]] = []
        self._changed: list[dict[str, Any]] = []

    def get(self, *key: str) -> Any:
        """The row that is there under a key, or None."""
        return self._known.get(key)

    def put(self, *key: str, new: Mapping[str, Any] | None = None, **values: Any) -> str:
        """Have a row under a key with these values, in one table always of the same columns.

        Args:
            key: in the order of the columns.
            new: what else a row has that was not there.
            values: what it has in any case.

        Returns:
            Its id.
        """
        row = self._known.get(key)
        if row is None:
            own = {"id": uuid.uuid4().hex, **dict(zip(self._columns, key, strict=True))}
            self._new.append(own | dict(new or {}) | values)
            return own["id"]
        if any(getattr(row, name) != value for name, value in values.items()):
            self._changed.append({"row": row.id, **values})
        return str(row.id)

    def store(self, sql: Any, run: Any) -> None:
        """Write all of them."""
        if self._new:
            run(sql.insert(self._table), self._new)
        if self._changed:
            values = {key: sql.bindparam(key) for key in self._changed[0] if key != "row"}
            update = sql.update(self._table).where(self._table.c.id == sql.bindparam("row"))
            run(update.values(values), self._changed)


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
            connection: in a transaction, which the caller ends.

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
        few = self._if_few("notebook_id", sheets.values())
        grades, comments = (
            _Rows(self.tables[name], self._rows(name, **few), "notebook_id", "cell_id")
            for name in ("grade", "comment")
        )
        for mark in self.marks:
            for notebook in mark.notebooks:
                sheet = sheets.get((mark.student, notebook))
                if sheet is not None:
                    self._grades(mark, notebook, sheet, grades)
                    self._comments(mark, notebook, sheet, comments)
        grades.store(self.sql, self.run)
        comments.store(self.sql, self.run)
        return self.changes

    def _students(self) -> None:
        students = [mark.student for mark in self.marks]
        known = self._rows("student", **self._if_few("id", students))
        rows = _Rows(self.tables["student"], known, "id")
        for student in students:
            rows.put(student)
        rows.store(self.sql, self.run)

    def _submissions(self) -> dict[str, str]:
        """Student -> id of the submission."""
        few = self._if_few("student_id", [mark.student for mark in self.marks])
        known = self._rows("submitted_assignment", assignment_id=[self.assignment], **few)
        rows = _Rows(self.tables["submitted_assignment"], known, "student_id")
        found = {}
        for mark in self.marks:
            # Where nobody knows when, a time that is there stays.
            when = {} if mark.timestamp is None else {"timestamp": mark.timestamp}
            new = {"assignment_id": self.assignment, "timestamp": mark.timestamp}
            found[mark.student] = rows.put(mark.student, new=new, **when)
        rows.store(self.sql, self.run)
        return found

    def _sheets(self, submissions: Mapping[str, str]) -> dict[tuple[str, str], str]:
        """(student, notebook) -> id of the submitted notebook."""
        few = self._if_few("assignment_id", submissions.values())
        known = self._rows("submitted_notebook", notebook_id=self.notebooks.values(), **few)
        rows = _Rows(self.tables["submitted_notebook"], known, "assignment_id", "notebook_id")
        found = {
            (student, name): rows.put(submission, notebook, new={"flagged": False})
            for student, submission in submissions.items()
            for name, notebook in self.notebooks.items()
        }
        rows.store(self.sql, self.run)
        return found

    def _grades(self, mark: StudentMark, notebook: str, sheet: str, rows: _Rows) -> None:
        marks = mark.notebooks[notebook]
        for cell, (score, by_hand) in marks.grades.items():
            identity = self.cells.get((notebook, cell, "GradeCell"))
            if identity is None:
                continue
            row = rows.get(sheet, identity)
            before = None if row is None else row.auto_score
            if before != score:
                self.changes.append(Change(mark.student, notebook, cell, before, score))
            wanted = by_hand
            if row is not None and row.manual_score is not None:
                # It stays; who gave it looks again at what is new.
                same = before == score and (cell not in marks.answers or mark.seen)
                wanted = row.needs_manual_grade if same else True
            rows.put(sheet, identity, auto_score=score, needs_manual_grade=wanted)

    def _comments(self, mark: StudentMark, notebook: str, sheet: str, rows: _Rows) -> None:
        for cell, comment in mark.notebooks[notebook].comments.items():
            identity = self.cells.get((notebook, cell, "SolutionCell"))
            if identity is not None:
                rows.put(sheet, identity, auto_comment=comment)
