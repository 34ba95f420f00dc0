"""A hash of every file that can change a result: with another one, records do not hold any more.

Taken in are all source and data files of an assignment's package (its checks, cases, known wrong
answers, sentences; not its lesson, corpus and tests), and `MODULES` and `FOLDERS` of the engine.
Left out is what only shows or moves records: batch, exports, pages, pictures, fronts, release.
"""

import hashlib
from collections.abc import Iterator
from pathlib import Path

from autograder.locating import files_in, files_to_ship

PACKAGE = Path(__file__).parent
# The register, the record and its sentences, rulers, shown text, and what assignments share.
MODULES = (
    "catalogue.py",
    "failing.py",
    "fingerprint.py",
    "messages.py",
    "misconceptions.py",
    "misconceptions.toml",
    "model.py",
    "notes.py",
    "numerics.py",
    "showing.py",
    "assignments/__init__.py",
)
# What checks are made of; drawing, asking, examining and wording; which files count; what a
# student's function is given and what is read of its answers.
FOLDERS = ("checking", "grading", "handins", "student")


def fingerprint(assignment: Path | None, package: Path = PACKAGE) -> str:
    """The first 16 hexadecimal digits of a SHA-256 over names and contents of all files.

    Args:
        assignment: the assignment's folder; None for an assignment that has none, as in tests.
        package: the folder of the engine.
    """
    tree = [(name, package / name, files(package / name)) for name in (*MODULES, *FOLDERS)]
    if assignment is not None:
        tree.append(("the assignment", assignment, files_to_ship(assignment)))
    digest = hashlib.sha256()
    for name, place, paths in tree:
        for path in paths:
            label = f"{name}/{path.relative_to(place).as_posix()}"
            data = path.read_bytes()
            digest.update(f"{len(label)} {label} {len(data)} ".encode() + data)
    return digest.hexdigest()[:16]


def files(place: Path) -> Iterator[Path]:
    """The source and data files of a folder, in a fixed order; or the file itself."""
    if place.is_file():
        yield place
    else:
        yield from files_in(place)
