"""What one person handed in: the files that count, with their bytes; and what cannot be read."""

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from autograder.model import Note
from autograder.refusals import Refusal

MAX_FILE = 20 * 1024 * 1024  # a notebook full of pictures; the source in it has a limit of its own
# Scripts and notebooks, and what browsers, editors and exporters make of their endings. What form a
# file has is for the student process to find out from what is in it.
ENDINGS = (".py", ".ipynb", ".pyw", ".txt", ".json", ".md", ".qmd", ".rmd")


class UnusablePath(Refusal):
    """There is nothing to grade at that path; the text says why and what to do."""


class UnreadableEntry(ValueError):
    """A file or an archive cannot be read; the text says why, in a clause that starts with "it"."""


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


def from_files(student: str, files: Mapping[str, bytes], exercises: Iterable[str]) -> Submission:
    """The submission that files are which are called as they should be.

    Args:
        files: name -> bytes; those that are called otherwise do not count.
        exercises: the stems of the files that count.
    """
    found = [
        HandIn(exercise, name, files[name])
        for exercise in exercises
        for name in (f"{exercise}.py", f"{exercise}.ipynb")
        if name in files
    ]
    return Submission(student, tuple(found))
