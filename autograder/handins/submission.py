"""Which files of a path make up one person's submission."""

from __future__ import annotations

import hashlib
import stat
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from autograder.model import Note
from autograder.notes import LEFT_OUT

MAX_FILE = 20 * 1024 * 1024  # a notebook full of pictures; the source in it has a limit of its own
ENDINGS = (".py", ".ipynb")


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
        if folder in ("", assignment) and stem in wanted and ending in ENDINGS:
            found.append(HandIn(stem, name, files[name]))
    found.sort(
        key=lambda f: (wanted.index(f.exercise), f.name.count("/"), f.name.endswith("b"), f.name)
    )
    return Submission(student, tuple(found), tuple(notes))


def read_submission(path: Path, exercises: Iterable[str], assignment: str) -> Submission:
    """The submission at a path: a folder, a folder that holds a folder of the assignment's name,
    or one file.

    Raises:
        UnusablePath: nothing is there, or nothing that could be read.
    """
    exercises = list(exercises)
    if not path.exists():
        raise UnusablePath(
            f"{path} does not exist; give the folder of the exercise files (--submission)"
        )
    if path.is_file():
        if path.suffix.lower() not in ENDINGS or path.stem not in exercises:
            raise UnusablePath(f"{path} is not an exercise file; expected {_expected(exercises)}")
        data, note = read_bounded(path)
        return from_files(path.stem, {path.name: data} if data is not None else {}, exercises, note)
    files: dict[str, bytes] = {}
    notes: list[Note] = []
    for folder, prefix in ((path, ""), (path / assignment, f"{assignment}/")):
        if not folder.is_dir():
            continue
        for file in sorted(folder.iterdir()):
            if file.stem in exercises and file.suffix.lower() in ENDINGS:
                data, note = read_bounded(file)
                notes += note
                if data is not None:
                    files[prefix + file.name] = data
    return from_files(path.resolve().name, files, exercises, notes, assignment)


def read_bounded(path: Path) -> tuple[bytes | None, list[Note]]:
    """A regular file's bytes, or None and why not. Links, pipes and folders are not followed."""
    try:
        mode = path.lstat()
        if not stat.S_ISREG(mode.st_mode):
            kind = "a symbolic link" if stat.S_ISLNK(mode.st_mode) else "not a regular file"
            return None, [LEFT_OUT(file=path.name, why=f"it is {kind}")]
        if mode.st_size > MAX_FILE:
            why = f"{mode.st_size:,} bytes, more than {MAX_FILE:,}"
            return None, [LEFT_OUT(file=path.name, why=why)]
        return path.read_bytes(), []
    except OSError as error:
        return None, [LEFT_OUT(file=path.name, why=f"it cannot be read ({error.strerror})")]


def _expected(exercises: Iterable[str]) -> str:
    return " or ".join(f"{exercise}.py" for exercise in exercises)
