"""Grades the submission in Gradescope's container and writes its results.json.

When this starts, results.json exists already and says that grading did not end; it is replaced in
one step, at the very end.
"""

import json
import os
import sys
import traceback
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import Any

from autograder.catalogue import find_assignment
from autograder.exports.gradescope import Visibility, json_bytes, results, unfinished
from autograder.gradescope.confined import Confined
from autograder.gradescope.settings import BundleSettings, read_settings
from autograder.grading.case_sets import CaseChoice
from autograder.grading.submission import grade_submission
from autograder.handins.finding import whole_folder
from autograder.model import Report
from autograder.results.files import write_atomically
from autograder.results.score_columns import claims
from autograder.showing import shown
from autograder.student.limits import Limits

FAILED = (
    "The grader itself failed on your submission; that is not your fault. Please tell your "
    "instructor."
)


def main() -> int:
    """Grade, or with `--check` only say which protection there is; returns the exit status."""
    root = Path(os.environ.get("AUTOGRADER_ROOT", "/autograder"))
    if sys.argv[1:] == ["--check"]:
        return check_container(root)
    try:
        record, log = graded_upload(root)
    except Exception:  # noqa: BLE001  # whatever it is, the student gets an answer
        record, log = unfinished(FAILED), traceback.format_exc()
    write_atomically(root / "results" / "results.json", json_bytes(record), mode=0o600)
    # Gradescope shows this to the instructor only. Whether it can be printed decides nothing.
    with suppress(OSError, ValueError):
        print(log, flush=True)
    return 0


def check_container(root: Path) -> int:
    """Start one student process, as grading does."""
    settings, _ = read_settings(root / "source")
    find_assignment(settings.assignment)
    confined = Confined(_limits(settings), unsafe=settings.unsafe)
    try:
        confined.launch().end()
        print(f"Student code will run as {confined.degree}.")
    finally:
        confined.close()
    return 0


def graded_upload(root: Path) -> tuple[dict[str, Any], str]:
    """The results of the submission below a root like /autograder, and lines for the log."""
    settings, salt = read_settings(root / "source")
    _close(root)
    confined = Confined(_limits(settings), unsafe=settings.unsafe)
    try:
        report = _report(root, settings, salt, confined)
    finally:
        confined.close()
    log = [
        f"Student code ran as {confined.degree or 'nothing: there was none to run'}.",
        f"{shown(report.student)}: {report.score:g} of {report.max_score:g}, seed {report.seed}",
        *(f"note: {shown(note.text, 500)}" for note in report.notes),
    ]
    shows = Visibility(settings.visibility)
    record = results(report, claims(settings.assignment), shows)
    return record, "\n".join(log)


def _report(root: Path, settings: BundleSettings, salt: bytes, confined: Confined) -> Report:
    assignment = find_assignment(settings.assignment)
    student = who(root / "submission_metadata.json")
    submission = whole_folder(root / "submission", assignment)
    return grade_submission(
        replace(submission, student=student),
        assignment,
        confined.launch,
        CaseChoice(settings.seed, salt, student),
        _limits(settings),
    )


def who(metadata: Path) -> str:
    """Whose submission it is: the e-mail addresses of the group, in alphabetical order.

    Gradescope, "Submission Metadata": a file with, among other things, the list `users`.
    """
    with suppress(OSError, ValueError, KeyError, TypeError):
        users = json.loads(metadata.read_text(encoding="utf-8"))["users"]
        addresses = sorted(str(user["email"]) for user in users)
        if addresses:
            return "+".join(addresses)
    return "submission"


def _close(root: Path) -> None:
    """Leave nothing for the student's user to read: addresses, earlier results, the salt."""
    for name, mode in (
        ("source", 0o700),
        ("results", 0o700),
        ("submission", 0o700),
        ("submission_metadata.json", 0o600),
    ):
        with suppress(OSError):
            (root / name).chmod(mode)


def _limits(settings: BundleSettings) -> Limits:
    return Limits(total_seconds=settings.seconds, memory_mb=settings.memory_mb)


if __name__ == "__main__":
    sys.exit(main())
