"""nbgrader's database, as far as this package reads and writes it."""

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from autograder.nbgrader.gradebook_rows import Change, RowWriter, StudentMark, UnusableGradebook
from autograder.nbgrader.installed import NEEDS, find_alembic

__all__ = ["Change", "Gradebook", "StudentMark", "Tell", "UnusableGradebook"]
_FIRST = "run `nbgrader generate_assignment` first"
Tell = Callable[[list[Change]], None]
LOCK_SECONDS = 60.0  # for which another program may hold an SQLite database


class Gradebook:
    """nbgrader's database at a URL, which `nbgrader generate_assignment` has made.

    Nothing is held open between two calls, so that a forgotten one locks nobody out.
    """

    def __init__(self, url: str) -> None:
        """Look whether it is there; nothing is made.

        Raises:
            UnusableGradebook: nbgrader is not installed, or there is no gradebook to be had.
        """
        find_alembic()
        try:
            import sqlalchemy
            from nbgrader import api
        except ImportError as error:
            raise UnusableGradebook(NEEDS) from error
        self.sql: Any = sqlalchemy
        self.tables = dict(api.Base.metadata.tables)
        try:
            self.engine = _engine(url)
            self.name = self.engine.url.render_as_string(hide_password=True)
        except sqlalchemy.exc.ArgumentError as error:
            raise UnusableGradebook(
                f"{url!r} is no address of a gradebook; it is written sqlite:///gradebook.db, or "
                "postgresql+psycopg2://user@host/db"
            ) from error
        except ImportError as error:
            reason = f"{error}; install what it needs, or name another driver"
            raise UnusableGradebook(f"no gradebook can be had at {url!r}: {reason}") from error
        file = self.engine.url.database if self.engine.dialect.name == "sqlite" else None
        if file and not Path(file).is_file():  # SQLite would make an empty one
            raise UnusableGradebook(f"there is no gradebook {file}; {_FIRST}")
        with self._in_a_sentence("opened"):
            known = self.sql.inspect(self.engine).has_table("assignment")
        if not known:
            raise UnusableGradebook(f"{self.name} is no gradebook of nbgrader yet; {_FIRST}")

    @contextmanager
    def _in_a_sentence(self, done: str) -> Iterator[None]:
        try:
            yield
        except self.sql.exc.SQLAlchemyError as error:
            # The driver's own words; SQLAlchemy's would add the statement and its values.
            reason = str(getattr(error, "orig", None) or error).strip().splitlines()[0]
            busy = "; another program is using it: try again when that is done"
            raise UnusableGradebook(
                f"the gradebook {self.name} cannot be {done}: {reason}"
                f"{busy if 'locked' in reason else ''}"
            ) from error

    def require(self, assignment: str) -> None:
        """Raise UnusableGradebook unless the assignment is there and can be written to."""
        self.write(assignment, [], dry=True)
        table = self.tables["assignment"]
        nothing = self.sql.update(table).where(self.sql.false()).values(name=assignment)
        with self._in_a_sentence("written"), self.engine.connect() as connection:
            connection.execute(nothing)
            connection.rollback()

    def write(
        self,
        assignment: str,
        marks: Iterable[StudentMark],
        *,
        before: Tell | None = None,
        dry: bool = False,
    ) -> list[Change]:
        """Write all of them, or none when anything goes wrong.

        Args:
            before: called with what changes before that is final; nothing is if it raises.
            dry: only say what would change.

        Raises:
            UnusableGradebook: the assignment is not in the database, or nothing can be written.
        """
        with self._in_a_sentence("written"), self.engine.connect() as connection:
            with connection.begin() as transaction:
                changes = RowWriter(self.tables, connection, assignment, list(marks)).write()
                if before is not None:
                    before(changes)
                if dry:
                    transaction.rollback()
        return changes

    def knows(self, student: str) -> bool:
        """Whether there is a student of that id."""
        column = self.tables["student"].c.id
        with self._in_a_sentence("read"), self.engine.connect() as connection:
            return bool(connection.execute(self.sql.select(column).where(column == student)).all())

    def late(self, assignment: str, students: Iterable[str] | None = None) -> list[tuple[str, str]]:
        """(student, notebook) of what came late, or has a penalty that may be wrong now."""
        task, paper = self.tables["assignment"].c, self.tables["submitted_assignment"].c
        sheet, book = self.tables["submitted_notebook"].c, self.tables["notebook"].c
        query = self.sql.select(
            paper.student_id, book.name, task.duedate, paper.timestamp, paper.extension,
            sheet.late_submission_penalty,
        )  # fmt: skip
        query = query.where(
            task.name == assignment, paper.assignment_id == task.id,
            sheet.assignment_id == paper.id, sheet.notebook_id == book.id,
        )  # fmt: skip
        if students is not None:
            query = query.where(paper.student_id.in_(list(students)))
        with self._in_a_sentence("read"), self.engine.connect() as connection:
            rows = connection.execute(query).all()
        return [
            (student, name)
            for student, name, due, when, extension, penalty in rows
            if penalty is not None
            or (due and when and when > (due + extension if extension else due))
        ]


def _engine(url: str) -> Any:
    import sqlalchemy

    # A course may have its own: sqlite:///gradebook.db?timeout=5
    options = {"timeout": LOCK_SECONDS} if url.startswith("sqlite") and "?" not in url else {}
    return sqlalchemy.create_engine(
        url, connect_args=options, poolclass=sqlalchemy.pool.NullPool, future=True
    )
