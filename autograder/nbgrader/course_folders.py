"""The folders of a course: what was released, what was handed in, and where graded work goes.

Where they are is nbgrader's to say: a course's configuration may name and nest them otherwise.
"""

import contextlib
import datetime
import glob
import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from secrets import token_hex
from typing import Any

from autograder.handins.moments import STAMP
from autograder.handins.submission import UnreadableEntry
from autograder.handins.tree import read_file
from autograder.results.files import write_atomically


@dataclass(frozen=True, slots=True)
class ReleasedNotebook:
    """A released notebook; `name` is its file's stem, which is the exercise's."""

    name: str
    book: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class StudentFolders:
    """A student's folders for an assignment; either need not be there."""

    submitted: Path
    autograded: Path

    def copy_exchange_files(self) -> None:
        """Copy what nbgrader's later commands look for beside the notebooks.

        `nbgrader release_feedback` fails at the first student without these files, and so does
        everybody after; who did not hand in through the exchange gets a secret that nobody knows.
        """
        for name, otherwise in ((STAMP, ""), ("submission_secret.txt", token_hex(32))):
            data = None
            with contextlib.suppress(UnreadableEntry):
                data = read_file(str(self.submitted / name))
            path = self.autograded / name
            if data is None and path.exists():
                continue
            # nbgrader leaves them read-only, so they are replaced.
            write_atomically(path, otherwise.encode() if data is None else data, durable=False)


def can_be_a_folder(student: str) -> bool:
    """Whether a student's name can be that of a folder, and of none elsewhere."""
    return student not in ("", ".", "..") and not set(student) & set("/\0")


class CourseFolders:
    """The folders of a course."""

    def __init__(self, directory: Any) -> None:
        """By nbgrader's `CourseDirectory`."""
        self.directory = directory

    def of(self, student: str, assignment: str) -> StudentFolders:
        """A student's folders."""
        return StudentFolders(
            self._path("submitted", student, assignment),
            self._path("autograded", student, assignment),
        )

    def handed_in(self, assignment: str) -> dict[str, str]:
        """Student -> folder, of all that a command asks for."""
        course = self.directory
        step = course.submitted_directory
        inner = course.format_path(step, "(?P<student>.*)", re.escape(assignment), escape=True)
        left_out = course.student_id_exclude.split(",") if course.student_id_exclude else []
        found = {}
        pattern = course.format_path(step, course.student_id, assignment)
        for folder in sorted(glob.glob(pattern)):  # noqa: PTH207  # nbgrader's own pattern
            match = re.fullmatch(inner, folder)
            if match is not None and Path(folder).is_dir() and match["student"] not in left_out:
                found[match["student"]] = folder
        return found

    def released(self, assignment: str) -> list[ReleasedNotebook]:
        """The released notebooks of an assignment.

        Raises:
            OSError: there are none, or one cannot be read.
            ValueError: one is damaged.
        """
        folder = self._path("release", ".", assignment)
        paths = sorted(folder.glob("*.ipynb"))
        if not paths:
            raise FileNotFoundError(
                f"{folder} holds no notebook; run `nbgrader generate_assignment {assignment}` first"
            )
        books = {path: json.loads(path.read_text(encoding="utf-8")) for path in paths}
        for path, book in books.items():
            if not isinstance(book, dict) or not isinstance(book.get("cells"), list):
                raise ValueError(f"{path} is not a notebook")
        return [ReleasedNotebook(path.stem, book) for path, book in books.items()]

    def _path(self, step: str, student: str, assignment: str) -> Path:
        place = getattr(self.directory, f"{step}_directory")
        return Path(self.directory.format_path(place, student, assignment))


def timestamp(folder: Path) -> datetime.datetime | None:
    """When something was handed in, by the file that nbgrader puts beside it: in UTC and without a
    zone, as nbgrader keeps it."""
    from nbgrader.utils import parse_utc

    try:
        text = read_file(str(folder / STAMP))[:100].decode("utf-8", "replace").strip()
        when: datetime.datetime | None = parse_utc(text) if text else None
        return when
    except (ValueError, OverflowError):  # there is none that can be read, or it says nothing
        return None
