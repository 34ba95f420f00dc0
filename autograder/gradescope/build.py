"""Makes the zip that is uploaded to Gradescope."""

from __future__ import annotations

import io
import zipfile
from dataclasses import replace
from pathlib import Path

import autograder
from autograder.catalogue import Assignment, UnknownAssignment, find_assignment
from autograder.exports.gradescope import json_bytes, unfinished
from autograder.gradescope.scripts import RUN, SETUP
from autograder.gradescope.settings import SALT, SETTINGS, UNFINISHED, BundleSettings
from autograder.release.kit import files_with
from autograder.results.reading import ExportError

REQUIREMENTS = "numpy>=2.0\n"  # all that grading imports; the student process knows nothing else
# Parts of the package that nothing in the container calls.
LEFT_OUT = frozenset({"authoring", "batch", "nbgrader", "fronts", "pages", "pictures", "release"})
_KINDS = frozenset({".py", ".toml", ".typed"})
_DATE = (2000, 1, 1, 0, 0, 0)  # the same files give the same zip
_FILE, _SCRIPT = 0o100644 << 16, 0o100755 << 16


def bundle(settings: BundleSettings, salt: bytes = b"") -> bytes:
    """The bytes of the zip.

    Args:
        settings: how it grades.
        salt: makes the cases of each student their own; kept from student code.

    Raises:
        ExportError: there is no such assignment.
    """
    try:
        assignment = find_assignment(settings.assignment)
    except UnknownAssignment as error:
        raise ExportError(str(error)) from error
    files = {
        SETTINGS: replace(settings, assignment=assignment.name).encoded().encode(),
        "unfinished.json": json_bytes(unfinished(UNFINISHED)),
        "requirements.txt": REQUIREMENTS.encode(),
        **({SALT: salt} if salt else {}),
        **{f"package/autograder/{name}": data for name, data in _package(assignment).items()},
    }
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in (("setup.sh", SETUP), ("run_autograder", RUN)):
            _add(archive, name, text.encode(), _SCRIPT)
        for name in sorted(files):
            _add(archive, name, files[name], _FILE)
    return buffer.getvalue()


def _package(assignment: Assignment) -> dict[str, bytes]:
    """Name below the package -> bytes; of all assignments this one."""
    home = Path(autograder.__file__).parent
    return {
        name: path.read_bytes()
        for name, path in files_with(assignment, home).items()
        if path.suffix in _KINDS and name.partition("/")[0] not in LEFT_OUT
    }


def _add(archive: zipfile.ZipFile, name: str, data: bytes, mode: int) -> None:
    entry = zipfile.ZipInfo(name, _DATE)
    entry.external_attr = mode
    entry.create_system = 3  # Unix, or the modes would not count
    entry.compress_type = zipfile.ZIP_DEFLATED
    archive.writestr(entry, data)
