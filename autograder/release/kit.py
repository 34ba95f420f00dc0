"""The kit: the one archive that students get.

It holds the exercises, as much of the package as a student needs for `pytest autograder`,
`check("…")` and `autograder show`, a README and a project file. Whatever grades classes stays
behind.
"""

import io
import zipfile
from collections.abc import Collection, Mapping
from pathlib import Path, PurePosixPath
from string import Template

from autograder import locating
from autograder.catalogue import Assignment
from autograder.release.errors import ReleaseError
from autograder.release.handout import CONFTEST, PICTURES, PROJECT, README, WRITTEN
from autograder.release.workplace import workplace_files

# What of the package a student does not get, and why. Names are paths below the package.
LEFT_OUT = {
    "release": "builds the kit, from solutions that students do not have",
    "authoring": "makes and proves assignments",
    "WRITING.md": "a guide for those who write assignments",
    "batch": "grades classes",
    "exports": "writes grades for other systems",
    "gradescope": "grades in a container of Gradescope's",
    "nbgrader": "runs a course with nbgrader",
    "results": "keeps the records of a class",
    "assignments/weight_init/at_once.py": "gradients so cheap that they would pass for a way back",
    "pages": "writes feedback and reports from the results of a class",
}
# A file of another kind stops the release, rather than going out, or missing, unseen.
KINDS = frozenset({".py", ".toml", ".typed", ".md"})
# One date for every member and no compression: the same files give the same bytes everywhere
# (what DEFLATE makes of them differs between versions of zlib).
_DATE = (2000, 1, 1, 0, 0, 0)
_FILE, _PROGRAM = 0o100644 << 16, 0o100755 << 16  # Unix modes, as zip archives have them


def kit_files(
    assignment: Assignment, exercises: Mapping[str, str], package_dir: Path, version: str
) -> dict[str, str]:
    """The files of a kit by their name in it.

    Args:
        assignment: what it is about; no other one goes into it.
        exercises: name -> text of each exercise file.

    Raises:
        ReleaseError: the package holds a file of a kind that the kit has no rule for.
    """
    words = {
        "assignment": assignment.name,
        "version": version,
        "files": "\n".join(f"- `{name}`" for name in exercises),
        "first": PurePosixPath(next(iter(exercises))).stem,
        "task": assignment.checks[0].function,
        "points": f"{assignment.max_score:g}",
        "written": WRITTEN if assignment.written else "",
        "pictures": PICTURES if assignment.pictured else "",
    }
    files = {
        "README.md": Template(README).substitute(words),
        "conftest.py": CONFTEST,
        "pyproject.toml": Template(PROJECT).substitute(words),
    }
    points = assignment.points()
    files |= workplace_files(
        {(c.exercise, c.function): points[c.function] for c in assignment.checks}
    )
    files |= {f"exercises/{assignment.name}/{name}": text for name, text in exercises.items()}
    for name, path in for_students(files_with(assignment, package_dir)).items():
        files[f"autograder/{name}"] = path.read_text(encoding="utf-8")
    return dict(sorted(files.items()))


def files_with(assignment: Assignment, package: Path) -> dict[str, Path]:
    """The files of our package that go to others, with one assignment, wherever it lies.

    Returns:
        Name below the package -> file, in order.
    """
    found = {path.relative_to(package).as_posix(): path for path in locating.files_in(package)}
    lessons = tuple(f"assignments/{path.name}/" for path in (package / "assignments").glob("*/"))
    found = {name: path for name, path in found.items() if not name.startswith(lessons)}
    outside = assignment.folder if assignment.reference != assignment.name else None
    folder = outside or package / "assignments" / assignment.name
    for path in locating.files_to_ship(folder):
        found[f"assignments/{assignment.name}/{path.relative_to(folder).as_posix()}"] = path
    return dict(sorted(found.items()))


def for_students(files: Mapping[str, Path]) -> dict[str, Path]:
    """Those files of the package, by their name below it, that go into the kit.

    Raises:
        ReleaseError: there is a file that the kit has no rule for.
    """
    chosen = {name: path for name, path in files.items() if not _left_out(name)}
    for path in chosen.values():
        if path.suffix not in KINDS:
            message = "the kit has no rule for this file: take it away, or name its kind in kit.py"
            raise ReleaseError(path, None, message)
    return chosen


def kit_bytes(files: Mapping[str, str], folder: str) -> bytes:
    """The archive of these files below one folder; the same files give the same bytes."""
    return archive_bytes({f"{folder}/{name}": text.encode() for name, text in files.items()})


def archive_bytes(files: Mapping[str, bytes], executable: Collection[str] = ()) -> bytes:
    """The archive of these files, some of them programs; the same files give the same bytes."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_STORED) as archive:
        for name in sorted(files):
            member = zipfile.ZipInfo(name, _DATE)
            member.create_system = 3  # Unix, also where the kit is made on Windows
            member.external_attr = _PROGRAM if name in executable else _FILE
            archive.writestr(member, files[name])
    return buffer.getvalue()


def _left_out(name: str) -> bool:
    return any(name == stem or name.startswith(f"{stem}/") for stem in LEFT_OUT)
