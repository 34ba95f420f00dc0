"""Makes the zip that is uploaded to Gradescope."""

from dataclasses import replace
from pathlib import Path

import autograder
from autograder.catalogue import Assignment, find_assignment
from autograder.exports.gradescope import json_bytes, unfinished
from autograder.gradescope.scripts import RUN, SETUP
from autograder.gradescope.settings import SALT, SETTINGS, UNFINISHED, BundleSettings
from autograder.release.kit import archive_bytes, files_with

REQUIREMENTS = "numpy>=2.0\n"  # all that grading imports; the student process knows nothing else
# Parts of the package that nothing in the container calls.
LEFT_OUT = frozenset({"authoring", "batch", "nbgrader", "fronts", "pages", "pictures", "release"})
_KINDS = frozenset({".py", ".toml", ".typed"})


def bundle(settings: BundleSettings, salt: bytes = b"") -> bytes:
    """The bytes of the zip.

    Args:
        settings: how it grades.
        salt: makes the cases of each student their own; kept from student code.

    Raises:
        UnknownAssignment: there is no such assignment.
    """
    assignment = find_assignment(settings.assignment)
    scripts = {"setup.sh": SETUP.encode(), "run_autograder": RUN.encode()}
    files = {
        SETTINGS: replace(settings, assignment=assignment.name).encoded().encode(),
        "unfinished.json": json_bytes(unfinished(UNFINISHED)),
        "requirements.txt": REQUIREMENTS.encode(),
        **({SALT: salt} if salt else {}),
        **{f"package/autograder/{name}": data for name, data in _package(assignment).items()},
    }
    return archive_bytes(scripts | files, executable=scripts)


def _package(assignment: Assignment) -> dict[str, bytes]:
    """Name below the package -> bytes; of all assignments this one."""
    home = Path(autograder.__file__).parent
    return {
        name: path.read_bytes()
        for name, path in files_with(assignment, home).items()
        if path.suffix in _KINDS and name.partition("/")[0] not in LEFT_OUT
    }
