"""Which files of a path make up one person's submission."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from autograder.model import Note

MAX_FILE = 20 * 1024 * 1024  # a notebook full of pictures; the source in it has a limit of its own
# Scripts and notebooks, and what browsers, editors and exporters make of their endings. What form a
# file has is for the student process to find out from what is in it.
ENDINGS = (".py", ".ipynb", ".pyw", ".txt", ".json", ".md", ".qmd", ".rmd")


class UnusablePath(ValueError):
    """There is nothing to grade at that path; the text says why and what to do."""


@dataclass(frozen=True, slots=True)
class HandIn:
    """One file for one exercise, as it was found.

    Attributes:
        exercise: the exercise that it answers.
        name: its name below the submission's folder, with forward slashes.
        data: its bytes.
    """

    exercise: str
    name: str
    data: bytes

    @property
    def sha256(self) -> str:
        """Of the bytes, in hexadecimal."""
        return hashlib.sha256(self.data).hexdigest()


@dataclass(frozen=True, slots=True)
class Submission:
    """What one person handed in.

    Attributes:
        student: who, as the folder or file is called.
        files: every file that answers an exercise; several may answer the same one.
        notes: what was odd about the files.
    """

    student: str
    files: tuple[HandIn, ...]
    notes: tuple[Note, ...] = ()


def from_files(
    student: str,
    files: Mapping[str, bytes],
    exercises: Iterable[str],
    notes: Iterable[Note] = (),
    assignment: str = "weight_init",
) -> Submission:
    """The submission that these files are.

    Args:
        student: whose.
        files: name below the submission's folder -> bytes.
        exercises: the stems of the files that count.
        notes: what is known already.
        assignment: the one folder below the submission's in which files count as well.
    """
    wanted = list(exercises)
    found = []
    for name in sorted(files):
        stem, ending = Path(name).stem, Path(name).suffix.lower()
        folder = name.rpartition("/")[0]
        if folder in ("", assignment) and stem in wanted and ending in (".py", ".ipynb"):
            found.append(HandIn(stem, name, files[name]))
    found.sort(
        key=lambda f: (wanted.index(f.exercise), f.name.count("/"), f.name.endswith("b"), f.name)
    )
    return Submission(student, tuple(found), tuple(notes))
